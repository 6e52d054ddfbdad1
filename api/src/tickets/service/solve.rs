//! Activities 11 to 14: was it effective, the solution, the requester's word, the close.

use super::steps::end;
use super::{act, handover};
use crate::error::{Error, Result};
use crate::http::{Answer, Work};
use crate::tickets::model::{Closure, Satisfaction};
use crate::tickets::rules::machine::Step;
use crate::tickets::rules::timers::next_reminder;
use crate::{projects, sla, surveys};
use contract::reference::Reference;
use contract::tickets::{
    Action, AnswerSurvey, CloseReason, CloseTicket, ClosureReason, ResolveTicket, Status, Ticket as Shown,
    VerifyTicket,
};

/// Activity 11: if the solution was not effective, analysis begins again.
pub fn verify(work: &mut Work<'_>, ticket: &Reference, body: VerifyTicket) -> Result<Answer<Shown>> {
    act(work, ticket, Step::Verify { effective: body.effective }, |_, _, entry| {
        entry.note(body.note).detail("effective", body.effective);
        Ok(())
    })
}

/// Activity 12: documents the solution; the requester has the acceptance window to refuse it.
pub fn resolve(work: &mut Work<'_>, ticket: &Reference, body: ResolveTicket) -> Result<Answer<Shown>> {
    act(work, ticket, Step::Plain(Action::Resolve), |work, ticket, entry| {
        ticket.resolved_at = Some(work.now);
        ticket.resolution_count += 1;
        let due_at = sla::acceptance_due(work.connection, ticket.project, ticket.details.calendar, work.now)?;
        let hours = projects::load(work.connection, ticket.project)?.reminder_hours;
        ticket.acceptance_due_at = Some(due_at);
        ticket.details.reminder_at = next_reminder(due_at, &hours, work.now);
        entry.note(body.solution.clone());
        ticket.details.solution = Some(body.solution);
        Ok(())
    })
}

/// Activity 13: yes closes, no goes back to activity 6. One answer for each resolution, kept.
pub fn survey(work: &mut Work<'_>, ticket: &Reference, body: &AnswerSurvey) -> Result<Answer<Shown>> {
    work.caller.in_person()?;
    if !body.satisfied && body.comment.as_deref().is_none_or(|comment| comment.trim().is_empty()) {
        return Err(Error::field("comment", "comment_required"));
    }
    act(work, ticket, Step::Survey { satisfied: body.satisfied }, |work, ticket, entry| {
        surveys::check_answers(work.connection, ticket.project, &body.answers)?;
        entry.note(body.comment.clone()).detail("satisfied", body.satisfied).detail("score", body.score);
        ticket.details.satisfaction = Some(Satisfaction { satisfied: body.satisfied, score: body.score });
        ticket.surveyed_resolution = ticket.resolution_count;
        match ticket.status {
            Status::Closed if ticket.closure.is_none() => {
                end(
                    work,
                    ticket,
                    Closure { reason: ClosureReason::Accepted, note: None, redirected_to: None },
                );
            }
            Status::InAnalysis => {
                // Tells the clocks that this "no" reopened, unlike one after a tacit acceptance.
                entry.detail("reopened", true);
                ticket.reopen_count += 1;
                ticket.resolved_at = None;
                ticket.acceptance_due_at = None;
                ticket.details.reminder_at = None;
                handover::vacate_if_gone(work, ticket)?;
            }
            // After a tacit acceptance: it stays closed, and stays tacit.
            _ => {}
        }
        let case = (ticket.project, ticket.id);
        surveys::record(work.connection, case, ticket.resolution_count, body, work.caller.id, work.now)
    })
}

/// Activity 14 by an administrator: not wanted any more, or the same case as another.
pub fn close(work: &mut Work<'_>, ticket: &Reference, body: CloseTicket) -> Result<Answer<Shown>> {
    act(work, ticket, Step::Plain(Action::Close), |work, ticket, entry| {
        let reason = match body.reason {
            CloseReason::Cancelled => ClosureReason::Cancelled,
            CloseReason::Duplicate => ClosureReason::Duplicate,
        };
        entry.note(body.note.clone());
        end(work, ticket, Closure { reason, note: Some(body.note), redirected_to: None });
        Ok(())
    })
}
