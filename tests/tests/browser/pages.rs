//! Every page, by day on a desktop and at night on a telephone: accessible, and no wider than the
//! window. With `MESA_SCREENSHOTS` set, their pictures are kept.

use crate::seat::{DESKTOP, PHONE_AT_NIGHT, Seat, Window};
use contract::tickets::Status;
use tests::Desk;

async fn look(seat: &Seat, path: &str, name: &str, window: Window) {
    seat.go(path).await;
    let name = format!("{name}-{}{}", window.width, if window.dark { "-dark" } else { "" });
    seat.photograph(&name).await;
    seat.fits(&name).await;
    seat.is_accessible(&name).await;
}

async fn look_around(window: Window) {
    let desk = Desk::start().await;
    let registered = desk.ticket_in(Status::Registered).await;
    let resolved = desk.ticket_in(Status::Resolved).await;
    let working = desk.ticket_in(Status::InProgress).await;

    let nobody = Seat::open(&desk, window).await;
    look(&nobody, "/", "sign-in", window).await;
    nobody.leave(&["/api/v1/auth/refresh"]).await;

    let requester = Seat::take(&desk, "requester", window).await;
    look(&requester, "/portal", "home", window).await;
    look(&requester, "/portal/new", "register", window).await;
    look(&requester, "/portal/tickets", "my-tickets", window).await;
    look(&requester, &format!("/portal/tickets/{registered}"), "my-ticket", window).await;
    look(&requester, &format!("/portal/tickets/{resolved}"), "my-ticket-resolved", window).await;
    look(&requester, "/profile", "profile", window).await;
    look(&requester, "/nowhere", "not-found", window).await;
    requester.leave(&["/api/v1/auth/refresh"]).await;

    let agent = Seat::take(&desk, "agent", window).await;
    look(&agent, "/console", "queue", window).await;
    look(&agent, "/console?open=true", "queue-open", window).await;
    look(&agent, "/console/new", "new-ticket", window).await;
    look(&agent, &format!("/console/tickets/{working}"), "ticket", window).await;
    agent.press("button[data-action=resolve]").await;
    agent.sees("[data-form=resolve]", true).await;
    agent.photograph(&format!("ticket-form-{}", window.width)).await;
    agent.is_accessible("the form of an action").await;
    agent.leave(&["/api/v1/auth/refresh"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_by_day_on_a_desktop() {
    look_around(DESKTOP).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_at_night_on_a_telephone() {
    look_around(PHONE_AT_NIGHT).await;
}
