//! Whoever asks to be forgotten is made anonymous.

use super::{figures, files_of, id_of, read, stored_files};
use chrono::TimeDelta;
use contract::auth::Role;
use contract::tickets::Status;
use mesa::db::DbConnection;
use mesa::people;
use serde_json::{Value, json};
use tests::{Desk, Person};

#[tokio::test]
async fn whoever_asks_to_be_forgotten_is_and_what_happened_stays() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    let me = desk.sign_in("requester").await;
    let person = id_of(&desk, "requester").await;
    me.patch("/me", 1, &json!({"area": "Jurídica"})).await.expect_status(200);
    let said = json!({"body": "Mi cédula es 52.000.000."});
    me.post(&format!("/tickets/{number}/comments"), &said).await.expect_status(201);
    let file = me.attach(&number, "cedula.txt", b"52000000").await.ok(201);
    let path = format!("/users/{person}/anonymise");
    let forget = json!({"reason": "Radicado 118.", "redact_texts": true});
    let admin = desk.sign_in("admin").await;
    admin.post(&path, &forget).await.refused(409, "open_tickets");
    desk.act("agent", &number, "pause", json!({"reason": "parts"})).await;
    desk.clock.advance(TimeDelta::hours(2));
    desk.act("agent", &number, "resume", json!({})).await;
    desk.act("agent", &number, "diagnose", tests::given::diagnosis()).await;
    desk.act("agent", &number, "resolve", json!({"solution": "Se cambió el switch."})).await;
    let word = json!({"satisfied": true, "score": 3, "comment": "Soy Ana y tardaron."});
    desk.act("requester", &number, "survey", word).await;
    let before = desk.read("admin", &number).await;
    let events = desk.events("admin", &number).await;
    let summary = admin.get("/reports/summary").await.ok(200);

    let answer = admin.post(&path, &forget).await.ok(200);
    assert_eq!(
        (&answer["display_name"], &answer["tickets_redacted"], &answer["files_removed"]),
        (&json!("Persona anonimizada 1"), &json!(1), &json!(1))
    );
    // Nobody is signed in as them, and nobody can.
    me.get("/me").await.refused(401, "unauthenticated");
    let login = json!({"username": "requester", "password": "mesa-demo"});
    desk.nobody().post("/auth/login", &login).await.refused(401, "invalid_credentials");
    let found = admin.get("/users?q=rojas").await.ok(200);
    assert_eq!(found["items"], json!([]));
    let after = desk.read("admin", &number).await;
    let mark = "[Texto retirado para proteger datos personales]";
    assert_eq!((&after["subject"], &after["description"]), (&json!(mark), &json!(mark)));
    assert_eq!(after["requester"], json!({"id": person, "display_name": "Persona anonimizada 1"}));
    for same in [
        "number",
        "status",
        "sla",
        "solution",
        "satisfaction",
        "opened_at",
        "closed_at",
        "priority",
        "reopen_count",
    ] {
        assert_eq!(after[same], before[same], "{same}");
    }
    let told = desk.events("admin", &number).await;
    let kept = |event: &Value| {
        ["id", "at", "action", "activity", "visibility", "channel"].map(|field| event[field].clone())
    };
    assert_eq!(told.iter().map(kept).collect::<Vec<_>>(), events.iter().map(kept).collect::<Vec<_>>());
    let whole = json!([after, told]).to_string();
    for gone in ["Ana Rojas", "52.000.000", "cedula.txt", "Soy Ana", "Sin red en el piso"] {
        assert!(!whole.contains(gone), "{gone}: {whole}");
    }
    assert!(whole.contains("Se cambió el switch."), "what the desk wrote stays");
    let file = file["id"].as_str().expect("an id");
    admin.get(&format!("/tickets/{number}/attachments/{file}")).await.refused(404, "not_found");
    assert_eq!(stored_files(&desk), 0, "its bytes are gone");
    let surveys = admin.get(&format!("/tickets/{number}/surveys")).await.ok(200);
    assert_eq!((&surveys["items"][0]["score"], &surveys["items"][0]["comment"]), (&json!(3), &Value::Null));
    assert_eq!(figures(&admin.get("/reports/summary").await.ok(200)), figures(&summary));
    let (all, differed) =
        mesa::tickets::rebuild(&desk.app.db, desk.clock.now()).await.expect("the history can be read");
    assert_eq!((all, differed), (1, 0), "the clocks are what the history says");
    assert_eq!(admin.get("/tickets?q=piso").await.ok(200)["items"], json!([]), "nor is it found by them");
    desk.run_jobs().await;
    assert_eq!(admin.get("/audit/verify").await.ok(200)["intact"], true);
    let log = admin.get("/audit?operation=POST /api/v1/users/{user}/anonymise").await.ok(200);
    assert_eq!(log["items"][0]["object"], json!(format!("/api/v1/users/{person}/anonymise")));
    admin.post(&path, &forget).await.refused(409, "anonymised");
}

#[tokio::test]
async fn texts_stay_when_nobody_asks_for_them_to_go() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::Closed).await;
    let person = id_of(&desk, "requester").await;
    let admin = desk.sign_in("admin").await;
    let forget = json!({"reason": "Radicado 118."});
    admin.post(&format!("/users/{person}/anonymise"), &forget).await.expect_status(200);
    let ticket = desk.read("admin", &number).await;
    assert_eq!(ticket["subject"], "Sin red en el piso 3");
    assert_eq!(ticket["requester"]["display_name"], "Persona anonimizada 1");
}

#[tokio::test]
async fn the_name_of_whoever_was_in_charge_goes_from_the_history_too() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    desk.act("agent", &number, "assign", json!({"assignee": "agent2"})).await;
    desk.act("admin", &number, "assign", json!({"assignee": "agent"})).await;
    let person = id_of(&desk, "agent2").await;
    let admin = desk.sign_in("admin").await;
    let forget = json!({"reason": "Se retiró de la entidad."});
    admin.post(&format!("/users/{person}/anonymise"), &forget).await.expect_status(200);
    let history = json!(desk.events("admin", &number).await).to_string();
    assert!(!history.contains("Bibiana Ruiz") && history.contains("Persona anonimizada 1"), "{history}");
    assert!(history.contains("Alan Torres"), "and nobody else's");
}

#[tokio::test]
async fn nobody_is_forgotten_who_is_still_needed_or_of_another() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let forget = json!({"reason": "Lo pidió."});
    let anonymise =
        async |by: &Person, person: &str| by.post(&format!("/users/{person}/anonymise"), &forget).await;
    anonymise(&admin, &id_of(&desk, "admin").await).await.refused(409, "last_admin");
    anonymise(&admin, &id_of(&desk, "stranger").await).await.refused(404, "not_found");
    let number = desk.ticket_in(Status::InAnalysis).await;
    anonymise(&admin, &id_of(&desk, "agent").await).await.refused(409, "open_tickets");
    desk.read("agent", &number).await;
    // Of two projects: one of their administrators alone cannot.
    let both = id_of(&desk, "requester2").await;
    let grant = {
        let both = both.parse().expect("an id");
        move |connection: &mut DbConnection| {
            let other = mesa::projects::find(connection, &"OTR".into())?.expect("the other project").id;
            people::grant(connection, mesa::ids::UserId(both), other, Role::Requester)
        }
    };
    desk.app.db.write(grant).await.expect("a role");
    anonymise(&admin, &both).await.refused(403, "forbidden");
    let files = files_of(&admin.get(&format!("/users/{both}/data")).await);
    let memberships = read(&files, "perfil.json")["memberships"].clone();
    assert_eq!(memberships.as_array().map(Vec::len), Some(1), "of the other project nothing is told");
}
