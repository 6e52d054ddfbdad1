//! What is asked of each engine, in which order.

use super::client::Client;
use super::load::{self, CLIENTS, Measured, Request};
use super::report::{self, Engine};
use super::seed::{self, AGENTS, PASSWORD};
use super::server::Server;
use super::words::{Dice, SOUGHT};
use super::{floor, say, transfer};
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use mesa::db::DatabaseUrl;
use mesa::error::{Error, Result};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Connections of the server to PostgreSQL: the default of `MESA_DATABASE_CONNECTIONS`.
const CONNECTIONS: usize = 8;

/// How much of everything.
pub struct Sizes {
    /// Cases of the database to compare with.
    pub small: usize,
    /// Cases of the database that is measured.
    pub large: usize,
    /// Requests of each client.
    pub each: usize,
}

/// Measures SQLite, or the PostgreSQL server at `postgres`.
pub async fn engine(postgres: Option<&str>, sizes: &Sizes) -> Result<Engine> {
    let little = Desk::prepare(postgres, sizes.small).await?;
    let mut server = little.start().await?;
    let small = operations(&server, sizes.small, sizes.each).await.map_err(Error::internal)?;
    drop(server);
    drop(little);
    let much = Desk::prepare(postgres, sizes.large).await?;
    // The first start reads the file from the disk; the second is what a restart takes.
    server = much.start().await?;
    say(&format!("first start: {:.1} ms", server.ready.as_secs_f64() * 1000.0));
    drop(server);
    server = much.start().await?;
    let large = operations(&server, sizes.large, sizes.each).await.map_err(Error::internal)?;
    let mut clients = connect(&server, "agent", AGENTS).await.map_err(Error::internal)?;
    let health =
        |_: usize, _: usize| -> Option<Request> { Some(("GET", "/healthz".to_owned(), String::new())) };
    let http =
        load::run(&server, &mut clients, 200, health, sizes.each * 4).await.map_err(Error::internal)?;
    let (memory, ready) = (server.memory(), server.ready);
    drop(server);
    let floor = floor::registrations(&much.url, CONNECTIONS)?;
    let operations =
        small.into_iter().zip(large).map(|((name, small), (_, large))| (name, small, large)).collect();
    let name = if postgres.is_some() { "PostgreSQL" } else { "SQLite" };
    Ok(Engine { name, operations, floor, http, memory, ready })
}

/// A copy of a seeded database, thrown away afterwards.
pub struct Desk {
    folder: tempfile::TempDir,
    pub url: DatabaseUrl,
    postgres: Option<(String, String)>,
}

impl Desk {
    pub async fn prepare(postgres: Option<&str>, tickets: usize) -> Result<Self> {
        let cache: PathBuf = report::root().join("target/bench");
        std::fs::create_dir_all(&cache).map_err(Error::internal)?;
        let begun = Instant::now();
        let seeded = seed::sqlite(&cache, tickets).await?;
        let folder = tempfile::tempdir_in(&cache).map_err(Error::internal)?;
        let (url, postgres) = match postgres {
            None => (DatabaseUrl::Sqlite(copy(&seeded, folder.path())?), None),
            Some(server) => {
                let name = format!("mesa_bench_{tickets}");
                let url = format!("{}/{name}", server.trim_end_matches('/'));
                on(server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))?;
                on(server, &format!("CREATE DATABASE {name}"))?;
                transfer::to_postgres(&seeded, &url)?;
                (DatabaseUrl::Postgres(url), Some((server.to_owned(), name)))
            }
        };
        say(&format!("{tickets} cases ready after {} s", begun.elapsed().as_secs()));
        Ok(Self { folder, url, postgres })
    }

    async fn start(&self) -> Result<Server> {
        self.start_with(&[]).await
    }

    /// The same with more settings.
    pub async fn start_with(&self, more: &[(&str, String)]) -> Result<Server> {
        let url = match &self.url {
            DatabaseUrl::Postgres(url) => url.clone(),
            DatabaseUrl::Sqlite(path) => format!("sqlite://{}", path.display()),
        };
        Server::start(self.folder.path(), &url, more).await.map_err(Error::internal)
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        if let Some((server, name)) = &self.postgres {
            let _ = on(server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
    }
}

fn copy(seeded: &Path, folder: &Path) -> Result<PathBuf> {
    let file = folder.join("mesa.db");
    std::fs::copy(seeded, &file).map_err(Error::internal)?;
    // Or the first to sync the file would wait until the disk has all of it.
    std::fs::File::open(&file).and_then(|file| file.sync_all()).map_err(Error::internal)?;
    Ok(file)
}

fn on(server: &str, statement: &str) -> Result<()> {
    let mut connection = PgConnection::establish(server).map_err(Error::internal)?;
    Ok(connection.batch_execute(statement)?)
}

/// Clients that have signed in, each with an account of its own.
pub async fn connect(server: &Server, role: &str, accounts: usize) -> io::Result<Vec<Client>> {
    let mut clients = Vec::new();
    for number in 0..CLIENTS {
        let mut client = Client::connect(server.address).await?;
        client.sign_in(&format!("{role}{}", number % accounts), PASSWORD).await?;
        clients.push(client);
    }
    Ok(clients)
}

async fn operations(
    server: &Server,
    tickets: usize,
    each: usize,
) -> io::Result<Vec<(&'static str, Measured)>> {
    let mut agents = connect(server, "agent", AGENTS).await?;
    let mut requesters = connect(server, "requester", seed::requesters(tickets)).await?;
    let dice = |client: usize, turn: usize| Dice::new((client * 1_000_003 + turn) as u64);
    let get =
        |path: String| -> Option<Request> { Some(("GET", format!("/api/v1/tickets{path}"), String::new())) };
    let mut all = Vec::new();
    let word = |dice: &mut Dice| in_url(dice.one_of(SOUGHT));
    let read = |client, turn| get(format!("/TIC-{}", 1 + dice(client, turn).below(tickets)));
    all.push(("read one", load::run(server, &mut agents, 200, read, each).await?));
    let queue = |_, _| get("?status=registered".to_owned());
    all.push(("list a queue", load::run(server, &mut agents, 200, queue, each).await?));
    let recent = |_, _| get(String::new());
    all.push(("list the latest", load::run(server, &mut agents, 200, recent, each).await?));
    let own = |_, _| get(String::new());
    all.push(("list one's own", load::run(server, &mut requesters, 200, own, each).await?));
    let one = |client, turn| get(format!("?q={}", word(&mut dice(client, turn))));
    all.push(("search one word", load::run(server, &mut agents, 200, one, each).await?));
    let two = |client, turn| {
        let mut dice = dice(client, turn);
        get(format!("?q={}+{}", word(&mut dice), word(&mut dice)))
    };
    all.push(("search two words", load::run(server, &mut agents, 200, two, each).await?));
    let register = |client, turn| -> Option<Request> {
        let case = serde_json::to_string(&seed::case(&mut dice(client, turn))).ok()?;
        Some(("POST", "/api/v1/tickets".to_owned(), case))
    };
    let registered = load::run(server, &mut requesters, 201, register, each).await?;
    let numbers = registered.numbers.clone();
    let open = |client: usize, turn: usize| -> Option<Request> {
        let number = numbers.get(turn * CLIENTS + client)?;
        Some(("POST", format!("/api/v1/tickets/{number}/open"), "{}".to_owned()))
    };
    all.push(("register", registered));
    all.push(("open", load::run(server, &mut agents, 200, open, each).await?));
    Ok(all)
}

/// A word as the query of an address has it.
fn in_url(word: &str) -> String {
    word.bytes()
        .map(|byte| if byte.is_ascii() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
