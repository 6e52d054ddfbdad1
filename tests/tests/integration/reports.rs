//! The figures of a period, against a history told by hand, and the tickets behind each of them.

use chrono::TimeDelta;
use contract::tickets::Status;
use mesa::ids::UserId;
use serde_json::{Value, json};
use tests::given::diagnosis;
use tests::{Desk, Person, instant};

/// Wednesday to Sunday: what [`history`] tells.
const PERIOD: &str = "/reports/summary?from=2026-11-11&to=2026-11-15";

#[tokio::test]
async fn the_figures_are_those_of_a_history_told_by_hand() {
    let desk = history().await;
    let summary = desk.sign_in("supervisor").await.get(PERIOD).await.ok(200);
    assert_eq!(
        summary["period"],
        json!({"from": "2026-11-11", "to": "2026-11-15", "starts_at": "2026-11-11T05:00:00Z", "ends_at": "2026-11-16T05:00:00Z",
            "time_zone": "America/Bogota", "taken_at": "2026-11-15T15:00:00Z"})
    );
    assert_eq!(summary["projects"][0]["key"], "TIC");
    assert_eq!((count(&summary["registered"]), count(&summary["resolved"])), (6, 3));

    let kept = |name: &str| {
        let clock = &summary[name];
        let counts =
            [count(&clock["met"]), count(&clock["breached"]), clock["running"].as_i64().expect("how many")];
        (counts, clock["percent"].clone(), clock["mean_minutes"].clone())
    };
    assert_eq!(kept("attention"), ([4, 1, 1], json!(80.0), json!(42.0)));
    assert_eq!(kept("resolution"), ([3, 1, 1], json!(75.0), Value::Null));

    for (name, part, whole, percent) in [
        ("/first_level", 3, 3, 100.0),
        ("/escalated", 1, 6, 16.7),
        ("/reopened", 1, 3, 33.3),
        ("/rejected", 1, 6, 16.7),
        ("/satisfaction/responses", 2, 3, 66.7),
        ("/satisfaction/satisfied", 2, 3, 66.7),
        ("/satisfaction/csat", 2, 3, 66.7),
        ("/satisfaction/auto_accepted", 1, 3, 33.3),
    ] {
        let share = summary.pointer(name).expect(name);
        assert_eq!(
            (count(share), &share["of"], &share["percent"]),
            (part, &json!(whole), &json!(percent)),
            "{name}"
        );
    }
    assert_eq!(count(&summary["satisfaction"]["answers"]), 3);
    assert_eq!(summary["satisfaction"]["mean_score"], 3.67);
    assert_eq!(counts(&summary["satisfaction"]["by_score"]), [0, 1, 0, 1, 1]);
}

#[tokio::test]
async fn volume_is_told_by_day_weekday_hour_channel_kind_and_service() {
    let desk = history().await;
    let summary = desk.sign_in("agent").await.get(PERIOD).await.ok(200);
    let volume = &summary["volume"];
    let days = volume["by_day"].as_array().expect("a list");
    let days: Vec<_> = days.iter().map(|day| (count(&day["registered"]), count(&day["resolved"]))).collect();
    assert_eq!(days, [(4, 2), (1, 1), (0, 0), (1, 0), (0, 0)]);
    assert_eq!(counts(&volume["by_weekday"]), [0, 0, 4, 1, 0, 1, 0]);
    let hours = counts(&volume["by_hour"]);
    assert_eq!((hours.len(), hours[8], hours[9], hours[23]), (24, 1, 4, 1));
    assert_eq!(
        named(&volume["by_channel"], "/channel"),
        [
            ("portal", 4),
            ("email", 1),
            ("phone", 1),
            ("walk_in", 0),
            ("chat", 0),
            ("api", 0),
            ("monitoring", 0)
        ]
    );
    assert_eq!(named(&volume["by_kind"], "/kind")[..2], [("incident", 5), ("request", 1)]);
    assert_eq!(named(&volume["top_services"], "/service/key"), [("red", 2), ("correo", 1)]);
}

#[tokio::test]
async fn the_backlog_is_told_by_age_and_status() {
    let desk = history().await;
    let agent = desk.sign_in("agent").await;
    let backlog = agent.get(PERIOD).await.ok(200)["backlog"].clone();
    assert_eq!(
        (count(&backlog["total"]), count(&backlog["unassigned"]), count(&backlog["pending"])),
        (2, 2, 0)
    );
    assert_eq!(counts(&backlog["by_age"]), [1, 0, 1, 0, 0]);
    assert_eq!(
        named(&backlog["by_status"], "/status"),
        [("registered", 1), ("in_attention", 0), ("in_analysis", 1), ("in_progress", 0)]
    );
    // It is what there is now, whatever the period, and it grows old.
    desk.later(TimeDelta::days(29)).await;
    let later = agent.get("/reports/summary?from=2026-01-01&to=2026-01-31").await.ok(200);
    assert_eq!(counts(&later["backlog"]["by_age"]), [0, 0, 0, 1, 1]);
    assert_eq!(count(&later["registered"]), 0);
}

#[tokio::test]
async fn each_figure_leads_to_the_tickets_it_counts() {
    let desk = history().await;
    let agent = desk.sign_in("agent").await;
    let summary = agent.get(PERIOD).await.ok(200);
    let mut figures = Vec::new();
    find_figures(&summary, "", &mut figures);
    assert!(figures.len() > 80, "{} figures", figures.len());
    for (name, counted, tickets) in figures {
        let listed = agent.get(&format!("/tickets?{tickets}&count=true&limit=1")).await.ok(200);
        // A case that was answered twice is listed once.
        let expected = if name == "/satisfaction/answers" { 2 } else { counted };
        assert_eq!(listed["total"], expected, "{name}: {tickets}");
    }
}

#[tokio::test]
async fn a_period_has_its_first_instant_and_not_the_one_after_its_last() {
    let desk = Desk::start().await;
    for at in [
        "2026-11-12T04:59:59Z",
        "2026-11-12T05:00:00Z",
        "2026-11-13T04:59:59.999999Z",
        "2026-11-13T05:00:00Z",
    ] {
        desk.clock.set(instant(at));
        desk.register("requester", json!({})).await;
    }
    let agent = desk.sign_in("agent").await;
    let day = agent.get("/reports/summary?from=2026-11-12&to=2026-11-12").await.ok(200);
    assert_eq!(count(&day["registered"]), 2);
    let usual = agent.get("/reports/summary").await.ok(200);
    assert_eq!(
        (&usual["period"]["from"], &usual["period"]["to"]),
        (&json!("2026-10-15"), &json!("2026-11-13"))
    );
    assert_eq!(count(&usual["registered"]), 4);
    assert_eq!(usual["volume"]["by_day"].as_array().map(Vec::len), Some(30));
}

#[tokio::test]
async fn where_there_is_nothing_there_is_nothing_to_divide() {
    let desk = Desk::start().await;
    let summary = desk.sign_in("admin").await.get("/reports/summary").await.ok(200);
    for name in ["/attention", "/resolution", "/first_level", "/escalated", "/satisfaction/csat"] {
        assert_eq!(summary.pointer(name).expect(name)["percent"], Value::Null, "{name}");
    }
    assert_eq!(
        (&summary["attention"]["mean_minutes"], &summary["satisfaction"]["mean_score"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(counts(&summary["backlog"]["by_age"]), [0; 5]);
}

#[tokio::test]
async fn figures_are_of_the_projects_in_which_one_is_of_the_desk() {
    let desk = history().await;
    let stranger = desk.sign_in("stranger_agent").await;
    desk.register("stranger", json!({})).await;
    let own = stranger.get(PERIOD).await.ok(200);
    assert_eq!((&own["projects"][0]["key"], count(&own["registered"])), (&json!("OTR"), 1));
    assert_eq!(stranger.get(&format!("{PERIOD}&project=TIC")).await.faults(), ["project: unknown_reference"]);
    // A requester there is not of the desk there.
    grant(&desk, &stranger, contract::auth::Role::Requester).await;
    assert_eq!(stranger.get(&format!("{PERIOD}&project=TIC")).await.faults(), ["project: unknown_reference"]);
    grant(&desk, &stranger, contract::auth::Role::Supervisor).await;
    let both = stranger.get(PERIOD).await.ok(200);
    assert_eq!((both["projects"].as_array().map(Vec::len), count(&both["registered"])), (Some(2), 7));
    let query = both["registered"]["tickets"].as_str().expect("a query");
    assert_eq!(stranger.get(&format!("/tickets?{query}&count=true")).await.ok(200)["total"], 7);
    let one = stranger.get(&format!("{PERIOD}&project=TIC")).await.ok(200);
    assert_eq!(count(&one["registered"]), 6);
    let named = stranger.get(&format!("{PERIOD}&project=TIC&project=OTR")).await.ok(200);
    assert_eq!(count(&named["registered"]), 7);
}

#[tokio::test]
async fn an_unsound_period_is_refused() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    for (query, fault) in [
        ("from=2026-11-12&to=2026-11-11", "to: order"),
        ("from=2027-01-01", "to: order"),
        ("from=2025-01-01&to=2026-01-02", "from: span"),
        ("from=0001-01-01&to=0001-01-02", "from: span"),
        ("from=ayer", "from: type"),
        ("to=2026-02-30", "to: type"),
        ("since=2026-11-11", "since: unknown_field"),
        ("project=NADA", "project: unknown_reference"),
    ] {
        assert_eq!(agent.get(&format!("/reports/summary?{query}")).await.faults(), [fault], "?{query}");
    }
    agent.get("/reports/summary?from=2025-01-01&to=2026-01-01").await.expect_status(200);
}

#[tokio::test]
async fn what_is_said_to_each_question_is_told_by_project_and_period() {
    const QUESTIONS: &str = "/projects/TIC/survey-questions";
    const DAY: &str = "/reports/surveys?from=2026-11-11&to=2026-11-11";
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    for key in ["claridad.1", "nadie"] {
        let question = json!({"key": key, "text_es": "¿Fue clara?", "text_en": "Was it clear?"});
        admin.post(QUESTIONS, &question).await.expect_status(201);
    }
    for word in [
        json!({"satisfied": true, "answers": {"trato": 5, "rapidez": 4, "claridad.1": 3}}),
        json!({"satisfied": true, "answers": {"trato": 5}, "comment": "Gracias."}),
        json!({"satisfied": true, "answers": {"rapidez": 4, "trato": 2}}),
        json!({"satisfied": true, "score": 5}),
        json!({"satisfied": false, "comment": "Sigue igual.", "answers": {"trato": 1, "rapidez": 1}}),
    ] {
        let number = desk.ticket_in(Status::Resolved).await;
        desk.act("requester", &number, "survey", word).await;
    }
    desk.at(instant("2026-11-12T14:00:00Z")).await;
    let next_day = desk.ticket_in(Status::Resolved).await;
    desk.act("requester", &next_day, "survey", json!({"satisfied": true, "answers": {"trato": 3}})).await;
    admin.delete(&format!("{QUESTIONS}/rapidez")).await.expect_status(204);
    admin.patch(&format!("{QUESTIONS}/nadie"), 1, &json!({"active": false})).await.expect_status(200);

    let supervisor = desk.sign_in("supervisor").await;
    let report = supervisor.get(DAY).await.ok(200);
    assert_eq!(report["period"]["starts_at"], "2026-11-11T05:00:00Z");
    let project = &report["projects"][0];
    assert_eq!(project["project"]["key"], "TIC");
    let whole = ["answers", "satisfied", "unsatisfied"].map(|name| count(&project[name]));
    assert_eq!((whole, &project["comments"]), ([5, 4, 1], &json!(2)));
    // What is no longer asked is told if it was answered, and else not at all.
    let questions = project["questions"].as_array().expect("a list");
    let told: Vec<_> = questions
        .iter()
        .map(|question| {
            let key = question["key"].as_str().expect("a key");
            (key, count(&question["answers"]), counts(&question["by_score"]), question["mean_score"].clone())
        })
        .collect();
    assert_eq!(
        told,
        [
            ("trato", 4, vec![1, 1, 0, 0, 2], json!(3.25)),
            ("claridad.1", 1, vec![0, 0, 1, 0, 0], json!(3.0)),
            ("rapidez", 3, vec![1, 0, 0, 2, 0], json!(3.0)),
        ]
    );
    let asked: Vec<_> =
        questions.iter().map(|question| (&question["active"], &question["text_es"])).collect();
    assert_eq!(asked[1], (&json!(true), &json!("¿Fue clara?")));
    assert_eq!(asked[2], (&json!(false), &Value::Null));

    let mut figures = Vec::new();
    find_figures(&report, "", &mut figures);
    assert_eq!(figures.len(), 3 + 3 * 6);
    for (name, counted, tickets) in figures {
        let listed = supervisor.get(&format!("/tickets?{tickets}&count=true&limit=1")).await.ok(200);
        assert_eq!(listed["total"], counted, "{name}: {tickets}");
    }
    for (query, expected) in [
        ("answer=trato", 5),
        ("answer=trato:3", 1),
        ("answer=trato:1&satisfied=true", 0),
        ("answer=trato:5&score=5", 0),
        ("answer=nadie", 0),
    ] {
        let listed = supervisor.get(&format!("/tickets?{query}&count=true")).await.ok(200);
        assert_eq!(listed["total"], expected, "?{query}");
    }
    for query in ["answer=Trato", "answer=trato:6", "answer=trato:"] {
        assert_eq!(supervisor.get(&format!("/tickets?{query}")).await.faults(), ["answer: key"], "?{query}");
    }
    let both = supervisor.get("/reports/surveys?from=2026-11-11&to=2026-11-12").await.ok(200);
    assert_eq!(both["projects"][0]["questions"][0]["mean_score"], 3.2);

    // As the summary is, it is of the projects in which one is of the desk.
    let stranger = desk.sign_in("stranger_agent").await.get(DAY).await.ok(200);
    let own = &stranger["projects"][0];
    assert_eq!((&own["project"]["key"], count(&own["answers"])), (&json!("OTR"), 0));
    assert_eq!(own["questions"][0]["mean_score"], Value::Null);
    desk.sign_in("requester").await.get(DAY).await.refused(403, "forbidden");
    let backwards = "/reports/surveys?from=2026-11-12&to=2026-11-11";
    assert_eq!(supervisor.get(backwards).await.faults(), ["to: order"]);
    assert_eq!(supervisor.get(&format!("{DAY}&project=NADA")).await.faults(), ["project: unknown_reference"]);
}

/// Six cases from Wednesday to Saturday, under an agreement that promises incidents a resolution
/// within eight service hours; it is Sunday morning when it ends.
async fn history() -> Desk {
    let desk = Desk::start().await;
    let agreement = json!({"project": "TIC", "key": "ans", "name": "ANS 2026", "valid_from": "2026-11-11", "targets": [
        {"kind": "incident", "attention_minutes": 60, "resolution_minutes": 480}, {"attention_minutes": 120}]});
    desk.sign_in("admin").await.post("/agreements", &agreement).await.expect_status(201);
    // Wednesday at 9:00.
    let solved = desk.register("requester", json!({"service": "red"})).await;
    let by_phone =
        json!({"kind": "request", "service": "correo", "channel": "phone", "requester": "requester2"});
    let late = desk.register("agent", by_phone).await;
    let rejected = desk.register("requester", json!({"service": "red"})).await;
    let escalated = desk.register("requester2", json!({})).await;
    // 9:10
    desk.later(TimeDelta::minutes(10)).await;
    desk.act("agent", &rejected, "open", json!({})).await;
    desk.act("agent", &rejected, "reject", json!({"reason": "No es de la mesa."})).await;
    desk.act("agent", &escalated, "open", json!({})).await;
    desk.act("agent", &escalated, "accept", json!({})).await;
    desk.act("agent", &escalated, "escalate", json!({"reason": "Núcleo de red.", "group": "n2-redes"})).await;
    // 9:30
    desk.later(TimeDelta::minutes(20)).await;
    desk.act("agent", &solved, "open", json!({})).await;
    desk.act("agent", &solved, "accept", json!({})).await;
    desk.act("agent", &solved, "diagnose", diagnosis()).await;
    // 10:00
    desk.later(TimeDelta::minutes(30)).await;
    desk.act("agent", &solved, "resolve", json!({"solution": "Se cambió el switch."})).await;
    desk.act("requester", &solved, "survey", json!({"satisfied": true, "score": 5})).await;
    // 11:30; nobody will answer.
    desk.later(TimeDelta::minutes(90)).await;
    desk.act("agent", &late, "open", json!({})).await;
    desk.act("agent", &late, "accept", json!({})).await;
    desk.act("agent", &late, "resolve", json!({"solution": "Se creó el buzón."})).await;
    // Thursday, 8:00 to 9:00.
    desk.at(instant("2026-11-12T13:00:00Z")).await;
    let again = desk.register("agent", json!({"channel": "email", "requester": "requester"})).await;
    desk.later(TimeDelta::minutes(10)).await;
    desk.act("agent", &again, "open", json!({})).await;
    desk.act("agent", &again, "accept", json!({})).await;
    desk.act("agent", &again, "diagnose", diagnosis()).await;
    desk.later(TimeDelta::minutes(20)).await;
    desk.act("agent", &again, "resolve", json!({"solution": "Se reinició."})).await;
    let no = json!({"satisfied": false, "score": 2, "comment": "Sigue igual."});
    desk.act("requester", &again, "survey", no).await;
    desk.later(TimeDelta::minutes(30)).await;
    desk.act("agent", &again, "diagnose", diagnosis()).await;
    desk.act("agent", &again, "resolve", json!({"solution": "Se cambió el equipo."})).await;
    desk.act("requester", &again, "survey", json!({"satisfied": true, "score": 4})).await;
    // Saturday at 23:30, which is Sunday in UTC.
    desk.at(instant("2026-11-15T04:30:00Z")).await;
    desk.register("requester2", json!({})).await;
    assert_eq!(desk.read("agent", &late).await["closure"]["reason"], "auto_accepted");
    assert_eq!(desk.read("agent", &solved).await["status"], json!(Status::Closed));
    desk.at(instant("2026-11-15T15:00:00Z")).await;
    desk
}

/// Gives somebody of another project a role in `TIC`.
async fn grant(desk: &Desk, person: &Person, role: contract::auth::Role) {
    let id = person.get("/me").await.ok(200)["id"].clone();
    let id: uuid::Uuid = id.as_str().expect("an id").parse().expect("a UUID");
    let grant = move |connection: &mut mesa::db::DbConnection| {
        let project = mesa::projects::find(connection, &"TIC".into())?.expect("the cast's project");
        mesa::people::grant(connection, UserId(id), project.id, role)
    };
    desk.app.db.write(grant).await.expect("granted");
}

/// Every figure below a value that names its tickets: where it is, how many, which.
fn find_figures(value: &Value, path: &str, found: &mut Vec<(String, i64, String)>) {
    if let (Some(count), Some(tickets)) = (value["count"].as_i64(), value["tickets"].as_str()) {
        found.push((path.to_owned(), count, tickets.to_owned()));
    }
    match value {
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(index, item)| find_figures(item, &format!("{path}/{index}"), found));
        }
        Value::Object(members) => {
            members.iter().for_each(|(name, member)| find_figures(member, &format!("{path}/{name}"), found));
        }
        _ => {}
    }
}

fn count(figure: &Value) -> i64 {
    figure["count"].as_i64().expect("how many")
}

fn counts(figures: &Value) -> Vec<i64> {
    figures.as_array().expect("a list").iter().map(count).collect()
}

fn named<'a>(figures: &'a Value, name: &str) -> Vec<(&'a str, i64)> {
    let figures = figures.as_array().expect("a list");
    figures
        .iter()
        .map(|figure| (figure.pointer(name).and_then(Value::as_str).expect("a name"), count(figure)))
        .collect()
}
