//! The sign-in form.

use crate::api::{self, Failure};
use crate::browser;
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
    let code = use_state(String::new);
    // Whether the account takes a code too: the server says so once the password is right.
    let asked = use_state(|| false);
    let gaps = use_state(Vec::<&'static str>::new);
    let submit = {
        let (rejected, spent, ask) = (password.setter(), code.setter(), asked.setter());
        use_submit(
            move |client, _key, body: LoginRequest| {
                let (rejected, spent, ask) = (rejected.clone(), spent.clone(), ask.clone());
                async move {
                    let answer = api::auth::login(&client, &body).await;
                    if let Err(failure) = &answer {
                        if failure.is("second_factor_required") {
                            ask.set(true);
                        } else if failure.is("invalid_code") {
                            spent.set(String::new());
                        } else if api::auth::is_rejection(failure) {
                            rejected.set(String::new());
                        }
                    }
                    answer
                }
            },
            Callback::from(move |token| account.take_up(token)),
        )
    };
    use_effect_with(*asked, |asked| {
        if *asked {
            browser::focus("[data-form=sign-in] [name=code]");
        }
    });
    let onsubmit = {
        let (username, password, gaps, run) =
            (username.clone(), password.clone(), gaps.setter(), submit.run.clone());
        let (code, asked) = (code.clone(), *asked);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let blank = [
                ("username", username.trim().is_empty()),
                ("password", password.is_empty()),
                ("code", asked && code.trim().is_empty()),
            ];
            let missing: Vec<&'static str> =
                blank.into_iter().filter(|(_, blank)| *blank).map(|(name, _)| name).collect();
            if missing.is_empty() {
                run.emit(LoginRequest {
                    username: username.trim().to_owned(),
                    password: (*password).clone(),
                    code: Some(code.trim().to_owned()).filter(|code| !code.is_empty()),
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
    let faults: Vec<FieldFault> = ["username", "password", "code"].into_iter().filter_map(fault).collect();
    // That a code is wanted is no failure: the field for it says so.
    let failure = submit.failure.as_ref().filter(|failure| !failure.is("second_factor_required"));
    let sentence = if faults.is_empty() {
        let failed = failure.map(|failure: &Failure| failure.sentence(&text));
        let tried = submit.busy || submit.failure.is_some();
        failed.or_else(|| props.notice.as_ref().filter(|_| !tried).map(ToString::to_string))
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
            if *asked {
                <TextInput
                    name="code"
                    label={text.say("sign-in-code")}
                    hint={text.say("sign-in-code-hint")}
                    error={error("code")}
                    required=true
                    value={(*code).clone()}
                    oninput={set(&code)}
                    autocomplete="one-time-code"
                    maxlength="40"
                />
            }
            <Button look={Look::Primary} submit=true busy={submit.busy} class="btn-wide">{ text.say("sign-in-submit") }</Button>
        </form>
    }
}
