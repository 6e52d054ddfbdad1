//! Making a delivery of each entry for each webhook that wants to know of it.

use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::ids::{EventId, ProjectId};
use crate::live::feed::{self, Change};
use crate::projects;
use crate::webhooks::model::{NewDelivery, Webhook};
use crate::webhooks::rules::wanted::{Entry, Subscription};
use crate::webhooks::store;
use chrono::{DateTime, Utc};
use contract::reference::NamedRef;
use contract::webhooks::{EventType, WebhookData, WebhookPayload};

/// Entries read in one transaction: others want to write too.
pub(in crate::webhooks) const AT_ONCE: i64 = 100;

/// Reads on in the feed, and puts on its way what webhooks want to know; how many entries were read. One
/// replica at a time does it: the position is locked until it commits.
pub(in crate::webhooks) fn spread(
    connection: &mut DbConnection,
    address: &str,
    now: DateTime<Utc>,
) -> Result<usize> {
    let position = store::locked_position(connection)?;
    let webhooks = store::active(connection)?;
    let Some(start) = webhooks.iter().map(|webhook| webhook.starts_after).min() else { return Ok(0) };
    let from = position.max(start);
    let mut of: Vec<ProjectId> = webhooks.iter().map(|webhook| webhook.project).collect();
    of.sort_unstable();
    of.dedup();
    // Before what is there is read: positions become visible in their order.
    let end = feed::end(connection)?;
    let changes = feed::after(connection, from, Some(of.as_slice()), AT_ONCE)?;
    let ids: Vec<EventId> = changes.iter().map(|change| change.what.event).collect();
    let entries = super::entries(connection, &ids)?;
    let names = projects::named(connection, &of)?;
    for change in &changes {
        let Some((ticket, event)) = entries.get(&change.what.event) else { continue };
        let entry =
            Entry { action: event.action, visibility: event.visibility, confidential: ticket.confidential };
        let key = names.get(&ticket.project).map(|NamedRef { key, .. }| key.as_str()).unwrap_or_default();
        for webhook in webhooks.iter().filter(|webhook| concerns(webhook, change)) {
            let Some(what) = subscription(webhook).of(entry) else { continue };
            let data = WebhookData {
                ticket_id: ticket.id.0,
                ticket: ticket.number.clone(),
                project: key.to_owned(),
                event_id: event.id.0,
                position: change.position,
                link: format!("{address}/api/v1/tickets/{}", ticket.number),
            };
            let new = NewDelivery {
                webhook: webhook.id,
                about: Some((event.id, ticket.id, what)),
                payload: payload(what, event.at, data)?,
            };
            store::insert_delivery(connection, &new, now)?;
        }
    }
    let last = changes.last().map_or(from, |change| change.position);
    let is_full = changes.len() == usize::try_from(AT_ONCE).unwrap_or(usize::MAX);
    store::keep_position(connection, if is_full { last } else { last.max(end) })?;
    Ok(changes.len())
}

/// Whether an entry is of the webhook's project, and happened since the webhook is there: what had not been
/// told by then has its position behind it too, but an older id.
fn concerns(webhook: &Webhook, change: &Change) -> bool {
    webhook.project == change.what.project
        && webhook.starts_after < change.position
        && webhook.id.0 < change.what.event.0
}

fn subscription(webhook: &Webhook) -> Subscription<'_> {
    Subscription { events: &webhook.events, internal: webhook.internal, confidential: webhook.confidential }
}

fn payload(what: EventType, at: DateTime<Utc>, data: WebhookData) -> Result<String> {
    let payload = WebhookPayload { kind: what.to_string(), timestamp: at, data: Some(data) };
    serde_json::to_string(&payload).map_err(Error::internal)
}
