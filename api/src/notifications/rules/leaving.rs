//! When a letter leaves: at once, in service hours, or gathered with others (Ley 2191 de 2022, the right to
//! disconnect, and what each person has chosen).

use chrono::{DateTime, Datelike, Days, NaiveTime, TimeDelta, TimeZone, Timelike, Utc};
use chrono_tz::America::Bogota;
use contract::notifications::{Digest, NoticeKind};

/// Priorities whose letters reach whoever is on call at once.
const URGENT: u8 = 2;

/// Whether a case of this priority cannot wait for service hours.
#[must_use]
pub const fn is_urgent(priority: u8) -> bool {
    priority <= URGENT
}

/// What decides when a letter leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letter {
    /// What it tells.
    pub kind: NoticeKind,
    /// Whether it is work to whoever gets it.
    pub work: bool,
    /// Whether they are on call, and it is outside service hours.
    pub on_call: bool,
    /// The case's priority.
    pub priority: u8,
    /// What they have chosen.
    pub digest: Digest,
}

/// When a letter leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaving {
    /// Now.
    AtOnce,
    /// Now, although it is work and outside service hours: they are on call. It is put on record.
    OnCall,
    /// In service hours: now, or when they next begin.
    InServiceHours,
    /// With others, when the person's period ends; work then waits for service hours.
    Gathered,
}

/// The rule.
#[must_use]
pub fn leaving(letter: Letter) -> Leaving {
    let Letter { kind, work, on_call, priority, digest } = letter;
    if work && on_call && (is_urgent(priority) || kind == NoticeKind::Breached) {
        Leaving::OnCall
    } else if digest != Digest::AtOnce && is_gathered(kind) {
        Leaving::Gathered
    } else if work {
        Leaving::InServiceHours
    } else {
        Leaving::AtOnce
    }
}

/// Whether a summary may gather letters of a kind: not those that want an answer or something done, nor the
/// confirmation with the number.
#[must_use]
pub const fn is_gathered(kind: NoticeKind) -> bool {
    match kind {
        NoticeKind::Opened
        | NoticeKind::Escalated
        | NoticeKind::Commented
        | NoticeKind::Accepted
        | NoticeKind::AutoAccepted
        | NoticeKind::Closed
        | NoticeKind::Progressed => true,
        NoticeKind::Registered
        | NoticeKind::Rejected
        | NoticeKind::Assigned
        | NoticeKind::Paused
        | NoticeKind::Resolved
        | NoticeKind::Reopened
        | NoticeKind::Warned
        | NoticeKind::Breached
        | NoticeKind::AcceptanceReminder
        | NoticeKind::Major => false,
    }
}

/// The end of the period in which an instant lies: the next full hour, or the next time it is `hour` in Bogotá,
/// which has known no clock changes since 1993.
#[must_use]
pub fn period_end(digest: Digest, hour: u8, now: DateTime<Utc>) -> DateTime<Utc> {
    let local = now.with_timezone(&Bogota);
    let end = match digest {
        Digest::AtOnce => return now,
        Digest::Hourly => {
            let into = i64::from(local.minute()) * 60 + i64::from(local.second());
            let whole = now - TimeDelta::seconds(into) - TimeDelta::nanoseconds(local.nanosecond().into());
            return whole + TimeDelta::hours(1);
        }
        Digest::Daily => {
            let time = NaiveTime::from_hms_opt(hour.into(), 0, 0).unwrap_or(NaiveTime::MIN);
            let today = local.date_naive();
            let day = if local.time() < time { today } else { today + Days::new(1) };
            Bogota.with_ymd_and_hms(day.year(), day.month(), day.day(), time.hour(), 0, 0).earliest()
        }
    };
    end.map_or(now, |end| end.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORK: Letter = Letter {
        kind: NoticeKind::Assigned,
        work: true,
        on_call: false,
        priority: 3,
        digest: Digest::AtOnce,
    };

    #[test]
    fn work_waits_for_service_hours_but_for_whoever_is_on_call() {
        assert_eq!(leaving(WORK), Leaving::InServiceHours);
        assert_eq!(leaving(Letter { priority: 1, ..WORK }), Leaving::InServiceHours);
        let on_call = Letter { on_call: true, ..WORK };
        assert_eq!(leaving(on_call), Leaving::InServiceHours, "not of everything");
        for priority in 1..=2 {
            assert_eq!(leaving(Letter { priority, ..on_call }), Leaving::OnCall);
        }
        assert_eq!(leaving(Letter { kind: NoticeKind::Breached, priority: 5, ..on_call }), Leaving::OnCall);
        assert_eq!(leaving(Letter { work: false, priority: 1, ..on_call }), Leaving::AtOnce);
    }

    #[test]
    fn what_wants_an_answer_is_never_delayed_and_the_rest_as_people_wish() {
        for digest in [Digest::Hourly, Digest::Daily] {
            let own = Letter { work: false, digest, ..WORK };
            for kind in [NoticeKind::Resolved, NoticeKind::AcceptanceReminder, NoticeKind::Registered] {
                assert_eq!(leaving(Letter { kind, ..own }), Leaving::AtOnce, "{kind}");
            }
            assert_eq!(leaving(Letter { kind: NoticeKind::Commented, ..own }), Leaving::Gathered);
            let urgent = Letter { kind: NoticeKind::Commented, on_call: true, priority: 1, digest, ..WORK };
            assert_eq!(leaving(urgent), Leaving::OnCall);
        }
        let comment = Letter { kind: NoticeKind::Commented, work: false, ..WORK };
        assert_eq!(leaving(comment), Leaving::AtOnce);
    }

    #[test]
    fn a_period_ends_at_the_full_hour_or_at_the_hour_in_bogota() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().expect("an instant");
        // 9:20 in Bogotá.
        let now = at("2026-11-11T14:20:30.5Z");
        assert_eq!(period_end(Digest::Hourly, 7, now), at("2026-11-11T15:00:00Z"));
        assert_eq!(period_end(Digest::Daily, 17, now), at("2026-11-11T22:00:00Z"));
        assert_eq!(period_end(Digest::Daily, 7, now), at("2026-11-12T12:00:00Z"));
        // On the dot another period begins.
        let dot = at("2026-11-11T15:00:00Z");
        assert_eq!(period_end(Digest::Hourly, 7, dot), at("2026-11-11T16:00:00Z"));
        assert_eq!(period_end(Digest::Daily, 10, dot), at("2026-11-12T15:00:00Z"));
        // 23:30 in Bogotá is the next day in UTC.
        assert_eq!(period_end(Digest::Daily, 0, at("2026-11-12T04:30:00Z")), at("2026-11-12T05:00:00Z"));
        assert_eq!(period_end(Digest::AtOnce, 7, now), now);
    }
}
