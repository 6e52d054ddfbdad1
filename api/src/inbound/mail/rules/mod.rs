//! What is to be done with a mail, as pure functions.

pub mod audience;
pub mod decision;
#[cfg(test)]
mod tests;
