//! Changing one's own password.

use crate::api;
use crate::hooks::use_submit;
use crate::session::{use_account, use_me};
use crate::text::use_text;
use crate::ui::{Button, ErrorSummary, FieldFault, Look, TextInput, use_toast};
use contract::auth::ChangePassword;
use web_sys::SubmitEvent;
use yew::prelude::*;

/// The form, or where the password is changed instead.
#[component]
pub(super) fn Password() -> Html {
    let (text, me) = (use_text(), use_me());
    html! {
        <section class="panel" aria-labelledby="password-title">
            <h2 id="password-title" class="section-title">{ text.say("password") }</h2>
            if me.has_password {
                <PasswordForm />
            } else {
                <p class="muted">{ text.say("password-elsewhere") }</p>
            }
        </section>
    }
}

/// The present password and the new one.
#[component]
fn PasswordForm() -> Html {
    let (text, me, account, toast) = (use_text(), use_me(), use_account(), use_toast());
    let (current, new) = (use_state(String::new), use_state(String::new));
    let gaps = use_state(Vec::<&'static str>::new);
    let submit = {
        let said = text.say("password-changed");
        let (empty_current, empty_new) = (current.setter(), new.setter());
        use_submit(
            |client, _key, body: ChangePassword| async move {
                api::security::change_password(&client, &body).await?;
                // What they had to do first may be done now.
                api::auth::me(&client).await
            },
            Callback::from(move |me| {
                empty_current.set(String::new());
                empty_new.set(String::new());
                account.update(me);
                toast.emit(said.clone());
            }),
        )
    };
    let onsubmit = {
        let (current, new, gaps, run) = (current.clone(), new.clone(), gaps.setter(), submit.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let blank = [("current", current.is_empty()), ("new", new.is_empty())];
            let missing: Vec<&'static str> =
                blank.into_iter().filter(|(_, blank)| *blank).map(|(name, _)| name).collect();
            if missing.is_empty() {
                run.emit(ChangePassword { current: (*current).clone(), new: (*new).clone() });
            }
            gaps.set(missing);
        })
    };
    let error = |name: &'static str| {
        let gap = gaps.contains(&name).then(|| text.say("password-missing").to_string());
        gap.or_else(|| submit.of_field(name))
    };
    let fault =
        |name: &'static str| Some(FieldFault { id: format!("password-{name}"), message: error(name)? });
    let faults: Vec<FieldFault> = ["current", "new"].into_iter().filter_map(fault).collect();
    let failure = submit.failure.as_ref().filter(|_| faults.is_empty());
    let sentence = failure.map(|failure| failure.sentence(&text));
    let set = |state: &UseStateHandle<String>| {
        let state = state.setter();
        Callback::from(move |value: String| state.set(value))
    };
    html! {
        <form data-form="password" {onsubmit} novalidate=true>
            <input type="text" name="username" autocomplete="username" value={me.username.clone()} hidden=true readonly=true />
            <ErrorSummary {sentence} {faults} />
            <TextInput name="current" id="password-current" kind="password" label={text.say("password-current")} error={error("current")} required=true value={(*current).clone()} oninput={set(&current)} autocomplete="current-password" />
            <TextInput name="new" id="password-new" kind="password" label={text.say("password-new")} hint={text.say("password-new-hint")} error={error("new")} required=true value={(*new).clone()} oninput={set(&new)} autocomplete="new-password" />
            <div class="form-actions"><Button look={Look::Primary} submit=true busy={submit.busy}>{ text.say("password-change") }</Button></div>
        </form>
    }
}
