//! The words in which stories are told. All of them are constants, so a story reads as a table.

use contract::tickets::{Channel, CloseReason, Impact, Kind, PauseReason, Urgency};

/// What happened to one case, from its registration on.
#[derive(Clone, Copy, Debug)]
pub(in crate::demo) struct Story {
    /// What other stories call it.
    pub(super) name: &'static str,
    /// How long ago it was registered: see [`ago`].
    pub(in crate::demo) ago: u32,
    /// What it is, where it came from, and whom it hurts.
    pub(super) case: (Kind, Channel, Hurt),
    /// The user name of whose case it is.
    pub(super) requester: &'static str,
    /// The user name of the agent who registered it, when not the requester.
    pub(super) by: Option<&'static str>,
    /// What of the catalogues it concerns.
    pub(super) about: &'static [About],
    /// The case in one line.
    pub(super) subject: &'static str,
    /// The case in the requester's words.
    pub(super) description: &'static str,
    /// Free labels.
    pub(super) tags: &'static [&'static str],
    /// The closed case that this one takes up again.
    pub(super) follows: Option<&'static str>,
    /// What was done.
    pub(super) steps: &'static [Step],
}

/// What is left out of a story.
pub(super) const STORY: Story = Story {
    name: "",
    ago: 0,
    case: (Kind::Incident, Channel::Portal, MM),
    requester: "requester",
    by: None,
    about: &[],
    subject: "",
    description: "",
    tags: &[],
    follows: None,
    steps: &[],
};

/// How long ago: whole days of service and minutes of service time. A day of service is 7:30 to
/// 17:00.
pub(super) const fn ago(days: u32, minutes: u32) -> u32 {
    days * 570 + minutes
}

/// When, by whom (user name), what.
pub(super) type Step = (When, &'static str, Deed);

/// When a step was done.
#[derive(Clone, Copy, Debug)]
pub(super) enum When {
    /// So many minutes of service time after the step before.
    After(u32),
    /// So many minutes after the step before by any clock: requesters answer at night, too.
    Wall(u32),
    /// So many minutes of service time before now, or if that is days ago, minutes by any clock.
    Lately(u32),
}

/// Impact and urgency.
pub(super) type Hurt = (Impact, Urgency);

pub(super) const HH: Hurt = (Impact::High, Urgency::High);
pub(super) const HM: Hurt = (Impact::High, Urgency::Medium);
pub(super) const HL: Hurt = (Impact::High, Urgency::Low);
pub(super) const MH: Hurt = (Impact::Medium, Urgency::High);
pub(super) const MM: Hurt = (Impact::Medium, Urgency::Medium);
pub(super) const ML: Hurt = (Impact::Medium, Urgency::Low);
pub(super) const LH: Hurt = (Impact::Low, Urgency::High);
pub(super) const LM: Hurt = (Impact::Low, Urgency::Medium);
pub(super) const LL: Hurt = (Impact::Low, Urgency::Low);

/// Something of the catalogues, by key or tag.
#[derive(Clone, Copy, Debug)]
pub(super) enum About {
    Service(&'static str),
    System(&'static str),
    Component(&'static str),
    Asset(&'static str),
}

/// What somebody did: a use case and what it takes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Deed {
    Open,
    Accept,
    /// Why.
    Reject(&'static str),
    /// The competent area, and why.
    Redirect(&'static str, &'static str),
    Classify(Hurt),
    /// The group, and why.
    Escalate(&'static str, &'static str),
    /// The user name.
    Assign(&'static str),
    /// Cause, analysis, planned actions.
    Diagnose(&'static str, &'static str, &'static str),
    /// Minutes, and what was done.
    Work(u32, &'static str),
    Pause(PauseReason, &'static str),
    /// For so many minutes of service time, then by itself.
    PauseFor(u32, PauseReason, &'static str),
    Resume,
    Effective,
    /// What is still wrong.
    NotEffective(&'static str),
    /// What solved it.
    Resolve(&'static str),
    /// Score and comment.
    Satisfied(u8, &'static str),
    /// Score, and what is still wrong.
    NotSolved(u8, &'static str),
    Cancel(&'static str),
    Close(CloseReason, &'static str),
    /// The story of the survivor.
    Merge(&'static str),
    /// A public comment.
    Say(&'static str),
    /// A comment for the desk's eyes.
    Note(&'static str),
}
