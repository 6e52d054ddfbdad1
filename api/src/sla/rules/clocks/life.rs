//! The life of a clock: its marks as spans in which it ran, was paused or stood still.

use chrono::{DateTime, TimeDelta, Utc};

use super::Mark;
use crate::sla::rules::service_hours::ServiceHours;

/// What a clock did from its start to its stop or now.
pub(super) struct Life {
    /// Spans in order and without gaps, some perhaps empty.
    pub(super) spans: Vec<Span>,
    /// What the clock is doing in the end.
    pub(super) phase: Phase,
    /// How far its life has been read; in the end, the stop or now.
    pub(super) until: DateTime<Utc>,
}

/// A stretch of a clock's life: from `from` to just before `until`.
pub(super) struct Span {
    pub(super) from: DateTime<Utc>,
    pub(super) until: DateTime<Utc>,
    pub(super) phase: Phase,
}

/// What a clock is doing.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Phase {
    Unstarted,
    Running,
    Paused { reason: String, by: Option<String> },
    Stopped,
}

impl Life {
    /// Reads the marks up to `now`.
    pub(super) fn read(marks: &[Mark], now: DateTime<Utc>) -> Self {
        let mut life = Self { spans: Vec::new(), phase: Phase::Unstarted, until: DateTime::<Utc>::MIN_UTC };
        for mark in marks.iter().take_while(|mark| mark.at() <= now) {
            life.take(mark);
        }
        if life.phase != Phase::Stopped {
            life.enter(life.phase.clone(), now);
        }
        life
    }

    /// When the clock stopped, if it stands still in the end.
    pub(super) fn stopped_at(&self) -> Option<DateTime<Utc>> {
        (self.phase == Phase::Stopped).then_some(self.until)
    }

    /// The service time in which the clock ran.
    pub(super) fn service(&self, hours: &ServiceHours) -> TimeDelta {
        self.runs().map(|run| hours.elapsed(run.from, run.until)).sum()
    }

    /// When the clock has, or will have, run for an amount of service time. The instant lies in
    /// the run that reaches it, or ahead of the last one; there is none ahead of a pause.
    pub(super) fn used_up_at(&self, hours: &ServiceHours, service: TimeDelta) -> Option<DateTime<Utc>> {
        let mut left = service;
        let mut used_up_at = None;
        for run in self.runs() {
            used_up_at = hours.due_after(run.from, left);
            if used_up_at.is_some_and(|instant| instant < run.until) {
                return used_up_at;
            }
            left -= hours.elapsed(run.from, run.until);
        }
        used_up_at.filter(|_| !matches!(self.phase, Phase::Paused { .. }))
    }

    /// Whether an instant of [`used_up_at`](Self::used_up_at) lies behind.
    pub(super) fn has_passed(&self, instant: Option<DateTime<Utc>>) -> bool {
        instant.is_some_and(|instant| instant < self.until)
    }

    fn runs(&self) -> impl Iterator<Item = &Span> {
        self.spans.iter().filter(|span| span.phase == Phase::Running)
    }

    fn take(&mut self, mark: &Mark) {
        let at = mark.at().max(self.until);
        match (&self.phase, mark) {
            (Phase::Unstarted, Mark::Started(_))
            | (Phase::Paused { .. }, Mark::Resumed(_))
            | (Phase::Stopped, Mark::Restarted(_)) => self.enter(Phase::Running, at),
            (Phase::Running | Phase::Paused { .. }, Mark::Paused { reason, by, .. }) => {
                let (reason, by) = (reason.clone(), by.clone());
                self.enter(Phase::Paused { reason, by }, at);
            }
            (Phase::Running, Mark::Stopped(_)) => self.enter(Phase::Stopped, at),
            (Phase::Paused { .. }, Mark::Stopped(_)) => {
                // As if resumed for no time at all: what remained is due from there.
                self.enter(Phase::Running, at);
                self.enter(Phase::Stopped, at);
            }
            // Whatever else comes makes no sense where it stands, and changes nothing.
            _ => {}
        }
    }

    /// Ends the current span at `at` and begins another.
    fn enter(&mut self, phase: Phase, at: DateTime<Utc>) {
        let ended = std::mem::replace(&mut self.phase, phase);
        if ended != Phase::Unstarted {
            self.spans.push(Span { from: self.until, until: at, phase: ended });
        }
        self.until = at;
    }
}
