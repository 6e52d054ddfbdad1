//! The databases to measure on: cases of two years of which three in a hundred are still open.
//! Registered by the library itself; what happened to them since is told in bulk. A seeded SQLite
//! file is kept in `target/bench` for the next run.

use super::words::{self, Dice};
use chrono::{DateTime, TimeDelta, Utc};
use contract::auth::{Locale, Role};
use contract::privacy::FIRST_NOTICE;
use contract::reference::Reference;
use contract::tickets::RegisterTicket;
use diesel::connection::SimpleConnection;
use mesa::auth::password;
use mesa::catalog::{self, NewService};
use mesa::clock::Clock;
use mesa::db::{DatabaseUrl, Db, DbConnection};
use mesa::error::{Error, Result};
use mesa::ids::UserId;
use mesa::people::{self, NewPerson};
use mesa::projects::{self, Project};
use mesa::tickets::{Registration, register_on};
use mesa::{app, demo, privacy};
use serde_json::json;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

pub const AGENTS: usize = 40;

/// As many that each has a hundred cases, more than a page shows.
pub fn requesters(tickets: usize) -> usize {
    tickets / 100
}

pub const PASSWORD: &str = "bench-bench";

/// Registrations in one transaction. SQLite remembers each page that a transaction changes, for the
/// savepoints in it, and goes through them at every statement: large transactions are slow.
const BATCH: usize = 250;

/// The seeded SQLite file with so many tickets, made if it is not there.
pub async fn sqlite(cache: &Path, tickets: usize) -> Result<PathBuf> {
    let file = cache.join(format!("sqlite-{tickets}-{:016x}.db", version()?));
    if file.exists() {
        return Ok(file);
    }
    let unfinished = cache.join("unfinished.db");
    for suffix in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(cache.join(format!("unfinished.db{suffix}")));
    }
    let url = DatabaseUrl::Sqlite(unfinished.clone());
    app::migrate(&url)?;
    fill(&Db::open(&url, 1)?, tickets).await?;
    // All of it in the one file, which can then be copied.
    let mut connection = url.connect().map_err(Error::internal)?;
    connection.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)")?;
    drop(connection);
    std::fs::rename(unfinished, &file).map_err(Error::internal)?;
    Ok(file)
}

/// Another one when the migrations change, or how databases are filled.
fn version() -> Result<u64> {
    let mut hash = DefaultHasher::new();
    (include_str!("seed.rs"), include_str!("words.rs")).hash(&mut hash);
    let migrations = Path::new(env!("CARGO_MANIFEST_DIR")).join("../migrations/sqlite");
    let folders = std::fs::read_dir(migrations).map_err(Error::internal)?;
    let mut files: Vec<PathBuf> = folders.flatten().map(|folder| folder.path().join("up.sql")).collect();
    files.sort();
    for file in files {
        std::fs::read(file).map_err(Error::internal)?.hash(&mut hash);
    }
    Ok(hash.finish())
}

async fn fill(db: &Db, tickets: usize) -> Result<()> {
    let now = Clock::System.now();
    let hash = password::hash(PASSWORD)?;
    let (project, requesters) =
        db.write(move |connection| people_and_services(connection, &hash, requesters(tickets), now)).await?;
    let mut dice = Dice::new(7);
    for begin in (0..tickets).step_by(BATCH) {
        let (project, requesters, mut batch) =
            (project.clone(), requesters.clone(), Dice::new(dice.below(1 << 40) as u64));
        db.write(move |connection| {
            (begin..tickets.min(begin + BATCH)).try_for_each(|position| {
                let at = registered_at(now, position, tickets);
                let requester = requesters[batch.below(requesters.len())];
                let body = case(&mut batch);
                register_on(
                    connection,
                    &project,
                    body,
                    Registration { requester, registered_by: requester, at },
                )?;
                Ok(())
            })
        })
        .await?;
    }
    db.write(move |connection| {
        connection.batch_execute(&since_then(tickets))?;
        // All of it has been told long ago.
        Ok(connection.batch_execute("DELETE FROM outbox")?)
    })
    .await
}

/// Evenly over two years, the last one an hour ago.
fn registered_at(now: DateTime<Utc>, position: usize, tickets: usize) -> DateTime<Utc> {
    let ago =
        u64::try_from(tickets - position).unwrap_or(1) * 730 * 86_400 / u64::try_from(tickets).unwrap_or(1);
    now - TimeDelta::seconds(3_600 + i64::try_from(ago).unwrap_or(0))
}

fn people_and_services(
    connection: &mut DbConnection,
    hash: &str,
    requesters: usize,
    now: DateTime<Utc>,
) -> Result<(Project, Vec<UserId>)> {
    let id = demo::create_project(connection, "TIC", "Tecnologías de la información", now)?;
    let mut dice = Dice::new(1);
    let mut person = |connection: &mut DbConnection, username: String, roles: &[Role]| -> Result<UserId> {
        let name = words::name(&mut dice);
        let person = NewPerson {
            username: &username,
            display_name: &name,
            email: None,
            phone: None,
            area: None,
            locale: Locale::Es,
            password_hash: Some(hash),
            provider: None,
        };
        let user = people::create_person(connection, &person, now)?;
        roles.iter().try_for_each(|role| people::grant(connection, user, id, *role))?;
        privacy::accept(connection, user, FIRST_NOTICE, now, None)?;
        Ok(user)
    };
    let group = people::create_group(connection, id, "n1", "Mesa de servicios", 1, None)?;
    for agent in 0..AGENTS {
        let user = person(connection, format!("agent{agent}"), &[Role::Agent, Role::Requester])?;
        people::add_member(connection, group, user)?;
    }
    let mut made = Vec::new();
    for requester in 0..requesters {
        made.push(person(connection, format!("requester{requester}"), &[Role::Requester])?);
    }
    for key in SERVICES {
        let service = NewService {
            key,
            name: key,
            category: "General",
            description: "Un servicio del catálogo.",
            kind: contract::tickets::Kind::Incident,
            needs_authorisation: false,
        };
        catalog::create_service(connection, id, &service)?;
    }
    let project = projects::find(connection, &Reference("TIC".to_owned()))?;
    Ok((project.ok_or(Error::NotFound)?, made))
}

const SERVICES: [&str; 8] =
    ["correo", "red", "impresion", "equipos", "telefonia", "nomina", "sistemas", "accesos"];

/// What somebody writes who registers a case.
pub fn case(dice: &mut Dice) -> RegisterTicket {
    let kind = dice.one_of(&["incident", "incident", "incident", "request", "request", "requirement"]);
    let body = json!({
        "kind": kind,
        "subject": words::subject(dice),
        "description": words::description(dice),
        "service": dice.one_of(&SERVICES),
        "impact": dice.one_of(&["high", "medium", "medium", "low"]),
        "urgency": dice.one_of(&["high", "medium", "low", "low"]),
    });
    serde_json::from_value(body).expect("a sound body")
}

/// What happened to them since, as a function of their numbers: the last 15 % have one open in
/// five, the others none.
fn since_then(tickets: usize) -> String {
    let n = "CAST(substr(number, 5) AS INTEGER)";
    let first_open = tickets - tickets * 15 / 100;
    let open = format!("({n} > {first_open} AND {n} % 5 = 0)");
    let after = |minutes: i64| format!("registered_at + {}", minutes * 60_000_000);
    let agent = format!("(SELECT id FROM users WHERE username = 'agent' || ({n} % {AGENTS}))");
    let opened = format!("opened_at = {}, assignee_id = {agent}", after(25));
    let told = "attention_announced = 'breach', timer_at = NULL";
    let in_state = |state: &str, remainder: &str| {
        format!(
            "UPDATE tickets SET status = '{state}', {opened}, timer_at = NULL WHERE {open} AND {n} / 5 % 4 = {remainder};"
        )
    };
    let event = |place: u8, action: &str, activity: u8, at: &str, of: &str| {
        format!(
            "INSERT INTO ticket_events (id, ticket_id, at, actor_id, action, activity, channel, visibility, changes, details)
             SELECT unhex(substr(hex(id), 1, 30) || '0{place}'), id, {at}, coalesce(assignee_id, requester_id), '{action}', {activity},
             'portal', 'public', '[]', '{{}}' FROM tickets WHERE {of};"
        )
    };
    [
        format!(
            "UPDATE tickets SET status = 'closed', closure_reason = 'accepted', {opened}, resolved_at = {}, closed_at = {},
             updated_at = {}, version = 6, resolution_count = 1, surveyed_resolution = 1, satisfied = 1,
             satisfaction_score = 3 + {n} % 3, solution = 'Se revisó y quedó en servicio.', timer_at = NULL WHERE NOT {open};",
            after(300), after(400), after(400)
        ),
        in_state("in_attention", "1"),
        in_state("in_analysis", "2"),
        in_state("in_progress", "3"),
        format!("UPDATE tickets SET {told} WHERE status = 'registered';"),
        event(1, "open", 4, "opened_at", "opened_at IS NOT NULL"),
        event(2, "accept", 5, "opened_at", "status = 'closed'"),
        event(3, "diagnose", 9, "resolved_at", "status = 'closed'"),
        event(4, "resolve", 12, "resolved_at", "status = 'closed'"),
        event(5, "survey", 13, "closed_at", "status = 'closed'"),
    ]
    .concat()
}
