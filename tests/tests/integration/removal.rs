//! What is old is removed, a little in each transaction.

use chrono::TimeDelta;
use diesel::prelude::*;
use mesa::auth;
use mesa::db::removal::BATCH;
use mesa::db::schema::sign_in_failures;
use mesa::db::types::Instant;
use tests::Desk;

async fn left(desk: &Desk) -> i64 {
    let count = desk.app.db.read(|connection| Ok(sign_in_failures::table.count().get_result(connection)?));
    count.await.expect("they can be counted")
}

#[tokio::test]
async fn what_is_old_is_removed_in_batches_until_nothing_is_left() {
    let desk = Desk::start().await;
    let now = desk.clock.now();
    let enter = move |connection: &mut mesa::db::DbConnection| {
        for one in 0..=2 * BATCH {
            // One of them counts on.
            let until = if one == 0 { now + TimeDelta::hours(2) } else { now - TimeDelta::milliseconds(one) };
            diesel::insert_into(sign_in_failures::table)
                .values((
                    sign_in_failures::subject.eq(format!("prueba {one}")),
                    sign_in_failures::failures.eq(1),
                    sign_in_failures::window_until.eq(Instant::from(until)),
                ))
                .execute(connection)?;
        }
        Ok(())
    };
    desk.app.db.write(enter).await.expect("they are new");
    let batch = usize::try_from(BATCH).expect("a small number");
    let removed = desk.app.db.write(move |connection| auth::forget_expired_failures(connection, now)).await;
    assert_eq!((removed.expect("removed"), left(&desk).await), (batch, BATCH + 1));
    desk.run_jobs().await;
    assert_eq!(left(&desk).await, 1);
    desk.later(TimeDelta::hours(3)).await;
    assert_eq!(left(&desk).await, 0);
}
