//! Something to do to a ticket. The body is made by a form from a table of fields; a test holds each
//! of them against the contract's type, so that the types need not travel to the browser.

use contract::tickets::{Action, AnswerSurvey};
use serde_json::Value;

/// An action and its body.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Command {
    pub(crate) action: Action,
    pub(crate) body: Value,
}

impl Command {
    /// An action with the body that a form holds.
    pub(crate) const fn new(action: Action, body: Value) -> Self {
        Self { action, body }
    }

    /// The requester's word on the solution.
    pub(crate) fn survey(answer: &AnswerSurvey) -> Self {
        Self::new(Action::Survey, serde_json::to_value(answer).unwrap_or_default())
    }
}

/// The actions that are operations of the API, and the contract's type of each one's body.
#[cfg(test)]
pub(crate) mod bodies {
    use super::{Action, Command};
    use contract::tickets::{
        AcceptTicket, AnswerSurvey, AssignTicket, CancelTicket, ClassifyTicket, CloseTicket, DiagnoseTicket,
        EscalateTicket, MergeTicket, OpenTicket, PauseTicket, RecordWork, RejectTicket, ResolveTicket,
        ResumeTicket, SetConfidential, VerifyTicket,
    };
    use serde_json::{Error, from_value};

    macro_rules! bodies {
        ($($action:ident: $body:ty),+ $(,)?) => {
            /// The actions that are operations.
            pub(crate) const ACTIONS: &[Action] = &[$(Action::$action),+];

            /// Whether the contract takes the body.
            pub(crate) fn check(command: &Command) -> Result<(), Error> {
                match command.action {
                    $(Action::$action => from_value::<$body>(command.body.clone()).map(drop),)+
                    other => panic!("{other} is no operation of its own"),
                }
            }
        };
    }

    bodies! {
        Open: OpenTicket,
        Accept: AcceptTicket,
        Reject: RejectTicket,
        Classify: ClassifyTicket,
        Escalate: EscalateTicket,
        Assign: AssignTicket,
        Diagnose: DiagnoseTicket,
        Work: RecordWork,
        Pause: PauseTicket,
        Resume: ResumeTicket,
        Verify: VerifyTicket,
        Resolve: ResolveTicket,
        Survey: AnswerSurvey,
        Close: CloseTicket,
        Cancel: CancelTicket,
        Merge: MergeTicket,
        Confidential: SetConfidential,
    }
}
