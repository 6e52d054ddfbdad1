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

/// How much of a mail was fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// All.
    Whole,
    /// Its head: it is too large.
    Head,
    /// A line that says which it is, and its head if that could be fetched.
    Unfetched,
}

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
    /// Whether the mail server vouches for the sender's address, where one is believed.
    pub(super) proven: bool,
    /// Its size, in bytes.
    pub(super) size: u64,
}

impl Mail {
    /// Understands a mail, of which so much is given. Whose word counts on where it comes from is the mail
    /// server's of that name, or nobody's.
    pub(super) fn of(raw: &[u8], size: u64, extent: Extent, authserv_id: Option<&str>) -> Self {
        let read = message::read(raw);
        let wholeness = match (extent, &read) {
            (Extent::Head, _) | (Extent::Whole, Err(Unreadable::TooLarge)) => Wholeness::TooLarge,
            (Extent::Unfetched, _) => Wholeness::Unfetched,
            (Extent::Whole, Ok(_)) => Wholeness::Whole,
            (Extent::Whole, Err(Unreadable::Empty | Unreadable::NoSender)) => Wholeness::Unreadable,
        };
        let mut mail = match read {
            Ok(incoming) => Self { size, ..Self::understood(raw, incoming, authserv_id) },
            Err(_) => Self::unreadable(raw, size),
        };
        mail.wholeness = wholeness;
        if extent == Extent::Unfetched {
            // By which it is known again, whatever else is given; not its own: once it can be fetched, it is.
            let first = raw.split(|byte| *byte == b'\n').next().unwrap_or_default();
            mail.message_id = digest(first);
        }
        mail
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
            proven: false,
            size,
        }
    }

    fn understood(raw: &[u8], incoming: Incoming, authserv_id: Option<&str>) -> Self {
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
            authentication,
        } = incoming;
        let (sender, sender_name) =
            from.map_or((String::new(), None), |from| (from.address.to_ascii_lowercase(), from.name));
        let proven = authserv_id.is_none_or(|server| authentication.vouches_for(server, &sender));
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
            proven,
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
pub(super) fn digest(raw: &[u8]) -> String {
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
        let mail = Mail::of(raw.as_bytes(), 1, Extent::Whole, None);
        assert_eq!(mail.wholeness, Wholeness::Whole);
        assert_eq!(mail.body.chars().count(), LONGEST_TEXT);
        assert!(mail.body.starts_with("año año"), "{:.20}", mail.body);
    }

    #[test]
    fn what_cannot_be_fetched_is_known_by_its_place() {
        let line = "X-Mesa-Unfetched: a mailbox 7 12\r\n";
        let head = "Message-ID: <one@example.org>\r\nFrom: ana@example.org\r\nSubject: Sin red\r\n\r\n";
        let known = Mail::of(format!("{line}{head}").as_bytes(), 90, Extent::Unfetched, None);
        let unknown = Mail::of(line.as_bytes(), 0, Extent::Unfetched, None);
        assert_eq!((known.wholeness, unknown.wholeness), (Wholeness::Unfetched, Wholeness::Unfetched));
        assert_eq!((known.subject.as_str(), known.sender.as_str()), ("Sin red", "ana@example.org"));
        assert_eq!(known.message_id, unknown.message_id);
        let whole = Mail::of(head.as_bytes(), 90, Extent::Whole, None);
        assert_eq!(whole.message_id, "one@example.org");
        let other = Mail::of(b"X-Mesa-Unfetched: a mailbox 7 13\r\n", 0, Extent::Unfetched, None);
        assert_ne!(other.message_id, unknown.message_id);
    }

    #[test]
    fn whose_word_counts_is_said_from_outside() {
        let raw =
            b"Authentication-Results: mx.example.org; dmarc=pass\r\nFrom: ana@example.org\r\n\r\nHola\r\n";
        let proven = |server| Mail::of(raw, 1, Extent::Whole, server).proven;
        assert!(proven(None) && proven(Some("mx.example.org")) && !proven(Some("mx.other.example")));
    }
}
