//! Lists of tickets: filtered, ordered, and paged by key.

use super::outcomes;
use super::registration;
use super::rows::ListedRow;
use super::visible::{self, Condition};
use super::words::{self, Direction, Finds, Words};
use crate::auth::Caller;
use crate::db::dialect::First;
use crate::db::prepared::{Fixed, IdAmong};
use crate::db::schema::tickets;
use crate::db::types::{Instant, Word};
use crate::db::{DbConnection, Engine, MultiBackend};
use crate::error::{Error, Result};
use crate::ids::TicketId;
use crate::tickets::filter::Filter;
use crate::tickets::model::{Listed, Ticket};
use crate::tickets::rules::timers::Announced;
use chrono::{DateTime, Utc};
use contract::tickets::{SlaFilter, Sort, Status};
use diesel::prelude::*;
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
    pub fn of<D>(ticket: &Ticket<D>, sort: Sort) -> Self {
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
    diesel::dsl::SqlTypeOf<diesel::dsl::AsSelect<ListedRow, MultiBackend>>,
>;

/// The rows of a list that a caller may see, one more than its limit if there are more.
pub fn list(connection: &mut DbConnection, caller: &Caller, list: &List) -> Result<Vec<Listed>> {
    if let (Engine::Sqlite, Some(words), Some(direction)) =
        (connection.engine(), &list.filter.words, by_registration(list.sort))
    {
        return found_in_order(connection, caller, list, words, direction);
    }
    let mut query: Query<'_> = tickets::table.select(ListedRow::as_select()).into_boxed();
    for condition in seen(connection, caller, list)? {
        query = query.filter(condition);
    }
    let query = page(query, list)?;
    let most = list.limit + 1;
    let mut rows = if is_ordered_by_an_index(caller, list) {
        First::of(query, most).load(connection)?
    } else {
        query.limit(most).load(connection)?
    };
    rows.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    Ok(rows.into_iter().map(Listed::from).collect())
}

/// Whether an index gives just the rows of a list in its order, whatever the values are that it asks for:
/// all, those of one status, or those of one requester.
fn is_ordered_by_an_index(caller: &Caller, list: &List) -> bool {
    let Filter { projects, statuses, open: _, requesters, .. } = &list.filter;
    let of_one = projects.len() <= 1 && statuses.len() + requesters.len() <= 1;
    let others = Filter {
        projects: Vec::new(),
        statuses: Vec::new(),
        open: None,
        requesters: Vec::new(),
        ..list.filter.clone()
    };
    let seen = is_own(caller, list) || requesters.is_empty() && visible::is_all_of_one_project(caller);
    of_one && seen && others == Filter::default() && by_registration(list.sort).is_some()
}

/// How many rows a list has for a caller. Whether a ticket is confidential is in none of the indexes
/// that count, so what is hidden from the caller is counted apart.
pub fn count(connection: &mut DbConnection, caller: &Caller, list: &List) -> Result<i64> {
    let own = is_own(caller, list);
    let named = if own { Vec::new() } else { visible::named_in(connection, caller)? };
    let words = words_of(connection, &list.filter)?;
    let counted = |connection: &mut DbConnection, among: Option<&[TicketId]>| -> Result<i64> {
        let mut query = tickets::table.count().into_boxed::<MultiBackend>();
        for condition in conditions(&list.filter, words.as_ref(), list.now) {
            query = query.filter(condition);
        }
        if !own {
            query = query.filter(visible::by_role(caller, Some(&named)));
        }
        if let Some(hidden) = among {
            query = query.filter(IdAmong::new(tickets::id, hidden));
        }
        Ok(query.get_result(connection)?)
    };
    let all = counted(connection, None)?;
    let hidden = if own { Vec::new() } else { visible::hidden_from(connection, caller)? };
    if all == 0 || hidden.is_empty() {
        return Ok(all);
    }
    Ok(all - counted(connection, Some(&hidden))?)
}

/// Their own tickets are theirs to see: no other condition that would hide the index from the engine. A
/// key that is fenced in reaches those of its projects only.
fn is_own(caller: &Caller, list: &List) -> bool {
    list.filter.requesters == [caller.id] && caller.fence.is_none()
}

const fn by_registration(sort: Sort) -> Option<Direction> {
    match sort {
        Sort::NewestFirst => Some(Direction::Newest),
        Sort::OldestFirst => Some(Direction::Oldest),
        Sort::LastChangedFirst
        | Sort::FirstChangedFirst
        | Sort::SoonestDueFirst
        | Sort::LatestDueFirst
        | Sort::MostImportantFirst
        | Sort::LeastImportantFirst => None,
    }
}

/// Takes what SQLite's full text finds, which comes in the order of the list, and keeps what the
/// other conditions leave of it, until the page is full.
fn found_in_order(
    connection: &mut DbConnection,
    caller: &Caller,
    list: &List,
    words: &str,
    direction: Direction,
) -> Result<Vec<Listed>> {
    let after = list.after.map(|key| row_of(connection, key)).transpose()?;
    let mut missing = list.limit + 1;
    let Some(mut finds) = Finds::of(connection, words, direction, after, missing)? else {
        return Ok(Vec::new());
    };
    let filter = Filter { words: None, ..list.filter.clone() };
    let others = List { filter, ..list.clone() };
    let mut page = Vec::new();
    while missing > 0 {
        let found = finds.next(connection)?;
        if found.is_empty() {
            break;
        }
        let mut query: Query<'_> =
            tickets::table.select(ListedRow::as_select()).filter(words::among(&found)).into_boxed();
        for condition in seen(connection, caller, &others)? {
            query = query.filter(condition);
        }
        let query = match direction {
            Direction::Newest => query.order(tickets::row.desc()),
            Direction::Oldest => query.order(tickets::row.asc()),
        };
        page.extend(query.limit(missing).load(connection)?.into_iter().map(Listed::from));
        missing = list.limit + 1 - i64::try_from(page.len()).unwrap_or(i64::MAX);
    }
    Ok(page)
}

/// Where the row of a key stands in the order of registration.
fn row_of(connection: &mut DbConnection, key: RowKey) -> Result<i64> {
    let row = tickets::table.find(TicketId(key.1)).select(tickets::row);
    // The number begins with the instant, also that of a ticket that is gone.
    Ok(row.first(connection).optional()?.unwrap_or(key.0))
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

/// What a list asks for, as far as the caller may see it.
fn seen(connection: &mut DbConnection, caller: &Caller, list: &List) -> Result<Vec<Condition>> {
    let words = words_of(connection, &list.filter)?;
    let mut all = conditions(&list.filter, words.as_ref(), list.now);
    if !is_own(caller, list) {
        all.push(visible::listed_to(connection, caller)?);
    }
    Ok(all)
}

fn words_of(connection: &mut DbConnection, filter: &Filter) -> Result<Option<Words>> {
    filter.words.as_deref().map(|words| Words::of(connection, words)).transpose()
}

/// What a filter asks for; its words are looked up already.
fn conditions(filter: &Filter, words: Option<&Words>, now: DateTime<Utc>) -> Vec<Condition> {
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
        registered,
        outcomes,
        words: _,
    } = filter.clone();
    let mut all: Vec<Condition> = Vec::new();
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
    // The very words of the partial index, so that the engines can take it; one status has an index of its own.
    if open == Some(true) || (statuses.len() > 1 && !statuses.contains(&Status::Closed)) {
        all.push(Box::new(Fixed::new("tickets.status <> 'closed'")));
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
        all.push(short_of_time(sla, now));
    }
    all.extend(registration::conditions(registered));
    all.extend(outcomes::conditions(outcomes, now));
    all.extend(words.map(Words::condition));
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
