//! The notice of privacy: written, read, accepted, and what waits until it is.

use super::{accept_present, files_of, newcomer, publish, read};
use chrono::TimeDelta;
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Desk, Person};

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
