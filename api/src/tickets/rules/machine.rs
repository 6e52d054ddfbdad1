//! The state machine of TC-PD-15 §6: who may do what to a ticket, when, and where it leads.
//!
//! [`check`] is asked before every action, and [`allowed`] asks it of every action to tell
//! clients what they may do, so what is offered and what is enforced cannot differ. Every
//! (status, action, role) triple and its answer is written out in `docs/reference/procedure.md`.

use contract::auth::Role;
use contract::tickets::{Action, ClosureReason, Kind, Status};

/// What about a ticket decides which actions fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Situation {
    /// Where it is.
    pub status: Status,
    /// Whether it waits.
    pub pending: bool,
    /// What it is.
    pub kind: Kind,
    /// 1 the desk, 2 specialists, 3 providers.
    pub level: u8,
    /// Whether the survey of its last resolution may still be answered: for 15 days after a
    /// tacit acceptance (TC-PD-15 activity 12).
    pub survey_open: bool,
    /// Why it was closed.
    pub closure: Option<ClosureReason>,
    /// Whether only those concerned may know of it.
    pub confidential: bool,
}

/// What somebody is to a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A person.
    Person {
        /// Their roles in the ticket's project.
        roles: Vec<Role>,
        /// Whether it is their own case.
        own: bool,
        /// Whether it is in the charge of the company they work for.
        theirs: bool,
        /// Whether it is they themselves, and not somebody who acts in their place.
        in_person: bool,
    },
    /// The scheduler.
    System,
}

/// Why an action is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// They may not do this to the ticket in any state.
    NotTheirs,
    /// Not in its present state.
    NotNow,
}

/// An action with what decides where it leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Any action whose outcome depends on nothing else.
    Plain(Action),
    /// `verify`, with its finding.
    Verify {
        /// Whether the solution was effective.
        effective: bool,
    },
    /// `survey`, with the requester's word.
    Survey {
        /// Whether the problem was solved.
        satisfied: bool,
    },
}

impl Step {
    /// The action.
    #[must_use]
    pub fn action(self) -> Action {
        match self {
            Self::Plain(action) => action,
            Self::Verify { .. } => Action::Verify,
            Self::Survey { .. } => Action::Survey,
        }
    }
}

/// May they do it now?
pub fn check(situation: &Situation, action: Action, standing: &Standing) -> Result<(), Refusal> {
    if !concerns(action, standing) {
        return Err(Refusal::NotTheirs);
    }
    if !fits(*situation, action) || !reaches(situation.level, action, standing) {
        return Err(Refusal::NotNow);
    }
    Ok(())
}

/// Everything they may do now, in the order of the procedure.
#[must_use]
pub fn allowed(situation: &Situation, standing: &Standing) -> Vec<Action> {
    Action::ALL.iter().copied().filter(|action| check(situation, *action, standing).is_ok()).collect()
}

/// Where a step leads that [`check`] has let pass.
#[must_use]
pub fn after(status: Status, step: Step) -> Status {
    match step {
        Step::Plain(Action::Register) => Status::Registered,
        Step::Plain(Action::Open) => Status::InAttention,
        Step::Plain(Action::Accept | Action::Escalate) | Step::Verify { effective: false } => {
            Status::InAnalysis
        }
        Step::Plain(Action::Diagnose) => Status::InProgress,
        Step::Plain(Action::Resolve) => Status::Resolved,
        Step::Plain(Action::Reject | Action::Close | Action::Cancel | Action::Merge | Action::AutoAccept)
        | Step::Survey { satisfied: true } => Status::Closed,
        // A "no" after a tacit acceptance does not reopen.
        Step::Survey { satisfied: false } if status != Status::Closed => Status::InAnalysis,
        Step::Plain(_) | Step::Verify { effective: true } | Step::Survey { .. } => status,
    }
}

/// The number of the procedure's activity that a step belongs to (TC-PD-15 §6).
#[must_use]
pub fn activity(step: Step) -> Option<u8> {
    Some(match step.action() {
        Action::Register => 3,
        Action::Open => 4,
        Action::Accept | Action::Reject => 5,
        Action::Classify => 6,
        Action::Escalate => 8,
        Action::Assign | Action::Diagnose | Action::Pause | Action::Resume => 9,
        Action::Work => 10,
        Action::Verify => 11,
        Action::Resolve | Action::AutoAccept | Action::Remind => 12,
        Action::Survey => 13,
        Action::Close | Action::Cancel | Action::Merge => 14,
        Action::Comment | Action::Attach | Action::Confidential | Action::Warn | Action::Breach => {
            return None;
        }
    })
}

/// Whether an action is for them at all: the column "Responsable" of TC-PD-15 §6.
fn concerns(action: Action, standing: &Standing) -> bool {
    let (roles, own, theirs, in_person) = match standing {
        Standing::System => {
            return matches!(
                action,
                Action::AutoAccept | Action::Remind | Action::Warn | Action::Breach | Action::Resume
            );
        }
        Standing::Person { roles, own, theirs, in_person } => (roles, *own, *theirs, *in_person),
    };
    let is = |wanted: &[Role]| roles.iter().any(|role| wanted.contains(role));
    let desk = is(&[Role::Agent, Role::Admin]);
    let solver = desk || is(&[Role::Specialist]) || (theirs && is(&[Role::Provider]));
    match action {
        Action::Open | Action::Accept | Action::Reject | Action::Merge => desk,
        Action::Classify | Action::Escalate | Action::Confidential => desk || is(&[Role::Specialist]),
        Action::Assign
        | Action::Diagnose
        | Action::Work
        | Action::Pause
        | Action::Resume
        | Action::Verify
        | Action::Resolve => solver,
        Action::Close => is(&[Role::Admin]),
        Action::Survey => own && in_person,
        Action::Cancel => own,
        Action::Comment | Action::Attach => own || solver || is(&[Role::Supervisor]),
        // Registering makes a ticket; the rest is the scheduler's.
        Action::Register | Action::AutoAccept | Action::Remind | Action::Warn | Action::Breach => false,
    }
}

impl Situation {
    /// Whether its survey may be answered.
    #[must_use]
    pub fn takes_survey(self) -> bool {
        self.survey_open && fits(self, Action::Survey)
    }
}

/// Whether an action fits the state: the column "from → to" of the procedure.
fn fits(situation: Situation, action: Action) -> bool {
    let Situation { status, pending, kind, survey_open, closure, confidential, .. } = situation;
    let working = matches!(status, Status::InAnalysis | Status::InProgress);
    let open = status != Status::Closed;
    match action {
        Action::Open => status == Status::Registered,
        Action::Accept | Action::Reject => status == Status::InAttention,
        Action::Classify => matches!(status, Status::InAttention | Status::InAnalysis),
        Action::Assign => status == Status::InAttention || working,
        // What waits is taken up by `resume` first.
        Action::Escalate | Action::Diagnose | Action::Pause => working && !pending,
        Action::Work | Action::Verify => status == Status::InProgress && !pending,
        Action::Resume => working && pending,
        // Activity 6: a petition within the desk's competence is simply answered.
        Action::Resolve => {
            let simple = matches!(kind, Kind::Request | Kind::Requirement);
            !pending && (status == Status::InProgress || (simple && status == Status::InAnalysis))
        }
        Action::Survey => {
            status == Status::Resolved || (closure == Some(ClosureReason::AutoAccepted) && survey_open)
        }
        Action::Cancel => matches!(status, Status::Registered | Status::InAttention),
        Action::AutoAccept | Action::Remind => status == Status::Resolved,
        // Who may read one of the two would learn of the other.
        Action::Merge => open && !confidential,
        Action::Close
        | Action::Comment
        | Action::Attach
        | Action::Confidential
        | Action::Warn
        | Action::Breach => open,
        Action::Register => false,
    }
}

/// Escalation goes exactly one level up: an agent takes it from 1, a specialist from 2 (activity 8).
fn reaches(level: u8, action: Action, standing: &Standing) -> bool {
    let Standing::Person { roles, .. } = standing else { return true };
    action != Action::Escalate
        || match level {
            1 => roles.iter().any(|role| matches!(role, Role::Agent | Role::Admin)),
            2 => roles.iter().any(|role| matches!(role, Role::Specialist | Role::Admin)),
            _ => false,
        }
}
