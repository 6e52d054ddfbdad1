//! The second factor: enrolled by whoever has signed in, asked for at every sign-in, each code taken once.

use chrono::TimeDelta;
use contract::auth::Role;
use diesel::prelude::*;
use mesa::db::schema::{recovery_codes, second_factors};
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Answer, Desk, Person};

#[tokio::test]
async fn whoever_has_enrolled_needs_a_code_to_sign_in() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    assert_eq!(agent.get("/me").await.ok(200)["second_factor"], false);
    let enrolled = agent.post("/me/second-factor", &json!({})).await.ok(200);
    let address = enrolled["otpauth_url"].as_str().expect("an address").to_owned();
    let secret = enrolled["secret"].as_str().expect("a secret");
    assert!(address.starts_with("otpauth://totp/Mesa:agent?") && address.contains(secret), "{address}");
    assert!(enrolled["qr_svg"].as_str().is_some_and(|image| image.contains("<svg")));
    // Not in force yet.
    sign_in(&desk, None).await.expect_status(200);
    let wrong = agent.post("/me/second-factor/confirm", &json!({"code": "000000"})).await;
    assert_eq!(wrong.faults(), ["code: wrong_code"]);
    let codes = confirm(&desk, &agent, &address).await;
    assert_eq!(codes.len(), 10);
    assert_eq!(agent.get("/me").await.ok(200)["second_factor"], true);
    agent.post("/me/second-factor", &json!({})).await.refused(409, "exists");
    agent.post("/me/second-factor/confirm", &json!({"code": "000000"})).await.refused(404, "not_found");

    sign_in(&desk, None).await.refused(401, "second_factor_required");
    sign_in(&desk, Some("000000")).await.refused(401, "invalid_code");
    // Who does not know the password learns nothing of it.
    let blind = json!({"username": "agent", "password": "nope", "code": "000000"});
    desk.nobody().post("/auth/login", &blind).await.refused(401, "invalid_credentials");
    desk.clock.advance(TimeDelta::seconds(30));
    let code = desk.code_of(&address);
    sign_in(&desk, Some(&format!("{} {}", &code[..3], &code[3..]))).await.expect_status(200);
}

#[tokio::test]
async fn a_code_is_taken_once_and_only_in_its_time() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    let (address, _) = enrol(&desk, &agent).await;
    // The one that confirmed is spent.
    sign_in(&desk, Some(&desk.code_of(&address))).await.refused(401, "invalid_code");
    let early = desk.code_of(&address);
    desk.clock.advance(TimeDelta::seconds(30));
    let code = desk.code_of(&address);
    sign_in(&desk, Some(&code)).await.expect_status(200);
    sign_in(&desk, Some(&code)).await.refused(401, "invalid_code");
    // Nor one from before it, though a step of grace would still let it pass.
    sign_in(&desk, Some(&early)).await.refused(401, "invalid_code");
    desk.clock.advance(TimeDelta::seconds(30));
    let late = desk.code_of(&address);
    desk.clock.advance(TimeDelta::seconds(60));
    sign_in(&desk, Some(&late)).await.refused(401, "invalid_code");
    let slow = desk.code_of(&address);
    desk.clock.advance(TimeDelta::seconds(30));
    sign_in(&desk, Some(&slow)).await.expect_status(200);
}

#[tokio::test]
async fn a_recovery_code_stands_in_for_the_app_once() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    let (_, codes) = enrol(&desk, &agent).await;
    sign_in(&desk, Some(&codes[3].to_uppercase().replace('-', " "))).await.expect_status(200);
    sign_in(&desk, Some(&codes[3])).await.refused(401, "invalid_code");
    sign_in(&desk, Some(&codes[4])).await.expect_status(200);
}

#[tokio::test]
async fn nothing_in_the_database_is_of_use_without_the_key() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    let enrolled = agent.post("/me/second-factor", &json!({})).await.ok(200);
    let codes = confirm(&desk, &agent, enrolled["otpauth_url"].as_str().expect("an address")).await;
    let (sealed, hashes): (Vec<u8>, Vec<Vec<u8>>) = desk
        .app
        .db
        .read(|connection| {
            let sealed = second_factors::table.select(second_factors::sealed_secret).first(connection)?;
            Ok((sealed, recovery_codes::table.select(recovery_codes::code_hash).load(connection)?))
        })
        .await
        .expect("the tables can be read");
    assert_eq!(sealed.len(), 24 + 20 + 16, "a nonce, the secret encrypted, and its tag");
    assert_eq!(hashes.len(), 10);
    let plain: Vec<Vec<u8>> = codes.iter().map(|code| code.replace('-', "").into_bytes()).collect();
    assert!(hashes.iter().all(|hash| hash.len() == 32 && !plain.contains(hash)));
}

#[tokio::test]
async fn the_factor_comes_off_by_the_password_or_a_code() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    let (_, codes) = enrol(&desk, &agent).await;
    let ask = |body: Value| {
        let agent = agent.clone();
        async move { agent.ask(Method::DELETE, "/me/second-factor").json(&body).send().await }
    };
    assert_eq!(ask(json!({})).await.faults(), ["password: required"]);
    assert_eq!(ask(json!({"password": "nope"})).await.faults(), ["password: wrong_password"]);
    assert_eq!(ask(json!({"code": "000000"})).await.faults(), ["code: wrong_code"]);
    ask(json!({"code": codes[0]})).await.expect_status(204);
    sign_in(&desk, None).await.expect_status(200);
    ask(json!({"password": mesa::demo::PASSWORD})).await.refused(404, "not_found");
    enrol(&desk, &agent).await;
    sign_in(&desk, None).await.refused(401, "second_factor_required");
    ask(json!({"password": mesa::demo::PASSWORD})).await.expect_status(204);
    sign_in(&desk, None).await.expect_status(200);
}

#[tokio::test]
async fn an_administrator_takes_it_off_for_whoever_has_lost_everything() {
    let desk = Desk::start().await;
    enrol(&desk, &desk.sign_in("agent").await).await;
    desk.sign_in("stranger_admin").await.delete("/users/agent/second-factor").await.refused(404, "not_found");
    let admin = desk.sign_in("admin").await;
    admin.delete("/users/agent/second-factor").await.expect_status(204);
    sign_in(&desk, None).await.expect_status(200);
    admin.delete("/users/agent/second-factor").await.refused(404, "not_found");
}

#[tokio::test]
async fn codes_are_not_guessed() {
    let desk = Desk::start().await;
    let (address, _) = enrol(&desk, &desk.sign_in("agent").await).await;
    for _ in 0..5 {
        sign_in(&desk, Some("000000")).await.refused(401, "invalid_code");
    }
    desk.clock.advance(TimeDelta::seconds(30));
    sign_in(&desk, Some(&desk.code_of(&address))).await.refused(429, "too_many");
    desk.clock.advance(TimeDelta::minutes(15));
    sign_in(&desk, Some(&desk.code_of(&address))).await.expect_status(200);
}

#[tokio::test]
async fn roles_that_must_have_one_enrol_before_anything_else() {
    let desk = Desk::with(|config| config.second_factor_roles = vec![Role::Agent]).await;
    desk.sign_in("requester").await.get("/tickets").await.expect_status(200);
    let agent = desk.sign_in("agent").await;
    assert_eq!(agent.get("/me").await.ok(200)["duties"], json!(["enrol_second_factor"]));
    agent.get("/tickets").await.refused(403, "second_factor_enrolment_required");
    enrol(&desk, &agent).await;
    agent.get("/tickets").await.expect_status(200);
    assert_eq!(agent.get("/me").await.ok(200)["duties"], json!([]));
}

async fn enrol(desk: &Desk, person: &Person) -> (String, Vec<String>) {
    let enrolled = person.post("/me/second-factor", &json!({})).await.ok(200);
    let address = enrolled["otpauth_url"].as_str().expect("an address").to_owned();
    let codes = confirm(desk, person, &address).await;
    (address, codes)
}

async fn confirm(desk: &Desk, person: &Person, address: &str) -> Vec<String> {
    let code = json!({"code": desk.code_of(address)});
    let confirmed = person.post("/me/second-factor/confirm", &code).await.ok(200);
    serde_json::from_value(confirmed["codes"].clone()).expect("a list of codes")
}

async fn sign_in(desk: &Desk, code: Option<&str>) -> Answer {
    let mut body = json!({"username": "agent", "password": mesa::demo::PASSWORD});
    if let Some(code) = code {
        body["code"] = json!(code);
    }
    desk.nobody().post("/auth/login", &body).await
}
