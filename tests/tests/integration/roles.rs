//! What each role may do, to the letter of the procedure: providers within the fence of their company,
//! supervisors who read everything and work nothing.

use contract::tickets::{Action, Status};
use serde_json::{Value, json};
use tests::Desk;
use tests::contract::OPERATIONS;

/// Reads of one case.
const READS: [&str; 5] = ["", "/events", "/clocks", "/attachments", "/surveys"];

#[tokio::test]
async fn a_provider_sees_nothing_but_what_is_in_the_charge_of_their_company() {
    let desk = Desk::start().await;
    let theirs = desk.ticket_at_level_3().await;
    let others = [
        desk.ticket_in(Status::Registered).await,
        desk.ticket_in(Status::InAnalysis).await,
        desk.ticket_in(Status::Closed).await,
        desk.ticket_at_level_2().await,
    ];
    let (near, far) = (desk.sign_in("provider").await, desk.sign_in("provider2").await);
    for number in &others {
        for below in READS {
            near.get(&format!("/tickets/{number}{below}")).await.refused(404, "not_found");
        }
    }
    for below in READS {
        near.get(&format!("/tickets/{theirs}{below}")).await.expect_status(200);
        far.get(&format!("/tickets/{theirs}{below}")).await.refused(404, "not_found");
    }
    for query in ["", "&q=red", "&status=closed&status=registered", "&sort=-updated_at", "&project=TIC"] {
        let listed = near.get(&format!("/tickets?count=true{query}")).await.ok(200);
        let numbers: Vec<_> =
            listed["items"].as_array().expect("a list").iter().map(|item| &item["number"]).collect();
        assert!(numbers.iter().all(|number| **number == json!(theirs)), "{query}: {numbers:?}");
        assert_eq!(listed["total"], json!(numbers.len()), "{query}");
        assert_eq!(far.get(&format!("/tickets?count=true{query}")).await.ok(200)["total"], 0, "{query}");
    }
    for closed in ["/tickets/export.csv", "/reports/summary", "/audit", "/users", "/groups", "/providers"] {
        near.get(closed).await.refused(403, "forbidden");
    }
}

#[tokio::test]
async fn nobody_without_a_people_search_learns_which_user_names_there_are() {
    let desk = Desk::start().await;
    for who in ["provider", "requester"] {
        let person = desk.sign_in(who).await;
        person.get("/users?q=a").await.refused(403, "forbidden");
        // One that there is and one that there is not: the same answer.
        for name in ["agent", "nobody-at-all"] {
            for field in ["assignee", "requester"] {
                let answer = person.get(&format!("/tickets?{field}={name}")).await;
                assert_eq!(answer.faults(), [format!("{field}: unknown_reference")], "{name} as {who}");
            }
        }
        person.get("/tickets?requester=me").await.expect_status(200);
    }
}

#[tokio::test]
async fn an_internal_note_is_the_providers_only_when_it_is_shared_with_them() {
    let desk = Desk::start().await;
    let number = desk.ticket_at_level_3().await;
    let agent = desk.sign_in("agent").await;
    let path = format!("/tickets/{number}/comments");
    let note = |body: &str, shared: bool| json!({"body": body, "visibility": "internal", "shared_with_provider": shared});
    agent.post(&path, &note("Solo para la mesa.", false)).await.expect_status(201);
    let shared = agent.post(&path, &note("La garantía vence en mayo.", true)).await.ok(201);
    assert_eq!((&shared["visibility"], &shared["shared_with_provider"]), (&json!("internal"), &json!(true)));
    let event = shared["id"].as_str().expect("an id");
    for (who, mine, theirs) in [
        ("agent2", true, true),
        ("supervisor", true, true),
        ("provider", false, true),
        ("requester", false, false),
    ] {
        let person = desk.sign_in(who).await;
        let text = json!(desk.events(who, &number).await).to_string();
        assert_eq!(text.contains("Solo para la mesa."), mine, "{who}");
        assert_eq!(text.contains("La garantía vence en mayo."), theirs, "{who}");
        let status = if theirs { 200 } else { 404 };
        person.get(&format!("/tickets/{number}/events/{event}")).await.expect_status(status);
    }
    // What is no internal note is theirs to read anyway; without a provider there is nobody to share with.
    let public = json!({"body": "Hola", "shared_with_provider": true});
    assert_eq!(agent.post(&path, &public).await.faults(), ["shared_with_provider: not_internal"]);
    let other = desk.ticket_in(Status::InAnalysis).await;
    let answer = agent.post(&format!("/tickets/{other}/comments"), &note("Nada", true)).await;
    assert_eq!(answer.faults(), ["shared_with_provider: no_provider"]);
    let provider = desk.sign_in("provider").await;
    assert_eq!(provider.post(&path, &note("Mía", true)).await.faults(), ["visibility: visibility"]);
}

#[tokio::test]
async fn a_supervisor_reads_everything_and_works_nothing() {
    let desk = Desk::start().await;
    let supervisor = desk.sign_in("supervisor").await;
    let agent = desk.sign_in("agent").await;
    for status in Status::ALL {
        let number = desk.ticket_in(*status).await;
        if *status != Status::Closed {
            let note = json!({"body": "Nota de la mesa.", "visibility": "internal"});
            agent.post(&format!("/tickets/{number}/comments"), &note).await.expect_status(201);
        }
        for below in READS {
            supervisor.get(&format!("/tickets/{number}{below}")).await.expect_status(200);
        }
        let ticket = desk.read("supervisor", &number).await;
        let expected = if *status == Status::Closed { json!([]) } else { json!(["comment", "attach"]) };
        assert_eq!(ticket["allowed_actions"], expected, "{status}");
        for operation in OPERATIONS.iter().filter(|operation| is_work(&operation.path)) {
            let path = operation.path.replace("{ticket}", &number);
            let schema =
                operation.stated["requestBody"]["content"]["application/json"]["schema"]["$ref"].as_str();
            let name = schema.and_then(|path| path.rsplit('/').next()).expect("a named body");
            let stated = &tests::contract::DOCUMENT["components"]["schemas"][name];
            let example: &Value = stated.get("example").unwrap_or(&stated["examples"][0]);
            supervisor.post(&path, example).await.refused(403, "forbidden");
        }
        if *status != Status::Closed {
            assert!(json!(desk.events("supervisor", &number).await).to_string().contains("Nota de la mesa."));
        }
    }
    for open in ["/users", "/groups", "/providers", "/tickets/export.csv", "/reports/summary"] {
        supervisor.get(open).await.expect_status(200);
    }
}

/// Whether an operation does something to a ticket that moves it on: an action of the procedure.
fn is_work(path: &str) -> bool {
    let action = path.strip_prefix("/api/v1/tickets/{ticket}/").and_then(|last| last.parse::<Action>().ok());
    action.is_some_and(|action| action != Action::Comment)
}
