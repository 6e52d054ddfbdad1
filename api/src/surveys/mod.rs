//! Satisfaction surveys (TC-PD-15 activities 12 and 13): one for each resolution, kept for ever.
//!
//! Others may [`record`] an answer in the transaction that acts on it, copy those of a person, and take
//! their words out.

pub mod http;
mod store;

pub use store::{answered_by, record, redact};
