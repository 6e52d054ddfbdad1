//! Letters that are gathered into one: when each person wants them, and never what wants an answer.

use chrono::TimeDelta;
use contract::tickets::Status;
use reqwest::Method;
use serde_json::{Value, json};
use tests::given::diagnosis;
use tests::{Desk, instant};

/// Changes when somebody's letters come.
async fn prefer(desk: &Desk, username: &str, body: Value) -> Value {
    let person = desk.sign_in(username).await;
    person.ask(Method::PATCH, "/me/notification-preferences").json(&body).send().await.ok(200)
}

async fn comment(desk: &Desk, username: &str, number: &str, words: &str) {
    let path = format!("/tickets/{number}/comments");
    desk.sign_in(username).await.post(&path, &json!({"body": words})).await.expect_status(201);
}

#[tokio::test]
async fn an_hour_of_news_is_one_letter_and_no_news_is_none() {
    let (desk, server) = Desk::that_sends().await;
    let kept = prefer(&desk, "requester", json!({"digest": "hourly"})).await;
    assert_eq!((&kept["digest"], &kept["digest_hour"]), (&json!("hourly"), &json!(7)));
    assert!(kept["gathered"].as_array().is_some_and(|kinds| kinds.contains(&json!("commented"))));
    let number = desk.ticket_in(Status::InAnalysis).await;
    comment(&desk, "agent", &number, "Vamos en camino.").await;
    comment(&desk, "agent", &number, "Ya llegamos.").await;
    desk.run_jobs().await;
    assert_eq!(server.letters_to("requester").len(), 1, "the confirmation with the number waits for nothing");
    desk.later(TimeDelta::minutes(59)).await;
    assert_eq!(server.letters_to("requester").len(), 1);
    desk.later(TimeDelta::minutes(1)).await;
    let letters = server.letters_to("requester");
    assert_eq!(letters.len(), 2, "{letters:?}");
    let text = letters[1].text();
    for words in [number.as_str(), "Vamos en camino.", "Ya llegamos.", "alguien escribió"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(text.find("Vamos en camino.") < text.find("Ya llegamos."), "in the order they happened");
    assert!(letters[1].html().contains("lang=\"es\""));
    desk.later(TimeDelta::hours(3)).await;
    assert_eq!(server.letters_to("requester").len(), 2, "nothing new, no letter");
    let listed = desk.sign_in("admin").await.get("/mails").await.ok(200);
    let newest = &listed["items"][0];
    assert_eq!((&newest["state"], &newest["ticket"]), (&json!("sent"), &Value::Null));
}

#[tokio::test]
async fn news_without_end_are_letters_all_the_same() {
    let (desk, server) = Desk::that_sends().await;
    prefer(&desk, "requester", json!({"digest": "hourly"})).await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    let (agent, path) = (desk.sign_in("agent").await, format!("/tickets/{number}/comments"));
    let long = "¡Urgente!\n".repeat(1_900);
    for _ in 0..65 {
        agent.post(&path, &json!({"body": long})).await.expect_status(201);
    }
    desk.run_jobs().await;
    desk.later(TimeDelta::hours(1)).await;
    desk.run_jobs().await;
    let letters = server.letters_to("requester");
    assert_eq!(letters.len(), 3, "the confirmation, a summary, and another of the rest");
    assert!(letters[1..].iter().all(|letter| letter.text().contains("¡Urgente!")));
}

#[tokio::test]
async fn a_summary_a_day_comes_at_its_hour_in_bogota() {
    let (desk, server) = Desk::that_sends().await;
    prefer(&desk, "requester", json!({"digest": "daily", "digest_hour": 16})).await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    comment(&desk, "agent", &number, "Hoy.").await;
    desk.at(instant("2026-11-11T20:59:00Z")).await;
    assert_eq!(server.letters_to("requester").len(), 1);
    desk.at(instant("2026-11-11T21:00:00Z")).await;
    assert_eq!(server.letters_to("requester").len(), 2);
    comment(&desk, "agent", &number, "Después.").await;
    desk.at(instant("2026-11-12T20:59:00Z")).await;
    assert_eq!(server.letters_to("requester").len(), 2);
    desk.at(instant("2026-11-12T21:00:00Z")).await;
    let letters = server.letters_to("requester");
    assert!(letters.len() == 3 && letters[2].text().contains("Después."), "{letters:?}");
    let bad = desk.sign_in("requester").await.ask(Method::PATCH, "/me/notification-preferences");
    assert_eq!(bad.json(&json!({"digest_hour": 24})).send().await.faults(), ["digest_hour: range"]);
}

#[tokio::test]
async fn what_wants_an_answer_is_never_delayed() {
    let (desk, server) = Desk::that_sends().await;
    prefer(&desk, "requester", json!({"digest": "daily"})).await;
    desk.ticket_in(Status::Resolved).await;
    desk.run_jobs().await;
    let letters = server.letters_to("requester");
    assert_eq!(letters.len(), 2, "{letters:?}");
    assert!(letters[1].text().contains("https://desk.example.org/surveys/"));
}

#[tokio::test]
async fn the_desks_summaries_wait_for_service_hours() {
    let (desk, server) = Desk::that_sends().await;
    prefer(&desk, "agent", json!({"digest": "hourly"})).await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    // Friday, 17:10 in Bogotá: the period ends at 18:00, when the desk is closed until Tuesday.
    desk.at(instant("2026-11-13T22:10:00Z")).await;
    let before = server.letters_to("agent").len();
    comment(&desk, "requester", &number, "Sigue igual.").await;
    desk.run_jobs().await;
    desk.at(instant("2026-11-17T12:29:00Z")).await;
    assert_eq!(server.letters_to("agent").len(), before);
    desk.at(instant("2026-11-17T12:31:00Z")).await;
    let letters = server.letters_to("agent");
    assert!(letters[before..].iter().any(|letter| letter.text().contains("Sigue igual.")), "{letters:?}");
}

#[tokio::test]
async fn a_summary_says_no_more_of_a_confidential_case_than_its_number() {
    let (desk, server) = Desk::that_sends().await;
    for username in ["requester", "agent2"] {
        prefer(&desk, username, json!({"digest": "hourly"})).await;
    }
    let number = desk.ticket_in(Status::InAnalysis).await;
    desk.sign_in("agent2").await.put(&format!("/tickets/{number}/watchers/me")).await.expect_status(204);
    comment(&desk, "agent", &number, "Un secreto.").await;
    desk.run_jobs().await;
    let strangers = server.letters_to("agent2").len();
    desk.act("admin", &number, "confidential", json!({"confidential": true, "readers": ["agent"]})).await;
    desk.later(TimeDelta::hours(1)).await;
    let letter = server.letters_to("requester").pop().expect("a letter");
    let text = letter.text();
    assert!(text.contains(&number) && text.contains("Caso confidencial"), "{text}");
    assert!(!text.contains("Un secreto.") && !text.contains("Sin red"), "{text}");
    assert_eq!(
        server.letters_to("agent2").len(),
        strangers,
        "who may not know of it any more is told nothing"
    );
}

#[tokio::test]
async fn whoever_wants_each_letter_at_once_again_waits_no_longer() {
    let (desk, server) = Desk::that_sends().await;
    prefer(&desk, "requester", json!({"digest": "daily", "digest_hour": 7})).await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    comment(&desk, "agent", &number, "Hola.").await;
    desk.run_jobs().await;
    let before = server.letters_to("requester").len();
    prefer(&desk, "requester", json!({"digest": "at_once"})).await;
    desk.run_jobs().await;
    assert_eq!(server.letters_to("requester").len(), before + 1);
    comment(&desk, "agent", &number, "Otra vez.").await;
    desk.run_jobs().await;
    let letters = server.letters_to("requester");
    assert!(letters.len() == before + 2 && letters[before + 1].text().contains("Otra vez."), "{letters:?}");
    // From now on each comes by itself.
    desk.act("agent", &number, "diagnose", diagnosis()).await;
    desk.act("agent", &number, "resolve", json!({"solution": "Listo."})).await;
    desk.run_jobs().await;
    assert_eq!(server.letters_to("requester").len(), before + 3);
}

#[tokio::test]
async fn two_replicas_write_a_summary_once() {
    let (desk, server) = Desk::that_sends().await;
    prefer(&desk, "requester", json!({"digest": "hourly"})).await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    comment(&desk, "agent", &number, "Hola.").await;
    desk.run_jobs().await;
    desk.clock.advance(TimeDelta::hours(1));
    let write = || mesa::notifications::write_digests(&desk.app);
    let (one, other) = tokio::join!(write(), write());
    assert_eq!(one.expect("it runs") + other.expect("it runs"), 1);
    desk.run_jobs().await;
    let told = server.letters_to("requester").iter().filter(|letter| letter.text().contains("Hola.")).count();
    assert_eq!(told, 1);
}
