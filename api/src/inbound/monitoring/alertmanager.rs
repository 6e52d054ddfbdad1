//! What Prometheus Alertmanager sends to a webhook receiver.

use super::report::{Alert, Report, instant, said};
use crate::inbound::rules::alerts::Signal;
use contract::inbound::{AlertmanagerAlert, AlertmanagerReport};
use std::collections::{BTreeMap, BTreeSet};

/// Alertmanager's report in our form.
pub(super) fn report(body: AlertmanagerReport) -> Report {
    let AlertmanagerReport {
        version: _,
        group_key,
        status,
        receiver,
        group_labels,
        common_labels,
        common_annotations,
        external_url,
        alerts,
    } = body;
    let group = said(group_key).unwrap_or_else(|| {
        let labels = if group_labels.is_empty() { &common_labels } else { &group_labels };
        format!("{}{}", receiver.as_deref().unwrap_or_default(), together(labels))
    });
    let mut seen = BTreeSet::new();
    // Of an alert that is there twice the last word counts.
    let mut alerts: Vec<Alert> =
        alerts.into_iter().rev().map(|one| alert(one, status.as_deref(), &common_labels)).collect();
    alerts.retain(|alert| seen.insert(alert.fingerprint.clone()));
    alerts.reverse();
    Report {
        group,
        title: said(common_annotations.get("summary").cloned()),
        home: said(external_url),
        alerts,
    }
}

fn alert(one: AlertmanagerAlert, status_of_all: Option<&str>, common: &BTreeMap<String, String>) -> Alert {
    let AlertmanagerAlert { status, labels, annotations, starts_at, ends_at, generator_url, fingerprint } =
        one;
    let status = status.as_deref().or(status_of_all).unwrap_or_default();
    let signal = if status.eq_ignore_ascii_case("resolved") { Signal::Resolved } else { Signal::Firing };
    let label = |name: &str| labels.get(name).or_else(|| common.get(name)).cloned();
    let annotation = |name: &str| said(annotations.get(name).cloned());
    let at = if signal == Signal::Resolved { ends_at } else { starts_at };
    let links = [
        ("alert-source", said(generator_url)),
        ("alert-runbook", annotation("runbook_url").or_else(|| annotation("runbook"))),
        ("alert-dashboard", annotation("dashboard_url").or_else(|| annotation("dashboard"))),
    ];
    Alert {
        fingerprint: said(fingerprint).unwrap_or_else(|| together(&labels)),
        signal,
        name: said(label("alertname")).unwrap_or_else(|| "Alertmanager".to_owned()),
        summary: annotation("summary"),
        description: annotation("description").or_else(|| annotation("message")),
        severity: said(label("severity")),
        at: instant(at.as_deref()),
        links: links.into_iter().filter_map(|(word, address)| Some((word, address?))).collect(),
        labels: labels.into_iter().collect(),
    }
}

/// Labels as one text: the same for the same labels.
fn together(labels: &BTreeMap<String, String>) -> String {
    format!("{labels:?}")
}
