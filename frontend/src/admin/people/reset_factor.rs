//! Taking somebody's second factor off, who has lost it: what it means is said first.

use crate::api;
use crate::hooks::use_submit;
use crate::text::use_text;
use crate::ui::{Button, Dialog, Failed, Look};
use contract::people::User;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ResetFactorDialogProps {
    pub(super) user: Rc<User>,
    pub(super) onclose: Callback<()>,
    /// It is off.
    pub(super) done: Callback<()>,
}

/// The dialog.
#[component]
pub(super) fn ResetFactorDialog(props: &ResetFactorDialogProps) -> Html {
    let text = use_text();
    let submit = {
        let name = props.user.username.clone();
        use_submit(
            move |client, key, ()| {
                let name = name.clone();
                async move { api::security::reset_second_factor(&client, &name, &key).await }
            },
            props.done.clone(),
        )
    };
    let reset = submit.run.clone();
    html! {
        <Dialog title={text.say("admin-factor-title")} onclose={props.onclose.clone()}>
            <div class="stack">
                if let Some(failure) = &submit.failure { <Failed failure={failure.clone()} small=true /> }
                <p>{ text.fill("admin-factor-about", &[("name", (&props.user.display_name).into())]) }</p>
                <p class="muted">{ text.say("admin-factor-sure") }</p>
                <div class="form-actions">
                    <Button look={Look::Danger} busy={submit.busy} onclick={reset} action="factor-reset">{ text.say("admin-factor-submit") }</Button>
                    <Button onclick={props.onclose.clone()}>{ text.say("ui-cancel") }</Button>
                </div>
            </div>
        </Dialog>
    }
}
