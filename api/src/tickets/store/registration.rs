//! Conditions on when a case was registered: between which instants, at which hours, on which weekdays.

use super::visible::Condition;
use crate::db::dialect::PerEngine;
use crate::db::prepared::Fixed;
use crate::db::schema::tickets;
use crate::db::types::Instant;
use crate::tickets::filter::Registered;
use diesel::prelude::*;

/// The conditions of a filter that ask when a case was registered.
pub(super) fn conditions(registered: Registered) -> Vec<Condition> {
    let Registered { from, to, hour, weekday } = registered;
    let mut all: Vec<Condition> = Vec::new();
    if let Some(from) = from {
        all.push(Box::new(tickets::registered_at.ge(Instant::from(from))));
    }
    if let Some(to) = to {
        all.push(Box::new(tickets::registered_at.lt(Instant::from(to))));
    }
    all.extend(hour.map(at_hour));
    all.extend(weekday.map(on_weekday));
    all
}

/// At an hour of the day of Bogotá, as reports tell it. SQLite knows no zones; there it is five hours earlier
/// than in UTC, all the year.
fn at_hour(hour: u8) -> Condition {
    Box::new(PerEngine {
        postgres: Fixed::about(
            "extract(hour FROM tickets.registered_at AT TIME ZONE 'America/Bogota') = CAST(? AS integer)",
            hour.to_string(),
        ),
        sqlite: Fixed::about(
            "(tickets.registered_at / 3600000000 + 19) % 24 = CAST(? AS integer)",
            hour.to_string(),
        ),
    })
}

/// On a weekday of Bogotá, 1 being Monday. The days that SQLite counts begin with a Thursday, 1970-01-01.
fn on_weekday(weekday: u8) -> Condition {
    Box::new(PerEngine {
        postgres: Fixed::about(
            "extract(isodow FROM tickets.registered_at AT TIME ZONE 'America/Bogota') = CAST(? AS integer)",
            weekday.to_string(),
        ),
        sqlite: Fixed::about(
            "((tickets.registered_at / 3600000000 - 5) / 24 + 3) % 7 + 1 = CAST(? AS integer)",
            weekday.to_string(),
        ),
    })
}
