//! Every query on the tables of tickets. What a caller may see is built into each query that a
//! caller can trigger: "not yours" and "not there" are the same answer.

mod charge;
mod events;
mod files;
mod lists;
pub mod numbers;
mod outcomes;
mod personal;
mod readers;
mod registration;
mod rows;
mod tickets;
mod visible;
mod words;

pub use charge::{in_charge_of_group, in_charge_of_person, in_charge_of_provider, of_assignee};
pub use events::{append, append_untold, entries, entry, event, events, history};
pub use files::{attachment, attachments, insert_attachment};
pub use lists::{List, RowKey, count, list};
pub use personal::{
    Whose, files_to_remove, forget_files, forget_people, forget_person, forget_quotes, has_open, redact_case,
    redact_events, remove_files, rename_in_history, requested_by, to_redact,
};
pub use readers::{
    forget_readers, is_merged, merged_into, name_readers, note_reading, readers, survivor, unrecorded,
};
pub use tickets::{
    due, find, for_update, handed_on, hold_all, identified, insert, insert_link, is_watching, links, load,
    load_many, lock, merge_links, next_after, numbered, unwatch, update, visible_among, watch, watchers,
    watchers_to, with_merged,
};
pub use visible::hidden_from;
pub use words::forget_lost_words;
