//! The demo, built by the real server on a database of its own, whatever day it is.

use super::cases::{all, longest};
use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::db::schema::{assets, services, surveys, ticket_events, tickets, users};
use crate::db::types::{Instant, Word};
use crate::ids::{self, UserId};
use crate::tickets as slice;
use chrono::{DateTime, Utc};
use contract::tickets::{Channel, ClosureReason, Kind, PauseReason, Status};
use diesel::prelude::*;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A day's work half done, a Sunday, a Monday before the desk opens, a holiday on a Monday, the
/// evening of one, and the minute after closing on a Friday.
const NOWS: [&str; 6] = [
    "2026-09-16T15:20:41.123456Z",
    "2026-09-20T16:00:00Z",
    "2026-09-21T12:00:00Z",
    "2026-10-12T15:00:00Z",
    "2027-01-11T23:45:00Z",
    "2026-09-18T22:01:00Z",
];

#[test]
fn no_story_is_longer_than_the_time_since_it_began() {
    for story in all() {
        assert!(longest(story) <= story.ago, "{story:?}");
    }
}

#[tokio::test]
async fn every_state_is_there_whatever_day_it_is() {
    for now in NOWS {
        let (app, _folder) = demo(now).await;
        let rows = rows(&app).await;
        assert!((40..=60).contains(&rows.len()), "{now}: {} cases", rows.len());
        let open = |row: &&Row| row.status.0 != Status::Closed;
        let words = |of: fn(&Row) -> Option<String>| rows.iter().filter_map(of).collect::<BTreeSet<_>>();
        assert_eq!(words(|row| Some(row.status.0.to_string())), all_words(Status::ALL), "{now}");
        assert_eq!(words(|row| Some(row.kind.0.to_string())), all_words(Kind::ALL), "{now}");
        assert_eq!(words(|row| Some(row.channel.0.to_string())), all_words(Channel::ALL), "{now}");
        let closed = words(|row| row.closure_reason.map(|reason| reason.0.to_string()));
        assert_eq!(closed, all_words(ClosureReason::ALL), "{now}");
        let waits = words(|row| row.pending_reason.map(|reason| reason.0.to_string()));
        assert_eq!(waits, all_words(PauseReason::ALL), "{now}");
        let analysed = rows.iter().filter(|row| row.status.0 == Status::InAnalysis);
        assert_eq!(analysed.map(|row| row.level).collect::<BTreeSet<_>>(), [1, 2, 3].into(), "{now}");
        let scores = rows.iter().filter_map(|row| row.satisfaction_score).collect::<BTreeSet<_>>();
        assert_eq!(scores, (1..=5).collect(), "{now}");
        assert!(rows.iter().any(|row| row.reopen_count == 1 && row.status.0 == Status::Closed), "{now}");
        assert!(rows.iter().filter(open).any(|row| row.reopen_count == 1), "{now}");
        let unattended = rows.iter().filter(|row| row.status.0 == Status::Registered);
        let told = unattended.map(|row| row.attention_announced.as_str()).collect::<BTreeSet<_>>();
        assert_eq!(told, ["none", "warning", "breach"].into(), "{now}");

        let [requester, agent, specialist, provider] =
            people(&app, ["requester", "agent", "specialist", "provider"]).await;
        assert!(rows.iter().filter(|row| row.requester_id == requester).count() >= 8, "{now}");
        let assigned =
            |person| rows.iter().filter(open).filter(|row| row.assignee_id == Some(person)).count();
        assert!(assigned(agent) >= 6, "{now}: {}", assigned(agent));
        assert!(assigned(specialist) >= 3 && assigned(provider) >= 1, "{now}");
    }
}

#[tokio::test]
async fn nothing_lies_in_the_future_and_nothing_is_left_to_do() {
    for now in NOWS {
        let (app, _folder) = demo(now).await;
        let now = app.clock.now();
        for row in rows(&app).await {
            let acts = [Some(row.registered_at), Some(row.updated_at), row.opened_at, row.closed_at];
            assert!(acts.into_iter().flatten().all(|at| at.utc() <= now), "{}", row.number);
        }
        let latest = app
            .db
            .read(|connection| {
                let events = ticket_events::table.select(ticket_events::at).load::<Instant>(connection)?;
                let surveys = surveys::table.select(surveys::answered_at).load::<Instant>(connection)?;
                Ok(events.into_iter().chain(surveys).map(Instant::utc).max())
            })
            .await
            .expect("instants");
        assert!(latest.is_some_and(|latest| latest <= now), "{latest:?} > {now}");
        let (all, differed) = slice::rebuild(&app.db, now).await.expect("rebuilt");
        assert_eq!((all, differed), (rows(&app).await.len(), 0), "{now}");
        assert_eq!(slice::run_due(&app.db, now).await.expect("run"), 0, "{now}");
    }
}

#[tokio::test]
async fn numbers_and_history_run_with_time() {
    let (app, _folder) = demo(NOWS[0]).await;
    let rows = rows(&app).await;
    let numbers: Vec<_> = rows.iter().map(|row| row.number.clone()).collect();
    let expected: Vec<_> = (1..=rows.len()).map(|number| format!("TIC-{number}")).collect();
    assert_eq!(numbers, expected);
    let history = app
        .db
        .read(|connection| {
            let query = ticket_events::table.order(ticket_events::id).select(ticket_events::at);
            Ok(query.load::<Instant>(connection)?)
        })
        .await
        .expect("events");
    assert!(history.iter().map(|at| at.utc()).is_sorted());
}

#[tokio::test]
async fn a_second_start_changes_nothing() {
    let (app, folder) = demo(NOWS[0]).await;
    let before = contents(&app).await;
    drop(app);
    let again = build(NOWS[1], &folder.0).await;
    assert_eq!(contents(&again).await, before);
}

#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = tickets)]
struct Row {
    number: String,
    status: Word<Status>,
    kind: Word<Kind>,
    channel: Word<Channel>,
    closure_reason: Option<Word<ClosureReason>>,
    pending_reason: Option<Word<PauseReason>>,
    level: i32,
    requester_id: UserId,
    assignee_id: Option<UserId>,
    attention_announced: String,
    reopen_count: i32,
    satisfaction_score: Option<i32>,
    registered_at: Instant,
    opened_at: Option<Instant>,
    closed_at: Option<Instant>,
    updated_at: Instant,
}

/// A folder of a test's own, gone when the test is.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed now is the system's to clean up.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

async fn demo(now: &str) -> (App, Folder) {
    let folder = Folder(std::env::temp_dir().join(format!("mesa-demo-{}", ids::fresh())));
    (build(now, &folder.0).await, folder)
}

async fn build(now: &str, folder: &Path) -> App {
    let folder = folder.to_str().expect("a path").to_owned();
    let settings = move |name: &str| match name {
        "MESA_DATA_DIR" => Some(folder.clone()),
        "MESA_DEMO" => Some("1".to_owned()),
        "MESA_DATABASE_CONNECTIONS" => Some("2".to_owned()),
        _ => None,
    };
    let config = Config::from_lookup(settings).expect("sound settings");
    let now: DateTime<Utc> = now.parse().expect("an instant");
    App::build(config, Clock::manual(now)).await.expect("the demo")
}

/// Every case, in the order of registration.
async fn rows(app: &App) -> Vec<Row> {
    let rows = app.db.read(|connection| {
        Ok(tickets::table.order(tickets::id).select(Row::as_select()).load(connection)?)
    });
    rows.await.expect("tickets")
}

async fn people<const N: usize>(app: &App, usernames: [&'static str; N]) -> [UserId; N] {
    let found = app.db.read(move |connection| {
        let id = |username| users::table.filter(users::username.eq(username)).select(users::id);
        Ok(usernames.map(|username| id(username).first::<UserId>(connection).expect("somebody")))
    });
    found.await.expect("people")
}

/// How much there is of everything, and when any of it last changed.
async fn contents(app: &App) -> (Vec<i64>, Option<DateTime<Utc>>) {
    let counts = app.db.read(|connection| {
        let counts = vec![
            users::table.count().get_result(connection)?,
            services::table.count().get_result(connection)?,
            assets::table.count().get_result(connection)?,
            tickets::table.count().get_result(connection)?,
            ticket_events::table.count().get_result(connection)?,
            surveys::table.count().get_result(connection)?,
        ];
        let changed = tickets::table.select(tickets::updated_at).load::<Instant>(connection)?;
        Ok((counts, changed.into_iter().map(Instant::utc).max()))
    });
    counts.await.expect("counts")
}

fn all_words<T: ToString>(words: &[T]) -> BTreeSet<String> {
    words.iter().map(ToString::to_string).collect()
}
