//! What happened at the demo's desk. A story's own order counts for nothing: when it began does.

mod closed;
mod ended;
mod open;
mod shared;
mod today;
mod waiting;

use super::story::Story;

/// All of it.
pub(in crate::demo) fn all() -> impl Iterator<Item = &'static Story> {
    let chapters = [closed::STORIES, shared::STORIES, ended::STORIES, open::STORIES, waiting::STORIES];
    chapters.into_iter().chain([today::STORIES]).flatten()
}
