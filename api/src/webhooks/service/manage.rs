//! What administrators do with webhooks: they are made, changed, given another secret, tried, removed, and
//! sent something again.

use crate::auth::{Keys, SecretOf};
use crate::db::DbConnection;
use crate::error::{Conflict, Error, Result};
use crate::http::{Answer, Work};
use crate::ids::{DeliveryId, ProjectId, WebhookId};
use crate::live::feed;
use crate::outbound::reach::{Reach, Refusal};
use crate::projects;
use crate::signature;
use crate::webhooks::model::{NewDelivery, Webhook};
use crate::webhooks::rules::wanted::tidy;
use crate::webhooks::store;
use chrono::{DateTime, TimeDelta, Utc};
use contract::auth::Role;
use contract::webhooks::{CreateWebhook, NewWebhook, UpdateWebhook, WebhookDelivery, WebhookPayload};
use serde_json::Value;
use url::Url;

/// How many webhooks a project may have: what happens is told to each of them.
const MOST: i64 = 50;

/// How long the secret before signs too, so that receivers can change theirs meanwhile.
const OVERLAP: TimeDelta = TimeDelta::hours(24);

/// The type of what is sent to try a webhook.
const PING: &str = "webhook.ping";

/// Makes a webhook, which is told of what happens from now on.
pub(in crate::webhooks) fn create(
    work: &mut Work<'_>,
    keys: &Keys,
    reach: &Reach,
    body: CreateWebhook,
) -> Result<Answer<NewWebhook>> {
    let CreateWebhook { project, description, url, events, internal, confidential } = body;
    let project = projects::find(work.connection, &project)?
        .filter(|project| work.caller.is_any_in(project.id, &[Role::Admin]))
        .ok_or_else(|| Error::field("project", "unknown_reference"))?
        .id;
    projects::hold(work.connection, project)?;
    if store::count(work.connection, project)? >= MOST {
        return Err(Error::Conflict(Conflict::LimitReached(MOST)));
    }
    let (id, secret) = (WebhookId::fresh(), signature::fresh_secret());
    let webhook = Webhook {
        id,
        project,
        description: description.trim().to_owned(),
        url: address(reach, &url)?,
        events: tidy(events),
        internal,
        confidential,
        active: true,
        disabled_reason: None,
        starts_after: end(work.connection)?,
        failing_since: None,
        sealed_secret: keys.seal(SecretOf::Webhook(id), &secret)?,
        sealed_previous_secret: None,
        previous_secret_until: None,
        created_at: work.now,
        created_by: work.caller.id,
        updated_at: work.now,
        version: 1,
    };
    store::insert(work.connection, &webhook)?;
    work.in_project(project);
    let shown = shown(work.connection, webhook, work.now)?;
    work.changed(&Value::Null, &audited(&shown));
    let new = NewWebhook { secret: signature::shown(&secret), webhook: shown };
    Ok(Answer::created(format!("/api/v1/webhooks/{id}"), &new)?.shown_once())
}

/// Changes a webhook.
pub(in crate::webhooks) fn update(
    work: &mut Work<'_>,
    reach: &Reach,
    id: WebhookId,
    version: i64,
    body: UpdateWebhook,
) -> Result<Answer<contract::webhooks::Webhook>> {
    // Before the webhook is held: whoever reads on in the feed holds them in this order too, and makes no
    // delivery more for one that is switched off meanwhile.
    let end = if body.active.is_some() { Some(end(work.connection)?) } else { None };
    let mut webhook = held(work, id)?;
    if webhook.version != version {
        return Err(Error::Stale);
    }
    let before = shown(work.connection, webhook.clone(), work.now)?;
    let UpdateWebhook { description, url, events, internal, confidential, active } = body;
    if let Some(description) = description {
        description.trim().clone_into(&mut webhook.description);
    }
    if let Some(url) = url {
        webhook.url = address(reach, &url)?;
    }
    if let Some(events) = events {
        webhook.events = tidy(events);
    }
    webhook.internal = internal.unwrap_or(webhook.internal);
    webhook.confidential = confidential.unwrap_or(webhook.confidential);
    match active {
        Some(true) if !webhook.active => {
            webhook.active = true;
            webhook.disabled_reason = None;
            webhook.failing_since = None;
            webhook.starts_after = end.unwrap_or(webhook.starts_after);
        }
        Some(false) if webhook.active => {
            webhook.active = false;
            store::give_up(work.connection, id)?;
        }
        _ => {}
    }
    let after = changed(work, webhook)?;
    work.changed(&audited(&before), &audited(&after));
    Answer::versioned(after.version, &after)
}

/// Gives a webhook another secret. For a day both sign.
pub(in crate::webhooks) fn rotate(
    work: &mut Work<'_>,
    keys: &Keys,
    id: WebhookId,
) -> Result<Answer<NewWebhook>> {
    let mut webhook = held(work, id)?;
    let before = shown(work.connection, webhook.clone(), work.now)?;
    let secret = signature::fresh_secret();
    let previous = std::mem::replace(&mut webhook.sealed_secret, keys.seal(SecretOf::Webhook(id), &secret)?);
    webhook.sealed_previous_secret = Some(previous);
    webhook.previous_secret_until = Some(work.now + OVERLAP);
    let after = changed(work, webhook)?;
    work.changed(&audited(&before), &audited(&after));
    let new = NewWebhook { secret: signature::shown(&secret), webhook: after };
    Ok(Answer::ok(&new)?.shown_once())
}

/// Removes a webhook, with the log of what it was sent.
pub(in crate::webhooks) fn remove(work: &mut Work<'_>, id: WebhookId) -> Result<Answer<()>> {
    let webhook = held(work, id)?;
    let before = shown(work.connection, webhook, work.now)?;
    store::remove(work.connection, id)?;
    work.changed(&audited(&before), &Value::Null);
    Ok(Answer::nothing())
}

/// Sends something that says nothing, also to a webhook that is switched off.
pub(in crate::webhooks) fn ping(work: &mut Work<'_>, id: WebhookId) -> Result<Answer<WebhookDelivery>> {
    held(work, id)?;
    let payload = WebhookPayload { kind: PING.to_owned(), timestamp: work.now, data: None };
    let payload = serde_json::to_string(&payload).map_err(Error::internal)?;
    let new = NewDelivery { webhook: id, about: None, payload };
    let made = store::insert_delivery(work.connection, &new, work.now)?;
    let made = made.ok_or_else(|| Error::internal("a ping is a conflict with nothing"))?;
    Answer::ok(&store::delivery(work.connection, id, made)?)
}

/// Sends something again, under the same id.
pub(in crate::webhooks) fn redeliver(
    work: &mut Work<'_>,
    id: WebhookId,
    delivery: DeliveryId,
) -> Result<Answer<WebhookDelivery>> {
    held(work, id)?;
    store::again(work.connection, id, delivery, work.now)?;
    Answer::ok(&store::delivery(work.connection, id, delivery)?)
}

/// A webhook of one of the projects that somebody administers.
pub(in crate::webhooks) fn seen(
    connection: &mut DbConnection,
    projects: &[ProjectId],
    id: WebhookId,
    now: DateTime<Utc>,
) -> Result<contract::webhooks::Webhook> {
    let webhook = store::visible(connection, projects, id)?;
    shown(connection, webhook, now)
}

/// The secrets that sign by now, the present one first.
pub(in crate::webhooks) fn secrets(
    keys: &Keys,
    webhook: &Webhook,
    now: DateTime<Utc>,
) -> Result<Vec<Vec<u8>>> {
    let opened = |sealed: &Vec<u8>| keys.unseal(SecretOf::Webhook(webhook.id), sealed);
    let present = opened(&webhook.sealed_secret)
        .ok_or_else(|| Error::internal("the secret of a webhook was sealed with another key"))?;
    let signs = webhook.previous_secret_until.is_some_and(|until| now < until);
    let previous = webhook.sealed_previous_secret.as_ref().filter(|_| signs).and_then(opened);
    Ok(std::iter::once(present).chain(previous).collect())
}

/// A webhook as administrators see it.
pub(in crate::webhooks) fn shown(
    connection: &mut DbConnection,
    webhook: Webhook,
    now: DateTime<Utc>,
) -> Result<contract::webhooks::Webhook> {
    let Webhook {
        id,
        project,
        description,
        url,
        events,
        internal,
        confidential,
        active,
        disabled_reason,
        starts_after: _,
        failing_since: _,
        sealed_secret: _,
        sealed_previous_secret: _,
        previous_secret_until,
        created_at,
        created_by: _,
        updated_at,
        version,
    } = webhook;
    let project = projects::named(connection, &[project])?
        .remove(&project)
        .ok_or_else(|| Error::internal("a webhook of no project"))?;
    Ok(contract::webhooks::Webhook {
        id: id.0,
        project,
        description,
        url,
        events,
        internal,
        confidential,
        active,
        disabled_reason,
        previous_secret_until: previous_secret_until.filter(|until| now < *until),
        created_at,
        updated_at,
        version,
    })
}

/// What the audit log says of it: of the address only whose it is, since many have a secret in the rest.
fn audited(webhook: &contract::webhooks::Webhook) -> contract::webhooks::Webhook {
    let origin = Url::parse(&webhook.url).map(|url| url.origin().ascii_serialization());
    contract::webhooks::Webhook { url: origin.unwrap_or_default(), ..webhook.clone() }
}

/// A webhook that the caller administers, locked.
fn held(work: &mut Work<'_>, id: WebhookId) -> Result<Webhook> {
    let administered = work.caller.projects_as(&[Role::Admin]);
    let webhook = store::load(work.connection, id)?;
    let webhook = webhook.filter(|webhook| administered.contains(&webhook.project)).ok_or(Error::NotFound)?;
    work.in_project(webhook.project);
    Ok(webhook)
}

fn changed(work: &mut Work<'_>, webhook: Webhook) -> Result<contract::webhooks::Webhook> {
    let webhook = Webhook { updated_at: work.now, version: webhook.version + 1, ..webhook };
    store::update(work.connection, &webhook)?;
    shown(work.connection, webhook, work.now)
}

fn address(reach: &Reach, url: &str) -> Result<String> {
    let fault = |refusal| match refusal {
        Refusal::Url => Error::field("url", "webhook_url"),
        Refusal::Address => Error::field("url", "webhook_address"),
    };
    reach.url(url).map(String::from).map_err(fault)
}

/// Where the feed ends. Nobody reads on in it for webhooks meanwhile, so that nothing behind it is passed by.
fn end(connection: &mut DbConnection) -> Result<i64> {
    store::locked_position(connection)?;
    feed::end(connection)
}
