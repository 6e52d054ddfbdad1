//! What may be done to an account, and who may be in a group: pure functions.

mod accounts;
mod groups;

pub use accounts::{Standing, allowed, permits};
pub use groups::{WorksThere, works_in};
