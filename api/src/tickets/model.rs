//! The ticket as rules and services know it.

use super::rules::machine::{Situation, Standing};
use super::rules::timers::{Announced, Running, Timers};
use crate::auth::Caller;
use crate::ids::{
    AgreementId, AssetId, AttachmentId, CalendarId, ComponentId, EventId, GroupId, InformationSystemId,
    ProjectId, ProviderId, ServiceId, TicketId, UserId,
};
use chrono::{DateTime, TimeDelta, Utc};
use contract::auth::Role;
use contract::tickets::{
    Action, Change, Channel, ClosureReason, Impact, Kind, PauseReason, Relation, Status, Urgency, Visibility,
};
use serde_json::{Map, Value};

/// How long after a tacit acceptance the survey may still be answered (TC-PD-15 activity 12).
const SURVEY_STAYS_OPEN: TimeDelta = TimeDelta::days(15);

/// A ticket: what rules decide by and lists show, and its [`Details`].
#[derive(Clone, Debug, PartialEq)]
pub struct Ticket<D = Details> {
    /// Its id.
    pub id: TicketId,
    /// Its project.
    pub project: ProjectId,
    /// The number people quote.
    pub number: String,
    /// What it is.
    pub kind: Kind,
    /// Where it came from.
    pub channel: Channel,
    /// The case in one line.
    pub subject: String,
    /// Where it is in the procedure.
    pub status: Status,
    /// What it waits for.
    pub pending: Option<Pending>,
    /// 1 the desk, 2 specialists, 3 providers.
    pub level: u8,
    /// How much is affected.
    pub impact: Impact,
    /// How soon it hurts.
    pub urgency: Urgency,
    /// 1 critical to 5 planning.
    pub priority: u8,
    /// Whose case it is.
    pub requester: UserId,
    /// Who registered it.
    pub registered_by: UserId,
    /// Who is in charge.
    pub assignee: Option<UserId>,
    /// The group in charge.
    pub group: Option<GroupId>,
    /// The provider in charge.
    pub provider: Option<ProviderId>,
    /// The service concerned.
    pub service: Option<ServiceId>,
    /// How it ended.
    pub closure: Option<Closure>,
    /// When it was registered.
    pub registered_at: DateTime<Utc>,
    /// When an agent first opened it.
    pub opened_at: Option<DateTime<Utc>>,
    /// When it was last resolved; none while it is open again.
    pub resolved_at: Option<DateTime<Utc>>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// Rises with every change.
    pub version: i64,
    /// How often the requester refused a solution.
    pub reopen_count: i32,
    /// How often it was resolved.
    pub resolution_count: i32,
    /// Time until an agent opens it.
    pub attention: ClockDue,
    /// Time until it is resolved, where the agreement promises one.
    pub resolution: Option<ClockDue>,
    /// When silence counts as acceptance.
    pub acceptance_due_at: Option<DateTime<Utc>>,
    /// The last resolution that has a survey.
    pub surveyed_resolution: i32,
    /// Whether only those concerned may know of it.
    pub confidential: bool,
    /// The rest, unless it was left out.
    pub details: D,
}

/// A ticket as lists show it, which are many at once.
pub type Listed = Ticket<()>;

/// What is asked of a ticket only when it is opened, or changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Details {
    /// The case in the requester's words.
    pub description: String,
    /// The information system concerned.
    pub information_system: Option<InformationSystemId>,
    /// The component concerned.
    pub component: Option<ComponentId>,
    /// The equipment concerned.
    pub asset: Option<AssetId>,
    /// Answers to the service's form.
    pub fields: Map<String, Value>,
    /// Free labels.
    pub tags: Vec<String>,
    /// The documented solution.
    pub solution: Option<String>,
    /// The agreement it was born under.
    pub agreement: AgreementId,
    /// The calendar revision it was born under.
    pub calendar: CalendarId,
    /// When the requester is next reminded of that.
    pub reminder_at: Option<DateTime<Utc>>,
    /// The requester's last word.
    pub satisfaction: Option<Satisfaction>,
}

/// What a ticket waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pending {
    /// For what.
    pub reason: PauseReason,
    /// Since when.
    pub since: DateTime<Utc>,
    /// When it resumes by itself.
    pub until: Option<DateTime<Utc>>,
}

/// How a ticket ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closure {
    /// Why.
    pub reason: ClosureReason,
    /// In words.
    pub note: Option<String>,
    /// The competent area.
    pub redirected_to: Option<String>,
}

/// The due instants of a clock: a cache of what its events say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockDue {
    /// The agreed service time, in minutes.
    pub target_minutes: u32,
    /// When its warning is due; none while paused.
    pub warn_at: Option<DateTime<Utc>>,
    /// When it runs out; none while paused.
    pub due_at: Option<DateTime<Utc>>,
    /// How far that has been told.
    pub announced: Announced,
}

impl From<ClockDue> for Running {
    fn from(clock: ClockDue) -> Self {
        let ClockDue { target_minutes: _, warn_at, due_at, announced } = clock;
        Self { warn_at, due_at, announced }
    }
}

/// The requester's word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Satisfaction {
    /// Whether the problem was solved.
    pub satisfied: bool,
    /// 1 to 5.
    pub score: Option<u8>,
}

impl<D> Ticket<D> {
    /// What decides which actions fit.
    #[must_use]
    pub fn situation(&self, now: DateTime<Utc>) -> Situation {
        let answered = self.surveyed_resolution >= self.resolution_count;
        let late = self.closed_at.is_some_and(|closed_at| now > closed_at + SURVEY_STAYS_OPEN);
        Situation {
            status: self.status,
            pending: self.pending.is_some(),
            kind: self.kind,
            level: self.level,
            survey_open: !answered && !late,
            closure: self.closure.as_ref().map(|closure| closure.reason),
            confidential: self.confidential,
        }
    }

    /// What a caller is to this ticket. Being a specialist counts where the ticket has come to
    /// them or their group, or they have handed it on: not everywhere in the project, nor where they
    /// only watch.
    #[must_use]
    pub fn standing(&self, caller: &Caller, handed_on: bool) -> Standing {
        let came_to_them = self.assignee == Some(caller.id)
            || self.level >= 2
                && (handed_on || self.group.is_some_and(|group| caller.groups.contains(&group)));
        let mut roles = caller.roles_in(self.project);
        roles.retain(|role| *role != Role::Specialist || came_to_them);
        let theirs = caller.provider.is_some() && self.provider == caller.provider;
        let in_person = caller.impersonator.is_none();
        Standing::Person { roles, own: self.requester == caller.id, theirs, in_person }
    }
}

impl Ticket {
    /// Everything that time alone can bring about.
    #[must_use]
    pub fn timers(&self) -> Timers {
        let unopened = self.opened_at.is_none();
        let unresolved = self.resolved_at.is_none();
        Timers {
            status: self.status,
            attention: unopened.then(|| self.attention.into()),
            resolution: self.resolution.filter(|_| unresolved).map(Running::from),
            acceptance_due_at: self.acceptance_due_at,
            reminder_at: self.details.reminder_at,
            pending_until: self.pending.and_then(|pending| pending.until),
        }
    }

    /// What full text finds it by.
    #[must_use]
    pub fn searchable(&self) -> [&str; 4] {
        [
            &self.number,
            &self.subject,
            &self.details.description,
            self.details.solution.as_deref().unwrap_or(""),
        ]
    }
}

/// One entry of the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its id.
    pub id: EventId,
    /// The ticket it happened to.
    pub ticket: TicketId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who; nobody when the system did it.
    pub actor: Option<UserId>,
    /// What.
    pub action: Action,
    /// The procedure's activity.
    pub activity: Option<u8>,
    /// From where.
    pub channel: Channel,
    /// The client's address.
    pub address: Option<String>,
    /// Who may read it.
    pub visibility: Visibility,
    /// In words.
    pub note: Option<String>,
    /// What changed.
    pub changes: Vec<Change>,
    /// What else there is to know.
    pub details: Map<String, Value>,
    /// The provider who may read it although it is internal.
    pub shared_with: Option<ProviderId>,
    /// The administrator who acted in the actor's place.
    pub impersonator: Option<UserId>,
    /// What a mail quoted of earlier ones, and its signature.
    pub quoted: Option<String>,
}

/// Which entries of a timeline somebody reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Eyes {
    /// All of them: the desk.
    Desk,
    /// What is public, and what is shared with their company while the case is in its charge.
    Provider(ProviderId),
    /// What is public.
    Public,
}

impl Eyes {
    /// Whether they read what is internal.
    #[must_use]
    pub fn internal(self) -> bool {
        self == Self::Desk
    }
}

/// A file of a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its id, and its name in the file store.
    pub id: AttachmentId,
    /// The ticket it belongs to.
    pub ticket: TicketId,
    /// The name it was sent under, made safe.
    pub file_name: String,
    /// Its type, as its bytes tell.
    pub media_type: String,
    /// Its size, in bytes.
    pub size_bytes: i64,
    /// In hexadecimal.
    pub sha256: String,
    /// Who may see it.
    pub visibility: Visibility,
    /// Who sent it.
    pub uploaded_by: UserId,
    /// When.
    pub uploaded_at: DateTime<Utc>,
}

/// A ticket that belongs with another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// How.
    pub relation: Relation,
    /// The other's id.
    pub ticket: TicketId,
    /// The other's number.
    pub number: String,
}
