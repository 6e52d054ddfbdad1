//! A mail as the desk knows it.

use super::message::{self, Automatic, File, Incoming, Report, Unreadable};
use super::rules::decision::{Nature, Wholeness};
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The largest mail that is fetched whole, in bytes.
pub(super) const LARGEST: usize = 25 * 1024 * 1024;

/// How much is kept of what stands in a line of a head, in characters.
const LONGEST_LINE: usize = 500;

/// How much is kept of a text, in characters: more than a case takes. All of it is in the mail's bytes.
const LONGEST_TEXT: usize = 30_000;

/// A mail, understood.
#[derive(Clone, Debug)]
pub(super) struct Mail {
    /// Its own, without angle brackets; made of its bytes when it has none.
    pub(super) message_id: String,
    /// From which address, in small letters; empty when it does not say.
    pub(super) sender: String,
    /// From whom.
    pub(super) sender_name: Option<String>,
    /// To which addresses.
    pub(super) recipients: Vec<String>,
    /// In one line.
    pub(super) subject: String,
    /// In Markdown.
    pub(super) body: String,
    /// What it quotes, and its signature.
    pub(super) folded: Option<String>,
    /// The ids of those that it refers to, the latest first.
    pub(super) references: Vec<String>,
    /// When it was sent, as it says.
    pub(super) sent_at: Option<DateTime<Utc>>,
    /// Its files.
    pub(super) files: Vec<File>,
    /// Of a letter that came back.
    pub(super) report: Option<Report>,
    /// Who has written it.
    pub(super) nature: Nature,
    /// How much there is of it.
    pub(super) wholeness: Wholeness,
    /// Its size, in bytes.
    pub(super) size: u64,
}

impl Mail {
    /// Understands a mail; of one that is larger than [`LARGEST`], only the head is given.
    pub(super) fn of(raw: &[u8], size: u64, only_head: bool) -> Self {
        let read = message::read(raw);
        let wholeness = match &read {
            _ if only_head => Wholeness::TooLarge,
            Ok(_) => Wholeness::Whole,
            Err(Unreadable::TooLarge) => Wholeness::TooLarge,
            Err(Unreadable::Empty | Unreadable::NoSender) => Wholeness::Unreadable,
        };
        match read {
            Ok(incoming) => Self { wholeness, size, ..Self::understood(raw, incoming) },
            Err(_) => Self { wholeness, ..Self::unreadable(raw, size) },
        }
    }

    /// One of which nothing is understood.
    pub(super) fn unreadable(raw: &[u8], size: u64) -> Self {
        Self {
            message_id: digest(raw),
            sender: String::new(),
            sender_name: None,
            recipients: Vec::new(),
            subject: String::new(),
            body: String::new(),
            folded: None,
            references: Vec::new(),
            sent_at: None,
            files: Vec::new(),
            report: None,
            nature: Nature::Written,
            wholeness: Wholeness::Unreadable,
            size,
        }
    }

    fn understood(raw: &[u8], incoming: Incoming) -> Self {
        let Incoming {
            message_id,
            from,
            recipients,
            subject,
            references,
            date,
            automatic,
            body,
            folded,
            files,
            report,
        } = incoming;
        let (sender, sender_name) =
            from.map_or((String::new(), None), |from| (from.address.to_ascii_lowercase(), from.name));
        Self {
            message_id: message_id
                .map(|id| bare(&id).to_owned())
                .filter(|id| !id.is_empty() && id.len() <= LONGEST_LINE)
                .unwrap_or_else(|| digest(raw)),
            sender: line(&sender),
            sender_name: sender_name.map(|name| line(&name)).filter(|name| !name.is_empty()),
            recipients,
            subject: line(&subject),
            body: text(&body),
            folded: folded.map(|folded| text(&folded)),
            references: references.iter().map(|id| bare(id).to_owned()).collect(),
            sent_at: date,
            files,
            report,
            nature: match automatic {
                Automatic::No => Nature::Written,
                Automatic::Reply => Nature::AutomaticReply,
                Automatic::Bulk => Nature::Bulk,
                Automatic::Report => Nature::Returned,
            },
            wholeness: Wholeness::Whole,
            size: 0,
        }
    }

    /// The ids of the letters that it may be about, the latest first.
    pub(super) fn refers_to(&self) -> Vec<String> {
        let original = self.report.as_ref().and_then(|report| report.message_id.as_deref());
        let referred = self.references.iter().cloned();
        original.map(|id| bare(id).to_owned()).into_iter().chain(referred).collect()
    }
}

/// An id without angle brackets.
fn bare(id: &str) -> &str {
    id.trim().trim_start_matches('<').trim_end_matches('>')
}

/// What fits in a line.
fn line(text: &str) -> String {
    let words = text.split(|sign: char| sign.is_whitespace() || sign.is_control());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ").chars().take(LONGEST_LINE).collect()
}

/// What is kept of a text.
fn text(text: &str) -> String {
    text.chars().filter(|sign| *sign != '\0').take(LONGEST_TEXT).collect()
}

/// In place of an id. No id of a mail is like it: it has no `@`.
fn digest(raw: &[u8]) -> String {
    Sha256::digest(raw).iter().fold("sha256-".to_owned(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_text_without_end_only_a_beginning_is_kept() {
        let raw = format!("From: ana@example.org\r\nSubject: s\r\n\r\n{}\r\n", "año ".repeat(50_000));
        let mail = Mail::of(raw.as_bytes(), 1, false);
        assert_eq!(mail.wholeness, Wholeness::Whole);
        assert_eq!(mail.body.chars().count(), LONGEST_TEXT);
        assert!(mail.body.starts_with("año año"), "{:.20}", mail.body);
    }
}
