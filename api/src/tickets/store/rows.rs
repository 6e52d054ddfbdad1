//! Tickets as rows. Conversions take the whole row apart, so that a new column cannot be forgotten.

use crate::db::schema::tickets;
use crate::db::search;
use crate::db::types::{Document, Instant, Word};
use crate::ids::{
    AgreementId, AssetId, CalendarId, ComponentId, GroupId, InformationSystemId, ProjectId, ProviderId,
    ServiceId, TicketId, UserId,
};
use crate::tickets::model::{ClockDue, Closure, Details, Listed, Pending, Satisfaction, Ticket};
use crate::tickets::rules::timers::Announced;
use chrono::{DateTime, Utc};
use contract::tickets::{Channel, ClosureReason, Impact, Kind, PauseReason, Status, Urgency};
use diesel::prelude::*;
use serde_json::{Map, Value};

/// What is read of a row of `tickets`, or written besides [`Sought`].
#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = tickets)]
pub(super) struct TicketRow {
    #[diesel(embed)]
    listed: ListedRow,
    #[diesel(embed)]
    details: DetailsRow,
}

/// The columns of a [`Listed`].
#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = tickets, treat_none_as_null = true, treat_none_as_default_value = false)]
pub(super) struct ListedRow {
    pub(super) id: TicketId,
    project_id: ProjectId,
    number: String,
    kind: Word<Kind>,
    channel: Word<Channel>,
    subject: String,
    status: Word<Status>,
    pending_reason: Option<Word<PauseReason>>,
    pending_since: Option<Instant>,
    pending_until: Option<Instant>,
    level: i32,
    impact: Word<Impact>,
    urgency: Word<Urgency>,
    priority: i32,
    requester_id: UserId,
    registered_by_id: UserId,
    assignee_id: Option<UserId>,
    group_id: Option<GroupId>,
    provider_id: Option<ProviderId>,
    service_id: Option<ServiceId>,
    closure_reason: Option<Word<ClosureReason>>,
    closure_note: Option<String>,
    redirected_to: Option<String>,
    registered_at: Instant,
    opened_at: Option<Instant>,
    resolved_at: Option<Instant>,
    closed_at: Option<Instant>,
    updated_at: Instant,
    version: i64,
    reopen_count: i32,
    resolution_count: i32,
    attention_target_minutes: i32,
    attention_warn_at: Instant,
    attention_due_at: Instant,
    resolution_target_minutes: Option<i32>,
    resolution_warn_at: Option<Instant>,
    resolution_due_at: Option<Instant>,
    acceptance_due_at: Option<Instant>,
    attention_announced: Word<Announced>,
    resolution_announced: Word<Announced>,
    surveyed_resolution: i32,
    confidential: bool,
}

/// The columns of [`Details`].
#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = tickets, treat_none_as_null = true, treat_none_as_default_value = false)]
pub(super) struct DetailsRow {
    description: String,
    information_system_id: Option<InformationSystemId>,
    component_id: Option<ComponentId>,
    asset_id: Option<AssetId>,
    fields: Document<Map<String, Value>>,
    tags: Document<Vec<String>>,
    solution: Option<String>,
    agreement_id: AgreementId,
    calendar_id: CalendarId,
    satisfied: Option<bool>,
    satisfaction_score: Option<i32>,
    reminder_at: Option<Instant>,
}

/// What a row is found by and nobody reads.
#[derive(Insertable, AsChangeset)]
#[diesel(table_name = tickets, treat_none_as_null = true, treat_none_as_default_value = false)]
pub(super) struct Sought {
    timer_at: Option<Instant>,
    search_text: String,
}

/// A whole row, to be written.
#[derive(Insertable, AsChangeset)]
#[diesel(table_name = tickets)]
pub(super) struct Written {
    #[diesel(embed)]
    row: TicketRow,
    #[diesel(embed)]
    sought: Sought,
}

/// An attention clock always has its instants; a calendar that never opens puts them out of reach.
fn certain(instant: Option<DateTime<Utc>>) -> Instant {
    instant.unwrap_or(DateTime::from_timestamp_nanos(i64::MAX)).into()
}

impl From<&Ticket> for Written {
    fn from(ticket: &Ticket) -> Self {
        let sought = Sought {
            timer_at: ticket.timers().next().map(Instant::from),
            search_text: search::indexed(&ticket.searchable()),
        };
        Self { row: TicketRow::from(ticket.clone()), sought }
    }
}

impl From<Ticket> for TicketRow {
    fn from(ticket: Ticket) -> Self {
        let Ticket {
            id,
            project,
            number,
            kind,
            channel,
            subject,
            status,
            pending,
            level,
            impact,
            urgency,
            priority,
            requester,
            registered_by,
            assignee,
            group,
            provider,
            service,
            closure,
            registered_at,
            opened_at,
            resolved_at,
            closed_at,
            updated_at,
            version,
            reopen_count,
            resolution_count,
            attention,
            resolution,
            acceptance_due_at,
            surveyed_resolution,
            confidential,
            details,
        } = ticket;
        let (closure_reason, closure_note, redirected_to) = match closure {
            Some(Closure { reason, note, redirected_to }) => (Some(Word(reason)), note, redirected_to),
            None => (None, None, None),
        };
        let listed = ListedRow {
            id,
            project_id: project,
            number,
            kind: Word(kind),
            channel: Word(channel),
            subject,
            status: Word(status),
            pending_reason: pending.map(|pending| Word(pending.reason)),
            pending_since: pending.map(|pending| pending.since.into()),
            pending_until: pending.and_then(|pending| pending.until).map(Instant::from),
            level: level.into(),
            impact: Word(impact),
            urgency: Word(urgency),
            priority: priority.into(),
            requester_id: requester,
            registered_by_id: registered_by,
            assignee_id: assignee,
            group_id: group,
            provider_id: provider,
            service_id: service,
            closure_reason,
            closure_note,
            redirected_to,
            registered_at: registered_at.into(),
            opened_at: opened_at.map(Instant::from),
            resolved_at: resolved_at.map(Instant::from),
            closed_at: closed_at.map(Instant::from),
            updated_at: updated_at.into(),
            version,
            reopen_count,
            resolution_count,
            attention_target_minutes: minutes(attention.target_minutes),
            attention_warn_at: certain(attention.warn_at),
            attention_due_at: certain(attention.due_at),
            resolution_target_minutes: resolution.map(|clock| minutes(clock.target_minutes)),
            resolution_warn_at: resolution.and_then(|clock| clock.warn_at).map(Instant::from),
            resolution_due_at: resolution.and_then(|clock| clock.due_at).map(Instant::from),
            acceptance_due_at: acceptance_due_at.map(Instant::from),
            attention_announced: Word(attention.announced),
            resolution_announced: Word(resolution.map_or(Announced::Nothing, |clock| clock.announced)),
            surveyed_resolution,
            confidential,
        };
        Self { listed, details: details.into() }
    }
}

impl From<Details> for DetailsRow {
    fn from(details: Details) -> Self {
        let Details {
            description,
            information_system,
            component,
            asset,
            fields,
            tags,
            solution,
            agreement,
            calendar,
            reminder_at,
            satisfaction,
        } = details;
        Self {
            description,
            information_system_id: information_system,
            component_id: component,
            asset_id: asset,
            fields: Document(fields),
            tags: Document(tags),
            solution,
            agreement_id: agreement,
            calendar_id: calendar,
            satisfied: satisfaction.map(|word| word.satisfied),
            satisfaction_score: satisfaction.and_then(|word| word.score).map(i32::from),
            reminder_at: reminder_at.map(Instant::from),
        }
    }
}

impl From<TicketRow> for Ticket {
    fn from(TicketRow { listed, details }: TicketRow) -> Self {
        listed.with(details.into())
    }
}

impl From<ListedRow> for Listed {
    fn from(listed: ListedRow) -> Self {
        listed.with(())
    }
}

impl ListedRow {
    fn with<D>(self, details: D) -> Ticket<D> {
        let Self {
            id,
            project_id,
            number,
            kind,
            channel,
            subject,
            status,
            pending_reason,
            pending_since,
            pending_until,
            level,
            impact,
            urgency,
            priority,
            requester_id,
            registered_by_id,
            assignee_id,
            group_id,
            provider_id,
            service_id,
            closure_reason,
            closure_note,
            redirected_to,
            registered_at,
            opened_at,
            resolved_at,
            closed_at,
            updated_at,
            version,
            reopen_count,
            resolution_count,
            attention_target_minutes,
            attention_warn_at,
            attention_due_at,
            resolution_target_minutes,
            resolution_warn_at,
            resolution_due_at,
            acceptance_due_at,
            attention_announced,
            resolution_announced,
            surveyed_resolution,
            confidential,
        } = self;
        let pending = pending_reason.zip(pending_since).map(|(reason, since)| Pending {
            reason: reason.0,
            since: since.utc(),
            until: pending_until.map(Instant::utc),
        });
        let attention = ClockDue {
            target_minutes: attention_target_minutes.unsigned_abs(),
            warn_at: Some(attention_warn_at.utc()),
            due_at: Some(attention_due_at.utc()),
            announced: attention_announced.0,
        };
        let resolution = resolution_target_minutes.map(|target| ClockDue {
            target_minutes: target.unsigned_abs(),
            warn_at: resolution_warn_at.map(Instant::utc),
            due_at: resolution_due_at.map(Instant::utc),
            announced: resolution_announced.0,
        });
        Ticket {
            id,
            project: project_id,
            number,
            kind: kind.0,
            channel: channel.0,
            subject,
            status: status.0,
            pending,
            level: small(level),
            impact: impact.0,
            urgency: urgency.0,
            priority: small(priority),
            requester: requester_id,
            registered_by: registered_by_id,
            assignee: assignee_id,
            group: group_id,
            provider: provider_id,
            service: service_id,
            closure: closure_reason.map(|reason| Closure {
                reason: reason.0,
                note: closure_note,
                redirected_to,
            }),
            registered_at: registered_at.utc(),
            opened_at: opened_at.map(Instant::utc),
            resolved_at: resolved_at.map(Instant::utc),
            closed_at: closed_at.map(Instant::utc),
            updated_at: updated_at.utc(),
            version,
            reopen_count,
            resolution_count,
            attention,
            resolution,
            acceptance_due_at: acceptance_due_at.map(Instant::utc),
            surveyed_resolution,
            confidential,
            details,
        }
    }
}

impl From<DetailsRow> for Details {
    fn from(row: DetailsRow) -> Self {
        let DetailsRow {
            description,
            information_system_id,
            component_id,
            asset_id,
            fields,
            tags,
            solution,
            agreement_id,
            calendar_id,
            satisfied,
            satisfaction_score,
            reminder_at,
        } = row;
        Self {
            description,
            information_system: information_system_id,
            component: component_id,
            asset: asset_id,
            fields: fields.0,
            tags: tags.0,
            solution,
            agreement: agreement_id,
            calendar: calendar_id,
            reminder_at: reminder_at.map(Instant::utc),
            satisfaction: satisfied
                .map(|satisfied| Satisfaction { satisfied, score: satisfaction_score.map(small) }),
        }
    }
}

/// The database holds it between 1 and 5.
fn small(number: i32) -> u8 {
    u8::try_from(number).unwrap_or_default()
}

/// An agreement holds it at 60,000 at most.
fn minutes(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
