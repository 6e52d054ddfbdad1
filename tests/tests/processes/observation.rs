//! What an operator sees: `/metrics` and the access log.

use super::server::{Home, Server, until};
use reqwest::{Client, StatusCode};
use serde_json::json;

#[tokio::test]
async fn metrics_are_for_this_machine_and_not_for_whom_a_proxy_brings() {
    let home = Home::new();
    let server = home.serve();
    let _ = server.sign_in("agent").await;
    let (status, text) = metrics(&server, &[]).await;
    assert_eq!(status, StatusCode::OK);
    let counted = "mesa_http_request_duration_seconds_count{method=\"POST\",route=\"/api/v1/auth/login\",status=\"200\"} 1";
    assert!(text.contains(counted), "{text}");
    let (status, text) = metrics(&server, &[("x-forwarded-for", "203.0.113.9")]).await;
    assert_eq!(status, StatusCode::NOT_FOUND, "{text}");
}

#[tokio::test]
async fn with_a_token_metrics_are_for_whoever_has_it() {
    let home = Home::new();
    let server = Server::start(home.command().env("MESA_METRICS_TOKEN", "a-token-for-the-collector"));
    let right = ("authorization", "Bearer a-token-for-the-collector");
    for wrong in
        [&[][..], &[("authorization", "Bearer a-token-for-the-collectoR")], &[("authorization", "Bearer ")]]
    {
        assert_eq!(metrics(&server, wrong).await.0, StatusCode::NOT_FOUND, "{wrong:?}");
    }
    assert_eq!(metrics(&server, &[right]).await.0, StatusCode::OK);
    assert_eq!(metrics(&server, &[right, ("x-forwarded-for", "203.0.113.9")]).await.0, StatusCode::OK);
}

async fn metrics(server: &Server, headers: &[(&str, &str)]) -> (StatusCode, String) {
    let client = Client::builder().build().expect("a client");
    let request = client.get(format!("http://{}/metrics", server.address));
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    let answer = request.send().await.expect("an answer");
    (answer.status(), answer.text().await.expect("text"))
}

#[tokio::test]
async fn the_access_log_has_one_line_for_each_request_and_nothing_personal() {
    let home = Home::new();
    let server = home.serve();
    let desk = server.sign_in("requester").await;
    let case = json!({"kind": "incident", "subject": "Secreto uno", "description": "Secreto dos"});
    let sent = [
        ("one", desk.request(reqwest::Method::POST, "/tickets").json(&case)),
        ("two", desk.request(reqwest::Method::GET, "/tickets?q=secreto&requester=me")),
        ("three", desk.request(reqwest::Method::GET, "/tickets/ana.rojas@secreto.example")),
        ("four", desk.request(reqwest::Method::GET, "/no/such/secreto")),
        ("five", desk.request(reqwest::Method::POST, "/tickets").body("{\"secreto\":")),
        ("six", desk.request(reqwest::Method::GET, "/me").bearer_auth("secreto")),
    ];
    for (id, request) in sent {
        let answer = request.header("x-request-id", format!("walk-{id}")).send().await.expect("an answer");
        let id = format!("walk-{id}");
        assert_eq!(answer.headers()["x-request-id"], *id);
        // The line is written before the answer; reading it is another thread's work.
        until("the line is read", async || server.log().iter().any(|line| line.ends_with(&id))).await;
    }
    let log = server.log();
    for id in ["one", "two", "three", "four", "five", "six"] {
        let lines: Vec<_> = log.iter().filter(|line| line.contains(&format!("walk-{id}"))).collect();
        assert_eq!(lines.len(), 1, "one line for {id}: {lines:?}");
    }
    let all = log.join("\n").to_lowercase();
    for personal in ["secreto", "ana.rojas", "requester", "bearer", &desk.token.to_lowercase()] {
        assert!(!all.contains(personal), "the log tells {personal:?}: {all}");
    }
}
