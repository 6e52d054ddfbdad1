//! The procedure TC-PD-15 from registration to close, by the people it names.

use contract::tickets::Status;
use serde_json::{Value, json};
use tests::Desk;
use tests::given::{diagnosis, incident};

#[tokio::test]
async fn a_case_goes_through_every_activity_to_its_close() {
    let desk = Desk::start().await;
    let solution = || json!({"solution": "Se reemplazó el switch."});
    let no = json!({"satisfied": false, "comment": "Sigue sin red el ala norte."});
    let to_provider = json!({"reason": "Garantía.", "provider": "redes-sas"});
    let registered = desk.sign_in("requester").await.post("/tickets", &incident(json!({}))).await;
    assert_eq!(registered.header("location"), Some("/api/v1/tickets/TIC-1"));
    assert_stands(&registered.ok(201), "registered", 1, "cancel comment attach");

    #[rustfmt::skip]
    let steps = [
        ("agent", "open", json!({}), "in_attention", 1, "accept reject classify assign merge comment attach confidential"),
        ("agent", "accept", json!({"note": "Procede."}), "in_analysis", 1, "classify escalate assign diagnose pause merge comment attach confidential"),
        ("agent", "classify", json!({"impact": "high", "urgency": "high", "service": "red"}), "in_analysis", 1, "classify escalate assign diagnose pause merge comment attach confidential"),
        ("agent", "escalate", json!({"reason": "Núcleo de red.", "group": "n2-redes"}), "in_analysis", 2, "classify assign diagnose pause merge comment attach confidential"),
        ("specialist", "escalate", to_provider, "in_analysis", 3, "classify assign diagnose pause comment attach confidential"),
        ("provider", "diagnose", diagnosis(), "in_progress", 3, "assign diagnose work pause verify resolve comment attach"),
        ("provider", "work", json!({"description": "Se cambió el switch.", "minutes": 40}), "in_progress", 3, "assign diagnose work pause verify resolve comment attach"),
        ("provider", "verify", json!({"effective": false}), "in_analysis", 3, "assign diagnose pause comment attach"),
        ("provider", "diagnose", diagnosis(), "in_progress", 3, "assign diagnose work pause verify resolve comment attach"),
        ("provider", "resolve", solution(), "resolved", 3, "comment attach"),
        ("requester", "survey", no, "in_analysis", 3, "comment attach"),
        ("provider", "diagnose", diagnosis(), "in_progress", 3, "assign diagnose work pause verify resolve comment attach"),
        ("provider", "verify", json!({"effective": true}), "in_progress", 3, "assign diagnose work pause verify resolve comment attach"),
        ("provider", "resolve", solution(), "resolved", 3, "comment attach"),
        ("requester", "survey", json!({"satisfied": true, "score": 5}), "closed", 3, ""),
    ];
    for (who, action, body, status, level, allowed) in steps {
        let ticket = desk.act(who, "TIC-1", action, body).await;
        assert_stands(&ticket, status, level, allowed);
    }

    let closed = desk.read("requester", "TIC-1").await;
    assert_eq!(closed["closure"]["reason"], "accepted");
    assert_eq!((&closed["reopen_count"], &closed["priority"]), (&json!(1), &json!(1)));
    assert_eq!(closed["satisfaction"], json!({"satisfied": true, "score": 5}));
    assert_eq!(closed["solution"], "Se reemplazó el switch.");
    assert_eq!(closed["sla"]["attention"]["state"], "met");
    let timeline: Vec<String> = desk.events("requester", "TIC-1").await.iter().map(line).collect();
    let expected = "3 register Ana Rojas · 4 open Alan Torres · 5 accept Alan Torres · 6 classify Alan Torres · \
        8 escalate Alan Torres · 8 escalate Sara Gómez · 9 diagnose Pablo Díaz · 10 work Pablo Díaz · \
        11 verify Pablo Díaz · 9 diagnose Pablo Díaz · 12 resolve Pablo Díaz · 13 survey Ana Rojas · \
        9 diagnose Pablo Díaz · 11 verify Pablo Díaz · 12 resolve Pablo Díaz · 13 survey Ana Rojas";
    assert_eq!(timeline.join(" · "), expected);
    let surveys = desk.sign_in("agent").await.get("/tickets/TIC-1/surveys").await.ok(200);
    let words: Vec<_> = surveys["items"].as_array().expect("items").iter().collect();
    assert_eq!((&words[0]["resolution"], &words[0]["satisfied"]), (&json!(1), &json!(false)));
    assert_eq!((&words[1]["resolution"], &words[1]["satisfied"]), (&json!(2), &json!(true)));
}

#[tokio::test]
async fn each_entry_of_the_timeline_says_what_changed() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    desk.act("agent", &number, "classify", json!({"impact": "high", "urgency": "low", "asset": "PC-0001"}))
        .await;
    desk.act("agent", &number, "escalate", json!({"reason": "Núcleo.", "assignee": "specialist"})).await;

    let events = desk.events("agent", &number).await;
    let changed =
        |name: &str, before: Value, after: Value| json!({"field": name, "before": before, "after": after});
    let assigned = changed("assignee", Value::Null, json!("Alan Torres"));
    assert_eq!(
        events[1]["changes"],
        json!([changed("status", json!("registered"), json!("in_attention")), assigned])
    );
    assert_eq!(
        events[3]["changes"],
        json!([
            changed("impact", json!("medium"), json!("high")),
            changed("urgency", json!("medium"), json!("low")),
            changed("asset", Value::Null, json!("Portátil")),
        ])
    );
    assert_eq!(events[4]["note"], "Núcleo.");
    assert_eq!(
        events[4]["changes"],
        json!([
            changed("level", json!("1"), json!("2")),
            changed("assignee", json!("Alan Torres"), json!("Sara Gómez")),
            changed("group", Value::Null, json!("Redes N2")),
        ])
    );
    let path = format!("/tickets/{number}/events/{}", events[4]["id"].as_str().expect("an id"));
    assert_eq!(desk.sign_in("agent").await.get(&path).await.ok(200), events[4]);
}

#[tokio::test]
async fn what_is_not_the_desks_is_rejected_or_handed_over() {
    let desk = Desk::start().await;
    for (redirect, reason) in [(Value::Null, "rejected"), (json!("Gestión Administrativa"), "redirected")] {
        let number = desk.ticket_in(Status::InAttention).await;
        let body = json!({"reason": "No es de la mesa.", "redirect_to": redirect});
        let ticket = desk.act("agent", &number, "reject", body).await;
        assert_stands(&ticket, "closed", 1, "");
        let closure = json!({"reason": reason, "note": "No es de la mesa.", "redirected_to": redirect});
        assert_eq!(ticket["closure"], closure);
        let events = desk.events("requester", &number).await;
        let last = events.last().expect("the rejection");
        assert_eq!((&last["action"], &last["activity"]), (&json!("reject"), &json!(5)));
        assert_eq!(last["note"], "No es de la mesa.");
    }
}

#[tokio::test]
async fn its_requester_takes_a_case_back_before_it_is_accepted() {
    let desk = Desk::start().await;
    for status in [Status::Registered, Status::InAttention] {
        let number = desk.ticket_in(status).await;
        let ticket = desk.act("requester", &number, "cancel", json!({"note": "Ya funciona."})).await;
        assert_stands(&ticket, "closed", 1, "");
        assert_eq!(ticket["closure"]["reason"], "cancelled");
    }
    let number = desk.ticket_in(Status::InAnalysis).await;
    let requester = desk.sign_in("requester").await;
    let problem =
        requester.post(&format!("/tickets/{number}/cancel"), &json!({})).await.refused(409, "wrong_state");
    assert_eq!(problem["allowed_actions"], json!(["comment", "attach"]));
}

#[tokio::test]
async fn an_administrator_closes_what_need_not_be_solved() {
    let desk = Desk::start().await;
    for (status, reason) in [(Status::Registered, "cancelled"), (Status::Resolved, "duplicate")] {
        let number = desk.ticket_in(status).await;
        let body = json!({"reason": reason, "note": "Ya se atiende."});
        let ticket = desk.act("admin", &number, "close", body).await;
        assert_eq!((&ticket["status"], &ticket["closure"]["reason"]), (&json!("closed"), &json!(reason)));
        assert_eq!(ticket["sla"]["acceptance"], Value::Null);
    }
}

#[tokio::test]
async fn a_petition_within_the_desks_competence_is_simply_answered() {
    let desk = Desk::start().await;
    for kind in ["request", "requirement"] {
        let number = desk.ticket_of_kind_in(kind, Status::InAnalysis).await;
        let ticket = desk.act("agent", &number, "resolve", json!({"solution": "Buzón creado."})).await;
        assert_stands(&ticket, "resolved", 1, "merge comment attach confidential");
        assert_eq!(ticket["sla"]["acceptance"]["due_at"], "2026-11-13T14:00:00Z");
    }
    for kind in ["incident", "problem", "change"] {
        let number = desk.ticket_of_kind_in(kind, Status::InAnalysis).await;
        let path = format!("/tickets/{number}/resolve");
        let answer = desk.sign_in("agent").await.post(&path, &json!({"solution": "Listo."})).await;
        answer.refused(409, "wrong_state");
    }
}

#[tokio::test]
async fn a_closed_case_is_taken_up_again_by_a_new_one() {
    let desk = Desk::start().await;
    let closed = desk.ticket_in(Status::Closed).await;
    let again = desk.register("requester", json!({"follow_up_of": closed})).await;
    let link =
        |ticket: &Value| (ticket["links"][0]["relation"].clone(), ticket["links"][0]["number"].clone());
    assert_eq!(link(&desk.read("requester", &again).await), (json!("follow_up_of"), json!(closed)));
    assert_eq!(link(&desk.read("requester", &closed).await), (json!("followed_up_by"), json!(again)));
    let open = desk.ticket_in(Status::Registered).await;
    let body = incident(json!({"follow_up_of": open}));
    let answer = desk.sign_in("requester").await.post("/tickets", &body).await;
    assert_eq!(answer.faults(), ["follow_up_of: not_closed"]);
}

#[tokio::test]
async fn an_agent_registers_on_behalf_of_whoever_calls() {
    let desk = Desk::start().await;
    let number = desk.register("agent", json!({"requester": "requester2", "channel": "phone"})).await;
    let ticket = desk.read("requester2", &number).await;
    assert_eq!(ticket["requester"]["display_name"], "Luis Moreno");
    assert_eq!(ticket["registered_by"]["display_name"], "Alan Torres");
    assert_eq!((&ticket["channel"], &ticket["watching"]), (&json!("phone"), &json!(true)));
    assert_eq!(desk.read("agent", &number).await["watching"], true);
    desk.sign_in("requester").await.get(&format!("/tickets/{number}")).await.refused(404, "not_found");
}

#[tokio::test]
async fn work_passes_between_people_and_groups_of_one_level() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    let ticket = desk.act("agent", &number, "assign", json!({"assignee": "agent2", "note": "Turno."})).await;
    assert_eq!(ticket["assignee"]["display_name"], "Bibiana Ruiz");
    let ticket = desk.act("agent2", &number, "assign", json!({"group": "n1"})).await;
    assert_eq!((&ticket["group"]["key"], &ticket["assignee"]), (&json!("n1"), &Value::Null));
    let agent = desk.sign_in("agent").await;
    let to_level_2 = agent.post(&format!("/tickets/{number}/assign"), &json!({"group": "n2-redes"})).await;
    assert_eq!(to_level_2.faults(), ["group: wrong_level"]);
}

/// Fails unless a ticket, as its answer shows it, stands where it should.
#[track_caller]
fn assert_stands(ticket: &Value, status: &str, level: u8, allowed: &str) {
    let offered: Vec<_> =
        ticket["allowed_actions"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    assert_eq!((ticket["status"].as_str(), ticket["level"].as_u64()), (Some(status), Some(level.into())));
    assert_eq!(offered.join(" "), allowed, "when {status}");
}

/// An entry of the timeline in a few words.
fn line(event: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or("–").to_owned();
    format!("{} {} {}", event["activity"], text(&event["action"]), text(&event["actor"]["display_name"]))
}
