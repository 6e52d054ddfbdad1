//! Entries of the timeline: what was done, by whom, and which fields changed.

use crate::db::DbConnection;
use crate::error::Result;
use crate::http::Work;
use crate::ids::{EventId, ProviderId};
use crate::tickets::model::{Event, Ticket};
use crate::tickets::rules::machine::{self, Step};
use crate::{catalog, people};
use chrono::{DateTime, Utc};
use contract::reference::NamedRef;
use contract::tickets::{Action, Change, Channel, Visibility};
use serde_json::{Map, Value};
use std::collections::HashMap;
use std::hash::Hash;

/// What a use case says of what it did.
#[derive(Clone, Debug)]
pub struct Entry {
    step: Step,
    visibility: Visibility,
    channel: Channel,
    note: Option<String>,
    details: Map<String, Value>,
    changes: Vec<Change>,
    shared_with: Option<ProviderId>,
    quoted: Option<String>,
}

impl Entry {
    /// Of a step that everyone who sees the ticket may read about.
    #[must_use]
    pub fn of(step: Step) -> Self {
        Self {
            step,
            visibility: Visibility::Public,
            channel: Channel::Portal,
            note: None,
            details: Map::new(),
            changes: Vec::new(),
            shared_with: None,
            quoted: None,
        }
    }

    /// Who may read it.
    pub fn visible_to(&mut self, visibility: Visibility) -> &mut Self {
        self.visibility = visibility;
        self
    }

    /// Which provider may read it although it is internal.
    pub fn shared_with(&mut self, provider: Option<ProviderId>) -> &mut Self {
        self.shared_with = provider;
        self
    }

    /// What changed that is not a field of the ticket itself.
    pub fn changed(&mut self, field: &str, before: Option<String>, after: Option<String>) -> &mut Self {
        if before != after {
            self.changes.push(Change { field: field.to_owned(), before, after });
        }
        self
    }

    /// From where it came, when not by the portal.
    pub fn came_by(&mut self, channel: Channel) -> &mut Self {
        self.channel = channel;
        self
    }

    /// What was said.
    pub fn note(&mut self, note: impl Into<Option<String>>) -> &mut Self {
        self.note = note.into().map(|note| note.trim().to_owned()).filter(|note| !note.is_empty());
        self
    }

    /// What a mail quoted of earlier ones, and its signature.
    pub fn quoting(&mut self, quoted: Option<String>) -> &mut Self {
        self.quoted = quoted;
        self
    }

    /// What else there is to know.
    pub fn detail(&mut self, name: &str, value: impl Into<Value>) -> &mut Self {
        self.details.insert(name.to_owned(), value.into());
        self
    }
}

/// The entry as an event by the caller.
pub(super) fn event(work: &mut Work<'_>, before: &Ticket, after: &Ticket, entry: Entry) -> Result<Event> {
    work.in_project(after.project);
    of_caller(work, before, after, entry)
}

/// The same, of a use case that is about more than this ticket.
pub(super) fn of_caller(work: &mut Work<'_>, before: &Ticket, after: &Ticket, entry: Entry) -> Result<Event> {
    let mut changes = changes(work.connection, before, after)?;
    changes.extend(entry.changes.clone());
    let entry = Entry { channel: work.origin.channel.unwrap_or(entry.channel), ..entry };
    let by_caller = Event {
        actor: Some(work.caller.id),
        impersonator: work.caller.impersonator,
        address: work.origin.address.clone(),
        ..by_system(after, entry, work.now)
    };
    Ok(Event { changes, ..by_caller })
}

/// The entry as an event of the system's own.
pub(super) fn by_system(ticket: &Ticket, entry: Entry, now: DateTime<Utc>) -> Event {
    let Entry { step, visibility, channel, note, details, changes, shared_with, quoted } = entry;
    Event {
        id: EventId::fresh(),
        ticket: ticket.id,
        at: now,
        actor: None,
        action: step.action(),
        activity: machine::activity(step),
        channel,
        address: None,
        visibility,
        note,
        changes,
        details,
        shared_with,
        impersonator: None,
        quoted,
    }
}

/// A warning or breach, for the desk's eyes.
pub(super) fn alarm(action: Action, clock: contract::sla::ClockName) -> Entry {
    let mut entry = Entry::of(Step::Plain(action));
    entry.visible_to(Visibility::Internal).detail("clock", clock.as_str());
    entry
}

/// The fields that differ, with people and resources by name.
pub(super) fn changes(connection: &mut DbConnection, before: &Ticket, after: &Ticket) -> Result<Vec<Change>> {
    let mut changes = Changes(Vec::new());
    changes.text("kind", before.kind, after.kind);
    changes.text("status", before.status, after.status);
    changes.text("level", before.level, after.level);
    changes.text("impact", before.impact, after.impact);
    changes.text("urgency", before.urgency, after.urgency);
    changes.text("priority", before.priority, after.priority);
    changes.text("confidential", before.confidential, after.confidential);
    let reason = |ticket: &Ticket| ticket.pending.map(|pending| pending.reason.to_string());
    changes.add("pending", reason(before), reason(after));
    let closure = |ticket: &Ticket| ticket.closure.as_ref().map(|closure| closure.reason.to_string());
    changes.add("closure", closure(before), closure(after));
    changes.named("assignee", before.assignee, after.assignee, |ids| {
        Ok(people::names(connection, ids)?
            .into_iter()
            .map(|(id, person)| (id, person.display_name))
            .collect())
    })?;
    changes.named("group", before.group, after.group, |ids| {
        people::named_groups(connection, ids).map(by_name)
    })?;
    changes.named("provider", before.provider, after.provider, |ids| {
        people::named_providers(connection, ids).map(by_name)
    })?;
    changes.named("service", before.service, after.service, |ids| {
        catalog::named_services(connection, ids).map(by_name)
    })?;
    let (before, after) = (&before.details, &after.details);
    changes.named("information_system", before.information_system, after.information_system, |ids| {
        catalog::named_information_systems(connection, ids).map(by_name)
    })?;
    changes.named("component", before.component, after.component, |ids| {
        catalog::named_components(connection, ids).map(by_name)
    })?;
    changes.named("asset", before.asset, after.asset, |ids| {
        catalog::named_assets(connection, ids).map(by_name)
    })?;
    Ok(changes.0)
}

fn by_name<Id: Eq + Hash>(names: HashMap<Id, NamedRef>) -> HashMap<Id, String> {
    names.into_iter().map(|(id, named)| (id, named.name)).collect()
}

struct Changes(Vec<Change>);

impl Changes {
    fn add(&mut self, field: &str, before: Option<String>, after: Option<String>) {
        if before != after {
            self.0.push(Change { field: field.to_owned(), before, after });
        }
    }

    fn text<T: Copy + PartialEq + ToString>(&mut self, field: &str, before: T, after: T) {
        if before != after {
            self.add(field, Some(before.to_string()), Some(after.to_string()));
        }
    }

    fn named<Id: Copy + Eq + Hash>(
        &mut self,
        field: &str,
        before: Option<Id>,
        after: Option<Id>,
        names: impl FnOnce(&[Id]) -> Result<HashMap<Id, String>>,
    ) -> Result<()> {
        if before != after {
            let both: Vec<Id> = before.into_iter().chain(after).collect();
            let names = names(&both)?;
            let name = |id: Option<Id>| id.and_then(|id| names.get(&id).cloned());
            self.add(field, name(before), name(after));
        }
        Ok(())
    }
}
