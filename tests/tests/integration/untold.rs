//! What cannot be told is set aside, and holds up nothing else.

use diesel::prelude::*;
use mesa::jobs::outbox::{self, Failures};
use mesa::notifications;
use serde_json::{Value, json};
use tests::Desk;

/// Sees to it that the registration of a case cannot be told: its entry has a place in the feed already.
async fn spoil(desk: &Desk, number: &str, place: i64) {
    let taken = format!(
        "INSERT INTO feed (position, event_id, ticket_id, project_id, at) \
         SELECT {place}, ticket_events.id, tickets.id, tickets.project_id, ticket_events.at \
         FROM ticket_events JOIN tickets ON tickets.id = ticket_events.ticket_id \
         WHERE tickets.number = '{number}'"
    );
    let spoilt = desk.app.db.write(move |connection| Ok(diesel::sql_query(taken).execute(connection)?)).await;
    assert_eq!(spoilt.expect("the place is free"), 1);
}

/// Of which cases somebody has notices, first to last.
async fn told(desk: &Desk, username: &str) -> Vec<String> {
    let notices = desk.sign_in(username).await.get("/me/notifications?limit=200").await.ok(200);
    let items = notices["items"].as_array().expect("a list").clone();
    items.iter().rev().map(|notice| notice["ticket"].as_str().expect("a number").to_owned()).collect()
}

async fn failures(desk: &Desk) -> Failures {
    desk.app.db.read(outbox::failures).await.expect("it is known")
}

#[tokio::test]
async fn an_entry_that_cannot_be_told_holds_up_no_other() {
    let desk = Desk::start().await;
    let mut numbers = Vec::new();
    for _ in 0..3 {
        numbers.push(desk.register("requester", json!({})).await);
    }
    spoil(&desk, &numbers[1], -1).await;
    assert_eq!(notifications::tell_all(&desk.app).await.expect("told"), 2);
    assert_eq!(told(&desk, "requester").await, [numbers[0].clone(), numbers[2].clone()]);
    let Failures { count, last } = failures(&desk).await;
    assert_eq!((count, desk.app.metrics.untold.get()), (1, 1));
    assert_eq!(last.map(|(_, fault)| fault).as_deref(), Some("exists"));
    assert_eq!(notifications::tell_all(&desk.app).await.expect("nothing waits"), 0);
    let changes = desk.sign_in("agent").await.get("/changes?after=0").await.ok(200);
    let followed: Vec<&Value> =
        changes["items"].as_array().expect("a list").iter().map(|change| &change["ticket"]).collect();
    assert_eq!(followed, [&json!(numbers[0]), &json!(numbers[2])]);

    // What was in its way is gone, and the operator has it told again: once.
    let mend = "DELETE FROM feed WHERE position = -1";
    let mended = desk.app.db.write(move |connection| Ok(diesel::sql_query(mend).execute(connection)?)).await;
    assert_eq!(mended.expect("it can be removed"), 1);
    let now = desk.clock.now();
    for expected in [1, 0] {
        let back = desk.app.db.write(move |connection| outbox::put_back(connection, now)).await;
        assert_eq!(back.expect("put back"), expected);
    }
    assert_eq!(notifications::tell_all(&desk.app).await.expect("told"), 1);
    assert_eq!(told(&desk, "requester").await, [0, 2, 1].map(|index: usize| numbers[index].clone()));
    assert_eq!(failures(&desk).await, Failures { count: 0, last: None });
}

#[tokio::test]
async fn more_of_them_than_are_told_together_are_set_aside_once_whoever_is_at_it() {
    let desk = Desk::start().await;
    for place in 1..=25 {
        let number = desk.register("requester", json!({})).await;
        spoil(&desk, &number, -place).await;
    }
    let good = desk.register("requester", json!({})).await;
    let (one, other) = tokio::join!(notifications::tell_all(&desk.app), notifications::tell_all(&desk.app));
    let mut all = one.expect("told") + other.expect("told");
    // Whatever one left to the other.
    all += notifications::tell_all(&desk.app).await.expect("told");
    assert_eq!(all, 1);
    assert_eq!(told(&desk, "requester").await, [good]);
    assert_eq!((failures(&desk).await.count, desk.app.metrics.untold.get()), (25, 25));
}
