//! A whole desk for one test.

use crate::cast;
use crate::database::TestDatabase;
use crate::instant;
use crate::mail::MailServer;
use crate::person::{Answer, Person};
use actix_web::dev::ServerHandle;
use chrono::{DateTime, TimeDelta, Utc};
use contract::auth::Role;
use diesel::prelude::*;
use mesa::app::App;
use mesa::clock::Clock;
use mesa::config::Config;
use mesa::db::DbConnection;
use mesa::db::schema::audit_log;
use mesa::jobs;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::path::Path;
use std::time::Duration;
use tempfile::TempDir;
use tokio::sync::Mutex;

/// When every test begins: Wednesday 2026-11-11, 9:00 in Bogotá, an ordinary working day.
pub const BEGINNING: &str = "2026-11-11T14:00:00Z";

/// A running server with its own database, files, port and clock.
pub struct Desk {
    /// The server's inside, for what cannot be seen from the outside: the audit log, the files.
    pub app: App,
    /// Its time, which stands still until a test moves it.
    pub clock: Clock,
    /// Where it listens, such as `http://127.0.0.1:41234`.
    pub base: String,
    signed_in: Mutex<HashMap<String, Person>>,
    client: reqwest::Client,
    server: ServerHandle,
    // In this order: the database is dropped before the folder it may be in.
    _database: TestDatabase,
    folder: TempDir,
}

impl Desk {
    /// With the cast of `cast.rs`, at [`BEGINNING`].
    pub async fn start() -> Self {
        Self::with(|_| {}).await
    }

    /// The same, which sends its letters to a mail server of its own.
    pub async fn that_sends() -> (Self, MailServer) {
        let server = MailServer::start().await;
        let mail = server.config();
        let desk = Self::with(|config| {
            config.mail = Some(mail);
            "https://desk.example.org".clone_into(&mut config.public_url);
        })
        .await;
        (desk, server)
    }

    /// The same, configured otherwise; with `demo`, the demo's people play instead of the cast.
    pub async fn with(configure: impl FnOnce(&mut Config)) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let database = TestDatabase::fresh(folder.path());
        let mut config =
            Config::from_lookup(|name| (name == "MESA_LISTEN").then(|| "127.0.0.1:0".to_owned()))
                .expect("the defaults are sound");
        config.database = database.url().clone();
        config.data_dir = folder.path().to_owned();
        config.scheduler = false;
        // Few, since many desks run side by side.
        config.database_connections = 4;
        // So that a test may move the clock by hours without everybody signing in again.
        config.access_token_seconds = 86_400;
        config.session_hours = 720;
        // Tests ask as much as they like.
        config.requests_per_minute = 0;
        config.link_requests_per_minute = 0;
        configure(&mut config);
        let clock = Clock::manual(instant(BEGINNING));
        let app = App::build(config, clock.clone()).await.expect("the desk can be built");
        if !app.config.demo {
            let now = clock.now();
            app.db.write(move |connection| cast::enter(connection, now)).await.expect("the cast is new");
        }
        let (server, address) = app.serve().expect("a free port");
        let handle = server.handle();
        tokio::spawn(server);
        // The server lets go of idle connections after five seconds.
        let idle = Duration::from_secs(3);
        let client = reqwest::Client::builder().no_proxy().pool_idle_timeout(idle).build().expect("a client");
        Self {
            app,
            clock,
            base: format!("http://{address}"),
            signed_in: Mutex::default(),
            client,
            server: handle,
            _database: database,
            folder,
        }
    }

    /// Somebody of the cast; the same one each time.
    pub async fn sign_in(&self, username: &str) -> Person {
        let mut known = self.signed_in.lock().await;
        if let Some(person) = known.get(username) {
            return person.clone();
        }
        let person = self.nobody().signed_in(username).await;
        known.insert(username.to_owned(), person.clone());
        person
    }

    /// What it says to somebody who signs in with a password.
    pub async fn log_in(&self, username: &str, password: &str) -> Answer {
        self.nobody().post("/auth/login", &json!({"username": username, "password": password})).await
    }

    /// Whoever bears the access token of an answer.
    #[must_use]
    pub fn bearing(&self, answered: &Value) -> Person {
        self.nobody().with_token(answered["access_token"].as_str().expect("a token"))
    }

    /// What the audit log says about a name, in order.
    pub async fn audited(&self, name: &'static str) -> Vec<String> {
        let words = self.app.db.read(move |connection| {
            let about = audit_log::table.filter(audit_log::object.eq(name)).order(audit_log::id);
            Ok(about.select(audit_log::operation).load(connection)?)
        });
        words.await.expect("the log can be read")
    }

    /// Makes an account for a program, with a role in `TIC`; its user name.
    pub async fn service_account(&self, username: &'static str, role: Role) -> &'static str {
        let now = self.clock.now();
        let enter =
            move |connection: &mut DbConnection| cast::service_account(connection, username, role, now);
        self.app.db.write(enter).await.expect("the account is new");
        username
    }

    /// The code that an authenticator app shows now, which has read this address.
    #[must_use]
    pub fn code_of(&self, otpauth_url: &str) -> String {
        let app = totp_rs::Totp::from_url(otpauth_url).expect("an address that apps understand");
        let seconds = self.clock.now().timestamp().try_into().expect("after 1970");
        app.generate(seconds).to_string()
    }

    /// Somebody who has not signed in.
    #[must_use]
    pub fn nobody(&self) -> Person {
        Person::nobody(self.base.clone(), self.client.clone(), self.clock.clone())
    }

    /// Lets time pass, and what it brings about happen.
    pub async fn later(&self, by: TimeDelta) {
        self.clock.advance(by);
        self.run_jobs().await;
    }

    /// Makes it this late, and what time brings about happen.
    pub async fn at(&self, instant: DateTime<Utc>) {
        self.clock.set(instant);
        self.run_jobs().await;
    }

    /// Runs every scheduled job once; how many things were done.
    pub async fn run_jobs(&self) -> usize {
        jobs::run_all(&self.app).await.expect("jobs run")
    }

    /// Where its files are.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        // Told, not waited for.
        drop(self.server.stop(false));
    }
}
