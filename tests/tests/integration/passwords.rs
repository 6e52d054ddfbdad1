//! Passwords of local accounts: changed by whoever knows the present one, for one that nobody guesses.

use chrono::TimeDelta;
use diesel::prelude::*;
use mesa::auth;
use mesa::db::schema::users;
use mesa::ids::UserId;
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Answer, Desk, Person};

const OLD: &str = mesa::demo::PASSWORD;
const NEW: &str = "cordillera-tinto-relampago";

#[tokio::test]
async fn a_new_password_takes_the_place_of_the_old_and_ends_other_sessions() {
    let desk = Desk::start().await;
    let (own, other) = (desk.nobody().signed_in("agent").await, desk.nobody().signed_in("agent").await);
    change(&own, OLD, NEW).await.expect_status(204);
    own.get("/me").await.expect_status(200);
    other.get("/me").await.refused(401, "unauthenticated");
    sign_in(&desk, OLD).await.refused(401, "invalid_credentials");
    sign_in(&desk, NEW).await.expect_status(200);
}

#[tokio::test]
async fn a_new_password_is_one_that_nobody_guesses() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    for (new, fault) in [
        ("short-9Xq!", "new: length"),
        ("the-AGENT-in-the-rain", "new: password_own_name"),
        ("qwertyuiop[]", "new: password_pattern"),
        ("password1234", "new: password_common"),
        (OLD, "new: password_same"),
    ] {
        assert_eq!(change(&agent, OLD, new).await.faults(), [fault], "{new}");
    }
    let problem = change(&agent, OLD, "corta").await.refused(422, "invalid");
    assert_eq!(problem["errors"][0]["message"], "Debe tener entre 12 y 1000 caracteres.");
    let ask = agent.ask(Method::PUT, "/me/password").json(&json!({"current": OLD}));
    assert_eq!(ask.send().await.faults(), ["new: required"]);
    change(&agent, OLD, NEW).await.expect_status(204);
    assert_eq!(change(&agent, NEW, NEW).await.faults(), ["new: password_same"]);
    let strict = Desk::with(|config| config.password_min_length = 30).await;
    assert_eq!(change(&strict.sign_in("agent").await, OLD, NEW).await.faults(), ["new: length"]);
}

#[tokio::test]
async fn whoever_has_found_an_open_session_guesses_ten_times_and_locks_nobody_out() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    for _ in 0..10 {
        assert_eq!(change(&agent, "nope", NEW).await.faults(), ["current: wrong_password"]);
    }
    change(&agent, OLD, NEW).await.refused(429, "too_many");
    sign_in(&desk, OLD).await.expect_status(200);
    desk.clock.advance(TimeDelta::minutes(15));
    change(&agent, OLD, NEW).await.expect_status(204);
}

#[tokio::test]
async fn an_account_of_the_directory_has_no_password_to_change() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    desk.app
        .db
        .write(|connection| {
            let agent = users::table.filter(users::username.eq("agent"));
            diesel::update(agent).set(users::password_hash.eq(None::<String>)).execute(connection)?;
            Ok(())
        })
        .await
        .expect("a change behind the API's back");
    assert_eq!(agent.get("/me").await.ok(200)["has_password"], false);
    change(&agent, OLD, NEW).await.refused(409, "no_local_password");
}

#[tokio::test]
async fn who_was_given_a_password_chooses_their_own_before_anything_else() {
    let desk = Desk::start().await;
    let open = desk.sign_in("agent").await;
    give(&desk, "agent", "provisional-girasol-77").await;
    open.get("/me").await.refused(401, "unauthenticated");
    let signed = sign_in(&desk, "provisional-girasol-77").await.ok(200);
    assert_eq!(signed["user"]["duties"], json!(["change_password"]));
    let agent = desk.nobody().with_token(signed["access_token"].as_str().expect("a token"));
    assert_eq!(agent.get("/me").await.ok(200)["duties"], json!(["change_password"]));
    agent.get("/tickets").await.refused(403, "password_change_required");
    agent.patch("/me", 1, &json!({"area": "Mesa"})).await.refused(403, "password_change_required");
    let key = json!({"name": "x", "scopes": ["read"], "expires_at": "2027-01-01T00:00:00Z"});
    agent.post("/me/api-keys", &key).await.refused(403, "password_change_required");
    change(&agent, "provisional-girasol-77", NEW).await.expect_status(204);
    agent.get("/tickets").await.expect_status(200);
    assert_eq!(agent.get("/me").await.ok(200)["duties"], json!([]));
}

#[tokio::test]
async fn a_service_account_is_given_no_password() {
    let desk = Desk::start().await;
    let robot = desk.service_account("robot", contract::auth::Role::Agent).await;
    let owner = auth::Owner { username: robot.to_owned(), display_name: String::new(), email: None };
    let new =
        auth::prepare_password(&desk.app, "password", NEW.to_owned(), &owner).await.expect("a good one");
    let now = desk.clock.now();
    let outcome = desk
        .app
        .db
        .write(move |connection| {
            let id: UserId =
                users::table.filter(users::username.eq(robot)).select(users::id).first(connection)?;
            auth::set_password(connection, id, &new, false, None, now)
        })
        .await;
    assert_eq!(outcome.map_err(|error| error.code()), Err("no_local_password"));
}

/// As an administrator gives a password.
async fn give(desk: &Desk, username: &'static str, password: &str) {
    let owner = auth::Owner { username: username.to_owned(), display_name: String::new(), email: None };
    let new =
        auth::prepare_password(&desk.app, "password", password.to_owned(), &owner).await.expect("a good one");
    let now = desk.clock.now();
    desk.app
        .db
        .write(move |connection| {
            let account = users::table.filter(users::username.eq(username));
            let id: UserId = account.select(users::id).first(connection)?;
            auth::set_password(connection, id, &new, true, None, now)
        })
        .await
        .expect("it is given");
}

async fn change(person: &Person, current: &str, new: &str) -> Answer {
    person.ask(Method::PUT, "/me/password").json(&json!({"current": current, "new": new})).send().await
}

async fn sign_in(desk: &Desk, password: &str) -> Answer {
    let credentials: Value = json!({"username": "agent", "password": password});
    desk.nobody().post("/auth/login", &credentials).await
}
