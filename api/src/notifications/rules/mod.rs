//! Who is told of what and when, as pure functions.

pub mod audience;
pub mod leaving;
pub mod major;
