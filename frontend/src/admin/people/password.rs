//! A password for one sign-in: made here, shown once, to be handed over.

use crate::admin::fields::{FaultList, Line, use_faults, use_written};
use crate::api;
use crate::browser;
use crate::hooks::use_submit;
use crate::keys::Secret;
use crate::text::use_text;
use crate::ui::{Button, Dialog, Icon, Look};
use contract::people::{SetPassword, User};
use std::rc::Rc;
use web_sys::SubmitEvent;
use yew::prelude::*;

/// Letters and figures that nobody takes for others when they are read aloud.
const SIGNS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// A password of 16 signs, four by four.
pub(super) fn suggestion() -> String {
    in_fours(&browser::random_key())
}

fn in_fours(digits: &str) -> String {
    let byte =
        |pair: &[u8]| std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok());
    let signs: Vec<char> = digits
        .as_bytes()
        .chunks(2)
        .filter_map(byte)
        .map(|number| char::from(SIGNS[usize::from(number % 32)]))
        .collect();
    let groups: Vec<String> = signs.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join("-")
}

#[derive(Properties, PartialEq)]
pub(super) struct PasswordDialogProps {
    pub(super) user: Rc<User>,
    pub(super) onclose: Callback<()>,
    /// It is set.
    pub(super) done: Callback<()>,
}

/// The dialog: what it is for, the password, and, once it is set, how to hand it over.
#[component]
pub(super) fn PasswordDialog(props: &PasswordDialogProps) -> Html {
    let text = use_text();
    let written = use_written(|| [("password", suggestion())]);
    let set = use_state(|| false);
    let submit = {
        let (name, set, done) = (props.user.username.clone(), set.setter(), props.done.clone());
        use_submit(
            move |client, key, body: SetPassword| {
                let name = name.clone();
                async move { api::admin::set_password(&client, &name, &body, &key).await }
            },
            Callback::from(move |()| {
                set.set(true);
                done.emit(());
            }),
        )
    };
    let faults = use_faults(submit.failure.as_ref());
    let onsubmit = {
        let (written, run) = (written.clone(), submit.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit(SetPassword { password: written.get("password") });
        })
    };
    let another = {
        let written = written.set("password");
        Callback::from(move |()| written.emit(suggestion()))
    };
    let name = [("name", (&props.user.display_name).into())];
    html! {
        <Dialog title={text.say("admin-set-password")} onclose={props.onclose.clone()}>
            if *set {
                <div class="stack" data-part="password-set">
                    <p role="status">{ text.fill("admin-password-set", &name) }</p>
                    <Secret words={written.get("password")} label={text.say("admin-password")} />
                    <div class="form-actions"><Button onclick={props.onclose.clone()}>{ text.say("ui-close") }</Button></div>
                </div>
            } else {
                <form data-form="password" {onsubmit} novalidate=true>
                    <p class="muted">{ text.fill("admin-password-about", &name) }</p>
                    <FaultList faults={faults.clone()} form="reset" />
                    <Line form="reset" name="password" label={text.say("admin-password")} hint={text.say("admin-password-hint")} required=true max=200 {written} faults={faults.clone()} />
                    <div class="form-actions">
                        <Button look={Look::Primary} submit=true busy={submit.busy}>{ text.say("admin-password-submit") }</Button>
                        <Button icon={Icon::Refresh} onclick={another}>{ text.say("admin-password-another") }</Button>
                        <Button look={Look::Quiet} onclick={props.onclose.clone()}>{ text.say("ui-cancel") }</Button>
                    </div>
                </form>
            }
        </Dialog>
    }
}

#[cfg(test)]
mod tests {
    use super::in_fours;

    #[test]
    fn a_suggestion_is_easy_to_read_aloud() {
        assert_eq!(in_fours("000102030405060708090a0b0c0d0e1f"), "abcd-efgh-ijkm-npq9");
        assert!(!in_fours("ffffffffffffffffffffffffffffffff").contains(['l', 'o', '0', '1']));
    }
}
