//! Personal data: the notice and its acceptance, the copy of what is kept of a person, making them
//! anonymous, and how long records are kept.

use chrono::TimeDelta;
use contract::auth::Role;
use contract::tickets::Status;
use diesel::prelude::*;
use mesa::db::DbConnection;
use mesa::db::schema::{attachments, sessions, ticket_events, tickets, users};
use mesa::people;
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use tests::given::incident;
use tests::mail::MailServer;
use tests::{Answer, Desk, Person, cast};

/// Somebody of `TIC` who comes for the first time.
async fn newcomer(desk: &Desk) -> Person {
    let now = desk.clock.now();
    desk.app.db.write(move |connection| cast::newcomer(connection, now)).await.expect("an account");
    desk.sign_in("nueva").await
}

async fn id_of(desk: &Desk, username: &str) -> String {
    desk.sign_in(username).await.get("/me").await.ok(200)["id"].as_str().expect("an id").to_owned()
}

/// Accepts the notice that is in force.
async fn accept_present(person: &Person) {
    let version = person.get("/privacy/notice").await.ok(200)["version"].clone();
    person.post("/me/privacy-acceptance", &json!({"version": version})).await.expect_status(200);
}

async fn publish(person: &Person, body: &Value) -> Answer {
    person.ask(Method::PUT, "/privacy/notice").json(body).send().await
}

#[tokio::test]
async fn everybody_reads_the_notice_and_an_administrator_writes_it() {
    let desk = Desk::start().await;
    let nobody = desk.nobody();
    let first = nobody.get("/privacy/notice").await.ok(200);
    assert_eq!((&first["version"], &first["published_at"]), (&json!(1), &Value::Null));
    assert!(first["text"].as_str().expect("a text").contains("Superintendencia de Industria y Comercio"));
    let english = nobody.clone().reading("en").get("/privacy/notice").await.ok(200);
    assert!(english["text"].as_str().expect("a text").contains("Privacy notice"));

    let admin = desk.sign_in("admin").await;
    let entity = json!({"entity": "IDIGER", "contact": "datos@idiger.example"});
    let second = publish(&admin, &entity).await;
    assert_eq!(second.header("etag"), Some("\"2\""));
    let second = second.ok(200);
    let text = second["text"].as_str().expect("a text");
    assert!(text.contains("**IDIGER** es responsable") && text.contains("datos@idiger.example"), "{text}");
    assert_eq!(second["published_at"], "2026-11-11T14:00:00Z");
    // The texts stay; what is written in their place is read by everybody.
    assert_eq!(second["texts"], first["texts"]);
    accept_present(&admin).await;
    let own = json!({"entity": "IDIGER", "contact": "aquí", "texts": {"es": "De {entidad}: {contacto}.", "en": "By {entidad}."}});
    let ask = admin.ask(Method::PUT, "/privacy/notice").header("If-Match", "\"1\"").json(&own);
    ask.send().await.refused(412, "stale");
    publish(&admin, &own).await.expect_status(200);
    accept_present(&admin).await;
    assert_eq!(nobody.get("/privacy/notice").await.ok(200)["text"], "De IDIGER: aquí.");
    assert_eq!(nobody.clone().reading("en").get("/privacy/notice").await.ok(200)["text"], "By IDIGER.");
    let blank = json!({"entity": " ", "contact": "x", "texts": {"es": "", "en": "x"}});
    assert_eq!(
        publish(&admin, &blank).await.faults(),
        ["entity: blank", "texts.es: blank", "texts.es: length"]
    );
    let versions = admin.get("/privacy/notices").await.ok(200)["items"].clone();
    let told = |index: usize| {
        let version = &versions[index];
        let by = version["published_by"]["display_name"].clone();
        (version["version"].clone(), version["contact"].clone(), by, version["acceptances"].clone())
    };
    assert_eq!(told(0), (json!(3), json!("aquí"), json!("Adriana Castro"), json!(1)));
    assert_eq!(told(1).1, "datos@idiger.example");
    assert_eq!((told(2).0, told(2).2, told(2).3), (json!(1), Value::Null, json!(13)));
    let log = admin.get("/audit?operation=PUT /api/v1/privacy/notice").await.ok(200);
    assert_eq!(log["items"][0]["changes"]["after"]["contact"], "aquí");
}

#[tokio::test]
async fn whoever_comes_for_the_first_time_is_asked_and_asked_again_when_it_changes() {
    let desk = Desk::start().await;
    let known = desk.sign_in("requester").await;
    let state = async |person: &Person| person.get("/me").await.ok(200)["privacy"].clone();
    assert_eq!(state(&known).await, json!({"current_version": 1, "accepted_version": 1}));
    let person = newcomer(&desk).await;
    assert_eq!(state(&person).await, json!({"current_version": 1, "accepted_version": null}));
    let accept = |version: i32| json!({"version": version});
    let answer = person.post("/me/privacy-acceptance", &accept(2)).await;
    assert_eq!(answer.faults(), ["version: not_in_force"]);
    let me = person.post("/me/privacy-acceptance", &accept(1)).await.ok(200);
    assert_eq!(me["privacy"]["accepted_version"], 1);
    // Twice is once: the first instant counts.
    desk.clock.advance(TimeDelta::minutes(5));
    person.post("/me/privacy-acceptance", &accept(1)).await.expect_status(200);
    let kept = files_of(&person.get("/me/data").await);
    let expected = json!([{"version": 1, "accepted_at": "2026-11-11T14:00:00Z", "address": "127.0.0.1"}]);
    assert_eq!(read(&kept, "aceptaciones.json"), expected);

    let body = json!({"entity": "IDIGER", "contact": "datos@idiger.example"});
    publish(&desk.sign_in("admin").await, &body).await.expect_status(200);
    assert_eq!(state(&person).await, json!({"current_version": 2, "accepted_version": 1}));
    assert_eq!(person.post("/me/privacy-acceptance", &accept(1)).await.faults(), ["version: not_in_force"]);
    person.post("/me/privacy-acceptance", &accept(2)).await.expect_status(200);
    assert_eq!(state(&person).await, json!({"current_version": 2, "accepted_version": 2}));
}

#[tokio::test]
async fn whoever_has_not_accepted_it_gets_no_further_and_programs_are_not_asked() {
    let desk = Desk::start().await;
    let person = newcomer(&desk).await;
    assert_eq!(person.get("/me").await.ok(200)["duties"], json!(["accept_notice"]));
    let refused = person.get("/tickets").await.refused(403, "privacy_notice_required");
    assert_eq!(refused["title"], "Primero lea y acepte el aviso de privacidad");
    let english = person.clone().reading("en").get("/projects").await;
    let english = english.refused(403, "privacy_notice_required");
    assert_eq!(english["title"], "First read and accept the privacy notice");
    person.post("/tickets", &tests::given::incident(json!({}))).await.refused(403, "privacy_notice_required");
    person.patch("/me", 1, &json!({"area": "Archivo"})).await.refused(403, "privacy_notice_required");
    // What it takes to read and accept it, and to leave, is theirs.
    person.get("/privacy/notice").await.expect_status(200);
    person.get("/me/sessions").await.expect_status(200);
    accept_present(&person).await;
    assert_eq!(person.get("/me").await.ok(200)["duties"], json!([]));
    person.get("/tickets").await.expect_status(200);

    // A new version holds everybody up, but no program, and nobody in another's place.
    let agent = desk.sign_in("agent").await;
    let wanted =
        json!({"name": "Informe", "scopes": ["read", "write"], "expires_at": "2027-01-01T00:00:00Z"});
    let key = agent.post("/me/api-keys", &wanted).await.ok(201);
    let program = desk.nobody().with_token(key["key"].as_str().expect("a key"));
    let admin = desk.sign_in("admin").await;
    publish(&admin, &json!({"entity": "IDIGER", "contact": "aquí"})).await.expect_status(200);
    agent.get("/tickets").await.refused(403, "privacy_notice_required");
    program.get("/tickets").await.expect_status(200);
    program.post("/me/privacy-acceptance", &json!({"version": 2})).await.refused(403, "insufficient_scope");
    admin.get("/users?scope=desk").await.refused(403, "privacy_notice_required");
    accept_present(&admin).await;
    let taken = admin.post("/users/agent/impersonate", &json!({})).await.ok(200);
    let acting = desk.nobody().with_token(taken["access_token"].as_str().expect("a token"));
    assert_eq!(acting.get("/me").await.ok(200)["duties"], json!([]));
    acting.get("/tickets").await.expect_status(200);
    acting.post("/me/privacy-acceptance", &json!({"version": 2})).await.refused(403, "only_in_person");
    agent.get("/tickets").await.refused(403, "privacy_notice_required");
    accept_present(&agent).await;
    agent.get("/tickets").await.expect_status(200);
}

#[tokio::test]
async fn a_person_takes_away_what_is_kept_of_them_and_no_more() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    let strangers = desk.register("requester2", json!({"subject": "De otra persona"})).await;
    let agent = desk.sign_in("agent").await;
    let path = format!("/tickets/{number}/comments");
    agent
        .post(&path, &json!({"body": "Ojo con esta persona.", "visibility": "internal"}))
        .await
        .expect_status(201);
    agent.post(&path, &json!({"body": "Ya vamos."})).await.expect_status(201);
    let me = desk.sign_in("requester").await;
    me.attach(&number, "foto.txt", b"luces apagadas").await.expect_status(201);
    desk.act("agent", &number, "diagnose", tests::given::diagnosis()).await;
    desk.act("agent", &number, "resolve", json!({"solution": "Listo."})).await;
    let word = json!({"satisfied": true, "score": 5, "comment": "Gracias."});
    desk.act("requester", &number, "survey", word).await;

    let answer = me.get("/me/data").await;
    answer.expect_status(200);
    assert_eq!(answer.header("content-type"), Some("application/zip"));
    let files = files_of(&answer);
    assert!(text(&files, "LEEME.txt").contains("Ley 1581"));
    let profile = read(&files, "perfil.json");
    assert_eq!(
        (&profile["username"], &profile["email"]),
        (&json!("requester"), &json!("requester@example.org"))
    );
    let cases = read(&files, "casos.json");
    assert_eq!(cases.as_array().map(Vec::len), Some(1));
    assert_eq!(cases[0]["ticket"]["number"], json!(number));
    let whole = text(&files, "casos.json");
    assert!(whole.contains("Ya vamos.") && !whole.contains("Ojo con esta persona."), "{whole}");
    assert!(!files.values().any(|bytes| String::from_utf8_lossy(bytes).contains(&strangers)));
    assert_eq!(read(&files, "encuestas.json")[0]["comment"], "Gracias.");
    assert_eq!(read(&files, "sesiones.json").as_array().map(Vec::len), Some(1));
    let acts = text(&files, "actos.json");
    assert!(acts.contains("POST /api/v1/tickets/{ticket}/survey") && acts.contains("personal_data_export"));
    let (name, bytes) =
        files.iter().find(|(name, _)| name.starts_with(&format!("archivos/{number}/"))).expect("its file");
    assert!(name.ends_with("-foto.txt"), "{name}");
    assert_eq!(bytes, b"luces apagadas");
    // Of the archive nothing stays.
    let left = std::fs::read_dir(desk.folder().join("exports")).expect("the folder").count();
    assert_eq!(left, 0);
}

#[tokio::test]
async fn an_administrator_takes_it_away_for_them_which_is_on_record() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::Registered).await;
    let person = id_of(&desk, "requester").await;
    let path = format!("/users/{person}/data");
    let admin = desk.sign_in("admin").await;
    let files = files_of(&admin.get(&path).await);
    assert_eq!(read(&files, "casos.json")[0]["ticket"]["number"], json!(number));
    let log = admin.get("/audit?operation=personal_data_export").await.ok(200);
    assert_eq!(log["items"][0]["object"], json!(format!("/api/v1/users/{person}")));
    assert_eq!(log["items"][0]["actor"]["display_name"], "Adriana Castro");
    desk.sign_in("stranger_admin").await.get(&path).await.refused(404, "not_found");
    admin.get("/users/019a8f2e-7c1b-7e60-9f44-0b7f5d9f2a11/data").await.refused(404, "not_found");
    admin.get("/users/requester/data").await.refused(404, "not_found");
}

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

#[tokio::test]
async fn records_are_kept_for_ever_until_somebody_says_for_how_long() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::Closed).await;
    let admin = desk.sign_in("admin").await;
    let kept = admin.get("/privacy/retention").await.ok(200);
    let periods = kept["periods"].as_array().expect("a list").clone();
    let days = |kind: &str| {
        let period = periods.iter().find(|period| period["kind"] == kind).expect("it is listed");
        (period["days"].clone(), period["fixed"].clone())
    };
    assert_eq!(days("closed_tickets"), (json!(0), json!(false)));
    assert_eq!(days("attachments"), (json!(0), json!(false)));
    assert_eq!(days("notices"), (json!(90), json!(true)));
    assert_eq!(days("audit"), (json!(0), json!(true)));
    desk.later(TimeDelta::days(4_000)).await;
    assert_eq!(desk.read("admin", &number).await["subject"], "Sin red en el piso 3");
    assert_eq!(admin.get("/privacy/retention/reports").await.ok(200)["items"], json!([]));

    let patch = async |version: i64, body: Value| admin.patch("/privacy/retention", version, &body).await;
    assert_eq!(patch(1, json!({"closed_tickets": 7})).await.faults(), ["closed_tickets: period"]);
    assert_eq!(patch(1, json!({"audit": 30})).await.faults(), ["audit: unknown_field"]);
    admin
        .ask(Method::PATCH, "/privacy/retention")
        .json(&json!({}))
        .send()
        .await
        .refused(428, "precondition_required");
    patch(2, json!({"closed_tickets": 365})).await.refused(412, "stale");
    let changed = patch(1, json!({"closed_tickets": 365})).await;
    assert_eq!(changed.header("etag"), Some("\"2\""));
    let log = admin.get("/audit?operation=PATCH /api/v1/privacy/retention").await.ok(200);
    assert_eq!(
        (&log["items"][0]["project"]["key"], &log["items"][0]["changes"]["before"]["periods"][0]["days"]),
        (&json!("TIC"), &json!(0))
    );
}

#[tokio::test]
async fn a_night_makes_old_cases_anonymous_and_reports_it() {
    let desk = Desk::start().await;
    let old = desk.ticket_in(Status::Closed).await;
    let open = desk.ticket_in(Status::InAnalysis).await;
    desk.sign_in("requester").await.attach(&open, "a.txt", b"texto").await.expect_status(201);
    desk.clock.advance(TimeDelta::days(300));
    let young = desk.ticket_in(Status::Closed).await;
    desk.clock.advance(TimeDelta::days(100));
    let admin = desk.sign_in("admin").await;
    // What the clocks have been waiting to tell is told before anything is compared.
    desk.run_jobs().await;
    let summary = "/reports/summary?from=2026-11-01&to=2026-11-30";
    let before = figures(&admin.get(summary).await.ok(200));
    let events = desk.events("admin", &old).await.len();
    admin
        .patch("/privacy/retention", 1, &json!({"closed_tickets": 365, "attachments": 365}))
        .await
        .expect_status(200);
    desk.run_jobs().await;

    let ticket = desk.read("admin", &old).await;
    let mark = "[Texto retirado para proteger datos personales]";
    assert_eq!((&ticket["subject"], &ticket["description"]), (&json!(mark), &json!(mark)));
    assert_eq!(ticket["requester"]["display_name"], "Persona anonimizada");
    assert_eq!(ticket["registered_by"]["display_name"], "Persona anonimizada");
    assert_eq!(ticket["solution"], "Se cambió el switch.", "the solution is about the fix");
    let history = json!(desk.events("admin", &old).await);
    assert_eq!(history.as_array().map(Vec::len), Some(events));
    assert!(!history.to_string().contains("Ana Rojas"), "{history}");
    assert!(history.to_string().contains("Alan Torres"), "who worked on it did so in their function");
    for kept in [&young, &open] {
        let kept = desk.read("admin", kept).await;
        assert_eq!(
            (&kept["subject"], &kept["requester"]["display_name"]),
            (&json!("Sin red en el piso 3"), &json!("Ana Rojas"))
        );
    }
    assert_eq!(stored_files(&desk), 1, "an open case keeps its files");
    let own = desk.sign_in("requester").await.get("/tickets?requester=me&count=true").await.ok(200);
    assert_eq!(own["total"], 2, "nobody's any more");
    assert_eq!(figures(&admin.get(summary).await.ok(200)), before, "what is measured stays");
    let (_, differed) =
        mesa::tickets::rebuild(&desk.app.db, desk.clock.now()).await.expect("the history can be read");
    assert_eq!(differed, 0);

    let reports = admin.get("/privacy/retention/reports").await.ok(200);
    let report = &reports["items"][0];
    assert_eq!(
        (&report["tickets"], &report["more"], &report["project"]["key"]),
        (&json!(1), &json!(false), &json!("TIC"))
    );
    assert!(report["events"].as_i64().is_some_and(|events| events > 0), "{report}");
    desk.run_jobs().await;
    let again = admin.get("/privacy/retention/reports?limit=1").await.ok(200);
    assert_eq!(
        (&again["items"][0]["id"], &again["next_cursor"]),
        (&report["id"], &Value::Null),
        "a night without work is no news"
    );
    // Later the young one's time is over too, and its report comes first.
    desk.later(TimeDelta::days(300)).await;
    let both = admin.get("/privacy/retention/reports?limit=1").await.ok(200);
    assert!(both["items"][0]["id"] != report["id"]);
    let cursor = both["next_cursor"].as_str().expect("there is more");
    let next = admin.get(&format!("/privacy/retention/reports?limit=1&cursor={cursor}")).await.ok(200);
    assert_eq!(next["items"][0]["id"], report["id"]);
    assert_eq!(admin.get("/audit/verify").await.ok(200)["intact"], true, "the audit log is whole");
}

#[tokio::test]
async fn files_go_before_their_cases_when_their_time_is_shorter() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    let file = desk.sign_in("requester").await.attach(&number, "a.txt", b"texto").await.ok(201);
    desk.act("admin", &number, "close", json!({"reason": "cancelled", "note": "Ya no."})).await;
    let admin = desk.sign_in("admin").await;
    admin.patch("/privacy/retention", 1, &json!({"attachments": 30})).await.expect_status(200);
    desk.later(TimeDelta::days(30)).await;
    assert_eq!(stored_files(&desk), 1);
    desk.later(TimeDelta::seconds(1)).await;
    assert_eq!(stored_files(&desk), 0);
    let path = format!("/tickets/{number}/attachments/{}", file["id"].as_str().expect("an id"));
    admin.get(&path).await.refused(404, "not_found");
    assert_eq!(desk.read("admin", &number).await["subject"], "Sin red en el piso 3");
    assert_eq!(admin.get("/privacy/retention/reports").await.ok(200)["items"][0]["files"], 1);
}

#[tokio::test]
async fn the_history_takes_no_other_change() {
    let desk = Desk::start().await;
    desk.ticket_in(Status::InAnalysis).await;
    for (statement, passes) in [
        ("UPDATE ticket_events SET note = 'otra cosa'", false),
        ("UPDATE ticket_events SET note = NULL, redacted_at = at", true),
        ("UPDATE ticket_events SET quoted = 'otra cosa'", false),
        ("UPDATE ticket_events SET quoted = NULL, redacted_at = at", true),
        ("UPDATE ticket_events SET action = 'close', redacted_at = at", false),
        ("UPDATE ticket_events SET visibility = 'internal', redacted_at = at", false),
        ("UPDATE ticket_events SET activity = NULL, redacted_at = at", false),
        ("DELETE FROM ticket_events", false),
    ] {
        let run = move |connection: &mut DbConnection| {
            diesel::sql_query(statement).execute(connection)?;
            Ok(())
        };
        assert_eq!(desk.app.db.write(run).await.is_ok(), passes, "{statement}");
    }
}

/// The files of an archive by name.
fn files_of(answer: &Answer) -> BTreeMap<String, Vec<u8>> {
    answer.expect_status(200);
    let mut archive = zip::ZipArchive::new(Cursor::new(&answer.bytes)).expect("an archive");
    (0..archive.len())
        .map(|at| {
            let mut file = archive.by_index(at).expect("a file");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("its bytes");
            (file.name().expect("UTF-8").into_owned(), bytes)
        })
        .collect()
}

fn text(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    String::from_utf8(files.get(name).unwrap_or_else(|| panic!("no {name}: {:?}", files.keys())).clone())
        .expect("UTF-8")
}

fn read(files: &BTreeMap<String, Vec<u8>>, name: &str) -> Value {
    serde_json::from_str(&text(files, name)).expect("JSON")
}

/// How many files the file store has.
fn stored_files(desk: &Desk) -> usize {
    let Ok(folders) = std::fs::read_dir(desk.folder().join("attachments")) else { return 0 };
    folders.map(|folder| std::fs::read_dir(folder.expect("readable").path()).expect("readable").count()).sum()
}

/// A report without the instant it was made at.
fn figures(report: &Value) -> Value {
    let mut report = report.clone();
    report["period"]["taken_at"] = Value::Null;
    report
}

/// Everything that somebody may be at, and others on their behalf, at the instant at which they are forgotten.
#[tokio::test]
async fn whoever_is_forgotten_in_the_middle_of_it_all_leaves_no_name_behind() {
    let server = MailServer::start().await;
    let mail = server.config();
    let desk = Desk::with(|config| config.mail = Some(mail)).await;
    let (admin, agent) = (desk.sign_in("admin").await, desk.sign_in("agent").await);
    for round in 0..5 {
        let (username, name) = (format!("zulma{round}"), format!("Zulma Quimbayo {round}"));
        let id = settler(&desk, &username, &name).await;
        let person = desk.nobody().signed_in(&username).await;
        let number = person.post("/tickets", &incident(json!({}))).await.ok(201)["number"].clone();
        let number = number.as_str().expect("a number").to_owned();
        desk.act("admin", &number, "close", json!({"reason": "cancelled", "note": "Ya no."})).await;
        desk.run_jobs().await;

        let forget = json!({"reason": "Radicado 118.", "redact_texts": true});
        let path = format!("/users/{id}/anonymise");
        let login = json!({"username": username, "password": mesa::demo::PASSWORD});
        let said = json!({"body": "Algo más."});
        let comments = format!("/tickets/{number}/comments");
        let own = person.ask(Method::POST, "/tickets").header("Idempotency-Key", "own");
        let others = agent.ask(Method::POST, "/tickets").header("Idempotency-Key", &username);
        let behalf = incident(json!({"requester": username}));
        let nobody = desk.nobody();
        let (forgotten, registered, on_behalf, commented, answered, attached, one, other, jobs) = tokio::join!(
            admin.post(&path, &forget),
            own.json(&incident(json!({}))).send(),
            others.json(&behalf).send(),
            person.post(&comments, &said),
            agent.post(&comments, &said),
            person.attach(&number, "cedula.txt", b"52000000"),
            nobody.post("/auth/login", &login),
            nobody.post("/auth/login", &login),
            mesa::jobs::run_all(&desk.app),
        );
        jobs.expect("jobs run");
        for answer in [&registered, &on_behalf, &commented, &answered, &attached, &one, &other] {
            assert!(!answer.status.is_server_error(), "{} answered {}", answer.asked, answer.text());
        }
        if forgotten.status == 409 {
            // A case of theirs was faster: it is closed, and they ask again, at it as before.
            assert_eq!(forgotten.body["code"], "open_tickets");
            close_all_of(&desk, &id).await;
            let (again, commented, signed_in, jobs) = tokio::join!(
                admin.post(&path, &forget),
                agent.post(&comments, &said),
                nobody.post("/auth/login", &login),
                mesa::jobs::run_all(&desk.app),
            );
            again.expect_status(200);
            jobs.expect("jobs run");
            assert!(!commented.status.is_server_error() && !signed_in.status.is_server_error());
        } else {
            forgotten.expect_status(200);
        }
        person.get("/me").await.refused(401, "unauthenticated");
        nobody.post("/auth/login", &login).await.refused(401, "invalid_credentials");
        desk.run_jobs().await;
        let wanted = vec![name, format!("{username}@example.org")];
        let left = desk.app.db.read(move |connection| whatever_says(connection, &wanted)).await;
        assert_eq!(left.expect("it can be sought"), Vec::<String>::new(), "round {round}");
        // Each case is whole: as many first entries as cases, and a history that says what they are.
        let (_, differed) = mesa::tickets::rebuild(&desk.app.db, desk.clock.now()).await.expect("readable");
        assert_eq!(differed, 0);
    }
    let halves = desk.app.db.read(|connection| {
        let all: i64 = tickets::table.count().get_result(connection)?;
        let first = ticket_events::table.filter(ticket_events::action.eq("register"));
        let begun: i64 = first.count().get_result(connection)?;
        let kept: i64 = attachments::table.count().get_result(connection)?;
        let theirs = users::table.filter(users::username.like("persona-anonimizada-%")).select(users::id);
        let live = sessions::table.filter(sessions::user_id.eq_any(theirs)).count();
        let signed_in: i64 = live.get_result(connection)?;
        Ok((all - begun, kept, signed_in))
    });
    let (missing, kept, signed_in) = halves.await.expect("they can be counted");
    assert_eq!((missing, signed_in), (0, 0));
    assert_eq!(usize::try_from(kept).expect("few"), stored_files(&desk), "each file has its row");
    assert_eq!(admin.get("/audit/verify").await.ok(200)["intact"], true);
}

/// Makes an account of `TIC` whose person has been here before; its id.
async fn settler(desk: &Desk, username: &str, name: &str) -> String {
    let (username, name, now) = (username.to_owned(), name.to_owned(), desk.clock.now());
    let make = move |connection: &mut DbConnection| {
        let project = mesa::projects::find(connection, &"TIC".into())?.expect("it is there").id;
        let hash = users::table.filter(users::username.eq("requester")).select(users::password_hash);
        let hash: Option<String> = hash.first(connection)?;
        let email = format!("{username}@example.org");
        let new = people::NewPerson {
            username: &username,
            display_name: &name,
            email: Some(&email),
            phone: None,
            area: None,
            locale: contract::auth::Locale::Es,
            password_hash: hash.as_deref(),
            provider: None,
        };
        let id = people::create_person(connection, &new, now)?;
        people::grant(connection, id, project, Role::Requester)?;
        mesa::privacy::accept(connection, id, contract::privacy::FIRST_NOTICE, now, None)?;
        Ok(id.0.to_string())
    };
    desk.app.db.write(make).await.expect("an account")
}

/// Closes what is open of somebody's.
async fn close_all_of(desk: &Desk, person: &str) {
    let admin = desk.sign_in("admin").await;
    let open = admin.get(&format!("/tickets?requester={person}&open=true")).await.ok(200);
    for ticket in open["items"].as_array().expect("a list") {
        let number = ticket["number"].as_str().expect("a number");
        desk.act("admin", number, "close", json!({"reason": "cancelled", "note": "Ya no."})).await;
    }
}

#[derive(QueryableByName)]
struct Named {
    #[diesel(sql_type = diesel::sql_types::Text)]
    name: String,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    count: i64,
}

/// The tables, all of them, in which any column of any row has one of these words.
fn whatever_says(connection: &mut DbConnection, wanted: &[String]) -> mesa::error::Result<Vec<String>> {
    let names = |connection: &mut DbConnection, query: String| -> mesa::error::Result<Vec<String>> {
        let rows: Vec<Named> = diesel::sql_query(query).load(connection)?;
        Ok(rows.into_iter().map(|row| row.name).collect())
    };
    let postgres = matches!(connection, DbConnection::Pg(_));
    let all = if postgres {
        "SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
    } else {
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    };
    let tables = names(connection, all.to_owned())?;
    assert!(tables.len() > 30, "the search looks at few tables: {tables:?}");
    let mut found = Vec::new();
    for table in tables {
        let row = if postgres {
            format!("CAST({table} AS text)")
        } else {
            let columns = names(connection, format!("SELECT name FROM pragma_table_info('{table}')"))?;
            let texts = columns.iter().map(|column| format!("coalesce(CAST(\"{column}\" AS TEXT), '')"));
            texts.collect::<Vec<_>>().join(" || ' ' || ")
        };
        for words in wanted {
            let query = format!("SELECT count(*) AS count FROM {table} WHERE {row} LIKE '%{words}%'");
            let counted: Vec<Count> = diesel::sql_query(query).load(connection)?;
            if counted.first().is_some_and(|counted| counted.count > 0) {
                found.push(format!("{table}: {words}"));
            }
        }
    }
    Ok(found)
}
