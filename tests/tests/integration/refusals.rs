//! Every refusal is a problem that says what to do, and leaves nothing half done.

use contract::tickets::Status;
use reqwest::Method;
use serde_json::{Value, json};
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
    assert_eq!(problem["allowed_actions"], json!(["open", "merge", "comment", "attach"]));
    assert_eq!(problem["instance"], json!(format!("/api/v1{path}")));
    assert_eq!(problem["type"], "/api/problems#wrong_state");
    assert_eq!(
        problem["detail"],
        json!(format!(
            "El caso {number} está «Registrado» y no se puede solucionar. Ahora se puede: abrir, fusionar, comentar, adjuntar."
        ))
    );
    let english = agent.reading("en-GB,en;q=0.9").post(&path, &json!({"solution": "Done."})).await;
    assert_eq!(
        english.refused(409, "wrong_state")["detail"],
        json!(format!(
            "The case {number} is “Registered”, so you cannot resolve. Now you can: open, merge, comment, attach."
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
async fn each_field_at_fault_is_named_with_its_code() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    let requester = desk.sign_in("requester").await;
    let with = |differing: Value| incident(differing);
    for (who, body, faults) in [
        (&requester, json!({}), vec!["kind: required"]),
        (&requester, json!({"kind": "incident", "subject": "x"}), vec!["description: required"]),
        (&requester, with(json!({"colour": "red"})), vec!["colour: unknown_field"]),
        (&requester, with(json!({"kind": "disaster"})), vec!["kind: word"]),
        (&requester, with(json!({"subject": 5})), vec!["subject: type"]),
        (&requester, with(json!({"subject": "   "})), vec!["subject: blank"]),
        (&requester, with(json!({"subject": "x".repeat(201)})), vec!["subject: length"]),
        (
            &requester,
            with(json!({"subject": "", "description": "\t"})),
            vec!["description: blank", "subject: blank", "subject: length"],
        ),
        (&requester, with(json!({"subject": "a\u{0}b"})), vec!["subject: nul"]),
        (&requester, with(json!({"fields": {"a": ["x\u{0}"]}})), vec!["fields.a.0: nul"]),
        (&requester, with(json!({"tags": [" "]})), vec!["tags: tags"]),
        (&requester, with(json!({"fields": {"texto": "x".repeat(20_001)}})), vec!["fields: fields"]),
        (&requester, with(json!({"service": "nada"})), vec!["service: unknown_reference"]),
        (
            &requester,
            with(json!({"information_system": "nada"})),
            vec!["information_system: unknown_reference"],
        ),
        (&requester, with(json!({"component": "nada"})), vec!["component: unknown_reference"]),
        (&requester, with(json!({"asset": "nada"})), vec!["asset: unknown_reference"]),
        (&requester, with(json!({"project": "NADA"})), vec!["project: unknown_reference"]),
        (&requester, with(json!({"channel": "phone"})), vec!["channel: channel"]),
        (&requester, with(json!({"requester": "requester2"})), vec!["requester: on_behalf"]),
        (&agent, with(json!({"requester": "nadie"})), vec!["requester: unknown_reference"]),
        (&agent, with(json!({"requester": "stranger"})), vec!["requester: not_in_project"]),
    ] {
        assert_eq!(who.post("/tickets", &body).await.faults(), faults, "{body:.200}");
    }
    let total = desk.sign_in("admin").await.get("/tickets?count=true").await.ok(200);
    assert_eq!(total["total"], 0, "nothing of a refused registration stays");
}

#[tokio::test]
async fn a_step_wants_sound_fields_too() {
    let desk = Desk::start().await;
    let analysed = desk.ticket_in(Status::InAnalysis).await;
    let worked = desk.ticket_in(Status::InProgress).await;
    let solved = desk.ticket_in(Status::Resolved).await;
    let mine = desk.ticket_at_level_2().await;
    for (who, number, action, body, fault) in [
        ("agent", &analysed, "escalate", json!({"reason": "Arriba.", "group": "n3"}), "group: wrong_level"),
        (
            "agent",
            &analysed,
            "escalate",
            json!({"reason": "Arriba.", "provider": "redes-sas"}),
            "provider: wrong_level",
        ),
        (
            "agent",
            &analysed,
            "escalate",
            json!({"reason": "Arriba.", "assignee": "agent2"}),
            "assignee: wrong_level",
        ),
        (
            "agent",
            &analysed,
            "escalate",
            json!({"reason": "Arriba.", "assignee": "nadie"}),
            "assignee: unknown_reference",
        ),
        (
            "specialist",
            &mine,
            "escalate",
            json!({"reason": "Arriba.", "group": "n2-sistemas"}),
            "group: wrong_level",
        ),
        (
            "specialist",
            &mine,
            "escalate",
            json!({"reason": "Arriba.", "assignee": "agent"}),
            "assignee: wrong_level",
        ),
        ("agent", &analysed, "assign", json!({}), "assignee: target_required"),
        ("agent", &analysed, "diagnose", json!({"cause": " ", "analysis": "x"}), "cause: blank"),
        ("agent", &worked, "work", json!({"description": "x", "minutes": 1441}), "minutes: range"),
        ("agent", &worked, "work", json!({"description": "x", "minutes": -1}), "minutes: type"),
        ("agent", &worked, "resolve", json!({}), "solution: required"),
        ("requester", &solved, "survey", json!({"satisfied": true, "score": 6}), "score: range"),
        (
            "requester",
            &solved,
            "survey",
            json!({"satisfied": true, "answers": {"trato": 0}}),
            "answers: score",
        ),
        ("requester", &solved, "survey", json!({"satisfied": "sí"}), "satisfied: type"),
        ("agent", &analysed, "pause", json!({"reason": "parts", "until": "pronto"}), "until: type"),
    ] {
        let before = desk.read("admin", number).await;
        let answer = desk.sign_in(who).await.post(&format!("/tickets/{number}/{action}"), &body).await;
        assert_eq!(answer.faults(), [fault], "{action} {body}");
        assert_eq!(desk.read("admin", number).await, before, "{action} {body} left something behind");
    }
}

#[tokio::test]
async fn agreements_and_days_off_want_sound_fields() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let agreement = |differing: Value| {
        let mut body = json!({"project": "TIC", "key": "c", "name": "C", "valid_from": "2026-11-11", "targets": [{"attention_minutes": 60}]});
        body.as_object_mut().expect("an object").extend(differing.as_object().expect("an object").clone());
        body
    };
    for (differing, fault) in [
        (json!({"valid_from": "2026-11-10"}), "valid_from: past"),
        (json!({"valid_until": "2026-11-10"}), "valid_until: order"),
        (json!({"targets": [{"kind": "incident", "attention_minutes": 60}]}), "targets: catch_all"),
        (json!({"targets": [{"attention_minutes": 0}]}), "targets.0.attention_minutes: range"),
        (json!({"targets": [{}]}), "targets[0].attention_minutes: required"),
        (json!({"targets": []}), "targets: length"),
    ] {
        assert_eq!(admin.post("/agreements", &agreement(differing)).await.faults(), [fault]);
    }
    let holiday = json!({"project": "TIC", "date": "2026-11-11", "name": "Hoy"});
    admin.post("/holidays", &holiday).await.expect_status(201);
    admin.post("/holidays", &holiday).await.refused(409, "exists");
    let past = json!({"project": "TIC", "date": "2026-11-10", "name": "Ayer"});
    assert_eq!(admin.post("/holidays", &past).await.faults(), ["date: past"]);
    admin.delete("/holidays/2026-11-12").await.refused(404, "not_found");
    admin.delete("/holidays/mañana").await.refused(404, "not_found");
    for (body, fault) in [
        (
            json!({"from": "2026-11-11T14:00:00Z", "minutes": 60, "calendar": "nada"}),
            "calendar: unknown_reference",
        ),
        (json!({"from": "1800-01-01T00:00:00Z", "minutes": 60}), "from: span"),
        (json!({"from": "2026-11-11T14:00:00Z", "minutes": 60_001}), "minutes: range"),
    ] {
        assert_eq!(admin.post("/service-hours/due", &body).await.faults(), [fault]);
    }
    let long = json!({"from": "2000-01-01T00:00:00Z", "until": "2026-01-01T00:00:00Z"});
    assert_eq!(admin.post("/service-hours/elapsed", &long).await.faults(), ["until: span"]);
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
