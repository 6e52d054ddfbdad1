//! Does what the stories tell, with the use cases that requests go through.

use super::past::Past;
use super::story::{About, Deed, Step, Story};
use crate::auth::{self, Caller};
use crate::db::DbConnection;
use crate::db::schema::tickets;
use crate::db::types::Instant;
use crate::demo::people::People;
use crate::error::{Error, Result};
use crate::http::Work;
use crate::ids::TicketId;
use crate::tickets::service;
use chrono::{DateTime, TimeDelta, Utc};
use contract::reference::Reference;
use contract::tickets::{
    AcceptTicket, AddComment, AnswerSurvey, AssignTicket, CancelTicket, ClassifyTicket, CloseTicket,
    DiagnoseTicket, EscalateTicket, MergeTicket, PauseReason, PauseTicket, RecordWork, RegisterTicket,
    RejectTicket, ResolveTicket, VerifyTicket, Visibility,
};
use diesel::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// How often the scheduler looks.
const TICK: TimeDelta = TimeDelta::minutes(1);

/// The desk at work.
pub(super) struct Desk<'a> {
    connection: &'a mut DbConnection,
    callers: HashMap<&'static str, Arc<Caller>>,
    /// The tickets' numbers by the names of their stories.
    numbers: HashMap<&'static str, Reference>,
}

impl<'a> Desk<'a> {
    /// A desk of these people.
    pub(super) fn of(connection: &'a mut DbConnection, people: &People) -> Result<Self> {
        let mut callers = HashMap::new();
        for (username, id) in people {
            callers.insert(*username, Arc::new(auth::caller_by_id(connection, *id)?));
        }
        Ok(Self { connection, callers, numbers: HashMap::new() })
    }

    /// What the scheduler would have done until an instant, when it would have done it.
    pub(super) fn let_time_pass(&mut self, until: DateTime<Utc>) -> Result<()> {
        while let Some((ticket, due_at)) = self.next_timer(until)? {
            service::timers::run(self.connection, ticket, until.min(due_at + TICK))?;
        }
        Ok(())
    }

    /// Registers a story's case.
    pub(super) fn register(&mut self, story: &Story, at: DateTime<Utc>) -> Result<()> {
        let (kind, channel, (impact, urgency)) = story.case;
        let mut body = RegisterTicket {
            project: None,
            kind,
            subject: story.subject.to_owned(),
            description: story.description.to_owned(),
            service: None,
            information_system: None,
            component: None,
            asset: None,
            impact: Some(impact),
            urgency: Some(urgency),
            channel: Some(channel),
            requester: Some(story.requester.into()),
            fields: serde_json::Map::new(),
            tags: story.tags.iter().copied().map(str::to_owned).collect(),
            follow_up_of: story.follows.map(|name| self.number(name)).transpose()?,
            confidential: false,
        };
        for about in story.about {
            match *about {
                About::Service(key) => body.service = Some(key.into()),
                About::System(key) => body.information_system = Some(key.into()),
                About::Component(key) => body.component = Some(key.into()),
                About::Asset(tag) => body.asset = Some(tag.into()),
            }
        }
        let answer = service::register(&mut self.work(story.by.unwrap_or(story.requester), at)?, body);
        let answer = answer.inspect_err(|error| log::error!("demo: {}: {error}", story.name))?;
        let number = answer.location().and_then(|path| path.rsplit('/').next());
        let number = number.ok_or_else(|| Error::internal("a registration has no location"))?;
        self.numbers.insert(story.name, number.into());
        Ok(())
    }

    /// Does a step of a story.
    pub(super) fn act(&mut self, story: &Story, step: &Step, past: &Past, at: DateTime<Utc>) -> Result<()> {
        let (_, who, deed) = *step;
        let done = match deed {
            Deed::PauseFor(minutes, reason, note) => {
                let until = past.after(at, minutes)?;
                self.pause(story, who, at, (reason, note, Some(until)))
            }
            Deed::Pause(reason, note) => self.pause(story, who, at, (reason, note, None)),
            Deed::Merge(into) => {
                let (ticket, into) = (self.number(story.name)?, self.number(into)?);
                service::merge(&mut self.work(who, at)?, &ticket, &MergeTicket { into }).map(drop)
            }
            other => {
                let ticket = self.number(story.name)?;
                act(&mut self.work(who, at)?, &ticket, other)
            }
        };
        done.inspect_err(|error| log::error!("demo: {}: {who}: {deed:?}: {error}", story.name))
    }

    fn pause(
        &mut self,
        story: &Story,
        who: &str,
        at: DateTime<Utc>,
        (reason, note, until): (PauseReason, &str, Option<DateTime<Utc>>),
    ) -> Result<()> {
        let ticket = self.number(story.name)?;
        let body = PauseTicket { reason, note: Some(note.to_owned()), until };
        service::pause(&mut self.work(who, at)?, &ticket, body).map(drop)
    }

    fn work(&mut self, who: &str, at: DateTime<Utc>) -> Result<Work<'_>> {
        let caller = self.callers.get(who).ok_or_else(|| Error::internal(format!("nobody is {who}")))?;
        Ok(Work::in_the_name_of(self.connection, Arc::clone(caller), at))
    }

    fn number(&self, name: &str) -> Result<Reference> {
        let number = self.numbers.get(name).cloned();
        number.ok_or_else(|| Error::internal(format!("the story {name} has not begun")))
    }

    /// The first ticket that time has something in store for before an instant, and when.
    fn next_timer(&mut self, before: DateTime<Utc>) -> Result<Option<(TicketId, DateTime<Utc>)>> {
        let found = tickets::table
            .filter(tickets::timer_at.lt(Instant::from(before)))
            .order(tickets::timer_at)
            .select((tickets::id, tickets::timer_at))
            .first::<(TicketId, Option<Instant>)>(self.connection)
            .optional()?;
        Ok(found.and_then(|(id, timer_at)| Some((id, timer_at?.utc()))))
    }
}

/// The deeds that concern one ticket and no other time than theirs.
fn act(work: &mut Work<'_>, ticket: &Reference, deed: Deed) -> Result<()> {
    let some = |text: &str| Some(text.to_owned());
    let done = match deed {
        Deed::Open => service::open(work, ticket),
        Deed::Accept => service::accept(work, ticket, AcceptTicket::default()),
        Deed::Reject(why) => {
            service::reject(work, ticket, RejectTicket { reason: why.to_owned(), redirect_to: None })
        }
        Deed::Redirect(area, why) => {
            service::reject(work, ticket, RejectTicket { reason: why.to_owned(), redirect_to: some(area) })
        }
        Deed::Classify((impact, urgency)) => {
            let body =
                ClassifyTicket { impact: Some(impact), urgency: Some(urgency), ..ClassifyTicket::default() };
            service::classify(work, ticket, body)
        }
        Deed::Escalate(group, why) => {
            let (reason, group) = (why.to_owned(), Some(group.into()));
            service::escalate(work, ticket, EscalateTicket { reason, group, assignee: None, provider: None })
        }
        Deed::Assign(person) => {
            let body = AssignTicket { assignee: Some(person.into()), ..AssignTicket::default() };
            service::assign(work, ticket, body)
        }
        Deed::Diagnose(cause, analysis, planned) => {
            let (cause, analysis, planned_actions) = (cause.to_owned(), analysis.to_owned(), some(planned));
            service::diagnose(work, ticket, DiagnoseTicket { cause, analysis, planned_actions })
        }
        Deed::Work(minutes, done) => {
            service::work(work, ticket, RecordWork { description: done.to_owned(), minutes })
        }
        Deed::Resume => service::resume(work, ticket),
        Deed::Effective => service::verify(work, ticket, VerifyTicket { effective: true, note: None }),
        Deed::NotEffective(why) => {
            service::verify(work, ticket, VerifyTicket { effective: false, note: some(why) })
        }
        Deed::Resolve(solution) => {
            service::resolve(work, ticket, ResolveTicket { solution: solution.to_owned() })
        }
        Deed::Satisfied(score, comment) => service::survey(work, ticket, &survey(true, score, comment)),
        Deed::NotSolved(score, comment) => service::survey(work, ticket, &survey(false, score, comment)),
        Deed::Cancel(why) => service::cancel(work, ticket, CancelTicket { note: some(why) }),
        Deed::Close(reason, why) => {
            service::close(work, ticket, CloseTicket { reason, note: why.to_owned() })
        }
        Deed::Say(text) => return say(work, ticket, text, Visibility::Public),
        Deed::Note(text) => return say(work, ticket, text, Visibility::Internal),
        Deed::Pause(..) | Deed::PauseFor(..) | Deed::Merge(..) => {
            return Err(Error::internal("this deed needs more than its ticket"));
        }
    };
    done.map(drop)
}

fn say(work: &mut Work<'_>, ticket: &Reference, text: &str, visibility: Visibility) -> Result<()> {
    let body =
        AddComment { body: text.to_owned(), visibility: Some(visibility), shared_with_provider: false };
    service::comment(work, ticket, body).map(drop)
}

fn survey(satisfied: bool, score: u8, comment: &str) -> AnswerSurvey {
    let comment = Some(comment.to_owned()).filter(|comment| !comment.is_empty());
    AnswerSurvey { satisfied, score: Some(score), answers: BTreeMap::new(), comment }
}
