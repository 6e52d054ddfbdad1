//! The tray of mails that came to the desk: those in quarantine wait here for an agent.

mod page;
mod reading;

pub(crate) use page::MailsPage;
