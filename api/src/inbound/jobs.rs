//! What is forgotten: what nobody will send again.

use super::store;
use crate::db::DbConnection;
use crate::db::removal::in_turn;
use crate::error::Result;
use chrono::{DateTime, TimeDelta, Utc};

/// How long a signed delivery is known: its signature is good for minutes.
const DELIVERIES: TimeDelta = TimeDelta::days(1);

/// How long messages are known, and conversations that are silent.
const MESSAGES: TimeDelta = TimeDelta::days(90);

/// How long alerts are known of which nothing is heard.
const ALERTS: TimeDelta = TimeDelta::days(180);

/// Deletes some of what is known of deliveries, messages and alerts of long ago.
pub fn forget_old(connection: &mut DbConnection, now: DateTime<Utc>) -> Result<usize> {
    in_turn(
        connection,
        now,
        &[
            |connection, now| store::forget_deliveries(connection, now - DELIVERIES),
            |connection, now| store::forget_messages(connection, now - MESSAGES),
            |connection, now| store::forget_conversations(connection, now - MESSAGES),
            |connection, now| store::forget_alerts(connection, now - ALERTS),
        ],
    )
}
