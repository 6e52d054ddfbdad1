//! What comes to the desk by other ways than the API: by [`mail`].

pub mod mail;
