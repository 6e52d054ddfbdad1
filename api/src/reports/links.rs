//! The queries of `GET /tickets` that list what a report counts.

use super::model::Scope;
use super::rules::period::Period;
use chrono::{DateTime, Utc};
use contract::tickets::{Status, TicketFilter};

/// Writes queries about the tickets of a scope.
#[derive(Clone, Debug)]
pub(super) struct Links {
    projects: Vec<String>,
    period: Period,
}

impl Links {
    /// For a scope.
    pub(super) fn of(scope: &Scope) -> Self {
        let projects = scope.projects.iter().map(|(_, project)| project.key.clone()).collect();
        Self { projects, period: scope.period }
    }

    /// The same for one of its projects.
    pub(super) fn in_project(&self, key: &str) -> Self {
        Self { projects: vec![key.to_owned()], period: self.period }
    }

    /// What was registered in the period, as far as `narrow` lets it.
    pub(super) fn registered(&self, narrow: impl FnOnce(&mut TicketFilter)) -> Option<String> {
        let Period { starts_at, ends_at, .. } = self.period;
        self.registered_between(starts_at, ends_at, narrow)
    }

    /// What was registered between two instants.
    pub(super) fn registered_between(
        &self,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
        narrow: impl FnOnce(&mut TicketFilter),
    ) -> Option<String> {
        self.any(|filter| {
            (filter.registered_from, filter.registered_to) = (Some(from), Some(to));
            narrow(filter);
        })
    }

    /// What was resolved in the period.
    pub(super) fn resolved(&self, narrow: impl FnOnce(&mut TicketFilter)) -> Option<String> {
        let Period { starts_at, ends_at, .. } = self.period;
        self.resolved_between(starts_at, ends_at, narrow)
    }

    /// What was resolved between two instants.
    pub(super) fn resolved_between(
        &self,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
        narrow: impl FnOnce(&mut TicketFilter),
    ) -> Option<String> {
        self.any(|filter| {
            (filter.resolved_from, filter.resolved_to) = (Some(from), Some(to));
            narrow(filter);
        })
    }

    /// What was answered in the period.
    pub(super) fn answered(&self, narrow: impl FnOnce(&mut TicketFilter)) -> Option<String> {
        let Period { starts_at, ends_at, .. } = self.period;
        self.any(|filter| {
            (filter.surveyed_from, filter.surveyed_to) = (Some(starts_at), Some(ends_at));
            narrow(filter);
        })
    }

    /// What is unresolved now.
    pub(super) fn unresolved(&self, narrow: impl FnOnce(&mut TicketFilter)) -> Option<String> {
        self.any(|filter| {
            filter.status = UNRESOLVED.to_vec();
            narrow(filter);
        })
    }

    fn any(&self, narrow: impl FnOnce(&mut TicketFilter)) -> Option<String> {
        let mut filter = TicketFilter { project: self.projects.clone(), ..TicketFilter::default() };
        narrow(&mut filter);
        serde_html_form::to_string(&filter).ok()
    }
}

/// Where a ticket still needs somebody's work.
pub(super) const UNRESOLVED: [Status; 4] =
    [Status::Registered, Status::InAttention, Status::InAnalysis, Status::InProgress];
