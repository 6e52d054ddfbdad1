//! API keys and sessions: one's own in the profile, those of others in the administration; and how what
//! is shown only once is shown.

mod list;
mod new;
mod secret;
mod sessions;

pub(crate) use list::ApiKeys;
pub(crate) use secret::Secret;
pub(crate) use sessions::Sessions;
