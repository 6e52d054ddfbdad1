//! Work that time brings about. `schedule.rs` says what and when; `lease.rs` sees to it that of
//! many replicas one does it.

pub mod lease;
pub mod outbox;
mod schedule;

pub use schedule::{SCHEDULE, Scheduled, run_all};

use crate::app::App;
use crate::error::{Error, Result};
use std::sync::Arc;
use tokio::sync::Mutex;
use tokio_cron_scheduler::{Job, JobScheduler};

/// Starts the scheduler. It stops when told to, or with the process.
pub async fn start(app: &App) -> Result<JobScheduler> {
    let scheduler = JobScheduler::new().await.map_err(Error::internal)?;
    for scheduled in SCHEDULE {
        let (app, turn) = (app.clone(), Arc::new(Mutex::new(())));
        let job = Job::new_async(scheduled.cron, move |_, _| {
            let (app, turn) = (app.clone(), Arc::clone(&turn));
            Box::pin(async move {
                // With much to do, the run before may not have ended: two would only get in each other's way.
                if let Ok(_turn) = turn.try_lock() {
                    schedule::run_and_log(&app, scheduled).await;
                }
            })
        });
        scheduler.add(job.map_err(Error::internal)?).await.map_err(Error::internal)?;
    }
    scheduler.start().await.map_err(Error::internal)?;
    Ok(scheduler)
}
