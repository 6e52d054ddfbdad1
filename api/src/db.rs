//! The database: reads in parallel, writes in transactions, on SQLite or PostgreSQL.
//!
//! `Db::read` and `Db::write` each run one closure off the async threads. One closure of
//! `Db::write` is one transaction: it is committed when the closure returns `Ok`, and nothing of
//! it stays otherwise. On PostgreSQL, whoever reads a row in order to change it takes
//! `for_update!`; on SQLite writes come one after another anyway.

pub mod connection;
pub mod dialect;
pub mod migrations;
pub mod names;
pub mod page;
pub mod prepared;
pub mod removal;
pub mod schema;
pub mod search;
pub mod types;
mod workers;
mod writer;

pub use connection::{DatabaseUrl, DbConnection, Engine, MultiBackend};

use crate::error::{Error, Result};
use connection::Manager;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use workers::Workers;
use writer::Writer;

/// The way to the database; cheap to clone.
#[derive(Clone)]
pub struct Db {
    engine: Engine,
    pool: r2d2::Pool<Manager>,
    workers: Workers,
    /// For SQLite.
    writer: Option<Writer>,
    /// Whose turn it is to read at length.
    at_length: Arc<Semaphore>,
}

impl Db {
    /// Opens a pool of `connections`. The database must be there; its tables need not.
    pub fn open(url: &DatabaseUrl, connections: u32) -> Result<Self> {
        let pool = r2d2::Pool::builder()
            .max_size(connections)
            .min_idle(Some(1))
            .test_on_check_out(url.engine() == Engine::Postgres)
            .connection_timeout(Duration::from_secs(5))
            .error_handler(Box::new(r2d2::LoggingErrorHandler))
            .build(Manager(url.clone()))
            .map_err(|error| Error::Unavailable(error.to_string()))?;
        let writer = match url.engine() {
            Engine::Postgres => None,
            Engine::Sqlite => {
                let connection = url.connect().map_err(|error| Error::Unavailable(error.to_string()))?;
                Some(Writer::start(connection).map_err(Error::internal)?)
            }
        };
        let workers = Workers::start(connections).map_err(Error::internal)?;
        Ok(Self { engine: url.engine(), pool, workers, writer, at_length: Arc::new(Semaphore::new(1)) })
    }

    /// Which engine it is.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Runs `query`, which must not write.
    pub async fn read<T: Send + 'static>(
        &self,
        query: impl FnOnce(&mut DbConnection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.on_a_connection(query).await
    }

    /// Runs a `query` that may take seconds: one at a time, so that however many are asked for, the others
    /// have their connections.
    pub async fn read_at_length<T: Send + 'static>(
        &self,
        query: impl FnOnce(&mut DbConnection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let _turn = self.at_length.acquire().await.map_err(Error::internal)?;
        self.on_a_connection(query).await
    }

    /// Runs `work` in a transaction. When this returns `Ok`, its effects are durable.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut DbConnection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        match &self.writer {
            Some(writer) => writer.write(work).await,
            None => self.on_a_connection(|connection| writer::transaction(connection, work)).await,
        }
    }

    async fn on_a_connection<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut DbConnection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let pool = self.pool.clone();
        let run = move || {
            let mut pooled = pool.get().map_err(|error| Error::Unavailable(error.to_string()))?;
            work(&mut pooled.connection)
        };
        self.workers.run(run).await
    }
}
