//! Every refusal is a problem that says what to do, and leaves nothing half done.

use contract::tickets::Status;
use reqwest::Method;
use serde_json::json;
use tests::given::incident;
use tests::{Answer, Desk, Person};

#[tokio::test]
async fn a_wrong_state_tells_the_state_the_action_and_what_is_allowed() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::Registered).await;
    let path = format!("/tickets/{number}/resolve");
    let agent = desk.sign_in("agent").await;
    let spanish = agent.post(&path, &json!({"solution": "Ya."})).await;
    assert_eq!(spanish.header("content-type"), Some("application/problem+json"));
    let problem = spanish.refused(409, "wrong_state");
    assert_eq!((&problem["state"], &problem["action"]), (&json!("registered"), &json!("resolve")));
    assert_eq!(problem["allowed_actions"], json!(["open", "merge", "comment", "attach", "confidential"]));
    assert_eq!(problem["instance"], json!(format!("/api/v1{path}")));
    assert_eq!(problem["type"], "/api/problems#wrong_state");
    assert_eq!(
        problem["detail"],
        json!(format!(
            "El caso {number} está «Registrado» y no se puede resolver. Ahora se puede: abrir, fusionar, comentar, adjuntar, cambiar la confidencialidad."
        ))
    );
    let english = agent.reading("en-GB,en;q=0.9").post(&path, &json!({"solution": "Done."})).await;
    assert_eq!(
        english.refused(409, "wrong_state")["detail"],
        json!(format!(
            "The case {number} is “Registered”, so you cannot resolve. Now you can: open, merge, comment, attach, change its confidentiality."
        ))
    );
}

#[tokio::test]
async fn not_mine_to_do_is_403_and_not_mine_to_see_404() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    let body = json!({"reason": "cancelled", "note": "Ya no."});
    desk.sign_in("agent")
        .await
        .post(&format!("/tickets/{number}/close"), &body)
        .await
        .refused(403, "forbidden");
    let supervisor = desk.sign_in("supervisor").await;
    supervisor.post(&format!("/tickets/{number}/cancel"), &json!({})).await.refused(403, "forbidden");
    for (who, number) in [
        ("requester2", number.as_str()),
        ("agent", "TIC-999"),
        ("agent", "019a8f2e-7c1b-7e60-9f44-0b7f5d9f2a11"),
    ] {
        let person = desk.sign_in(who).await;
        let there = person.get(&format!("/tickets/{number}")).await.refused(404, "not_found");
        let acted =
            person.post(&format!("/tickets/{number}/cancel"), &json!({})).await.refused(404, "not_found");
        assert_eq!(there["detail"], acted["detail"]);
    }
}

#[tokio::test]
async fn whoever_saw_an_older_version_is_told() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::InAttention).await;
    let agent = desk.sign_in("agent").await;
    let accept = |version: &'static str| {
        let ask = agent.ask(Method::POST, &format!("/tickets/{number}/accept"));
        ask.header("If-Match", version).json(&json!({})).send()
    };
    accept("\"1\"").await.refused(412, "stale");
    for unsound in ["2", "\"two\"", "W/\"2\"", "\"\""] {
        assert_eq!(accept(unsound).await.faults(), ["If-Match: if_match"], "{unsound}");
    }
    assert_eq!(desk.actions(&number).await, ["register", "open"]);
    let current = agent.get(&format!("/tickets/{number}")).await;
    assert_eq!(current.header("etag"), Some("\"2\""));
    let accepted = accept("\"2\"").await;
    assert_eq!(accepted.header("etag"), Some("\"3\""));
    assert_eq!(accepted.ok(200)["version"], 3);
    let known =
        agent.ask(Method::GET, &format!("/tickets/{number}")).header("If-None-Match", "\"3\"").send().await;
    known.expect_status(304);
}

#[tokio::test]
async fn what_is_no_request_of_ours_is_refused_by_its_form() {
    let desk = Desk::start().await;
    let requester = desk.sign_in("requester").await;
    let twice = format!("{0} {0}", incident(json!({})));
    for broken in ["{", "{\"kind\": }", "tru", twice.as_str()] {
        send(&requester, "application/json", broken.to_owned()).await.refused(400, "malformed");
    }
    for other in ["[]", "[\"incident\", \"x\", \"y\"]", "true", "null", "5", "\"incident\""] {
        assert_eq!(
            send(&requester, "application/json", other.to_owned()).await.faults(),
            [": type"],
            "{other}"
        );
    }
    let body = incident(json!({})).to_string();
    for kind in ["text/plain", "application/xml", "application/x-www-form-urlencoded"] {
        send(&requester, kind, body.clone()).await.refused(415, "unsupported_media_type");
    }
    send(&requester, "application/json; charset=utf-8", body).await.expect_status(201);
    let large = incident(json!({"description": "x".repeat(1 << 20)})).to_string();
    let problem = send(&requester, "application/json", large).await.refused(413, "too_large");
    assert!(problem["detail"].as_str().is_some_and(|detail| detail.contains("1 MiB")), "{problem}");
    requester.post("/tickets/TIC-1/attachments", &json!({})).await.refused(415, "unsupported_media_type");
}

#[tokio::test]
async fn an_unknown_path_or_method_says_so() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    for path in ["/nothing", "/tickets/TIC-1/explode", "/tickets/TIC-1/events/x/y"] {
        agent.get(path).await.refused(404, "not_found");
    }
    for (method, path, allowed) in [
        (Method::DELETE, "/tickets", "GET, POST"),
        (Method::PUT, "/tickets/TIC-1", "GET"),
        (Method::GET, "/tickets/TIC-1/open", "POST"),
        (Method::POST, "/me", "GET, PATCH"),
        (Method::GET, "/auth/login", "POST"),
    ] {
        let answer = agent.ask(method.clone(), path).send().await;
        assert_eq!(answer.header("allow"), Some(allowed), "{method} {path}");
        answer.refused(405, "method_not_allowed");
    }
    agent.get("/tickets/%00").await.refused(404, "not_found");
}

#[tokio::test]
async fn every_answer_carries_its_id_and_guards_itself() {
    let desk = Desk::start().await;
    let answer = desk.sign_in("agent").await.get("/tickets").await;
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("cache-control", "no-store"),
        ("referrer-policy", "same-origin"),
        ("content-security-policy", "default-src 'none'; frame-ancestors 'none'"),
    ] {
        assert_eq!(answer.header(name), Some(value), "{name}");
    }
    let refused = desk.nobody().get("/tickets").await;
    let id = refused.header("x-request-id").expect("an id").to_owned();
    assert_eq!(refused.refused(401, "unauthenticated")["request_id"], json!(id));
    let forged = desk.nobody().ask(Method::GET, "/me").header("X-Request-Id", "a b\tc").send().await;
    assert_ne!(forged.header("x-request-id"), Some("a b\tc"));
}

async fn send(person: &Person, kind: &str, body: String) -> Answer {
    person.ask(Method::POST, "/tickets").header("Content-Type", kind).body(body).send().await
}
