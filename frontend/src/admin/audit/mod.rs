//! The audit log: who did what to what, when, from where, and what that changed; and whether it is
//! what it was when it was written.

mod entry;
mod filters;
mod page;
mod verify;

pub(super) use page::AuditPage;
