//! What comes to the desk by other ways than the API.

mod mail;

pub use mail::*;
