//! The threads that wait for the database, as many as there are connections: a request that waits
//! for one of them costs no thread, and what a thread keeps at hand is kept a few times only.

use crate::error::{Error, Result};
use crossbeam_channel::{Sender, unbounded};
use std::panic::{AssertUnwindSafe, catch_unwind};
use tokio::sync::oneshot;

type Job = Box<dyn FnOnce() + Send>;

/// The way to the threads.
#[derive(Clone)]
pub(super) struct Workers {
    jobs: Sender<Job>,
}

impl Workers {
    /// Starts the threads; they end when the last `Workers` is dropped.
    pub(super) fn start(count: u32) -> std::io::Result<Self> {
        let (jobs, waiting) = unbounded::<Job>();
        for number in 0..count {
            let waiting = waiting.clone();
            std::thread::Builder::new().name(format!("database-{number}")).spawn(move || {
                waiting.iter().for_each(|job| job());
            })?;
        }
        Ok(Self { jobs })
    }

    /// Runs `work` on one of them. It runs to its end, also when nobody waits for it any more.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move || {
            let result = catch_unwind(AssertUnwindSafe(work))
                .unwrap_or_else(|_| Err(Error::internal("work on the database panicked")));
            let _ = answer.send(result);
        });
        let gone = "the database's threads have stopped";
        self.jobs.send(job).map_err(|_| Error::internal(gone))?;
        answered.await.map_err(|_| Error::internal(gone))?
    }
}
