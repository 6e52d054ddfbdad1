//! The command line of the server.

use clap::{Parser, Subcommand};
use contract::auth::{Locale, Role};
use contract::reference::Reference;
use mesa::app::{self, App};
use mesa::auth::directory::Directory;
use mesa::auth::oidc::Oidc;
use mesa::clock::Clock;
use mesa::config::{Config, SETTINGS, Setting, file_of};
use mesa::db::{DbConnection, migrations, removal};
use mesa::error::{Error, Result};
use mesa::jobs::outbox::{self, Failures};
use mesa::outbound::imap::MailboxSession;
use mesa::outbound::mail::Mailer;
use mesa::people::{self, NewPerson};
use mesa::{audit, auth, demo, http, projects, reference, tickets};
use std::path::Path;
use std::process::ExitCode;

/// The system's allocator keeps for each thread what hashing a password once took, 19 MiB; this one
/// gives it back.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Mesa, a service desk for the procedure TC-PD-15.
#[derive(Parser)]
#[command(version)]
struct CommandLine {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the API and the SPA (the default).
    Serve,
    /// Bring the database up to date and stop.
    Migrate,
    /// Fill an empty database with demo data and stop.
    Demo,
    /// Write the contract and the reference pages; with --check, only tell whether they differ.
    Gen {
        #[arg(long)]
        check: bool,
    },
    /// Manage accounts.
    Admin {
        #[command(subcommand)]
        command: Admin,
    },
    /// Look after the audit log.
    Audit {
        #[command(subcommand)]
        command: Audit,
    },
    /// Tell again what could not be told: entries that `doctor` shows as set aside.
    Retell,
    /// Compare every ticket's stored clocks with its history, and store the latter.
    Rebuild,
    /// Show the configuration, whether the database, the directory, the providers, the mail server and the
    /// mailboxes answer, and what could not be told.
    Doctor,
    /// Ask a running server whether it is well: for container health checks.
    Health,
}

#[derive(Subcommand)]
enum Admin {
    /// Make a local account; its password is read from standard input.
    CreateUser {
        /// The name to sign in with.
        username: String,
        /// The name people read.
        #[arg(long)]
        name: String,
        /// Where notices go.
        #[arg(long)]
        email: Option<String>,
        /// The project, which is made when there is none with this key.
        #[arg(long, default_value = "TIC")]
        project: String,
        /// One or more roles, with commas between them.
        #[arg(long, value_delimiter = ',', default_value = "admin")]
        roles: Vec<Role>,
    },
}

#[derive(Subcommand)]
enum Audit {
    /// Tell whether every entry is what it was when it was written.
    Verify,
}

fn main() -> ExitCode {
    let config = match Config::from_environment() {
        Ok(config) => config,
        Err(sentence) => return fail(&sentence),
    };
    env_logger::Builder::new()
        .parse_filters(&config.log)
        // At its finest it writes what it sends, passwords too.
        .filter_module("async_imap", log::LevelFilter::Warn)
        .init();
    let system = actix_web::rt::System::new();
    match system.block_on(run(CommandLine::parse().command.unwrap_or(Command::Serve), config)) {
        Ok(code) => code,
        Err(error) => fail(&error.to_string()),
    }
}

async fn run(command: Command, config: Config) -> Result<ExitCode> {
    match command {
        Command::Serve => {
            let app = App::build(config, Clock::System).await?;
            if app.config.demo {
                say(&demo::welcome());
            }
            app.run().await?;
        }
        Command::Migrate => {
            let applied = app::migrate(&config.database)?;
            say(&format!("{applied} migrations applied"));
        }
        Command::Demo => {
            let app = App::build(Config { demo: true, ..config }, Clock::System).await?;
            drop(app);
            say(&demo::welcome());
        }
        Command::Gen { check } => {
            let differing = reference::write(Path::new("."), check).map_err(Error::internal)?;
            if check && !differing.is_empty() {
                return Ok(fail(&format!("run `make gen`: {} differ", differing.join(", "))));
            }
        }
        Command::Admin { command: Admin::CreateUser { username, name, email, project, roles } } => {
            create_user(config, username, name, email, project, roles).await?;
        }
        Command::Audit { command: Audit::Verify } => return verify_audit(config).await,
        Command::Rebuild => {
            let app = App::build(config, Clock::System).await?;
            let (all, differed) = tickets::rebuild(&app.db, app.clock.now()).await?;
            say(&format!("{all} tickets, {differed} differed"));
        }
        Command::Retell => {
            let app = App::build(config, Clock::System).await?;
            let again = removal::until_none_is_left(&app.db, &app.clock, outbox::put_back).await?;
            say(&format!("{again} entries are told again"));
        }
        Command::Doctor => return Ok(doctor(&config).await),
        Command::Health => return health(&config).await,
    }
    Ok(ExitCode::SUCCESS)
}

async fn create_user(
    config: Config,
    username: String,
    name: String,
    email: Option<String>,
    project: String,
    roles: Vec<Role>,
) -> Result<()> {
    let mut given = String::new();
    std::io::stdin().read_line(&mut given).map_err(Error::internal)?;
    let given = given.trim_end_matches(['\r', '\n']);
    let app = App::build(config, Clock::System).await?;
    let owner = auth::Owner { username: username.clone(), display_name: name.clone(), email: email.clone() };
    let new = auth::prepare_password(&app, "password", given.to_owned(), &owner).await.map_err(in_words)?;
    let now = app.clock.now();
    app.db
        .write(move |connection| {
            let project = match projects::find(connection, &Reference(project.clone()))? {
                Some(known) => known.id,
                None => demo::create_project(connection, &project, &project, now)?,
            };
            let person = NewPerson {
                username: &username,
                display_name: &name,
                email: email.as_deref(),
                phone: None,
                area: None,
                locale: Locale::Es,
                password_hash: Some(new.hash()),
                provider: None,
            };
            let id = people::create_person(connection, &person, now)?;
            roles.iter().try_for_each(|role| people::grant(connection, id, project, *role))
        })
        .await?;
    say("made");
    Ok(())
}

/// What is wrong with a password, in words rather than by its code.
fn in_words(error: Error) -> Error {
    match error {
        Error::Invalid(faults) => {
            let said = faults.iter().map(|fault| http::field_error(fault, Locale::En).message);
            Error::Malformed(format!("the password: {}", said.collect::<Vec<_>>().join(" ")))
        }
        other => other,
    }
}

async fn verify_audit(config: Config) -> Result<ExitCode> {
    let app = App::build(config, Clock::System).await?;
    let audit::Verification { chained, waiting, fault } = app.db.read(audit::verify).await?;
    Ok(match fault {
        None => {
            say(&format!("intact: {chained} entries verified, {waiting} not chained yet"));
            ExitCode::SUCCESS
        }
        Some(audit::Fault { kind, position, entry }) => {
            let entry = entry.map_or_else(|| "unknown".to_owned(), |id| id.to_string());
            let position = position.map_or_else(|| "none".to_owned(), |position| position.to_string());
            fail(&format!("tampered with: {kind:?}, entry {entry}, link {position}"))
        }
    })
}

/// Shows what applies, and asks everybody whom the desk depends on.
async fn doctor(config: &Config) -> ExitCode {
    for setting in SETTINGS {
        say(&format!("{:28} {:40} {}", setting.name, shown(setting), setting.about));
    }
    let mut connection = match config.database.connect() {
        Ok(connection) => connection,
        Err(error) => return fail(&format!("the database does not answer: {error}")),
    };
    say(&format!("the database answers: {:?}", config.database));
    let all_told = examine_outbox(&mut connection);
    drop(connection);
    let mut answers = Vec::new();
    if let Some(directory) = &config.directory {
        match Directory::new(directory.clone()) {
            Ok(directory) => answers.extend(directory.examine().await),
            Err(sentence) => return fail(&sentence),
        }
    }
    // One server of the directory is enough, but an operator wants to hear of each that is away.
    let directory = answers.is_empty() || answers.iter().any(|(_, answer)| answer.is_ok());
    // The key does not matter: nobody signs in.
    let providers = match Oidc::new(&config.providers, &config.public_url, &[0; 64]) {
        Ok(oidc) => oidc.examine(Clock::System.now()).await,
        Err(sentence) => return fail(&sentence),
    };
    let well = directory && providers.iter().all(|(_, answer)| answer.is_ok());
    let directory = answers.into_iter().map(|answer| ("directory", answer));
    for (what, (which, answer)) in directory.chain(providers.into_iter().map(|answer| ("provider", answer))) {
        match answer {
            Ok(()) => say(&format!("the {what} answers: {which}")),
            Err(error) => drop(fail(&format!("the {what} does not answer: {which}: {error}"))),
        }
    }
    let mail = match config.mail.as_ref().map(Mailer::of).transpose() {
        Ok(Some(mailer)) => mailer.examine().await,
        Ok(None) => Ok(()),
        Err(error) => Err(error.to_string()),
    };
    match &mail {
        Ok(()) if config.mail.is_some() => say("the mail server answers"),
        Ok(()) => say("no mail server is set: no letters are sent"),
        Err(error) => drop(fail(&format!("the mail server does not answer: {error}"))),
    }
    let mut fetched = true;
    for mailbox in &config.mailboxes {
        let (name, project) = (&mailbox.name, &mailbox.project);
        say(&match &mailbox.authserv_id {
            Some(server) => format!("senders of {name} are believed when {server} vouches for them"),
            None => format!("senders of {name} are believed as they are: MESA_MAIL_AUTHSERV_ID is not set"),
        });
        match MailboxSession::open(mailbox).await {
            Ok(session) => {
                session.close().await;
                say(&format!("the mailbox answers: {name}, for the project {project}"));
            }
            Err(fault) => {
                fetched = false;
                let _ = fail(&format!("the mailbox does not answer: {name}: {fault}"));
            }
        }
    }
    if config.mailboxes.is_empty() {
        say("no mailbox is set: no mails are fetched");
    }
    if well && fetched && mail.is_ok() && all_told { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Says whether everything that happened could be told. A database that is not up to date has nothing to tell
/// yet.
fn examine_outbox(connection: &mut DbConnection) -> bool {
    if !migrations::are_complete(connection).unwrap_or_default() {
        say("the database is not up to date: mesa migrate");
        return true;
    }
    let sentence = match outbox::failures(connection) {
        Ok(Failures { count: 0, last: _ }) => {
            say("everything that happened could be told");
            return true;
        }
        Ok(Failures { count, last }) => {
            let last = last.map_or_else(String::new, |(entry, fault)| format!(", the last {entry}: {fault}"));
            format!("{count} entries could not be told (mesa retell tries again){last}")
        }
        Err(error) => format!("what could not be told is not known: {error}"),
    };
    let _ = fail(&sentence);
    false
}

/// What applies of a setting, with nothing secret in it.
#[expect(clippy::disallowed_methods, reason = "it shows the environment as the operator has set it")]
fn shown(setting: &Setting) -> String {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    match set(setting.name) {
        Some(_) if setting.secret => "(set)".to_owned(),
        Some(value) => value,
        None if file_of(setting).is_some_and(|variable| set(&variable).is_some()) => "(in a file)".to_owned(),
        None => setting.default.to_owned(),
    }
}

async fn health(config: &Config) -> Result<ExitCode> {
    let host = if config.listen.ip().is_unspecified() {
        "127.0.0.1".to_owned()
    } else {
        config.listen.ip().to_string()
    };
    let url = format!("http://{host}:{}/healthz", config.listen.port());
    let answer =
        http::client()?.get(url).send().await.map_err(|error| Error::Unavailable(error.to_string()))?;
    Ok(if answer.status().is_success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

#[expect(clippy::print_stdout, reason = "a command line tool talks to its terminal")]
fn say(text: &str) {
    println!("{text}");
}

#[expect(clippy::print_stderr, reason = "a command line tool talks to its terminal")]
fn fail(text: &str) -> ExitCode {
    // One line, also of what PostgreSQL tells in several.
    eprintln!("mesa: {}", text.split_whitespace().collect::<Vec<_>>().join(" "));
    ExitCode::FAILURE
}
