//! Mails that came to the desk: what became of each, and those that wait for somebody to decide.

use crate::reference::{NamedRef, PersonRef, Reference};
use crate::words::words;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

words! {
    /// What became of a mail.
    InboundMailState {
        /// It waits for somebody to decide.
        Quarantined = "quarantined",
        /// It became a case.
        Registered = "registered",
        /// It became a comment.
        Commented = "commented",
        /// It was noted at a case, for the desk: an automatic answer, or a letter that came back.
        Noted = "noted",
        /// It was written by a program, and is about no case.
        Ignored = "ignored",
        /// Somebody has put it away.
        Discarded = "discarded",
    }
    /// Why a mail is in quarantine.
    QuarantineReason {
        /// Nobody at the desk has this address.
        UnknownSender = "unknown_sender",
        /// Whoever sent it may not write in that case, or belongs to another project.
        NotAllowed = "not_allowed",
        /// The mail server does not vouch for the sender's address.
        Unproven = "unproven",
        /// It may answer what is for the desk alone, and whoever sent it writes nothing that is.
        Internal = "internal",
        /// It went to many.
        Bulk = "bulk",
        /// Too many came from this address in an hour.
        TooMany = "too_many",
        /// It is larger than what is fetched; only its head is here.
        TooLarge = "too_large",
        /// It cannot be fetched, and is still unseen in the mailbox; of it no more than its head is here.
        Unfetched = "unfetched",
        /// It cannot be read.
        Unreadable = "unreadable",
        /// The desk could not do with it what was to be done.
        Failed = "failed",
    }
}

/// A mail, in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct InboundMail {
    /// Its id.
    pub id: Uuid,
    /// The project whose mailbox it came into.
    pub project: NamedRef,
    /// What became of it.
    pub state: InboundMailState,
    /// Why it is, or was, in quarantine.
    pub reason: Option<QuarantineReason>,
    /// From which address, as it says itself.
    pub sender: String,
    /// From whom, as it says itself.
    pub sender_name: Option<String>,
    /// Who at the desk has that address.
    pub person: Option<PersonRef>,
    /// Its subject.
    pub subject: String,
    /// How many files are in it.
    pub files: i32,
    /// Its size, in bytes.
    pub size_bytes: i64,
    /// When it was sent, as it says itself.
    #[serde(default, with = "crate::rfc3339::optional")]
    pub sent_at: Option<DateTime<Utc>>,
    /// When the desk fetched it.
    #[serde(with = "crate::rfc3339")]
    pub received_at: DateTime<Utc>,
    /// Number of the case that it became or belongs to; in quarantine, of the one it seems to be about, if
    /// the caller may see it.
    pub ticket: Option<String>,
    /// Who decided what became of it; null for the desk itself.
    pub handled_by: Option<PersonRef>,
    /// When.
    #[serde(default, with = "crate::rfc3339::optional")]
    pub handled_at: Option<DateTime<Utc>>,
}

/// A mail in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct InboundMailDetail {
    /// What the list says.
    #[serde(flatten)]
    pub mail: InboundMail,
    /// To which addresses.
    pub recipients: Vec<String>,
    /// Its `Message-ID`.
    pub message_id: String,
    /// The mailbox it came into.
    pub mailbox: String,
    /// What it says, in Markdown.
    pub body: String,
    /// What it quotes of earlier ones, and its signature.
    pub folded: Option<String>,
}

/// Which mails to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct InboundMailFilter {
    /// Only those that are here.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(inline)]
    pub state: Option<InboundMailState>,
    /// Only those of this case, by number or id.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 100))]
    #[param(max_length = 100)]
    pub ticket: Option<String>,
    /// Whether to count all of them (`total`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<bool>,
    /// At most this many (1–200, default 50).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u16>,
    /// `next_cursor` of the page before.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 500))]
    #[param(max_length = 500)]
    pub cursor: Option<String>,
}

/// Takes a mail out of quarantine: it becomes a comment of a case, or a new one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"requester": "requester"}))]
pub struct AcceptInboundMail {
    /// The case that it belongs to, by number or id; a new one when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ticket: Option<Reference>,
    /// Whose new case it is, by user name or id: whoever has the sender's address when absent, and whoever
    /// accepts it when nobody has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requester: Option<Reference>,
}

/// Puts a mail away.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({}))]
pub struct DiscardInboundMail {}
