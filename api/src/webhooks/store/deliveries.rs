//! Deliveries on their way, and the log of them.

use crate::db::DbConnection;
use crate::db::dialect::{Both, PerEngine};
use crate::db::removal::remove_oldest;
use crate::db::schema::{tickets, webhook_deliveries, webhooks};
use crate::db::types::{Instant, Word};
use crate::error::Result;
use crate::ids::{DeliveryId, WebhookId};
use crate::webhooks::model::{Claimed, NewDelivery, Tried};
use chrono::{DateTime, Utc};
use contract::webhooks::{DeliveryFault, DeliveryState, EventType, WebhookDelivery};
use diesel::dsl::{exists, min, not};
use diesel::prelude::*;

/// Webhooks claimed together, and deliveries of each.
const WEBHOOKS: i64 = 50;
const OF_EACH: i64 = 20;

/// Deliveries of one webhook that this replica is to send, in this order.
#[derive(Debug)]
pub(in crate::webhooks) struct Batch {
    pub(in crate::webhooks) webhook: WebhookId,
    pub(in crate::webhooks) deliveries: Vec<Claimed>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = webhook_deliveries)]
struct Row {
    id: DeliveryId,
    event_type: Option<Word<EventType>>,
    payload: String,
    state: Word<DeliveryState>,
    attempts: i32,
    next_at: Option<Instant>,
    fault: Option<Word<DeliveryFault>>,
    status_code: Option<i32>,
    answer: Option<String>,
    duration_ms: Option<i64>,
    tried_at: Option<Instant>,
    created_at: Instant,
}

impl From<Row> for WebhookDelivery {
    fn from(row: Row) -> Self {
        let Row {
            id,
            event_type,
            payload,
            state,
            attempts,
            next_at,
            fault,
            status_code,
            answer,
            duration_ms,
            tried_at,
            created_at,
        } = row;
        Self {
            id: id.0,
            message_id: Claimed::message_id(id),
            event: event_type.map(|event| event.0),
            payload,
            state: state.0,
            attempts,
            next_at: next_at.map(Instant::utc),
            fault: fault.map(|fault| fault.0),
            status_code: status_code.and_then(|code| u16::try_from(code).ok()),
            answer,
            duration_ms,
            tried_at: tried_at.map(Instant::utc),
            created_at: created_at.utc(),
        }
    }
}

/// Puts something on its way, to leave at once; nothing when the webhook is told of that entry already.
pub(in crate::webhooks) fn insert_delivery(
    connection: &mut DbConnection,
    new: &NewDelivery,
    now: DateTime<Utc>,
) -> Result<Option<DeliveryId>> {
    let NewDelivery { webhook, about, payload } = new;
    let (id, at) = (DeliveryId::fresh(), Instant::from(now));
    let row = (
        webhook_deliveries::id.eq(id),
        webhook_deliveries::webhook_id.eq(*webhook),
        webhook_deliveries::event_id.eq(about.map(|(event, _, _)| event)),
        webhook_deliveries::ticket_id.eq(about.map(|(_, ticket, _)| ticket)),
        webhook_deliveries::event_type.eq(about.map(|(_, _, what)| Word(what))),
        webhook_deliveries::payload.eq(payload),
        webhook_deliveries::state.eq(Word(DeliveryState::Waiting)),
        webhook_deliveries::attempts.eq(0),
        webhook_deliveries::next_at.eq(Some(at)),
        webhook_deliveries::created_at.eq(at),
    );
    let made = Both(diesel::insert_into(webhook_deliveries::table).values(row).on_conflict_do_nothing())
        .execute(connection)?;
    Ok((made == 1).then_some(id))
}

/// Whether the time of any delivery has come.
pub(in crate::webhooks) fn is_due(connection: &mut DbConnection, now: DateTime<Utc>) -> Result<bool> {
    let first = webhook_deliveries::table
        .filter(webhook_deliveries::next_at.le(Instant::from(now)))
        .select(webhook_deliveries::id)
        .first::<DeliveryId>(connection)
        .optional()?;
    Ok(first.is_some())
}

/// Claims deliveries whose time has come: until `until` nobody else does, nor claims others of the same
/// webhooks, so that each is told things in their order. Webhooks take turns: first those whose last turn was
/// longest ago, and of these the one that has waited longest. What a webhook may not know any more, since the
/// ticket has become confidential, is taken away instead.
pub(in crate::webhooks) fn claim(
    connection: &mut DbConnection,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<Vec<Batch>> {
    let at = Instant::from(now);
    // Whoever holds the row of a webhook is claiming for it.
    let free = || {
        let due = || {
            webhook_deliveries::table
                .filter(webhook_deliveries::webhook_id.eq(webhooks::id))
                .filter(webhook_deliveries::next_at.le(at))
        };
        let on_their_way = webhook_deliveries::table
            .filter(webhook_deliveries::webhook_id.eq(webhooks::id))
            .filter(webhook_deliveries::state.eq(Word(DeliveryState::Sending)))
            .filter(webhook_deliveries::next_at.gt(at));
        let waits_since = due().select(min(webhook_deliveries::next_at)).single_value();
        webhooks::table
            .filter(exists(due()))
            .filter(not(exists(on_their_way)))
            .order((webhooks::served_at, waits_since, webhooks::id))
            .limit(WEBHOOKS)
            .select((webhooks::id, webhooks::confidential))
    };
    let free: Vec<(WebhookId, bool)> =
        PerEngine { postgres: free().for_update().skip_locked(), sqlite: free() }.get_results(connection)?;
    let mut batches = Vec::new();
    for (webhook, confidential) in free {
        // Another replica may have claimed for it between the query and the lock.
        if is_busy(connection, webhook, now)? {
            continue;
        }
        diesel::update(webhooks::table.find(webhook)).set(webhooks::served_at.eq(at)).execute(connection)?;
        let mut deliveries = due_of(connection, webhook, now)?;
        if !confidential {
            deliveries = withhold(connection, deliveries)?;
        }
        let ids: Vec<DeliveryId> = deliveries.iter().map(|(delivery, _)| delivery.id).collect();
        diesel::update(webhook_deliveries::table.filter(webhook_deliveries::id.eq_any(ids)))
            .set((
                webhook_deliveries::state.eq(Word(DeliveryState::Sending)),
                webhook_deliveries::next_at.eq(Some(Instant::from(until))),
            ))
            .execute(connection)?;
        let deliveries: Vec<Claimed> = deliveries.into_iter().map(|(delivery, _)| delivery).collect();
        if !deliveries.is_empty() {
            batches.push(Batch { webhook, deliveries });
        }
    }
    Ok(batches)
}

/// Whether somebody is sending to a webhook, and has not been at it for too long.
fn is_busy(connection: &mut DbConnection, webhook: WebhookId, now: DateTime<Utc>) -> Result<bool> {
    let sending = webhook_deliveries::table
        .filter(webhook_deliveries::webhook_id.eq(webhook))
        .filter(webhook_deliveries::state.eq(Word(DeliveryState::Sending)))
        .filter(webhook_deliveries::next_at.gt(Instant::from(now)))
        .select(webhook_deliveries::id)
        .first::<DeliveryId>(connection)
        .optional()?;
    Ok(sending.is_some())
}

/// What is due for a webhook, in the order in which it happened, and whether it tells of a confidential
/// ticket.
fn due_of(
    connection: &mut DbConnection,
    webhook: WebhookId,
    now: DateTime<Utc>,
) -> Result<Vec<(Claimed, bool)>> {
    let rows = webhook_deliveries::table
        .left_join(tickets::table.on(tickets::id.nullable().eq(webhook_deliveries::ticket_id)))
        .filter(webhook_deliveries::webhook_id.eq(webhook))
        .filter(webhook_deliveries::next_at.le(Instant::from(now)))
        .order(webhook_deliveries::id)
        .limit(OF_EACH)
        .select((
            webhook_deliveries::id,
            webhook_deliveries::attempts,
            webhook_deliveries::payload,
            tickets::confidential.nullable(),
        ))
        .load::<(DeliveryId, i32, String, Option<bool>)>(connection)?;
    let claimed = |(id, attempts, payload, confidential): (DeliveryId, i32, String, Option<bool>)| {
        (Claimed { id, attempts, payload }, confidential.unwrap_or_default())
    };
    Ok(rows.into_iter().map(claimed).collect())
}

/// Takes away what tells of confidential tickets; the rest.
fn withhold(connection: &mut DbConnection, deliveries: Vec<(Claimed, bool)>) -> Result<Vec<(Claimed, bool)>> {
    let (withheld, rest): (Vec<_>, Vec<_>) =
        deliveries.into_iter().partition(|(_, confidential)| *confidential);
    if !withheld.is_empty() {
        let ids: Vec<DeliveryId> = withheld.iter().map(|(delivery, _)| delivery.id).collect();
        diesel::delete(webhook_deliveries::table.filter(webhook_deliveries::id.eq_any(ids)))
            .execute(connection)?;
    }
    Ok(rest)
}

/// Whether a claimed delivery is still to be sent: its webhook may have been switched off meanwhile.
pub(in crate::webhooks) fn still_sending(connection: &mut DbConnection, id: DeliveryId) -> Result<bool> {
    let state = webhook_deliveries::table
        .find(id)
        .select(webhook_deliveries::state)
        .first::<Word<DeliveryState>>(connection)
        .optional()?;
    Ok(state.is_some_and(|state| state.0 == DeliveryState::Sending))
}

/// Gives claimed deliveries back, to leave not before an instant; those that were given up stay so.
pub(in crate::webhooks) fn put_off(
    connection: &mut DbConnection,
    deliveries: &[DeliveryId],
    until: DateTime<Utc>,
) -> Result<()> {
    diesel::update(
        webhook_deliveries::table.filter(
            webhook_deliveries::id
                .eq_any(deliveries.to_vec())
                .and(webhook_deliveries::state.eq(Word(DeliveryState::Sending))),
        ),
    )
    .set((
        webhook_deliveries::state.eq(Word(DeliveryState::Waiting)),
        webhook_deliveries::next_at.eq(Some(Instant::from(until))),
    ))
    .execute(connection)?;
    Ok(())
}

/// Notes what came of a try: where the delivery is now, and when it is tried next.
pub(in crate::webhooks) fn settle(
    connection: &mut DbConnection,
    id: DeliveryId,
    state: DeliveryState,
    next: Option<DateTime<Utc>>,
    tried: &Tried,
) -> Result<()> {
    let Tried { at, duration_ms, fault, answer } = tried;
    let (status, body) = answer.clone().unzip();
    diesel::update(webhook_deliveries::table.find(id))
        .set((
            webhook_deliveries::state.eq(Word(state)),
            webhook_deliveries::attempts.eq(webhook_deliveries::attempts + 1),
            webhook_deliveries::next_at.eq(next.map(Instant::from)),
            webhook_deliveries::fault.eq(fault.map(Word)),
            webhook_deliveries::status_code.eq(status.map(i32::from)),
            webhook_deliveries::answer.eq(body),
            webhook_deliveries::duration_ms.eq(Some(*duration_ms)),
            webhook_deliveries::tried_at.eq(Some(Instant::from(*at))),
        ))
        .execute(connection)?;
    Ok(())
}

/// Gives up what has not arrived at a webhook.
pub(in crate::webhooks) fn give_up(connection: &mut DbConnection, webhook: WebhookId) -> Result<()> {
    diesel::update(
        webhook_deliveries::table.filter(
            webhook_deliveries::webhook_id.eq(webhook).and(webhook_deliveries::next_at.is_not_null()),
        ),
    )
    .set((
        webhook_deliveries::state.eq(Word(DeliveryState::Dead)),
        webhook_deliveries::next_at.eq(None::<Instant>),
    ))
    .execute(connection)?;
    Ok(())
}

/// Puts something on its way again, under the same id, unless it is being sent.
pub(in crate::webhooks) fn again(
    connection: &mut DbConnection,
    webhook: WebhookId,
    id: DeliveryId,
    now: DateTime<Utc>,
) -> Result<()> {
    let idle = webhook_deliveries::state.ne(Word(DeliveryState::Sending));
    diesel::update(
        webhook_deliveries::table.find(id).filter(webhook_deliveries::webhook_id.eq(webhook).and(idle)),
    )
    .set((
        webhook_deliveries::state.eq(Word(DeliveryState::Waiting)),
        webhook_deliveries::attempts.eq(0),
        webhook_deliveries::next_at.eq(Some(Instant::from(now))),
    ))
    .execute(connection)?;
    Ok(())
}

/// A delivery of a webhook.
pub(in crate::webhooks) fn delivery(
    connection: &mut DbConnection,
    webhook: WebhookId,
    id: DeliveryId,
) -> Result<WebhookDelivery> {
    let row = webhook_deliveries::table
        .filter(webhook_deliveries::id.eq(id).and(webhook_deliveries::webhook_id.eq(webhook)))
        .select(Row::as_select())
        .first(connection)?;
    Ok(row.into())
}

/// What a webhook was sent, the latest first: up to one more than `limit`, from behind `before`.
pub(in crate::webhooks) fn list_deliveries(
    connection: &mut DbConnection,
    webhook: WebhookId,
    state: Option<DeliveryState>,
    before: Option<DeliveryId>,
    limit: i64,
) -> Result<Vec<WebhookDelivery>> {
    let mut query = webhook_deliveries::table
        .filter(webhook_deliveries::webhook_id.eq(webhook))
        .order(webhook_deliveries::id.desc())
        .limit(limit + 1)
        .select(Row::as_select())
        .into_boxed();
    if let Some(state) = state {
        query = query.filter(webhook_deliveries::state.eq(Word(state)));
    }
    if let Some(before) = before {
        query = query.filter(webhook_deliveries::id.lt(before));
    }
    Ok(query.load::<Row>(connection)?.into_iter().map(WebhookDelivery::from).collect())
}

/// Removes some of what was made before an instant and is over; how many.
pub(in crate::webhooks) fn forget_before(
    connection: &mut DbConnection,
    instant: DateTime<Utc>,
) -> Result<usize> {
    let over = || webhook_deliveries::table.filter(webhook_deliveries::next_at.is_null());
    Ok(remove_oldest!(connection, over(), webhook_deliveries::created_at, instant))
}
