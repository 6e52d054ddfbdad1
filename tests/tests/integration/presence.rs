//! Who else is at a case, and who is writing: for colleagues only, and only while they are there.

use chrono::TimeDelta;
use contract::tickets::Status;
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Answer, Desk};

async fn at(desk: &Desk, username: &str, number: &str, writing: bool, tab: Option<&str>) -> Answer {
    let ask = desk.sign_in(username).await.ask(Method::PUT, &format!("/tickets/{number}/presence"));
    ask.json(&json!({"writing": writing, "tab": tab})).send().await
}

/// The names of those whom somebody sees there, with a star for who is writing.
async fn seen(desk: &Desk, username: &str, number: &str) -> Vec<String> {
    let there = desk.sign_in(username).await.get(&format!("/tickets/{number}/presence")).await.ok(200);
    assert_eq!(there["number"], number);
    names(&there)
}

fn names(there: &Value) -> Vec<String> {
    let people = there["people"].as_array().expect("people");
    let name = |person: &Value| {
        let star = if person["writing"] == true { "*" } else { "" };
        format!("{}{star}", person["display_name"].as_str().expect("a name"))
    };
    people.iter().map(name).collect()
}

const TAB: &str = "019a8f2e-7c1b-7e60-9f44-0b7f5d9f2a11";
const OTHER_TAB: &str = "019a8f2e-7c1b-7e60-9f44-0b7f5d9f2a12";

#[tokio::test]
async fn colleagues_see_each_other_for_as_long_as_they_are_there() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::InAttention).await;
    let mut ear = desk.sign_in("agent").await.ask(Method::GET, "/events").listen().await;
    at(&desk, "agent", &number, false, None).await.expect_status(204);
    at(&desk, "agent2", &number, false, Some(TAB)).await.expect_status(204);
    at(&desk, "supervisor", &number, true, None).await.expect_status(204);
    assert_eq!(seen(&desk, "agent", &number).await, ["Bibiana Ruiz", "Sofía Vargas*"]);
    assert_eq!(
        seen(&desk, "agent2", &number).await,
        ["Alan Torres", "Sofía Vargas*"],
        "nobody sees themselves"
    );
    // It is told, whether in one message or in two.
    while names(&ear.hears("presence").await) != ["Bibiana Ruiz", "Sofía Vargas*"] {}
    let all = desk.sign_in("agent").await.get("/presence").await.ok(200);
    assert_eq!(names(&all["items"][0]), ["Bibiana Ruiz", "Sofía Vargas*"]);
    assert_eq!(all["items"].as_array().map(Vec::len), Some(1));

    // Somebody is there in two tabs, and writes in one.
    at(&desk, "agent2", &number, true, Some(OTHER_TAB)).await.expect_status(204);
    at(&desk, "agent2", &number, false, Some(TAB)).await.expect_status(204);
    assert_eq!(seen(&desk, "agent", &number).await, ["Bibiana Ruiz*", "Sofía Vargas*"]);
    let leave = format!("/tickets/{number}/presence?tab={OTHER_TAB}");
    desk.sign_in("agent2").await.delete(&leave).await.expect_status(204);
    assert_eq!(seen(&desk, "agent", &number).await, ["Bibiana Ruiz", "Sofía Vargas*"]);

    // Whoever says nothing for 45 seconds is gone, and that is told too.
    desk.clock.advance(TimeDelta::seconds(30));
    at(&desk, "agent2", &number, false, Some(TAB)).await.expect_status(204);
    desk.clock.advance(TimeDelta::seconds(20));
    assert_eq!(seen(&desk, "agent", &number).await, ["Bibiana Ruiz"]);
    while names(&ear.hears("presence").await) != ["Bibiana Ruiz"] {}
    desk.sign_in("agent2")
        .await
        .delete(&format!("/tickets/{number}/presence?tab={TAB}"))
        .await
        .expect_status(204);
    while !names(&ear.hears("presence").await).is_empty() {}
    assert_eq!(desk.sign_in("agent").await.get("/presence").await.ok(200)["items"], json!([]));
}

#[tokio::test]
async fn whoever_asks_for_a_case_sees_nobody_and_a_provider_only_colleagues() {
    let desk = Desk::start().await;
    let number = desk.ticket_at_level_3().await;
    at(&desk, "agent", &number, true, None).await.expect_status(204);
    at(&desk, "provider", &number, false, None).await.expect_status(204);
    assert_eq!(seen(&desk, "specialist", &number).await, ["Alan Torres*", "Pablo Díaz"]);
    assert_eq!(seen(&desk, "provider", &number).await, [] as [&str; 0]);
    assert_eq!(desk.sign_in("provider").await.get("/presence").await.ok(200)["items"], json!([]));
    let path = format!("/tickets/{number}/presence");
    for (username, status) in [("requester", 403), ("provider2", 404), ("stranger_agent", 404)] {
        let person = desk.sign_in(username).await;
        person.get(&path).await.expect_status(status);
        at(&desk, username, &number, false, None).await.expect_status(status);
        person.delete(&path).await.expect_status(status);
    }
    let secret = desk.confidential_ticket().await;
    at(&desk, "agent2", &secret, false, None).await.refused(404, "not_found");
    at(&desk, "agent", &secret, false, None).await.expect_status(204);
    let all = desk.sign_in("agent2").await.get("/presence").await.ok(200);
    assert_eq!(all["items"].as_array().map(Vec::len), Some(1), "not of what they may not know: {all}");
}

#[tokio::test]
async fn nobody_is_seen_in_the_place_of_another_and_what_is_over_is_forgotten() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::InAttention).await;
    let token = desk.sign_in("admin").await.post("/users/agent/impersonate", &json!({})).await.ok(200);
    let stand_in = desk.nobody().with_token(token["access_token"].as_str().expect("a token"));
    let ask = stand_in.ask(Method::PUT, &format!("/tickets/{number}/presence"));
    ask.json(&json!({"writing": true})).send().await.refused(403, "only_in_person");
    at(&desk, "agent", &number, true, None).await.expect_status(204);
    assert_eq!(rows(&desk).await, 1);
    desk.later(TimeDelta::hours(2)).await;
    assert_eq!(rows(&desk).await, 0);
}

async fn rows(desk: &Desk) -> i64 {
    use diesel::prelude::*;
    let count = |connection: &mut mesa::db::DbConnection| {
        Ok(mesa::db::schema::presence::table.count().get_result::<i64>(connection)?)
    };
    desk.app.db.read(count).await.expect("rows can be counted")
}
