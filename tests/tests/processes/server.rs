//! The real binary as a child process: on a database of its own and a free port, spoken to over
//! HTTP, stopped by its process id.

use mesa::db::DatabaseUrl;
use reqwest::{Client, Method, RequestBuilder, StatusCode};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tests::TestDatabase;

/// How long a debug build may take to start, or to stop, on a busy machine.
pub const PATIENCE: Duration = Duration::from_mins(2);

/// The server's binary: cargo puts it one folder above this test's.
pub fn binary() -> PathBuf {
    let this = std::env::current_exe().expect("a test has a path");
    let binary = this.ancestors().nth(2).expect("target/…/deps/test").join("mesa");
    assert!(binary.exists(), "{} is missing: run `cargo build --package mesa`", binary.display());
    binary
}

/// A folder and a database of one's own; both go when it is dropped.
pub struct Home {
    database: TestDatabase,
    folder: TempDir,
}

impl Home {
    pub fn new() -> Self {
        mesa::tls::prepare();
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self { database: TestDatabase::fresh(folder.path()), folder }
    }

    pub fn database(&self) -> &DatabaseUrl {
        self.database.url()
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The value of `DATABASE_URL` for it.
    pub fn database_url(&self) -> String {
        match self.database() {
            DatabaseUrl::Postgres(url) => url.clone(),
            DatabaseUrl::Sqlite(path) => format!("sqlite://{}", path.display()),
        }
    }

    /// The binary with nothing of this process's environment, at home here.
    pub fn command(&self) -> Command {
        let mut command = Command::new(binary());
        command
            .env_clear()
            .current_dir(self.folder())
            .env("DATABASE_URL", self.database_url())
            .env("MESA_DATA_DIR", self.folder())
            .env("MESA_LISTEN", "127.0.0.1:0")
            .env("MESA_REQUESTS_PER_MINUTE", "0")
            .stdin(Stdio::null());
        command
    }

    /// A server with demo data, started and listening.
    pub fn serve(&self) -> Server {
        Server::start(self.command().env("MESA_DEMO", "1"))
    }
}

/// A running server; killed when dropped.
pub struct Server {
    process: Child,
    pub address: SocketAddr,
    log: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Starts it and waits until it listens.
    pub fn start(command: &mut Command) -> Self {
        let mut process =
            command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the binary can be run");
        let errors = BufReader::new(process.stderr.take().expect("piped"));
        let log = Arc::new(Mutex::new(Vec::new()));
        let (tell, told) = mpsc::channel();
        let kept = Arc::clone(&log);
        std::thread::spawn(move || {
            for line in errors.lines().map_while(Result::ok) {
                if let Some((_, address)) = line.split_once("listening on http://") {
                    let _ = tell.send(address.parse().expect("an address"));
                }
                kept.lock().expect("not poisoned").push(line);
            }
        });
        match told.recv_timeout(PATIENCE) {
            Ok(address) => Self { process, address, log },
            Err(RecvTimeoutError::Timeout) => {
                let _ = process.kill();
                panic!("it does not listen: {:?}", log.lock())
            }
            Err(RecvTimeoutError::Disconnected) => panic!("it did not start: {:?}", log.lock()),
        }
    }

    /// What it has logged so far.
    pub fn log(&self) -> Vec<String> {
        self.log.lock().expect("not poisoned").clone()
    }

    /// Stops it without a chance to do anything: `kill -9`.
    pub fn kill(&mut self) {
        self.process.kill().expect("it can be killed");
        self.process.wait().expect("it can be waited for");
    }

    /// Asks it to stop: `kill -TERM`.
    pub fn terminate(&self) {
        let command = format!("kill -TERM {}", self.process.id());
        let status = Command::new("sh").args(["-c", &command]).status().expect("sh can be run");
        assert!(status.success(), "{command}");
    }

    /// Waits for its end.
    pub async fn ended(&mut self) -> ExitStatus {
        let mut status = None;
        until("the server ends", async || {
            status = self.process.try_wait().expect("it can be asked");
            status.is_some()
        })
        .await;
        status.expect("it has ended")
    }

    /// A client that has signed in with a demo account.
    pub async fn sign_in(&self, username: &str) -> Desk {
        Desk::sign_in(&format!("http://{}", self.address), username, mesa::demo::PASSWORD).await
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Asks again until it is so; a test that asks in vain fails and says for what.
pub async fn until(what: &str, mut so: impl AsyncFnMut() -> bool) {
    until_within(PATIENCE, what, &mut so).await;
}

/// The same with another bound.
pub async fn until_within(most: Duration, what: &str, mut so: impl AsyncFnMut() -> bool) {
    let begun = Instant::now();
    while !so().await {
        assert!(begun.elapsed() < most, "waited {most:?} in vain until {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Somebody who has signed in.
#[derive(Clone)]
pub struct Desk {
    client: Client,
    base: String,
    pub token: String,
}

impl Desk {
    pub async fn sign_in(base: &str, username: &str, password: &str) -> Self {
        let client = Client::builder().timeout(PATIENCE).build().expect("a client");
        let answer = client
            .post(format!("{base}/api/v1/auth/login"))
            .json(&json!({"username": username, "password": password}))
            .send()
            .await
            .expect("an answer");
        assert_eq!(answer.status(), StatusCode::OK, "{username} signs in");
        let body: Value = answer.json().await.expect("JSON");
        let token = body["access_token"].as_str().expect("a token").to_owned();
        Self { client, base: base.to_owned(), token }
    }

    /// A request to a path of the API.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}/api/v1{path}", self.base)).bearer_auth(&self.token)
    }

    pub async fn get(&self, path: &str) -> (StatusCode, Value) {
        let answer = self.request(Method::GET, path).send().await.expect("an answer");
        (answer.status(), answer.json().await.expect("JSON"))
    }

    /// Registers a case under an idempotency key; its number, or nothing if no 201 came.
    pub async fn register(&self, key: &str, subject: &str) -> Option<String> {
        let body = json!({"kind": "incident", "subject": subject, "description": "Sin red en el piso 3."});
        let request = self.request(Method::POST, "/tickets").header("Idempotency-Key", key).json(&body);
        let answer = request.send().await.ok().filter(|answer| answer.status() == StatusCode::CREATED)?;
        let body: Value = answer.json().await.ok()?;
        Some(body["number"].as_str().expect("a number").to_owned())
    }

    /// How many cases they may see.
    pub async fn count(&self) -> u64 {
        let (status, body) = self.get("/tickets?limit=1&count=true").await;
        assert_eq!(status, StatusCode::OK, "{body}");
        body["total"].as_u64().expect("a total")
    }
}
