//! "¿Por qué venció?": each clock with every interval of its life.

use super::clock::ClockChip;
use crate::api;
use crate::hooks::use_remote;
use crate::text::{Text, use_text};
use crate::ui::{Empty, Moment, Shape, draw};
use contract::sla::{ClockInterval, ExplainedClock, IntervalKind};
use yew::prelude::*;

#[derive(Clone, Properties, PartialEq)]
pub(crate) struct ExplainedClocksProps {
    pub(crate) number: AttrValue,
    /// Rises when the ticket changes, so that the explanation is asked for again.
    pub(crate) version: i64,
}

/// The answer.
#[component]
pub(crate) fn ExplainedClocks(props: &ExplainedClocksProps) -> Html {
    let text = use_text();
    let key = (props.number.clone(), props.version);
    let clocks =
        use_remote(key, |client, (number, _)| async move { api::tickets::clocks(&client, &number).await });
    draw(&clocks, Shape::Text(3), |page| {
        if page.items.is_empty() {
            return html! { <Empty title={text.say("clocks-none")} /> };
        }
        html! { { for page.items.iter().map(|clock| one(clock, &text)) } }
    })
}

fn one(explained: &ExplainedClock, text: &Text) -> Html {
    let counted = text.duration(explained.counted_seconds);
    let target = text.duration(i64::from(explained.clock.target_minutes) * 60);
    html! {
        <section class="clock-story">
            <h3 class="clock-name"><ClockChip clock={explained.clock.clone()} name={explained.name} /></h3>
            <p>
                { text.fill("clocks-counted", &[("counted", counted.into()), ("target", target.into())]) }{ " " }
                <span class="muted">{ text.fill("clocks-rules", &[
                    ("agreement", (&explained.agreement.name).into()),
                    ("calendar", (&explained.calendar.name).into()),
                ]) }</span>
            </p>
            <ol class="intervals">{ for explained.intervals.iter().map(|interval| line(interval, text)) }</ol>
        </section>
    }
}

fn line(interval: &ClockInterval, text: &Text) -> Html {
    let class = match interval.kind {
        IntervalKind::Counted => "interval-counted",
        IntervalKind::Closed | IntervalKind::Holiday => "interval-closed",
        IntervalKind::Paused | IntervalKind::Stopped => "interval-paused",
    };
    let why = match (interval.kind, &interval.holiday, interval.pause_reason) {
        (IntervalKind::Holiday, Some(holiday), _) => {
            text.fill("interval-holiday-named", &[("holiday", holiday.into())])
        }
        (IntervalKind::Paused, _, Some(reason)) => text.fill(
            "interval-paused-by",
            &[
                ("reason", text.word(reason).to_string().into()),
                ("who", interval.paused_by.clone().unwrap_or_default().into()),
            ],
        ),
        (kind, _, _) => text.word(kind),
    };
    html! {
        <li class={classes!("interval", class, interval.late.then_some("interval-late"))}>
            <span class="interval-when"><Moment at={interval.from} absolute=true />{ " – " }<Moment at={interval.until} absolute=true /></span>
            <span class="interval-why">
                { why }
                if interval.late { <strong>{ " · " }{ text.say("interval-late") }</strong> }
            </span>
            <span class="interval-length">{ text.duration(interval.seconds) }</span>
        </li>
    }
}
