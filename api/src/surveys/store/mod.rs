//! Every query on surveys and their questions.

mod answers;
mod questions;

pub use answers::{answered_by, record, redact};
pub use questions::{create_defaults, of_projects};

pub(super) use answers::{is_answered, of_ticket};
pub(super) use questions::{delete, insert, list, locked, update};
