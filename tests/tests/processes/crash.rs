//! `kill -9` in the middle of many registrations.

use super::server::Home;
use super::storm::{Storm, nothing_lost_nothing_doubled};

#[tokio::test(flavor = "multi_thread")]
async fn what_was_answered_survives_kill_nine_and_a_retry_does_not_double_it() {
    let home = Home::new();
    let mut server = home.serve();
    let desk = server.sign_in("requester").await;
    let before = desk.count().await;

    let storm = Storm::begin(&desk, 0);
    storm.answered(200).await;
    server.kill();
    let tried = storm.end().await;

    let server = home.serve();
    let desk = server.sign_in("requester").await;
    nothing_lost_nothing_doubled(&desk, before, &tried).await;
}
