//! API keys: one's own in the profile, those of programs in the administration; and how what is shown
//! only once is shown.

mod list;
mod new;
mod secret;

pub(crate) use list::ApiKeys;
pub(crate) use secret::Secret;
