//! Making deliveries, and sending them, when there is something to tell or to send.

use super::model::{Claimed, Tried, Webhook};
use super::{service, store};
use crate::app::App;
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::{DeliveryId, WebhookId};
use crate::notifications::Desk;
use crate::outbound::courier::{Message, PATIENCE};
use crate::signature;
use chrono::{DateTime, TimeDelta, Utc};
use contract::webhooks::DeliveryFault;
use futures_util::{StreamExt, stream};
use std::time::{Duration, Instant};

/// Webhooks that are sent to side by side.
const SIDE_BY_SIDE: usize = 16;

/// How long a replica may be at a webhook before another takes it for lost.
const CLAIM: TimeDelta = TimeDelta::minutes(5);

/// How long a webhook may take for what it is sent at once, while others wait.
const TURN: Duration = Duration::from_secs(20);

/// How long the rest waits of what is due to a webhook that has not answered in time.
const LATER: TimeDelta = TimeDelta::minutes(1);

/// For how many days the log of deliveries is kept.
pub const KEPT_DAYS: u32 = 30;

/// Removes some of the deliveries whose time is over; how many.
pub fn forget_old(connection: &mut DbConnection, now: DateTime<Utc>) -> Result<usize> {
    store::forget_before(connection, now - TimeDelta::days(KEPT_DAYS.into()))
}

/// Tells webhooks what has happened, and sends again what did not arrive; how much was done. Any number of
/// replicas may do it at once.
pub async fn deliver_due(app: &App) -> Result<usize> {
    let mut done = 0;
    loop {
        // Each time: what is told to one that is slow keeps the others from nothing.
        done += spread_all(app).await?;
        match send_some(app).await? {
            Some(arrived) => done += arrived,
            None => return Ok(done),
        }
    }
}

async fn spread_all(app: &App) -> Result<usize> {
    let mut all = 0;
    while app.db.read(store::is_behind).await? {
        let (address, now) = (app.config.public_url.clone(), app.clock.now());
        let read = app.db.write(move |connection| service::spread(connection, &address, now)).await?;
        all += read;
        if i64::try_from(read).unwrap_or(i64::MAX) < service::AT_ONCE {
            break;
        }
    }
    Ok(all)
}

/// Sends some of what is due; how much has arrived, nothing when there was nothing to send.
async fn send_some(app: &App) -> Result<Option<usize>> {
    let now = app.clock.now();
    if !app.db.read(move |connection| store::is_due(connection, now)).await? {
        return Ok(None);
    }
    let until = now + CLAIM;
    let claimed = app.db.write(move |connection| store::claim(connection, now, until)).await?;
    if claimed.is_empty() {
        return Ok(None);
    }
    let sendings: Vec<_> = claimed
        .into_iter()
        .map(|store::Batch { webhook, deliveries }| send_in_order(app, webhook, deliveries, until))
        .collect();
    let outcomes: Vec<Result<usize>> = stream::iter(sendings).buffer_unordered(SIDE_BY_SIDE).collect().await;
    let mut arrived = 0;
    for outcome in outcomes {
        arrived += outcome?;
    }
    Ok(Some(arrived))
}

/// Sends what a webhook is to be told, one thing after another. What its turn leaves no time for is claimed
/// anew, since others wait for theirs; what is left for one that does not answer in time, a minute later.
async fn send_in_order(
    app: &App,
    webhook: WebhookId,
    deliveries: Vec<Claimed>,
    until: DateTime<Utc>,
) -> Result<usize> {
    let patience = TimeDelta::from_std(PATIENCE + Duration::from_secs(5)).unwrap_or(CLAIM);
    let (mut arrived, begun) = (0, Instant::now());
    let mut rest = deliveries.into_iter();
    while let Some(delivery) = rest.next() {
        if app.clock.now() + patience > until {
            break;
        }
        let id = delivery.id;
        let present = move |connection: &mut DbConnection| {
            let sending = store::still_sending(connection, id)?;
            if sending { store::find(connection, webhook) } else { Ok(None) }
        };
        let Some(webhook) = app.db.read(present).await? else { continue };
        let tried = try_once(app, &webhook, &delivery).await?;
        let (desk, webhook, kept_waiting) =
            (Desk::of(app), webhook.id, tried.fault == Some(DeliveryFault::Timeout));
        let settle = move |connection: &mut DbConnection| {
            service::settle(connection, &desk, webhook, &delivery, &tried)
        };
        arrived += usize::from(app.db.write(settle).await?);
        if kept_waiting || begun.elapsed() > TURN {
            let left: Vec<DeliveryId> = rest.map(|delivery| delivery.id).collect();
            let again = app.clock.now() + if kept_waiting { LATER } else { TimeDelta::zero() };
            app.db.write(move |connection| store::put_off(connection, &left, again)).await?;
            break;
        }
    }
    Ok(arrived)
}

async fn try_once(app: &App, webhook: &Webhook, delivery: &Claimed) -> Result<Tried> {
    let (at, id) = (app.clock.now(), Claimed::message_id(delivery.id));
    let secrets = service::secrets(&app.keys, webhook, at)?;
    let signature = signature::signatures(&secrets, &id, at.timestamp(), &delivery.payload)?;
    let message = Message { url: webhook.url.clone(), id, at, signature, body: delivery.payload.clone() };
    let begun = Instant::now();
    let outcome = app.courier.deliver(message).await;
    let duration_ms = i64::try_from(begun.elapsed().as_millis()).unwrap_or(i64::MAX);
    Ok(match outcome {
        Ok(answered) => Tried {
            at: app.clock.now(),
            duration_ms,
            fault: (!(200..300).contains(&answered.status)).then_some(DeliveryFault::Status),
            answer: Some((answered.status, answered.beginning)),
        },
        Err(fault) => Tried { at: app.clock.now(), duration_ms, fault: Some(fault), answer: None },
    })
}
