//! How a ticket stands, told to the person whose case it is.

use crate::text::Text;
use crate::ui::{Stage, StageState};
use chrono::{DateTime, Utc};
use contract::tickets::{ClosureReason, PauseReason, Status, TicketSummary};

/// What happens now and until when, in a sentence or two.
pub(super) fn told(ticket: &TicketSummary, now: DateTime<Utc>, text: &Text) -> String {
    let until =
        |key: &str, at: DateTime<Utc>| text.fill(key, &[("date", text.date(at, now).into())]).to_string();
    match key(ticket, now) {
        ("told-registered", Some(due)) => until("told-registered", due),
        ("told-resolved", Some(due)) => until("told-resolved", due),
        ("told-resume", Some(resume)) => until("told-resume", resume),
        (key, Some(due)) => format!("{} {}", text.say(key), until("told-due", due)),
        (key, None) => text.say(key).to_string(),
    }
}

/// The key of the sentence, and the instant that matters, when it is still ahead.
fn key(ticket: &TicketSummary, now: DateTime<Utc>) -> (&'static str, Option<DateTime<Utc>>) {
    if let Some(pending) = &ticket.pending {
        return match (pending.reason, pending.until.filter(|until| *until > now)) {
            (PauseReason::Requester, _) => ("told-waits-for-you", None),
            (PauseReason::Authorisation, _) => ("told-waits-for-authorisation", None),
            (PauseReason::ThirdParty | PauseReason::Parts, Some(until)) => ("told-resume", Some(until)),
            (PauseReason::ThirdParty | PauseReason::Parts, None) => ("told-waits", None),
        };
    }
    let ahead = |at: Option<DateTime<Utc>>| at.filter(|at| *at > now);
    let solved_by = ahead(ticket.sla.resolution.as_ref().and_then(|clock| clock.due_at));
    match ticket.status {
        Status::Registered => match ahead(ticket.sla.attention.due_at) {
            Some(due) => ("told-registered", Some(due)),
            None => ("told-registered-late", None),
        },
        Status::InAttention => ("told-in-attention", solved_by),
        Status::InAnalysis if ticket.reopen_count > 0 => ("told-reopened", solved_by),
        Status::InAnalysis if ticket.level > 1 => ("told-with-specialist", solved_by),
        Status::InAnalysis => ("told-in-analysis", solved_by),
        Status::InProgress => ("told-in-progress", solved_by),
        Status::Resolved => match ahead(ticket.sla.acceptance.as_ref().map(|acceptance| acceptance.due_at)) {
            Some(due) => ("told-resolved", Some(due)),
            None => ("told-resolved-late", None),
        },
        Status::Closed => (closed(ticket), None),
    }
}

fn closed(ticket: &TicketSummary) -> &'static str {
    match ticket.closure.as_ref().map(|closure| closure.reason) {
        Some(ClosureReason::Accepted) => "closed-accepted",
        Some(ClosureReason::AutoAccepted) => "closed-auto_accepted",
        Some(ClosureReason::Rejected) => "closed-rejected",
        Some(ClosureReason::Redirected) => "closed-redirected",
        Some(ClosureReason::Cancelled) | None => "closed-cancelled",
        Some(ClosureReason::Duplicate) => "closed-duplicate",
    }
}

/// The stages of the procedure, as the person sees them.
pub(super) fn stages(ticket: &TicketSummary, text: &Text) -> Vec<Stage> {
    let order = Status::ALL;
    let at = order.iter().position(|status| *status == ticket.status).unwrap_or_default();
    let solved = ticket.resolved_at.is_some();
    let ended = ticket.status == Status::Closed;
    order
        .iter()
        .enumerate()
        .map(|(index, status)| {
            let state = match () {
                () if ended && *status == Status::Closed && solved => StageState::Done,
                () if ended && *status == Status::Closed => StageState::Stopped,
                // Closed before it was solved: what lies between did not happen.
                () if ended && !solved && index > reached(ticket) => StageState::Ahead,
                () if index < at => StageState::Done,
                () if index == at => StageState::Current,
                () => StageState::Ahead,
            };
            Stage { label: text.say(&format!("stage-{status}")), state, number: None }
        })
        .collect()
}

/// How far a ticket came that was closed without a solution: opened or not.
fn reached(ticket: &TicketSummary) -> usize {
    usize::from(ticket.opened_at.is_some())
}

#[cfg(test)]
mod tests {
    use super::StageState::{Ahead, Done, Stopped};
    use super::*;
    use crate::tickets::sample;
    use chrono::TimeDelta;
    use contract::auth::Locale;
    use contract::tickets::{Closure, Pending};

    #[test]
    fn the_sentence_follows_the_state() {
        let now = DateTime::UNIX_EPOCH;
        let soon = Some(now + TimeDelta::hours(1));
        let mut ticket = sample::ticket();
        ticket.sla.attention.due_at = soon;
        assert_eq!(key(&ticket, now), ("told-registered", soon));
        ticket.sla.attention.due_at = Some(now - TimeDelta::hours(1));
        assert_eq!(key(&ticket, now), ("told-registered-late", None));
        ticket.status = Status::InAnalysis;
        assert_eq!(key(&ticket, now).0, "told-in-analysis");
        ticket.level = 2;
        assert_eq!(key(&ticket, now).0, "told-with-specialist");
        ticket.pending = Some(Pending { since: now, reason: PauseReason::Requester, until: None });
        assert_eq!(key(&ticket, now).0, "told-waits-for-you");
    }

    #[test]
    fn a_rejected_case_skips_what_did_not_happen() {
        let text = Text::of(Locale::Es);
        let mut ticket = sample::ticket();
        ticket.status = Status::Closed;
        ticket.opened_at = Some(DateTime::UNIX_EPOCH);
        ticket.closure = Some(Closure { reason: ClosureReason::Rejected, note: None, redirected_to: None });
        let states: Vec<_> = stages(&ticket, &text).into_iter().map(|stage| stage.state).collect();
        assert_eq!(states, [Done, Done, Ahead, Ahead, Ahead, Stopped]);
    }
}
