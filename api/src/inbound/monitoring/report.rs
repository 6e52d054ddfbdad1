//! Alerts in one form, whoever has sent them.

use crate::inbound::rules::alerts::Signal;
use chrono::{DateTime, Utc};

/// What a monitoring system reports at once: alerts that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::inbound) struct Report {
    /// What they have in common.
    pub(super) group: String,
    /// What all of them are about, in a line.
    pub(super) title: Option<String>,
    /// Where the monitoring system is.
    pub(super) home: Option<String>,
    /// The alerts, each once.
    pub(super) alerts: Vec<Alert>,
}

/// An alert.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Alert {
    /// What tells it from the others of its group.
    pub(super) fingerprint: String,
    /// What is said of it.
    pub(super) signal: Signal,
    /// What it is called.
    pub(super) name: String,
    /// What is wrong, in a line.
    pub(super) summary: Option<String>,
    /// What is wrong, at length.
    pub(super) description: Option<String>,
    /// How bad it is, in the sender's words.
    pub(super) severity: Option<String>,
    /// Since when it goes on, or when it was over.
    pub(super) at: Option<DateTime<Utc>>,
    /// What it is about: names and values.
    pub(super) labels: Vec<(String, String)>,
    /// Where to see it, and what to do about it: keys of their words, and addresses.
    pub(super) links: Vec<(&'static str, String)>,
}

impl Alert {
    /// What people call it: its summary, or its name and what it is about.
    pub(super) fn line(&self) -> String {
        if let Some(summary) = &self.summary {
            return summary.clone();
        }
        let about = ["instance", "host", "pod", "service", "job"];
        let found = about.iter().find_map(|name| self.label(name));
        found.map_or_else(|| self.name.clone(), |about| format!("{}: {about}", self.name))
    }

    fn label(&self, name: &str) -> Option<&str> {
        self.labels.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// Text that says something.
pub(super) fn said(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The instant that a text tells, as RFC 3339 or in seconds since 1970; none for the zero of Go programs.
pub(super) fn instant(text: Option<&str>) -> Option<DateTime<Utc>> {
    let text = text?.trim();
    let written = DateTime::parse_from_rfc3339(text).ok().map(|at| at.with_timezone(&Utc));
    let counted = || text.parse().ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    written.or_else(counted).filter(|at| *at > DateTime::UNIX_EPOCH)
}
