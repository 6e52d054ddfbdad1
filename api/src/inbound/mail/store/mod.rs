//! Every query on the mails that came to the desk.

mod kept;
mod mails;
mod tray;

pub use kept::{
    KEPT_DAYS, KeptMail, answered_in, forget_old, forget_person, forget_ticket, kept_of, kept_somewhere,
    make_room,
};

pub(super) use mails::{Outcome, Twin, claim, is_known, lately, settle, ticket_of, twin};
pub(super) use tray::{Listed, Row, count, list, one, waiting};
