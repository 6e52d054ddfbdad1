//! Publishing and accepting the notice, and how long records are kept.

use super::notice::Notice;
use super::store::{self, Periods};
use crate::auth::{self, Caller};
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::http::{Answer, Work};
use crate::ids::UserId;
use crate::inbound;
use crate::notifications;
use crate::people;
use crate::projects::{self, Project};
use contract::auth::{Me, Role};
use contract::privacy::{
    AcceptNotice, NoticeVersion, PrivacyNotice, PublishNotice, RecordKind, Retention, RetentionPeriod,
    UpdateRetention,
};
use contract::reference::{NamedRef, Reference};

/// Publishes a new version of the notice: everybody is asked to accept it.
pub(super) fn publish(work: &mut Work<'_>, body: PublishNotice) -> Result<Answer<PrivacyNotice>> {
    let PublishNotice { entity, contact, texts } = body;
    let before = store::notice(work.connection)?;
    work.if_match.check(before.version.into())?;
    let notice = Notice {
        version: before.version + 1,
        entity: entity.trim().to_owned(),
        contact: contact.trim().to_owned(),
        texts: texts.unwrap_or_else(|| before.texts.clone()),
        published_at: Some(work.now),
    };
    store::publish(work.connection, &notice, work.caller.id, work.now)?;
    let locale = work.caller.locale;
    let shown = notice.read_in(locale);
    work.changed(&before.read_in(locale), &shown);
    Answer::versioned(shown.version.into(), &shown)
}

/// Every version of the notice, the latest first, down to the one that the desk has from its beginning.
pub(super) fn versions(connection: &mut DbConnection) -> Result<Vec<NoticeVersion>> {
    let published = store::published(connection)?;
    let accepted = store::accepted(connection)?;
    let authors: Vec<UserId> = published.iter().map(|(.., by)| *by).collect();
    let names = people::names(connection, &authors)?;
    let acceptances = |version: i32| accepted.get(&version).copied().unwrap_or_default();
    let mut versions: Vec<NoticeVersion> = published
        .into_iter()
        .map(|(version, entity, contact, at, by)| NoticeVersion {
            version,
            published_at: Some(at.utc()),
            published_by: names.get(&by).cloned(),
            entity,
            contact,
            acceptances: acceptances(version),
        })
        .collect();
    let Notice { version, entity, contact, texts: _, published_at } = Notice::first();
    versions.push(NoticeVersion {
        version,
        published_at,
        published_by: None,
        entity,
        contact,
        acceptances: acceptances(version),
    });
    Ok(versions)
}

/// The caller accepts the notice in force.
pub(super) fn accept(work: &mut Work<'_>, body: &AcceptNotice, required: &[Role]) -> Result<Answer<Me>> {
    if body.version != store::notice(work.connection)?.version {
        return Err(Error::field("version", "not_in_force"));
    }
    let (person, address) = (work.caller.id, work.origin.address.clone());
    store::accept(work.connection, person, body.version, work.now, address.as_deref())?;
    let me = auth::me(work.connection, person, required)?;
    Answer::versioned(me.version, &me)
}

/// Changes for how long a project's records are kept.
pub(super) fn update_retention(
    work: &mut Work<'_>,
    project: Option<Reference>,
    version: i64,
    change: UpdateRetention,
) -> Result<Answer<Retention>> {
    let project = administered(work.connection, &work.caller, project)?;
    work.in_project(project.id);
    let before = retention(work.connection, &project)?;
    store::update_periods(work.connection, project.id, version, change)?;
    let after = retention(work.connection, &project)?;
    work.changed(&before, &after);
    Answer::versioned(after.version, &after)
}

/// For how long a project's records are kept.
pub(super) fn retention(connection: &mut DbConnection, project: &Project) -> Result<Retention> {
    let Periods { closed_tickets, attachments, version } = store::periods(connection, project.id)?;
    let period = |kind, days, fixed| RetentionPeriod { kind, days, fixed };
    Ok(Retention {
        project: named(project),
        periods: vec![
            period(RecordKind::ClosedTickets, closed_tickets, false),
            period(RecordKind::Attachments, attachments, false),
            // They go a day after they have ended (`jobs/schedule.rs`).
            period(RecordKind::Sessions, 1, true),
            period(RecordKind::IdempotencyKeys, 1, true),
            period(RecordKind::Notices, notifications::KEPT_DAYS, true),
            period(RecordKind::InboundMails, inbound::mail::KEPT_DAYS, true),
            period(RecordKind::Audit, 0, true),
        ],
        version,
    })
}

/// The project that an administrator names, or the first that they administer.
pub(super) fn administered(
    connection: &mut DbConnection,
    caller: &Caller,
    wanted: Option<Reference>,
) -> Result<Project> {
    let administered = caller.projects_as(&[Role::Admin]);
    let wanted = wanted.or_else(|| administered.first().map(|first| first.0.into()));
    let project = projects::for_caller(connection, caller, wanted.as_ref())?;
    if administered.contains(&project.id) { Ok(project) } else { Err(Error::Forbidden) }
}

/// How a project is shown beside other things.
pub(super) fn named(project: &Project) -> NamedRef {
    NamedRef { id: project.id.0, key: project.key.clone(), name: project.name.clone() }
}
