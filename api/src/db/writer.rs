//! SQLite has one writer at a time. This thread is it: it takes waiting transactions in order of
//! arrival and commits as many as are waiting at once, each in its own savepoint, so that what
//! `synchronous = FULL` costs is paid once for the batch. Nobody is answered before the commit.

use super::connection::DbConnection;
use crate::error::{Error, Result};
use diesel::connection::{AnsiTransactionManager, TransactionManager};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;
use tokio::sync::oneshot;

/// How many transactions one commit may carry.
const MOST_AT_ONCE: usize = 64;

type Job = Box<dyn FnOnce(&mut DbConnection) -> Answer + Send>;
type Answer = Box<dyn FnOnce(bool) + Send>;

/// The way to the writer thread.
#[derive(Clone)]
pub(super) struct Writer {
    jobs: mpsc::Sender<Job>,
}

impl Writer {
    /// Starts the thread; it ends when the last `Writer` is dropped.
    pub(super) fn start(mut connection: DbConnection) -> std::io::Result<Self> {
        let (jobs, waiting) = mpsc::channel::<Job>();
        std::thread::Builder::new().name("database-writer".to_owned()).spawn(move || {
            while let Ok(first) = waiting.recv() {
                commit_together(&mut connection, first, &waiting);
            }
        })?;
        Ok(Self { jobs })
    }

    /// Runs `work` in a transaction; its effects are on disk when this returns `Ok`.
    pub(super) async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut DbConnection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move |connection| {
            let result = transaction(connection, |connection| {
                catch_unwind(AssertUnwindSafe(|| work(connection)))
                    .unwrap_or_else(|_| Err(Error::internal("a write panicked")))
            });
            Box::new(move |committed| {
                let result =
                    if committed { result } else { Err(Error::Unavailable("the commit failed".to_owned())) };
                // The request may be gone; its work is done all the same.
                let _ = answer.send(result);
            })
        });
        let gone = "the database writer has stopped";
        self.jobs.send(job).map_err(|_| Error::internal(gone))?;
        answered.await.map_err(|_| Error::internal(gone))?
    }
}

fn commit_together(connection: &mut DbConnection, first: Job, waiting: &mpsc::Receiver<Job>) {
    let mut answers = Vec::new();
    let committed = begin(connection).and_then(|()| {
        answers.push(first(connection));
        while answers.len() < MOST_AT_ONCE {
            match waiting.try_recv() {
                Ok(job) => answers.push(job(connection)),
                Err(_) => break,
            }
        }
        <DbConnection as TransactionManager<DbConnection>>::commit_transaction(connection)
    });
    if let Err(error) = &committed {
        log::error!("commit failed: {error}");
        // A failed COMMIT can leave the transaction open; the next batch must not run inside it.
        let _ = <DbConnection as TransactionManager<DbConnection>>::rollback_transaction(connection);
    }
    for answer in answers {
        answer(committed.is_ok());
    }
}

/// Takes the write lock at once: a transaction that reads first and writes later could otherwise
/// fail with "database is locked" without waiting.
fn begin(connection: &mut DbConnection) -> diesel::QueryResult<()> {
    match connection {
        DbConnection::Sqlite(sqlite) => {
            AnsiTransactionManager::begin_transaction_sql(sqlite, "BEGIN IMMEDIATE")
        }
        DbConnection::Pg(_) => {
            <DbConnection as TransactionManager<DbConnection>>::begin_transaction(connection)
        }
    }
}

/// A transaction, or a savepoint inside one.
pub(super) fn transaction<T>(
    connection: &mut DbConnection,
    work: impl FnOnce(&mut DbConnection) -> Result<T>,
) -> Result<T> {
    diesel::Connection::transaction(connection, work)
}
