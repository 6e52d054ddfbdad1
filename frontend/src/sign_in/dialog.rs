//! The dialog over a page whose session ran out: what is on the page stays, and what was being sent
//! goes on once the same person has signed in again.

use super::form::SignInForm;
use super::providers::Providers;
use crate::session::{use_account, use_me};
use crate::text::use_text;
use crate::ui::{Button, Dialog, Look};
use yew::prelude::*;

/// Signing in again, or leaving.
#[component]
pub(crate) fn SignInDialog() -> Html {
    let (text, me, account) = (use_text(), use_me(), use_account());
    let leave = Callback::from(move |()| account.sign_out());
    html! {
        <Dialog title={text.say("expired-title")}>
            <p>{ text.fill("expired-about", &[("name", (&me.display_name).into())]) }</p>
            <SignInForm username={me.username.clone()} />
            <Providers apart=true />
            <Button look={Look::Quiet} onclick={leave} action="sign-out">{ text.say("expired-leave") }</Button>
        </Dialog>
    }
}
