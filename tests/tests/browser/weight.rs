//! What a browser has to load before anybody can do anything.

use crate::seat::{DESKTOP, Seat};
use contract::tickets::Status;
use tests::Desk;

/// What the first load of a page is to weigh at most, in bytes as they travel.
const LIMIT: u64 = 350 * 1024;

/// The page and everything it fetched that is not the API's, compressed.
const FETCHED: &str = "const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]; \
    return all.filter(it => !it.name.includes('/api/')).map(it => it.encodedBodySize).reduce((sum, size) => sum + size, 0)";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_first_load_is_light() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::Registered).await;
    let mut heavy = Vec::new();
    for (username, path) in [
        ("requester", "/"),
        ("requester", "/portal"),
        ("requester", "/portal/new"),
        ("requester", &*format!("/portal/tickets/{number}")),
        ("agent", "/console"),
        ("supervisor", "/console/supervision"),
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
        if !(1024..=LIMIT).contains(&weight) {
            heavy.push(format!("{path} weighs {weight} bytes"));
        }
        seat.leave(&["/api/v1/auth/refresh"]).await;
    }
    assert!(
        heavy.is_empty(),
        "{heavy:?}; the limit is {LIMIT}. Was the bundle made by `cargo run -p bundle`?"
    );
}
