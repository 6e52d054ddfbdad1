//! A lease in the database: of many replicas one runs a job. A lease ends by itself, so that a
//! replica that dies holds nobody up. Jobs stay correct without it; it saves the others the work.

use crate::app::App;
use crate::db::dialect::Both;
use crate::db::schema::job_leases;
use crate::db::types::Instant;
use crate::error::Result;
use chrono::TimeDelta;
use diesel::prelude::*;

/// How long a replica may be silent before another takes over.
const LIFE: TimeDelta = TimeDelta::seconds(60);

/// Takes the lease of a job, or keeps it, if nobody else holds it.
pub async fn take(app: &App, name: &str) -> Result<bool> {
    let name = name.to_owned();
    let (replica, now) = (app.replica, app.clock.now());
    let until = Instant::from(now + LIFE);
    app.db
        .write(move |connection| {
            let ours_or_over =
                job_leases::holder.eq(replica).or(job_leases::held_until.lt(Instant::from(now)));
            let row = (
                job_leases::name.eq(&name),
                job_leases::holder.eq(replica),
                job_leases::held_until.eq(until),
            );
            let made = Both(diesel::insert_into(job_leases::table).values(row).on_conflict_do_nothing())
                .execute(connection)?;
            if made == 1 {
                return Ok(true);
            }
            let taken = diesel::update(job_leases::table.find(&name).filter(ours_or_over))
                .set((job_leases::holder.eq(replica), job_leases::held_until.eq(until)))
                .execute(connection)?;
            Ok(taken == 1)
        })
        .await
}

/// Notes that the work is done; the lease may be taken again at once.
pub async fn give_back(app: &App, name: &str) -> Result<()> {
    let name = name.to_owned();
    let (replica, now) = (app.replica, Instant::from(app.clock.now()));
    app.db
        .write(move |connection| {
            diesel::update(job_leases::table.find(&name).filter(job_leases::holder.eq(replica)))
                .set((job_leases::held_until.eq(now), job_leases::finished_at.eq(Some(now))))
                .execute(connection)?;
            Ok(())
        })
        .await
}
