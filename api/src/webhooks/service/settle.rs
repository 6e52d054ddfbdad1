//! What comes of a try: it has arrived, it is tried again, it is given up; and a webhook at which nothing
//! arrives is switched off, which its administrators are told.

use crate::audit::{self, Changes};
use crate::db::DbConnection;
use crate::error::Result;
use crate::http::Origin;
use crate::ids::WebhookId;
use crate::notifications::{self, Concern, Desk};
use crate::webhooks::model::{Claimed, Tried, Webhook};
use crate::webhooks::rules::retry::{self, Meaning};
use crate::webhooks::store;
use contract::auth::Locale;
use contract::notifications::DeskNoticeKind;
use contract::webhooks::{DeliveryState, DisabledReason};
use serde_json::json;

/// Notes what came of a try; whether it has arrived.
pub(in crate::webhooks) fn settle(
    connection: &mut DbConnection,
    desk: &Desk,
    webhook: WebhookId,
    delivery: &Claimed,
    tried: &Tried,
) -> Result<bool> {
    let Some(mut webhook) = store::load(connection, webhook)? else { return Ok(false) };
    let meaning = retry::meaning(tried.answer.as_ref().map(|(status, _)| *status));
    if meaning == Meaning::Delivered {
        store::settle(connection, delivery.id, DeliveryState::Delivered, None, tried)?;
        if webhook.failing_since.take().is_some() {
            store::update(connection, &webhook)?;
        }
        return Ok(true);
    }
    // Whoever is switched off was sent what somebody asked for, and that once.
    let again = webhook.active && meaning != Meaning::Gone;
    let next = if again { retry::next_try(delivery.attempts, tried.at) } else { None };
    let state = if next.is_some() { DeliveryState::Waiting } else { DeliveryState::Dead };
    store::settle(connection, delivery.id, state, next, tried)?;
    let since = *webhook.failing_since.get_or_insert(tried.at);
    let reason = match meaning {
        Meaning::Gone => Some(DisabledReason::Gone),
        _ if next.is_none() && retry::is_hopeless(since, tried.at) => Some(DisabledReason::Failing),
        _ => None,
    };
    match reason.filter(|_| webhook.active) {
        Some(reason) => switch_off(connection, desk, webhook, reason, tried)?,
        None => store::update(connection, &webhook)?,
    }
    Ok(false)
}

fn switch_off(
    connection: &mut DbConnection,
    desk: &Desk,
    webhook: Webhook,
    reason: DisabledReason,
    tried: &Tried,
) -> Result<()> {
    let off = Webhook {
        active: false,
        disabled_reason: Some(reason),
        updated_at: tried.at,
        version: webhook.version + 1,
        ..webhook
    };
    store::update(connection, &off)?;
    store::give_up(connection, off.id)?;
    let (object, origin) = (format!("/api/v1/webhooks/{}", off.id), Origin::default());
    let changes =
        Changes::between(&json!({"active": true}), &json!({"active": false, "disabled_reason": reason}));
    let entry = audit::Entry {
        project: Some(off.project),
        changes: Some(&changes),
        ..audit::Entry::word(tried.at, None, "webhook_disabled", &object, &origin)
    };
    audit::record(connection, &entry)?;
    let concern = Concern {
        kind: DeskNoticeKind::WebhookDisabled,
        subject: &off.description,
        page: format!("/console/admin/webhooks/{}", off.id),
        letter,
        values: &[("description", json!(off.description)), ("gone", json!(reason == DisabledReason::Gone))],
    };
    notifications::tell_administrators(connection, desk, off.project, &concern, tried.at)
}

/// What administrators read: its first line is the subject.
const fn letter(locale: Locale) -> &'static str {
    match locale {
        Locale::Es => include_str!("../../../templates/mail/es/webhook_disabled.md"),
        Locale::En => include_str!("../../../templates/mail/en/webhook_disabled.md"),
    }
}
