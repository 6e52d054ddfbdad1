//! Who is told of what, when it is tried again, and when a webhook is switched off: pure functions.

pub mod retry;
pub mod wanted;
