//! One's own data: what the notice says, and a copy of what is kept.

use crate::api;
use crate::hooks::{use_remote, use_submit};
use crate::session::use_me;
use crate::text::use_text;
use crate::ui::{Button, Disclosure, Failed, Icon, Markdown, Shape, draw, use_toast};
use yew::prelude::*;

/// Taking one's data away, and reading the notice again.
#[component]
pub(crate) fn MyData() -> Html {
    let (text, me, toast) = (use_text(), use_me(), use_toast());
    let notice =
        use_remote(
            me.privacy.current_version,
            |client, _| async move { api::privacy::notice(&client).await },
        );
    let submit = {
        let said = text.say("my-data-done");
        use_submit(
            move |client, _key, ()| async move { api::privacy::take_away(&client).await },
            Callback::from(move |()| toast.emit(said.clone())),
        )
    };
    html! {
        <section class="panel" aria-labelledby="my-data-title" data-part="my-data">
            <h2 id="my-data-title" class="section-title">{ text.say("my-data") }</h2>
            <p class="muted">{ text.say("my-data-about") }</p>
            if let Some(failure) = &submit.failure { <Failed failure={failure.clone()} small=true /> }
            <Button icon={Icon::Download} onclick={submit.run.clone()} busy={submit.busy} action="take-data">{ text.say("my-data-download") }</Button>
            <Disclosure summary={text.fill("my-data-notice", &[("version", me.privacy.current_version.into())])}>
                { draw(&notice, Shape::Text(6), |notice| html! { <Markdown source={notice.text.clone()} /> }) }
            </Disclosure>
        </section>
    }
}
