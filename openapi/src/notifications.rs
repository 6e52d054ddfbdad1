//! Who is told of what: notices in the bell and by mail, and what each person wants of them.

mod templates;

pub use templates::*;

use crate::reference::{NamedRef, PersonRef};
use crate::stakeholders::Occasion;
use crate::words::words;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

words! {
    /// What a notice tells.
    NoticeKind {
        /// The case has a number (activity 3).
        Registered = "registered",
        /// Attention has begun (activity 4).
        Opened = "opened",
        /// It is not for the desk (activity 5, no).
        Rejected = "rejected",
        /// It goes to the next level (activities 7 and 8).
        Escalated = "escalated",
        /// It is in the person's charge now, or in their group's.
        Assigned = "assigned",
        /// Something was said.
        Commented = "commented",
        /// It waits.
        Paused = "paused",
        /// It has a solution, to be accepted or refused (activity 12).
        Resolved = "resolved",
        /// The solution was refused (activity 13, no).
        Reopened = "reopened",
        /// The solution was accepted (activity 13, yes).
        Accepted = "accepted",
        /// Silence counted as acceptance (activity 12).
        AutoAccepted = "auto_accepted",
        /// It ended otherwise.
        Closed = "closed",
        /// A clock's warning share is spent.
        Warned = "warned",
        /// A clock ran out.
        Breached = "breached",
        /// Silence will count as acceptance soon (activity 12).
        AcceptanceReminder = "acceptance_reminder",
        /// Another step of its work, for those who handed it on or watch it (activity 8).
        Progressed = "progressed",
        /// Something happened to a major incident of what the person has a stake in.
        Major = "major",
    }

    /// What a notice tells administrators of the settings of their project.
    DeskNoticeKind {
        /// The desk has switched a webhook off.
        WebhookDisabled = "webhook_disabled",
    }
}

/// One notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Notice {
    /// The notice's id.
    pub id: Uuid,
    /// What it tells.
    pub kind: NoticeKind,
    /// Number of the case.
    pub ticket: String,
    /// The case in one line; of a major incident that the person may not open, its service and priority.
    pub subject: String,
    /// Of a major incident: what happened; null otherwise.
    pub occasion: Option<Occasion>,
    /// Whether the person may open the case.
    pub may_open: bool,
    /// Who did it; null for the desk itself.
    pub actor: Option<PersonRef>,
    /// What was said, if anything was.
    pub note: Option<String>,
    /// When it happened.
    #[serde(with = "crate::rfc3339")]
    pub at: DateTime<Utc>,
    /// When it was read; null while it is not.
    #[serde(default, with = "crate::rfc3339::optional")]
    pub read_at: Option<DateTime<Utc>>,
}

/// One notice of the settings of a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DeskNotice {
    /// The notice's id.
    pub id: Uuid,
    /// What it tells.
    pub kind: DeskNoticeKind,
    /// The project.
    pub project: NamedRef,
    /// What it is about, in one line.
    pub subject: String,
    /// The page where it is looked after: a path.
    pub page: String,
    /// When it happened.
    #[serde(with = "crate::rfc3339")]
    pub at: DateTime<Utc>,
    /// When it was read; null while it is not.
    #[serde(default, with = "crate::rfc3339::optional")]
    pub read_at: Option<DateTime<Utc>>,
}

/// The caller's notices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Notices {
    /// The rows, newest first.
    pub items: Vec<Notice>,
    /// On the first page: the latest notices of the settings of projects that the caller administers, newest
    /// first, up to 20.
    pub desk: Vec<DeskNotice>,
    /// What to send as `cursor` for the next page; null on the last one.
    pub next_cursor: Option<String>,
    /// How many are unread in all.
    pub unread: i64,
}

/// Which notices to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct NoticeFilter {
    /// Only those that are unread.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unread: Option<bool>,
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

/// Which notices have been read.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({}))]
pub struct ReadNotices {
    /// Ids of notices; all of the caller's when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 200))]
    #[schema(max_items = 200)]
    pub ids: Option<Vec<Uuid>>,
}

/// Where a person wants to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoticeWays {
    /// In the bell.
    pub in_app: bool,
    /// By mail.
    pub by_mail: bool,
}

/// What a person wants to be told of, by kind of notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NoticePreferences {
    /// Each kind with its ways.
    pub kinds: BTreeMap<NoticeKind, NoticeWays>,
    /// When letters come. What wants an answer or is urgent comes at once in any case.
    pub digest: Digest,
    /// At which hour in Bogotá the daily summary comes.
    pub digest_hour: u8,
    /// The kinds that a summary gathers.
    pub gathered: Vec<NoticeKind>,
}

/// What to change of it; kinds that are absent stay.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"kinds": {"opened": {"in_app": true, "by_mail": true}}, "digest": "daily", "digest_hour": 7}))]
pub struct UpdateNoticePreferences {
    /// Each kind with its ways.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[validate(length(max = 50))]
    pub kinds: BTreeMap<NoticeKind, NoticeWays>,
    /// When letters come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<Digest>,
    /// At which hour in Bogotá the daily summary comes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 0, max = 23))]
    #[schema(minimum = 0, maximum = 23)]
    pub digest_hour: Option<u8>,
}

words! {
    /// When a person's letters come.
    Digest {
        /// Each of them at once.
        AtOnce = "at_once",
        /// One summary an hour, when there is something to say.
        Hourly = "hourly",
        /// One summary a day, when there is something to say.
        Daily = "daily",
    }

    /// Where a letter is on its way.
    MailState {
        /// It will be sent.
        Waiting = "waiting",
        /// It is being sent.
        Sending = "sending",
        /// The mail server has taken it.
        Sent = "sent",
        /// It was refused for good, or too often.
        Dead = "dead",
    }
}

/// A letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Mail {
    /// The letter's id.
    pub id: Uuid,
    /// Number of the case it is about.
    pub ticket: Option<String>,
    /// To which address.
    pub recipient: String,
    /// Its subject.
    pub subject: String,
    /// Where it is.
    pub state: MailState,
    /// How often it was tried.
    pub attempts: i32,
    /// When it is tried next.
    #[serde(default, with = "crate::rfc3339::optional")]
    pub next_at: Option<DateTime<Utc>>,
    /// What went wrong the last time.
    pub last_fault: Option<String>,
    /// When it was written.
    #[serde(with = "crate::rfc3339")]
    pub created_at: DateTime<Utc>,
    /// When the mail server took it.
    #[serde(default, with = "crate::rfc3339::optional")]
    pub sent_at: Option<DateTime<Utc>>,
    /// When it came back: the recipient's server would not have it.
    #[serde(default, with = "crate::rfc3339::optional")]
    pub bounced_at: Option<DateTime<Utc>>,
}

/// Which letters to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct MailFilter {
    /// Only those that are here.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(inline)]
    pub state: Option<MailState>,
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
