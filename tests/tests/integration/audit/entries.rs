//! What a row says, and what leaves none.

use super::rows;
use contract::tickets::Status;
use mesa::audit::UNRECORDED;
use serde_json::json;
use tests::Desk;
use tests::given::incident;

#[tokio::test]
async fn what_is_only_passing_leaves_no_row() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    let number = desk.ticket_in(Status::Registered).await;
    let before = rows(&desk).await.len();
    for operation in UNRECORDED {
        let (method, path) = operation.split_once(' ').expect("a method and a path");
        let path = path.replace("{ticket}", &number).replace("{key}", "ticket:TIC-1:comment");
        let ask = agent.ask(method.parse().expect("a method"), &path);
        let body = if path.contains("drafts") { json!({"value": 1}) } else { json!({"writing": true}) };
        let answer = if method == "PUT" { ask.json(&body).send().await } else { ask.send().await };
        assert!(answer.status.is_success(), "{operation}: {}", answer.text());
    }
    assert_eq!(rows(&desk).await.len(), before);
}

#[tokio::test]
async fn a_row_says_who_did_what_to_what_when_and_from_where() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    let number = desk.ticket_in(Status::Registered).await;
    let ask = agent
        .ask(reqwest::Method::POST, &format!("/tickets/{number}/open"))
        .header("X-Request-Id", "from-a-test");
    let answer = ask.json(&json!({})).send().await;
    assert_eq!(answer.header("x-request-id"), Some("from-a-test"));
    let row = rows(&desk).await.into_iter().find(|row| row.request_id == "from-a-test").expect("its row");
    assert_eq!(row.operation, "POST /api/v1/tickets/{ticket}/open");
    assert_eq!(row.object, format!("/api/v1/tickets/{number}/open"));
    assert_eq!(row.address.as_deref(), Some("127.0.0.1"));
    let me = agent.get("/me").await.ok(200);
    assert_eq!(json!(row.actor.expect("somebody").0), me["id"]);
}

#[tokio::test]
async fn sessions_leave_their_rows_too_and_a_refusal_none() {
    let desk = Desk::start().await;
    let login = |password: &str| json!({"username": "agent", "password": password});
    desk.nobody().post("/auth/login", &login("wrong")).await.refused(401, "invalid_credentials");
    let signed = desk.nobody().post("/auth/login", &login("mesa-demo")).await;
    let cookie =
        signed.header("set-cookie").and_then(|cookie| cookie.split(';').next()).expect("a cookie").to_owned();
    for path in ["/auth/refresh", "/auth/logout"] {
        let ask = desk.nobody().ask(reqwest::Method::POST, path).header("Cookie", &cookie);
        assert!(ask.send().await.status.is_success());
    }
    let words: Vec<String> = rows(&desk).await.into_iter().map(|row| row.operation).collect();
    assert_eq!(words, ["sign_in_failed", "sign_in", "session_refresh", "sign_out"]);

    let agent = desk.sign_in("agent").await;
    let before = rows(&desk).await.len();
    agent.post("/tickets", &incident(json!({"service": "no-existe"}))).await.expect_status(422);
    agent.post("/tickets/TIC-9/open", &json!({})).await.expect_status(404);
    assert_eq!(rows(&desk).await.len(), before);
}
