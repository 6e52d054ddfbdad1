//! Satisfaction surveys (TC-PD-15 activities 12 and 13): one for each resolution, kept for ever.
//!
//! Others may [`record`] an answer in the transaction that acts on it.

pub mod http;
mod store;

pub use store::record;
