//! One connection type for both engines, chosen by the scheme of `DATABASE_URL`.

use diesel::connection::SimpleConnection;
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::r2d2::{self, R2D2Connection};
use diesel::sqlite::SqliteConnection;
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::{Duration, Instant};

/// What the derive makes has no docs of its own.
#[expect(missing_docs, reason = "the derive makes public items without docs")]
mod multi {
    use diesel::pg::PgConnection;
    use diesel::sqlite::SqliteConnection;

    /// A connection to whichever engine is in use.
    #[derive(diesel::MultiConnection)]
    pub enum DbConnection {
        /// PostgreSQL.
        Pg(PgConnection),
        /// SQLite.
        Sqlite(SqliteConnection),
    }
}

pub use multi::{DbConnection, MultiBackend};

impl DbConnection {
    /// Which engine answers.
    #[must_use]
    pub fn engine(&self) -> Engine {
        match self {
            Self::Pg(_) => Engine::Postgres,
            Self::Sqlite(_) => Engine::Sqlite,
        }
    }
}

/// A database engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// For any number of stateless replicas.
    Postgres,
    /// The embedded default.
    Sqlite,
}

/// Where the database is. Does not print what may hold a password.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// A libpq connection URL.
    Postgres(String),
    /// A file.
    Sqlite(PathBuf),
}

impl DatabaseUrl {
    /// Which engine it asks for.
    #[must_use]
    pub fn engine(&self) -> Engine {
        match self {
            Self::Postgres(_) => Engine::Postgres,
            Self::Sqlite(_) => Engine::Sqlite,
        }
    }

    /// Opens a connection with the settings that this server relies on.
    pub fn connect(&self) -> ConnectionResult<DbConnection> {
        let configured = ConnectionError::CouldntSetupConfiguration;
        match self {
            Self::Postgres(url) => {
                let mut connection = PgConnection::establish(url)?;
                connection.batch_execute(POSTGRES_SETTINGS).map_err(configured)?;
                Ok(DbConnection::Pg(connection))
            }
            Self::Sqlite(path) => {
                let mut connection = SqliteConnection::establish(&path.to_string_lossy())?;
                connection.batch_execute(SQLITE_SETTINGS).map_err(configured)?;
                Ok(DbConnection::Sqlite(connection))
            }
        }
    }

    /// Whether the connection would leave this machine.
    #[must_use]
    pub fn is_remote(&self) -> bool {
        let Self::Postgres(url) = self else { return false };
        let authority =
            url.split_once("://").map_or("", |(_, rest)| rest.split(['/', '?']).next().unwrap_or(""));
        let host = authority.rsplit('@').next().unwrap_or("");
        let local = |host: &str| {
            host.is_empty()
                || ["localhost", "127.", "[::1]", "%2F"].iter().any(|prefix| host.starts_with(prefix))
        };
        !host.split(',').all(local)
            || url.contains("host=")
                && !url.contains("host=localhost")
                && !url.contains("host=127.")
                && !url.contains("host=/")
    }
}

impl FromStr for DatabaseUrl {
    type Err = String;

    /// `postgres://…`, `postgresql://…` or `sqlite://path`. Anything else is refused, so that a
    /// typing mistake never makes a new, empty database.
    fn from_str(url: &str) -> Result<Self, String> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            Ok(Self::Postgres(url.to_owned()))
        } else if let Some(path) = url.strip_prefix("sqlite://").filter(|path| !path.is_empty()) {
            Ok(Self::Sqlite(path.into()))
        } else {
            Err("DATABASE_URL must begin with postgres://, postgresql:// or sqlite://path".to_owned())
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Postgres(_) => f.write_str("postgres://…"),
            Self::Sqlite(path) => write!(f, "sqlite://{}", path.display()),
        }
    }
}

/// `busy_timeout` first, since the switch to WAL can itself meet a lock. `synchronous = FULL`:
/// what was acknowledged survives a power cut; the group commit of `writer.rs` makes it cheap.
const SQLITE_SETTINGS: &str = "
    PRAGMA busy_timeout = 5000;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -4000;
    PRAGMA journal_size_limit = 67108864;
";

/// No statement, lock or forgotten transaction may hold others up for long.
const POSTGRES_SETTINGS: &str = "
    SET statement_timeout = '15s';
    SET lock_timeout = '5s';
    SET idle_in_transaction_session_timeout = '30s';
    SET TIME ZONE 'UTC';
";

/// For how long a connection that answered is taken to be there still. Asking it before each use would
/// be a fifth of all that goes to and fro; one that turns out to be gone is taken out of the pool.
const TRUSTED: Duration = Duration::from_secs(1);

/// A connection of the pool.
pub(super) struct Pooled {
    pub(super) connection: DbConnection,
    /// When it last answered.
    answered: Instant,
}

/// Makes and checks the pool's connections.
pub(super) struct Manager(pub(super) DatabaseUrl);

impl r2d2::ManageConnection for Manager {
    type Connection = Pooled;
    type Error = r2d2::Error;

    fn connect(&self) -> Result<Pooled, r2d2::Error> {
        let connection = self.0.connect().map_err(r2d2::Error::ConnectionError)?;
        Ok(Pooled { connection, answered: Instant::now() })
    }

    fn is_valid(&self, pooled: &mut Pooled) -> Result<(), r2d2::Error> {
        if pooled.answered.elapsed() > TRUSTED {
            pooled.connection.ping().map_err(r2d2::Error::QueryError)?;
            pooled.answered = Instant::now();
        }
        Ok(())
    }

    fn has_broken(&self, pooled: &mut Pooled) -> bool {
        std::thread::panicking() || pooled.connection.is_broken()
    }
}
