//! The body of each action, typed by the contract.

use contract::tickets::{
    AcceptTicket, Action, AnswerSurvey, AssignTicket, CancelTicket, ClassifyTicket, CloseTicket,
    DiagnoseTicket, EscalateTicket, MergeTicket, OpenTicket, PauseTicket, RecordWork, RejectTicket,
    ResolveTicket, ResumeTicket, VerifyTicket,
};
use serde::Serialize;
use serde_json::{Error, Value, from_value};

macro_rules! commands {
    ($($action:ident($body:ty)),+ $(,)?) => {
        /// Something to do to a ticket: an action and its body.
        #[derive(Clone, Debug, PartialEq, Serialize)]
        #[serde(untagged)]
        pub(crate) enum Command { $($action($body)),+ }

        impl Command {
            /// Every action that has a body of its own.
            #[cfg(test)]
            pub(crate) const ACTIONS: &[Action] = &[$(Action::$action),+];

            /// What is to be done.
            pub(crate) const fn action(&self) -> Action {
                match self { $(Self::$action(_) => Action::$action),+ }
            }

            /// The command of an action, from what a form holds; none for actions that are no
            /// operation of their own (registering, commenting, what the system does).
            pub(crate) fn parse(action: Action, body: Value) -> Option<Result<Self, Error>> {
                match action {
                    $(Action::$action => Some(from_value(body).map(Self::$action)),)+
                    _ => None,
                }
            }
        }
    };
}

commands! {
    Open(OpenTicket),
    Accept(AcceptTicket),
    Reject(RejectTicket),
    Classify(ClassifyTicket),
    Escalate(EscalateTicket),
    Assign(AssignTicket),
    Diagnose(DiagnoseTicket),
    Work(RecordWork),
    Pause(PauseTicket),
    Resume(ResumeTicket),
    Verify(VerifyTicket),
    Resolve(ResolveTicket),
    Survey(AnswerSurvey),
    Close(CloseTicket),
    Cancel(CancelTicket),
    Merge(MergeTicket),
}
