//! The survey that a letter's link leads to, without signing in.

mod page;

pub(crate) use page::InvitationPage;
