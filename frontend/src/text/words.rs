//! The texts of the contract's closed vocabularies: key `<vocabulary>-<word>`.

use contract::audit::AuditFaultKind;
use contract::auth::{Locale, Role, Scope, UserKind};
use contract::inbound::{InboundMailState, QuarantineReason};
use contract::notifications::{DeskNoticeKind, LetterSample, MailState, NoticeKind};
use contract::people::UserAction;
use contract::privacy::RecordKind;
use contract::projects::AcceptanceWindow;
use contract::sla::{ClockName, ClockState, IntervalKind};
use contract::stakeholders::{Degree, Occasion};
use contract::tickets::{
    Action, Channel, CloseReason, ClosureReason, Impact, Kind, PauseReason, Relation, SlaFilter, Sort,
    Status, Urgency, Visibility,
};
use contract::webhooks::{DeliveryFault, DeliveryState, DisabledReason};

/// A word of a closed vocabulary.
pub(crate) trait Word {
    /// The key of its text in the catalogues.
    fn key(self) -> String;
}

macro_rules! vocabularies {
    ($($name:ident = $prefix:literal),+ $(,)?) => {
        $(impl Word for $name {
            fn key(self) -> String {
                format!(concat!($prefix, "-{}"), self.as_str())
            }
        })+

        /// The keys of every word of every vocabulary.
        #[cfg(test)]
        pub(crate) fn every_key() -> Vec<String> {
            let mut keys = Vec::new();
            $(keys.extend($name::ALL.iter().map(|word| word.key()));)+
            keys
        }
    };
}

vocabularies! {
    AcceptanceWindow = "acceptance-window",
    Action = "action",
    AuditFaultKind = "audit-fault",
    Channel = "channel",
    ClockName = "clock",
    ClockState = "clock-state",
    CloseReason = "close-reason",
    ClosureReason = "closure",
    Impact = "impact",
    InboundMailState = "inbound-state",
    Degree = "degree",
    DeliveryFault = "delivery-fault",
    DeliveryState = "delivery",
    DeskNoticeKind = "desk-notice",
    DisabledReason = "webhook-disabled",
    IntervalKind = "interval",
    Kind = "kind",
    LetterSample = "letter-sample",
    Locale = "locale",
    MailState = "mail-state",
    NoticeKind = "notice",
    Occasion = "occasion",
    PauseReason = "pause",
    QuarantineReason = "mail-reason",
    RecordKind = "record",
    Relation = "relation",
    Role = "role",
    Scope = "scope",
    SlaFilter = "sla",
    Sort = "sort",
    Status = "status",
    Urgency = "urgency",
    UserAction = "user-action",
    UserKind = "user-kind",
    Visibility = "visibility",
}
