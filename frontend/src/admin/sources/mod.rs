//! Sources by which alerts and chats come in: listed, made, changed, given another secret, deleted.

mod access;
mod detail;
mod list;
mod new;
mod settings;
mod severities;

pub(super) use detail::SourcePage;
pub(super) use list::SourcesPage;
pub(super) use new::NewSourcePage;
