//! Every query on notices, letters and preferences.

mod kept;
mod mails;
mod notices;

pub use kept::{Kept, KeptLetter, KeptNotice, forget_person, forget_ticket, kept_of};
pub use notices::{told_by, unread};

pub(super) use kept::{forget_before, forget_of, told_of};
pub(super) use mails::{Claimed, NewMail, claim, failed, insert_mail, is_due, letters, send_again, sent};
pub(super) use notices::{NewNotice, insert_notice, list, mark_read, prefer, preferences, ways};
