//! Making somebody anonymous, at their request and for ever: what goes and what stays is said first, and
//! whoever does it types whom they mean.

use crate::admin::fields::{FaultList, Line, use_faults, use_written};
use crate::api;
use crate::hooks::use_submit;
use crate::route::AdminRoute;
use crate::text::use_text;
use crate::ui::{Button, Checks, Choice, Dialog, Look, TextInput, go, href, use_toast};
use contract::people::User;
use contract::privacy::{AnonymisePerson, AnonymisedPerson};
use std::rc::Rc;
use web_sys::SubmitEvent;
use yew::prelude::*;
use yew_router::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct AnonymiseDialogProps {
    pub(super) user: Rc<User>,
    pub(super) onclose: Callback<()>,
}

/// The dialog.
#[component]
pub(super) fn AnonymiseDialog(props: &AnonymiseDialogProps) -> Html {
    let (text, toast) = (use_text(), use_toast());
    let navigator = use_navigator().expect("the console is drawn inside the router");
    let user = &props.user;
    let written = use_written(|| [("reason", String::new())]);
    let redact = use_state(Vec::<AttrValue>::new);
    let mistyped = use_state(|| false);
    let submit = {
        let (id, said) = (user.id.to_string(), text.say("admin-anonymised"));
        use_submit(
            move |client, key, body: AnonymisePerson| {
                let id = id.clone();
                async move { api::admin::anonymise(&client, &id, &body, &key).await }
            },
            Callback::from(move |_: AnonymisedPerson| {
                toast.emit(said.clone());
                go(&navigator, &href(&AdminRoute::People));
            }),
        )
    };
    let faults = use_faults(submit.failure.as_ref());
    let onsubmit = {
        let (written, redact, mistyped) = (written.clone(), redact.clone(), mistyped.setter());
        let (run, username) = (submit.run.clone(), user.username.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let meant = written.get("username").trim() == username;
            mistyped.set(!meant);
            if meant {
                let reason = written.get("reason").trim().to_owned();
                run.emit(AnonymisePerson { reason, redact_texts: !redact.is_empty() });
            }
        })
    };
    let choose_redact = {
        let redact = redact.setter();
        Callback::from(move |values| redact.set(values))
    };
    let redact_texts = Choice {
        value: "yes".into(),
        label: text.say("admin-anonymise-texts"),
        hint: Some(text.say("admin-anonymise-texts-hint")),
    };
    let name = [("name", (&user.display_name).into())];
    let title = text.fill("admin-anonymise-title", &name);
    let wrong = mistyped.then(|| text.say("admin-anonymise-mistyped").to_string());
    html! {
        <Dialog title={title.clone()} onclose={props.onclose.clone()}>
            <form data-form="anonymise" {onsubmit} novalidate=true>
                <p class="notice notice-warn">{ text.say("admin-anonymise-forever") }</p>
                <p>{ text.say("admin-anonymise-goes") }</p>
                <p class="muted">{ text.say("admin-anonymise-stays") }</p>
                <FaultList faults={faults.clone()} form="anonymise" />
                <Line form="anonymise" name="reason" label={text.say("admin-anonymise-reason")} hint={text.say("admin-anonymise-reason-hint")} required=true max=1000 written={written.clone()} faults={faults.clone()} />
                <Checks name="redact" id="anonymise-redact_texts" label={text.say("admin-anonymise-also")} values={(*redact).clone()} onchange={choose_redact} choices={vec![redact_texts]} />
                <TextInput name="username" id="anonymise-username" label={text.fill("admin-anonymise-type", &[("username", (&user.username).into())])} required=true error={wrong} value={written.get("username")} oninput={written.set("username")} autocomplete="off" maxlength="60" />
                <div class="form-actions">
                    <Button look={Look::Danger} submit=true busy={submit.busy}>{ title }</Button>
                    <Button onclick={props.onclose.clone()}>{ text.say("ui-cancel") }</Button>
                </div>
            </form>
        </Dialog>
    }
}
