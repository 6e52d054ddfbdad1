//! Personal data: the notice that people accept, for how long records are kept, and what the nights have
//! made of it.

mod notice;
mod page;
mod periods;
mod reports;

pub(super) use page::PrivacyPage;
