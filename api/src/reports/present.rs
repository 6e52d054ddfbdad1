//! Counts as the figures that clients see.

mod questions;
mod satisfaction;
mod volume;

pub(super) use questions::report as surveys;

use super::links::{Links, UNRESOLVED};
use super::model::{AGES, Attended, Counts, Kept, Registered, Resolved, Scope, Unresolved};
use super::rules::ZONE;
use super::rules::shares::{percent, rounded};
use crate::db::DbConnection;
use crate::error::Result;
use contract::reports::{AgeCount, Backlog, Compliance, Count, Period, Share, StatusCount, Summary};
use contract::tickets::{ClosureReason, Timeliness};

/// The summary of a scope.
pub(super) fn summary(connection: &mut DbConnection, scope: &Scope, counts: Counts) -> Result<Summary> {
    let links = &Links::of(scope);
    let Counts { registered, registered_by_hour, services, attention, resolved, backlog, answers } = counts;
    let of_registered = |part: fn(&Registered) -> i64| registered.iter().map(part).sum::<i64>();
    let of_resolved = |part: fn(&Resolved) -> i64| resolved.iter().map(part).sum::<i64>();
    let (all_registered, all_resolved) = (of_registered(|row| row.all), of_resolved(|row| row.all));
    Ok(Summary {
        period: period(scope),
        projects: scope.projects.iter().map(|(_, project)| project.clone()).collect(),
        registered: Count { count: all_registered, tickets: links.registered(|_| {}) },
        resolved: Count { count: all_resolved, tickets: links.resolved(|_| {}) },
        attention: attention_kept(links, registered.iter().map(|row| row.attention).sum(), attention),
        resolution: resolution_kept(links, registered.iter().map(|row| row.resolution).sum()),
        first_level: share(
            of_resolved(|row| row.at_level_1),
            all_resolved,
            links.resolved(|filter| filter.level = vec![1]),
        ),
        escalated: share(
            of_registered(|row| row.escalated),
            all_registered,
            links.registered(|filter| filter.level = vec![2, 3]),
        ),
        reopened: share(
            of_registered(|row| row.reopened),
            of_registered(|row| row.ever_resolved),
            links.registered(|filter| filter.reopened = Some(true)),
        ),
        rejected: share(
            of_registered(|row| row.rejected),
            all_registered,
            links.registered(|filter| {
                filter.closure = vec![ClosureReason::Rejected, ClosureReason::Redirected];
            }),
        ),
        backlog: unresolved(scope, links, &backlog),
        satisfaction: satisfaction::figures(links, &answers, &resolved),
        volume: volume::figures(
            connection,
            scope,
            links,
            &registered,
            &registered_by_hour,
            services,
            &resolved,
        )?,
    })
}

fn period(scope: &Scope) -> Period {
    Period {
        from: scope.period.from,
        to: scope.period.to,
        starts_at: scope.period.starts_at,
        ends_at: scope.period.ends_at,
        time_zone: ZONE.name().to_owned(),
        taken_at: scope.now,
    }
}

fn share(part: i64, whole: i64, tickets: Option<String>) -> Share {
    Share { count: part, of: whole, percent: percent(part, whole), tickets }
}

fn attention_kept(links: &Links, kept: Kept, attended: Attended) -> Compliance {
    let tickets = |was| links.registered(|filter| filter.attention = Some(was));
    // In tenths of minutes, from seconds.
    let mean_minutes = rounded(attended.seconds, attended.cases.saturating_mul(60), 10);
    Compliance { mean_minutes, ..compliance(kept, tickets) }
}

fn resolution_kept(links: &Links, kept: Kept) -> Compliance {
    compliance(kept, |was| links.registered(|filter| filter.resolution = Some(was)))
}

fn compliance(kept: Kept, tickets: impl Fn(Timeliness) -> Option<String>) -> Compliance {
    let Kept { promised, met, breached } = kept;
    Compliance {
        met: Count { count: met, tickets: tickets(Timeliness::Met) },
        breached: Count { count: breached, tickets: tickets(Timeliness::Breached) },
        running: promised - met - breached,
        percent: percent(met, met + breached),
        mean_minutes: None,
    }
}

fn unresolved(scope: &Scope, links: &Links, backlog: &[Unresolved]) -> Backlog {
    let sum = |part: fn(&Unresolved) -> i64| backlog.iter().map(part).sum::<i64>();
    let by_status = UNRESOLVED.into_iter().map(|status| StatusCount {
        status,
        figure: Count {
            count: backlog.iter().filter(|row| row.status == status).map(|row| row.all).sum(),
            tickets: links.unresolved(|filter| filter.status = vec![status]),
        },
    });
    let from_days = std::iter::once(0).chain(AGES);
    let to_days = AGES.map(Some).into_iter().chain([None]);
    let by_age = from_days.zip(to_days).enumerate().map(|(age, (from_days, to_days))| AgeCount {
        from_days,
        to_days,
        figure: Count {
            count: backlog.iter().filter_map(|row| row.by_age.get(age)).sum(),
            tickets: links.unresolved(|filter| {
                filter.registered_from = to_days.map(|days| scope.days_ago(days));
                filter.registered_to = (from_days > 0).then(|| scope.days_ago(from_days));
            }),
        },
    });
    Backlog {
        total: Count { count: sum(|row| row.all), tickets: links.unresolved(|_| {}) },
        unassigned: Count {
            count: sum(|row| row.unassigned),
            tickets: links.unresolved(|filter| filter.assignee = vec!["none".to_owned()]),
        },
        pending: Count {
            count: sum(|row| row.pending),
            tickets: links.unresolved(|filter| filter.pending = Some(true)),
        },
        by_status: by_status.collect(),
        by_age: by_age.collect(),
    }
}
