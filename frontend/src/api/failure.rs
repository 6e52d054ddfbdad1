//! Why a request brought nothing.

use crate::text::Text;
use contract::problem::Problem;
use std::rc::Rc;

/// Why a request brought nothing.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Failure {
    /// The server said no, and why.
    Refused(Rc<Problem>),
    /// The server could not be reached.
    Offline,
    /// The server (or something in between) answered what is no problem and no answer.
    Unreadable { status: u16 },
    /// The person signed out while the request waited for them to sign in again.
    SignedOut,
}

impl Failure {
    /// What went wrong and what to do, in one or two sentences.
    pub(crate) fn sentence(&self, text: &Text) -> String {
        match self {
            Self::Refused(_) if self.has_arrived() => text.say("failure-arrived").to_string(),
            Self::Refused(problem) => problem.detail.clone(),
            Self::Offline => text.say("failure-offline").to_string(),
            Self::Unreadable { status } => {
                text.fill("failure-unreadable", &[("status", (*status).into())]).to_string()
            }
            Self::SignedOut => text.say("failure-signed-out").to_string(),
        }
    }

    /// The server's title, where there is one.
    pub(crate) fn title(&self, text: &Text) -> String {
        match self {
            Self::Refused(problem) if !self.has_arrived() => problem.title.clone(),
            Self::Offline => text.say("failure-offline-title").to_string(),
            Self::Refused(_) | Self::Unreadable { .. } | Self::SignedOut => {
                text.say("failure-title").to_string()
            }
        }
    }

    /// The problem, when the server gave one.
    pub(crate) fn problem(&self) -> Option<&Problem> {
        match self {
            Self::Refused(problem) => Some(problem),
            _ => None,
        }
    }

    /// Whether the problem has this code.
    pub(crate) fn is(&self, code: &str) -> bool {
        self.problem().is_some_and(|problem| problem.code == code)
    }

    /// Whether there is something that the person must do before anything else.
    pub(crate) fn is_duty(&self) -> bool {
        let first =
            ["privacy_notice_required", "second_factor_enrolment_required", "password_change_required"];
        first.iter().any(|code| self.is(code))
    }

    /// Whether what was sent before under the same key did arrive, although its answer was lost, and was
    /// something else. Whoever reads that and sends again means it.
    pub(crate) fn has_arrived(&self) -> bool {
        self.is("key_reused")
    }

    /// What is wrong with a field, if anything is.
    pub(crate) fn of_field(&self, field: &str) -> Option<String> {
        let errors = &self.problem()?.errors;
        errors.iter().find(|error| error.field == field).map(|error| error.message.clone())
    }

    /// Whether the server has surely done nothing, so that the next try is another request.
    pub(crate) fn is_refusal(&self) -> bool {
        self.problem().is_some_and(|problem| (400..500).contains(&problem.status))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::auth::Locale;

    #[test]
    fn of_keys_nothing_is_said_to_people() {
        let problem = serde_json::from_value(serde_json::json!({
            "type": "about:blank", "instance": "/api/v1/tickets", "title": "Esa Idempotency-Key ya se usó",
            "status": 422, "code": "key_reused", "detail": "La clave se usó antes.", "errors": []
        }));
        let failure = Failure::Refused(Rc::new(problem.unwrap()));
        let text = Text::of(Locale::Es);
        assert_eq!(failure.sentence(&text), text.say("failure-arrived").to_string());
        assert_eq!(failure.title(&text), text.say("failure-title").to_string());
        assert!(failure.is_refusal(), "the next try has another key");
    }
}
