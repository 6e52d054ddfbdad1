//! Fields at fault: each is named with its code, and nothing of the request stays.

use contract::tickets::Status;
use serde_json::{Value, json};
use tests::Desk;
use tests::given::incident;

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
        (&requester, with(json!({"subject": "Factura\u{202e}fdp.exe"})), vec!["subject: invisible"]),
        (&requester, with(json!({"subject": "Sin red\nurgente"})), vec!["subject: invisible"]),
        (&requester, with(json!({"tags": ["vip\u{200b}"]})), vec!["tags: invisible"]),
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
async fn no_name_has_anything_in_it_that_cannot_be_seen() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    // It turns round what follows; it has no width; it isolates; it breaks the line.
    for sign in ["\u{202e}", "\u{200b}", "\u{2066}", "\u{feff}", "\n", "\u{7f}"] {
        let name = format!("Re{sign}des");
        let holiday = json!({"project": "TIC", "date": "2026-12-24", "name": name});
        let key = json!({"name": name, "scopes": ["read"], "expires_at": "2027-01-01T00:00:00Z"});
        let agreement = json!({"project": "TIC", "key": "c", "name": name, "valid_from": "2026-11-11",
            "targets": [{"attention_minutes": 60}]});
        for (path, body) in [
            ("/projects", json!({"key": "GAF", "name": name})),
            ("/providers", json!({"project": "TIC", "key": "papel", "name": name})),
            ("/groups", json!({"project": "TIC", "key": "n2-datos", "name": name, "level": 2})),
            ("/holidays", holiday),
            ("/agreements", agreement),
            ("/me/api-keys", key),
        ] {
            assert_eq!(admin.post(path, &body).await.faults(), ["name: invisible"], "{path} {sign:?}");
        }
        let user = json!({"username": "lgarcia", "display_name": name, "phone": name, "area": name});
        let faults = ["area: invisible", "display_name: invisible", "phone: invisible"];
        assert_eq!(admin.post("/users", &user).await.faults(), faults, "{sign:?}");
        let changed = json!({"display_name": name, "area": name});
        let answer = admin.patch("/users/agent", 1, &changed).await;
        assert_eq!(answer.faults(), ["area: invisible", "display_name: invisible"], "{sign:?}");
        assert_eq!(admin.patch("/me", 1, &json!({"area": name})).await.faults(), ["area: invisible"]);
    }
    let refused = admin.post("/projects", &json!({"key": "GAF", "name": "Re\u{202e}des"})).await;
    let sentence = refused.refused(422, "invalid")["errors"][0]["message"].clone();
    assert!(sentence.as_str().is_some_and(|said| said.starts_with("Quite los caracteres")), "{sentence}");
    // What is written in more than one line, and other scripts, are as they were.
    let body = incident(json!({"subject": "شبكة José 日本", "description": "Uno.\n\tDos."}));
    desk.sign_in("requester").await.post("/tickets", &body).await.expect_status(201);
}
