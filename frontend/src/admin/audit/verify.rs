//! Asking the server to prove that the log is what it was when it was written.

use crate::api;
use crate::hooks::use_submit;
use crate::text::{Text, use_text};
use crate::ui::{Button, Failed, Icon, glyph};
use contract::audit::AuditVerification;
use yew::prelude::*;

/// The button, and what came of it.
#[component]
pub(super) fn Verify() -> Html {
    let text = use_text();
    let found = use_state(|| None::<AuditVerification>);
    let submit = {
        let found = found.setter();
        use_submit(
            |client, _key, ()| async move { api::audit::verify(&client).await },
            Callback::from(move |outcome| found.set(Some(outcome))),
        )
    };
    let intact = found.as_ref().map(|found| found.intact);
    let class = match intact {
        None => "verify",
        Some(true) => "verify verify-good",
        Some(false) => "verify verify-bad",
    };
    html! {
        <section class={classes!("panel", class)} aria-labelledby="verify-title" data-part="verify">
            <span class="verify-icon">{ glyph(match intact { Some(false) => Icon::AlertTriangle, Some(true) => Icon::CircleCheck, None => Icon::Lock }) }</span>
            <div class="verify-text">
                <h2 id="verify-title" class="section-title">{ text.say("audit-verify-title") }</h2>
                <p class="muted" role="status">
                    { found.as_ref().map_or_else(|| text.say("audit-verify-about").to_string(), |found| outcome(found, &text)) }
                </p>
                if let Some(failure) = &submit.failure { <Failed failure={failure.clone()} small=true /> }
            </div>
            <Button busy={submit.busy} onclick={submit.run.clone()} action="verify">{ text.say("audit-verify") }</Button>
        </section>
    }
}

/// What was found, in words.
fn outcome(found: &AuditVerification, text: &Text) -> String {
    let AuditVerification { intact: _, verified, waiting, fault } = found;
    let Some(fault) = fault else {
        let sentence = text.fill("audit-intact", &[("count", (*verified).into())]);
        let more = text.fill("audit-waiting", &[("count", (*waiting).into())]);
        return if *waiting > 0 { format!("{sentence} {more}") } else { sentence.to_string() };
    };
    let kind = text.word(fault.kind);
    let place = match fault.position {
        Some(position) => text.fill("audit-fault-at", &[("position", position.into())]),
        None => text.say("audit-fault-outside"),
    };
    let entry =
        fault.entry.map(|entry| text.fill("audit-fault-entry", &[("entry", entry.to_string().into())]));
    let parts = [Some(kind), Some(place), entry];
    parts.into_iter().flatten().map(|part| part.to_string()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::audit::{AuditFault, AuditFaultKind};
    use contract::auth::Locale;

    #[test]
    fn what_was_found_is_said_in_words() {
        let text = Text::of(Locale::Es);
        let intact = AuditVerification { intact: true, verified: 12, waiting: 0, fault: None };
        assert!(outcome(&intact, &text).contains("12"));
        let fault = AuditFault { kind: AuditFaultKind::Missing, position: Some(7), entry: None };
        let broken = AuditVerification { intact: false, verified: 6, waiting: 2, fault: Some(fault) };
        let said = outcome(&broken, &text);
        assert!(said.contains('7') && !said.contains("12"), "{said}");
    }
}
