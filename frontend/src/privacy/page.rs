//! The notice, to be read and accepted before anything else.

use crate::api;
use crate::hooks::{use_remote, use_submit};
use crate::layout::Brand;
use crate::session::{use_account, use_me};
use crate::text::use_text;
use crate::ui::{Button, Failed, Icon, Look, Markdown, PageTitle, Shape, draw, use_ready};
use contract::privacy::AcceptNotice;
use yew::prelude::*;

/// The notice in force, to be accepted, or the way out.
#[component]
pub(crate) fn NoticePage() -> Html {
    let (text, me, account) = (use_text(), use_me(), use_account());
    let notice =
        use_remote(
            me.privacy.current_version,
            |client, _| async move { api::privacy::notice(&client).await },
        );
    use_ready(!notice.is_loading());
    let submit = {
        let (account, again) = (account.clone(), notice.reload.clone());
        use_submit(
            move |client, key, version: i32| {
                let again = again.clone();
                async move {
                    let answer = api::privacy::accept(&client, &AcceptNotice { version }, &key).await;
                    if answer.is_err() {
                        // It may have changed while it was read.
                        again.emit(());
                    }
                    answer
                }
            },
            Callback::from(move |me| account.update(me)),
        )
    };
    let sign_out = {
        let account = account.clone();
        Callback::from(move |()| account.sign_out())
    };
    html! {
        <main id="main" class="narrow stack" tabindex="-1" data-page="privacy-notice">
            <Brand />
            <PageTitle title={text.say("privacy-title")} />
            <p class="muted">{ text.say(if me.privacy.accepted_version.is_some() { "privacy-changed" } else { "privacy-first" }) }</p>
            { draw(&notice, Shape::Text(12), |notice| {
                let version = notice.version;
                let accept = submit.run.reform(move |()| version);
                html! {
                    <>
                        <section class="panel" aria-label={text.say("privacy-title")}><Markdown source={notice.text.clone()} /></section>
                        if let Some(failure) = &submit.failure { <Failed failure={failure.clone()} small=true /> }
                        <div class="form-actions">
                            <Button look={Look::Primary} icon={Icon::Check} onclick={accept} busy={submit.busy} action="accept-notice">{ text.say("privacy-accept") }</Button>
                            <Button icon={Icon::Logout} onclick={sign_out.clone()}>{ text.say("privacy-leave") }</Button>
                        </div>
                        <p class="muted small">{ text.say("privacy-leave-about") }</p>
                    </>
                }
            }) }
        </main>
    }
}
