//! Who has a stake in a service or in a whole project (Matriz de interesados, TC-PD-15 §8): people and
//! areas, how much it matters to them, how much they can bring about, and what of major incidents they
//! are told.
//!
//! Others may ask who is to be told of something ([`concerned`]), copy what is kept of a person
//! ([`of_person`]), and take it out ([`forget_person`]).

pub mod http;
mod model;
mod rules;
mod service;
mod store;

pub use service::{concerned, of_person};
pub use store::forget_person;
