//! Who may do what: every operation of the contract, as nobody, as every role, as a stranger.

use contract::auth::Role;
use contract::tickets::Status;
use mesa::auth::permissions::TABLE;
use mesa::doors::{DOORS, WITHOUT_A_DOOR};
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tests::cast::PEOPLE;
use tests::contract::{OPERATIONS, Operation};
use tests::{Answer, Desk, Person};

#[test]
fn the_tables_of_this_test_name_every_operation_and_every_permission() {
    let known: BTreeSet<&str> =
        DOORS.iter().map(|(name, _)| *name).chain(WITHOUT_A_DOOR.iter().map(|(name, _)| *name)).collect();
    let stated: BTreeSet<String> = OPERATIONS.iter().map(Operation::name).collect();
    let stated: BTreeSet<&str> = stated.iter().map(String::as_str).collect();
    assert_eq!(known, stated, "a new operation needs a line in DOORS, a removed one must go");
    let used: BTreeSet<&str> = DOORS.iter().map(|(_, permission)| *permission).collect();
    let table: BTreeSet<&str> = TABLE.iter().map(|(name, _)| *name).collect();
    assert_eq!(used, table, "a permission that opens no door, or a door without one");
}

#[tokio::test]
async fn nobody_gets_in() {
    let desk = Desk::start().await;
    let nobody = desk.nobody();
    for operation in OPERATIONS.iter() {
        if WITHOUT_A_DOOR.contains(&(operation.name().as_str(), false)) {
            continue;
        }
        let answer = ask(&nobody, operation, "TIC-1").await;
        assert_eq!(answer.status, 401, "{} as nobody", operation.name());
        assert_eq!(answer.body["code"], "unauthenticated");
    }
}

/// Asked about what is not there, so that nothing but the permission can be the reason for a 403.
#[tokio::test]
async fn every_role_passes_exactly_the_doors_of_the_table() {
    let desk = Desk::start().await;
    for (username, _, role) in PEOPLE {
        let person = desk.sign_in(username).await;
        for (name, permission) in DOORS {
            let operation = named(name);
            let answer = ask(&person, operation, "TIC-999999").await;
            let (_, roles) = TABLE.iter().find(|(name, _)| name == permission).expect("a permission");
            let refused = answer.status == 403;
            assert_eq!(refused, !roles.contains(&role), "{name} as {username}: {}", answer.text());
            assert!(!answer.status.is_server_error() && answer.status != 401, "{name} as {username}");
            if *name == "PUT /api/v1/privacy/notice" && !refused {
                // They go on once they have accepted what they have published.
                let accepted = json!({"version": answer.body["version"]});
                person.post("/me/privacy-acceptance", &accepted).await.expect_status(200);
            }
        }
    }
}

#[tokio::test]
async fn strangers_get_no_data_of_the_project() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    desk.sign_in("agent").await.attach(&number, "a.txt", b"texto").await.expect_status(201);
    let tic = desk.read("agent", &number).await["project"]["id"].as_str().expect("an id").to_owned();
    for username in ["stranger", "stranger_agent", "stranger_admin"] {
        let person = desk.sign_in(username).await;
        for operation in OPERATIONS.iter().filter(|operation| operation.path.contains("{ticket}")) {
            let answer = ask(&person, operation, &number).await;
            assert!(matches!(answer.status.as_u16(), 403 | 404), "{} as {username}", operation.name());
        }
        for list in OPERATIONS.iter().filter(|operation| takes_a_project(operation)) {
            for project in ["TIC", tic.as_str()] {
                let answer = person.get(&format!("{}?project={project}", list.path)).await;
                assert!(
                    answer.status == 403 || answer.status == 422,
                    "{} of {project} as {username}: {}",
                    list.name(),
                    answer.text()
                );
            }
        }
        let own = person.get("/tickets?count=true").await.ok(200);
        assert_eq!((&own["items"], &own["total"]), (&json!([]), &json!(0)), "{username}");
        let found = person.get("/tickets?q=red").await.ok(200);
        assert_eq!(found["items"], json!([]));
        let projects = person.get("/projects").await.ok(200);
        assert_eq!(projects["items"].as_array().map(Vec::len), Some(1));
        for body in [
            json!({"project": "TIC"}),
            json!({"project": tic}),
            json!({"service": "correo"}),
            json!({"asset": "PC-0001"}),
            json!({"follow_up_of": number}),
        ] {
            let answer = person.post("/tickets", &tests::given::incident(body.clone())).await;
            assert_eq!(answer.status, 422, "{body} as {username}");
        }
    }
    let admin = desk.sign_in("stranger_admin").await;
    let holiday = json!({"project": "TIC", "date": "2026-12-24", "name": "Día cívico"});
    assert_eq!(admin.post("/holidays", &holiday).await.faults(), ["project: unknown_reference"]);
    let agreement = desk.sign_in("agent").await.get("/agreements").await.ok(200)["items"][0]["id"].clone();
    admin.get(&format!("/agreements/{}", agreement.as_str().expect("an id"))).await.refused(404, "not_found");
    let calendar = desk.sign_in("agent").await.get("/calendars").await.ok(200)["items"][0]["id"].clone();
    let due = json!({"from": "2026-11-11T14:00:00Z", "minutes": 60, "calendar": calendar});
    assert_eq!(admin.post("/service-hours/due", &due).await.faults(), ["calendar: unknown_reference"]);
}

#[tokio::test]
async fn nobody_can_be_put_in_charge_from_another_project() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    let agent = desk.sign_in("agent").await;
    let assign = format!("/tickets/{number}/assign");
    assert_eq!(
        agent.post(&assign, &json!({"assignee": "stranger_agent"})).await.faults(),
        ["assignee: not_in_project"]
    );
    assert_eq!(
        agent.post(&assign, &json!({"assignee": "requester"})).await.faults(),
        ["assignee: not_in_project"]
    );
    assert_eq!(agent.post(&assign, &json!({"group": "otr-n1"})).await.faults(), ["group: unknown_reference"]);
    let on_behalf = tests::given::incident(json!({"requester": "stranger"}));
    assert_eq!(agent.post("/tickets", &on_behalf).await.faults(), ["requester: not_in_project"]);
}

fn takes_a_project(operation: &Operation) -> bool {
    let parameters = operation.stated["parameters"].as_array();
    operation.method == "GET"
        && !operation.path.contains('{')
        && parameters.into_iter().flatten().any(|parameter| parameter["name"] == "project")
}

fn named(name: &str) -> &'static Operation {
    OPERATIONS.iter().find(|operation| operation.name() == name).expect("the table names operations")
}

/// Asks for an operation with its example body, about a ticket.
async fn ask(person: &Person, operation: &Operation, ticket: &str) -> Answer {
    let path = operation
        .path
        .replace("{ticket}", ticket)
        .replace("{user}", "019a8f2e-7c1b-7e60-9f44-0b7f5d9f2a11")
        .replace("{date}", "2027-12-25")
        .replace("{inbound_mail}", "019a8f2e-7c1b-7e60-9f44-0b7f5d9f2a11")
        .replace("{mail}", "019a8f2e-7c1b-7e60-9f44-0b7f5d9f2a11")
        .replace("{webhook}", "019a8f2e-7c1b-7e60-9f44-0b7f5d9f2a11")
        .replace("{stakeholder}", "019a8f2e-7c1b-7e60-9f44-0b7f5d9f2a11")
        .replace("{delivery}", "019a8f2e-7c1b-7e60-9f44-0b7f5d9f2a11")
        .replace("{attachment}", "019a8f2e-7c1b-7e60-9f44-0b7f5d9f2a11")
        .replace("{event}", "019a8f2e-7c1b-7e60-9f44-0b7f5d9f2a11")
        .replace("{agreement}", "019a8f2e-7c1b-7e60-9f44-0b7f5d9f2a11")
        .replace("{kind}", "resolved")
        .replace("{locale}", "es")
        .replace("{source}", "019a8f2e-7c1b-7e60-9f44-0b7f5d9f2a11")
        .replace("{project}", "NOWHERE")
        .replace("{user}", "nobody-at-all")
        .replace("{group}", "no-group")
        .replace("{on_call}", "019a8f2e-7c1b-7e60-9f44-0b7f5d9f2a11")
        .replace("{question}", "no-question")
        .replace("{provider}", "no-provider")
        .replace("{key}", "ticket:TIC-1:comment")
        .replace("{session}", "019a8f2e-7c1b-7e60-9f44-0b7f5d9f2a11")
        .replace("{api_key}", "019a8f2e-7c1b-7e60-9f44-0b7f5d9f2a11");
    if operation.name() == "POST /api/v1/tickets/{ticket}/attachments" {
        return person.attach(ticket, "nota.txt", b"texto").await;
    }
    let method: Method = operation.method.parse().expect("a method");
    let asked = person.ask(method, &path);
    if operation.name() == "POST /api/v1/users/import" {
        return asked.header("Content-Type", "text/csv").body("username,display_name\n").send().await;
    }
    match example(operation) {
        Some(body) => asked.json(&body).send().await,
        None => asked.send().await,
    }
}

/// The example of the schema of an operation's body, which sends what is asked of nobody in particular.
fn example(operation: &Operation) -> Option<Value> {
    let schema = &operation.stated["requestBody"]["content"]["application/json"]["schema"];
    let name = schema["$ref"].as_str()?.rsplit('/').next()?;
    let stated = &tests::contract::DOCUMENT["components"]["schemas"][name];
    Some(stated["example"].clone())
        .filter(|example| !example.is_null())
        .or_else(|| stated["examples"].get(0).cloned())
}

#[test]
fn every_role_is_on_stage() {
    let on_stage: BTreeSet<Role> = PEOPLE.iter().map(|(_, _, role)| *role).collect();
    assert_eq!(on_stage, Role::ALL.iter().copied().collect());
}
