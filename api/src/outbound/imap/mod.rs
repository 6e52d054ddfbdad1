//! The way to mailboxes that mails are fetched from: which there are ([`settings`]), and a connection to
//! one of them ([`session`]).

pub mod session;
pub mod settings;

pub use session::{Fault, MailboxSession, Waited};
pub use settings::{MailboxConfig, Security};
