//! A ticket for tests.

use chrono::DateTime;
use contract::reference::{NamedRef, PersonRef};
use contract::sla::{Clock, ClockState, Sla};
use contract::tickets::{Channel, Impact, Kind, Status, TicketSummary, Urgency};
use uuid::Uuid;

/// A ticket just registered.
pub(crate) fn ticket() -> TicketSummary {
    TicketSummary {
        id: Uuid::nil(),
        number: "TIC-1042".to_owned(),
        project: NamedRef { id: Uuid::nil(), key: "TIC".to_owned(), name: "Mesa".to_owned() },
        kind: Kind::Incident,
        channel: Channel::Portal,
        subject: "Sin red".to_owned(),
        confidential: false,
        status: Status::Registered,
        pending: None,
        level: 1,
        impact: Impact::Medium,
        urgency: Urgency::Medium,
        priority: 3,
        requester: PersonRef { id: Uuid::nil(), display_name: "Ana Rojas".to_owned() },
        assignee: None,
        group: None,
        provider: None,
        service: None,
        registered_at: DateTime::UNIX_EPOCH,
        opened_at: None,
        resolved_at: None,
        closed_at: None,
        closure: None,
        reopen_count: 0,
        sla: Sla {
            attention: Clock {
                target_minutes: 60,
                warn_at: None,
                due_at: None,
                stopped_at: None,
                state: ClockState::Running,
            },
            resolution: None,
            acceptance: None,
        },
        allowed_actions: Vec::new(),
        version: 1,
        updated_at: DateTime::UNIX_EPOCH,
    }
}
