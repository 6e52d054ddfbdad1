//! The keyboard alone: whoever has no mouse registers, takes, solves and accepts.

use crate::seat::{DESKTOP, Seat};
use contract::tickets::Status;
use tests::Desk;
use thirtyfour::Key;

/// Reaches a field and writes into it.
async fn fill(seat: &Seat, field: &str, words: &str) {
    seat.reach(field).await;
    seat.keys(words).await;
}

/// Reaches a button or link and presses it.
async fn enter(seat: &Seat, what: &str) {
    seat.reach(what).await;
    seat.keys(Key::Enter).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_case_goes_its_way_without_a_mouse() {
    let desk = Desk::start().await;
    let requester = Seat::open(&desk, DESKTOP).await;
    requester.go("/").await;
    fill(&requester, "[name=username]", "requester").await;
    fill(&requester, "[name=password]", "mesa-demo").await;
    requester.keys(Key::Enter).await;
    requester.sees("[data-form=sign-in]", false).await;

    requester.go("/portal/new").await;
    requester.reach("[data-form=register] [name=kind]").await;
    requester.keys(Key::Space).await;
    fill(&requester, "[data-form=register] [name=subject]", "Sin red en el piso 3").await;
    fill(&requester, "[data-form=register] [name=description]", "Desde las 8 no hay internet.").await;
    enter(&requester, "[data-form=register] [type=submit]").await;
    requester.sees(".done-number", true).await;
    let number = requester.text(".done-number").await;

    let agent = Seat::take(&desk, "agent", DESKTOP).await;
    enter(&agent, &format!("main a[href$='/console/tickets/{number}']")).await;
    enter(&agent, "button[data-action=open]").await;
    for (action, fields) in [
        ("accept", &[][..]),
        ("diagnose", &[("cause", "Switch averiado"), ("analysis", "El puerto no levanta.")]),
        ("resolve", &[("solution", "Se cambió el switch.")]),
    ] {
        enter(&agent, &format!("button[data-action={action}]")).await;
        agent.sees(&format!("[data-form={action}]"), true).await;
        for (name, words) in fields {
            fill(&agent, &format!("[data-form={action}] [name={name}]"), words).await;
        }
        agent.reach(&format!("[data-form={action}] :is(input, textarea, select, button)")).await;
        agent.keys(Key::Control + Key::Enter).await;
        agent.sees(&format!("[data-form={action}]"), false).await;
    }
    agent.sees("button[data-action=resolve]", false).await;
    assert_eq!(desk.read("agent", &number).await["status"], Status::Resolved.as_str());

    requester.go(&format!("/portal/tickets/{number}")).await;
    requester.reach("[data-form=survey] [name=satisfied]").await;
    requester.keys(Key::Space).await;
    enter(&requester, "[data-form=survey] [type=submit]").await;
    requester.sees("[data-form=survey]", false).await;
    assert_eq!(desk.read("agent", &number).await["status"], Status::Closed.as_str());
    for seat in [requester, agent] {
        seat.leave(&["/api/v1/auth/refresh"]).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_console_has_shortcuts_and_a_palette() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::Registered).await;
    let agent = Seat::take(&desk, "agent", DESKTOP).await;
    agent.sees("[data-row]", true).await;
    agent.keys("?").await;
    agent.sees("dialog[open] dl.keys", true).await;
    agent.is_accessible("the help").await;
    agent.keys(Key::Escape).await;
    agent.sees("dialog[open]", false).await;
    agent.keys(Key::Control + "k").await;
    agent.sees("dialog[open] input", true).await;
    agent.is_accessible("the palette").await;
    agent.keys(&*number).await;
    agent.sees(&format!("dialog[open] [role=option][data-value*='{number}']"), true).await;
    agent.keys(Key::Enter).await;
    agent.sees("button[data-action=open]", true).await;
    agent.leave(&["/api/v1/auth/refresh"]).await;
}
