//! The sign-in form.

use crate::api::{self, Failure};
use crate::hooks::use_submit;
use crate::session::use_account;
use crate::text::use_text;
use crate::ui::{Button, ErrorSummary, FieldFault, Look, TextInput};
use contract::auth::LoginRequest;
use web_sys::SubmitEvent;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct SignInFormProps {
    /// Who must sign in, when the page belongs to somebody already.
    #[prop_or_default]
    pub(super) username: Option<AttrValue>,
    /// What went wrong before the form was there.
    #[prop_or_default]
    pub(super) notice: Option<AttrValue>,
}

/// User name and password of the person's computer.
#[component]
pub(super) fn SignInForm(props: &SignInFormProps) -> Html {
    let (text, account) = (use_text(), use_account());
    let username = use_state(|| props.username.as_ref().map(ToString::to_string).unwrap_or_default());
    let password = use_state(String::new);
    let gaps = use_state(Vec::<&'static str>::new);
    let submit = {
        let rejected = password.setter();
        use_submit(
            move |client, _key, body: LoginRequest| {
                let rejected = rejected.clone();
                async move {
                    let answer = api::auth::login(&client, &body).await;
                    if answer.as_ref().is_err_and(api::auth::is_rejection) {
                        rejected.set(String::new());
                    }
                    answer
                }
            },
            Callback::from(move |token| account.take_up(token)),
        )
    };
    let onsubmit = {
        let (username, password, gaps, run) =
            (username.clone(), password.clone(), gaps.setter(), submit.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let blank = [("username", username.trim().is_empty()), ("password", password.is_empty())];
            let missing: Vec<&'static str> =
                blank.into_iter().filter(|(_, blank)| *blank).map(|(name, _)| name).collect();
            if missing.is_empty() {
                run.emit(LoginRequest {
                    username: username.trim().to_owned(),
                    password: (*password).clone(),
                });
            }
            gaps.set(missing);
        })
    };
    let error = |name: &'static str| {
        let gap = gaps.contains(&name).then(|| text.say(&format!("sign-in-{name}-missing")).to_string());
        gap.or_else(|| submit.of_field(name))
    };
    let fault = |name: &'static str| Some(FieldFault { id: name.to_owned(), message: error(name)? });
    let faults: Vec<FieldFault> = ["username", "password"].into_iter().filter_map(fault).collect();
    let sentence = if faults.is_empty() {
        let failed = submit.failure.as_ref().map(|failure: &Failure| failure.sentence(&text));
        failed.or_else(|| props.notice.as_ref().map(ToString::to_string))
    } else {
        None
    };
    let set = |state: &UseStateHandle<String>| {
        let state = state.setter();
        Callback::from(move |value: String| state.set(value))
    };
    html! {
        <form class="sign-in-form" data-form="sign-in" {onsubmit} novalidate=true>
            <ErrorSummary {sentence} {faults} />
            <TextInput
                name="username"
                label={text.say("sign-in-username")}
                error={error("username")}
                required=true
                value={(*username).clone()}
                oninput={set(&username)}
                autocomplete="username"
                readonly={props.username.is_some()}
            />
            <TextInput
                name="password"
                kind="password"
                label={text.say("sign-in-password")}
                error={error("password")}
                required=true
                value={(*password).clone()}
                oninput={set(&password)}
                autocomplete="current-password"
                autofocus={props.username.is_some()}
            />
            <Button look={Look::Primary} submit=true busy={submit.busy} class="btn-wide">{ text.say("sign-in-submit") }</Button>
        </form>
    }
}
