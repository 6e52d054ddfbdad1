//! Writing the letter of a notice.

use super::rules::major;
use super::said::Said;
use super::store::{self, NewMail};
use super::templates;
use crate::app::App;
use crate::auth::Keys;
use crate::auth::tokens::Tokens;
use crate::config::Config;
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::{NoticeId, TicketId, UserId};
use crate::inbound;
use crate::outbound::letter;
use crate::text::say;
use crate::tickets::{Event, Ticket};
use crate::{catalog, people, surveys};
use chrono::{DateTime, Utc};
use contract::auth::Locale;
use contract::notifications::NoticeKind;
use contract::tickets::Visibility;
use minijinja::{Value, context};
use std::sync::Arc;

/// How much of a note a digest tells, in characters.
const LONGEST_NOTE: usize = 400;

/// What letters need of the desk.
#[derive(Clone)]
pub struct Desk {
    config: Arc<Config>,
    tokens: Arc<Tokens>,
    keys: Arc<Keys>,
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
            keys: Arc::clone(&app.keys),
            domain: app.mailer.as_ref().map(|mailer| mailer.domain().to_owned()),
        }
    }

    pub(super) fn sends_mail(&self) -> bool {
        self.domain.is_some()
    }

    /// The part of addresses behind the `@`; none when no letters are sent.
    pub(super) fn domain(&self) -> Option<&str> {
        self.domain.as_deref()
    }

    /// What links begin with.
    pub(super) fn public_url(&self) -> &str {
        &self.config.public_url
    }

    /// The address of a page.
    #[must_use]
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.config.public_url)
    }
}

/// Whose letter it is.
#[derive(Clone, Copy)]
pub(super) struct Addressee {
    pub(super) person: UserId,
    pub(super) kind: NoticeKind,
    pub(super) notice: NoticeId,
    /// Whether they may open the case. To whoever may not, the letter says of it what is no secret: its
    /// number, service and priority, and what happened.
    pub(super) may_open: bool,
}

/// Writes the letter of a notice, to leave not before an instant. Who has no address gets none.
pub(super) fn write(
    connection: &mut DbConnection,
    desk: &Desk,
    ticket: &Ticket,
    event: &Event,
    addressee: Addressee,
    not_before: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<()> {
    let Addressee { person, kind, notice, may_open } = addressee;
    let named: Vec<UserId> = [person, ticket.requester].into_iter().chain(event.actor).collect();
    people::stay_who_they_are(connection, &named)?;
    let contact = people::contact(connection, person)?;
    let (Some(recipient), Some(domain)) = (contact.email, &desk.domain) else { return Ok(()) };
    let actor = match event.actor {
        Some(actor) => people::names(connection, &[actor])?.remove(&actor).map(|person| person.display_name),
        None => None,
    };
    let own = person == ticket.requester;
    let survey = (own && asks(kind))
        .then(|| {
            let (address, resolution) = (&desk.config.public_url, ticket.resolution_count);
            let over = ticket.acceptance_due_at.unwrap_or(now);
            surveys::invitation_link(&desk.tokens, address, ticket.id, resolution, over)
        })
        .transpose()?;
    let service = match ticket.service {
        Some(service) => catalog::named_services(connection, &[service])?.remove(&service),
        None => None,
    };
    let (name, locale) = (contact.display_name.as_str(), contact.locale);
    let service = service.map(|service| service.name);
    let said = said(desk, ticket, event, name, locale, own, actor, survey, service, addressee);
    let written = templates::fill(connection, ticket.project, kind, locale, &said)?;
    let answers =
        if may_open { inbound::mail::answered_in(connection, ticket.id, person)? } else { Vec::new() };
    let reply_to = desk.config.reply_to.as_ref().filter(|_| may_open);
    store::insert_mail(
        connection,
        &NewMail {
            notice: Some(notice),
            project: Some(ticket.project),
            ticket: Some(ticket.id),
            user: person,
            recipient: &recipient,
            message_id: format!("{notice}@{domain}"),
            thread_id: Some(format!("{}@{domain}", ticket.id)),
            reply_to: reply_to.map(|to| to.of_letter(&desk.keys, &ticket.number, ticket.id, person)),
            answers,
            letter: &written,
            next_at: not_before,
            now,
        },
    )?;
    Ok(())
}

/// Whether a letter of this kind asks whoever gets it for their word on a solution.
pub(super) const fn asks(kind: NoticeKind) -> bool {
    matches!(kind, NoticeKind::Resolved | NoticeKind::AcceptanceReminder)
}

/// What a digest says of one notice.
pub(super) struct Gathered {
    pub(super) kind: NoticeKind,
    pub(super) ticket: Ticket,
    pub(super) note: Option<String>,
    pub(super) at: DateTime<Utc>,
}

/// Writes one letter of many notices, first to last. Who has no address gets none.
pub(super) fn write_digest(
    connection: &mut DbConnection,
    desk: &Desk,
    person: UserId,
    gathered: &[Gathered],
    now: DateTime<Utc>,
) -> Result<()> {
    people::stay_who_they_are(connection, &[person])?;
    let contact = people::contact(connection, person)?;
    let (Some(recipient), Some(domain)) = (contact.email, &desk.domain) else { return Ok(()) };
    let entries: Vec<Value> =
        gathered.iter().map(|entry| digest_entry(desk, entry, person, contact.locale)).collect();
    let values = context! {
        name => contact.display_name,
        count => entries.len(),
        entries,
        link => format!("{}/profile", desk.config.public_url),
    };
    let written = letter::write(templates::digest(contact.locale), contact.locale.as_str(), &values)?;
    let first = gathered.first().map(|entry| entry.ticket.project);
    // Administrators look after the letters of their projects; one of several is nobody's.
    let project = first.filter(|first| gathered.iter().all(|entry| entry.ticket.project == *first));
    let mail = NewMail::apart(project, (person, &recipient), domain, &written, now);
    let mail = store::insert_mail(connection, &mail)?;
    let mut cases: Vec<TicketId> = gathered.iter().map(|entry| entry.ticket.id).collect();
    cases.sort_unstable();
    cases.dedup();
    store::note_cases(connection, mail, &cases)
}

fn digest_entry(desk: &Desk, entry: &Gathered, person: UserId, locale: Locale) -> Value {
    let Gathered { kind, ticket, note, at } = entry;
    let place = if person == ticket.requester { "portal" } else { "console" };
    let discreet = ticket.confidential;
    context! {
        number => ticket.number,
        subject => if discreet { say(locale, "confidential-case", &[]) } else { ticket.subject.clone() },
        what => say(locale, &format!("digest-{kind}"), &[]),
        note => note.as_deref().filter(|_| !discreet).map(beginning),
        at => say_instant(*at, locale),
        link => format!("{}/{place}/tickets/{}", desk.config.public_url, ticket.number),
    }
}

/// As much of a note as one of many has room for: a letter that becomes too long is none.
fn beginning(note: &str) -> String {
    match note.char_indices().nth(LONGEST_NOTE) {
        Some((end, _)) => format!("{}…", note[..end].trim_end()),
        None => note.to_owned(),
    }
}

/// What the letter may say. One about a confidential case says no more of it than its number: mail is
/// read on the way, and by others at the screen.
#[expect(clippy::too_many_arguments, reason = "they are the facts of one letter")]
fn said(
    desk: &Desk,
    ticket: &Ticket,
    event: &Event,
    name: &str,
    locale: Locale,
    own: bool,
    actor: Option<String>,
    survey: Option<String>,
    service: Option<String>,
    addressee: Addressee,
) -> Said {
    let Addressee { kind, may_open, .. } = addressee;
    let address = &desk.config.public_url;
    let place = if own { "portal" } else { "console" };
    let discreet = ticket.confidential;
    let open = |words: Option<&String>| words.filter(|_| may_open && !discreet).cloned();
    let service = service.filter(|_| !discreet);
    let subject = if discreet {
        say(locale, "confidential-case", &[])
    } else if may_open {
        ticket.subject.clone()
    } else {
        outline(locale, service.as_deref(), ticket.priority)
    };
    let happened = major::occasion(event.action, ticket.kind).filter(|_| kind == NoticeKind::Major);
    let when = |at: Option<DateTime<Utc>>| at.map(|at| say_instant(at, locale));
    Said {
        name: name.to_owned(),
        own,
        actor: actor.filter(|_| may_open),
        internal: event.visibility == Visibility::Internal,
        // What was said may be for fewer than the case is.
        note: open(event.note.as_ref()).filter(|_| kind != NoticeKind::Major),
        happened: happened.map(|occasion| say(locale, &format!("occasion-{occasion}"), &[])),
        link: if may_open { format!("{address}/{place}/tickets/{}", ticket.number) } else { String::new() },
        survey,
        number: ticket.number.clone(),
        subject,
        status: say(locale, &format!("status-{}", ticket.status), &[]),
        kind: say(locale, &format!("kind-{}", ticket.kind), &[]),
        service,
        priority: ticket.priority,
        level: ticket.level,
        solution: open(ticket.details.solution.as_ref()),
        attention_due: when(ticket.attention.due_at),
        acceptance_due: when(ticket.acceptance_due_at),
        redirected_to: ticket.closure.as_ref().and_then(|closure| closure.redirected_to.clone()),
    }
}

/// What stands in place of the subject of a case, for whoever hears of it and may not open it.
pub(super) fn outline(locale: Locale, service: Option<&str>, priority: u8) -> String {
    let priority = ("priority", priority.to_string());
    match service {
        Some(service) => say(locale, "incident-of-service", &[("service", service.to_owned()), priority]),
        None => say(locale, "incident-of-priority", &[priority]),
    }
}

/// An instant as people in Bogotá read it.
pub(super) fn say_instant(at: DateTime<Utc>, locale: Locale) -> String {
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

/// A digest as it would be.
#[cfg(test)]
pub(super) fn sample_digest(source: &str, locale: Locale, public_url: &str) -> Result<letter::Letter> {
    let entry = |number: &str, note: Option<&str>| {
        context! {
            number,
            subject => "Sin red en el piso 3",
            what => say(locale, "digest-commented", &[]),
            note,
            at => say_instant(DateTime::UNIX_EPOCH, locale),
            link => format!("{public_url}/portal/tickets/{number}"),
        }
    };
    let entries = vec![entry("TIC-1042", Some("Vamos en camino.")), entry("TIC-1043", None)];
    let values = context! {
        name => "Ana Rojas",
        count => entries.len(),
        entries,
        link => format!("{public_url}/profile"),
    };
    Ok(letter::write(source, locale.as_str(), &values)?)
}
