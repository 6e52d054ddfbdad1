//! The table of what runs when.

use super::lease;
use crate::app::App;
use crate::db::removal::{self, Remove};
use crate::error::Result;
use crate::{audit, auth, drafts, http, inbound, notifications, presence, privacy, tickets, webhooks};
use std::future::Future;
use std::pin::Pin;

type Running = Pin<Box<dyn Future<Output = Result<usize>> + Send>>;

/// One job: what it is called, when it runs (seconds first, UTC), and what it does. It returns
/// how many things it did, and may be run at any time by any replica: what it finds decides.
pub struct Scheduled {
    /// Its name, also of its lease.
    pub name: &'static str,
    /// When it runs.
    pub cron: &'static str,
    /// Whether one replica at a time is enough. A job that claims what it works on needs no lease, and
    /// costs nothing while there is nothing to do.
    pub alone: bool,
    run: fn(App) -> Running,
}

/// Every job.
pub const SCHEDULE: &[Scheduled] = &[
    Scheduled {
        name: "ticket_timers",
        cron: "*/5 * * * * *",
        alone: true,
        run: |app| Box::pin(async move { tickets::run_due(&app.db, app.clock.now()).await }),
    },
    Scheduled {
        name: "tell",
        cron: "* * * * * *",
        alone: false,
        run: |app| Box::pin(async move { notifications::tell_all(&app).await }),
    },
    // Summaries end on the hour; what waited for service hours, whenever those begin.
    Scheduled {
        name: "digest",
        cron: "*/15 * * * * *",
        alone: false,
        run: |app| Box::pin(async move { notifications::write_digests(&app).await }),
    },
    Scheduled {
        name: "send_mail",
        cron: "*/2 * * * * *",
        alone: false,
        run: |app| Box::pin(async move { notifications::send_due(&app).await }),
    },
    Scheduled {
        name: "webhooks",
        cron: "*/2 * * * * *",
        alone: false,
        run: |app| Box::pin(async move { webhooks::deliver_due(&app).await }),
    },
    Scheduled {
        name: "audit_chain",
        cron: "*/10 * * * * *",
        alone: true,
        run: |app| Box::pin(chain_audit(app)),
    },
    // At 2:30 in Bogotá.
    Scheduled {
        name: "privacy_retention",
        cron: "0 30 7 * * *",
        alone: true,
        run: |app| Box::pin(async move { privacy::apply_retention(&app).await }),
    },
    // At 2:40 in Bogotá.
    Scheduled {
        name: "directory",
        cron: "0 40 7 * * *",
        alone: true,
        run: |app| Box::pin(async move { auth::directory::sync(&app).await }),
    },
    Scheduled {
        name: "make_room_for_mails",
        cron: "0 22 * * * *",
        alone: true,
        run: |app| Box::pin(async move { privacy::make_room_for_mails(&app).await }),
    },
    Scheduled {
        name: "forget_expired",
        cron: "0 7 * * * *",
        alone: true,
        run: |app| Box::pin(forget_expired(app)),
    },
];

/// Runs every job once, lease or no lease: for tests and the command line. First what has come by mail is
/// fetched, which tasks of their own wait for otherwise.
pub async fn run_all(app: &App) -> Result<usize> {
    let mut done = inbound::mail::fetch_all(app).await?;
    for scheduled in SCHEDULE {
        done += (scheduled.run)(app.clone()).await?;
    }
    Ok(done)
}

/// Runs a job if no other replica is at it. What goes wrong is logged; the next run tries again.
pub(super) async fn run_and_log(app: &App, scheduled: &Scheduled) {
    let outcome = async {
        if scheduled.alone && !lease::take(app, scheduled.name).await? {
            return Ok(None);
        }
        let done = (scheduled.run)(app.clone()).await?;
        if scheduled.alone {
            lease::give_back(app, scheduled.name).await?;
        }
        Ok::<_, crate::error::Error>(Some(done))
    };
    match outcome.await {
        Ok(Some(done)) if done > 0 => log::info!("job {}: {done} done", scheduled.name),
        Ok(_) => {}
        Err(error) => log::error!("job {}: {error}", scheduled.name),
    }
}

/// What is removed each hour.
const REMOVALS: [Remove; 9] = [
    auth::forget_expired_sessions,
    auth::forget_expired_failures,
    http::forget_expired_idempotency_keys,
    notifications::forget_old,
    inbound::forget_old,
    webhooks::forget_old,
    drafts::forget_old,
    presence::forget_old,
    tickets::forget_lost_words,
];

async fn forget_expired(app: App) -> Result<usize> {
    let mut all = 0;
    for remove in REMOVALS {
        all += removal::until_none_is_left(&app.db, &app.clock, remove).await?;
    }
    Ok(all)
}

/// A batch at a time, each in a transaction of its own, until nothing waits.
async fn chain_audit(app: App) -> Result<usize> {
    let mut all = 0;
    loop {
        let chained = app.db.write(audit::seal).await?;
        all += chained;
        if chained == 0 {
            return Ok(all);
        }
    }
}
