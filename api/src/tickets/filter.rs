//! A list's filter with its names resolved to ids.

use crate::auth::Caller;
use crate::auth::permissions::{Permission, ReadPeople};
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::ids::{GroupId, ProjectId, ServiceId, UserId};
use crate::{catalog, people, projects};
use chrono::{DateTime, Utc};
use contract::reference::Reference;
use contract::tickets::{Channel, ClosureReason, Kind, SlaFilter, Status, TicketFilter, Timeliness};

/// Which tickets a list shows. Empty lists of alternatives set no condition.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Filter {
    pub(super) projects: Vec<ProjectId>,
    pub(super) statuses: Vec<Status>,
    pub(super) open: Option<bool>,
    pub(super) pending: Option<bool>,
    pub(super) kinds: Vec<Kind>,
    pub(super) levels: Vec<i32>,
    pub(super) assignees: Anybody<UserId>,
    pub(super) groups: Anybody<GroupId>,
    pub(super) requesters: Vec<UserId>,
    pub(super) priorities: Vec<i32>,
    pub(super) channels: Vec<Channel>,
    pub(super) services: Vec<ServiceId>,
    pub(super) sla: Option<SlaFilter>,
    pub(super) registered: Registered,
    pub(super) outcomes: Outcomes,
    pub(super) words: Option<String>,
}

/// When a case was registered.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Registered {
    pub(super) from: Option<DateTime<Utc>>,
    pub(super) to: Option<DateTime<Utc>>,
    /// Of the day in Bogotá, 0 to 23.
    pub(super) hour: Option<u8>,
    /// In Bogotá, 1 Monday to 7 Sunday.
    pub(super) weekday: Option<u8>,
}

/// How a case went.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Outcomes {
    pub(super) attention: Option<Timeliness>,
    pub(super) resolution: Option<Timeliness>,
    pub(super) reopened: Option<bool>,
    pub(super) closures: Vec<ClosureReason>,
    pub(super) resolved_from: Option<DateTime<Utc>>,
    pub(super) resolved_to: Option<DateTime<Utc>>,
    pub(super) last_answered: Option<bool>,
    pub(super) surveyed: Surveyed,
}

/// What one of its surveys says; no condition when nothing is asked.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Surveyed {
    pub(super) satisfied: Option<bool>,
    pub(super) scores: Vec<i32>,
    pub(super) answer: Option<Answered>,
    pub(super) from: Option<DateTime<Utc>>,
    pub(super) to: Option<DateTime<Utc>>,
}

/// What a survey says to one question.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Answered {
    /// Its key.
    pub(super) question: String,
    /// 1 to 5; any when none is asked for.
    pub(super) score: Option<i32>,
}

/// Alternatives of which one may be "nobody".
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Anybody<Id> {
    pub(super) any_of: Vec<Id>,
    pub(super) or_nobody: bool,
}

impl<Id> Default for Anybody<Id> {
    fn default() -> Self {
        Self { any_of: Vec::new(), or_nobody: false }
    }
}

impl<Id> Anybody<Id> {
    /// Whether it sets no condition.
    pub(super) fn is_empty(&self) -> bool {
        self.any_of.is_empty() && !self.or_nobody
    }
}

/// Resolves the names in a filter. A name that stands for nothing is an error, not an empty list.
pub(super) fn resolve(connection: &mut DbConnection, caller: &Caller, asked: TicketFilter) -> Result<Filter> {
    let mine: Vec<ProjectId> = caller.projects_as(contract::auth::Role::ALL);
    let unknown = |field: &str| Error::field(field, "unknown_reference");
    let mut filter = Filter {
        statuses: asked.status,
        open: asked.open,
        pending: asked.pending,
        kinds: asked.kind,
        levels: asked.level.into_iter().map(i32::from).collect(),
        priorities: asked.priority.into_iter().map(i32::from).collect(),
        channels: asked.channel,
        sla: asked.sla,
        registered: Registered {
            from: asked.registered_from,
            to: asked.registered_to,
            hour: asked.registered_hour,
            weekday: asked.registered_weekday,
        },
        outcomes: Outcomes {
            attention: asked.attention,
            resolution: asked.resolution,
            reopened: asked.reopened,
            closures: asked.closure,
            resolved_from: asked.resolved_from,
            resolved_to: asked.resolved_to,
            last_answered: asked.surveyed,
            surveyed: Surveyed {
                satisfied: asked.satisfied,
                scores: asked.score.into_iter().map(i32::from).collect(),
                answer: asked.answer.as_deref().map(answered),
                from: asked.surveyed_from,
                to: asked.surveyed_to,
            },
        },
        words: asked.q.filter(|words| !words.trim().is_empty()),
        ..Filter::default()
    };
    for name in asked.project {
        let project = projects::find(connection, &Reference(name))?
            .filter(|project| mine.contains(&project.id))
            .ok_or_else(|| unknown("project"))?;
        filter.projects.push(project.id);
    }
    // Groups and services are called by keys that other projects may have, too.
    let among = if filter.projects.is_empty() { mine } else { filter.projects.clone() };
    for name in asked.assignee {
        match name.as_str() {
            "none" => filter.assignees.or_nobody = true,
            _ => filter.assignees.any_of.push(person(connection, caller, name, "assignee")?),
        }
    }
    for name in asked.requester {
        filter.requesters.push(person(connection, caller, name, "requester")?);
    }
    for name in asked.group {
        match name.as_str() {
            "none" => filter.groups.or_nobody = true,
            // Somebody without groups has no tickets in them: an id that is nobody's.
            "mine" if caller.groups.is_empty() => filter.groups.any_of.push(GroupId(uuid::Uuid::nil())),
            "mine" => filter.groups.any_of.extend(&caller.groups),
            _ => {
                let found = in_each(&among, "group", |project| {
                    people::find_group(connection, project, &Reference(name.clone()))
                })?;
                filter.groups.any_of.extend(found.into_iter().map(|group| group.id));
            }
        }
    }
    for name in asked.service {
        let find = |project| catalog::find_service(connection, project, &Reference(name.clone()));
        filter.services.extend(in_each(&among, "service", find)?);
    }
    Ok(filter)
}

fn answered(answer: &str) -> Answered {
    let (question, score) = answer.split_once(':').unwrap_or((answer, ""));
    Answered { question: question.to_owned(), score: score.parse().ok() }
}

fn person(connection: &mut DbConnection, caller: &Caller, name: String, field: &str) -> Result<UserId> {
    if name == "me" {
        return Ok(caller.id);
    }
    // Whoever may not search people does not learn by a filter which user names there are; an id says
    // nothing that they did not know.
    if Reference(name.clone()).id().is_none() && !caller.is_any(ReadPeople::ROLES) {
        return Err(Error::field(field, "unknown_reference"));
    }
    // What is listed is what the caller may see.
    let found = people::find_anybody(connection, &Reference(name))?;
    found.ok_or_else(|| Error::field(field, "unknown_reference"))
}

fn in_each<T>(
    projects: &[ProjectId],
    field: &str,
    mut find: impl FnMut(ProjectId) -> Result<Option<T>>,
) -> Result<Vec<T>> {
    let mut found = Vec::new();
    for project in projects {
        found.extend(find(*project)?);
    }
    if found.is_empty() { Err(Error::field(field, "unknown_reference")) } else { Ok(found) }
}
