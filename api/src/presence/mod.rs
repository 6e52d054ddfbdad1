//! Who has a case open, and who is writing in it: so that two people do not answer the same thing.
//!
//! A page renews what it says every twenty seconds; what is not renewed is over after forty-five. Rows
//! are in the database, so that colleagues see each other from whichever replica. The desk sees everybody
//! who is there, a provider's people their own colleagues, and whoever asks for a case nobody.
//!
//! Others may read all of it ([`there`], [`shown`]), and take it out ([`forget_person`], [`forget_old`]).

pub mod http;
mod model;
mod service;
mod store;

pub use model::{Present, Snapshot};
pub use service::shown;
pub use store::{forget_old, forget_person, there};
