//! Measures what a browser makes of the pages: `make bench-web`, or `scripts/bench-web --write` to
//! write `docs/reference/benchmarks-web.md` too.
//!
//! The server is the one that is shipped, with the demo's data, in this very process; the browser's
//! processor is made four times slower, about that of a cheap laptop. `visit.rs` opens a page with
//! nothing kept from before, and `report.rs` writes it all down.

mod report;
mod visit;

use report::Line;
use tests::Desk;
use tests::browser::{Browser, DESKTOP};
use visit::Visit;

/// How often each page is opened; the median counts.
const VISITS: usize = 7;

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let desk = Desk::with(|config| config.demo = true).await;
    let number = a_ticket(&desk).await;
    let mut lines = Vec::new();
    for (page, username, path) in [
        ("Sign-in", None, "/".to_owned()),
        ("Home of the portal", Some("requester"), "/portal".to_owned()),
        ("A queue", Some("agent"), "/console".to_owned()),
        ("A ticket in the console", Some("agent"), format!("/console/tickets/{number}")),
        ("Supervision", Some("supervisor"), "/console/supervision".to_owned()),
    ] {
        let browser = Browser::open(DESKTOP).await;
        browser.go(&format!("{}/", desk.base)).await;
        if let Some(username) = username {
            browser.sign_in(username).await;
        }
        visit::slow_down(&browser).await;
        let mut visits = Vec::new();
        for _ in 0..VISITS {
            visits.push(Visit::pay(&browser, &format!("{}{path}", desk.base)).await);
        }
        lines.push(Line::of(page, &visits));
    }
    let table = report::table(&lines);
    say(&table);
    if std::env::args().any(|argument| argument == "--write") {
        say(&format!("written: {}", report::write(&table, VISITS)?.display()));
    }
    Ok(())
}

/// A ticket of the demo that an agent works on.
async fn a_ticket(desk: &Desk) -> String {
    let page = desk.sign_in("agent").await.get("/tickets?status=in_progress&limit=1").await.ok(200);
    page["items"][0]["number"].as_str().expect("the demo has one").to_owned()
}

/// Tells whoever waits.
#[expect(clippy::print_stdout, reason = "a command line tool talks to its terminal")]
fn say(text: &str) {
    println!("{text}");
}
