//! Agreements (ANS), calendars and the clocks they drive (TC-PD-15 §7).
//!
//! `rules/` is the arithmetic; `store.rs` keeps agreements and calendars as revisions that are
//! never edited; `terms.rs` tells which targets apply to a ticket. Others may ask for a ticket's
//! [`Terms`], [`derive`] and [`explain`] its clocks, sum [`counted_seconds`], and give a new project
//! the procedure's defaults ([`create_defaults`]).

mod defaults;
pub mod http;
mod model;
mod rules;
mod service;
mod store;
mod terms;

pub use defaults::create_defaults;
pub use rules::clocks::{ACCEPTANCE_HOURS, Mark, derive};
pub use terms::{Terms, acceptance_due, counted_seconds, explain, next_service_instant, terms_for, terms_of};
