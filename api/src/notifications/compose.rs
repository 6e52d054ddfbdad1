//! Writing the letter of a notice.

use super::store::{self, NewMail};
use super::templates;
use crate::app::App;
use crate::auth::tokens::Tokens;
use crate::config::Config;
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::{NoticeId, ProjectId, UserId};
use crate::outbound::letter;
use crate::text::say;
use crate::tickets::{Event, Ticket};
use crate::{auth, people, surveys};
use chrono::{DateTime, Utc};
use contract::auth::{Locale, Role};
use contract::notifications::NoticeKind;
use contract::tickets::Visibility;
use minijinja::{Value, context};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What letters need of the desk.
#[derive(Clone)]
pub struct Desk {
    config: Arc<Config>,
    tokens: Arc<Tokens>,
    /// The part of addresses behind the `@`; none when no letters are sent.
    domain: Option<String>,
}

impl Desk {
    /// Of a running server.
    #[must_use]
    pub fn of(app: &App) -> Self {
        Self {
            config: Arc::clone(&app.config),
            tokens: Arc::clone(&app.tokens),
            domain: app.mailer.as_ref().map(|mailer| mailer.domain().to_owned()),
        }
    }

    pub(super) fn sends_mail(&self) -> bool {
        self.domain.is_some()
    }

    /// The address of a page.
    #[must_use]
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.config.public_url)
    }
}

/// Writes the letter of a notice, to leave not before an instant. Who has no address gets none.
pub(super) fn write(
    connection: &mut DbConnection,
    desk: &Desk,
    ticket: &Ticket,
    event: &Event,
    (person, kind, notice): (UserId, NoticeKind, NoticeId),
    not_before: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<()> {
    let contact = people::contact(connection, person)?;
    let (Some(recipient), Some(domain)) = (contact.email, &desk.domain) else { return Ok(()) };
    let source = templates::built_in(kind, contact.locale);
    let actor = match event.actor {
        Some(actor) => people::names(connection, &[actor])?.remove(&actor).map(|person| person.display_name),
        None => None,
    };
    let own = person == ticket.requester;
    let survey = (own && kind == NoticeKind::Resolved)
        .then(|| {
            let (address, resolution) = (&desk.config.public_url, ticket.resolution_count);
            surveys::invitation_link(&desk.tokens, address, ticket.id, resolution, now)
        })
        .transpose()?;
    let (name, locale) = (contact.display_name.as_str(), contact.locale);
    let values = values(desk, ticket, event, name, locale, own, actor.as_deref(), survey.as_deref());
    let written = letter::write(source, contact.locale.as_str(), &values)?;
    store::insert_mail(
        connection,
        &NewMail {
            notice: Some(notice),
            project: ticket.project,
            ticket: Some(ticket.id),
            user: person,
            recipient: &recipient,
            message_id: format!("{notice}@{domain}"),
            thread_id: Some(format!("{}@{domain}", ticket.id)),
            letter: &written,
            next_at: not_before,
            now,
        },
    )
}

/// Writes to the administrators of a project what concerns its settings. The template is that of the
/// reader's language; it may say the reader's `name` and the `values`.
pub fn write_to_admins(
    connection: &mut DbConnection,
    desk: &Desk,
    project: ProjectId,
    template: fn(Locale) -> &'static str,
    values: &[(&str, serde_json::Value)],
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(domain) = &desk.domain else { return Ok(()) };
    for person in people::with_role(connection, project, &[Role::Admin])? {
        if auth::active_caller(connection, person)?.is_none() {
            continue;
        }
        let contact = people::contact(connection, person)?;
        let Some(recipient) = contact.email else { continue };
        let mut known: BTreeMap<&str, serde_json::Value> = values.iter().cloned().collect();
        known.insert("name", contact.display_name.into());
        let source = template(contact.locale);
        let written = letter::write(source, contact.locale.as_str(), &Value::from_serialize(&known))?;
        let mail = NewMail {
            notice: None,
            project,
            ticket: None,
            user: person,
            recipient: &recipient,
            message_id: format!("{}@{domain}", crate::ids::fresh()),
            thread_id: None,
            letter: &written,
            next_at: now,
            now,
        };
        store::insert_mail(connection, &mail)?;
    }
    Ok(())
}

/// What a template may say. A letter about a confidential case says no more of it than its number: mail is
/// read on the way, and by others at the screen.
#[expect(clippy::too_many_arguments, reason = "they are the facts of one letter")]
fn values(
    desk: &Desk,
    ticket: &Ticket,
    event: &Event,
    name: &str,
    locale: Locale,
    own: bool,
    actor: Option<&str>,
    survey: Option<&str>,
) -> Value {
    let address = &desk.config.public_url;
    let place = if own { "portal" } else { "console" };
    let discreet = ticket.confidential;
    let open = |words: Option<&String>| words.filter(|_| !discreet).cloned();
    let subject = if discreet { say(locale, "confidential-case", &[]) } else { ticket.subject.clone() };
    let when = |at: Option<DateTime<Utc>>| at.map(|at| say_instant(at, locale));
    context! {
        name,
        own,
        actor,
        internal => event.visibility == Visibility::Internal,
        note => open(event.note.as_ref()),
        link => format!("{address}/{place}/tickets/{}", ticket.number),
        survey_yes => survey.map(|link| format!("{link}?answer=yes")),
        survey_no => survey.map(|link| format!("{link}?answer=no")),
        ticket => context! {
            number => ticket.number,
            subject,
            status => say(locale, &format!("status-{}", ticket.status), &[]),
            kind => say(locale, &format!("kind-{}", ticket.kind), &[]),
            priority => ticket.priority,
            level => ticket.level,
            solution => open(ticket.solution.as_ref()),
            attention_due => when(ticket.attention.due_at),
            acceptance_due => when(ticket.acceptance_due_at),
            redirected_to => ticket.closure.as_ref().and_then(|closure| closure.redirected_to.clone()),
        },
    }
}

/// An instant as people in Bogotá read it.
fn say_instant(at: DateTime<Utc>, locale: Locale) -> String {
    let local = at.with_timezone(&chrono_tz::America::Bogota);
    let weekday = say(locale, &format!("weekday-{}", local.format("%u")), &[]);
    say(
        locale,
        "mail-instant",
        &[
            ("weekday", weekday),
            ("date", local.format("%Y-%m-%d").to_string()),
            ("time", local.format("%H:%M").to_string()),
        ],
    )
}

/// A letter as it would be.
#[cfg(test)]
pub(super) fn sample(source: &str, locale: Locale, public_url: &str) -> Result<letter::Letter> {
    let link = format!("{public_url}/portal/tickets/TIC-1042");
    let survey = format!("{public_url}/surveys/muestra");
    let words = |es: &'static str, en: &'static str| if locale == Locale::Es { es } else { en };
    let values = context! {
        name => "Ana Rojas",
        own => true,
        actor => words("Mesa de servicios", "Service desk"),
        internal => false,
        note => words("Se reinició el equipo de red del piso 3.", "The network device of floor 3 was restarted."),
        link,
        survey_yes => format!("{survey}?answer=yes"),
        survey_no => format!("{survey}?answer=no"),
        ticket => context! {
            number => "TIC-1042",
            subject => words("Sin red en el piso 3", "No network on floor 3"),
            status => say(locale, "status-in_analysis", &[]),
            kind => say(locale, "kind-incident", &[]),
            priority => 2,
            level => 1,
            solution => words("Se cambió el cable del puesto.", "The cable of the desk was replaced."),
            attention_due => say_instant(DateTime::UNIX_EPOCH, locale),
            acceptance_due => say_instant(DateTime::UNIX_EPOCH, locale),
            redirected_to => words("Gestión documental", "Records management"),
        },
    };
    letter::write(source, locale.as_str(), &values)
}
