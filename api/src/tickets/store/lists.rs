//! Lists of tickets: filtered, ordered, and paged by key.

use super::rows::TicketRow;
use super::visible::{self, Condition};
use super::words::{self, Found};
use crate::auth::Caller;
use crate::db::schema::tickets;
use crate::db::types::{Instant, Word};
use crate::db::{DbConnection, Engine, MultiBackend};
use crate::error::{Error, Result};
use crate::ids::TicketId;
use crate::tickets::filter::Filter;
use crate::tickets::model::Ticket;
use crate::tickets::rules::timers::Announced;
use chrono::{DateTime, Utc};
use contract::tickets::{SlaFilter, Sort, Status};
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What is asked of a list.
#[derive(Clone, Debug)]
pub struct List {
    /// Which tickets.
    pub(in crate::tickets) filter: Filter,
    /// In which order.
    pub sort: Sort,
    /// After which row.
    pub after: Option<RowKey>,
    /// At most how many.
    pub limit: i64,
    /// When.
    pub now: DateTime<Utc>,
}

/// Where a row stands in an order: the value it is ordered by, and its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowKey(i64, Uuid);

impl RowKey {
    /// Of a ticket in an order.
    #[must_use]
    pub fn of(ticket: &Ticket, sort: Sort) -> Self {
        let value = match sort {
            Sort::NewestFirst | Sort::OldestFirst => ticket.registered_at.timestamp_micros(),
            Sort::LastChangedFirst | Sort::FirstChangedFirst => ticket.updated_at.timestamp_micros(),
            Sort::SoonestDueFirst | Sort::LatestDueFirst => {
                ticket.attention.due_at.unwrap_or_default().timestamp_micros()
            }
            Sort::MostImportantFirst | Sort::LeastImportantFirst => ticket.priority.into(),
        };
        Self(value, ticket.id.0)
    }

    fn instant(self) -> Result<Instant> {
        DateTime::from_timestamp_micros(self.0)
            .map(Instant::from)
            .ok_or_else(|| Error::field("cursor", "cursor"))
    }

    fn number(self) -> Result<i32> {
        i32::try_from(self.0).map_err(|_| Error::field("cursor", "cursor"))
    }
}

type Query<'a> = tickets::BoxedQuery<
    'a,
    MultiBackend,
    diesel::dsl::SqlTypeOf<diesel::dsl::AsSelect<TicketRow, MultiBackend>>,
>;

/// The rows of a list that a caller may see, one more than its limit if there are more.
pub fn list(connection: &mut DbConnection, caller: &Caller, list: &List) -> Result<Vec<Ticket>> {
    let mut query: Query<'_> = tickets::table.select(TicketRow::as_select()).into_boxed();
    let found = words::found(connection, list.filter.words.as_deref())?;
    for condition in conditions(connection.engine(), caller, list, found) {
        query = query.filter(condition);
    }
    let query = page(query, list)?.limit(list.limit + 1);
    Ok(query.load(connection)?.into_iter().map(Ticket::from).collect())
}

/// How many rows a list has for a caller.
pub fn count(connection: &mut DbConnection, caller: &Caller, list: &List) -> Result<i64> {
    let mut query = tickets::table.count().into_boxed::<MultiBackend>();
    let found = words::found(connection, list.filter.words.as_deref())?;
    for condition in conditions(connection.engine(), caller, list, found) {
        query = query.filter(condition);
    }
    Ok(query.get_result(connection)?)
}

/// Orders by the sort's column, then by id, and starts after the last row of the page before.
/// The bound on the column alone lets the engines seek in its index; the second condition drops
/// what the page before had of the same value.
fn page<'a>(query: Query<'a>, list: &List) -> Result<Query<'a>> {
    macro_rules! ordered {
        ($column:ident, asc, $value:ident) => {{
            let query = query.order((tickets::$column.asc(), tickets::id.asc()));
            match list.after {
                None => query,
                Some(key) => {
                    let (value, id) = (key.$value()?, TicketId(key.1));
                    query.filter(
                        tickets::$column.ge(value).and(tickets::$column.gt(value).or(tickets::id.gt(id))),
                    )
                }
            }
        }};
        ($column:ident, desc, $value:ident) => {{
            let query = query.order((tickets::$column.desc(), tickets::id.desc()));
            match list.after {
                None => query,
                Some(key) => {
                    let (value, id) = (key.$value()?, TicketId(key.1));
                    query.filter(
                        tickets::$column.le(value).and(tickets::$column.lt(value).or(tickets::id.lt(id))),
                    )
                }
            }
        }};
    }
    Ok(match list.sort {
        Sort::NewestFirst => ordered!(registered_at, desc, instant),
        Sort::OldestFirst => ordered!(registered_at, asc, instant),
        Sort::LastChangedFirst => ordered!(updated_at, desc, instant),
        Sort::FirstChangedFirst => ordered!(updated_at, asc, instant),
        Sort::SoonestDueFirst => ordered!(attention_due_at, asc, instant),
        Sort::LatestDueFirst => ordered!(attention_due_at, desc, instant),
        Sort::MostImportantFirst => ordered!(priority, asc, number),
        Sort::LeastImportantFirst => ordered!(priority, desc, number),
    })
}

fn conditions(engine: Engine, caller: &Caller, list: &List, found: Found) -> Vec<Condition> {
    let Filter {
        projects,
        statuses,
        open,
        pending,
        kinds,
        levels,
        assignees,
        groups,
        requesters,
        priorities,
        channels,
        services,
        sla,
        registered_from,
        registered_to,
        words,
    } = list.filter.clone();
    let mut all: Vec<Condition> = Vec::new();
    // Their own tickets are theirs to see: no other condition that would hide the index from the engine.
    if requesters != [caller.id] {
        all.push(visible::to(caller));
    }
    // One alternative is an equality, which lets the engines walk an index in order.
    macro_rules! one_of {
        ($column:ident, $values:expr) => {{
            let values = $values;
            match values.len() {
                0 => {}
                1 => all.extend(
                    values.into_iter().map(|value| -> Condition { Box::new(tickets::$column.eq(value)) }),
                ),
                _ => all.push(Box::new(tickets::$column.eq_any(values))),
            }
        }};
    }
    macro_rules! one_of_or_nobody {
        ($column:ident, $wanted:expr) => {{
            let wanted = $wanted;
            if !wanted.is_empty() {
                let among = tickets::$column.eq_any(wanted.any_of.clone()).assume_not_null();
                all.push(match (wanted.any_of.as_slice(), wanted.or_nobody) {
                    ([], _) => Box::new(tickets::$column.is_null()),
                    ([one], false) => Box::new(tickets::$column.eq(Some(*one)).assume_not_null()),
                    (_, false) => Box::new(among),
                    (_, true) => Box::new(tickets::$column.is_null().or(among)),
                });
            }
        }};
    }
    if let [one] = projects.as_slice() {
        all.push(visible::in_project(*one));
    } else {
        one_of!(project_id, projects);
    }
    // The very words of the partial index, so that the engines can take it.
    if open == Some(true) || (!statuses.is_empty() && !statuses.contains(&Status::Closed)) {
        all.push(Box::new(sql::<Bool>("tickets.status <> 'closed'")));
    }
    if open == Some(false) {
        all.push(Box::new(tickets::status.eq(Word(Status::Closed))));
    }
    one_of!(status, statuses.into_iter().map(Word).collect::<Vec<_>>());
    match pending {
        Some(true) => all.push(Box::new(tickets::pending_since.is_not_null())),
        Some(false) => all.push(Box::new(tickets::pending_since.is_null())),
        None => {}
    }
    one_of!(kind, kinds.into_iter().map(Word).collect::<Vec<_>>());
    one_of!(level, levels);
    one_of_or_nobody!(assignee_id, assignees);
    one_of_or_nobody!(group_id, groups);
    one_of!(requester_id, requesters);
    one_of!(priority, priorities);
    one_of!(channel, channels.into_iter().map(Word).collect::<Vec<_>>());
    if !services.is_empty() {
        all.push(Box::new(tickets::service_id.eq_any(services).assume_not_null()));
    }
    if let Some(sla) = sla {
        all.push(short_of_time(sla, list.now));
    }
    if let Some(from) = registered_from {
        all.push(Box::new(tickets::registered_at.ge(Instant::from(from))));
    }
    if let Some(to) = registered_to {
        all.push(Box::new(tickets::registered_at.lt(Instant::from(to))));
    }
    if let Some(sought) = words {
        all.push(words::matching(&sought, engine, found));
    }
    all
}

/// Breached: told already, or run out since. Warning: running short and not yet run out.
fn short_of_time(sla: SlaFilter, now: DateTime<Utc>) -> Condition {
    let now = Instant::from(now);
    let unopened = || tickets::opened_at.is_null().and(tickets::closed_at.is_null());
    let unresolved = || tickets::resolved_at.is_null().and(tickets::closed_at.is_null());
    let attention_told = || tickets::attention_announced.eq(Word(Announced::Breach));
    let resolution_told = || tickets::resolution_announced.eq(Word(Announced::Breach));
    match sla {
        SlaFilter::Breached => Box::new(
            attention_told()
                .or(resolution_told())
                .or(unopened().and(tickets::attention_due_at.lt(now)))
                .or(unresolved().and(tickets::resolution_due_at.lt(now).assume_not_null())),
        ),
        SlaFilter::Warning => {
            let attention =
                unopened().and(tickets::attention_warn_at.lt(now)).and(tickets::attention_due_at.ge(now));
            let resolution = unresolved()
                .and(tickets::resolution_warn_at.lt(now).assume_not_null())
                .and(tickets::resolution_due_at.ge(now).assume_not_null());
            Box::new(attention.or(resolution))
        }
    }
}
