//! A ticket's clocks as chips: how much time is left, in words and colour.

use crate::hooks::use_now;
use crate::text::{Text, use_text};
use crate::ui::{Badge, Icon, Tone};
use chrono::{DateTime, TimeDelta, Utc};
use contract::sla::{Clock, ClockName, ClockState};
use contract::tickets::{Status, TicketSummary};
use yew::prelude::*;

/// What a chip says of a clock: tone, icon, key of the sentence, and the instant it speaks of.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Reading {
    tone: Tone,
    icon: Icon,
    key: &'static str,
    at: Option<DateTime<Utc>>,
}

/// Reads a clock. The server says how it stands; that time has run out since it said so is seen here.
fn read(clock: &Clock, now: DateTime<Utc>) -> Reading {
    let reading = |tone, icon, key, at| Reading { tone, icon, key, at };
    match (clock.state, clock.stopped_at, clock.due_at) {
        (ClockState::Met, _, _) => reading(Tone::Good, Icon::CircleCheck, "clock-met", None),
        (ClockState::Breached, Some(_), _) => reading(Tone::Bad, Icon::CircleX, "clock-missed", None),
        (ClockState::Paused, _, _) => reading(Tone::Calm, Icon::ClockPause, "clock-paused", None),
        (ClockState::Breached, None, None) => reading(Tone::Bad, Icon::Alarm, "clock-overdue", None),
        (_, _, Some(due)) if due <= now => reading(Tone::Bad, Icon::Alarm, "clock-overdue-since", Some(due)),
        (ClockState::Warning, _, Some(due)) => reading(Tone::Warn, Icon::Hourglass, "clock-due", Some(due)),
        (_, _, Some(due)) => reading(Tone::Neutral, Icon::Clock, "clock-due", Some(due)),
        (_, _, None) => reading(Tone::Neutral, Icon::Clock, "clock-running", None),
    }
}

fn sentence(reading: &Reading, now: DateTime<Utc>, text: &Text) -> AttrValue {
    match reading.at {
        None => text.say(reading.key),
        // Far away, the hour says more than the distance: service hours lie between.
        Some(at) if reading.key == "clock-due" && at - now > TimeDelta::hours(10) => {
            text.fill("clock-due-at", &[("date", text.date_near(at, now).into())])
        }
        Some(at) => text.fill(reading.key, &[("duration", text.duration((at - now).num_seconds()).into())]),
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct ClockChipProps {
    pub(crate) clock: Clock,
    /// Says which clock it is, before how it stands.
    #[prop_or_default]
    pub(crate) name: Option<ClockName>,
}

/// A clock as a chip.
#[component]
pub(crate) fn ClockChip(props: &ClockChipProps) -> Html {
    let (text, now) = (use_text(), use_now());
    let reading = read(&props.clock, now);
    let title = props
        .clock
        .due_at
        .map(|due| text.fill("clock-due-title", &[("date", text.date_in_full(due).into())]));
    html! {
        <Badge tone={reading.tone} icon={reading.icon} {title}>
            if let Some(name) = props.name { <span class="pip-name">{ text.word(name) }</span>{ " " } }
            { sentence(&reading, now, &text) }
        </Badge>
    }
}

/// The clock that matters now: attention until somebody opens it, then resolution.
fn leading(ticket: &TicketSummary) -> Option<(ClockName, &Clock)> {
    match ticket.status {
        Status::Registered => Some((ClockName::Attention, &ticket.sla.attention)),
        Status::InAttention | Status::InAnalysis | Status::InProgress => {
            ticket.sla.resolution.as_ref().map(|clock| (ClockName::Resolution, clock))
        }
        Status::Resolved | Status::Closed => None,
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct LeadingClockProps {
    pub(crate) ticket: TicketSummary,
}

/// The chip of the clock that matters now; while the requester's word is awaited, when it closes.
#[component]
pub(crate) fn LeadingClock(props: &LeadingClockProps) -> Html {
    let (text, now) = (use_text(), use_now());
    if let Some((_, clock)) = leading(&props.ticket) {
        return html! { <ClockChip clock={clock.clone()} /> };
    }
    match &props.ticket.sla.acceptance {
        Some(acceptance) => {
            let left = text.duration((acceptance.due_at - now).num_seconds().max(0));
            html! {
                <Badge icon={Icon::Clock} title={text.date_in_full(acceptance.due_at)}>
                    { text.fill("clock-accepts", &[("duration", left.into())]) }
                </Badge>
            }
        }
        None => Html::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::auth::Locale;

    fn clock(state: ClockState, due_in_minutes: Option<i64>, stopped: bool) -> Clock {
        let now = DateTime::UNIX_EPOCH;
        Clock {
            target_minutes: 60,
            warn_at: None,
            due_at: due_in_minutes.map(|minutes| now + TimeDelta::minutes(minutes)),
            stopped_at: stopped.then_some(now),
            state,
        }
    }

    fn said(clock: &Clock) -> (Tone, String) {
        let reading = read(clock, DateTime::UNIX_EPOCH);
        (reading.tone, sentence(&reading, DateTime::UNIX_EPOCH, &Text::of(Locale::Es)).to_string())
    }

    #[test]
    fn chips_say_how_much_time_is_left() {
        let pair = |tone, words: &str| (tone, words.to_owned());
        assert_eq!(
            said(&clock(ClockState::Running, Some(25), false)),
            pair(Tone::Neutral, "vence en 25 min")
        );
        assert_eq!(
            said(&clock(ClockState::Warning, Some(130), false)),
            pair(Tone::Warn, "vence en 2 h 10 min")
        );
        assert_eq!(said(&clock(ClockState::Breached, Some(-120), false)), pair(Tone::Bad, "venció hace 2 h"));
        assert_eq!(said(&clock(ClockState::Running, Some(-5), false)), pair(Tone::Bad, "venció hace 5 min"));
        assert_eq!(said(&clock(ClockState::Paused, None, false)), pair(Tone::Calm, "en pausa"));
        assert_eq!(said(&clock(ClockState::Met, Some(5), true)), pair(Tone::Good, "a tiempo"));
        assert_eq!(said(&clock(ClockState::Breached, Some(-5), true)), pair(Tone::Bad, "fuera de tiempo"));
    }
}
