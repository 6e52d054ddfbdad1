//! The night's work: records whose time is over are made anonymous or removed, a small batch in each
//! transaction, with a report for each project in which something was done. The audit log is not among
//! them: it is append-only.

use super::store::{self, Periods, Report};
use crate::app::App;
use crate::db::removal::{self, Remove};
use crate::db::types::Instant;
use crate::error::Result;
use crate::ids::{ProjectId, ReportId};
use crate::text::say;
use crate::tickets::personal;
use crate::{inbound, notifications, people};
use chrono::{DateTime, TimeDelta, Utc};
use contract::auth::Locale;

/// What is done in one transaction.
const BATCH: i64 = 50;

/// Batches of a project in one night: the rest waits for the next.
const MOST_BATCHES: usize = 100;

/// Applies the periods of every project. Returns how many cases and files something was done to.
pub async fn apply_retention(app: &App) -> Result<usize> {
    let mut done = 0;
    for (project, periods) in app.db.read(store::forgetful_projects).await? {
        let now = app.clock.now();
        let mut report = Report {
            id: ReportId::fresh(),
            project_id: project,
            started_at: Instant::from(now),
            finished_at: Instant::from(now),
            tickets: 0,
            events: 0,
            files: 0,
            more: false,
        };
        redact_cases(app, project, periods, now, &mut report).await?;
        remove_files(app, project, periods, now, &mut report).await?;
        if report.tickets + report.files > 0 {
            report.finished_at = app.clock.now().into();
            app.db.write(move |connection| store::insert_report(connection, report)).await?;
        }
        done += usize::try_from(report.tickets + report.files).unwrap_or(usize::MAX);
    }
    forget_mails(app).await?;
    remove_discarded(app).await?;
    Ok(done)
}

/// Removes the mails that came to the desk and whose time is over, some in each transaction.
async fn forget_mails(app: &App) -> Result<()> {
    let some: Remove = |connection, now| {
        let (removed, files) = inbound::mail::forget_old(connection, now)?;
        store::discard_files(connection, &files, now)?;
        Ok(removed)
    };
    removal::until_none_is_left(&app.db, &app.clock, some).await?;
    Ok(())
}

/// Keeps no more of each project's mails as they came than the operator allows, some in each transaction. Of how
/// many only what was understood is kept from now on.
pub async fn make_room_for_mails(app: &App) -> Result<usize> {
    let most = app.config.mail_kept_bytes;
    if most == 0 {
        return Ok(0);
    }
    let mut all = 0;
    for project in app.db.read(inbound::mail::kept_somewhere).await? {
        loop {
            let now = app.clock.now();
            let gone = app
                .db
                .write(move |connection| {
                    let files = inbound::mail::make_room(connection, project, most)?;
                    store::discard_files(connection, &files, now)?;
                    Ok(files.len())
                })
                .await?;
            all += gone;
            if gone == 0 {
                break;
            }
        }
    }
    if all > 0 {
        remove_discarded(app).await?;
    }
    Ok(all)
}

/// The instant before which records that are kept for so many days are over; none for ever.
fn horizon(days: u32, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    (days > 0).then(|| now - TimeDelta::days(days.into()))
}

async fn redact_cases(
    app: &App,
    project: ProjectId,
    periods: Periods,
    now: DateTime<Utc>,
    report: &mut Report,
) -> Result<()> {
    let Some(before) = horizon(periods.closed_tickets, now) else { return Ok(()) };
    for _ in 0..MOST_BATCHES {
        let tickets =
            app.db.read(move |connection| personal::to_redact(connection, project, before, BATCH)).await?;
        if tickets.is_empty() {
            return Ok(());
        }
        let redacted = app
            .db
            .write(move |connection| {
                let name = say(Locale::Es, "anonymous-anybody", &[]);
                let nameless = people::nameless(connection, &name, now)?;
                let mut all = personal::Redacted::default();
                for ticket in tickets {
                    let one = personal::redact_closed(connection, ticket, nameless, now)?;
                    notifications::forget_ticket(connection, ticket)?;
                    let mails = inbound::mail::forget_ticket(connection, ticket)?;
                    store::discard_files(connection, &mails, now)?;
                    all.tickets += one.tickets;
                    all.events += one.events;
                    all.files.extend(one.files);
                }
                store::discard_files(connection, &all.files, now)?;
                Ok(all)
            })
            .await?;
        report.tickets += redacted.tickets;
        report.events += redacted.events;
        report.files += i64::try_from(redacted.files.len()).unwrap_or(i64::MAX);
    }
    report.more = true;
    Ok(())
}

async fn remove_files(
    app: &App,
    project: ProjectId,
    periods: Periods,
    now: DateTime<Utc>,
    report: &mut Report,
) -> Result<()> {
    let Some(before) = horizon(periods.attachments, now) else { return Ok(()) };
    for _ in 0..MOST_BATCHES {
        let files = app
            .db
            .read(move |connection| personal::files_to_remove(connection, project, before, BATCH))
            .await?;
        if files.is_empty() {
            return Ok(());
        }
        report.files += i64::try_from(files.len()).unwrap_or(i64::MAX);
        app.db
            .write(move |connection| {
                personal::forget_files(connection, &files)?;
                store::discard_files(connection, &files, now)
            })
            .await?;
    }
    report.more = true;
    Ok(())
}

/// Removes the bytes of files that nothing refers to any more. What a crash leaves is removed the next
/// time.
pub(super) async fn remove_discarded(app: &App) -> Result<()> {
    loop {
        let files = app.db.read(|connection| store::discarded_files(connection, BATCH)).await?;
        if files.is_empty() {
            return Ok(());
        }
        for file in &files {
            personal::remove_bytes(&app.files, *file).await;
        }
        app.db.write(move |connection| store::forget_files(connection, &files)).await?;
    }
}
