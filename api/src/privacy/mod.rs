//! Personal data (Ley 1581 de 2012): the notice that people accept before they use the desk, the copy
//! of what is kept of them, how they are made anonymous, and for how long records are kept.
//!
//! Others may put people on record who have accepted the notice ([`accept`]), ask whether somebody was
//! made anonymous ([`is_anonymous`]), run the night's work ([`apply_retention`]), and keep what mails take up
//! within bounds ([`make_room_for_mails`]).

mod archive;
mod erasure;
pub mod http;
mod jobs;
mod notice;
mod service;
mod store;

pub use jobs::{apply_retention, make_room_for_mails};
pub use store::{accept, is_anonymous};
