//! Two replicas on one PostgreSQL behind the proxy of `docker/`, one of them killed in the middle.
//! Only for PostgreSQL: scripts/test runs this binary where `MESA_TEST_DATABASE_URL` is set.

mod proxy;
#[path = "../processes/server.rs"]
mod server;
#[path = "../processes/storm.rs"]
mod storm;

use contract::reference::Reference;
use contract::tickets::RegisterTicket;
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use mesa::db::{DbConnection, Engine};
use mesa::people;
use mesa::projects;
use mesa::tickets::{Registration, register_on};
use proxy::Proxy;
use server::{Desk, Home, Server, until_within};
use std::time::Duration;
use storm::{Storm, nothing_lost_nothing_doubled};

/// Cases whose time is up, for the scheduler.
const LATE: i64 = 300;

/// A replica that is killed at work holds its lease for a minute; then the other takes over.
const TAKEN_OVER: Duration = Duration::from_secs(100);

#[tokio::test(flavor = "multi_thread")]
async fn of_two_replicas_one_may_die_and_nothing_is_lost_or_done_twice() {
    let home = Home::new();
    assert_eq!(
        home.database().engine(),
        Engine::Postgres,
        "set MESA_TEST_DATABASE_URL, as scripts/test does"
    );
    let (mut first, mut second) = (home.serve(), Server::start(&mut home.command()));
    let proxy = Proxy::start(home.folder(), &[first.address, second.address]);
    let desk = Desk::sign_in(&proxy.base(), "requester", mesa::demo::PASSWORD).await;
    let before = desk.count().await;

    let storm = Storm::begin(&desk, 50);
    storm.answered(100).await;
    let mut connection = home.database().connect().expect("PostgreSQL answers");
    register_late_cases(&mut connection);
    until_within(TAKEN_OVER, "a scheduler begins", async || alarms(&mut connection).0 > 0).await;
    first.kill();
    storm.answered(200).await;
    let tried = storm.end().await;

    assert!(tried.iter().all(|tried| tried.number.is_some()), "everybody is answered in the end: {tried:?}");
    nothing_lost_nothing_doubled(&desk, before, &tried).await;
    until_within(TAKEN_OVER, "every late case is told", async || alarms(&mut connection).1 == LATE).await;
    assert_eq!(alarms(&mut connection), (LATE, LATE), "each late case is told once");
    assert_eq!(
        second.sign_in("requester").await.count().await,
        desk.count().await,
        "with or without the proxy"
    );
    second.terminate();
    assert_eq!(second.ended().await.code(), Some(0), "the survivor stops in order: {:?}", second.log());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_happens_at_one_replica_is_told_by_the_other() {
    let home = Home::new();
    let (first, second) = (home.serve(), Server::start(&mut home.command()));
    let proxy = Proxy::start(home.folder(), &[second.address]);
    let listener = Desk::sign_in(&proxy.base(), "agent", mesa::demo::PASSWORD).await;
    let mut ear = listener.request(reqwest::Method::GET, "/events").send().await.expect("an answer");
    assert!(ear.chunk().await.expect("it is open").is_some(), "the first message comes at once");
    let requester = first.sign_in("requester").await;
    let number = requester.register("told", "Se cuenta en la otra").await.expect("it is registered");
    let news = format!("\"number\":\"{number}\",\"action\":\"register\"");
    hears(&mut ear, &news).await;
    let colleague = first.sign_in("supervisor").await;
    let there = colleague.request(reqwest::Method::PUT, &format!("/tickets/{number}/presence"));
    let there = there.json(&serde_json::json!({"writing": true})).send().await.expect("an answer");
    assert_eq!(there.status(), 204);
    hears(&mut ear, "\"writing\":true").await;
}

/// Listens until something is told.
async fn hears(ear: &mut reqwest::Response, what: &str) {
    let mut heard = String::new();
    let listening = async {
        while !heard.contains(what) {
            let chunk = ear.chunk().await.expect("it is open").expect("it goes on");
            heard.push_str(&String::from_utf8_lossy(&chunk));
        }
    };
    let waited = tokio::time::timeout(Duration::from_secs(30), listening).await;
    assert!(waited.is_ok(), "waited in vain for {what}");
}

/// Cases of last month that nobody has opened, in one transaction, so that all are due at once. They
/// are the agent's own: the storm counts what its requester sees.
fn register_late_cases(connection: &mut DbConnection) {
    let now = mesa::clock::Clock::System.now();
    let made = connection.transaction(|connection| {
        let project = projects::find(connection, &Reference("TIC".to_owned()))?.expect("the demo's project");
        let agent = people::find_person(connection, project.id, &Reference("agent".to_owned()))?;
        let agent = agent.expect("the demo's agent").id;
        for number in 0..LATE {
            let body = serde_json::json!({"kind": "incident", "subject": format!("Tarde {number}"), "description": "Nadie la abre."});
            let body: RegisterTicket = serde_json::from_value(body).expect("a sound body");
            let at = now - chrono::TimeDelta::days(30);
            register_on(connection, &project, body, Registration { requester: agent, registered_by: agent, at })?;
        }
        mesa::error::Result::Ok(())
    });
    made.expect("they are registered");
}

/// How many breaches of attention there are of late cases, and of how many cases.
fn alarms(connection: &mut DbConnection) -> (i64, i64) {
    #[derive(QueryableByName)]
    struct Counted {
        #[diesel(sql_type = BigInt)]
        breaches: i64,
        #[diesel(sql_type = BigInt)]
        cases: i64,
    }
    let DbConnection::Pg(postgres) = connection else { panic!("only for PostgreSQL") };
    let counted: Counted = diesel::sql_query(
        "SELECT count(*) AS breaches, count(DISTINCT ticket_id) AS cases FROM ticket_events
         JOIN tickets ON tickets.id = ticket_id
         WHERE action = 'breach' AND details ->> 'clock' = 'attention' AND subject LIKE 'Tarde %'",
    )
    .get_result(postgres)
    .expect("events can be counted");
    (counted.breaches, counted.cases)
}
