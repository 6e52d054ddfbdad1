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
            Self::Refused(problem) => problem.title.clone(),
            Self::Offline => text.say("failure-offline-title").to_string(),
            Self::Unreadable { .. } | Self::SignedOut => text.say("failure-title").to_string(),
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
