//! Confidential cases: only those concerned know that they exist, by whatever way others look for
//! them, and whoever reads one is in the audit log.

use chrono::TimeDelta;
use contract::tickets::Status;
use reqwest::Method;
use serde_json::{Value, json};
use tests::cast::{PEOPLE, STRANGERS};
use tests::contract::OPERATIONS;
use tests::given::incident;
use tests::{Desk, Person};

/// A word that is nowhere else.
const SECRET: &str = "Acoso laboral en la subdirección";

/// The requester's confidential case, in the charge of `agent`, with a comment, a file and an internal
/// note, closed with a survey, with `specialist` named as a reader. Its number, and the ids of its
/// second entry and its file.
async fn secret(desk: &Desk) -> (String, String, String) {
    let body = json!({"confidential": true, "subject": SECRET, "service": "correo"});
    let number = desk.register("requester", body).await;
    let name = json!({"confidential": true, "readers": ["agent", "specialist"]});
    desk.act("admin", &number, "confidential", name).await;
    for (action, body) in
        [("open", json!({})), ("accept", json!({})), ("diagnose", tests::given::diagnosis())]
    {
        desk.act("agent", &number, action, body).await;
    }
    let agent = desk.sign_in("agent").await;
    let file = agent.attach(&number, "prueba.txt", b"prueba").await.ok(201);
    desk.act("agent", &number, "resolve", json!({"solution": "Se remitió a la oficina competente."})).await;
    desk.act("requester", &number, "survey", json!({"satisfied": true, "score": 4})).await;
    let event = desk.events("agent", &number).await[1]["id"].as_str().expect("an id").to_owned();
    (number, event, file["id"].as_str().expect("an id").to_owned())
}

/// The people of all projects.
fn everybody() -> impl Iterator<Item = &'static str> {
    PEOPLE.iter().chain(&STRANGERS).map(|(username, ..)| *username)
}

/// Who may know of [`secret`].
const READERS: [&str; 4] = ["requester", "agent", "specialist", "admin"];

#[tokio::test]
async fn nobody_else_learns_of_it_by_any_operation() {
    let desk = Desk::start().await;
    let (number, event, file) = secret(&desk).await;
    let id = desk.read("admin", &number).await["id"].as_str().expect("an id").to_owned();
    // Also whoever used to be told of it.
    for who in everybody() {
        let person = desk.sign_in(who).await;
        let reads = READERS.contains(&who);
        for reference in [&number, &id, &number.to_lowercase()] {
            for below in ["", "/events", "/clocks", "/attachments", "/surveys"] {
                let answer = person.get(&format!("/tickets/{reference}{below}")).await;
                answer.expect_status(if reads { 200 } else { 404 });
                assert!(reads || !answer.text().contains(SECRET));
            }
            for one in [format!("/events/{event}"), format!("/attachments/{file}")] {
                let answer = person.get(&format!("/tickets/{reference}{one}")).await;
                answer.expect_status(if reads { 200 } else { 404 });
            }
        }
        if reads {
            continue;
        }
        // Whatever else the contract knows of a ticket: as if it were not there.
        for operation in OPERATIONS.iter().filter(|operation| operation.path.contains("{ticket}")) {
            let asked = |number: &str| {
                operation
                    .path
                    .replace("{ticket}", number)
                    .replace("{event}", &event)
                    .replace("{attachment}", &file)
            };
            let there = send(&person, operation, &asked(&number)).await;
            let gone = send(&person, operation, &asked("TIC-999999")).await;
            assert_eq!(there.0, gone.0, "{} as {who}: {}", operation.name(), there.1);
            assert!(matches!(there.0, 403 | 404), "{} as {who}: {}", operation.name(), there.1);
        }
    }
}

#[tokio::test]
async fn lists_searches_counts_exports_and_figures_leave_it_out() {
    let desk = Desk::start().await;
    let ordinary =
        desk.register("requester", json!({"subject": "Acoso de correo basura", "service": "correo"})).await;
    let (number, ..) = secret(&desk).await;
    let assigned = "/tickets?assignee=agent";
    for who in everybody() {
        let person = desk.sign_in(who).await;
        let reads = READERS.contains(&who);
        let of_tic = PEOPLE.iter().any(|(username, ..)| *username == who);
        let own = if of_tic { "TIC" } else { "OTR" };
        for query in [
            "count=true".to_owned(),
            "q=acoso&count=true".to_owned(),
            "q=acoso&count=true&sort=-updated_at".to_owned(),
            "q=acoso+lab&count=true&sort=registered_at".to_owned(),
            format!("q={number}&count=true"),
            "status=closed&count=true".to_owned(),
            "status=closed&status=resolved&count=true&sort=priority".to_owned(),
            "open=false&count=true&limit=1".to_owned(),
            "sort=attention_due_at&count=true".to_owned(),
            format!("project={own}&count=true"),
            "closure=accepted&count=true".to_owned(),
            "satisfied=true&count=true".to_owned(),
            "level=1&kind=incident&channel=portal&priority=3&count=true".to_owned(),
        ] {
            let mut numbers = Vec::new();
            let mut cursor = String::new();
            let total = loop {
                let page = person.get(&format!("/tickets?{query}{cursor}")).await.ok(200);
                let items = page["items"].as_array().expect("a list");
                numbers.extend(items.iter().filter_map(|item| item["number"].as_str()).map(str::to_owned));
                match page["next_cursor"].as_str() {
                    Some(next) => cursor = format!("&cursor={next}"),
                    None => break page["total"].clone(),
                }
            };
            assert_eq!(numbers.contains(&number), reads, "{query} as {who}: {numbers:?}");
            assert_eq!(total, json!(numbers.len()), "{query} as {who}");
        }
        if of_tic && !["requester", "requester2", "provider", "provider2"].contains(&who) {
            let page = person.get(&format!("{assigned}&count=true")).await.ok(200);
            assert_eq!(page["total"], json!(usize::from(reads)), "{who}");
            let file = person.get("/tickets/export.csv?q=acoso").await;
            file.expect_status(200);
            assert_eq!(file.text().contains(SECRET), reads, "the file of {who}");
        }
        if ["agent2", "supervisor"].contains(&who) {
            assert!(person.get("/tickets?service=correo").await.text().contains(&ordinary), "{who}");
            let summary = person.get("/reports/summary").await.ok(200);
            for figure in figures(&summary) {
                let listed = person.get(&format!("/tickets?{figure}")).await;
                listed.expect_status(200);
                assert!(!listed.text().contains(&number), "{figure} as {who}");
            }
        }
    }
}

#[tokio::test]
async fn many_at_once_cannot_reach_it_and_it_is_not_merged() {
    let desk = Desk::start().await;
    let number = desk.confidential_ticket().await;
    let ordinary = desk.ticket_in(Status::InAnalysis).await;
    let agent2 = desk.sign_in("agent2").await;
    let all = json!({"ids": [number, ordinary], "action": "pause", "body": {"reason": "parts"}});
    let outcome = agent2.post("/tickets/bulk", &all).await.ok(200);
    let statuses: Vec<_> = (0..2).map(|item| outcome["items"][item]["status"].clone()).collect();
    assert_eq!(statuses, [json!(404), json!(200)]);
    let into = agent2.post(&format!("/tickets/{ordinary}/merge"), &json!({"into": number})).await;
    assert_eq!(into.faults(), ["into: unknown_reference"]);
    let follow = incident(json!({"follow_up_of": number}));
    assert_eq!(agent2.post("/tickets", &follow).await.faults(), ["follow_up_of: unknown_reference"]);

    // Nor by those who may read both: others read only one of the two.
    let agent = desk.sign_in("agent").await;
    let merge = |from: &str, into: &str| (format!("/tickets/{from}/merge"), json!({"into": into}));
    let (path, body) = merge(&ordinary, &number);
    agent.post(&path, &body).await.refused(409, "cannot_merge");
    let (path, body) = merge(&number, &ordinary);
    let problem = agent.post(&path, &body).await.refused(409, "wrong_state");
    assert!(!problem["allowed_actions"].as_array().expect("a list").contains(&json!("merge")));
}

#[tokio::test]
async fn it_can_be_made_so_later_with_what_was_merged_into_it() {
    let desk = Desk::start().await;
    let survivor = desk.ticket_in(Status::InAnalysis).await;
    let duplicate = desk.register("requester2", json!({"subject": SECRET})).await;
    let supervisor = desk.sign_in("supervisor").await;
    supervisor.put(&format!("/tickets/{survivor}/watchers/me")).await.expect_status(204);
    desk.act("agent", &duplicate, "merge", json!({"into": survivor})).await;
    let reserve = json!({"confidential": true, "readers": ["specialist2"], "note": "Datos de salud."});
    let path = format!("/tickets/{duplicate}/confidential");
    desk.sign_in("agent").await.post(&path, &reserve).await.refused(409, "merged");

    let ticket = desk.act("agent", &survivor, "confidential", reserve).await;
    assert_eq!(ticket["confidential"], true);
    assert_eq!(ticket["readers"][0]["display_name"], "Darío Peña");
    for (who, reads_survivor, reads_duplicate) in [
        ("supervisor", false, false),
        ("agent2", false, false),
        ("specialist", false, false),
        ("specialist2", true, true),
        ("requester", true, false),
        ("requester2", false, true),
        ("admin", true, true),
        // In charge of the one, and so of what was merged into it.
        ("agent", true, true),
    ] {
        let person = desk.sign_in(who).await;
        for (number, reads) in [(&survivor, reads_survivor), (&duplicate, reads_duplicate)] {
            let answer = person.get(&format!("/tickets/{number}")).await;
            assert_eq!(answer.status == 200, reads, "{number} as {who}: {}", answer.text());
            if reads {
                let links = answer.body["links"].as_array().map(Vec::len);
                assert_eq!(links, Some(usize::from(reads_survivor && reads_duplicate)), "{number} as {who}");
            }
        }
        if reads_survivor {
            let events = person.get(&format!("/tickets/{survivor}/events?limit=200")).await.ok(200);
            let of_duplicate = events["items"].as_array().expect("a list").iter();
            let read = of_duplicate.filter(|event| event["ticket"] == json!(duplicate)).count();
            assert_eq!(read > 0, reads_duplicate, "{who}");
        }
    }
    let events = desk.events("requester", &survivor).await;
    let last = events.last().expect("an entry");
    assert_eq!((&last["action"], &last["activity"]), (&json!("confidential"), &Value::Null));
    assert_eq!(last["note"], "Datos de salud.");
    let changes = json!([
        {"field": "confidential", "before": "false", "after": "true"},
        {"field": "readers", "before": null, "after": "Darío Peña"},
    ]);
    assert_eq!(last["changes"], changes);

    // And open again to everybody: whoever watched is not told any more, and is asked for no name.
    let open = json!({"confidential": false, "readers": ["specialist2"]});
    let path = format!("/tickets/{survivor}/confidential");
    let agent = desk.sign_in("agent").await;
    assert_eq!(agent.post(&path, &open).await.faults(), ["readers: not_confidential"]);
    let ticket = agent.post(&path, &json!({"confidential": false})).await.ok(200);
    assert_eq!((&ticket["confidential"], &ticket["readers"]), (&json!(false), &json!([])));
    assert_eq!(desk.read("supervisor", &survivor).await["watching"], false);
    assert_eq!(desk.read("supervisor", &duplicate).await["confidential"], false);
    desk.sign_in("specialist2").await.get(&format!("/tickets/{survivor}")).await.refused(404, "not_found");
}

#[tokio::test]
async fn whoever_is_put_in_charge_is_a_reader_but_a_group_is_not() {
    let desk = Desk::start().await;
    let number = desk.confidential_ticket().await;
    let reads =
        async |who: &str| desk.sign_in(who).await.get(&format!("/tickets/{number}")).await.status == 200;
    assert!(!reads("agent2").await);
    desk.act("agent", &number, "assign", json!({"assignee": "agent2"})).await;
    assert!(reads("agent2").await && reads("agent").await);
    // To a group nobody of which was named.
    desk.act("agent2", &number, "escalate", json!({"reason": "Redes.", "group": "n2-redes"})).await;
    assert!(!reads("specialist").await && reads("agent2").await);
    desk.act("admin", &number, "assign", json!({"assignee": "specialist"})).await;
    assert!(reads("specialist").await);
    let body = json!({"reason": "Garantía.", "provider": "redes-sas"});
    desk.act("specialist", &number, "escalate", body).await;
    assert!(!reads("provider").await, "the company was put in charge, and nobody of it");
    desk.act("admin", &number, "confidential", json!({"confidential": true, "readers": ["provider"]})).await;
    assert!(reads("provider").await);
    // Whoever was in charge once and is not named any more.
    assert!(!reads("agent2").await && !reads("specialist").await && reads("requester").await);
    let allowed = desk.read("provider", &number).await["allowed_actions"].clone();
    assert!(allowed.as_array().expect("a list").contains(&json!("diagnose")), "{allowed}");
}

#[tokio::test]
async fn readers_are_people_of_the_project_and_only_the_desk_names_them() {
    let desk = Desk::start().await;
    let number = desk.confidential_ticket().await;
    let path = format!("/tickets/{number}/confidential");
    let name = |readers: Value| json!({"confidential": true, "readers": readers});
    let agent = desk.sign_in("agent").await;
    assert_eq!(agent.post(&path, &name(json!(["nadie"]))).await.faults(), ["readers: unknown_reference"]);
    assert_eq!(agent.post(&path, &name(json!(["stranger"]))).await.faults(), ["readers: not_in_project"]);
    assert_eq!(agent.post(&path, &name(json!(vec!["agent2"; 51]))).await.faults(), ["readers: readers"]);
    desk.sign_in("requester").await.post(&path, &name(json!([]))).await.refused(403, "forbidden");
    // Named as a reader, a requester reads and no more.
    agent.post(&path, &name(json!(["requester2"]))).await.expect_status(200);
    let seen = desk.read("requester2", &number).await;
    assert_eq!(seen["allowed_actions"], json!([]));
    let listed = desk.sign_in("requester2").await.get("/tickets?count=true").await.ok(200);
    assert_eq!((&listed["total"], &listed["items"][0]["number"]), (&json!(1), &json!(number)));
    // What takes it up again is as confidential.
    let closed = json!({"reason": "cancelled", "note": "Ya no."});
    desk.act("admin", &number, "close", closed).await;
    desk.sign_in("admin").await.post(&path, &name(json!([]))).await.refused(409, "wrong_state");
    let again = desk.register("requester", json!({"follow_up_of": number})).await;
    assert_eq!(desk.read("requester", &again).await["confidential"], true);
    desk.sign_in("agent").await.get(&format!("/tickets/{again}")).await.refused(404, "not_found");
    assert_eq!(desk.read("agent", &number).await["links"], json!([]), "it is not told of what follows");
}

#[tokio::test]
async fn each_reading_is_in_the_audit_log_once_an_hour() {
    let desk = Desk::start().await;
    let (number, event, file) = secret(&desk).await;
    let admin = desk.sign_in("admin").await;
    let readings = async || {
        let log = admin.get("/audit?operation=confidential_read&limit=200").await.ok(200);
        let items = log["items"].as_array().expect("a list").clone();
        let name = |item: &Value| item["actor"]["display_name"].as_str().unwrap_or_default().to_owned();
        assert!(items.iter().all(|item| item["object"] == json!(format!("/api/v1/tickets/{number}"))));
        assert!(items.iter().all(|item| item["project"]["key"] == "TIC" && item["address"] == "127.0.0.1"));
        items.iter().map(name).collect::<Vec<_>>()
    };
    let before = readings().await.len();
    let specialist = desk.sign_in("specialist").await;
    let base = format!("/tickets/{number}");
    for (hours, below) in [
        "",
        "/events",
        "/attachments",
        "/clocks",
        "/surveys",
        &format!("/events/{event}"),
        &format!("/attachments/{file}"),
    ]
    .into_iter()
    .enumerate()
    {
        desk.clock.advance(TimeDelta::hours(1));
        for _ in 0..2 {
            specialist.get(&format!("{base}{below}")).await.expect_status(200);
        }
        let now = readings().await;
        assert_eq!(now.len(), before + hours + 1, "{below}");
        assert_eq!(now[0], "Sara Gómez", "{below}");
    }
    let all = readings().await.len();
    desk.clock.advance(TimeDelta::hours(1));
    specialist.get("/tickets?q=acoso").await.expect_status(200);
    assert_eq!(readings().await.len(), all, "that a list has its subject is no reading");
    specialist.get("/tickets/export.csv?q=acoso").await.expect_status(200);
    assert_eq!(readings().await.len(), all + 1, "but a file that is taken away is");
    desk.sign_in("requester").await.get(&base).await.expect_status(200);
    assert_eq!(readings().await[0], "Ana Rojas");
    let all = readings().await.len();
    let ordinary = desk.ticket_in(Status::Registered).await;
    desk.read("agent2", &ordinary).await;
    assert_eq!(readings().await.len(), all, "an ordinary case is read by whoever may");
}

#[tokio::test]
async fn each_reading_in_the_place_of_another_is_in_the_audit_log_and_is_not_theirs() {
    let desk = Desk::start().await;
    let (number, ..) = secret(&desk).await;
    let path = format!("/tickets/{number}");
    desk.clock.advance(TimeDelta::hours(1));
    let herself = desk.sign_in("specialist").await;
    let admin = desk.sign_in("admin").await;
    let sara = desk.bearing(&admin.post("/users/specialist/impersonate", &json!({})).await.ok(200));
    let readers = async || {
        let log = admin.get("/audit?operation=confidential_read&limit=200").await.ok(200);
        let items = log["items"].as_array().expect("a list").clone();
        let names = |item: &Value| {
            ["actor", "impersonator"].map(|who| item[who]["display_name"].as_str().map(str::to_owned))
        };
        items.iter().map(names).collect::<Vec<_>>()
    };
    let before = readers().await.len();
    herself.get(&path).await.expect_status(200);
    for _ in 0..2 {
        sara.get(&path).await.expect_status(200);
    }
    let (sara_gomez, through) = (Some("Sara Gómez".to_owned()), Some("Adriana Castro".to_owned()));
    let all = readers().await;
    assert_eq!(all.len(), before + 3);
    assert_eq!(all[..3].iter().filter(|one| **one == [sara_gomez.clone(), through.clone()]).count(), 2);
    // That somebody else has read it is no reason to leave her own reading out.
    desk.clock.advance(TimeDelta::minutes(50));
    let sara = desk.bearing(&admin.post("/users/specialist/impersonate", &json!({})).await.ok(200));
    sara.get(&path).await.expect_status(200);
    desk.clock.advance(TimeDelta::minutes(10));
    herself.get(&path).await.expect_status(200);
    let all = readers().await;
    assert_eq!(all.len(), before + 5);
    assert_eq!(all[0], [sara_gomez, None]);
}

/// Asks for an operation about a ticket; its status, and what was said.
async fn send(person: &Person, operation: &tests::contract::Operation, path: &str) -> (u16, String) {
    if path.ends_with("/attachments") && operation.method == "POST" {
        let number = path.split('/').nth(4).expect("a number");
        let answer = person.attach(number, "a.txt", b"texto").await;
        return (answer.status.as_u16(), answer.text());
    }
    let method: Method = operation.method.parse().expect("a method");
    let schema = &operation.stated["requestBody"]["content"]["application/json"]["schema"]["$ref"];
    let asked = person.ask(method, path);
    let answer = match schema.as_str().and_then(|path| path.rsplit('/').next()) {
        Some(name) => {
            let stated = &tests::contract::DOCUMENT["components"]["schemas"][name];
            asked.json(stated.get("example").unwrap_or(&stated["examples"][0])).send().await
        }
        None => asked.send().await,
    };
    (answer.status.as_u16(), answer.text())
}

/// Every query of a list of tickets in a report.
fn figures(report: &Value) -> Vec<String> {
    match report {
        Value::Object(fields) => fields
            .iter()
            .flat_map(|(name, value)| match value.as_str() {
                Some(query) if name == "tickets" => vec![query.to_owned()],
                _ => figures(value),
            })
            .collect(),
        Value::Array(items) => items.iter().flat_map(figures).collect(),
        _ => Vec::new(),
    }
}
