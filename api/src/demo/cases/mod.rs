//! Cases in every state, spread over the last five weeks.
//!
//! Nothing is put into the tables directly: the use cases of `tickets` run, each at its instant
//! in the past, so that history, clocks and what is derived from them agree as in real life.
//! `stories/` tells what happened, in the words of `story.rs`; `past.rs` finds the instants;
//! `desk.rs` does it.

mod desk;
mod past;
mod stories;
mod story;

use super::people::People;
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::ProjectId;
use chrono::{DateTime, Utc};
use desk::Desk;
use past::Past;
use story::{Step, Story};

#[cfg(test)]
pub(super) use past::longest;
#[cfg(test)]
pub(super) use stories::all;

/// Makes the cases. What happened first is done first, across all of them, so that ticket numbers
/// and the ids of entries rise with time.
pub(super) fn create(
    connection: &mut DbConnection,
    project: ProjectId,
    people: &People,
    now: DateTime<Utc>,
) -> Result<()> {
    let past = Past::before(connection, project, now)?;
    let mut moments: Vec<(DateTime<Utc>, &Story, Option<&Step>)> = Vec::new();
    for story in stories::all() {
        let (registered, steps) = past.instants(story)?;
        moments.push((registered, story, None));
        moments.extend(steps.into_iter().zip(story.steps).map(|(at, step)| (at, story, Some(step))));
    }
    // Stable: the steps of one story stay in order, even within one minute.
    moments.sort_by_key(|(at, ..)| *at);
    let mut desk = Desk::of(connection, people)?;
    for (at, story, step) in moments {
        desk.let_time_pass(at)?;
        match step {
            None => desk.register(story, at)?,
            Some(step) => desk.act(story, step, &past, at)?,
        }
    }
    desk.let_time_pass(now)
}
