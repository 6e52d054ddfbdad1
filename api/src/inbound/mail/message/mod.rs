//! What a mail says, read from its bytes as they were sent: who wrote it to whom, what the person wrote
//! and what was only quoted, the files that came along, and whether a person wrote it at all. Pure:
//! bytes in, values out.
//!
//! Mails are wrong in every way there is. They are read as far as they can be; what is taken off a text is
//! kept beside it (`Incoming::folded`).

mod addresses;
mod authentication;
mod automatic;
mod decode;
mod files;
mod html;
mod parts;
mod quotes;
mod read;
mod report;
mod smime;
mod text;
mod tnef;

#[cfg(test)]
mod tests;

pub use authentication::Authentication;
pub use read::read;

use chrono::{DateTime, Utc};

/// The largest mail that is read: files of 25 MiB, in base64 with its line ends, and the text around them.
pub const MOST_BYTES: usize = 36 * 1024 * 1024;

/// How many earlier mails one may refer to; the nearest are kept.
const MOST_REFERENCES: usize = 50;

/// A mail, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// Without angle brackets.
    pub message_id: Option<String>,
    /// Of `From`, or of `Sender` where that names nobody. Only a report may be from nobody.
    pub from: Option<Address>,
    /// Lower-cased, of `To`, `Cc`, `Delivered-To` and `X-Original-To`, each once.
    pub recipients: Vec<String>,
    /// One line, no longer than a ticket's subject may be; may be empty.
    pub subject: String,
    /// `In-Reply-To`, then `References` from the last to the first, without angle brackets, each once.
    pub references: Vec<String>,
    /// When it says that it was written.
    pub date: Option<DateTime<Utc>>,
    /// Whether a program wrote it.
    pub automatic: Automatic,
    /// Markdown: what the person wrote, without quotes and signature.
    pub body: String,
    /// Markdown: the quotes and the signature that were taken off, and the names of files left out.
    pub folded: Option<String>,
    /// Attachments and images, in their order.
    pub files: Vec<File>,
    /// What a mail server reports on a mail that we sent.
    pub report: Option<Report>,
    /// What mail servers say of its sender.
    pub authentication: Authentication,
}

/// Somebody's address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Lower-cased.
    pub address: String,
    /// As the person calls themselves.
    pub name: Option<String>,
}

/// Whether a program wrote a mail (RFC 3834), and what kind of program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Automatic {
    /// A person did, as far as one can tell.
    No,
    /// An answer without anybody behind it: a vacation, a receipt.
    Reply,
    /// To many, or from a machine: lists, newsletters, notifications.
    Bulk,
    /// A mail server's report on a mail that could or could not be delivered.
    Report,
}

/// A file that came along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Without folders, control characters or anything that turns the writing around.
    pub name: String,
    /// As declared, lower-cased: `image/png`.
    pub content_type: String,
    /// Decoded.
    pub content: Vec<u8>,
    /// Whether it is part of the text: a pasted image, a logo.
    pub inline: bool,
}

/// A report on a delivery (RFC 3464), as far as it could be read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// Lower-cased: to whom it could not be delivered.
    pub recipient: Option<String>,
    /// `failed`, `delayed`, `delivered`, `relayed` or `expanded`.
    pub action: Option<String>,
    /// RFC 3463: `5.1.1`.
    pub status: Option<String>,
    /// What the other server said.
    pub what: Option<String>,
    /// The mail that it is about, without angle brackets.
    pub message_id: Option<String>,
}

/// Why a mail is given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// There is nothing in it.
    Empty,
    /// More than [`MOST_BYTES`].
    TooLarge,
    /// Nobody says to have sent it.
    NoSender,
}
