//! Telling a project's administrators what concerns its settings: in the bell and by a letter.

use super::compose::Desk;
use super::store::{self, NewDeskNotice, NewMail};
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::ProjectId;
use crate::outbound::letter;
use crate::{auth, people};
use chrono::{DateTime, Utc};
use contract::auth::{Locale, Role};
use contract::notifications::DeskNoticeKind;
use minijinja::Value;
use std::collections::BTreeMap;

/// What administrators are told.
pub struct Concern<'a> {
    /// What has happened.
    pub kind: DeskNoticeKind,
    /// What it is about, in one line.
    pub subject: &'a str,
    /// The page where it is looked after: a path.
    pub page: String,
    /// The letter's template in a language. It may say the reader's `name`, the `link` to the page, and the
    /// `values`.
    pub letter: fn(Locale) -> &'static str,
    /// What else the letter says.
    pub values: &'a [(&'a str, serde_json::Value)],
}

/// Tells the administrators of a project what concerns its settings. Who has no address reads it in the bell
/// only.
pub fn tell_administrators(
    connection: &mut DbConnection,
    desk: &Desk,
    project: ProjectId,
    concern: &Concern<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    let Concern { kind, subject, page, letter: template, values } = concern;
    for person in people::with_role(connection, project, &[Role::Admin])? {
        if auth::active_caller(connection, person)?.is_none() {
            continue;
        }
        let notice = NewDeskNotice { user: person, project, kind: *kind, subject, page, now };
        store::insert_desk_notice(connection, &notice)?;
        let contact = people::contact(connection, person)?;
        let (Some(recipient), Some(domain)) = (contact.email, desk.domain()) else { continue };
        let mut known: BTreeMap<&str, serde_json::Value> = values.iter().cloned().collect();
        known.insert("name", contact.display_name.into());
        known.insert("link", desk.link(page).into());
        let source = template(contact.locale);
        let written = letter::write(source, contact.locale.as_str(), &Value::from_serialize(&known))?;
        let mail = NewMail::apart(Some(project), (person, &recipient), domain, &written, now);
        store::insert_mail(connection, &mail)?;
    }
    Ok(())
}
