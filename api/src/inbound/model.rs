//! Sources, and what they are known to have sent.

use crate::auth::Caller;
use crate::ids::{AlertGroupId, AlertId, GroupId, InboundSourceId, ProjectId, ServiceId, TicketId, UserId};
use chrono::{DateTime, Utc};
use contract::inbound::{AlertState, InboundChannel, SeverityRule};

/// A source of cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Source {
    /// Its id.
    pub(super) id: InboundSourceId,
    /// Its project.
    pub(super) project: ProjectId,
    /// What comes in by it.
    pub(super) channel: InboundChannel,
    /// The name people read.
    pub(super) name: String,
    /// In whose name cases are registered.
    pub(super) registrar: UserId,
    /// The service of its cases.
    pub(super) service: Option<ServiceId>,
    /// The group that has its cases in charge.
    pub(super) group: Option<GroupId>,
    /// What the severities of alerts mean.
    pub(super) severities: Vec<SeverityRule>,
    /// For how many minutes an alert that comes back is the same incident.
    pub(super) flap_minutes: u16,
    /// Whether it takes anything.
    pub(super) active: bool,
    /// Until when the secret before the present one is good as well.
    pub(super) earlier_secret_until: Option<DateTime<Utc>>,
    /// When something came last.
    pub(super) last_used_at: Option<DateTime<Utc>>,
    /// Rises with every change.
    pub(super) version: i64,
}

/// What a source proves itself by.
#[derive(Clone, Debug)]
pub(super) struct Credentials {
    /// Whose.
    pub(super) source: InboundSourceId,
    /// In whose name it comes.
    pub(super) registrar: UserId,
    /// Whether it takes anything.
    pub(super) active: bool,
    /// Its secret, sealed.
    pub(super) sealed: Vec<u8>,
    /// The one before, sealed, and until when it is good.
    pub(super) earlier: Option<(Vec<u8>, DateTime<Utc>)>,
}

/// A secret as it is stored: sealed, and its hash.
#[derive(Clone, Debug)]
pub(super) struct StoredSecret {
    /// Of use with the desk's key only.
    pub(super) sealed: Vec<u8>,
    /// What it is found by.
    pub(super) hash: Vec<u8>,
}

/// Something that has come by a source which has proved itself.
#[derive(Clone, Debug)]
pub(super) struct Delivery {
    /// The source.
    pub(super) source: InboundSourceId,
    /// In whose name it comes.
    pub(super) caller: Caller,
    /// What a signed delivery is told from others by.
    pub(super) webhook_id: Option<String>,
    /// Where people find the desk.
    pub(super) public_url: String,
}

/// Alerts that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct AlertGroup {
    /// Its id.
    pub(super) id: AlertGroupId,
    /// The incident that they are, or were last.
    pub(super) ticket: TicketId,
}

/// An alert as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct KnownAlert {
    /// Its id.
    pub(super) id: AlertId,
    /// What tells it from the others of its group.
    pub(super) fingerprint: String,
    /// What the source said last.
    pub(super) state: AlertState,
    /// What the incident's timeline says.
    pub(super) noted: AlertState,
    /// Since when it says so.
    pub(super) noted_at: DateTime<Utc>,
    /// How often the source has spoken of it.
    pub(super) times: i32,
    /// The incident whose timeline that is.
    pub(super) ticket: TicketId,
}
