//! Whose eyes a case is for: requesters their own, specialists what came to them, providers what is
//! in their company's charge; internal entries for the desk alone.

use contract::tickets::Status;
use serde_json::{Value, json};
use tests::Desk;

#[tokio::test]
async fn each_role_sees_what_is_for_its_eyes() {
    let desk = Desk::start().await;
    let mine = desk.ticket_in(Status::InAnalysis).await;
    let theirs = desk.register("requester2", json!({})).await;
    let second = desk.ticket_at_level_2().await;
    let third = desk.ticket_at_level_3().await;
    for (who, expected) in [
        ("requester", vec![&mine, &second, &third]),
        ("requester2", vec![&theirs]),
        ("agent2", vec![&mine, &theirs, &second, &third]),
        ("supervisor", vec![&mine, &theirs, &second, &third]),
        ("admin", vec![&mine, &theirs, &second, &third]),
        // Handed on by them, so they keep watching the third.
        ("specialist", vec![&second, &third]),
        ("specialist2", vec![]),
        ("provider", vec![&third]),
        ("provider2", vec![]),
    ] {
        let person = desk.sign_in(who).await;
        let page = person.get("/tickets?sort=registered_at&count=true").await.ok(200);
        let items = page["items"].as_array().expect("items");
        let seen: Vec<_> = items.iter().map(|item| item["number"].as_str().expect("a number")).collect();
        assert_eq!(seen, expected, "{who} lists");
        assert_eq!(page["total"], json!(expected.len()), "{who} counts");
        for number in [&mine, &theirs, &second, &third] {
            let status = if expected.contains(&number) { 200 } else { 404 };
            for below in ["", "/events", "/clocks", "/attachments", "/surveys"] {
                person.get(&format!("/tickets/{number}{below}")).await.expect_status(status);
            }
        }
    }
}

#[tokio::test]
async fn a_specialists_own_case_is_not_theirs_to_solve() {
    let desk = Desk::start().await;
    let number = desk.register("specialist", json!({})).await;
    desk.act("agent", &number, "open", json!({})).await;
    desk.act("agent", &number, "accept", json!({})).await;
    desk.act("agent", &number, "escalate", json!({"reason": "Es del otro grupo.", "group": "n2-sistemas"}))
        .await;
    let specialist = desk.sign_in("specialist").await;
    let diagnose = format!("/tickets/{number}/diagnose");
    specialist.post(&diagnose, &tests::given::diagnosis()).await.refused(403, "forbidden");
    let listed = specialist.get("/tickets").await.ok(200);
    let one = specialist.get(&format!("/tickets/{number}")).await.ok(200);
    assert_eq!(one["allowed_actions"], json!(["comment", "attach"]));
    assert_eq!(listed["items"][0]["allowed_actions"], one["allowed_actions"], "lists say the same");
}

#[tokio::test]
async fn a_provider_is_fenced_in() {
    let desk = Desk::start().await;
    let number = desk.ticket_at_level_3().await;
    let near = desk.sign_in("provider").await;
    let far = desk.sign_in("provider2").await;
    let diagnose = format!("/tickets/{number}/diagnose");
    far.post(&diagnose, &tests::given::diagnosis()).await.refused(404, "not_found");
    far.attach(&number, "a.txt", b"texto").await.refused(404, "not_found");
    far.put(&format!("/tickets/{number}/watchers/me")).await.refused(404, "not_found");
    near.get("/users").await.refused(403, "forbidden");
    // Work stays within the company.
    let assign = format!("/tickets/{number}/assign");
    assert_eq!(
        near.post(&assign, &json!({"assignee": "provider2"})).await.faults(),
        ["assignee: not_in_project"]
    );
    assert_eq!(
        near.post(&assign, &json!({"assignee": "agent"})).await.faults(),
        ["assignee: not_in_project"]
    );
    assert_eq!(near.post(&assign, &json!({"group": "n3-soporte"})).await.faults(), ["group: wrong_level"]);
    near.post(&assign, &json!({"assignee": "provider"})).await.expect_status(200);
    near.post(&diagnose, &tests::given::diagnosis()).await.expect_status(200);
    near.post(&format!("/tickets/{number}/classify"), &json!({"impact": "low"}))
        .await
        .refused(403, "forbidden");
}

#[tokio::test]
async fn internal_notes_and_files_are_for_the_desk() {
    let desk = Desk::start().await;
    let number = desk.ticket_at_level_3().await;
    let agent = desk.sign_in("agent").await;
    let comments = format!("/tickets/{number}/comments");
    let note = json!({"body": "El proveedor va tarde.", "visibility": "internal"});
    let internal = agent.post(&comments, &note).await.ok(201);
    agent.post(&comments, &json!({"body": "Vamos en camino."})).await.expect_status(201);
    let file = internal_file(&agent, &number).await;
    for (who, reads) in [
        ("agent2", true),
        ("specialist", true),
        ("supervisor", true),
        ("admin", true),
        ("requester", false),
        ("provider", false),
    ] {
        let person = desk.sign_in(who).await;
        let text = person.get(&format!("/tickets/{number}/events?limit=200")).await.text();
        assert_eq!(text.contains("El proveedor va tarde."), reads, "{who}");
        assert_eq!(text.contains("secreto.txt"), reads, "{who}");
        assert!(text.contains("Vamos en camino."), "{who}");
        let status = if reads { 200 } else { 404 };
        let event = internal["id"].as_str().expect("an id");
        person.get(&format!("/tickets/{number}/events/{event}")).await.expect_status(status);
        let id = file["id"].as_str().expect("an id");
        person.get(&format!("/tickets/{number}/attachments/{id}")).await.expect_status(status);
        let files = person.get(&format!("/tickets/{number}/attachments")).await.ok(200);
        assert_eq!(files["items"].as_array().map(Vec::len), Some(usize::from(reads)), "{who}");
    }
    for who in ["requester", "provider"] {
        let answer = desk.sign_in(who).await.post(&comments, &note).await;
        assert_eq!(answer.faults(), ["visibility: visibility"], "{who}");
    }
}

#[tokio::test]
async fn equipment_is_listed_for_the_desk_and_for_its_holder() {
    let desk = Desk::start().await;
    for (who, expected) in
        [("agent", vec!["PC-0001", "PC-0002"]), ("requester", vec!["PC-0001"]), ("requester2", vec![])]
    {
        let page = desk.sign_in(who).await.get("/assets").await.ok(200);
        let items = page["items"].as_array().expect("items");
        let tags: Vec<_> = items.iter().filter_map(|item| item["key"].as_str()).collect();
        assert_eq!(tags, expected, "{who}");
    }
}

#[tokio::test]
async fn who_watches_is_told_and_may_leave() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::Registered).await;
    let path = format!("/tickets/{number}/watchers/me");
    let agent2 = desk.sign_in("agent2").await;
    for _ in 0..2 {
        agent2.put(&path).await.expect_status(204);
    }
    assert_eq!(desk.read("agent2", &number).await["watching"], true);
    for _ in 0..2 {
        agent2.delete(&path).await.expect_status(204);
    }
    assert_eq!(desk.read("agent2", &number).await["watching"], false);
}

async fn internal_file(person: &tests::Person, number: &str) -> Value {
    let part = reqwest::multipart::Part::bytes(b"secreto".to_vec()).file_name("secreto.txt");
    let form = reqwest::multipart::Form::new().text("visibility", "internal").part("file", part);
    person
        .ask(reqwest::Method::POST, &format!("/tickets/{number}/attachments"))
        .multipart(form)
        .send()
        .await
        .ok(201)
}
