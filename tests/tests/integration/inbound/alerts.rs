//! What a monitoring system tells: one group is one incident.

use super::{Source, alerts, data, total, zabbix};
use chrono::TimeDelta;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tests::Desk;

#[tokio::test]
async fn alerts_of_one_group_are_one_incident_and_what_is_known_is_counted() {
    let desk = Desk::start().await;
    let source = Source::make(&desk, "monitoring", json!({"group": "n1", "service": "red"})).await;
    let receipt = source.told(&desk, &data("alertmanager_firing.json")).await;
    assert_eq!(
        (&receipt["outcome"], &receipt["ticket"], &receipt["firing"]),
        (&json!("registered"), &json!("TIC-1"), &json!(2))
    );
    assert!(receipt["link"].as_str().is_some_and(|link| link.ends_with("/tickets/TIC-1")));
    let ticket = desk.read("agent", "TIC-1").await;
    for (field, wanted) in [
        ("channel", json!("monitoring")),
        ("kind", json!("incident")),
        ("subject", json!("Queda menos del 5 % de disco (+1)")),
        ("impact", json!("high")),
        ("urgency", json!("high")),
        ("priority", json!(1)),
        ("status", json!("registered")),
    ] {
        assert_eq!(ticket[field], wanted, "{field}");
    }
    assert_eq!((&ticket["group"]["key"], &ticket["service"]["key"]), (&json!("n1"), &json!("red")));
    assert_eq!(ticket["requester"]["display_name"], "Alan Torres");
    let description = ticket["description"].as_str().expect("text");
    for part in [
        "Alerta recibida de Prueba.",
        "A /var/lib/postgresql de srv-bd-01 le queda el 4,2 %.",
        "- Severidad: critical",
        "- Desde: 2026-11-11 08:55",
        "- instance: srv-bd-02:9100",
        "[Qué hacer](https://wiki.example.org/runbooks/disco)",
        "[Sistema de monitoreo](https://alertmanager.example.org/)",
    ] {
        assert!(description.contains(part), "{part} is not in:\n{description}");
    }
    // Alertmanager says it again every few hours.
    desk.clock.advance(TimeDelta::hours(4));
    let again = source.told(&desk, &data("alertmanager_firing.json")).await;
    assert_eq!((&again["outcome"], &again["ticket"]), (&json!("counted"), &json!("TIC-1")));
    assert_eq!(desk.actions("TIC-1").await, ["register"]);

    let first_over = alerts(&[0], "resolved", "2026-11-11T17:59:00Z");
    let over = source.told(&desk, &first_over).await;
    assert_eq!((&over["outcome"], &over["firing"]), (&json!("noted"), &json!(1)));
    assert_eq!(source.told(&desk, &first_over).await["outcome"], "counted");
    let events = desk.events("agent", "TIC-1").await;
    let note = events.last().expect("a note");
    assert_eq!((&note["action"], &note["visibility"]), (&json!("comment"), &json!("internal")));
    assert_eq!(note["channel"], "monitoring");
    let said = note["note"].as_str().expect("text");
    assert!(said.contains("se recuperó a las 2026-11-11 12:59"), "{said}");
    assert!(!said.contains("Todas las alertas"), "{said}");

    let all_over = source.told(&desk, &alerts(&[1], "resolved", "2026-11-11T17:59:30Z")).await;
    assert_eq!((&all_over["outcome"], &all_over["firing"]), (&json!("noted"), &json!(0)));
    let events = desk.events("agent", "TIC-1").await;
    assert!(events.last().is_some_and(|note| note["note"].to_string().contains("Todas las alertas")));
    // Closing it is for people.
    assert_eq!(desk.read("agent", "TIC-1").await["status"], "registered");
    assert_eq!(total(&desk, "channel=monitoring").await, 1);
    assert_eq!(total(&desk, "channel=chat").await, 0);
}

#[tokio::test]
async fn what_comes_and_goes_is_said_once() {
    let desk = Desk::start().await;
    let source = Source::make(&desk, "monitoring", json!({"flap_minutes": 15})).await;
    let (fires, over) = (alerts(&[0], "firing", ""), alerts(&[0], "resolved", ""));
    assert_eq!(source.told(&desk, &fires).await["outcome"], "registered");
    desk.clock.advance(TimeDelta::minutes(1));
    assert_eq!(source.told(&desk, &over).await["outcome"], "noted");
    for _ in 0..3 {
        desk.clock.advance(TimeDelta::minutes(2));
        let receipt = source.told(&desk, &fires).await;
        assert_eq!((&receipt["outcome"], &receipt["firing"]), (&json!("counted"), &json!(1)));
        let receipt = source.told(&desk, &over).await;
        assert_eq!((&receipt["outcome"], &receipt["firing"]), (&json!("counted"), &json!(0)));
    }
    assert_eq!(desk.actions("TIC-1").await, ["register", "comment"]);
    desk.clock.advance(TimeDelta::minutes(9));
    assert_eq!(source.told(&desk, &fires).await["outcome"], "noted");
    let events = desk.events("agent", "TIC-1").await;
    assert!(events.last().is_some_and(|note| note["note"].to_string().contains("Volvió a presentarse")));
    assert_eq!(total(&desk, "channel=monitoring").await, 1);
}

#[tokio::test]
async fn alerts_after_the_solution_are_a_new_incident_that_goes_on_with_the_last() {
    let desk = Desk::start().await;
    let source = Source::make(&desk, "monitoring", json!({})).await;
    let fires = data("alertmanager_firing.json");
    source.told(&desk, &fires).await;
    for (action, body) in [
        ("open", json!({})),
        ("accept", json!({})),
        ("diagnose", tests::given::diagnosis()),
        ("resolve", json!({"solution": "Se amplió el disco."})),
    ] {
        desk.act("agent", "TIC-1", action, body).await;
    }
    // The monitoring system may take a while to see it.
    desk.clock.advance(TimeDelta::minutes(14));
    let soon = source.told(&desk, &fires).await;
    assert_eq!((&soon["outcome"], &soon["ticket"]), (&json!("counted"), &json!("TIC-1")));
    desk.clock.advance(TimeDelta::minutes(1));
    let later = source.told(&desk, &fires).await;
    assert_eq!((&later["outcome"], &later["ticket"]), (&json!("registered"), &json!("TIC-2")));
    let followed = |ticket: &Value| {
        let links = ticket["links"].as_array().expect("a list");
        links.iter().map(|link| (link["relation"].clone(), link["number"].clone())).collect::<Vec<_>>()
    };
    assert_eq!(followed(&desk.read("agent", "TIC-2").await), [(json!("follow_up_of"), json!("TIC-1"))]);
    // All that the new one knows is its own.
    let over = source.told(&desk, &alerts(&[0, 1], "resolved", "")).await;
    assert_eq!((&over["outcome"], &over["ticket"]), (&json!("noted"), &json!("TIC-2")));
    let close = json!({"reason": "cancelled", "note": "Falsa alarma."});
    desk.act("admin", "TIC-2", "close", close).await;
    let over = source.told(&desk, &alerts(&[0], "resolved", "")).await;
    assert_eq!((&over["outcome"], &over["ticket"]), (&json!("counted"), &json!("TIC-2")));
    let third = source.told(&desk, &fires).await;
    assert_eq!((&third["outcome"], &third["ticket"]), (&json!("registered"), &json!("TIC-3")));
    let links = followed(&desk.read("agent", "TIC-3").await);
    assert!(links.contains(&(json!("follow_up_of"), json!("TIC-2"))), "{links:?}");
}

#[tokio::test]
async fn alerts_go_where_their_incident_was_merged_into() {
    let desk = Desk::start().await;
    let source = Source::make(&desk, "monitoring", json!({})).await;
    source.told(&desk, &alerts(&[0], "firing", "")).await;
    let survivor = desk.register("requester", json!({})).await;
    desk.act("agent", "TIC-1", "merge", json!({"into": survivor})).await;
    let again = source.told(&desk, &alerts(&[0], "firing", "")).await;
    assert_eq!((&again["outcome"], &again["ticket"]), (&json!("counted"), &json!(survivor)));
    let another = source.told(&desk, &alerts(&[0, 1], "firing", "")).await;
    assert_eq!((&another["outcome"], &another["firing"]), (&json!("noted"), &json!(2)));
}

#[tokio::test]
async fn ten_reports_at_once_are_one_incident() {
    let desk = Desk::start().await;
    let source = Source::make(&desk, "monitoring", json!({})).await;
    let tasks: Vec<_> = (0..10)
        .map(|index| {
            let (program, path) = (source.program(&desk), source.path());
            let mut report = alerts(&[0], "firing", "");
            report["alerts"][0]["fingerprint"] = json!(format!("alerta-{index}"));
            tokio::spawn(async move { program.post(&path, &report).await.ok(200) })
        })
        .collect();
    let mut receipts = Vec::new();
    for task in tasks {
        receipts.push(task.await.expect("no panic"));
    }
    let tickets: BTreeSet<String> = receipts.iter().map(|receipt| receipt["ticket"].to_string()).collect();
    assert_eq!(tickets.len(), 1, "{receipts:?}");
    let registered = receipts.iter().filter(|receipt| receipt["outcome"] == "registered").count();
    assert_eq!(registered, 1, "{receipts:?}");
    assert_eq!(total(&desk, "channel=monitoring").await, 1);
    assert_eq!(source.told(&desk, &alerts(&[0], "firing", "")).await["firing"], 11);
    assert_eq!(desk.actions("TIC-1").await.len(), 11, "each was noted once");
}

#[tokio::test]
async fn a_trigger_of_zabbix_on_a_host_is_one_incident() {
    let desk = Desk::start().await;
    let source = Source::make(&desk, "monitoring", json!({})).await;
    let receipt = source.told(&desk, &zabbix(json!({}))).await;
    assert_eq!((&receipt["outcome"], &receipt["ticket"]), (&json!("registered"), &json!("TIC-1")));
    let ticket = desk.read("agent", "TIC-1").await;
    assert_eq!(ticket["subject"], "Zabbix agent is not available (for 3m): srv-archivo-03");
    assert_eq!((&ticket["impact"], &ticket["urgency"]), (&json!("high"), &json!("high")));
    let description = ticket["description"].as_str().expect("text");
    assert!(description.contains("- item: Zabbix agent availability"), "{description}");
    assert!(description.contains("- Desde: 2026-11-11 08:55"), "{description}");
    // Somebody has acknowledged it there.
    let update = zabbix(json!({"event_status": "UPDATE", "acknowledged": "Yes", "item": null}));
    assert_eq!(source.told(&desk, &update).await["outcome"], "counted");
    // The same trigger on another host, and a number where there is text otherwise.
    let other = zabbix(json!({"host": "srv-archivo-04", "event_id": 48292, "severity": "Warning"}));
    assert_eq!(source.told(&desk, &other).await["ticket"], "TIC-2");
    assert_eq!(desk.read("agent", "TIC-2").await["urgency"], "low");
    let over = zabbix(json!({"event_id": "48300", "event_value": "0", "event_status": "RESOLVED"}));
    let receipt = source.told(&desk, &over).await;
    assert_eq!((&receipt["outcome"], &receipt["ticket"]), (&json!("noted"), &json!("TIC-1")));
    // What is over that nobody has heard of is no case.
    let unheard = zabbix(json!({"host": "srv-archivo-05", "event_status": "RESOLVED"}));
    let receipt = source.told(&desk, &unheard).await;
    assert_eq!((&receipt["outcome"], &receipt["ticket"]), (&json!("counted"), &Value::Null));
    assert_eq!(total(&desk, "channel=monitoring").await, 2);
}
