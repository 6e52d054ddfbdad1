//! Telling other programs what happens to tickets: webhooks, after Standard Webhooks 1.0, and the list of
//! changes that whoever prefers to ask follows.
//!
//! Both read the feed ([`crate::live::feed`]). The job [`deliver_due`] makes a delivery for each webhook
//! that wants to know of an entry (`service/spread.rs`), claims what is due and sends it outside of any
//! transaction (`jobs.rs`), and notes what came of it (`service/settle.rs`). `rules/` says who wants what,
//! when to try again, and when to give up.
//!
//! Others may remove what is old ([`forget_old`]).

pub mod http;
mod jobs;
mod model;
mod rules;
mod service;
mod store;

pub use jobs::{KEPT_DAYS, deliver_due, forget_old};
