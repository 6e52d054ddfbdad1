//! What comes to the desk by other ways than the API: mails, alerts of monitoring systems, and what people
//! write in chats.

mod chat;
mod loose;
mod mail;
mod monitoring;
mod sources;

pub use chat::{ChatAuthor, ChatMessage, ChatReceipt};
pub use mail::*;
pub use monitoring::{
    AlertState, AlertmanagerAlert, AlertmanagerReport, MonitoringOutcome, MonitoringReceipt,
    MonitoringReport, ZabbixReport,
};
pub use sources::{
    CreateInboundSource, InboundChannel, InboundSource, InboundSourceFilter, NewInboundSource, SeverityRule,
    UpdateInboundSource,
};

use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use validator::Validate;

/// By which source a delivery comes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DeliveryFilter {
    /// Id of the source: needed with a signature, and with an API key that may come by several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 100))]
    #[param(max_length = 100)]
    pub source: Option<String>,
}
