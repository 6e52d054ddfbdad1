//! One action done to many tickets, by the very use cases that do it to one.

use crate::error::{Error, Result};
use crate::http::{Answer, Work, parse_part};
use crate::tickets::store;
use contract::reference::Reference;
use contract::tickets::{
    AcceptTicket, AssignTicket, BulkAction, CancelTicket, ClassifyTicket, CloseTicket, DiagnoseTicket,
    EscalateTicket, MergeTicket, OpenTicket, PauseTicket, RecordWork, RejectTicket, ResolveTicket,
    ResumeTicket, Ticket as Shown, VerifyTicket,
};
use serde_json::{Map, Value};

/// Declares the commands: each action with its body and the use case that does it.
macro_rules! commands {
    ($($action:ident($body:ident) => $do:expr;)+) => {
        /// An action with a body that fits it.
        #[derive(Clone, Debug)]
        pub enum Command {
            $(
                #[doc = concat!("`", stringify!($action), "`")]
                $action($body)
            ),+
        }

        impl Command {
            /// The action with the body that was sent for it, which must be what the action's own
            /// operation takes.
            pub fn parse(action: BulkAction, body: &Map<String, Value>) -> Result<Self> {
                Ok(match action {
                    $(BulkAction::$action => Self::$action(parse_part("body", body)?)),+
                })
            }

            /// Does it to one ticket.
            pub fn perform(self, work: &mut Work<'_>, ticket: &Reference) -> Result<Answer<Shown>> {
                match self {
                    $(Self::$action(body) => $do(work, ticket, body)),+
                }
            }
        }
    };
}

commands! {
    Open(OpenTicket) => |work, ticket, OpenTicket {}| super::open(work, ticket);
    Accept(AcceptTicket) => super::accept;
    Reject(RejectTicket) => super::reject;
    Classify(ClassifyTicket) => super::classify;
    Escalate(EscalateTicket) => super::escalate;
    Assign(AssignTicket) => super::assign;
    Diagnose(DiagnoseTicket) => super::diagnose;
    Work(RecordWork) => super::work;
    Pause(PauseTicket) => super::pause;
    Resume(ResumeTicket) => |work, ticket, ResumeTicket {}| super::resume(work, ticket);
    Verify(VerifyTicket) => super::verify;
    Resolve(ResolveTicket) => super::resolve;
    Close(CloseTicket) => super::close;
    Cancel(CancelTicket) => super::cancel;
    Merge(MergeTicket) => |work, ticket, body: MergeTicket| super::merge(work, ticket, &body);
}

/// Refuses a ticket that is named twice, by its id and by its number.
pub fn each_once(work: &mut Work<'_>, tickets: &[Reference]) -> Result<()> {
    let mut named = store::identified(work.connection, &work.caller, tickets)?;
    let all = named.len();
    named.sort_unstable();
    named.dedup();
    if named.len() == all { Ok(()) } else { Err(Error::field("ids", "duplicate")) }
}
