//! An administrator acts in somebody's place, for support: announced, recorded, for a quarter of an
//! hour, and not in what only the person may do.

use chrono::TimeDelta;
use contract::tickets::Status;
use serde_json::json;
use tests::Desk;

#[tokio::test]
async fn it_is_announced_and_every_act_is_recorded() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let taken = admin.post("/users/requester/impersonate", &json!({})).await.ok(200);
    assert_eq!((&taken["expires_in"], &taken["token_type"]), (&json!(900), &json!("Bearer")));
    assert_eq!(taken["user"]["impersonator"]["display_name"], "Adriana Castro");
    let ana = desk.bearing(&taken);
    let me = ana.get("/me").await.ok(200);
    assert_eq!(
        (&me["username"], &me["impersonator"]["display_name"]),
        (&json!("requester"), &json!("Adriana Castro"))
    );
    let ticket = ana.post("/tickets", &tests::given::incident(json!({}))).await.ok(201);
    assert_eq!(ticket["requester"]["display_name"], "Ana Rojas");
    let log = admin.get("/audit?operation=POST /api/v1/tickets").await.ok(200);
    let entry = &log["items"][0];
    assert_eq!(entry["actor"]["display_name"], "Ana Rojas");
    assert_eq!(entry["impersonator"]["display_name"], "Adriana Castro");
    // Whoever reads the case sees it too.
    let number = ticket["number"].as_str().expect("a number");
    ana.post(&format!("/tickets/{number}/comments"), &json!({"body": "Sigue igual."}))
        .await
        .expect_status(201);
    let herself = desk.sign_in("requester").await;
    herself
        .post(&format!("/tickets/{number}/comments"), &json!({"body": "Ya volvió."}))
        .await
        .expect_status(201);
    let events = desk.events("requester", number).await;
    let told: Vec<_> = events
        .iter()
        .map(|event| (&event["actor"]["display_name"], event["impersonator"]["display_name"].as_str()))
        .collect();
    let ana_rojas = json!("Ana Rojas");
    let through = Some("Adriana Castro");
    assert_eq!(told, [(&ana_rojas, through), (&ana_rojas, through), (&ana_rojas, None)]);
    let begun = admin.get("/audit?operation=POST /api/v1/users/{user}/impersonate").await.ok(200);
    assert_eq!(begun["items"].as_array().map(Vec::len), Some(1));
    assert!(desk.sign_in("requester").await.get("/me").await.ok(200).get("impersonator").is_none());
}

#[tokio::test]
async fn it_ends_by_itself_and_with_what_let_it_begin() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let taken = admin.post("/users/agent/impersonate", &json!({})).await.ok(200);
    let alan = desk.bearing(&taken);
    desk.clock.advance(TimeDelta::seconds(899));
    alan.get("/me").await.expect_status(200);
    desk.clock.advance(TimeDelta::seconds(1));
    alan.get("/me").await.refused(401, "unauthenticated");

    // The person becomes an administrator.
    let alan = desk.bearing(&admin.post("/users/agent/impersonate", &json!({})).await.ok(200));
    let body = json!({"project": "TIC", "roles": ["agent", "admin"]});
    let ask = admin.ask(reqwest::Method::PUT, "/users/agent/roles").header("If-Match", "\"1\"");
    ask.json(&body).send().await.expect_status(200);
    alan.get("/me").await.refused(401, "unauthenticated");

    // The administrator is gone.
    let bibiana = desk.bearing(&admin.post("/users/agent2/impersonate", &json!({})).await.ok(200));
    bibiana.get("/me").await.expect_status(200);
    let alan = desk.sign_in("agent").await;
    alan.post("/users/admin/deactivate", &json!({})).await.expect_status(200);
    bibiana.get("/me").await.refused(401, "unauthenticated");
}

#[tokio::test]
async fn never_of_an_administrator_nor_of_whoever_is_not_there() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    for username in ["admin", "stranger_admin", "stranger"] {
        admin.post(&format!("/users/{username}/impersonate"), &json!({})).await.refused(403, "forbidden");
    }
    admin.post("/users/agent2/deactivate", &json!({})).await.expect_status(200);
    admin.post("/users/agent2/impersonate", &json!({})).await.refused(403, "forbidden");
    admin.post("/users/nadie/impersonate", &json!({})).await.refused(404, "not_found");
    // Nor by whoever acts in somebody's place already.
    let alan = desk.bearing(&admin.post("/users/agent/impersonate", &json!({})).await.ok(200));
    alan.post("/users/requester/impersonate", &json!({})).await.refused(403, "forbidden");
}

#[tokio::test]
async fn what_only_the_person_may_say_stays_theirs() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let number = desk.ticket_in(Status::Resolved).await;
    let ana = desk.bearing(&admin.post("/users/requester/impersonate", &json!({})).await.ok(200));
    let ticket = ana.get(&format!("/tickets/{number}")).await.ok(200);
    assert_eq!(ticket["allowed_actions"], json!(["comment", "attach"]));
    let survey = format!("/tickets/{number}/survey");
    ana.post(&survey, &json!({"satisfied": true, "score": 5})).await.refused(403, "only_in_person");
    ana.get("/me/data").await.refused(403, "only_in_person");
    desk.sign_in("requester").await.post(&survey, &json!({"satisfied": true})).await.expect_status(200);
}

#[tokio::test]
async fn each_token_is_on_record_and_none_kept_under_an_idempotency_key() {
    use diesel::prelude::*;
    use mesa::db::schema::idempotency_keys;
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let ask =
        || admin.ask(reqwest::Method::POST, "/users/agent/impersonate").header("Idempotency-Key", "k-1");
    let first = ask().send().await.ok(200);
    let again = ask().send().await.ok(200);
    assert_eq!(first["user"], again["user"]);
    desk.bearing(&again).get("/me").await.expect_status(200);
    let begun = admin.get("/audit?operation=POST /api/v1/users/{user}/impersonate").await.ok(200);
    assert_eq!(begun["items"].as_array().map(Vec::len), Some(2));
    let kept = desk
        .app
        .db
        .read(|connection| Ok(idempotency_keys::table.count().get_result::<i64>(connection)?))
        .await
        .expect("they can be counted");
    assert_eq!(kept, 0);
}
