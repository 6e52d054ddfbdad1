//! Acting in somebody's place: what it means is said first.

use crate::api;
use crate::hooks::use_submit;
use crate::route::Route;
use crate::session::use_account;
use crate::text::use_text;
use crate::ui::{Button, Dialog, Failed, Look, go, href};
use contract::auth::AccessToken;
use contract::people::User;
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct StandInDialogProps {
    pub(super) user: Rc<User>,
    pub(super) onclose: Callback<()>,
}

/// The dialog.
#[component]
pub(super) fn StandInDialog(props: &StandInDialogProps) -> Html {
    let (text, account) = (use_text(), use_account());
    let navigator = use_navigator().expect("the console is drawn inside the router");
    let submit = {
        let name = props.user.username.clone();
        use_submit(
            move |client, key, ()| {
                let name = name.clone();
                async move { api::admin::impersonate(&client, &name, &key).await }
            },
            Callback::from(move |token: AccessToken| {
                let home = href(&Route::home(&token.user));
                account.stand_in(token);
                go(&navigator, &home);
            }),
        )
    };
    let start = submit.run.clone();
    html! {
        <Dialog title={text.say("admin-stand-in")} onclose={props.onclose.clone()}>
            <div class="stack">
                if let Some(failure) = &submit.failure { <Failed failure={failure.clone()} small=true /> }
                <p>{ text.fill("admin-stand-in-about", &[("name", (&props.user.display_name).into())]) }</p>
                <p class="muted">{ text.say("admin-stand-in-limits") }</p>
                <div class="form-actions">
                    <Button look={Look::Primary} busy={submit.busy} onclick={start} action="stand-in-start">{ text.say("admin-stand-in-start") }</Button>
                    <Button onclick={props.onclose.clone()}>{ text.say("ui-cancel") }</Button>
                </div>
            </div>
        </Dialog>
    }
}
