//! Takes the pictures of `docs/screenshots`: `make screenshots`. The main pages with the demo's data,
//! always at the same instant, so that a picture changes only when the page has.

use serde_json::Value;
use std::path::Path;
use tests::Desk;
use tests::browser::{Browser, DESKTOP, PHONE_AT_NIGHT};

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/screenshots"));
    std::fs::create_dir_all(folder)?;
    let desk = Desk::with(|config| config.demo = true).await;
    let (mine, working) =
        (a_ticket(&desk, "requester", "").await, a_ticket(&desk, "agent", "&status=in_progress").await);
    // Who looks, what they see last, and at what.
    for (username, last, pages) in [
        (
            "requester",
            "main h1",
            vec![
                ("home", "/portal".to_owned(), true),
                ("register", "/portal/new".to_owned(), false),
                ("my-ticket", format!("/portal/tickets/{mine}"), true),
            ],
        ),
        (
            "supervisor",
            ".count[data-queue]",
            vec![
                ("queue", "/console?open=true".to_owned(), true),
                ("ticket", format!("/console/tickets/{working}"), false),
                ("supervision", "/console/supervision".to_owned(), false),
            ],
        ),
    ] {
        let browser = Browser::open(DESKTOP).await;
        browser.set_clock(desk.clock.now()).await;
        browser.go(&format!("{}/", desk.base)).await;
        browser.sign_in(username).await;
        for (name, path, also_at_night) in pages {
            browser.fit_into(DESKTOP).await;
            browser.go(&format!("{}{path}", desk.base)).await;
            browser.sees(last, true).await;
            browser.rests().await;
            browser.page.screenshot(&folder.join(format!("{name}.png"))).await.expect("a picture");
            if also_at_night {
                browser.fit_into(PHONE_AT_NIGHT).await;
                browser.page.screenshot(&folder.join(format!("{name}-phone.png"))).await.expect("a picture");
            }
        }
    }
    Ok(())
}

/// The number of the first ticket that somebody sees.
async fn a_ticket(desk: &Desk, username: &str, which: &str) -> String {
    let page: Value = desk.sign_in(username).await.get(&format!("/tickets?limit=1{which}")).await.ok(200);
    page["items"][0]["number"].as_str().expect("the demo has one").to_owned()
}
