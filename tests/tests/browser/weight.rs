//! What a browser has to load before anybody can do anything.

use crate::seat::{DESKTOP, Seat};
use contract::tickets::Status;
use tests::Desk;

/// What the first load of a page is to weigh at most, in bytes as they travel.
const LIMIT: u64 = 350 * 1024;

/// The same of pages that are fuller than they should be: all that is done to a case, or to one's account.
const FULLER: u64 = 410 * 1024;

/// The page and everything it fetched that is not the API's, compressed.
const FETCHED: &str = "const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]; \
    return all.filter(it => !it.name.includes('/api/')).map(it => it.encodedBodySize).reduce((sum, size) => sum + size, 0)";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_first_load_is_light() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    let mut heavy = Vec::new();
    for (username, path, limit) in [
        ("requester", "/", LIMIT),
        ("requester", "/portal", LIMIT),
        ("requester", "/portal/new", LIMIT),
        ("requester", &*format!("/portal/tickets/{number}"), LIMIT),
        ("agent", "/console", LIMIT),
        ("agent", &*format!("/console/tickets/{number}"), FULLER),
        ("agent", "/console/new", FULLER),
        ("agent", "/profile", FULLER),
        ("supervisor", "/console/supervision", LIMIT),
    ] {
        let seat = Seat::open(&desk, DESKTOP).await;
        seat.go(path).await;
        if path != "/" {
            seat.sign_in(username).await;
            seat.ready().await;
            seat.sees("main h1", true).await;
        }
        let weight = seat.ask(FETCHED).await.as_u64().expect("bytes");
        // A bundle for whoever changes the SPA weighs twenty times as much.
        if !(1024..=limit).contains(&weight) {
            heavy.push(format!("{path} weighs {weight} bytes, and not at most {limit}"));
        }
        seat.leave(&["/api/v1/auth/refresh"]).await;
    }
    assert!(heavy.is_empty(), "{heavy:?}. Was the bundle made by `cargo run -p bundle`?");
}
