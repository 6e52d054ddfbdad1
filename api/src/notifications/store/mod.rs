//! Every query on notices, letters, their templates, and preferences.

mod desk;
mod digests;
mod kept;
mod mails;
mod notices;
mod templates;

pub use kept::{Kept, KeptDeskNotice, KeptLetter, KeptNotice, forget_person, forget_ticket, kept_of};
pub use mails::{Letter, came_back, letter_of};
pub use notices::{told_by, unread};

pub(super) use desk::{NewDeskNotice, desk_notices_of, forget_desk_notices, insert_desk_notice};
pub(super) use digests::{digest, gather, hasten, next_due, note_cases, prefer_digest, take_gathered};
pub(super) use kept::{forget_letters, forget_notices, forget_of, told_of};
pub(super) use mails::{Claimed, NewMail, claim, failed, insert_mail, is_due, letters, send_again, sent};
pub(super) use notices::{
    NewNotice, Told, insert_notice, list, mark_read, prefer, preferences, told_as, ways,
};
pub(super) use templates::{Custom, TemplateKey, change_template, template, template_source, templates_of};
