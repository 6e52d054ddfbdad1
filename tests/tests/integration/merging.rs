//! Two cases become one: everything of the duplicate is reachable from the survivor.

use super::resolution::contracted;
use chrono::TimeDelta;
use contract::tickets::Status;
use serde_json::{Value, json};
use tests::Desk;

#[tokio::test]
async fn a_duplicates_timeline_files_and_watchers_are_the_survivors() {
    let desk = Desk::start().await;
    let (survivor, duplicate) = two(&desk).await;
    let agent2 = desk.sign_in("agent2").await;
    agent2.put(&format!("/tickets/{duplicate}/watchers/me")).await.expect_status(204);
    let agent = desk.sign_in("agent").await;
    let note = json!({"body": "Visto en sitio."});
    agent.post(&format!("/tickets/{duplicate}/comments"), &note).await.expect_status(201);
    let file = agent.attach(&duplicate, "foto.txt", b"luces apagadas").await.ok(201);

    let merged = desk.act("agent", &duplicate, "merge", json!({"into": survivor})).await;
    assert_eq!((&merged["status"], &merged["closure"]["reason"]), (&json!("closed"), &json!("duplicate")));

    let events = desk.events("agent", &survivor).await;
    let comment = events.iter().find(|event| event["action"] == "comment").expect("the duplicate's comment");
    assert_eq!((&comment["note"], &comment["ticket"]), (&json!("Visto en sitio."), &json!(duplicate)));
    let told =
        events.iter().rfind(|event| event["ticket"] == json!(survivor)).expect("the survivor's own entry");
    assert_eq!((&told["action"], &told["details"]["merged"]), (&json!("merge"), &json!(duplicate)));
    let files = agent.get(&format!("/tickets/{survivor}/attachments")).await.ok(200);
    assert_eq!(files["items"][0]["id"], file["id"]);
    let path = format!("/tickets/{survivor}/attachments/{}", file["id"].as_str().expect("an id"));
    assert_eq!(agent.get(&path).await.bytes, b"luces apagadas");
    assert_eq!(desk.read("agent2", &survivor).await["watching"], true);
    let links = |ticket: &Value| ticket["links"].clone();
    assert_eq!(links(&desk.read("agent", &survivor).await)[0]["relation"], "duplicated_by");
    assert_eq!(links(&desk.read("agent", &duplicate).await)[0]["relation"], "duplicate_of");
}

#[tokio::test]
async fn what_was_merged_into_a_duplicate_comes_along() {
    let desk = Desk::start().await;
    let (first, second) = two(&desk).await;
    let third = desk.ticket_in(Status::InAnalysis).await;
    let agent = desk.sign_in("agent").await;
    agent.attach(&first, "primero.txt", b"del primero").await.expect_status(201);
    desk.act("agent", &first, "merge", json!({"into": second})).await;
    desk.act("agent", &second, "merge", json!({"into": third})).await;
    let files = agent.get(&format!("/tickets/{third}/attachments")).await.ok(200);
    assert_eq!(files["items"][0]["file_name"], "primero.txt");
    let events = desk.events("agent", &third).await;
    let numbers: std::collections::BTreeSet<_> =
        events.iter().map(|event| event["ticket"].to_string()).collect();
    assert_eq!(numbers.len(), 3, "{numbers:?}");
    let linked = desk.read("agent", &third).await["links"].clone();
    let linked: Vec<_> =
        linked.as_array().expect("links").iter().map(|link| link["number"].clone()).collect();
    assert_eq!(linked, [json!(first), json!(second)]);
}

#[tokio::test]
async fn a_requester_does_not_read_a_strangers_duplicate_through_their_own_case() {
    let desk = Desk::start().await;
    let mine = desk.register("requester", json!({})).await;
    let theirs = desk.register("requester2", json!({})).await;
    let agent = desk.sign_in("agent").await;
    let internal = json!({"body": "Solo para la mesa.", "visibility": "internal"});
    agent.post(&format!("/tickets/{theirs}/comments"), &internal).await.expect_status(201);
    let public = json!({"body": "Mi clave es 1234."});
    desk.sign_in("requester2")
        .await
        .post(&format!("/tickets/{theirs}/comments"), &public)
        .await
        .expect_status(201);
    agent.attach(&theirs, "pantallazo.txt", b"de otra persona").await.expect_status(201);
    desk.act("agent", &theirs, "merge", json!({"into": mine})).await;
    let events = desk.events("requester", &mine).await;
    assert!(
        events.iter().all(|event| event["visibility"] == "public" && event["ticket"] == json!(mine)),
        "{events:#?}"
    );
    let files = desk.sign_in("requester").await.get(&format!("/tickets/{mine}/attachments")).await.ok(200);
    assert_eq!(files["items"], json!([]));
    let events = desk.events("agent", &mine).await;
    assert!(events.iter().any(|event| event["ticket"] == json!(theirs)), "the desk reads both: {events:#?}");
}

#[tokio::test]
async fn some_cases_cannot_be_merged() {
    let desk = Desk::start().await;
    let (open, other) = two(&desk).await;
    let closed = desk.ticket_in(Status::Closed).await;
    let foreign = desk.register("stranger", json!({})).await;
    let agent = desk.sign_in("agent").await;
    let path = format!("/tickets/{open}/merge");
    for into in [&open, &closed] {
        agent.post(&path, &json!({"into": into})).await.refused(409, "cannot_merge");
    }
    for into in [foreign.as_str(), "TIC-999999"] {
        assert_eq!(agent.post(&path, &json!({"into": into})).await.faults(), ["into: unknown_reference"]);
    }
    let from_closed = agent.post(&format!("/tickets/{closed}/merge"), &json!({"into": other})).await;
    from_closed.refused(409, "wrong_state");
    assert_eq!(desk.actions(&open).await, ["register", "open", "accept"], "nothing of a refusal stays");
}

#[tokio::test]
async fn the_survivor_goes_on_and_so_does_its_time() {
    let desk = contracted().await;
    let (survivor, duplicate) = two(&desk).await;
    desk.sign_in("agent2").await.put(&format!("/tickets/{survivor}/watchers/me")).await.expect_status(204);
    desk.act("agent", &duplicate, "merge", json!({"into": survivor})).await;
    desk.clock.advance(TimeDelta::hours(1));
    let waiting = desk.act("agent", &survivor, "pause", json!({"reason": "parts"})).await;
    assert_eq!(waiting["sla"]["resolution"]["state"], "paused");
    desk.run_jobs().await;
    let told = |notices: Value| -> Vec<(String, String)> {
        let word = |notice: &Value, name: &str| notice[name].as_str().expect("a word").to_owned();
        let items = notices["items"].as_array().expect("a list").iter();
        items.map(|notice| (word(notice, "ticket"), word(notice, "kind"))).collect()
    };
    let requester = told(desk.sign_in("requester").await.get("/me/notifications").await.ok(200));
    let closed: Vec<_> = requester.iter().filter(|(_, kind)| kind == "closed").collect();
    assert_eq!(closed, [&(duplicate, "closed".to_owned())]);
    let watcher = told(desk.sign_in("agent2").await.get("/me/notifications").await.ok(200));
    assert!(watcher.contains(&(survivor, "progressed".to_owned())), "{watcher:?}");
}

async fn two(desk: &Desk) -> (String, String) {
    (desk.ticket_in(Status::InAnalysis).await, desk.ticket_in(Status::Registered).await)
}
