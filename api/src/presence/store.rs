//! Every query on who is there.

use super::model::{Present, Snapshot};
use crate::db::DbConnection;
use crate::db::dialect::Both;
use crate::db::removal::remove_oldest;
use crate::db::schema::{presence, users};
use crate::db::types::Instant;
use crate::error::Result;
use crate::ids::{ProviderId, TabId, TicketId, UserId};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

/// How long somebody is there who has not said so again.
const STAYS: TimeDelta = TimeDelta::seconds(45);

/// After so long a row is of no use to anybody.
const KEPT: TimeDelta = TimeDelta::hours(1);

/// One tab of somebody at a case.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) ticket: TicketId,
    pub(super) person: UserId,
    pub(super) tab: TabId,
}

/// Notes that somebody is there; whether others see anything new by it.
pub(super) fn mark(
    connection: &mut DbConnection,
    place: Place,
    company: Option<ProviderId>,
    writing: bool,
    now: DateTime<Utc>,
) -> Result<bool> {
    let Place { ticket, person, tab } = place;
    let before = presence::table
        .find((ticket, person, tab))
        .filter(presence::seen_at.gt(Instant::from(now - STAYS)))
        .select(presence::writing)
        .first::<bool>(connection)
        .optional()?;
    let row = (
        presence::ticket_id.eq(ticket),
        presence::user_id.eq(person),
        presence::tab_id.eq(tab),
        presence::company_id.eq(company),
        presence::writing.eq(writing),
        presence::seen_at.eq(Instant::from(now)),
    );
    let made = Both(diesel::insert_into(presence::table).values(row).on_conflict_do_nothing())
        .execute(connection)?;
    if made == 0 {
        diesel::update(presence::table.find((ticket, person, tab)))
            .set((
                presence::company_id.eq(company),
                presence::writing.eq(writing),
                presence::seen_at.eq(Instant::from(now)),
            ))
            .execute(connection)?;
    }
    Ok(before != Some(writing))
}

/// Notes that somebody has left; whether they were there.
pub(super) fn leave(connection: &mut DbConnection, place: Place) -> Result<bool> {
    let Place { ticket, person, tab } = place;
    Ok(diesel::delete(presence::table.find((ticket, person, tab))).execute(connection)? > 0)
}

/// Everybody who is there, by case, each once.
pub fn there(connection: &mut DbConnection, now: DateTime<Utc>) -> Result<Snapshot> {
    read(connection, None, now)
}

/// Who is at one case.
pub(super) fn present_at(
    connection: &mut DbConnection,
    ticket: TicketId,
    now: DateTime<Utc>,
) -> Result<Vec<Present>> {
    Ok(read(connection, Some(ticket), now)?.remove(&ticket).unwrap_or_default())
}

type Row = (TicketId, UserId, String, Option<ProviderId>, bool);

fn read(connection: &mut DbConnection, of: Option<TicketId>, now: DateTime<Utc>) -> Result<Snapshot> {
    let mut query = presence::table
        .inner_join(users::table.on(users::id.eq(presence::user_id)))
        .filter(presence::seen_at.gt(Instant::from(now - STAYS)))
        .order((presence::ticket_id, users::display_name, presence::user_id))
        .select((
            presence::ticket_id,
            presence::user_id,
            users::display_name,
            presence::company_id,
            presence::writing,
        ))
        .into_boxed();
    if let Some(of) = of {
        query = query.filter(presence::ticket_id.eq(of));
    }
    let mut all = Snapshot::new();
    for (ticket, person, name, company, writing) in query.load::<Row>(connection)? {
        let here = all.entry(ticket).or_default();
        match here.last_mut() {
            // Another tab of the same person.
            Some(last) if last.person == person => last.writing |= writing,
            _ => here.push(Present { person, name, company, writing }),
        }
    }
    Ok(all)
}

/// Removes some of what is long over; how much.
pub fn forget_old(connection: &mut DbConnection, now: DateTime<Utc>) -> Result<usize> {
    Ok(remove_oldest!(connection, presence::table, presence::seen_at, now - KEPT))
}

/// A person was nowhere.
pub fn forget_person(connection: &mut DbConnection, person: UserId) -> Result<()> {
    diesel::delete(presence::table.filter(presence::user_id.eq(person))).execute(connection)?;
    Ok(())
}
