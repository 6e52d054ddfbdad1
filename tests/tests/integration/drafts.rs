//! What is being written follows its writer from device to device, and is nobody else's.

use chrono::TimeDelta;
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Answer, Desk, Person};

const KEY: &str = "ticket:TIC-1:comment";

async fn keep(person: &Person, key: &str, value: Value, seen: Option<i64>) -> Answer {
    let mut ask = person.ask(Method::PUT, &format!("/me/drafts/{key}"));
    if let Some(seen) = seen {
        ask = ask.header("If-Match", &format!("\"{seen}\""));
    }
    ask.json(&json!({"value": value})).send().await
}

#[tokio::test]
async fn a_draft_is_there_on_the_next_device_and_gone_once_it_is_sent() {
    let desk = Desk::start().await;
    let (here, there) = (desk.sign_in("agent").await, desk.nobody().signed_in("agent").await);
    let path = format!("/me/drafts/{KEY}");
    there.get(&path).await.refused(404, "not_found");
    let kept = keep(&here, KEY, json!({"body": "Voy"}), Some(0)).await;
    assert_eq!(kept.header("etag"), Some(format!("\"{}\"", kept.body["version"]).as_str()));
    let first = kept.ok(200)["version"].as_i64().expect("a version");
    assert_eq!(there.get(&path).await.ok(200)["value"], json!({"body": "Voy"}));
    let unchanged = there.ask(Method::GET, &path).header("If-None-Match", &format!("\"{first}\""));
    unchanged.send().await.expect_status(304);

    // On the other device they go on; here they find out before they overwrite it.
    let second = keep(&there, KEY, json!({"body": "Voy para"}), Some(first)).await.ok(200);
    keep(&here, KEY, json!({"body": "Voy ya"}), Some(first)).await.refused(412, "stale");
    assert_eq!(here.get(&path).await.ok(200), second);
    // Without saying what they have seen, the last word counts.
    let third = keep(&here, KEY, json!({"body": "Voy para allá"}), None).await.ok(200);
    assert!(third["version"].as_i64() > second["version"].as_i64());

    keep(&here, "register:TIC", json!("texto"), None).await.expect_status(200);
    let all = there.get("/me/drafts").await.ok(200);
    assert_eq!((&all["items"][0]["key"], &all["items"][1]["key"]), (&json!("register:TIC"), &json!(KEY)));
    assert!(all["items"][0].get("value").is_none());
    let page = there.get("/me/drafts?limit=1").await.ok(200);
    let cursor = page["next_cursor"].as_str().expect("there is more");
    let rest = there.get(&format!("/me/drafts?limit=1&cursor={cursor}")).await.ok(200);
    assert_eq!(rest["items"][0]["key"], KEY);

    here.delete(&path).await.expect_status(204);
    here.delete(&path).await.expect_status(204);
    there.get(&path).await.refused(404, "not_found");
    desk.clock.advance(TimeDelta::seconds(1));
    // A draft begun anew is not taken for the one that was sent.
    keep(&here, KEY, json!("otra"), None).await.expect_status(200);
    keep(&there, KEY, json!("vieja"), third["version"].as_i64()).await.refused(412, "stale");
}

#[tokio::test]
async fn a_draft_has_limits() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    let most = "x".repeat((64 << 10) - 2);
    keep(&agent, KEY, json!(most), None).await.expect_status(200);
    let more = keep(&agent, KEY, json!(format!("{most}x")), None).await;
    assert_eq!(more.faults(), ["value: draft"]);
    assert_eq!(keep(&agent, "con%20espacio", json!(1), None).await.faults(), ["key: draft_key"]);
    assert_eq!(keep(&agent, &"k".repeat(121), json!(1), None).await.faults(), ["key: draft_key"]);
    let ask = agent.ask(Method::PUT, &format!("/me/drafts/{KEY}"));
    assert_eq!(ask.json(&json!({})).send().await.faults(), ["value: required"]);
    for number in 1..200 {
        keep(&agent, &format!("k{number}"), json!(number), None).await.expect_status(200);
    }
    assert_eq!(keep(&agent, "one-more", json!(1), None).await.faults(), ["key: draft_count"]);
    keep(&agent, "k7", json!("sigue"), None).await.expect_status(200);
}

#[tokio::test]
async fn a_draft_is_its_writers_alone() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    keep(&agent, KEY, json!("mío"), None).await.expect_status(200);
    let path = format!("/me/drafts/{KEY}");
    desk.sign_in("agent2").await.get(&path).await.refused(404, "not_found");
    let token = desk.sign_in("admin").await.post("/users/agent/impersonate", &json!({})).await.ok(200);
    let stand_in = desk.nobody().with_token(token["access_token"].as_str().expect("a token"));
    stand_in.get(&path).await.refused(403, "only_in_person");
    stand_in.get("/me/drafts").await.refused(403, "only_in_person");
    keep(&stand_in, KEY, json!("ajeno"), None).await.refused(403, "only_in_person");
    let key = json!({"name": "k", "scopes": ["read"], "expires_at": "2027-01-01T00:00:00Z"});
    let key = agent.post("/me/api-keys", &key).await.ok(201)["key"].as_str().expect("a key").to_owned();
    desk.nobody().with_token(&key).get(&path).await.refused(403, "insufficient_scope");
}

#[tokio::test]
async fn a_draft_goes_after_a_month_and_with_its_writer() {
    let desk = Desk::start().await;
    let requester = desk.sign_in("requester2").await;
    keep(&requester, KEY, json!({"body": "Me duele."}), None).await.expect_status(200);
    let copy = requester.get("/me/data").await;
    copy.expect_status(200);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(copy.bytes)).expect("an archive");
    let drafts: Value =
        serde_json::from_reader(archive.by_name("borradores.json").expect("a file")).expect("JSON");
    assert_eq!((&drafts[0]["key"], &drafts[0]["value"]["body"]), (&json!(KEY), &json!("Me duele.")));

    desk.later(TimeDelta::days(29)).await;
    requester.get(&format!("/me/drafts/{KEY}")).await.expect_status(200);
    desk.later(TimeDelta::days(2)).await;
    requester.get(&format!("/me/drafts/{KEY}")).await.refused(404, "not_found");

    keep(&requester, KEY, json!({"body": "Me duele."}), None).await.expect_status(200);
    let id = requester.get("/me").await.ok(200)["id"].as_str().expect("an id").to_owned();
    let admin = desk.sign_in("admin").await;
    admin.post(&format!("/users/{id}/anonymise"), &json!({"reason": "Lo pidió."})).await.expect_status(200);
    assert_eq!(rows(&desk).await, 0);
}

async fn rows(desk: &Desk) -> i64 {
    use diesel::prelude::*;
    let count = |connection: &mut mesa::db::DbConnection| {
        Ok(mesa::db::schema::drafts::table.count().get_result::<i64>(connection)?)
    };
    desk.app.db.read(count).await.expect("rows can be counted")
}
