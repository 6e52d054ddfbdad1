//! Every mutation leaves its row in the audit log, in its own transaction; a refusal leaves none.

mod entries;
mod search;
mod tampering;

use contract::auth::Role;
use contract::tickets::Status;
use diesel::prelude::*;
use mesa::audit::UNRECORDED;
use mesa::db::schema::audit_log;
use mesa::ids::{TicketId, UserId};
use mesa::outbound::settings::{MailConfig, MailWay};
use mesa::surveys::invitation_link;
use reqwest::Method;
use serde_json::json;
use std::collections::BTreeSet;
use tests::Desk;
use tests::contract::OPERATIONS;
use tests::given::diagnosis;
use tests::imap::{Draft, Mailbox};

/// They only count service time, and fill a template. This list may only shrink.
const NO_MUTATION: [&str; 3] = [
    "POST /api/v1/service-hours/due",
    "POST /api/v1/service-hours/elapsed",
    "POST /api/v1/templates/{kind}/{locale}/preview",
];

#[tokio::test]
async fn every_mutation_leaves_its_row() {
    let mailbox = Mailbox::start();
    let desk = Desk::with(|config| {
        config.mailboxes = mailbox.config("TIC");
        let from = "mesa@desk.example.org".parse().expect("an address");
        config.mail = Some(MailConfig { way: MailWay::Folder(config.data_dir.join("letters")), from });
    })
    .await;
    let solved = || json!({"solution": "Listo."});
    // Every action once at least, each on a case where it fits.
    for (status, who, action, body) in [
        (Status::Registered, "agent", "open", json!({})),
        (Status::InAttention, "agent", "accept", json!({})),
        (Status::InAttention, "agent", "reject", json!({"reason": "No."})),
        (Status::InAnalysis, "agent", "classify", json!({"impact": "low"})),
        (Status::InAnalysis, "agent", "escalate", json!({"reason": "Redes."})),
        (Status::InAnalysis, "agent", "assign", json!({"assignee": "agent2"})),
        (Status::InAnalysis, "agent", "diagnose", diagnosis()),
        (Status::InProgress, "agent", "work", json!({"description": "Hecho.", "minutes": 5})),
        (Status::InProgress, "agent", "verify", json!({"effective": true})),
        (Status::InProgress, "agent", "resolve", solved()),
        (Status::Resolved, "requester", "survey", json!({"satisfied": true})),
        (Status::Registered, "requester", "cancel", json!({})),
        (Status::Registered, "admin", "close", json!({"reason": "cancelled", "note": "Ya no."})),
        (Status::Registered, "agent", "confidential", json!({"confidential": true, "readers": ["agent"]})),
    ] {
        let number = desk.ticket_in(status).await;
        desk.act(who, &number, action, body).await;
    }
    let number = desk.ticket_in(Status::InAnalysis).await;
    desk.act("agent", &number, "pause", json!({"reason": "parts"})).await;
    desk.act("agent", &number, "resume", json!({})).await;
    desk.act("agent", &number, "merge", json!({"into": desk.ticket_in(Status::Registered).await})).await;
    let number = desk.ticket_in(Status::Registered).await;
    let agent = desk.sign_in("agent").await;
    agent.post("/tickets/bulk", &json!({"ids": [number], "action": "open"})).await.expect_status(200);
    agent.post(&format!("/tickets/{number}/comments"), &json!({"body": "Hola"})).await.expect_status(201);
    agent.attach(&number, "a.txt", b"texto").await.expect_status(201);
    agent.put(&format!("/tickets/{number}/watchers/me")).await.expect_status(204);
    agent.delete(&format!("/tickets/{number}/watchers/me")).await.expect_status(204);
    agent.patch("/me", 1, &json!({"area": "Mesa"})).await.expect_status(200);
    let admin = desk.sign_in("admin").await;
    let holiday = json!({"project": "TIC", "date": "2026-12-24", "name": "Día cívico"});
    admin.post("/holidays", &holiday).await.expect_status(201);
    admin.delete("/holidays/2026-12-24").await.expect_status(204);
    let agreement = json!({"project": "TIC", "key": "c", "name": "C", "valid_from": "2027-01-01", "targets": [{"attention_minutes": 60}]});
    admin.post("/agreements", &agreement).await.expect_status(201);
    told(&desk).await;
    mails(&desk, &mailbox).await;
    credentials(&desk).await;
    administer(&desk).await;
    let_in(&desk).await;
    tell_programs(&desk).await;
    let notice = json!({"entity": "Entidad", "contact": "datos@entidad.example"});
    admin.ask(reqwest::Method::PUT, "/privacy/notice").json(&notice).send().await.expect_status(200);
    agent.post("/me/privacy-acceptance", &json!({"version": 2})).await.expect_status(200);
    admin.post("/me/privacy-acceptance", &json!({"version": 2})).await.expect_status(200);
    admin.patch("/privacy/retention", 1, &json!({"attachments": 365})).await.expect_status(200);
    let gone =
        desk.sign_in("requester2").await.get("/me").await.ok(200)["id"].as_str().expect("an id").to_owned();
    let forget = json!({"reason": "Lo pidió."});
    admin.post(&format!("/users/{gone}/anonymise"), &forget).await.expect_status(200);

    let written: BTreeSet<String> = rows(&desk).await.into_iter().map(|row| row.operation).collect();
    let mutations: BTreeSet<String> = OPERATIONS
        .iter()
        .filter(|operation| operation.method != "GET" && !operation.path.starts_with("/api/v1/auth/"))
        .map(tests::contract::Operation::name)
        .filter(|name| !NO_MUTATION.contains(&name.as_str()))
        .filter(|name| !UNRECORDED.contains(&name.as_str()))
        .collect();
    let silent: Vec<_> = mutations.difference(&written).collect();
    assert!(
        silent.is_empty(),
        "a mutation without a row in the audit log, or without a line in this test: {silent:?}"
    );
}

/// What people do with what they were told.
async fn told(desk: &Desk) {
    let number = desk.ticket_in(Status::Resolved).await;
    desk.run_jobs().await;
    let requester = desk.sign_in("requester").await;
    requester.post("/me/notifications/read", &json!({})).await.expect_status(204);
    let wanted = json!({"kinds": {"opened": {"in_app": true, "by_mail": true}}});
    let ask = requester.ask(Method::PATCH, "/me/notification-preferences");
    ask.json(&wanted).send().await.expect_status(200);
    let admin = desk.sign_in("admin").await;
    let letter = admin.get("/mails").await.ok(200)["items"][0]["id"].as_str().expect("a letter").to_owned();
    admin.post(&format!("/mails/{letter}/resend"), &json!({})).await.expect_status(204);
    let template = "/templates/resolved/es";
    admin.post(&format!("{template}/test"), &json!({"project": "TIC"})).await.expect_status(200);
    let own = json!({"source": "Listo {{ ticket.number }}\n\nHola, {{ name }}."});
    let ask = admin.ask(Method::PUT, template).header("If-Match", "\"0\"");
    ask.json(&own).send().await.expect_status(200);
    let ask = admin.ask(Method::DELETE, template).header("If-Match", "\"1\"");
    ask.send().await.expect_status(204);
    let id = desk.read("requester", &number).await["id"].as_str().expect("an id").parse().expect("a UUID");
    let link = invitation_link(&desk.app.tokens, "", TicketId(id), 1, desk.clock.now()).expect("a link");
    desk.nobody().post(&link, &json!({"satisfied": true})).await.expect_status(200);
}

/// What agents decide of mails that wait.
async fn mails(desk: &Desk, mailbox: &Mailbox) {
    let agent = desk.sign_in("agent").await;
    for subject in ["Uno", "Otro"] {
        mailbox.put(&Draft::from("nadie@fuera.example", subject).written("No puedo entrar."));
    }
    desk.run_jobs().await;
    let page = agent.get("/inbound-mails?state=quarantined").await.ok(200);
    let id = |at: usize| page["items"][at]["id"].as_str().expect("a mail that waits").to_owned();
    let body = json!({"requester": "requester"});
    agent.post(&format!("/inbound-mails/{}/accept", id(0)), &body).await.expect_status(200);
    agent.post(&format!("/inbound-mails/{}/discard", id(1)), &json!({})).await.expect_status(200);
}

/// What people prove themselves by.
async fn credentials(desk: &Desk) {
    let admin = desk.sign_in("admin").await;
    let robot = desk.service_account("robot", Role::Agent).await;
    let key = json!({"name": "Monitoreo", "scopes": ["read"], "expires_at": "2027-01-01T00:00:00Z"});
    for path in ["/me/api-keys".to_owned(), format!("/users/{robot}/api-keys")] {
        let made = admin.post(&path, &key).await;
        let location = made.header("location").expect("its place").to_owned();
        made.expect_status(201);
        admin.delete(&location).await.expect_status(204);
    }
    desk.nobody().signed_in("supervisor").await;
    let person = desk.nobody().signed_in("supervisor").await;
    let mine = person.get("/me/sessions").await.ok(200);
    let other = mine["items"][1]["id"].as_str().expect("another session").to_owned();
    person.delete(&format!("/me/sessions/{other}")).await.expect_status(204);
    let password = json!({"current": mesa::demo::PASSWORD, "new": "cordillera-tinto-relampago"});
    person.ask(Method::PUT, "/me/password").json(&password).send().await.expect_status(204);
    for _ in 0..2 {
        person.post("/me/second-factor", &json!({})).await.expect_status(200);
    }
    let enrolled = person.post("/me/second-factor", &json!({})).await.ok(200);
    let code = json!({"code": desk.code_of(enrolled["otpauth_url"].as_str().expect("an address"))});
    person.post("/me/second-factor/confirm", &code).await.expect_status(200);
    let by_password = json!({"password": "cordillera-tinto-relampago"});
    person.ask(Method::DELETE, "/me/second-factor").json(&by_password).send().await.expect_status(204);
    let enrolled = person.post("/me/second-factor", &json!({})).await.ok(200);
    let code = json!({"code": desk.code_of(enrolled["otpauth_url"].as_str().expect("an address"))});
    person.post("/me/second-factor/confirm", &code).await.expect_status(200);
    admin.delete("/users/supervisor/second-factor").await.expect_status(204);
    for _ in 0..2 {
        desk.nobody().signed_in("requester2").await;
    }
    let theirs = admin.get("/users/requester2/sessions").await.ok(200);
    let one = theirs["items"][0]["id"].as_str().expect("a session").to_owned();
    admin.delete(&format!("/users/requester2/sessions/{one}")).await.expect_status(204);
    admin.delete("/users/requester2/sessions").await.expect_status(204);
    person.delete("/me/sessions").await.expect_status(204);
}

/// By which sources other programs tell something, and what they tell.
async fn let_in(desk: &Desk) {
    let admin = desk.sign_in("admin").await;
    let message = json!({"conversation": "c", "message_id": "1", "author": {"name": "Ana"}, "text": "Hola"});
    for (channel, told) in
        [("chat", message), ("monitoring", json!({"event_id": "1", "event_name": "Caída", "host": "srv"}))]
    {
        let body = json!({"project": "TIC", "channel": channel, "name": "Programa", "registrar": "agent"});
        let made = admin.post("/inbound-sources", &body).await.ok(201);
        let program = desk.nobody().with_token(made["secret"].as_str().expect("a secret"));
        assert!(program.post(&format!("/inbound/{channel}"), &told).await.status.is_success());
        let place = format!("/inbound-sources/{}", made["id"].as_str().expect("an id"));
        admin.patch(&place, 1, &json!({"active": false})).await.expect_status(200);
        admin.post(&format!("{place}/rotate"), &json!({})).await.expect_status(200);
        admin.delete(&place).await.expect_status(204);
    }
}

/// What only administrators do.
async fn administer(desk: &Desk) {
    let admin = desk.sign_in("admin").await;
    let edit = |method: &str, path: String, version: i64, body: serde_json::Value| {
        let ask = admin.ask(method.parse().expect("a method"), &path);
        ask.header("If-Match", &format!("\"{version}\"")).json(&body).send()
    };
    admin.post("/projects", &json!({"key": "GAF", "name": "Gestión"})).await.expect_status(201);
    edit("PATCH", "/projects/GAF".into(), 1, json!({"acceptance_hours": 24})).await.expect_status(200);
    admin
        .post("/providers", &json!({"project": "TIC", "key": "papel", "name": "Papel"}))
        .await
        .expect_status(201);
    edit("PATCH", "/providers/papel".into(), 1, json!({"active": false})).await.expect_status(200);
    let group = json!({"project": "TIC", "key": "n2-datos", "name": "Datos", "level": 2});
    admin.post("/groups", &group).await.expect_status(201);
    edit("PATCH", "/groups/n2-datos".into(), 1, json!({"name": "Bases de datos"})).await.expect_status(200);
    edit("PUT", "/groups/n2-datos/members".into(), 2, json!({"members": ["specialist"]}))
        .await
        .expect_status(200);
    let time =
        json!({"person": "specialist", "from": "2026-11-13T22:00:00Z", "until": "2026-11-14T22:00:00Z"});
    let made = admin.post("/groups/n2-datos/on-call", &time).await;
    let place = made.header("location").expect("its place").to_owned();
    made.expect_status(201);
    admin.delete(&place).await.expect_status(204);
    let question = json!({"key": "claridad", "text_es": "¿Fue clara?", "text_en": "Was it clear?"});
    admin.post("/projects/GAF/survey-questions", &question).await.expect_status(201);
    let path = "/projects/GAF/survey-questions/claridad";
    edit("PATCH", path.into(), 1, json!({"active": false})).await.expect_status(200);
    admin.delete(path).await.expect_status(204);
    let user = json!({"username": "nuevo", "display_name": "Nuevo", "memberships": [{"project": "TIC", "roles": ["requester"]}]});
    admin.post("/users", &user).await.expect_status(201);
    edit("PATCH", "/users/nuevo".into(), 1, json!({"area": "Archivo"})).await.expect_status(200);
    edit("PUT", "/users/nuevo/roles".into(), 2, json!({"project": "TIC", "roles": ["agent"]}))
        .await
        .expect_status(200);
    let stakeholder = json!({"project": "TIC", "area": "Archivo", "interest": "high", "influence": "low"});
    let made = admin.post("/stakeholders", &stakeholder).await.ok(201);
    let path = format!("/stakeholders/{}", made["id"].as_str().expect("an id"));
    edit("PATCH", path.clone(), 1, json!({"told_of": ["resolved"]})).await.expect_status(200);
    admin.delete(&path).await.expect_status(204);
    admin.post("/users/nuevo/password", &json!({"password": "una clave larga"})).await.expect_status(204);
    admin.post("/users/nuevo/impersonate", &json!({})).await.expect_status(200);
    admin.post("/users/nuevo/deactivate", &json!({})).await.expect_status(200);
    admin.post("/users/nuevo/activate", &json!({})).await.expect_status(200);
    let table = "username,display_name\notra,Otra persona\n";
    let import = admin.ask(reqwest::Method::POST, "/users/import").header("Content-Type", "text/csv");
    import.body(table).send().await.expect_status(200);
}

/// Which programs are told, and what they are sent.
async fn tell_programs(desk: &Desk) {
    let admin = desk.sign_in("admin").await;
    let webhook = json!({"project": "TIC", "description": "Tablero", "url": "https://hooks.example.org/secreto", "events": ["*"]});
    let made = admin.post("/webhooks", &webhook).await.ok(201);
    let path = format!("/webhooks/{}", made["id"].as_str().expect("an id"));
    admin.patch(&path, 1, &json!({"active": false})).await.expect_status(200);
    admin.post(&format!("{path}/rotate"), &json!({})).await.expect_status(200);
    let sent = admin.post(&format!("{path}/ping"), &json!({})).await.ok(200);
    let sent = sent["id"].as_str().expect("an id");
    admin.post(&format!("{path}/deliveries/{sent}/redeliver"), &json!({})).await.expect_status(200);
    admin.delete(&path).await.expect_status(204);
}

#[derive(Queryable)]
struct Row {
    actor: Option<UserId>,
    operation: String,
    object: String,
    address: Option<String>,
    request_id: String,
}

async fn rows(desk: &Desk) -> Vec<Row> {
    let load = |connection: &mut mesa::db::DbConnection| {
        use audit_log as t;
        let columns = (t::actor_id, t::operation, t::object, t::address, t::request_id);
        Ok(t::table.order(t::id).select(columns).load::<Row>(connection)?)
    };
    desk.app.db.read(load).await.expect("the log can be read")
}
