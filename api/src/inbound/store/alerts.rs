//! Alerts, and the groups that are one incident.

use crate::db::DbConnection;
use crate::db::removal::remove_oldest;
use crate::db::schema::{alert_groups, alerts};
use crate::db::types::{Instant, Word};
use crate::error::Result;
use crate::ids::{AlertGroupId, AlertId, InboundSourceId, TicketId};
use crate::inbound::model::{AlertGroup, KnownAlert};
use chrono::{DateTime, Utc};
use contract::inbound::AlertState;
use diesel::prelude::*;

/// A source's group with this key.
pub(in crate::inbound) fn alert_group(
    connection: &mut DbConnection,
    source: InboundSourceId,
    key: &str,
) -> Result<Option<AlertGroup>> {
    let found = alert_groups::table
        .filter(alert_groups::source_id.eq(source).and(alert_groups::key.eq(key)))
        .select((alert_groups::id, alert_groups::ticket_id))
        .first::<(AlertGroupId, TicketId)>(connection)
        .optional()?;
    Ok(found.map(|(id, ticket)| AlertGroup { id, ticket }))
}

/// Makes a group: these alerts are this incident.
pub(in crate::inbound) fn insert_group(
    connection: &mut DbConnection,
    source: InboundSourceId,
    key: &str,
    ticket: TicketId,
    now: DateTime<Utc>,
) -> Result<AlertGroup> {
    let id = AlertGroupId::fresh();
    diesel::insert_into(alert_groups::table)
        .values((
            alert_groups::id.eq(id),
            alert_groups::source_id.eq(source),
            alert_groups::key.eq(key),
            alert_groups::ticket_id.eq(ticket),
            alert_groups::last_at.eq(Instant::from(now)),
        ))
        .execute(connection)?;
    Ok(AlertGroup { id, ticket })
}

/// A group's alerts are another incident from now on.
pub(in crate::inbound) fn move_group(
    connection: &mut DbConnection,
    group: AlertGroupId,
    ticket: TicketId,
) -> Result<()> {
    diesel::update(alert_groups::table.find(group))
        .set(alert_groups::ticket_id.eq(ticket))
        .execute(connection)?;
    Ok(())
}

/// Notes that a group has been heard of.
pub(in crate::inbound) fn touch_group(
    connection: &mut DbConnection,
    group: AlertGroupId,
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::update(alert_groups::table.find(group))
        .set(alert_groups::last_at.eq(Instant::from(now)))
        .execute(connection)?;
    Ok(())
}

type Row = (AlertId, String, Word<AlertState>, Word<AlertState>, Instant, i32, TicketId);

/// What is known of some alerts of a group.
pub(in crate::inbound) fn alerts_of(
    connection: &mut DbConnection,
    group: AlertGroupId,
    fingerprints: &[String],
) -> Result<Vec<KnownAlert>> {
    let rows = alerts::table
        .filter(alerts::group_id.eq(group).and(alerts::fingerprint.eq_any(fingerprints.to_vec())))
        .select((
            alerts::id,
            alerts::fingerprint,
            alerts::state,
            alerts::noted,
            alerts::noted_at,
            alerts::times,
            alerts::ticket_id,
        ))
        .load::<Row>(connection)?;
    let known = |(id, fingerprint, state, noted, noted_at, times, ticket): Row| KnownAlert {
        id,
        fingerprint,
        state: state.0,
        noted: noted.0,
        noted_at: noted_at.utc(),
        times,
        ticket,
    };
    Ok(rows.into_iter().map(known).collect())
}

/// An alert that is heard of for the first time.
#[derive(Clone, Copy, Debug)]
pub(in crate::inbound) struct NewAlert<'a> {
    /// What tells it from the others of its group.
    pub(in crate::inbound) fingerprint: &'a str,
    /// What it is called.
    pub(in crate::inbound) name: &'a str,
    /// How bad the source says it is.
    pub(in crate::inbound) severity: Option<&'a str>,
}

/// Keeps an alert that fires, as its incident's timeline says.
pub(in crate::inbound) fn insert_alert(
    connection: &mut DbConnection,
    source: InboundSourceId,
    group: AlertGroup,
    alert: NewAlert<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::insert_into(alerts::table)
        .values((
            alerts::id.eq(AlertId::fresh()),
            alerts::source_id.eq(source),
            alerts::group_id.eq(group.id),
            alerts::fingerprint.eq(alert.fingerprint),
            alerts::name.eq(alert.name),
            alerts::severity.eq(alert.severity),
            alerts::state.eq(Word(AlertState::Firing)),
            alerts::noted.eq(Word(AlertState::Firing)),
            alerts::noted_at.eq(Instant::from(now)),
            alerts::first_at.eq(Instant::from(now)),
            alerts::last_at.eq(Instant::from(now)),
            alerts::times.eq(1),
            alerts::ticket_id.eq(group.ticket),
        ))
        .execute(connection)?;
    Ok(())
}

/// Counts that the source has spoken of an alert, and what it said.
pub(in crate::inbound) fn count_signal(
    connection: &mut DbConnection,
    alert: &KnownAlert,
    state: AlertState,
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::update(alerts::table.find(alert.id))
        .set((
            alerts::state.eq(Word(state)),
            alerts::last_at.eq(Instant::from(now)),
            alerts::times.eq(alert.times.saturating_add(1)),
        ))
        .execute(connection)?;
    Ok(())
}

/// The timeline says from now on that the alert is in this state.
pub(in crate::inbound) fn note_alert(
    connection: &mut DbConnection,
    alert: AlertId,
    noted: AlertState,
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::update(alerts::table.find(alert))
        .set((alerts::noted.eq(Word(noted)), alerts::noted_at.eq(Instant::from(now))))
        .execute(connection)?;
    Ok(())
}

/// An alert belongs to another incident from now on.
pub(in crate::inbound) fn move_alert(
    connection: &mut DbConnection,
    alert: AlertId,
    ticket: TicketId,
) -> Result<()> {
    diesel::update(alerts::table.find(alert)).set(alerts::ticket_id.eq(ticket)).execute(connection)?;
    Ok(())
}

/// What is known of a group's alerts for one incident holds for another.
pub(in crate::inbound) fn move_alerts(
    connection: &mut DbConnection,
    group: AlertGroupId,
    from: TicketId,
    to: TicketId,
) -> Result<()> {
    diesel::update(alerts::table.filter(alerts::group_id.eq(group).and(alerts::ticket_id.eq(from))))
        .set(alerts::ticket_id.eq(to))
        .execute(connection)?;
    Ok(())
}

/// How many alerts of an incident fire.
pub(in crate::inbound) fn count_firing(
    connection: &mut DbConnection,
    group: AlertGroupId,
    ticket: TicketId,
) -> Result<u32> {
    let count: i64 = alerts::table
        .filter(alerts::group_id.eq(group).and(alerts::ticket_id.eq(ticket)))
        .filter(alerts::state.eq(Word(AlertState::Firing)))
        .count()
        .get_result(connection)?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Deletes some of the groups, and their alerts, that have not been heard of since an instant.
pub(in crate::inbound) fn forget_alerts(
    connection: &mut DbConnection,
    before: DateTime<Utc>,
) -> Result<usize> {
    Ok(remove_oldest!(connection, alert_groups::table, alert_groups::last_at, before))
}
