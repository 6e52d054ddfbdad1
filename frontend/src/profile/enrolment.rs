//! How an authenticator app learns the secret, and shows that it has it.

use crate::api;
use crate::hooks::use_submit;
use crate::keys::Secret;
use crate::text::use_text;
use crate::ui::{Button, ErrorSummary, FieldFault, Look, TextInput};
use contract::auth::{ConfirmSecondFactor, RecoveryCodes, SecondFactorEnrolment};
use web_sys::SubmitEvent;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct EnrolmentProps {
    pub(super) enrolment: SecondFactorEnrolment,
    /// The app has shown the right code.
    pub(super) confirmed: Callback<RecoveryCodes>,
    pub(super) leave: Callback<()>,
}

/// A picture for the app's camera, the same in letters, and the field for its first code.
#[component]
pub(super) fn Enrolment(props: &EnrolmentProps) -> Html {
    let text = use_text();
    let code = use_state(String::new);
    let submit = use_submit(
        |client, _key, body: ConfirmSecondFactor| async move {
            api::security::confirm_second_factor(&client, &body).await
        },
        props.confirmed.clone(),
    );
    let onsubmit = {
        let (code, run) = (code.clone(), submit.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit(ConfirmSecondFactor { code: code.trim().to_owned() });
        })
    };
    let oninput = {
        let code = code.setter();
        Callback::from(move |value: String| code.set(value))
    };
    let error = submit.of_field("code");
    let faults = error.clone().map(|message| FieldFault { id: "factor-code".to_owned(), message });
    let failure = submit.failure.as_ref().filter(|_| faults.is_none());
    let sentence = failure.map(|failure| failure.sentence(&text));
    let SecondFactorEnrolment { secret, qr_svg, .. } = &props.enrolment;
    let picture = format!("data:image/svg+xml,{}", js_sys::encode_uri_component(qr_svg));
    html! {
        <form data-form="confirm-factor" {onsubmit} novalidate=true>
            <ErrorSummary {sentence} faults={faults.into_iter().collect::<Vec<_>>()} />
            <ol class="steps">
                <li>{ text.say("factor-step-app") }</li>
                <li>
                    <p>{ text.say("factor-step-scan") }</p>
                    <img class="qr" src={picture} width="240" height="240" alt={text.say("factor-picture")} />
                    <p class="muted small">{ text.say("factor-step-type") }</p>
                    <Secret words={grouped(secret)} label={text.say("factor-secret")} />
                </li>
                <li>
                    <TextInput name="code" id="factor-code" label={text.say("factor-step-code")} {error} required=true value={(*code).clone()} {oninput} autocomplete="one-time-code" maxlength="40" />
                </li>
            </ol>
            <div class="form-actions">
                <Button look={Look::Primary} submit=true busy={submit.busy}>{ text.say("factor-confirm") }</Button>
                <Button onclick={props.leave.clone()}>{ text.say("ui-cancel") }</Button>
            </div>
        </form>
    }
}

/// In groups of four letters, as one types them from one screen to another.
fn grouped(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn a_secret_is_read_in_groups() {
        assert_eq!(grouped("ABCDEFGHIJ"), "ABCD EFGH IJ");
        assert_eq!(grouped(""), "");
    }
}
