//! `kill -9` in the middle of many registrations, and of the sending of letters.

use super::server::{Home, Server, until};
use super::storm::{Storm, nothing_lost_nothing_doubled};
use diesel::prelude::*;
use std::collections::BTreeSet;
use tests::mail::{Letter, MailServer};

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

/// Letters are written in the transaction of what they tell of. One is on its way when the process dies:
/// the mail server has taken it and the desk never hears so. It comes again under the same `Message-ID`, and
/// every other once.
#[tokio::test(flavor = "multi_thread")]
async fn letters_survive_kill_nine_and_one_that_comes_twice_is_known_by_its_name() {
    const CASES: usize = 12;
    let (home, mail) = (Home::new(), MailServer::start().await);
    let serve = || {
        let mut command = home.command();
        command.env("MESA_DEMO", "1").env("MESA_SMTP_URL", mail.url());
        Server::start(command.env("MESA_MAIL_FROM", "Mesa <mesa@desk.example.org>"))
    };
    let mut server = serve();
    // What the demo has told its people is out of the way first.
    let mut database = home.database().connect().expect("the database answers");
    until("the demo's letters are sent", async || waiting(&mut database) == 0).await;
    let desk = server.sign_in("requester").await;
    let before = mail.letters().len();
    mail.keep_silent(true);
    let name = |case: usize| format!("Carta {case:02} del corte");
    for case in 0..CASES {
        desk.register(&format!("letter-{case}"), &name(case)).await.expect("a number");
    }
    let of_ours = || -> Vec<Letter> {
        let ours = |letter: &Letter| (0..CASES).any(|case| letter.text().contains(&name(case)));
        mail.letters().into_iter().skip(before).filter(ours).collect()
    };
    until("a letter is on its way", async || !of_ours().is_empty()).await;
    server.kill();
    let known = of_ours().len();
    assert!(known < CASES, "the process died too late: {known}");

    // The five minutes in which another replica leaves a claimed letter alone are over.
    diesel::sql_query("UPDATE mails SET next_at = created_at WHERE state = 'sending'")
        .execute(&mut database)
        .expect("the letters are there");
    mail.keep_silent(false);
    let server = serve();
    until("all letters are sent", async || {
        let told = (0..CASES).all(|case| of_ours().iter().any(|letter| letter.text().contains(&name(case))));
        told && waiting(&mut database) == 0
    })
    .await;
    drop(server);
    let letters = of_ours();
    for case in 0..CASES {
        let same: Vec<_> = letters.iter().filter(|letter| letter.text().contains(&name(case))).collect();
        let ids: BTreeSet<_> = same.iter().map(|letter| letter.header("Message-ID")).collect();
        assert_eq!(ids.len(), 1, "{}: {} letters", name(case), same.len());
    }
    assert!(letters.len() > CASES, "the one that was on its way came again");
    assert!(letters.len() <= CASES + known, "and no other: {} letters, {known} before", letters.len());
}

/// How many things have yet to be told, and how many letters to be sent, whose time has come.
fn waiting(database: &mut mesa::db::DbConnection) -> i64 {
    use mesa::clock::Clock;
    use mesa::db::schema::{mails, outbox};
    use mesa::db::types::Instant;
    let untold: i64 = outbox::table.count().get_result(database).expect("it can be counted");
    let now = Instant::from(Clock::System.now());
    let due = mails::table.filter(mails::next_at.le(now).assume_not_null().or(mails::state.eq("sending")));
    let unsent: i64 = due.filter(mails::sent_at.is_null()).count().get_result(database).expect("too");
    untold + unsent
}
