//! Groups: listed, made, and each with its people.

mod detail;
mod list;
mod new;
mod on_call;

pub(super) use detail::GroupPage;
pub(super) use list::GroupsPage;
pub(super) use new::NewGroupPage;
