//! API keys: programs come by them, no further than they are good for.

use chrono::TimeDelta;
use contract::auth::Role;
use contract::reference::Reference;
use diesel::prelude::*;
use mesa::db::schema::{api_keys, audit_log, idempotency_keys, users};
use mesa::ids::{ApiKeyId, UserId};
use mesa::{people, projects};
use reqwest::Method;
use serde_json::{Value, json};
use tests::given::incident;
use tests::{Answer, Desk, Person};

#[tokio::test]
async fn a_key_is_shown_once_and_opens_the_api() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    let made = make(&agent, json!({})).await;
    assert!(made["key"].as_str().is_some_and(|key| key.starts_with("mesa_pat_") && key.len() == 52));
    assert_eq!((&made["scopes"], &made["projects"]), (&json!(["read", "write"]), &Value::Null));
    let listed = agent.get("/me/api-keys").await.ok(200);
    assert_eq!(listed["items"].as_array().map(Vec::len), Some(1));
    assert_eq!(listed["items"][0]["id"], made["id"]);
    assert!(listed["items"][0].get("key").is_none() && !listed.to_string().contains("mesa_pat_"));
    let program = by(&desk, &made);
    assert_eq!(program.get("/me").await.ok(200)["username"], "agent");
    program.post("/tickets", &incident(json!({}))).await.expect_status(201);
    // The audit log says which key it was, and neither it nor the table holds the key.
    let told: Vec<(String, Option<ApiKeyId>, Option<String>)> = desk
        .app
        .db
        .read(|connection| {
            let columns = (audit_log::operation, audit_log::api_key_id, audit_log::changes);
            Ok(audit_log::table.order(audit_log::id).select(columns).load(connection)?)
        })
        .await
        .expect("the log can be read");
    let of = |operation: &str| told.iter().find(|row| row.0 == operation).expect("its row");
    assert_eq!(of("POST /api/v1/tickets").1.map(|id| json!(id.0)), Some(made["id"].clone()));
    let (_, by_key, changes) = of("POST /api/v1/me/api-keys");
    assert!(by_key.is_none() && changes.as_ref().is_some_and(|changes| changes.contains("Monitoreo")));
    assert!(!changes.as_ref().is_some_and(|changes| changes.contains("mesa_pat_")));
    let hash: Vec<u8> = desk
        .app
        .db
        .read(|connection| Ok(api_keys::table.select(api_keys::token_hash).first(connection)?))
        .await
        .expect("the table can be read");
    assert_eq!(hash.len(), 32, "a hash, and not the key");
}

#[tokio::test]
async fn a_key_that_reads_does_not_write_nor_the_other_way_round() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    let reader = by(&desk, &make(&agent, json!({"scopes": ["read"]})).await);
    reader.get("/tickets").await.expect_status(200);
    let refused = reader.post("/tickets", &incident(json!({}))).await;
    assert_eq!(refused.header("www-authenticate"), Some("Bearer error=\"insufficient_scope\""));
    refused.refused(403, "insufficient_scope");
    let writer = by(&desk, &make(&agent, json!({"scopes": ["write", "write"]})).await);
    writer.get("/tickets").await.refused(403, "insufficient_scope");
    writer.post("/tickets", &incident(json!({}))).await.expect_status(201);
    // And no further than its owner.
    let requester = by(&desk, &make(&desk.sign_in("requester").await, json!({})).await);
    requester.get("/audit").await.refused(403, "forbidden");
}

#[tokio::test]
async fn a_fenced_key_reaches_its_projects_only() {
    let desk = Desk::start().await;
    desk.app
        .db
        .write(|connection| {
            let other = projects::find(connection, &Reference::from("OTR"))?.expect("it is there").id;
            let requester = users::table.filter(users::username.eq("requester"));
            let id: UserId = requester.select(users::id).first(connection)?;
            people::grant(connection, id, other, Role::Requester)
        })
        .await
        .expect("a role of another project");
    let person = desk.sign_in("requester").await;
    let there = person.post("/tickets", &incident(json!({"project": "OTR"}))).await.ok(201);
    person.post("/tickets", &incident(json!({"project": "TIC"}))).await.expect_status(201);
    let number = there["number"].as_str().expect("a number");
    let made = make(&person, json!({"projects": ["TIC", "TIC"]})).await;
    assert_eq!(made["projects"][0]["key"], "TIC");
    assert_eq!(made["projects"].as_array().map(Vec::len), Some(1));
    let fenced = by(&desk, &made);
    for list in ["/tickets?count=true", "/tickets?requester=me&count=true"] {
        let found = fenced.get(list).await.ok(200);
        assert_eq!(
            (&found["total"], found["items"].as_array().map(Vec::len)),
            (&json!(1), Some(1)),
            "{list}"
        );
    }
    fenced.get("/me/data").await.refused(403, "insufficient_scope");
    fenced.get(&format!("/tickets/{number}")).await.refused(404, "not_found");
    assert_eq!(
        fenced.post("/tickets", &incident(json!({"project": "OTR"}))).await.faults(),
        ["project: unknown_reference"]
    );
    assert_eq!(fenced.get("/projects").await.ok(200)["items"].as_array().map(Vec::len), Some(1));
    by(&desk, &make(&person, json!({})).await).get(&format!("/tickets/{number}")).await.expect_status(200);
}

#[tokio::test]
async fn a_key_ends_by_time_by_its_owner_and_with_its_owner() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    let short = make(&agent, json!({"expires_at": "2026-11-11T15:00:00Z"})).await;
    let long = make(&agent, json!({})).await;
    desk.clock.advance(TimeDelta::minutes(59));
    by(&desk, &short).get("/me").await.expect_status(200);
    desk.clock.advance(TimeDelta::minutes(1));
    by(&desk, &short).get("/me").await.refused(401, "unauthenticated");
    let path = format!("/me/api-keys/{}", made_id(&long));
    desk.sign_in("agent2").await.delete(&path).await.refused(404, "not_found");
    by(&desk, &long).get("/me").await.expect_status(200);
    agent.delete(&path).await.expect_status(204);
    by(&desk, &long).get("/me").await.refused(401, "unauthenticated");
    agent.delete(&path).await.refused(404, "not_found");
    let orphan = make(&agent, json!({})).await;
    desk.app
        .db
        .write(|connection| {
            let agent = users::table.filter(users::username.eq("agent"));
            diesel::update(agent).set(users::active.eq(false)).execute(connection)?;
            Ok(())
        })
        .await
        .expect("a change behind the API's back");
    by(&desk, &orphan).get("/me").await.refused(401, "unauthenticated");
    desk.nobody().with_token("mesa_pat_made-up").get("/me").await.refused(401, "unauthenticated");
}

#[tokio::test]
async fn its_last_use_is_told_to_the_minute() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    let program = by(&desk, &make(&agent, json!({})).await);
    let told = async || agent.get("/me/api-keys").await.ok(200)["items"][0]["last_used_at"].clone();
    assert_eq!(told().await, Value::Null);
    for (seconds, last_used_at) in
        [(0, "2026-11-11T14:00:00Z"), (59, "2026-11-11T14:00:00Z"), (1, "2026-11-11T14:01:00Z")]
    {
        desk.clock.advance(TimeDelta::seconds(seconds));
        program.get("/me").await.expect_status(200);
        assert_eq!(told().await, last_used_at);
    }
}

#[tokio::test]
async fn what_people_prove_themselves_by_is_not_for_keys_to_change() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let robot = desk.service_account("robot", Role::Agent).await;
    let program = by(&desk, &make(&admin, json!({})).await);
    for (method, path) in [
        (Method::GET, "/me/sessions".to_owned()),
        (Method::DELETE, "/me/sessions".to_owned()),
        (Method::GET, "/me/api-keys".to_owned()),
        (Method::POST, "/me/api-keys".to_owned()),
        (Method::GET, format!("/users/{robot}/api-keys")),
        (Method::POST, format!("/users/{robot}/api-keys")),
    ] {
        let ask = program.ask(method.clone(), &path);
        let ask = if method == Method::POST { ask.json(&body(json!({}))) } else { ask };
        ask.send().await.refused(403, "insufficient_scope");
    }
}

#[tokio::test]
async fn a_key_wants_sound_fields() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    for (differing, fault) in [
        (json!({"name": " "}), "name: blank"),
        (json!({"scopes": []}), "scopes: length"),
        (json!({"scopes": ["admin"]}), "scopes[0]: word"),
        (json!({"projects": []}), "projects: length"),
        (json!({"projects": ["OTR"]}), "projects: unknown_reference"),
        (json!({"expires_at": "2026-11-11T14:00:00Z"}), "expires_at: future"),
        (json!({"expires_at": "2027-11-12T14:00:01Z"}), "expires_at: span"),
    ] {
        assert_eq!(agent.post("/me/api-keys", &body(differing)).await.faults(), [fault]);
    }
    make(&agent, json!({"expires_at": "2027-11-12T14:00:00Z"})).await;
}

#[tokio::test]
async fn a_service_account_comes_by_keys_that_an_administrator_makes() {
    let desk = Desk::start().await;
    let robot = desk.service_account("robot", Role::Agent).await;
    let sign_in = json!({"username": robot, "password": mesa::demo::PASSWORD});
    desk.nobody().post("/auth/login", &sign_in).await.refused(401, "invalid_credentials");
    let (admin, path) = (desk.sign_in("admin").await, format!("/users/{robot}/api-keys"));
    let made = admin.post(&path, &body(json!({}))).await.ok(201);
    let program = by(&desk, &made);
    assert_eq!(program.get("/me").await.ok(200)["username"], "robot");
    program.post("/tickets", &incident(json!({"channel": "monitoring"}))).await.expect_status(201);
    assert_eq!(admin.get(&path).await.ok(200)["items"][0]["id"], made["id"]);
    // Administrators of other projects know nothing of it, and people make their own.
    let stranger = desk.sign_in("stranger_admin").await;
    stranger.get(&path).await.refused(404, "not_found");
    stranger.post(&path, &body(json!({}))).await.refused(404, "not_found");
    let revoke = format!("{path}/{}", made_id(&made));
    stranger.delete(&revoke).await.refused(404, "not_found");
    admin.post("/users/agent/api-keys", &body(json!({}))).await.refused(409, "not_a_service_account");
    admin.delete(&revoke).await.expect_status(204);
    program.get("/me").await.refused(401, "unauthenticated");
}

#[tokio::test]
async fn an_administrator_gives_no_more_than_what_they_administer() {
    let desk = Desk::start().await;
    let robot = desk.service_account("robot", Role::Agent).await;
    desk.app
        .db
        .write(move |connection| {
            let other = projects::find(connection, &Reference::from("OTR"))?.expect("it is there").id;
            let account = users::table.filter(users::username.eq(robot));
            let id: UserId = account.select(users::id).first(connection)?;
            people::grant(connection, id, other, Role::Agent)
        })
        .await
        .expect("a role of another project");
    let (admin, path) = (desk.sign_in("admin").await, format!("/users/{robot}/api-keys"));
    assert_eq!(admin.post(&path, &body(json!({}))).await.faults(), ["projects: required"]);
    let wider = body(json!({"projects": ["TIC", "OTR"]}));
    assert_eq!(admin.post(&path, &wider).await.faults(), ["projects: unknown_reference"]);
    let made = admin.post(&path, &body(json!({"projects": ["TIC"]}))).await.ok(201);
    assert_eq!(by(&desk, &made).get("/projects").await.ok(200)["items"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn a_retry_makes_no_second_key_and_the_first_is_kept_nowhere() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    let ask = async || {
        let ask = agent.ask(Method::POST, "/me/api-keys").header("Idempotency-Key", "once");
        ask.json(&body(json!({}))).send().await
    };
    ask().await.expect_status(201);
    ask().await.refused(409, "shown_once");
    assert_eq!(agent.get("/me/api-keys").await.ok(200)["items"].as_array().map(Vec::len), Some(1));
    let kept: Vec<String> = desk
        .app
        .db
        .read(|connection| Ok(idempotency_keys::table.select(idempotency_keys::body).load(connection)?))
        .await
        .expect("the table can be read");
    assert_eq!(kept, [""]);
}

#[tokio::test]
async fn an_administrator_makes_a_service_account_that_comes_by_keys_alone() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let account = |differing: Value| {
        let mut body = json!({"kind": "service", "username": "monitoreo", "display_name": "Monitoreo",
            "memberships": [{"project": "TIC", "roles": ["agent"]}]});
        body.as_object_mut().expect("an object").extend(differing.as_object().expect("one too").clone());
        body
    };
    let with_password = account(json!({"password": "cordillera-tinto-relampago-42"}));
    assert_eq!(admin.post("/users", &with_password).await.faults(), ["password: no_password"]);
    let made = admin.post("/users", &account(json!({}))).await.ok(201);
    assert_eq!((&made["kind"], &made["has_password"]), (&json!("service"), &json!(false)));
    assert_eq!(made["allowed_actions"], json!(["deactivate", "manage_api_keys"]));
    assert_eq!(admin.get("/users/agent").await.ok(200)["kind"], "person");

    // Nobody signs in as it, and nobody is given the means to.
    let sign_in = json!({"username": "monitoreo", "password": mesa::demo::PASSWORD});
    desk.nobody().post("/auth/login", &sign_in).await.refused(401, "invalid_credentials");
    let password = json!({"password": "cordillera-tinto-relampago-42"});
    admin.post("/users/monitoreo/password", &password).await.refused(403, "forbidden");
    admin.post("/users/monitoreo/impersonate", &json!({})).await.refused(403, "forbidden");

    // It is told apart in lists.
    let listed = admin.get("/users?scope=desk&kind=service").await.ok(200);
    assert_eq!(listed["items"].as_array().map(Vec::len), Some(1));
    let first = &listed["items"][0];
    assert_eq!((&first["username"], &first["kind"]), (&json!("monitoreo"), &json!("service")));
    assert_eq!(admin.get("/users?scope=desk&kind=person&count=true").await.ok(200)["total"], 13);

    // Its key works, and ends when it is revoked and with the account.
    let path = "/users/monitoreo/api-keys";
    let key = admin.post(path, &body(json!({"projects": ["TIC"]}))).await.ok(201);
    let program = by(&desk, &key);
    program.post("/tickets", &incident(json!({"channel": "monitoring"}))).await.expect_status(201);
    admin.delete(&format!("{path}/{}", made_id(&key))).await.expect_status(204);
    program.get("/me").await.refused(401, "unauthenticated");
    let another = by(&desk, &admin.post(path, &body(json!({}))).await.ok(201));
    another.get("/me").await.expect_status(200);
    admin.post("/users/monitoreo/deactivate", &json!({})).await.expect_status(200);
    another.get("/me").await.refused(401, "unauthenticated");

    // All of it is on record, where the administrators of its project find it, and no key is.
    for (operation, before, after) in [
        ("POST /api/v1/users", Value::Null, json!("Monitoreo")),
        ("POST /api/v1/users/{user}/api-keys", Value::Null, json!("Monitoreo")),
        ("DELETE /api/v1/users/{user}/api-keys/{api_key}", json!("Monitoreo"), Value::Null),
    ] {
        let log = admin.get(&format!("/audit?operation={operation}")).await.ok(200);
        let entry = &log["items"][0];
        assert_eq!(entry["project"]["key"], "TIC", "{operation}");
        let name = |side: &str| match &entry["changes"][side] {
            Value::Null => Value::Null,
            there => there.get("display_name").or_else(|| there.get("name")).cloned().unwrap_or_default(),
        };
        assert_eq!((name("before"), name("after")), (before, after), "{operation}: {entry}");
        assert!(!log.to_string().contains("mesa_pat_"));
    }
}

#[tokio::test]
async fn a_program_keeps_no_project_in_administration() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let account = json!({"kind": "service", "username": "robot", "display_name": "Robot",
        "memberships": [{"project": "TIC", "roles": ["admin"]}]});
    admin.post("/users", &account).await.expect_status(201);
    admin.post("/users/admin/deactivate", &json!({})).await.refused(409, "last_admin");
}

fn body(differing: Value) -> Value {
    let mut body =
        json!({"name": "Monitoreo", "scopes": ["read", "write"], "expires_at": "2027-06-30T00:00:00Z"});
    let Value::Object(differing) = differing else { panic!("an object") };
    body.as_object_mut().expect("an object").extend(differing);
    body
}

async fn make(owner: &Person, differing: Value) -> Value {
    let made: Answer = owner.post("/me/api-keys", &body(differing)).await;
    made.ok(201)
}

fn made_id(made: &Value) -> &str {
    made["id"].as_str().expect("an id")
}

/// The program that comes by a key.
fn by(desk: &Desk, made: &Value) -> Person {
    desk.nobody().with_token(made["key"].as_str().expect("a key"))
}
