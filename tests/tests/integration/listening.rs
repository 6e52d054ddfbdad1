//! What happens is told as it happens, to whoever may see it, and nobody misses any of it.

use chrono::TimeDelta;
use contract::tickets::Status;
use reqwest::Method;
use serde_json::json;
use tests::cast::PEOPLE;
use tests::{Desk, Ear, Person};

async fn listen(person: &Person) -> Ear {
    person.ask(Method::GET, "/events").listen().await
}

async fn go_on(person: &Person, last_id: &str) -> Ear {
    person.ask(Method::GET, "/events").header("Last-Event-ID", last_id).listen().await
}

async fn says(desk: &Desk, username: &str, number: &str, body: serde_json::Value) {
    desk.sign_in(username).await.post(&format!("/tickets/{number}/comments"), &body).await.expect_status(201);
}

fn pairs(told: &[(&str, &str)]) -> Vec<(String, String)> {
    told.iter().map(|(number, action)| ((*number).to_owned(), (*action).to_owned())).collect()
}

#[tokio::test]
async fn what_happens_is_told_to_whoever_may_see_it_and_to_nobody_else() {
    let desk = Desk::start().await;
    let number = desk.ticket_at_level_3().await;
    desk.run_jobs().await;
    let mut ears = Vec::new();
    for username in ["agent2", "requester", "provider", "requester2", "provider2", "stranger_agent"] {
        ears.push(listen(&desk.sign_in(username).await).await);
    }
    says(&desk, "agent", &number, json!({"body": "Solo la mesa.", "visibility": "internal"})).await;
    let shared = json!({"body": "Con el proveedor.", "visibility": "internal", "shared_with_provider": true});
    says(&desk, "agent", &number, shared).await;
    says(&desk, "agent", &number, json!({"body": "Para todos.", "visibility": "public"})).await;
    // Whoever may not see that one sees one of these, and hears of it first.
    let second = desk.register("requester2", json!({})).await;
    let other = desk.register("stranger", json!({})).await;
    desk.run_jobs().await;

    let commented = (number.as_str(), "comment");
    assert_eq!(
        ears[0].until(&second, "register").await,
        pairs(&[commented, commented, commented, (&second, "register")]),
        "the desk hears all of its project"
    );
    assert_eq!(ears[1].until(&number, "comment").await, pairs(&[commented]));
    assert_eq!(ears[2].until(&number, "comment").await, pairs(&[commented]));
    assert_eq!(
        ears[2].until(&number, "comment").await,
        pairs(&[commented]),
        "what is shared with it, and what is public"
    );
    assert_eq!(ears[3].until(&second, "register").await, pairs(&[(&second, "register")]));
    assert_eq!(ears[5].until(&other, "register").await, pairs(&[(&other, "register")]));
    // The requester and the provider in charge heard no more than that; the other company nothing at all.
    desk.act("agent", &second, "open", json!({})).await;
    says(&desk, "provider", &number, json!({"body": "Vamos.", "visibility": "public"})).await;
    desk.run_jobs().await;
    assert_eq!(ears[1].until(&number, "comment").await, pairs(&[commented]));
    assert_eq!(ears[2].until(&number, "comment").await, pairs(&[commented]));
    let mine = desk.register("agent2", json!({"requester": "requester2"})).await;
    desk.run_jobs().await;
    assert_eq!(ears[3].until(&mine, "register").await, pairs(&[(&second, "open"), (&mine, "register")]));
}

#[tokio::test]
async fn of_a_confidential_case_only_those_concerned_hear() {
    let desk = Desk::start().await;
    let number = desk.confidential_ticket().await;
    desk.run_jobs().await;
    let (mut concerned, mut colleague, mut stranger) = (
        listen(&desk.sign_in("agent").await).await,
        listen(&desk.sign_in("agent2").await).await,
        listen(&desk.sign_in("requester2").await).await,
    );
    says(&desk, "requester", &number, json!({"body": "Hay más."})).await;
    let open = desk.register("requester2", json!({})).await;
    desk.run_jobs().await;
    assert_eq!(concerned.until(&open, "register").await, pairs(&[(&number, "comment"), (&open, "register")]));
    for ear in [&mut colleague, &mut stranger] {
        assert_eq!(ear.until(&open, "register").await, pairs(&[(&open, "register")]));
    }
}

#[tokio::test]
async fn whoever_comes_back_misses_nothing() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    let mut ear = listen(&agent).await;
    let first = desk.register("requester", json!({})).await;
    desk.run_jobs().await;
    ear.until(&first, "register").await;
    let last = ear.last_id.clone().expect("an id");
    drop(ear);
    let second = desk.register("requester", json!({})).await;
    desk.act("agent2", &first, "open", json!({})).await;
    desk.run_jobs().await;
    // From the same place as often as one likes, by either way of saying it.
    let expected = pairs(&[(&second, "register"), (&first, "open")]);
    for _ in 0..2 {
        assert_eq!(go_on(&agent, &last).await.until(&first, "open").await, expected);
    }
    let mut ear = agent.ask(Method::GET, &format!("/events?after={last}")).listen().await;
    assert_eq!(ear.until(&first, "open").await, expected);
    // And what comes then comes once.
    desk.act("agent2", &first, "accept", json!({})).await;
    desk.run_jobs().await;
    assert_eq!(ear.until(&first, "accept").await, pairs(&[(&first, "accept")]));
    let told = desk.act("agent2", &first, "classify", json!({"impact": "high"})).await;
    desk.run_jobs().await;
    let heard = ear.hears("ticket").await;
    assert_eq!((&heard["id"], &heard["version"]), (&told["id"], &told["version"]));
    assert_eq!(json!(ear.last_id), json!(heard["position"].to_string()));
}

#[tokio::test]
async fn what_cannot_be_told_any_more_is_a_reset() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    let number = desk.ticket_in(Status::InAttention).await;
    desk.run_jobs().await;
    // Of a place that there is not yet, as after a backup was restored.
    assert_eq!(go_on(&agent, "1000").await.hears("reset").await, json!({"position": 2}));
    assert_eq!(
        go_on(&agent, "0").await.until(&number, "open").await,
        pairs(&[(&number, "register"), (&number, "open")])
    );
    desk.later(TimeDelta::days(100)).await;
    let mut ear = go_on(&agent, "0").await;
    assert!(ear.hears("reset").await["position"].as_i64().expect("a place") >= 2);
    // After which it goes on as ever.
    desk.act("agent", &number, "accept", json!({})).await;
    desk.run_jobs().await;
    ear.until(&number, "accept").await;
    for bad in ["x", "-1", "99999999999999999999"] {
        let ask = agent.ask(Method::GET, "/events").header("Last-Event-ID", bad);
        assert_eq!(ask.send().await.faults(), ["Last-Event-ID: type"]);
    }
    assert_eq!(agent.get("/events?after=-1").await.faults(), ["after: range"]);
}

#[tokio::test]
async fn it_is_told_how_many_notices_are_unread() {
    let desk = Desk::start().await;
    let requester = desk.sign_in("requester").await;
    let mut ear = listen(&requester).await;
    assert_eq!(ear.hears("notices").await, json!({"unread": 0}));
    let number = desk.ticket_in(Status::InAttention).await;
    desk.run_jobs().await;
    ear.until(&number, "open").await;
    let unread = requester.get("/me/notifications").await.ok(200)["unread"].clone();
    assert_eq!(ear.hears("notices").await["unread"], unread);
    // Read elsewhere: within a minute it is known here too.
    requester.post("/me/notifications/read", &json!({})).await.expect_status(204);
    desk.clock.advance(TimeDelta::minutes(1));
    assert_eq!(ear.hears("notices").await, json!({"unread": 0}));
}

#[tokio::test]
async fn whoever_may_not_listen_any_more_is_not_told_any_more() {
    let desk = Desk::start().await;
    // Signed out.
    let person = desk.nobody().signed_in("agent").await;
    let mut ear = listen(&person).await;
    person.delete("/me/sessions").await.expect_status(204);
    desk.clock.advance(TimeDelta::minutes(1));
    ear.ended().await;
    // Switched off.
    let mut ear = listen(&desk.sign_in("agent2").await).await;
    desk.sign_in("admin").await.post("/users/agent2/deactivate", &json!({})).await.expect_status(200);
    desk.clock.advance(TimeDelta::minutes(1));
    ear.ended().await;
    // The token has run out.
    let supervisor = desk.sign_in("supervisor").await;
    let mut ear = listen(&supervisor).await;
    desk.clock.advance(TimeDelta::days(1));
    ear.ended().await;
    desk.nobody().get("/events").await.refused(401, "unauthenticated");
    supervisor.get("/events").await.expect_status(200);
}

#[tokio::test]
async fn a_hundred_who_listen_are_in_nobodys_way() {
    let desk = Desk::start().await;
    let mut ears = Vec::new();
    for (username, _, _) in PEOPLE {
        let person = desk.sign_in(username).await;
        for _ in 0..10 {
            ears.push(listen(&person).await);
        }
    }
    assert_eq!(ears.len(), 100, "with 4 connections to the database");
    // Whoever comes once more takes the place that they have had longest.
    let agent = desk.sign_in("agent").await;
    let oldest = 10 * PEOPLE.iter().position(|(username, _, _)| *username == "agent").expect("an agent");
    let newest = listen(&agent).await;
    std::mem::replace(&mut ears[oldest], newest).ended().await;
    for _ in 0..20 {
        agent.get("/tickets").await.expect_status(200);
    }
    let number = desk.register("requester", json!({})).await;
    desk.run_jobs().await;
    // The agents, the supervisor and the administrator of all those.
    for (ear, (username, _, _)) in ears.chunks_mut(10).zip(PEOPLE) {
        if ["agent", "agent2", "supervisor", "admin", "requester"].contains(&username) {
            for ear in ear {
                ear.until(&number, "register").await;
            }
        }
    }
    assert_eq!(desk.app.metrics.listeners.get(), 100);
}
