//! Both languages: a page says everything in the one that is chosen, and nothing in keys.

use crate::seat::{DESKTOP, Seat};
use contract::tickets::Status;
use serde_json::json;
use tests::Desk;

const LANGUAGE: &str = "return document.documentElement.lang";

/// What looks like a key of a catalogue, or a blank that nothing filled, in what is read or read aloud.
const UNSAID: &str = r"
    const key = /^[a-z]+(-[a-z0-9]+)+$/, blank = /\{\s*\$|⟦/;
    const said = [document.title];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        if (!walk.currentNode.parentElement.closest('code, time, [data-row], .timeline')) said.push(walk.currentNode.data);
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) said.push(element.getAttribute(name) ?? '');
    return said.map(text => text.trim()).filter(text => key.test(text) || blank.test(text));";

async fn says_everything(seat: &Seat, path: &str, language: &str) {
    seat.go(path).await;
    assert_eq!(seat.ask(LANGUAGE).await, json!(language), "{path}");
    assert_eq!(seat.ask(UNSAID).await, json!([]), "{path} in {language}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_comes_next_reads_their_own_language() {
    let desk = Desk::start().await;
    let seat = Seat::open(&desk, DESKTOP).await;
    seat.go("/").await;
    seat.press("[data-action=language-en]").await;
    seat.sees("html[lang=en]", true).await;
    seat.sign_in("requester").await;
    seat.sees(".top .person-name", true).await;
    assert_eq!(seat.ask(LANGUAGE).await, json!("en"), "what was chosen by hand holds");
    seat.press("[data-action=sign-out]").await;
    seat.sign_in("agent").await;
    seat.sees("html[lang=es]", true).await;
    seat.leave(&["/api/v1/auth/refresh"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_page_leaves_a_string_untranslated() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::Resolved).await;
    for (username, paths) in [
        (
            "requester",
            vec![
                "/portal".to_owned(),
                "/portal/new".to_owned(),
                format!("/portal/tickets/{number}"),
                "/profile".to_owned(),
            ],
        ),
        (
            "supervisor",
            vec![
                "/console".to_owned(),
                format!("/console/tickets/{number}"),
                "/console/supervision".to_owned(),
            ],
        ),
        (
            "admin",
            [
                "people",
                "people/new",
                "people/import",
                "people/agent",
                "groups",
                "groups/new",
                "providers",
                "projects",
                "projects/new",
                "projects/TIC",
                "stakeholders",
                "webhooks",
                "webhooks/new",
            ]
            .map(|page| format!("/console/admin/{page}"))
            .to_vec(),
        ),
    ] {
        let seat = Seat::take(&desk, username, DESKTOP).await;
        for path in &paths {
            says_everything(&seat, path, "es").await;
        }
        let spanish = seat.text("main h1").await;
        seat.go("/profile").await;
        seat.press("[name=locale][value=en]").await;
        seat.sees("html[lang=en]", true).await;
        for path in &paths {
            says_everything(&seat, path, "en").await;
        }
        if username == "supervisor" {
            assert_ne!(seat.text("main h1").await, spanish);
        }
        seat.leave(&["/api/v1/auth/refresh"]).await;
    }
}
