//! What a report of alerts means for the incident that they belong to.
//!
//! Alerts of one group are one incident while that is open. What the timeline has said is not said again:
//! repetitions are counted, and an alert that comes and goes within the source's window is as good as one
//! that has not changed. Nothing here ends an incident: that is the procedure's (TC-PD-15 §6).

use chrono::{DateTime, TimeDelta, Utc};
use contract::inbound::AlertState;
use contract::tickets::Status;

/// What a monitoring system says of an alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Signal {
    /// It is going on.
    Firing,
    /// It is over.
    Resolved,
    /// Something else about it has changed, such as who has seen it.
    Updated,
}

/// What the timeline of the present incident has said of an alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Noted {
    /// That it goes on, or that it is over.
    pub(crate) state: AlertState,
    /// When.
    pub(crate) at: DateTime<Utc>,
}

/// What a signal is to those who read the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum News {
    /// It goes on, which nobody knew.
    Fires,
    /// It goes on again.
    FiresAgain,
    /// It is over.
    Recovers,
    /// What they know already, or would know again in a moment.
    Nothing,
}

/// The incident that a group's alerts were last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Incident {
    /// Where it is.
    pub(crate) status: Status,
    /// When it was resolved or closed, if it is.
    pub(crate) ended_at: Option<DateTime<Utc>>,
}

/// Where alerts belong that are firing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// To the incident there is.
    Present,
    /// To a new one, which goes on where the last has ended.
    Following,
    /// To a new one.
    New,
}

/// Where alerts of a group belong that are firing, given the incident that they were last.
#[must_use]
pub(crate) fn place(last: Option<Incident>, window: TimeDelta, now: DateTime<Utc>) -> Place {
    let Some(Incident { status, ended_at }) = last else { return Place::New };
    match status {
        Status::Registered | Status::InAttention | Status::InAnalysis | Status::InProgress => Place::Present,
        Status::Resolved if ended_at.is_some_and(|ended_at| now - ended_at < window) => Place::Present,
        Status::Resolved | Status::Closed => Place::Following,
    }
}

/// What a signal is to those who read a timeline that has said `noted`, or nothing, of the alert.
#[must_use]
pub(crate) fn news(signal: Signal, noted: Option<Noted>, window: TimeDelta, now: DateTime<Utc>) -> News {
    match (signal, noted.map(|noted| noted.state)) {
        (Signal::Firing, None) => News::Fires,
        (Signal::Firing, Some(AlertState::Resolved)) => {
            let lately = noted.is_some_and(|noted| now - noted.at < window);
            if lately { News::Nothing } else { News::FiresAgain }
        }
        (Signal::Resolved, Some(AlertState::Firing)) => News::Recovers,
        (Signal::Firing, Some(AlertState::Firing))
        | (Signal::Resolved, None | Some(AlertState::Resolved))
        | (Signal::Updated, _) => News::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: TimeDelta = TimeDelta::minutes(15);

    fn at(minute: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::minutes(minute)
    }

    #[test]
    fn firing_alerts_join_what_is_open_and_follow_what_is_over() {
        let last = |status, ended: Option<i64>| Some(Incident { status, ended_at: ended.map(at) });
        for (last, minute, wanted) in [
            (None, 0, Place::New),
            (last(Status::Registered, None), 100_000, Place::Present),
            (last(Status::InAttention, None), 0, Place::Present),
            (last(Status::InAnalysis, None), 0, Place::Present),
            (last(Status::InProgress, None), 0, Place::Present),
            (last(Status::Resolved, Some(0)), 14, Place::Present),
            (last(Status::Resolved, Some(0)), 15, Place::Following),
            (last(Status::Closed, Some(0)), 1, Place::Following),
        ] {
            assert_eq!(place(last, WINDOW, at(minute)), wanted, "{last:?} {minute}");
        }
        let resolved = last(Status::Resolved, Some(0));
        assert_eq!(place(resolved, TimeDelta::zero(), at(0)), Place::Following, "no window, no patience");
    }

    #[test]
    fn what_the_timeline_has_said_is_not_said_again() {
        let noted = |state, minute| Some(Noted { state, at: at(minute) });
        let (firing, resolved) = (AlertState::Firing, AlertState::Resolved);
        for (signal, noted, minute, wanted) in [
            (Signal::Firing, None, 0, News::Fires),
            (Signal::Firing, noted(firing, 0), 500, News::Nothing),
            (Signal::Firing, noted(resolved, 0), 14, News::Nothing),
            (Signal::Firing, noted(resolved, 0), 15, News::FiresAgain),
            (Signal::Resolved, None, 0, News::Nothing),
            (Signal::Resolved, noted(firing, 0), 0, News::Recovers),
            (Signal::Resolved, noted(resolved, 0), 500, News::Nothing),
            (Signal::Updated, None, 0, News::Nothing),
            (Signal::Updated, noted(firing, 0), 0, News::Nothing),
            (Signal::Updated, noted(resolved, 0), 500, News::Nothing),
        ] {
            assert_eq!(news(signal, noted, WINDOW, at(minute)), wanted, "{signal:?} {noted:?} {minute}");
        }
    }
}
