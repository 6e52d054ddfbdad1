//! What people are told: the bell, what they want of it, and the page that a letter's link leads to.

use crate::seat::{DESKTOP, PHONE_AT_NIGHT, Seat};
use contract::tickets::Status;
use mesa::ids::TicketId;
use mesa::surveys::invitation_link;
use serde_json::json;
use tests::Desk;
use tests::receiver::Receiver;
use thirtyfour::Key;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_bell_says_how_many_and_leads_to_the_case() {
    for window in [DESKTOP, PHONE_AT_NIGHT] {
        let desk = Desk::start().await;
        let number = desk.ticket_in(Status::Resolved).await;
        desk.run_jobs().await;
        let seat = Seat::take(&desk, "requester", window).await;
        seat.go("/portal").await;
        seat.sees(".bell-count", true).await;
        assert_eq!(seat.text(".bell-count").await, "3");
        seat.reach("button[data-action=bell]").await;
        seat.keys(Key::Enter).await;
        seat.sees("dialog .notices .notice-link", true).await;
        seat.sees("dialog .notice-unread .notice-link .visually-hidden", true).await;
        seat.is_accessible("the bell's drawer").await;
        seat.fits("the bell's drawer").await;
        seat.reach("dialog .notice-link").await;
        seat.keys(Key::Enter).await;
        seat.sees("dialog .notices", false).await;
        let place = seat.ask("return location.pathname").await;
        assert_eq!(place, json!(format!("/portal/tickets/{number}")));
        let told = desk.sign_in("requester").await;
        for _ in 0..50 {
            if told.get("/me/notifications").await.ok(200)["unread"] == 2 {
                break;
            }
            seat.rests().await;
        }
        assert_eq!(told.get("/me/notifications").await.ok(200)["unread"], 2, "what was opened is read");
        seat.leave(&[]).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn administrators_read_in_the_bell_that_a_webhook_was_switched_off() {
    let desk = Desk::with(|config| config.webhook_allow_private = true).await;
    let receiver = Receiver::start().await;
    let admin = desk.sign_in("admin").await;
    let body = json!({"project": "TIC", "description": "Tablero", "url": receiver.url(), "events": ["*"]});
    let made = admin.post("/webhooks", &body).await.ok(201);
    let page = format!("/webhooks/{}", made["id"].as_str().expect("an id"));
    receiver.answer_next("410 Gone");
    admin.post(&format!("{page}/ping"), &json!({})).await.expect_status(200);
    desk.run_jobs().await;
    let seat = Seat::take(&desk, "admin", DESKTOP).await;
    seat.go("/console").await;
    seat.sees(".bell-count", true).await;
    seat.reach("button[data-action=bell]").await;
    seat.keys(Key::Enter).await;
    seat.sees("dialog .notices .notice-link", true).await;
    assert_eq!(seat.text("dialog .notice-case").await, "TIC · Tablero");
    seat.is_accessible("the bell's drawer with a notice of the settings").await;
    seat.reach("dialog .notice-link").await;
    seat.keys(Key::Enter).await;
    seat.sees("dialog .notices", false).await;
    let place = seat.ask("return location.pathname").await;
    assert_eq!(place, json!(format!("/console/admin{page}")));
    seat.leave(&[]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_say_what_they_want_to_be_told_of() {
    let desk = Desk::start().await;
    let seat = Seat::take(&desk, "agent", PHONE_AT_NIGHT).await;
    seat.go("/profile").await;
    seat.sees("[data-part=notices] table", true).await;
    seat.sees("[data-part=quiet-hours]", true).await;
    seat.press("[name=wish-mail-opened]").await;
    seat.press("[name=digest][value=daily]").await;
    seat.sees("[name=digest_hour]", true).await;
    let me = desk.sign_in("agent").await;
    let mut kept = json!(null);
    for _ in 0..50 {
        kept = me.get("/me/notification-preferences").await.ok(200);
        if kept["digest"] == "daily" && kept["kinds"]["opened"]["by_mail"] == true {
            break;
        }
        seat.rests().await;
    }
    assert_eq!(kept["kinds"]["opened"], json!({"in_app": true, "by_mail": true}));
    assert_eq!(kept["digest"], "daily");
    seat.is_accessible("what one is told of").await;
    seat.fits("what one is told of").await;
    seat.photograph("notices-wanted").await;
    seat.leave(&[]).await;
    let requester = Seat::take(&desk, "requester", DESKTOP).await;
    requester.go("/profile").await;
    requester.sees("[name=wish-bell-resolved]", true).await;
    requester.sees("[name=wish-bell-breached]", false).await;
    requester.is_accessible("what a requester is told of").await;
    requester.leave(&[]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_letters_link_is_answered_without_signing_in() {
    for window in [DESKTOP, PHONE_AT_NIGHT] {
        let desk = Desk::start().await;
        let number = desk.ticket_in(Status::Resolved).await;
        let id = desk.read("agent", &number).await["id"].as_str().expect("an id").parse().expect("a UUID");
        let link = invitation_link(&desk.app.tokens, "", TicketId(id), 1, desk.clock.now()).expect("a link");
        let seat = Seat::open(&desk, window).await;
        seat.go(&format!("{link}?answer=yes")).await;
        seat.sees("[data-form=survey] [name='answers.trato']", true).await;
        assert!(seat.text("main").await.contains("¿Cómo califica el trato que recibió?"));
        seat.is_accessible("the survey of a letter").await;
        seat.fits("the survey of a letter").await;
        seat.press("[data-form=survey] [name=score][value='5']").await;
        seat.press("[data-form=survey] [name='answers.trato'][value='4']").await;
        seat.press("[data-form=survey] [type=submit]").await;
        seat.sees(".invitation-thanks", true).await;
        let surveys = desk.sign_in("agent").await.get(&format!("/tickets/{number}/surveys")).await.ok(200);
        assert_eq!(surveys["items"][0]["answers"], json!({"trato": 4}));
        // In the other language, and on to the case.
        seat.press("[data-action=language-en]").await;
        seat.sees("html[lang=en]", true).await;
        seat.is_accessible("thanks for an answer").await;
        seat.fits("thanks for an answer").await;
        seat.press(&format!("main a[href='/tickets/{number}']")).await;
        seat.sees("[data-form=sign-in]", true).await;
        seat.leave(&[]).await;
    }
}
