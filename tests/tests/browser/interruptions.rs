//! What comes between a person and their work: a session that runs out, a network that is gone, a
//! colleague who was faster. No text is lost, and what happened is said.

use crate::seat::{DESKTOP, Seat};
use chrono::TimeDelta;
use contract::tickets::Status;
use serde_json::json;
use tests::Desk;
use thirtyfour::Key;

const WRITTEN: &str = "return document.querySelector('[data-form=register] [name=description]').value";
const WORDS: &str = "Desde las 8 no hay internet.";

/// Holds back what is sent into the conversation, until `letGo` is called.
const HOLD: &str = "const real = window.fetch; window.fetch = (...what) => String(what[0].url).endsWith('/comments') \
    ? new Promise(go => { window.letGo = go; }).then(() => real(...what)) : real(...what)";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_runs_out_while_somebody_writes() {
    let desk = Desk::start().await;
    let seat = Seat::take(&desk, "requester", DESKTOP).await;
    seat.go("/portal/new").await;
    seat.press("[data-form=register] [name=kind][value=incident]").await;
    seat.write("[data-form=register] [name=subject]", "Sin red en el piso 3").await;
    seat.write("[data-form=register] [name=description]", WORDS).await;
    desk.later(TimeDelta::days(60)).await;
    seat.press("[data-form=register] [type=submit]").await;
    seat.sees("dialog[open] [data-form=sign-in]", true).await;
    assert_eq!(seat.ask(WRITTEN).await, json!(WORDS));
    seat.is_accessible("signing in again").await;
    seat.write("dialog [name=password]", "mesa-demo").await;
    seat.press("dialog [data-form=sign-in] [type=submit]").await;
    // What was being sent goes on by itself.
    seat.sees(".done-number", true).await;
    seat.leave(&["/api/v1/", "401"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_network_it_is_said_and_nothing_is_lost() {
    let desk = Desk::start().await;
    let seat = Seat::take(&desk, "requester", DESKTOP).await;
    seat.go("/portal/new").await;
    seat.press("[data-form=register] [name=kind][value=incident]").await;
    seat.write("[data-form=register] [name=subject]", "Sin red en el piso 3").await;
    seat.write("[data-form=register] [name=description]", WORDS).await;
    seat.has_network(false).await;
    seat.press("[data-form=register] [type=submit]").await;
    seat.sees(".offline", true).await;
    seat.is_accessible("without a network").await;
    assert_eq!(seat.ask(WRITTEN).await, json!(WORDS));
    seat.has_network(true).await;
    // The page finds out by itself.
    seat.sees(".offline", false).await;
    seat.press("[data-form=register] [type=submit]").await;
    seat.sees(".done-number", true).await;
    let page = desk.sign_in("requester").await.get("/tickets").await.ok(200);
    assert_eq!(page["items"].as_array().map(Vec::len), Some(1), "it was registered once");
    // Pieces of the page that were still on the way are said to be missing too.
    seat.leave(&["ERR_INTERNET_DISCONNECTED", "/api/v1/auth/refresh", "Failed to fetch"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_somebody_else_has_done_meanwhile_is_explained() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::Registered).await;
    let agent = Seat::take(&desk, "agent", DESKTOP).await;
    agent.go(&format!("/console/tickets/{number}")).await;
    agent.sees("button[data-action=open]", true).await;
    desk.act("agent2", &number, "open", json!({})).await;
    agent.press("button[data-action=open]").await;
    // The page shows the ticket as it is now: what is allowed has changed.
    agent.sees("button[data-action=accept]", true).await;
    agent.leave(&["/api/v1/auth/refresh", "409", "412"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wrong_password_is_said_and_a_draft_survives_a_reload() {
    let desk = Desk::start().await;
    let seat = Seat::open(&desk, DESKTOP).await;
    seat.go("/").await;
    seat.write("[name=username]", "requester").await;
    seat.write("[name=password]", "wrong").await;
    seat.press("[data-form=sign-in] [type=submit]").await;
    seat.sees("[data-form=sign-in] [role=alert]", true).await;
    seat.write("[name=password]", "\u{e009}a\u{e000}mesa-demo").await;
    seat.press("[data-form=sign-in] [type=submit]").await;
    seat.sees("[data-form=sign-in]", false).await;
    seat.go("/portal/new").await;
    seat.write("[data-form=register] [name=description]", WORDS).await;
    seat.go("/portal/new").await;
    seat.sees("[data-form=register] [name=description]", true).await;
    assert_eq!(seat.ask(WRITTEN).await, json!(WORDS));
    seat.leave(&["/api/v1/auth/"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_on_its_way_is_what_was_written() {
    const BODY: &str = "return document.querySelector('[data-form=comment] [name=body]').value";
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    let seat = Seat::take(&desk, "requester", DESKTOP).await;
    seat.go(&format!("/portal/tickets/{number}")).await;
    seat.write("[data-form=comment] [name=body]", WORDS).await;
    seat.ask(HOLD).await;
    seat.keys(Key::Control + Key::Enter).await;
    seat.sees("[data-form=comment] [name=body][readonly]", true).await;
    // Not to the element, which says no to a driver.
    seat.page.action_chain().send_keys("Y otra cosa").perform().await.expect("the keys are pressed");
    assert_eq!(seat.ask(BODY).await, json!(WORDS), "nothing is written that would be lost");
    seat.ask("window.letGo()").await;
    seat.sees("[data-form=comment] [name=body]:not([readonly])", true).await;
    assert_eq!(seat.ask(BODY).await, json!(""));
    let said = desk.actions(&number).await;
    assert_eq!(said.iter().filter(|action| *action == "comment").count(), 1, "it was sent once");
    seat.leave(&["/api/v1/auth/refresh"]).await;
}
