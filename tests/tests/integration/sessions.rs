//! Signing in, staying signed in, signing out.

use chrono::TimeDelta;
use contract::auth::Role;
use contract::reference::Reference;
use diesel::prelude::*;
use mesa::db::schema::users;
use mesa::ids::UserId;
use mesa::{people, projects};
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Answer, Desk};

const PASSWORD: &str = mesa::demo::PASSWORD;

#[tokio::test]
async fn whoever_knows_the_password_gets_a_token_and_a_cookie() {
    let desk = desk().await;
    let answer = desk.log_in("AGENT ", PASSWORD).await;
    let cookie = answer.header("set-cookie").expect("a refresh cookie").to_owned();
    for part in ["mesa_refresh=", "HttpOnly", "SameSite=Strict", "Path=/api/v1/auth", "Max-Age=43200"] {
        assert!(cookie.contains(part), "{part} is missing in {cookie}");
    }
    assert!(!cookie.contains("Secure"), "the desk is on plain http here");
    let body = answer.ok(200);
    assert_eq!((&body["token_type"], &body["expires_in"]), (&json!("Bearer"), &json!(900)));
    assert_eq!(body["user"]["username"], "agent");
    let me = desk.bearing(&body).get("/me").await;
    assert_eq!(me.header("etag"), Some("\"1\""));
    let me = me.ok(200);
    assert_eq!(me, body["user"]);
    assert_eq!(me["memberships"][0]["roles"], json!(["agent"]));
    assert_eq!(me["groups"][0]["key"], "n1");
}

#[tokio::test]
async fn over_https_the_cookie_is_secure() {
    let desk = Desk::with(|config| config.public_url = "https://mesa.example.org".to_owned()).await;
    let answer = desk.log_in("agent", PASSWORD).await;
    assert!(answer.header("set-cookie").is_some_and(|cookie| cookie.contains("Secure")));
    assert!(answer.header("strict-transport-security").is_some());
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_name_are_answered_alike() {
    let desk = desk().await;
    let wrong = desk.log_in("agent", "nope").await.refused(401, "invalid_credentials");
    let unknown = desk.log_in("nobody", "nope").await.refused(401, "invalid_credentials");
    assert_eq!(wrong["detail"], unknown["detail"]);
}

#[tokio::test]
async fn after_ten_failures_an_account_must_wait_a_quarter_of_an_hour() {
    let desk = desk().await;
    for _ in 0..10 {
        desk.log_in("agent", "nope").await.refused(401, "invalid_credentials");
    }
    let locked = desk.log_in("agent", PASSWORD).await;
    assert_eq!(locked.header("retry-after"), Some("901"));
    locked.refused(429, "too_many");
    desk.log_in("agent2", PASSWORD).await.expect_status(200);
    desk.clock.advance(TimeDelta::minutes(15));
    desk.log_in("agent", PASSWORD).await.expect_status(200);
    // A success forgets the failures: nine more do not lock.
    for _ in 0..9 {
        desk.log_in("agent", "nope").await.refused(401, "invalid_credentials");
    }
    desk.log_in("agent", PASSWORD).await.expect_status(200);
}

#[tokio::test]
async fn an_access_token_lives_for_a_quarter_of_an_hour() {
    let desk = desk().await;
    let person = desk.bearing(&desk.log_in("agent", PASSWORD).await.ok(200));
    desk.clock.advance(TimeDelta::seconds(899));
    person.get("/me").await.expect_status(200);
    desk.clock.advance(TimeDelta::seconds(1));
    let expired = person.get("/me").await;
    assert_eq!(expired.header("www-authenticate"), Some("Bearer"));
    expired.refused(401, "unauthenticated");
}

#[tokio::test]
async fn no_other_token_opens_a_door() {
    let desk = desk().await;
    for token in ["", "x", "eyJhbGciOiJub25lIn0.e30.", "a.b.c"] {
        desk.nobody().with_token(token).get("/me").await.refused(401, "unauthenticated");
    }
    let basic = desk.nobody().ask(Method::GET, "/me").header("Authorization", "Basic YWdlbnQ6bWVzYS1kZW1v");
    basic.send().await.refused(401, "unauthenticated");
}

#[tokio::test]
async fn a_refresh_token_is_good_once_and_a_copy_ends_the_session() {
    let desk = desk().await;
    let first = desk.log_in("agent", PASSWORD).await;
    desk.clock.advance(TimeDelta::hours(11));
    let second = refresh(&desk, &cookie(&first)).await;
    second.expect_status(200);
    assert_ne!(cookie(&first), cookie(&second));
    let person = desk.bearing(&second.body);
    person.get("/me").await.expect_status(200);
    desk.clock.advance(TimeDelta::seconds(11));
    refresh(&desk, &cookie(&first)).await.refused(401, "session_revoked");
    refresh(&desk, &cookie(&second)).await.refused(401, "unauthenticated");
    person.get("/me").await.refused(401, "unauthenticated");
}

#[tokio::test]
async fn two_tabs_that_wake_up_together_both_stay_signed_in() {
    let desk = desk().await;
    let first = desk.log_in("agent", PASSWORD).await;
    for _ in 0..2 {
        refresh(&desk, &cookie(&first)).await.expect_status(200);
    }
    desk.clock.advance(TimeDelta::seconds(10));
    refresh(&desk, &cookie(&first)).await.expect_status(200);
}

#[tokio::test]
async fn a_session_ends_after_half_a_day_without_use() {
    let desk = desk().await;
    let first = desk.log_in("agent", PASSWORD).await;
    desk.clock.advance(TimeDelta::hours(12));
    refresh(&desk, &cookie(&first)).await.refused(401, "unauthenticated");
    desk.nobody().post("/auth/refresh", &json!({})).await.refused(401, "unauthenticated");
    refresh(&desk, "mesa_refresh=made-up").await.refused(401, "unauthenticated");
}

#[tokio::test]
async fn signing_out_ends_the_access_token_too() {
    let desk = desk().await;
    let signed = desk.log_in("agent", PASSWORD).await;
    let ask = desk.nobody().ask(Method::POST, "/auth/logout").header("Cookie", &cookie(&signed));
    let out = ask.send().await;
    out.expect_status(204);
    assert!(out.header("set-cookie").is_some_and(|cookie| cookie.contains("Max-Age=0")));
    desk.bearing(&signed.body).get("/me").await.refused(401, "unauthenticated");
    refresh(&desk, &cookie(&signed)).await.refused(401, "unauthenticated");
    // Nobody signed in, nothing to do.
    desk.nobody().ask(Method::POST, "/auth/logout").send().await.expect_status(204);
}

#[tokio::test]
async fn a_deactivated_person_is_out_at_once() {
    let desk = desk().await;
    let signed = desk.log_in("agent", PASSWORD).await;
    desk.app
        .db
        .write(|connection| {
            let agent = users::table.filter(users::username.eq("agent"));
            diesel::update(agent).set(users::active.eq(false)).execute(connection)?;
            Ok(())
        })
        .await
        .expect("a change behind the API's back");
    desk.bearing(&signed.body).get("/me").await.refused(401, "unauthenticated");
    refresh(&desk, &cookie(&signed)).await.refused(401, "unauthenticated");
    desk.log_in("agent", PASSWORD).await.refused(401, "invalid_credentials");
}

#[tokio::test]
async fn people_change_what_is_theirs_and_absent_is_not_null() {
    let desk = desk().await;
    let person = desk.bearing(&desk.log_in("agent", PASSWORD).await.ok(200));
    let changed = person.patch("/me", 1, &json!({"area": "Mesa", "locale": "en"})).await;
    assert_eq!(changed.header("etag"), Some("\"2\""));
    let me = changed.ok(200);
    assert_eq!((&me["area"], &me["phone"], &me["locale"]), (&json!("Mesa"), &json!("2101"), &json!("en")));
    let me = person.patch("/me", 2, &json!({"phone": null})).await.ok(200);
    assert_eq!((&me["area"], &me["phone"], &me["version"]), (&json!("Mesa"), &Value::Null, &json!(3)));
    person.patch("/me", 2, &json!({"phone": "1"})).await.refused(412, "stale");
    let blind = person.ask(Method::PATCH, "/me").json(&json!({"phone": "1"})).send().await;
    blind.refused(428, "precondition_required");
    assert_eq!(
        person.patch("/me", 3, &json!({"username": "root"})).await.faults(),
        ["username: unknown_field"]
    );
    let unchanged = person.ask(Method::GET, "/me").header("If-None-Match", "\"3\"").send().await;
    unchanged.expect_status(304);
}

#[tokio::test]
async fn people_see_where_they_are_signed_in() {
    let desk = desk().await;
    let ask = desk.nobody().ask(Method::POST, "/auth/login").header(
        "User-Agent",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0",
    );
    let office = ask.json(&json!({"username": "agent", "password": PASSWORD})).send().await;
    office.expect_status(200);
    desk.clock.advance(TimeDelta::minutes(10));
    let home = desk.bearing(&desk.log_in("agent", PASSWORD).await.ok(200));
    let mine = home.get("/me/sessions").await.ok(200);
    let [latest, first] = mine["items"].as_array().expect("a list").as_slice() else { panic!("{mine}") };
    assert_eq!((&latest["current"], &first["current"]), (&json!(true), &json!(false)));
    assert_eq!((&first["client"], &first["address"]), (&json!("Firefox 143, Windows"), &json!("127.0.0.1")));
    assert_eq!(first["created_at"], "2026-11-11T14:00:00Z");
    assert_eq!(latest["expires_at"], "2026-11-12T02:10:00Z");
    // What continues a session is seen, and from where.
    refresh(&desk, &cookie(&office)).await.expect_status(200);
    let pages = home.get("/me/sessions?limit=1").await.ok(200);
    let cursor = pages["next_cursor"].as_str().expect("a second page");
    let second = home.get(&format!("/me/sessions?limit=1&cursor={cursor}")).await.ok(200);
    assert_eq!(second["items"][0]["id"], first["id"]);
    assert_eq!(second["items"][0]["last_seen_at"], "2026-11-11T14:10:00Z");
    assert_eq!(second["next_cursor"], Value::Null);
    // Nobody sees those of others.
    let other = desk.sign_in("agent2").await.get("/me/sessions").await.ok(200);
    assert_eq!(other["items"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn a_session_that_is_ended_elsewhere_stops_at_once() {
    let desk = desk().await;
    let lost = desk.log_in("agent", PASSWORD).await;
    let lost_token = desk.bearing(&lost.body);
    let own = desk.bearing(&desk.log_in("agent", PASSWORD).await.ok(200));
    let mine = own.get("/me/sessions").await.ok(200);
    let other = mine["items"].as_array().into_iter().flatten().find(|session| session["current"] == false);
    let path = format!("/me/sessions/{}", other.expect("the other one")["id"].as_str().expect("an id"));
    desk.sign_in("agent2").await.delete(&path).await.refused(404, "not_found");
    own.delete(&path).await.expect_status(204);
    lost_token.get("/me").await.refused(401, "unauthenticated");
    refresh(&desk, &cookie(&lost)).await.refused(401, "unauthenticated");
    own.delete(&path).await.refused(404, "not_found");
    own.delete("/me/sessions/x").await.refused(404, "not_found");
    let left = own.get("/me/sessions").await.ok(200);
    assert_eq!(left["items"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn people_sign_out_everywhere_or_everywhere_else() {
    let desk = desk().await;
    let others = [desk.log_in("agent", PASSWORD).await, desk.log_in("agent", PASSWORD).await];
    let own = desk.bearing(&desk.log_in("agent", PASSWORD).await.ok(200));
    let colleague = desk.sign_in("agent2").await;
    own.delete("/me/sessions?keep_current=true").await.expect_status(204);
    for other in &others {
        desk.bearing(&other.body).get("/me").await.refused(401, "unauthenticated");
        refresh(&desk, &cookie(other)).await.refused(401, "unauthenticated");
    }
    own.get("/me").await.expect_status(200);
    own.delete("/me/sessions").await.expect_status(204);
    own.get("/me").await.refused(401, "unauthenticated");
    colleague.get("/me").await.expect_status(200);
}

#[tokio::test]
async fn an_administrator_sees_where_somebody_is_signed_in_and_ends_it_and_their_keys() {
    let desk = desk().await;
    let lost = desk.log_in("agent", PASSWORD).await;
    let other = desk.bearing(&desk.log_in("agent", PASSWORD).await.ok(200));
    let key = json!({"name": "Informe", "scopes": ["read"], "expires_at": "2027-01-01T00:00:00Z"});
    let made = other.post("/me/api-keys", &key).await.ok(201);
    let program = desk.nobody().with_token(made["key"].as_str().expect("a key"));
    let admin = desk.sign_in("admin").await;
    let user = admin.get("/users/agent").await.ok(200);
    assert!(user["allowed_actions"].as_array().is_some_and(|all| all.contains(&json!("revoke_access"))));

    let theirs = admin.get("/users/agent/sessions").await.ok(200);
    let [latest, first] = theirs["items"].as_array().expect("a list").as_slice() else { panic!("{theirs}") };
    assert_eq!((&latest["current"], &first["address"]), (&json!(false), &json!("127.0.0.1")));
    let one = format!("/users/agent/sessions/{}", first["id"].as_str().expect("an id"));
    admin.delete(&one).await.expect_status(204);
    desk.bearing(&lost.body).get("/me").await.refused(401, "unauthenticated");
    refresh(&desk, &cookie(&lost)).await.refused(401, "unauthenticated");
    admin.delete(&one).await.refused(404, "not_found");
    other.get("/me").await.expect_status(200);
    // One of somebody else is not among theirs.
    let own = admin.get("/me/sessions").await.ok(200)["items"][0]["id"].as_str().expect("an id").to_owned();
    admin.delete(&format!("/users/agent/sessions/{own}")).await.refused(404, "not_found");
    admin.delete("/users/agent/sessions").await.expect_status(204);
    other.get("/me").await.refused(401, "unauthenticated");
    assert_eq!(admin.get("/users/agent/sessions").await.ok(200)["items"], json!([]));
    // A key outlives sessions, and is revoked by itself.
    program.get("/me").await.expect_status(200);
    let keys = admin.get("/users/agent/api-keys").await.ok(200);
    assert!(keys["items"][0].get("key").is_none(), "{keys}");
    let revoke = format!("/users/agent/api-keys/{}", keys["items"][0]["id"].as_str().expect("an id"));
    admin.delete(&revoke).await.expect_status(204);
    program.get("/me").await.refused(401, "unauthenticated");

    let log = admin.get("/audit?operation=DELETE /api/v1/users/{user}/sessions/{session}").await.ok(200);
    let entry = &log["items"][0];
    assert_eq!((&entry["project"]["key"], &entry["changes"]["after"]), (&json!("TIC"), &json!(null)));
    assert_eq!(entry["changes"]["before"]["id"], first["id"]);
}

#[tokio::test]
async fn nobody_ends_the_sessions_of_those_beyond_them() {
    let desk = desk().await;
    desk.sign_in("agent").await;
    let stranger = desk.sign_in("stranger_admin").await;
    for path in ["/users/agent/sessions", "/users/agent/api-keys"] {
        stranger.get(path).await.refused(404, "not_found");
    }
    stranger.delete("/users/agent/sessions").await.refused(404, "not_found");
    // Something in the project, and administrator of another.
    desk.app
        .db
        .write(|connection| {
            let tic = projects::find(connection, &Reference::from("TIC"))?.expect("it is there").id;
            let irene = users::table.filter(users::username.eq("stranger_admin")).select(users::id);
            let irene: UserId = irene.first(connection)?;
            people::grant(connection, irene, tic, Role::Requester)
        })
        .await
        .expect("a role is given");
    let admin = desk.sign_in("admin").await;
    for path in ["/users/stranger_admin/sessions", "/users/stranger_admin/api-keys"] {
        admin.get(path).await.refused(403, "forbidden");
    }
    admin.delete("/users/stranger_admin/sessions").await.refused(403, "forbidden");
    let user = admin.get("/users/stranger_admin").await.ok(200);
    assert!(user["allowed_actions"].as_array().is_some_and(|all| !all.contains(&json!("revoke_access"))));
    stranger.get("/me").await.expect_status(200);
}

/// With the lives of tokens that a real one has.
async fn desk() -> Desk {
    Desk::with(|config| (config.access_token_seconds, config.session_hours) = (900, 12)).await
}

async fn refresh(desk: &Desk, cookie: &str) -> Answer {
    desk.nobody().ask(Method::POST, "/auth/refresh").header("Cookie", cookie).send().await
}

fn cookie(answer: &Answer) -> String {
    let sent = answer.header("set-cookie").expect("a cookie");
    sent.split(';').next().expect("a first part").to_owned()
}
