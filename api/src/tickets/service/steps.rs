//! Activities 4 to 10: attention, analysis, escalation, diagnosis, work.

use super::act;
use super::targets::{self, Target};
use crate::catalog;
use crate::error::{Error, Result};
use crate::http::{Answer, Work};
use crate::projects;
use crate::tickets::model::{Closure, Pending, Ticket};
use crate::tickets::rules::machine::Step;
use crate::tickets::rules::priority::priority;
use crate::tickets::store;
use contract::reference::Reference;
use contract::tickets::{
    AcceptTicket, Action, AssignTicket, CancelTicket, ClassifyTicket, ClosureReason, DiagnoseTicket,
    EscalateTicket, PauseTicket, RecordWork, RejectTicket, Ticket as Shown,
};

/// Activity 4: attention begins, its clock stops, and whoever opened it is in charge.
pub fn open(work: &mut Work<'_>, ticket: &Reference) -> Result<Answer<Shown>> {
    act(work, ticket, Step::Plain(Action::Open), |work, ticket, _| {
        ticket.opened_at = Some(work.now);
        ticket.assignee = Some(work.caller.id);
        store::watch(work.connection, ticket.id, work.caller.id)
    })
}

/// Activity 5, yes.
pub fn accept(work: &mut Work<'_>, ticket: &Reference, body: AcceptTicket) -> Result<Answer<Shown>> {
    act(work, ticket, Step::Plain(Action::Accept), |_, _, entry| {
        entry.note(body.note);
        Ok(())
    })
}

/// Activity 5, no: rejected, or handed over to the competent area.
pub fn reject(work: &mut Work<'_>, ticket: &Reference, body: RejectTicket) -> Result<Answer<Shown>> {
    act(work, ticket, Step::Plain(Action::Reject), |work, ticket, entry| {
        let RejectTicket { reason, redirect_to } = body;
        let why = if redirect_to.is_some() { ClosureReason::Redirected } else { ClosureReason::Rejected };
        entry.note(reason.clone());
        end(work, ticket, Closure { reason: why, note: Some(reason), redirected_to: redirect_to });
        Ok(())
    })
}

/// Activity 6: what the case is and whom it hurts; its priority follows.
pub fn classify(work: &mut Work<'_>, ticket: &Reference, body: ClassifyTicket) -> Result<Answer<Shown>> {
    act(work, ticket, Step::Plain(Action::Classify), |work, ticket, _| {
        let ClassifyTicket { kind, impact, urgency, service, information_system, component, asset } = body;
        let project = projects::load(work.connection, ticket.project)?;
        ticket.kind = kind.unwrap_or(ticket.kind);
        ticket.impact = impact.unwrap_or(ticket.impact);
        ticket.urgency = urgency.unwrap_or(ticket.urgency);
        ticket.priority = priority(&project.priority_matrix, ticket.impact, ticket.urgency);
        if let Some(reference) = service {
            ticket.service =
                Some(known("service", catalog::find_service(work.connection, project.id, &reference)?)?);
        }
        if let Some(reference) = information_system {
            ticket.details.information_system = Some(known(
                "information_system",
                catalog::find_information_system(work.connection, project.id, &reference)?,
            )?);
        }
        if let Some(reference) = component {
            ticket.details.component =
                Some(known("component", catalog::find_component(work.connection, project.id, &reference)?)?);
        }
        if let Some(reference) = asset {
            ticket.details.asset =
                Some(known("asset", catalog::find_asset(work.connection, project.id, &reference)?)?);
        }
        Ok(())
    })
}

/// Activities 7 and 8: exactly one level up. Whoever hands it on keeps watching until its close.
pub fn escalate(work: &mut Work<'_>, ticket: &Reference, body: EscalateTicket) -> Result<Answer<Shown>> {
    act(work, ticket, Step::Plain(Action::Escalate), |work, ticket, entry| {
        let EscalateTicket { reason, group, assignee, provider } = body;
        let level = ticket.level + 1;
        let Target { group, assignee, provider } =
            targets::of_level(work.connection, ticket.project, level, group, assignee, provider)?;
        (ticket.level, ticket.group, ticket.assignee, ticket.provider) = (level, group, assignee, provider);
        entry.note(reason);
        store::watch(work.connection, ticket.id, work.caller.id)
    })
}

/// Activity 9: another person or group of the same level.
pub fn assign(work: &mut Work<'_>, ticket: &Reference, body: AssignTicket) -> Result<Answer<Shown>> {
    act(work, ticket, Step::Plain(Action::Assign), |work, ticket, entry| {
        let AssignTicket { group, assignee, note } = body;
        targets::reassign(work, ticket, group, assignee)?;
        entry.note(note);
        Ok(())
    })
}

/// Activity 9: cause, analysis, and the work planned.
pub fn diagnose(work: &mut Work<'_>, ticket: &Reference, body: DiagnoseTicket) -> Result<Answer<Shown>> {
    act(work, ticket, Step::Plain(Action::Diagnose), |_, _, entry| {
        let DiagnoseTicket { cause, analysis, planned_actions } = body;
        entry.note(analysis).detail("cause", cause);
        if let Some(planned) = planned_actions {
            entry.detail("planned_actions", planned);
        }
        Ok(())
    })
}

/// Activity 10: an action carried out.
pub fn work(work: &mut Work<'_>, ticket: &Reference, body: RecordWork) -> Result<Answer<Shown>> {
    act(work, ticket, Step::Plain(Action::Work), |_, _, entry| {
        entry.note(body.description).detail("minutes", body.minutes);
        Ok(())
    })
}

/// Activity 9: waits for somebody.
pub fn pause(work: &mut Work<'_>, ticket: &Reference, body: PauseTicket) -> Result<Answer<Shown>> {
    act(work, ticket, Step::Plain(Action::Pause), |work, ticket, entry| {
        let PauseTicket { reason, note, until } = body;
        if until.is_some_and(|until| until <= work.now) {
            return Err(Error::field("until", "future"));
        }
        ticket.pending = Some(Pending { reason, since: work.now, until });
        entry.note(note).detail("reason", reason.as_str());
        Ok(())
    })
}

/// Activity 9: the wait is over.
pub fn resume(work: &mut Work<'_>, ticket: &Reference) -> Result<Answer<Shown>> {
    act(work, ticket, Step::Plain(Action::Resume), |_, ticket, _| {
        ticket.pending = None;
        Ok(())
    })
}

/// The requester takes it back before the desk has accepted it.
pub fn cancel(work: &mut Work<'_>, ticket: &Reference, body: CancelTicket) -> Result<Answer<Shown>> {
    act(work, ticket, Step::Plain(Action::Cancel), |work, ticket, entry| {
        entry.note(body.note.clone());
        end(work, ticket, Closure { reason: ClosureReason::Cancelled, note: body.note, redirected_to: None });
        Ok(())
    })
}

/// Activity 14: nothing runs any more.
pub(super) fn end(work: &Work<'_>, ticket: &mut Ticket, closure: Closure) {
    ticket.closure = Some(closure);
    ticket.closed_at = Some(work.now);
    ticket.pending = None;
    ticket.acceptance_due_at = None;
    ticket.details.reminder_at = None;
}

/// What a reference in `field` stands for, or the fault that it stands for nothing.
pub(super) fn known<T>(field: &str, found: Option<T>) -> Result<T> {
    found.ok_or_else(|| Error::field(field, "unknown_reference"))
}
