//! What others do appears by itself: their words, that they are there, that they write; and what one
//! writes oneself is there on the next device.

use crate::seat::{DESKTOP, Seat};
use contract::tickets::Status;
use serde_json::json;
use std::time::{Duration, Instant};
use tests::Desk;

/// How long something is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// Asks again until it is so.
async fn until(what: &str, mut so: impl AsyncFnMut() -> bool) {
    let begun = Instant::now();
    while !so().await {
        assert!(begun.elapsed() < PATIENCE, "waited in vain until {what}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

async fn reads(seat: &Seat, words: &str) {
    let there = format!("return document.querySelector('main').innerText.includes({words:?})");
    until(words, async || seat.ask(&there).await == json!(true)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_colleagues_words_and_presence_appear_by_themselves() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    desk.run_jobs().await;
    let path = format!("/console/tickets/{number}");
    let agent = Seat::take(&desk, "agent", DESKTOP).await;
    agent.go(&path).await;
    agent.write("[data-form=comment] [name=body]", "Lo estoy viendo").await;
    let colleague = Seat::take(&desk, "agent2", DESKTOP).await;
    colleague.go(&path).await;
    reads(&agent, "Bibiana Ruiz está viendo").await;
    reads(&colleague, "Alan Torres").await;
    colleague.write("[data-form=comment] [name=body]", "Era el switch.").await;
    reads(&agent, "Bibiana Ruiz está escribiendo").await;
    agent.is_accessible("a ticket with a colleague").await;
    colleague.press("[data-form=comment] [type=submit]").await;
    until("it is kept", async || desk.actions(&number).await.contains(&"comment".to_owned())).await;
    desk.run_jobs().await;
    reads(&agent, "Era el switch.").await;
    let written = agent.ask("return document.querySelector('[data-form=comment] [name=body]').value").await;
    assert_eq!(written, json!("Lo estoy viendo"), "what was being written stays");

    // In the list, and gone when they leave.
    let supervisor = Seat::take(&desk, "supervisor", DESKTOP).await;
    supervisor.go("/console?open=true").await;
    supervisor.sees(".row-people", true).await;
    colleague.press("a.queue").await;
    agent.sees(".presence-one", false).await;
    let second = desk.register("requester", json!({"subject": "Otra cosa"})).await;
    desk.run_jobs().await;
    reads(&supervisor, &second).await;
    for seat in [agent, colleague, supervisor] {
        seat.leave(&["/api/v1/auth/refresh"]).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_requester_sees_the_answer_and_the_bell_without_asking() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    let seat = Seat::take(&desk, "requester", DESKTOP).await;
    seat.go(&format!("/portal/tickets/{number}")).await;
    let agent = desk.sign_in("agent").await;
    // Until the page listens, nobody hears.
    until("somebody listens", async || desk.app.metrics.listeners.get() == 1).await;
    let comment = json!({"body": "Vamos para allá.", "visibility": "public"});
    agent.post(&format!("/tickets/{number}/comments"), &comment).await.expect_status(201);
    desk.run_jobs().await;
    reads(&seat, "Vamos para allá.").await;
    seat.sees(".bell-count", true).await;
    seat.leave(&["/api/v1/auth/refresh"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_being_written_stays_to_be_copied_when_the_case_closes() {
    for (username, face) in [("requester", "portal"), ("agent", "console")] {
        let desk = Desk::start().await;
        let number = desk.ticket_in(Status::Resolved).await;
        let path = format!("/{face}/tickets/{number}");
        let seat = Seat::take(&desk, username, DESKTOP).await;
        seat.go(&path).await;
        seat.write("[data-form=comment] [name=body]", "Una cosa más").await;
        until("somebody listens", async || desk.app.metrics.listeners.get() == 1).await;
        desk.act("requester", &number, "survey", json!({"satisfied": true, "score": 5})).await;
        desk.run_jobs().await;
        seat.sees("[data-form=comment] [name=body][readonly]", true).await;
        reads(&seat, "El caso ya no admite mensajes").await;
        let written = "return document.querySelector('[data-form=comment] [name=body]').value";
        assert_eq!(seat.ask(written).await, json!("Una cosa más"));
        seat.sees("[data-form=comment] [type=submit]", false).await;
        seat.is_accessible("a text that was not sent").await;

        // Until it is not wanted any more.
        seat.go(&path).await;
        seat.press("button[data-action=discard-comment]").await;
        seat.sees("[data-form=comment]", false).await;
        seat.go(&path).await;
        seat.sees("[data-form=comment]", false).await;
        assert!(!desk.actions(&number).await.contains(&"comment".to_owned()));
        seat.leave(&["/api/v1/auth/refresh"]).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_draft_follows_its_writer_and_is_gone_once_it_is_sent() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    let path = format!("/console/tickets/{number}");
    let here = Seat::take(&desk, "agent", DESKTOP).await;
    here.go(&path).await;
    here.write("[data-form=comment] [name=body]", "A medio escribir").await;
    let me = desk.sign_in("agent").await;
    let kept = format!("/me/drafts/ticket:{number}:comment");
    until("it is on the server", async || me.get(&kept).await.status == 200).await;

    let there = Seat::take(&desk, "agent", DESKTOP).await;
    there.go(&path).await;
    let body = "return document.querySelector('[data-form=comment] [name=body]').value";
    until("it is there", async || there.ask(body).await == json!("A medio escribir")).await;
    there.press("[data-form=comment] [type=submit]").await;
    until("it is gone", async || me.get(&kept).await.status == 404).await;
    // Here it is known when the page is opened again.
    here.go(&path).await;
    until("it is not here any more", async || here.ask(body).await == json!("")).await;
    assert_eq!(desk.actions(&number).await.iter().filter(|action| *action == "comment").count(), 1);
    here.leave(&["/api/v1/auth/refresh"]).await;
    there.leave(&["/api/v1/auth/refresh"]).await;
}
