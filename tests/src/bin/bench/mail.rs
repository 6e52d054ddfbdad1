//! Letters: how many a second leave for a mail server on this machine when ten thousand wait, and what that
//! costs whoever reads cases meanwhile.

use super::load::{self, Measured, Request, per_second};
use super::measure::{Desk, Sizes, connect};
use super::seed::AGENTS;
use super::server::Server;
use super::words::{self, Dice};
use diesel::prelude::*;
use mesa::clock::Clock;
use mesa::db::schema::mails;
use mesa::db::types;
use mesa::db::{DatabaseUrl, DbConnection};
use mesa::error::{Error, Result};
use mesa::ids::MailId;
use std::time::{Duration, Instant};
use tests::mail::MailServer;

/// Letters that wait.
const LETTERS: usize = 10_000;

/// People to whom they go: each gets theirs one after another.
const PEOPLE: usize = 400;

/// A server that sends none in this time has stopped.
const PATIENCE: Duration = Duration::from_mins(10);

/// What was measured.
pub struct Drained {
    pub letters: usize,
    pub per_second: f64,
    /// Reading a case before there were letters.
    pub alone: Measured,
    /// The same while they left: of several rounds the one with the highest p95.
    pub meanwhile: Measured,
}

/// Measures it on SQLite, or the PostgreSQL server at `postgres`.
pub async fn drain(postgres: Option<&str>, sizes: &Sizes) -> Result<Drained> {
    let sink = MailServer::start().await;
    let desk = Desk::prepare(postgres, sizes.small).await?;
    let mail = [("MESA_SMTP_URL", sink.url()), ("MESA_MAIL_FROM", "Mesa <mesa@desk.example.org>".to_owned())];
    let server = desk.start_with(&mail).await?;
    let mut clients = connect(&server, "agent", AGENTS).await.map_err(Error::internal)?;
    let alone = read(&server, &mut clients, sizes).await?;
    queue(&desk.url)?;
    let queued = Instant::now();
    while sink.taken() == 0 {
        if queued.elapsed() > PATIENCE {
            return Err(Error::internal("no letter leaves"));
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    let (begun, before) = (Instant::now(), sink.taken());
    // Looked at by itself, so that reading on does not count as sending.
    let last = async {
        while sink.taken() < LETTERS && begun.elapsed() < PATIENCE {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        begun.elapsed()
    };
    let reads = async {
        let mut worst = read(&server, &mut clients, sizes).await?;
        while sink.taken() < LETTERS && begun.elapsed() < PATIENCE {
            let round = read(&server, &mut clients, sizes).await?;
            if sink.taken() < LETTERS && round.p95 > worst.p95 {
                worst = round;
            }
        }
        Ok::<_, Error>(worst)
    };
    let (elapsed, meanwhile) = tokio::join!(last, reads);
    let sent = sink.taken();
    if sent < LETTERS {
        return Err(Error::internal(format!("only {sent} of {LETTERS} letters have left")));
    }
    let per_second = per_second(sent - before, elapsed.as_secs_f64());
    Ok(Drained { letters: sent, per_second, alone, meanwhile: meanwhile? })
}

/// Clients that read one case after another.
async fn read(server: &Server, clients: &mut Vec<super::client::Client>, sizes: &Sizes) -> Result<Measured> {
    let tickets = sizes.small;
    let request = |client: usize, turn: usize| -> Option<Request> {
        let number = 1 + Dice::new((client * 1_000_003 + turn) as u64).below(tickets);
        Some(("GET", format!("/api/v1/tickets/TIC-{number}"), String::new()))
    };
    load::run(server, clients, 200, request, sizes.each).await.map_err(Error::internal)
}

/// Lets them wait, as `tell` does: in one go, to leave at once.
fn queue(url: &DatabaseUrl) -> Result<()> {
    let mut connection: DbConnection = url.connect().map_err(Error::internal)?;
    let now = types::Instant::from(Clock::System.now());
    connection.transaction(|connection| {
        for number in 0..LETTERS {
            let mut dice = Dice::new(number as u64);
            let (subject, text) = (words::subject(&mut dice), words::description(&mut dice));
            diesel::insert_into(mails::table)
                .values((
                    mails::id.eq(MailId::fresh()),
                    mails::recipient.eq(format!("persona{}@example.org", number % PEOPLE)),
                    mails::message_id.eq(format!("bench-{number}@desk.example.org")),
                    mails::subject.eq(&subject),
                    mails::body_text.eq(&text),
                    mails::body_html.eq(format!("<p>{text}</p>")),
                    mails::state.eq("waiting"),
                    mails::attempts.eq(0),
                    mails::next_at.eq(Some(now)),
                    mails::created_at.eq(now),
                ))
                .execute(connection)?;
        }
        Ok(())
    })
}
