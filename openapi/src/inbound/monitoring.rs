//! What monitoring systems send. The shapes are theirs: fields beyond those named here are passed over,
//! and what they leave null is taken for absent.

use super::loose::{some_text, text, texts};
use crate::words::words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;
use validator::Validate;

words! {
    /// Whether what an alert is about is going on.
    AlertState {
        /// It is.
        Firing = "firing",
        /// It is over.
        Resolved = "resolved",
    }

    /// What the desk did about a report.
    MonitoringOutcome {
        /// An incident was registered.
        Registered = "registered",
        /// The incident that is open about it got a note.
        Noted = "noted",
        /// Nothing that was not known: it was counted.
        Counted = "counted",
    }
}

/// A report of alerts, by Prometheus Alertmanager or by Zabbix: which of them, its fields tell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
#[schema(example = json!({"version": "4", "groupKey": "{}:{alertname=\"DiscoLleno\"}", "status": "firing",
    "receiver": "mesa", "groupLabels": {"alertname": "DiscoLleno"}, "alerts": [{"status": "firing",
        "labels": {"alertname": "DiscoLleno", "instance": "srv-bd-01", "severity": "critical"},
        "annotations": {"summary": "Queda menos del 5 % del disco de srv-bd-01"},
        "startsAt": "2026-11-11T14:00:00Z", "fingerprint": "b7f3a1c2d4e5f607"}]}))]
pub enum MonitoringReport {
    /// By Alertmanager.
    Alertmanager(AlertmanagerReport),
    /// By Zabbix.
    Zabbix(ZabbixReport),
}

/// What Alertmanager sends to a webhook receiver (version 4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(rename_all = "camelCase")]
pub struct AlertmanagerReport {
    /// The version of the shape.
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// What the alerts have in common: alerts of one key are one incident.
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub group_key: Option<String>,
    /// `firing` while any of the alerts is, else `resolved`.
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// The name of the receiver.
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub receiver: Option<String>,
    /// By what they are grouped.
    #[serde(default, deserialize_with = "texts")]
    pub group_labels: BTreeMap<String, String>,
    /// Labels that all alerts have.
    #[serde(default, deserialize_with = "texts")]
    pub common_labels: BTreeMap<String, String>,
    /// Annotations that all alerts have.
    #[serde(default, deserialize_with = "texts")]
    pub common_annotations: BTreeMap<String, String>,
    /// Where the Alertmanager is.
    #[serde(
        rename = "externalURL",
        default,
        deserialize_with = "text",
        skip_serializing_if = "Option::is_none"
    )]
    pub external_url: Option<String>,
    /// The alerts: 1 to 1,000.
    #[validate(length(min = 1, max = 1_000))]
    #[schema(min_items = 1, max_items = 1_000)]
    pub alerts: Vec<AlertmanagerAlert>,
}

/// An alert of Alertmanager.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AlertmanagerAlert {
    /// `firing` or `resolved`.
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// What it is about: `alertname`, `instance`, `severity`, and others.
    #[serde(default, deserialize_with = "texts")]
    pub labels: BTreeMap<String, String>,
    /// What people should read: `summary`, `description`, `runbook_url`, and others.
    #[serde(default, deserialize_with = "texts")]
    pub annotations: BTreeMap<String, String>,
    /// Since when.
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub starts_at: Option<String>,
    /// Until when, once it is resolved.
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub ends_at: Option<String>,
    /// What it follows from.
    #[serde(
        rename = "generatorURL",
        default,
        deserialize_with = "text",
        skip_serializing_if = "Option::is_none"
    )]
    pub generator_url: Option<String>,
    /// What tells it from all others.
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<String>,
}

/// What the media type of `docs/operate/inbound.md` makes Zabbix send: one event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
pub struct ZabbixReport {
    /// `{EVENT.ID}`
    #[serde(deserialize_with = "some_text")]
    pub event_id: String,
    /// `{EVENT.NAME}`
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub event_name: Option<String>,
    /// `{EVENT.VALUE}`: 1 for a problem, 0 when it is over.
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub event_value: Option<String>,
    /// `PROBLEM`, `RESOLVED` or `UPDATE`; more than the value, when both are there.
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub event_status: Option<String>,
    /// `{EVENT.SEVERITY}`
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub severity: Option<String>,
    /// `{HOST.NAME}`
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub host: Option<String>,
    /// `{TRIGGER.ID}`
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub trigger_id: Option<String>,
    /// `{ITEM.NAME}`
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// What was measured: `{ITEM.LASTVALUE}`.
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Where to see it.
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// When, as RFC 3339 or in seconds since 1970: `{EVENT.TIMESTAMP}`.
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
}

/// What became of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MonitoringReceipt {
    /// What the desk did.
    pub outcome: MonitoringOutcome,
    /// The number of the incident, if there is one.
    pub ticket: Option<String>,
    /// Where people see it.
    pub link: Option<String>,
    /// How many of the incident's alerts are firing now.
    pub firing: u32,
}
