//! What people are writing and have not sent yet, so that it is there on their next device too. It is
//! theirs alone: no administrator reads it, nor whoever acts in their place.
//!
//! Others may copy it for its owner ([`of_person`]), and take it out ([`forget_person`], [`forget_old`]).

pub mod http;
mod model;
mod service;
mod store;

pub use store::{KEPT_DAYS, forget_old, forget_person, of_person};
