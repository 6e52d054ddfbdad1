//! The list of changes: what webhooks are told, for whoever prefers to ask.

use chrono::TimeDelta;
use contract::tickets::Status;
use mesa::notifications;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::{Duration, Instant};
use tests::{Desk, Person};

/// Everything behind a position, and where it ends.
async fn all(person: &Person, mut after: i64, limit: u16) -> (Vec<Value>, i64) {
    let mut items = Vec::new();
    loop {
        let page = person.get(&format!("/changes?after={after}&limit={limit}")).await.ok(200);
        let some = page["items"].as_array().expect("a list");
        assert!(some.len() <= usize::from(limit));
        items.extend(some.iter().cloned());
        after = page["next_after"].as_i64().expect("a number");
        if page["has_more"] == false {
            return (items, after);
        }
    }
}

fn actions(items: &[Value]) -> Vec<&str> {
    items.iter().map(|change| change["action"].as_str().expect("a word")).collect()
}

#[tokio::test]
async fn changes_come_in_their_order_from_any_point_on() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    desk.ticket_in(Status::InAttention).await;
    desk.run_jobs().await;
    let beginning = agent.get("/changes").await.ok(200);
    assert_eq!((&beginning["items"], &beginning["has_more"]), (&json!([]), &json!(false)));
    let from = beginning["next_after"].as_i64().expect("a number");
    assert_eq!(from, 2);
    let number = desk.ticket_in(Status::Resolved).await;
    desk.run_jobs().await;
    let timeline = desk.events("agent", &number).await;
    for limit in [1, 2, 200] {
        let (items, end) = all(&agent, from, limit).await;
        assert_eq!(
            items.iter().map(|change| &change["event_id"]).collect::<Vec<_>>(),
            timeline.iter().map(|event| &event["id"]).collect::<Vec<_>>()
        );
        assert!(items.iter().all(|change| change["ticket"] == json!(number)));
        assert!(items.is_sorted_by_key(|change| change["position"].as_i64()));
        assert_eq!(all(&agent, end, limit).await, (Vec::new(), end));
    }
    let (items, _) = all(&agent, from, 200).await;
    assert_eq!(items[0]["actor_id"], timeline[0]["actor"]["id"]);
    let text = json!(items).to_string();
    assert!(!text.contains("Sin red") && !text.contains("Ana Rojas"), "{text}");
    let (both, _) = all(&agent, 0, 200).await;
    assert_eq!(both.len(), 2 + items.len());
}

#[tokio::test]
async fn everybody_is_told_of_what_they_may_see_by_now() {
    let desk = Desk::start().await;
    let number = desk.ticket_at_level_3().await;
    let agent = desk.sign_in("agent").await;
    let note = json!({"body": "Solo para la mesa.", "visibility": "internal"});
    agent.post(&format!("/tickets/{number}/comments"), &note).await.expect_status(201);
    desk.register("requester2", json!({})).await;
    let hidden = desk.confidential_ticket().await;
    desk.run_jobs().await;
    let of = async |username: &str| all(&desk.sign_in(username).await, 0, 200).await.0;
    let has = |items: &[Value], number: &str| items.iter().any(|change| change["ticket"] == json!(number));
    let internal = |items: &[Value]| items.iter().filter(|change| change["visibility"] == "internal").count();

    assert!(internal(&of("agent").await) > 0 && has(&of("agent").await, &hidden));
    let colleague = of("agent2").await;
    assert!(has(&colleague, &number) && !has(&colleague, &hidden));
    let provider = of("provider").await;
    assert!(has(&provider, &number) && !has(&provider, &hidden));
    assert_eq!(internal(&provider), 0);
    assert!(!actions(&provider).contains(&"comment"));
    assert_eq!(of("provider2").await, Vec::<Value>::new());
    let requester = of("requester").await;
    assert!(has(&requester, &number) && has(&requester, &hidden) && internal(&requester) == 0);
    let other = of("requester2").await;
    assert!(!has(&other, &number) && !other.is_empty());
    assert_eq!(of("stranger_admin").await, Vec::<Value>::new());

    // It becomes known to nobody else, however long ago it happened.
    let number = desk.register("requester2", json!({})).await;
    desk.run_jobs().await;
    assert!(has(&of("agent2").await, &number));
    desk.act("agent", &number, "confidential", json!({"confidential": true, "readers": ["agent"]})).await;
    assert!(!has(&of("agent2").await, &number));
}

#[tokio::test]
async fn a_fenced_key_is_told_of_its_projects_only() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    admin.post("/projects", &json!({"key": "GAF", "name": "Gestión"})).await.expect_status(201);
    desk.register("requester", json!({})).await;
    desk.register("admin", json!({"project": "GAF"})).await;
    desk.run_jobs().await;
    let key = json!({"name": "Monitoreo", "scopes": ["read"], "projects": ["GAF"], "expires_at": "2027-01-01T00:00:00Z"});
    let made = admin.post("/me/api-keys", &key).await.ok(201);
    let program = desk.nobody().with_token(made["key"].as_str().expect("a key"));
    let (items, _) = all(&program, 0, 200).await;
    assert!(items.iter().all(|change| change["ticket"] == "GAF-1") && !items.is_empty());
    assert_eq!(program.get("/changes?after=0&project=TIC").await.faults(), ["project: unknown_reference"]);
    let (items, _) = all(&admin, 0, 200).await;
    assert_eq!(items.len(), 2);
    let tic = admin.get("/changes?after=0&project=TIC").await.ok(200);
    assert_eq!(tic["items"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn nothing_is_missed_and_nothing_comes_twice_while_many_write() {
    let desk = Desk::start().await;
    let (agent, requester) = (desk.sign_in("agent").await, desk.sign_in("requester").await);
    let writers = (0..10).map(|_| {
        let requester = requester.clone();
        async move {
            for _ in 0..5 {
                let body = tests::given::incident(json!({}));
                requester.post("/tickets", &body).await.expect_status(201);
            }
        }
    });
    let reader = async {
        let (mut seen, mut after) = (Vec::new(), 0);
        while seen.len() < 50 {
            notifications::tell_all(&desk.app).await.expect("told");
            let (items, end) = all(&agent, after, 7).await;
            seen.extend(items);
            after = end;
        }
        seen
    };
    let teller = async {
        for _ in 0..20 {
            notifications::tell_all(&desk.app).await.expect("told");
        }
    };
    let ((), (), seen) = tokio::join!(
        async {
            futures_util::future::join_all(writers).await;
        },
        teller,
        reader
    );
    let different: BTreeSet<&str> =
        seen.iter().map(|change| change["event_id"].as_str().expect("an id")).collect();
    assert_eq!((seen.len(), different.len()), (50, 50));
    assert!(seen.is_sorted_by_key(|change| change["position"].as_i64()));
}

#[tokio::test]
async fn what_is_no_longer_kept_is_gone() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    desk.ticket_in(Status::Closed).await;
    desk.run_jobs().await;
    assert_eq!(all(&agent, 0, 200).await.0.len(), desk.events("agent", "TIC-1").await.len());
    agent.get("/changes?after=999").await.refused(410, "gone");
    desk.later(TimeDelta::days(91)).await;
    let agent = desk.sign_in("agent").await;
    agent.get("/changes?after=0").await.refused(410, "gone");
    let from = agent.get("/changes").await.ok(200)["next_after"].as_i64().expect("a number");
    desk.register("requester", json!({})).await;
    desk.run_jobs().await;
    assert_eq!(actions(&all(&agent, from, 200).await.0), ["register"]);
    assert_eq!(agent.get("/changes?after=-1").await.faults(), ["after: range"]);
}

#[tokio::test]
async fn whoever_waits_is_answered_as_soon_as_there_is_something_for_them() {
    let desk = Desk::start().await;
    let (agent, other) = (desk.sign_in("agent").await, desk.sign_in("requester2").await);
    desk.sign_in("requester").await;
    let waits = || async {
        while desk.app.metrics.listeners.get() == 0 {
            tokio::task::yield_now().await;
        }
    };
    let happens = || async {
        waits().await;
        let number = desk.register("requester", json!({})).await;
        notifications::tell_all(&desk.app).await.expect("told");
        number
    };
    let begun = Instant::now();
    let (answer, number) = tokio::join!(agent.get("/changes?after=0&wait=30"), happens());
    let page = answer.ok(200);
    assert!(begun.elapsed() < Duration::from_secs(20), "it is not the end of the time");
    assert_eq!((&page["items"][0]["ticket"], &page["has_more"]), (&json!(number), &json!(false)));
    let end = page["next_after"].as_i64().expect("a number");
    assert_eq!(desk.app.metrics.listeners.get(), 0, "nobody waits any more");

    // What is for others answers nobody, and what is there already is not waited for.
    let path = format!("/changes?after={end}&wait=1");
    let begun = Instant::now();
    let (answer, _) = tokio::join!(other.get(&path), happens());
    assert_eq!(answer.ok(200)["items"], json!([]));
    assert!(begun.elapsed() >= Duration::from_secs(1));
    let begun = Instant::now();
    let (items, end) = all(&agent, end, 200).await;
    assert_eq!(items.len(), 1);
    let at_the_end = format!("/changes?after={end}");
    for asked in ["/changes?wait=30", "/changes?after=0&wait=30", &at_the_end] {
        agent.get(asked).await.expect_status(200);
    }
    assert!(begun.elapsed() < Duration::from_secs(20));
    assert_eq!(agent.get("/changes?after=0&wait=31").await.faults(), ["wait: range"]);
}
