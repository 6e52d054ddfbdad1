//! Who is told of what, as pure functions.

pub mod telling;
