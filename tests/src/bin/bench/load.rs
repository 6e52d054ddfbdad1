//! A closed and bounded load: so many clients, each with the next request as soon as it has the
//! answer to the last, and each with a fixed number of requests.

use super::client::Client;
use super::server::{Server, processor_time};
use std::io;
use std::time::{Duration, Instant};

pub const CLIENTS: usize = 32;

/// Requests that each client sends before it is measured, so that caches are as they are at work.
const WARM_UP: usize = 10;

/// One request: method, path, body.
pub type Request = (&'static str, String, String);

/// What was measured.
#[derive(Clone, Debug)]
pub struct Measured {
    pub per_second: f64,
    pub p50: Duration,
    pub p95: Duration,
    pub p99: Duration,
    /// Of the machine's processors, how many were busy for the server and for the clients.
    pub server_processors: f64,
    pub client_processors: f64,
    /// The numbers of cases in the answers, where there were any.
    pub numbers: Vec<String>,
}

/// Lets every client send what `requests` gives it: by client, then by turn.
pub async fn run(
    server: &Server,
    clients: &mut Vec<Client>,
    status: u16,
    requests: impl Fn(usize, usize) -> Option<Request>,
    each: usize,
) -> io::Result<Measured> {
    let mut prepared: Vec<Vec<Request>> = (0..clients.len())
        .map(|client| (0..WARM_UP + each).map_while(|turn| requests(client, turn)).collect())
        .collect();
    let mut warm = Vec::new();
    let mut tasks = Vec::new();
    for (mut client, mut requests) in clients.drain(..).zip(prepared.drain(..)) {
        let measured = requests.split_off(WARM_UP.min(requests.len()));
        tasks.push(tokio::spawn(async move {
            client.reconnect().await?;
            let warmed = all(&mut client, requests, status).await?;
            Ok::<_, io::Error>((client, warmed, measured))
        }));
    }
    for task in tasks {
        warm.push(task.await.map_err(io::Error::other)??);
    }
    let (begun, server_before, client_before) =
        (Instant::now(), server.processor_time(), processor_time("self"));
    let tasks: Vec<_> = warm
        .into_iter()
        .map(|(mut client, warmed, requests)| {
            tokio::spawn(async move {
                let done = all(&mut client, requests, status).await?;
                Ok::<_, io::Error>((client, warmed, done))
            })
        })
        .collect();
    let (mut times, mut numbers) = (Vec::new(), Vec::new());
    for task in tasks {
        let (client, warmed, done) = task.await.map_err(io::Error::other)??;
        clients.push(client);
        numbers.extend(warmed.into_iter().chain(done.iter().cloned()).filter_map(|(_, number)| number));
        times.extend(done.into_iter().map(|(time, _)| time));
    }
    let elapsed = begun.elapsed().as_secs_f64();
    let busy = |now: Duration, before: Duration| now.saturating_sub(before).as_secs_f64() / elapsed;
    let (server_processors, client_processors) =
        (busy(server.processor_time(), server_before), busy(processor_time("self"), client_before));
    times.sort_unstable();
    let at = |percent: usize| times[(times.len() * percent / 100).min(times.len() - 1)];
    Ok(Measured {
        per_second: per_second(times.len(), elapsed),
        p50: at(50),
        p95: at(95),
        p99: at(99),
        server_processors,
        client_processors,
        numbers,
    })
}

type Done = (Duration, Option<String>);

async fn all(client: &mut Client, requests: Vec<Request>, status: u16) -> io::Result<Vec<Done>> {
    let mut done = Vec::with_capacity(requests.len());
    for (method, path, body) in requests {
        let begun = Instant::now();
        let answer = client.send(method, &path, &body).await?;
        let time = begun.elapsed();
        if answer.status != status {
            let body = String::from_utf8_lossy(answer.body);
            return Err(io::Error::other(format!("{method} {path}: {}: {body}", answer.status)));
        }
        done.push((time, if method == "POST" { number(answer.body) } else { None }));
    }
    Ok(done)
}

/// The number of the case that an answer shows.
fn number(body: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(body).ok()?;
    let (_, rest) = text.split_once("\"number\":\"")?;
    rest.split('"').next().map(str::to_owned)
}

/// A rate.
#[expect(clippy::cast_precision_loss, reason = "counts of requests are far below 2^52")]
pub fn per_second(count: usize, seconds: f64) -> f64 {
    count as f64 / seconds
}
