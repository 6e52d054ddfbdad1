//! Webhooks: other programs are told what happens, once, in order, signed, and nothing that they may not know.

use chrono::TimeDelta;
use contract::tickets::Status;
use contract::webhooks::EventType;
use diesel::prelude::*;
use mesa::db::schema::webhook_deliveries;
use mesa::db::types::Instant;
use mesa::{notifications, webhooks};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tests::Desk;
use tests::mail::MailServer;
use tests::receiver::Receiver;

/// Seconds after which what fails is tried again.
const WAITS: [i64; 7] = [5, 300, 1_800, 7_200, 18_000, 36_000, 36_000];

/// A desk that may reach this machine, and a receiver there.
async fn desk() -> (Desk, Receiver) {
    let desk = Desk::with(|config| config.webhook_allow_private = true).await;
    (desk, Receiver::start().await)
}

/// A webhook of the administrator, with whatever differs from one that is told of registrations.
async fn made(desk: &Desk, url: &str, differing: Value) -> Value {
    let mut body =
        json!({"project": "TIC", "description": "Tablero", "url": url, "events": ["ticket.registered"]});
    if let (Some(body), Value::Object(differing)) = (body.as_object_mut(), differing) {
        body.extend(differing);
    }
    desk.sign_in("admin").await.post("/webhooks", &body).await.ok(201)
}

fn path(webhook: &Value) -> String {
    format!("/webhooks/{}", webhook["id"].as_str().expect("an id"))
}

fn secret(webhook: &Value) -> String {
    webhook["secret"].as_str().expect("a secret").to_owned()
}

/// What a webhook was sent, the latest first.
async fn log(desk: &Desk, webhook: &Value) -> Vec<Value> {
    let page = desk.sign_in("admin").await.get(&format!("{}/deliveries", path(webhook))).await.ok(200);
    page["items"].as_array().expect("a list").clone()
}

async fn present(desk: &Desk, webhook: &Value) -> Value {
    desk.sign_in("admin").await.get(&path(webhook)).await.ok(200)
}

async fn ping(desk: &Desk, webhook: &Value) {
    desk.sign_in("admin").await.post(&format!("{}/ping", path(webhook)), &json!({})).await.expect_status(200);
    desk.run_jobs().await;
}

#[tokio::test]
async fn what_happens_is_told_in_its_order_signed_and_without_a_word_about_people() {
    let (desk, receiver) = desk().await;
    desk.ticket_in(Status::InAttention).await;
    let webhook = made(&desk, &receiver.url(), json!({"events": ["*"]})).await;
    let secret = secret(&webhook);
    assert!(secret.starts_with("whsec_") && !present(&desk, &webhook).await.to_string().contains("whsec_"));
    let number = desk.ticket_in(Status::Resolved).await;
    desk.run_jobs().await;
    let events = desk.events("agent", &number).await;
    let public: Vec<&Value> = events.iter().filter(|event| event["visibility"] == "public").collect();
    let expected: Vec<String> = public
        .iter()
        .map(|event| {
            let action = event["action"].as_str().expect("a word").parse().expect("an action");
            EventType::of(action).to_string()
        })
        .collect();
    assert_eq!(receiver.types(), expected, "only what happened since, in its order");
    assert!(expected.contains(&"ticket.resolved".to_owned()));
    let (mut ids, mut last) = (BTreeSet::new(), 0);
    for (calls, event) in receiver.received().iter().zip(public) {
        assert_eq!(calls.line, "POST /mesa HTTP/1.1");
        assert_eq!(calls.header("content-type"), "application/json");
        assert!(calls.is_signed_by(&secret), "{calls:?}");
        assert_eq!(calls.header("webhook-timestamp"), desk.clock.now().timestamp().to_string());
        ids.insert(calls.header("webhook-id").to_owned());
        let body = calls.json();
        assert_eq!((&body["timestamp"], &body["data"]["event_id"]), (&event["at"], &event["id"]));
        assert_eq!((&body["data"]["ticket"], &body["data"]["project"]), (&json!(number), &json!("TIC")));
        assert!(
            body["data"]["link"]
                .as_str()
                .is_some_and(|link| link.ends_with(&format!("/api/v1/tickets/{number}")))
        );
        let position = body["data"]["position"].as_i64().expect("a number");
        assert!(position > last);
        last = position;
        for personal in ["Ana", "Alan", "Sin red", "switch", "example.org"] {
            assert!(!calls.body.contains(personal), "{personal} in {}", calls.body);
        }
    }
    assert_eq!(ids.len(), expected.len());
    let log = log(&desk, &webhook).await;
    assert!(log.iter().all(|delivery| delivery["state"] == "delivered" && delivery["status_code"] == 200));
    assert_eq!(log[0]["answer"].as_str().map(str::len), Some(1024), "the beginning of it");
    desk.run_jobs().await;
    assert_eq!(receiver.received().len(), expected.len(), "nothing is told twice");
}

#[tokio::test]
async fn each_is_told_once_whoever_is_at_it() {
    let (desk, receiver) = desk().await;
    made(&desk, &receiver.url(), json!({})).await;
    for _ in 0..30 {
        desk.register("requester", json!({})).await;
    }
    notifications::tell_all(&desk.app).await.expect("told");
    let (one, other) = tokio::join!(webhooks::deliver_due(&desk.app), webhooks::deliver_due(&desk.app));
    one.expect("done");
    other.expect("done");
    // Whatever one left to the other.
    webhooks::deliver_due(&desk.app).await.expect("done");
    let calls = receiver.received();
    let tickets: Vec<String> =
        calls.iter().map(|one| one.json()["data"]["ticket"].as_str().expect("a number").to_owned()).collect();
    let expected: Vec<String> = (1..=30).map(|number| format!("TIC-{number}")).collect();
    assert_eq!(tickets, expected);
}

#[tokio::test]
async fn those_at_which_somebody_is_keep_no_other_from_its_turn() {
    let (desk, receiver) = desk().await;
    let admin = desk.sign_in("admin").await;
    admin.post("/projects", &json!({"key": "GAF", "name": "Gestión"})).await.expect_status(201);
    let asked = async |webhook: &Value| {
        admin.post(&format!("{}/ping", path(webhook)), &json!({})).await.expect_status(200);
    };
    // As many as are claimed together, each with something on its way and something that is due.
    let mut busy = Vec::new();
    for _ in 0..50 {
        let webhook = made(&desk, &receiver.url(), json!({})).await;
        asked(&webhook).await;
        busy.push(webhook);
    }
    let until = Some(Instant::from(desk.clock.now() + TimeDelta::minutes(5)));
    let claim = move |connection: &mut mesa::db::DbConnection| {
        let all = (webhook_deliveries::state.eq("sending"), webhook_deliveries::next_at.eq(until));
        Ok(diesel::update(webhook_deliveries::table).set(all).execute(connection)?)
    };
    assert_eq!(desk.app.db.write(claim).await.expect("as by another replica"), 50);
    for webhook in &busy {
        asked(webhook).await;
    }
    let free = Receiver::start().await;
    let last = made(&desk, &free.url(), json!({"project": "GAF"})).await;
    asked(&last).await;
    webhooks::deliver_due(&desk.app).await.expect("done");
    assert_eq!((free.types(), receiver.received().len()), (vec!["webhook.ping".to_owned()], 0));
    // Whoever was at them was lost: all of it is sent.
    desk.later(TimeDelta::minutes(5)).await;
    assert_eq!((free.received().len(), receiver.received().len()), (1, 100));
}

#[tokio::test]
async fn a_project_has_fifty_webhooks_at_most() {
    let (desk, receiver) = desk().await;
    let mut last = Value::Null;
    for _ in 0..50 {
        last = made(&desk, &receiver.url(), json!({})).await;
    }
    let admin = desk.sign_in("admin").await;
    let more = json!({"project": "TIC", "description": "Otro", "url": receiver.url(), "events": ["*"]});
    let refused = admin.post("/webhooks", &more).await.refused(409, "limit_reached");
    assert!(refused["detail"].as_str().is_some_and(|detail| detail.contains("50")), "{refused}");
    admin.delete(&path(&last)).await.expect_status(204);
    admin.post("/webhooks", &more).await.expect_status(201);
}

#[tokio::test]
async fn what_fails_is_tried_again_under_the_same_id() {
    let (desk, receiver) = desk().await;
    let webhook = made(&desk, &receiver.url(), json!({})).await;
    receiver.answer_next("500 Internal Server Error");
    desk.register("requester", json!({})).await;
    desk.run_jobs().await;
    let failed = log(&desk, &webhook).await.remove(0);
    assert_eq!(
        (&failed["state"], &failed["attempts"], &failed["status_code"], &failed["fault"]),
        (&json!("waiting"), &json!(1), &json!(500), &json!("status"))
    );
    desk.run_jobs().await;
    assert_eq!(receiver.received().len(), 1, "not before its time");
    desk.later(TimeDelta::seconds(5)).await;
    let calls = receiver.received();
    assert_eq!(calls.len(), 2);
    assert_eq!(calls[0].header("webhook-id"), calls[1].header("webhook-id"));
    assert_eq!(calls[0].body, calls[1].body);
    assert!(calls.iter().all(|one| one.is_signed_by(&secret(&webhook))));
    let arrived = log(&desk, &webhook).await.remove(0);
    assert_eq!((&arrived["state"], &arrived["attempts"]), (&json!("delivered"), &json!(2)));
    assert_eq!((&arrived["fault"], &arrived["next_at"]), (&Value::Null, &Value::Null));
    assert_eq!(arrived["message_id"], calls[0].header("webhook-id"));
}

#[tokio::test]
async fn it_is_given_up_after_a_day_and_sent_again_on_request() {
    let (desk, receiver) = desk().await;
    let webhook = made(&desk, &receiver.url(), json!({})).await;
    receiver.answer(100, "503 Service Unavailable");
    desk.register("requester", json!({})).await;
    desk.run_jobs().await;
    for wait in WAITS {
        assert_eq!(log(&desk, &webhook).await[0]["state"], "waiting");
        desk.later(TimeDelta::seconds(wait)).await;
    }
    assert_eq!(receiver.received().len(), 1 + WAITS.len());
    let dead = log(&desk, &webhook).await.remove(0);
    assert_eq!((&dead["state"], &dead["next_at"]), (&json!("dead"), &Value::Null));
    desk.later(TimeDelta::days(1)).await;
    assert_eq!(receiver.received().len(), 1 + WAITS.len());
    assert_eq!(present(&desk, &webhook).await["active"], true, "one day is no reason to switch it off");

    receiver.relent();
    let again = format!("{}/deliveries/{}/redeliver", path(&webhook), dead["id"].as_str().expect("an id"));
    let admin = desk.sign_in("admin").await;
    assert_eq!(admin.post(&again, &json!({})).await.ok(200)["state"], "waiting");
    desk.run_jobs().await;
    let calls = receiver.received();
    assert_eq!(calls.len(), 2 + WAITS.len());
    assert_eq!(calls[0].header("webhook-id"), calls[calls.len() - 1].header("webhook-id"));
    assert_eq!(log(&desk, &webhook).await[0]["state"], "delivered");
    desk.later(TimeDelta::days(31)).await;
    assert_eq!(log(&desk, &webhook).await, Vec::<Value>::new(), "the log is kept for 30 days");
}

#[tokio::test]
async fn a_webhook_at_which_nothing_arrives_is_switched_off_and_its_administrators_are_told() {
    let (mail, receiver) = (MailServer::start().await, Receiver::start().await);
    let desk = Desk::with(|config| {
        config.webhook_allow_private = true;
        config.mail = Some(mail.config());
    })
    .await;
    let webhook = made(&desk, &receiver.url(), json!({})).await;
    receiver.answer(100, "503 Service Unavailable");
    desk.register("requester", json!({})).await;
    desk.run_jobs().await;
    for wait in WAITS {
        desk.later(TimeDelta::seconds(wait)).await;
    }
    assert_eq!(present(&desk, &webhook).await["active"], true);
    desk.later(TimeDelta::days(5)).await;
    desk.register("requester", json!({})).await;
    desk.run_jobs().await;
    for wait in WAITS {
        desk.later(TimeDelta::seconds(wait)).await;
    }
    let off = present(&desk, &webhook).await;
    assert_eq!((&off["active"], &off["disabled_reason"]), (&json!(false), &json!("failing")));
    desk.run_jobs().await;
    let letters = mail.letters_to("admin");
    let letter = letters.iter().map(tests::mail::Letter::text).find(|text| text.contains("webhook"));
    let letter = letter.expect("a letter about it");
    assert!(
        letter.contains("Tablero") && letter.contains(&format!("/console/admin{}", path(&webhook))),
        "{letter}"
    );
    let admin = desk.sign_in("admin").await;
    let told = admin.get("/audit?operation=webhook_disabled").await.ok(200);
    assert_eq!(told["items"].as_array().map(Vec::len), Some(1));
    // Nothing of what happens meanwhile, and what happens from then on.
    let before = receiver.received().len();
    receiver.relent();
    desk.register("requester", json!({})).await;
    desk.run_jobs().await;
    assert_eq!(receiver.received().len(), before);
    let version = off["version"].as_i64().expect("a version");
    let on = admin.patch(&path(&webhook), version, &json!({"active": true})).await.ok(200);
    assert_eq!((&on["active"], &on["disabled_reason"]), (&json!(true), &Value::Null));
    let number = desk.register("requester", json!({})).await;
    desk.run_jobs().await;
    let calls = receiver.received();
    assert_eq!(calls.len(), before + 1);
    assert_eq!(calls[before].json()["data"]["ticket"], json!(number));
}

#[tokio::test]
async fn whoever_answers_that_nobody_is_there_is_asked_no_more() {
    let (desk, receiver) = desk().await;
    let webhook = made(&desk, &receiver.url(), json!({})).await;
    receiver.answer_next("410 Gone");
    for _ in 0..2 {
        desk.register("requester", json!({})).await;
    }
    desk.run_jobs().await;
    assert_eq!(receiver.received().len(), 1, "not even what was on its way with it");
    let off = present(&desk, &webhook).await;
    assert_eq!((&off["active"], &off["disabled_reason"]), (&json!(false), &json!("gone")));
    assert!(log(&desk, &webhook).await.iter().all(|delivery| delivery["state"] == "dead"));
    // Its administrators read of it in the bell, also of a desk that sends no letters.
    let admin = desk.sign_in("admin").await;
    let notices = admin.get("/me/notifications?unread=true").await.ok(200);
    let notice = &notices["desk"][0];
    assert_eq!((&notice["kind"], &notice["project"]["key"]), (&json!("webhook_disabled"), &json!("TIC")));
    assert_eq!((&notice["subject"], &notice["read_at"]), (&json!("Tablero"), &Value::Null));
    assert_eq!(notice["page"], json!(format!("/console/admin{}", path(&webhook))));
    let unread = notices["unread"].as_i64().expect("a number");
    admin.post("/me/notifications/read", &json!({"ids": [notice["id"]]})).await.expect_status(204);
    let notices = admin.get("/me/notifications?unread=true").await.ok(200);
    assert_eq!((&notices["desk"], &notices["unread"]), (&json!([]), &json!(unread - 1)));
    assert_eq!(admin.get("/me/notifications").await.ok(200)["desk"].as_array().map(Vec::len), Some(1));
    for other in ["agent", "supervisor", "stranger_admin"] {
        let notices = desk.sign_in(other).await.get("/me/notifications").await.ok(200);
        assert_eq!(notices["desk"], json!([]), "{other}");
    }
    // Somebody tries whether it is there again.
    ping(&desk, &webhook).await;
    assert_eq!(receiver.types(), ["ticket.registered", "webhook.ping"]);
    assert!(receiver.received()[1].is_signed_by(&secret(&webhook)));
    assert_eq!(receiver.received()[1].json()["data"], Value::Null);
}

#[tokio::test]
async fn for_a_day_the_old_secret_and_the_new_one_sign() {
    let (desk, receiver) = desk().await;
    let webhook = made(&desk, &receiver.url(), json!({})).await;
    let old = secret(&webhook);
    let rotated = desk.sign_in("admin").await.post(&format!("{}/rotate", path(&webhook)), &json!({})).await;
    let rotated = rotated.ok(200);
    let new = secret(&rotated);
    assert!(new != old && rotated["previous_secret_until"] == "2026-11-12T14:00:00Z", "{rotated}");
    ping(&desk, &webhook).await;
    desk.clock.advance(TimeDelta::hours(23));
    ping(&desk, &webhook).await;
    for calls in receiver.received() {
        assert_eq!(calls.header("webhook-signature").split(' ').count(), 2);
        assert!(calls.is_signed_by(&old) && calls.is_signed_by(&new));
    }
    desk.clock.advance(TimeDelta::hours(1));
    ping(&desk, &webhook).await;
    let last = receiver.received().pop().expect("a ping");
    assert_eq!(last.header("webhook-signature").split(' ').count(), 1);
    assert!(!last.is_signed_by(&old) && last.is_signed_by(&new));
    assert_eq!(present(&desk, &webhook).await["previous_secret_until"], Value::Null);
}

#[tokio::test]
async fn nobody_has_the_desk_speak_to_private_addresses() {
    let desk = Desk::start().await;
    let receiver = Receiver::start().await;
    let admin = desk.sign_in("admin").await;
    let body = |url: &str| json!({"project": "TIC", "description": "x", "url": url, "events": ["*"]});
    for (url, fault) in [
        ("http://hooks.example.org/", "url: webhook_url"),
        ("https://ana:clave@hooks.example.org/", "url: webhook_url"),
        ("hooks.example.org", "url: webhook_url"),
        (receiver.url().as_str(), "url: webhook_url"),
        ("https://127.0.0.1/", "url: webhook_address"),
        ("https://0x7f000001/", "url: webhook_address"),
        ("https://[::ffff:10.0.0.1]/", "url: webhook_address"),
        ("https://169.254.169.254/latest/meta-data/", "url: webhook_address"),
    ] {
        assert_eq!(admin.post("/webhooks", &body(url)).await.faults(), [fault], "{url}");
    }
    // What a name leads to is known only when it is asked for.
    let url = receiver.named_url().replace("http://", "https://");
    let webhook = made(&desk, &url, json!({})).await;
    ping(&desk, &webhook).await;
    let refused = log(&desk, &webhook).await.remove(0);
    assert_eq!((&refused["fault"], &refused["status_code"]), (&json!("address"), &Value::Null));
    assert!(receiver.received().is_empty());
    let version = present(&desk, &webhook).await["version"].as_i64().expect("a version");
    let moved = admin.patch(&path(&webhook), version, &json!({"url": "https://10.0.0.1/"})).await;
    assert_eq!(moved.faults(), ["url: webhook_address"]);
}

#[tokio::test]
async fn the_operator_may_allow_a_network() {
    let closed = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = closed.local_addr().expect("an address").port();
    drop(closed);
    let desk = Desk::with(|config| {
        config.webhook_allowed_networks =
            ["127.0.0.0/8", "::1/128"].map(|network| network.parse().expect("a network")).to_vec();
    })
    .await;
    let webhook = made(&desk, &format!("https://localhost:{port}/"), json!({})).await;
    ping(&desk, &webhook).await;
    // It may be reached, and nobody is there.
    assert_eq!(log(&desk, &webhook).await[0]["fault"], "connection");
}

#[tokio::test]
async fn nobody_is_followed_to_another_place() {
    let (desk, receiver) = desk().await;
    let elsewhere = Receiver::start().await;
    let webhook = made(&desk, &receiver.url(), json!({})).await;
    receiver.answer_next(&format!("307 Temporary Redirect\r\nlocation: {}", elsewhere.url()));
    ping(&desk, &webhook).await;
    assert_eq!((receiver.received().len(), elsewhere.received().len()), (1, 0));
    let failed = log(&desk, &webhook).await.remove(0);
    assert_eq!((&failed["state"], &failed["status_code"]), (&json!("waiting"), &json!(307)));
}

#[tokio::test]
async fn what_is_not_for_others_is_told_to_no_webhook_that_was_not_made_for_it() {
    let (desk, receiver) = desk().await;
    let all = Receiver::start().await;
    made(&desk, &receiver.url(), json!({"events": ["*"]})).await;
    made(&desk, &all.url(), json!({"events": ["*"], "internal": true, "confidential": true})).await;
    let number = desk.register("requester", json!({})).await;
    let note = json!({"body": "Solo para la mesa.", "visibility": "internal"});
    let agent = desk.sign_in("agent").await;
    agent.post(&format!("/tickets/{number}/comments"), &note).await.expect_status(201);
    let hidden = desk.confidential_ticket().await;
    desk.run_jobs().await;
    assert_eq!(receiver.types(), ["ticket.registered"]);
    assert!(all.types().contains(&"ticket.commented".to_owned()));
    assert!(all.received().iter().any(|calls| calls.body.contains(&hidden)));
    assert!(!receiver.received().iter().any(|calls| calls.body.contains(&hidden)));

    // What waits to be tried again is not told any more once the case has become confidential.
    let number = desk.register("requester", json!({})).await;
    receiver.answer_next("500 Internal Server Error");
    desk.run_jobs().await;
    let tries = receiver.received().len();
    desk.act("agent", &number, "confidential", json!({"confidential": true, "readers": ["agent"]})).await;
    desk.later(TimeDelta::seconds(5)).await;
    assert_eq!(receiver.received().len(), tries);
}

#[tokio::test]
async fn a_webhook_is_its_administrators_and_changes_by_version() {
    let (desk, receiver) = desk().await;
    let webhook = made(&desk, &receiver.url(), json!({"events": ["ticket.closed", "*"]})).await;
    assert_eq!(webhook["events"], json!(["*"]), "everything is everything");
    let (admin, stranger) = (desk.sign_in("admin").await, desk.sign_in("stranger_admin").await);
    let place = path(&webhook);
    for path in [place.clone(), format!("{place}/deliveries")] {
        stranger.get(&path).await.refused(404, "not_found");
    }
    stranger.post(&format!("{place}/rotate"), &json!({})).await.refused(404, "not_found");
    stranger.patch(&place, 1, &json!({"active": false})).await.refused(404, "not_found");
    stranger.delete(&place).await.refused(404, "not_found");
    assert_eq!(stranger.get("/webhooks").await.ok(200)["items"], json!([]));
    let theirs = json!({"project": "TIC", "description": "x", "url": receiver.url(), "events": ["*"]});
    assert_eq!(stranger.post("/webhooks", &theirs).await.faults(), ["project: unknown_reference"]);

    admin
        .ask(reqwest::Method::PATCH, &place)
        .json(&json!({}))
        .send()
        .await
        .refused(428, "precondition_required");
    let changed = admin.patch(&place, 1, &json!({"events": ["ticket.closed"], "description": "Otro"})).await;
    assert_eq!(changed.header("etag"), Some("\"2\""));
    assert_eq!(changed.ok(200)["events"], json!(["ticket.closed"]));
    admin.patch(&place, 1, &json!({"active": false})).await.refused(412, "stale");
    desk.register("requester", json!({})).await;
    desk.run_jobs().await;
    assert!(receiver.received().is_empty(), "it is told of closes only");
    let listed = admin.get("/webhooks?project=TIC").await.ok(200);
    assert_eq!(listed["items"].as_array().map(Vec::len), Some(1));
    assert!(!listed.to_string().contains("whsec_"));

    // A retry of what was shown once is told so.
    let once = |path: String| {
        admin.ask(reqwest::Method::POST, &path).header("Idempotency-Key", &path).json(&json!({})).send()
    };
    once(format!("{place}/rotate")).await.expect_status(200);
    once(format!("{place}/rotate")).await.refused(409, "shown_once");

    admin.delete(&place).await.expect_status(204);
    admin.get(&place).await.refused(404, "not_found");
    let audit = admin.get("/audit?limit=200").await.text();
    assert!(!audit.contains("whsec_") && !audit.contains("/mesa"), "of the address only whose it is");
}
