//! One action done to many cases: to each by itself.

use contract::tickets::{BulkAction, Status};
use diesel::prelude::*;
use mesa::db::schema::{audit_log, idempotency_keys};
use reqwest::Method;
use serde_json::{Value, json};
use tests::given::diagnosis;
use tests::{Answer, Desk, Person};

#[tokio::test]
async fn each_is_done_and_told_in_the_order_asked() {
    let desk = Desk::start().await;
    let numbers = registered(&desk, 3).await;
    let id = desk.read("agent", &numbers[1]).await["id"].clone();
    let agent = desk.sign_in("agent").await;
    let asked = json!([numbers[2], id, numbers[0].to_lowercase()]);
    let done = act(&agent, &asked, "open", json!({})).await.ok(200);
    assert_eq!((&done["done"], &done["refused"]), (&json!(3), &json!(0)));
    let items = done["items"].as_array().expect("a list");
    for (item, (named, number)) in
        items.iter().zip([(&asked[0], &numbers[2]), (&asked[1], &numbers[1]), (&asked[2], &numbers[0])])
    {
        assert_eq!((&item["id"], &item["status"], &item["problem"]), (named, &json!(200), &Value::Null));
        assert_eq!(
            (&item["ticket"]["number"], &item["ticket"]["status"]),
            (&json!(number), &json!("in_attention"))
        );
        let now = desk.read("agent", number).await;
        assert_eq!(
            (&now["version"], &now["assignee"]),
            (&item["ticket"]["version"], &item["ticket"]["assignee"])
        );
        assert_eq!(desk.actions(number).await, ["register", "open"]);
    }
}

#[tokio::test]
async fn one_that_is_refused_stops_none_of_the_others() {
    let desk = Desk::start().await;
    let fresh = desk.ticket_in(Status::Registered).await;
    let closed = desk.ticket_in(Status::Closed).await;
    let last = desk.ticket_in(Status::Registered).await;
    let agent = desk.sign_in("agent").await;
    let ids = json!([closed, "TIC-999", fresh, "no-es-un-caso", last]);
    let answer = act(&agent, &ids, "open", json!({})).await.ok(200);
    assert_eq!(statuses(&answer), [409, 404, 200, 404, 200]);
    assert_eq!((&answer["done"], &answer["refused"]), (&json!(2), &json!(3)));
    // The very problem of the action's own operation, but for the request's id.
    let mut problem = answer["items"][0]["problem"].clone();
    let mut alone =
        agent.post(&format!("/tickets/{closed}/open"), &json!({})).await.refused(409, "wrong_state");
    for one in [&mut problem, &mut alone] {
        one["request_id"] = json!("any");
    }
    assert_eq!(problem, alone);
    assert_eq!(answer["items"][1]["problem"]["code"], "not_found");
    let english = act(&agent.clone().reading("en"), &json!([closed]), "open", json!({})).await.ok(200);
    assert_eq!(english["items"][0]["problem"]["title"], "The state of the case does not allow this");
}

#[tokio::test]
async fn every_action_of_the_procedure_can_be_done_to_many() {
    let desk = Desk::start().await;
    let survivor = desk.ticket_in(Status::Registered).await;
    let solution = json!({"solution": "Se cambió el switch."});
    let close = json!({"reason": "cancelled", "note": "Ya no."});
    for (action, from, who, body, to) in [
        ("open", Status::Registered, "agent", json!({}), "in_attention"),
        ("accept", Status::InAttention, "agent", json!({"note": "Procede."}), "in_analysis"),
        ("reject", Status::InAttention, "agent", json!({"reason": "No es nuestro."}), "closed"),
        ("classify", Status::InAnalysis, "agent", json!({"impact": "high"}), "in_analysis"),
        ("escalate", Status::InAnalysis, "agent", json!({"reason": "Núcleo."}), "in_analysis"),
        ("assign", Status::InAnalysis, "agent", json!({"assignee": "agent2"}), "in_analysis"),
        ("diagnose", Status::InAnalysis, "agent", diagnosis(), "in_progress"),
        ("work", Status::InProgress, "agent", json!({"description": "Hecho.", "minutes": 5}), "in_progress"),
        ("pause", Status::InAnalysis, "agent", json!({"reason": "parts"}), "in_analysis"),
        ("resume", Status::InAnalysis, "agent", json!({}), "in_analysis"),
        ("verify", Status::InProgress, "agent", json!({"effective": false}), "in_analysis"),
        ("resolve", Status::InProgress, "agent", solution, "resolved"),
        ("close", Status::InProgress, "admin", close, "closed"),
        ("cancel", Status::Registered, "requester", json!({"note": "Ya funciona."}), "closed"),
        ("merge", Status::InAnalysis, "agent", json!({"into": survivor}), "closed"),
    ] {
        let ids = [desk.ticket_in(from).await, desk.ticket_in(from).await];
        if action == "resume" {
            let pause = json!({"reason": "requester"});
            act(&desk.sign_in("agent").await, &json!(ids), "pause", pause).await.expect_status(200);
        }
        let answer = act(&desk.sign_in(who).await, &json!(ids), action, body).await.ok(200);
        assert_eq!(statuses(&answer), [200, 200], "{action}: {answer:#}");
        for id in &ids {
            assert_eq!(desk.read("admin", id).await["status"], to, "{action}");
            assert_eq!(desk.actions(id).await.last().map(String::as_str), Some(action));
        }
    }
    assert_eq!(BulkAction::ALL.len(), 15, "a new action wants a line in this test");
}

#[tokio::test]
async fn what_is_unsound_is_refused_before_anything_is_done() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::InProgress).await;
    let id = desk.read("agent", &number).await["id"].clone();
    let agent = desk.sign_in("agent").await;
    let many: Vec<String> = (0..101).map(|number| format!("TIC-{number}")).collect();
    let solved = json!({"solution": "Listo."});
    for (body, faults) in [
        (json!({"ids": [number], "action": "survey"}), vec!["action: word"]),
        (json!({"ids": [number], "action": "destroy"}), vec!["action: word"]),
        (json!({"ids": [number]}), vec!["action: required"]),
        (json!({"action": "open"}), vec!["ids: required"]),
        (json!({"ids": [], "action": "open"}), vec!["ids: count"]),
        (json!({"ids": many, "action": "open"}), vec!["ids: count"]),
        (json!({"ids": ["9".repeat(101)], "action": "open"}), vec!["ids: unknown_reference"]),
        (json!({"ids": [number, number], "action": "resolve", "body": solved}), vec!["ids: duplicate"]),
        (
            json!({"ids": [number, number.to_lowercase()], "action": "resolve", "body": solved}),
            vec!["ids: duplicate"],
        ),
        (json!({"ids": [number, "TIC-9", id], "action": "resolve", "body": solved}), vec!["ids: duplicate"]),
        (json!({"ids": [number], "action": "resolve"}), vec!["body.solution: required"]),
        (
            json!({"ids": [number], "action": "resolve", "body": {"solution": " "}}),
            vec!["body.solution: blank"],
        ),
        (
            json!({"ids": [number], "action": "resolve", "body": {"solution": "x", "color": "rojo"}}),
            vec!["body.color: unknown_field"],
        ),
        (json!({"ids": [number], "action": "open", "body": {"note": "x"}}), vec!["body.note: unknown_field"]),
        (json!({"ids": [number], "action": "open", "body": []}), vec!["body: type"]),
        (json!({"ids": [number], "action": "open", "colour": "red"}), vec!["colour: unknown_field"]),
    ] {
        assert_eq!(agent.post("/tickets/bulk", &body).await.faults(), faults, "{body:.200}");
    }
    assert_eq!(desk.actions(&number).await, ["register", "open", "accept", "diagnose"]);
}

#[tokio::test]
async fn what_is_wrong_for_one_case_only_is_its_own_problem() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    let agent = desk.sign_in("agent").await;
    let answer = act(&agent, &json!([number]), "assign", json!({"assignee": "stranger_agent"})).await.ok(200);
    let problem = &answer["items"][0]["problem"];
    assert_eq!((&problem["status"], &problem["code"]), (&json!(422), &json!("invalid")));
    assert_eq!(problem["errors"][0]["field"], "assignee");
    assert_eq!(problem["instance"], format!("/api/v1/tickets/{number}/assign"));
}

#[tokio::test]
async fn the_machine_says_of_each_case_whose_turn_it_is() {
    let desk = Desk::start().await;
    let own = desk.ticket_in(Status::Registered).await;
    let other = desk.register("requester2", json!({})).await;
    let ids = json!([own, other]);
    let requester = desk.sign_in("requester").await;
    for (who, action, body, expected) in [
        ("requester", "open", json!({}), [403, 404]),
        ("agent", "cancel", json!({}), [403, 403]),
        ("supervisor", "open", json!({}), [403, 403]),
        ("agent", "close", json!({"reason": "cancelled", "note": "No."}), [403, 403]),
        ("stranger_admin", "open", json!({}), [404, 404]),
        ("provider", "work", json!({"description": "x", "minutes": 1}), [404, 404]),
    ] {
        let answer = act(&desk.sign_in(who).await, &ids, action, body).await.ok(200);
        assert_eq!(statuses(&answer), expected, "{action} as {who}");
    }
    assert_eq!(statuses(&act(&requester, &ids, "cancel", json!({})).await.ok(200)), [200, 404]);
    assert_eq!(desk.actions(&other).await, ["register"]);
}

#[tokio::test]
async fn the_same_key_gets_the_same_answers_and_nothing_is_done_twice() {
    let desk = Desk::start().await;
    let numbers = registered(&desk, 2).await;
    let closed = desk.ticket_in(Status::Closed).await;
    let agent = desk.sign_in("agent").await;
    let body = json!({"ids": [numbers[0], closed, numbers[1]], "action": "open"});
    let first = keyed(&agent, "k", &body).await;
    assert_eq!(statuses(&first.body), [200, 409, 200]);
    let again = keyed(&agent, "k", &body).await;
    assert_eq!(again.clone().ok(200), first.body, "word for word");
    assert_eq!(desk.actions(&numbers[0]).await, ["register", "open"]);
    let other = json!({"ids": [numbers[0]], "action": "open"});
    keyed(&agent, "k", &other).await.refused(422, "key_reused");
    // What was refused as a whole leaves the key free.
    let wrong = json!({"ids": [numbers[0], numbers[0]], "action": "accept"});
    assert_eq!(keyed(&agent, "k2", &wrong).await.faults(), ["ids: duplicate"]);
    let sound = json!({"ids": numbers, "action": "accept"});
    assert_eq!(statuses(&keyed(&agent, "k2", &sound).await.ok(200)), [200, 200]);
}

#[tokio::test]
async fn a_retry_after_a_crash_does_the_rest_and_nothing_twice() {
    let desk = Desk::start().await;
    let numbers = registered(&desk, 3).await;
    let agent = desk.sign_in("agent").await;
    let body = json!({"ids": numbers, "action": "open"});
    let first = keyed(&agent, "k", &body).await.ok(200);
    // As if the server had died before the last was done: its answer and the whole one are not kept.
    let forget = |connection: &mut mesa::db::DbConnection| {
        use idempotency_keys as kept;
        diesel::delete(kept::table.filter(kept::key.eq("k 2"))).execute(connection)?;
        diesel::update(kept::table.filter(kept::key.eq("k")))
            .set((kept::status.eq(0), kept::body.eq("")))
            .execute(connection)?;
        Ok(())
    };
    desk.app.db.write(forget).await.expect("forgotten");
    let again = keyed(&agent, "k", &body).await.ok(200);
    assert_eq!(statuses(&again), [200, 200, 409], "the third is open already in truth");
    assert_eq!(again["items"][1], first["items"][1]);
    assert_eq!(desk.actions(&numbers[1]).await, ["register", "open"]);
    assert_eq!(keyed(&agent, "k", &body).await.ok(200), again, "kept from now on");
}

#[tokio::test]
async fn five_at_once_with_one_key_do_it_once() {
    let desk = Desk::start().await;
    let numbers = registered(&desk, 6).await;
    for number in &numbers {
        desk.act("agent", number, "open", json!({})).await;
        desk.act("agent", number, "accept", json!({})).await;
        desk.act("agent", number, "diagnose", diagnosis()).await;
    }
    let agent = desk.sign_in("agent").await;
    // Work may be recorded any number of times: the key alone keeps it from being so.
    let body = json!({"ids": numbers, "action": "work", "body": {"description": "Hecho.", "minutes": 5}});
    let tasks: Vec<_> = (0..5)
        .map(|_| {
            let (agent, body) = (agent.clone(), body.clone());
            tokio::spawn(async move { keyed(&agent, "k", &body).await.ok(200) })
        })
        .collect();
    for task in tasks {
        assert_eq!(statuses(&task.await.expect("no panic")), [200; 6]);
    }
    for number in &numbers {
        let worked = desk.actions(number).await.into_iter().filter(|action| action == "work").count();
        assert_eq!(worked, 1, "{number}");
    }
}

#[tokio::test]
async fn each_case_has_its_row_in_the_audit_log() {
    let desk = Desk::start().await;
    let numbers = registered(&desk, 2).await;
    let agent = desk.sign_in("agent").await;
    act(&agent, &json!([numbers[0], "TIC-999", numbers[1]]), "open", json!({})).await.expect_status(200);
    let load = |connection: &mut mesa::db::DbConnection| {
        use audit_log as t;
        let bulk = t::table.filter(t::operation.eq("POST /api/v1/tickets/bulk"));
        Ok(bulk.order(t::object).select(t::object).load::<String>(connection)?)
    };
    let rows = desk.app.db.read(load).await.expect("the log can be read");
    assert_eq!(
        rows,
        numbers.iter().map(|number| format!("/api/v1/tickets/{number}/open")).collect::<Vec<_>>()
    );
}

async fn registered(desk: &Desk, how_many: usize) -> Vec<String> {
    let mut numbers = Vec::new();
    for _ in 0..how_many {
        numbers.push(desk.ticket_in(Status::Registered).await);
    }
    numbers
}

async fn act(person: &Person, ids: &Value, action: &str, body: Value) -> Answer {
    person.post("/tickets/bulk", &json!({"ids": ids, "action": action, "body": body})).await
}

async fn keyed(person: &Person, key: &str, body: &Value) -> Answer {
    person.ask(Method::POST, "/tickets/bulk").header("Idempotency-Key", key).json(body).send().await
}

fn statuses(answer: &Value) -> Vec<u64> {
    let items = answer["items"].as_array().expect("one for each");
    items.iter().map(|item| item["status"].as_u64().expect("a status")).collect()
}
