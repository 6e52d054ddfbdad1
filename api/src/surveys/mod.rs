//! Satisfaction surveys (TC-PD-15 activities 12 and 13): one for each resolution, kept for ever.
//!
//! Others may [`record`] an answer in the transaction that acts on it, make the link of a letter that
//! asks for one ([`invitation_link`]), hold answers against what a project asks ([`check_answers`]), give a
//! new project its questions, read those of many ([`questions_of`]), copy the answers of a person, and take
//! their words out.

pub mod http;
mod invitation;
mod service;
mod store;

pub use invitation::link as invitation_link;
pub use service::check_answers;
pub use store::{answered_by, create_defaults, of_projects as questions_of, record, redact};
