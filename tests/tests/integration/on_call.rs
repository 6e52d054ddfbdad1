//! Who is on call gets letters of urgent work outside service hours; nobody else does, and each is on record.

use contract::tickets::Status;
use serde_json::{Value, json};
use tests::{Desk, instant};

/// Puts the agent on call over the long weekend: Friday 2026-11-13 to Tuesday, 7:30 in Bogotá.
async fn on_call(desk: &Desk) -> String {
    let time = json!({"person": "agent", "from": "2026-11-13T21:00:00Z", "until": "2026-11-17T12:30:00Z"});
    let made = desk.sign_in("admin").await.post("/groups/n1/on-call", &time).await;
    let location = made.header("location").expect("its place").to_owned();
    assert_eq!(made.ok(201)["person"]["display_name"], "Alan Torres");
    location
}

/// The acts on record under which letters to whoever is on call are.
async fn on_record(desk: &Desk) -> Vec<Value> {
    let page = desk.sign_in("admin").await.get("/audit?operation=told_on_call").await.ok(200);
    page["items"].as_array().expect("a list").clone()
}

#[tokio::test]
async fn urgent_cases_reach_whoever_is_on_call_at_once_and_nobody_else() {
    let (desk, server) = Desk::that_sends().await;
    on_call(&desk).await;
    // Friday, 20:00 in Bogotá.
    desk.at(instant("2026-11-14T01:00:00Z")).await;
    desk.register("requester2", json!({})).await;
    desk.run_jobs().await;
    assert_eq!(server.letters_to("agent").len(), 0, "not of what can wait");
    let number = desk.register("requester", json!({"impact": "high", "urgency": "high"})).await;
    desk.run_jobs().await;
    let letters = server.letters_to("agent");
    assert!(letters.len() == 1 && letters[0].text().contains(&number), "{letters:?}");
    assert_eq!(server.letters_to("agent2").len(), 0);
    let entries = on_record(&desk).await;
    assert_eq!(entries.len(), 1, "{entries:?}");
    assert_eq!(entries[0]["actor"]["display_name"], "Alan Torres");
    assert_eq!(entries[0]["object"], format!("/api/v1/tickets/{number}"));

    let answer = desk.sign_in("agent").await.get("/me/data").await;
    answer.expect_status(200);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(answer.bytes)).expect("an archive");
    let acts: Value =
        serde_json::from_reader(archive.by_name("actos.json").expect("the file")).expect("JSON");
    assert!(acts.to_string().contains("told_on_call"), "{acts}");
}

#[tokio::test]
async fn a_breach_outside_service_hours_reaches_whoever_is_on_call() {
    let (desk, server) = Desk::that_sends().await;
    on_call(&desk).await;
    // Friday, 16:00: an hour of attention ends as the desk closes.
    desk.clock.set(instant("2026-11-13T21:00:00Z"));
    let number = desk.register("requester", json!({})).await;
    desk.run_jobs().await;
    desk.at(instant("2026-11-13T22:00:05Z")).await;
    assert!(desk.actions(&number).await.contains(&"breach".to_owned()));
    assert_eq!(server.letters_to("agent").len(), 1);
    assert_eq!(server.letters_to("supervisor").len(), 0, "it waits for Tuesday");
    assert_eq!(on_record(&desk).await.len(), 1);
    desk.at(instant("2026-11-17T12:31:00Z")).await;
    assert_eq!(server.letters_to("supervisor").len(), 1);
}

#[tokio::test]
async fn off_call_and_in_service_hours_all_is_as_for_anybody() {
    let (desk, server) = Desk::that_sends().await;
    let location = on_call(&desk).await;
    let admin = desk.sign_in("admin").await;
    let place = location.trim_start_matches("/api/v1").to_owned();
    desk.sign_in("agent").await.delete(&place).await.refused(403, "forbidden");
    desk.sign_in("stranger_admin").await.delete(&place).await.refused(404, "not_found");
    // In service hours an urgent case is in the queue, and no letter of its own.
    desk.register("requester", json!({"impact": "high", "urgency": "high"})).await;
    desk.run_jobs().await;
    assert_eq!(server.letters_to("agent").len(), 0);
    admin.delete(&place).await.expect_status(204);
    admin.delete(&place).await.refused(404, "not_found");
    desk.at(instant("2026-11-14T01:00:00Z")).await;
    let before = server.letters_to("agent").len();
    desk.register("requester", json!({"impact": "high", "urgency": "high"})).await;
    desk.run_jobs().await;
    assert_eq!(server.letters_to("agent").len(), before);
    assert_eq!(on_record(&desk).await, Vec::<Value>::new());
}

#[tokio::test]
async fn times_on_call_are_of_people_of_the_group_and_have_an_end() {
    let desk = Desk::start().await;
    let location = on_call(&desk).await;
    let admin = desk.sign_in("admin").await;
    let time =
        |person: &str, from: &str, until: &str| json!({"person": person, "from": from, "until": until});
    let (friday, monday) = ("2026-11-20T22:00:00Z", "2026-11-23T12:30:00Z");
    for (body, fault) in [
        (time("specialist", friday, monday), "person: not_in_group"),
        (time("agent2", monday, friday), "until: order"),
        (time("agent2", "2026-11-01T22:00:00Z", "2026-11-02T22:00:00Z"), "until: future"),
        (time("agent2", friday, "2027-01-01T00:00:00Z"), "until: span"),
    ] {
        assert_eq!(admin.post("/groups/n1/on-call", &body).await.faults(), [fault]);
    }
    let overlapping = time("agent", "2026-11-14T00:00:00Z", "2026-11-14T12:00:00Z");
    admin.post("/groups/n1/on-call", &overlapping).await.refused(409, "exists");
    let other = time("agent2", friday, monday);
    desk.sign_in("agent").await.post("/groups/n1/on-call", &other).await.refused(403, "forbidden");
    desk.sign_in("stranger_admin").await.post("/groups/n1/on-call", &other).await.refused(404, "not_found");
    admin.post("/groups/n1/on-call", &other).await.expect_status(201);
    let listed = desk.sign_in("agent").await.get("/groups/n1/on-call").await.ok(200);
    let people: Vec<&str> = listed["items"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|time| time["person"]["display_name"].as_str())
        .collect();
    assert_eq!(people, ["Alan Torres", "Bibiana Ruiz"], "by when they begin");
    assert!(location.ends_with(listed["items"][0]["id"].as_str().expect("an id")));
    desk.clock.set(instant("2026-11-18T14:00:00Z"));
    let later = desk.sign_in("agent").await.get("/groups/n1/on-call").await.ok(200);
    assert_eq!(later["items"].as_array().map(Vec::len), Some(1), "what is over is left out");
}

#[tokio::test]
async fn whoever_leaves_the_group_is_on_call_no_more() {
    let (desk, server) = Desk::that_sends().await;
    on_call(&desk).await;
    desk.ticket_in(Status::Registered).await;
    let admin = desk.sign_in("admin").await;
    let version = admin.get("/groups/n1").await.ok(200)["version"].as_i64().expect("a version");
    let ask = admin.ask(reqwest::Method::PUT, "/groups/n1/members");
    let ask = ask.header("If-Match", &format!("\"{version}\""));
    ask.json(&json!({"members": ["agent2"]})).send().await.expect_status(200);
    desk.at(instant("2026-11-14T01:00:00Z")).await;
    let before = server.letters_to("agent").len();
    desk.register("requester", json!({"impact": "high", "urgency": "high"})).await;
    desk.run_jobs().await;
    assert_eq!(server.letters_to("agent").len(), before);
}
