//! What is stored beside a ticket is a cache of its history: after any life whatsoever, rebuilding
//! finds nothing to change (invariant 7).

use chrono::TimeDelta;
use serde_json::{Value, json};
use tests::given::diagnosis;
use tests::{Desk, Person};

#[tokio::test]
async fn after_random_lives_rebuilding_finds_nothing_to_change() {
    for seed in 1..=6 {
        let mut dice = Dice(seed);
        let desk = Desk::start().await;
        let agreement = json!({"project": "TIC", "key": "contrato", "name": "Contrato", "valid_from": "2026-11-11",
        "pausing_reasons": ["requester", "parts"],
        "targets": [
            {"kind": "incident", "priority": 1, "attention_minutes": 30, "resolution_minutes": 120},
            {"kind": "incident", "attention_minutes": 60, "resolution_minutes": 480},
            {"kind": "request", "attention_minutes": 120, "resolution_minutes": 900},
            {"attention_minutes": 90},
        ]});
        let admin = desk.sign_in("admin").await;
        admin.post("/agreements", &agreement).await.expect_status(201);
        for _ in 0..4 {
            let number = desk
                .register("requester", json!({"kind": dice.one_of(&["incident", "request", "change"])}))
                .await;
            for _ in 0..14 {
                live_on(&desk, &admin, &number, &mut dice).await;
            }
        }
        let outcome = mesa::tickets::rebuild(&desk.app.db, desk.clock.now()).await.expect("rebuilt");
        assert_eq!(outcome, (4, 0), "with the dice {seed}");
    }
}

/// Time passes, and something that fits happens.
async fn live_on(desk: &Desk, admin: &Person, number: &str, dice: &mut Dice) {
    let minutes = *dice.one_of(&[0, 1, 7, 45, 190, 600, 3000]);
    desk.clock.advance(TimeDelta::minutes(minutes) + TimeDelta::seconds(dice.roll(60)));
    if dice.roll(2) == 0 {
        desk.run_jobs().await;
    }
    let ticket = desk.read("admin", number).await;
    if ticket["status"] == "resolved" {
        let satisfied = dice.roll(4) == 0;
        let body = json!({"satisfied": satisfied, "comment": "Eso digo."});
        desk.act("requester", number, "survey", body).await;
        return;
    }
    let steps: Vec<&str> = ticket["allowed_actions"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(Value::as_str)
        // What ends a life early ends it seldom.
        .filter(|action| !["reject", "close", "merge", "attach", "comment"].contains(action) || dice.roll(30) == 0)
        .filter(|action| !["merge", "attach"].contains(action))
        .collect();
    if steps.is_empty() {
        return;
    }
    let action = *dice.one_of(&steps);
    let word = |dice: &mut Dice| *dice.one_of(&["high", "medium", "low"]);
    let body = match action {
        "classify" => {
            let kind = *dice.one_of(&["incident", "request", "change"]);
            json!({"kind": kind, "impact": word(dice), "urgency": word(dice)})
        }
        "escalate" => json!({"reason": "Arriba."}),
        "assign" => json!({"assignee": "admin"}),
        "diagnose" => diagnosis(),
        "work" => json!({"description": "Algo.", "minutes": 5}),
        "pause" => {
            let until = desk.clock.now() + TimeDelta::minutes(1 + dice.roll(900));
            let until = if dice.roll(2) == 0 { json!(until) } else { Value::Null };
            json!({"reason": dice.one_of(&["requester", "parts", "third_party"]), "until": until})
        }
        "verify" => json!({"effective": dice.roll(2) == 0}),
        "resolve" => json!({"solution": "Listo."}),
        "reject" => json!({"reason": "No."}),
        "close" => json!({"reason": "cancelled", "note": "Ya no."}),
        "comment" => json!({"body": "Una nota."}),
        "confidential" => json!({"confidential": true}),
        _ => json!({}),
    };
    let path = if action == "comment" { "comments" } else { action };
    let answer = admin.post(&format!("/tickets/{number}/{path}"), &body).await;
    assert!(answer.status.is_success(), "{action} was allowed: {}", answer.text());
}

/// Dice that fall the same way each time (Knuth's MMIX generator).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(self.0 >> 33).expect("31 bits") % sides
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        let sides = i64::try_from(all.len()).expect("few");
        &all[usize::try_from(self.roll(sides)).expect("not negative")]
    }
}
