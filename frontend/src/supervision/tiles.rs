//! The figures of a period as tiles.

use super::measures::{Better, behind, float, growth, points};
use crate::text::{Text, use_text};
use crate::ui::{Link, Stat, Tone};
use contract::reports::{Compliance, Count, Share, Summary};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct TilesProps {
    pub(super) summary: Rc<Summary>,
    /// As many days before, once they are there.
    pub(super) before: Option<Rc<Summary>>,
}

/// The tiles.
#[component]
pub(super) fn Tiles(props: &TilesProps) -> Html {
    let text = use_text();
    let (now, before) = (&*props.summary, props.before.as_deref());
    let satisfaction = &now.satisfaction;
    let share = |key: &str, pick: fn(&Summary) -> &Share, better: Better| {
        let figure = pick(now);
        let change = points(figure.percent, before.and_then(|before| pick(before).percent), better, &text);
        html! {
            <Stat
                label={text.say(key)}
                value={percent(figure.percent, &text)}
                unit={figure.percent.map(|_| AttrValue::from("%"))}
                reached={figure.percent.map(|percent| percent / 100.0)}
                to={behind(figure.tickets.as_deref())}
                detail={of(figure, &text)}
                {change}
            />
        }
    };
    html! {
        <ul class="stats">
            { compliance("supervision-attention", now, before, |summary| &summary.attention, &text) }
            { compliance("supervision-resolution", now, before, |summary| &summary.resolution, &text) }
            <Stat
                label={text.say("supervision-csat")}
                value={percent(satisfaction.csat.percent, &text)}
                unit={satisfaction.csat.percent.map(|_| AttrValue::from("%"))}
                reached={satisfaction.csat.percent.map(|percent| percent / 100.0)}
                to={behind(satisfaction.csat.tickets.as_deref())}
                change={points(satisfaction.csat.percent, before.and_then(|before| before.satisfaction.csat.percent), Better::More, &text)}
                detail={html! {
                    <>
                        { of(&satisfaction.csat, &text) }
                        if let Some(score) = satisfaction.mean_score {
                            <span>{ text.fill("supervision-mean-score", &[("score", text.decimal(score, 2).to_string().into())]) }</span>
                        }
                    </>
                }}
            />
            <Stat
                label={text.say("supervision-backlog")}
                value={text.number(float(now.backlog.total.count))}
                to={behind(now.backlog.total.tickets.as_deref())}
                detail={html! {
                    <>
                        { counted("supervision-unassigned", &now.backlog.unassigned, Tone::Neutral, &text) }
                        { counted("supervision-pending", &now.backlog.pending, Tone::Neutral, &text) }
                    </>
                }}
            />
            <Stat
                label={text.say("supervision-registered")}
                value={text.number(float(now.registered.count))}
                to={behind(now.registered.tickets.as_deref())}
                change={before.and_then(|before| growth(now.registered.count, before.registered.count, Better::Neither, &text))}
                trend={now.volume.by_day.iter().map(|day| float(day.registered.count)).collect::<Vec<_>>()}
            />
            <Stat
                label={text.say("supervision-resolved")}
                value={text.number(float(now.resolved.count))}
                to={behind(now.resolved.tickets.as_deref())}
                change={before.and_then(|before| growth(now.resolved.count, before.resolved.count, Better::More, &text))}
                trend={now.volume.by_day.iter().map(|day| float(day.resolved.count)).collect::<Vec<_>>()}
            />
            { share("supervision-first-level", |summary| &summary.first_level, Better::More) }
            { share("supervision-escalated", |summary| &summary.escalated, Better::Neither) }
            { share("supervision-reopened", |summary| &summary.reopened, Better::Less) }
            { share("supervision-rejected", |summary| &summary.rejected, Better::Neither) }
            { share("supervision-responses", |summary| &summary.satisfaction.responses, Better::More) }
            { share("supervision-auto-accepted", |summary| &summary.satisfaction.auto_accepted, Better::Neither) }
        </ul>
    }
}

/// Whether a promised time was kept: the share, and the cases on both sides of it.
fn compliance(
    key: &str,
    now: &Summary,
    before: Option<&Summary>,
    pick: fn(&Summary) -> &Compliance,
    text: &Text,
) -> Html {
    let figure = pick(now);
    let late = if figure.breached.count > 0 { Tone::Bad } else { Tone::Neutral };
    html! {
        <Stat
            label={text.say(key)}
            value={percent(figure.percent, text)}
            unit={figure.percent.map(|_| AttrValue::from("%"))}
            reached={figure.percent.map(|percent| percent / 100.0)}
            change={points(figure.percent, before.and_then(|before| pick(before).percent), Better::More, text)}
            detail={html! {
                <>
                    { counted("supervision-met", &figure.met, Tone::Neutral, text) }
                    { counted("supervision-breached", &figure.breached, late, text) }
                    if let Some(minutes) = figure.mean_minutes {
                        <span>{ text.fill("supervision-mean", &[("duration", service_time(minutes, text).to_string().into())]) }</span>
                    }
                </>
            }}
        />
    }
}

fn percent(percent: Option<f64>, text: &Text) -> AttrValue {
    percent.map_or_else(|| "–".into(), |percent| text.number(percent))
}

/// The part and the whole, in words.
fn of(share: &Share, text: &Text) -> Html {
    let blanks = [
        ("count", text.number(float(share.count)).to_string().into()),
        ("of", text.number(float(share.of)).to_string().into()),
    ];
    html! { <span>{ text.fill("supervision-of", &blanks) }</span> }
}

/// A number of cases that leads to them.
pub(super) fn counted(key: &str, figure: &Count, tone: Tone, text: &Text) -> Html {
    let words = text.fill(key, &[("count", figure.count.into())]);
    let class = (tone == Tone::Bad).then_some("stat-alarm");
    match behind(figure.tickets.as_deref()) {
        Some(to) if figure.count > 0 => {
            html! { <Link {to} class={classes!("stat-part", class)}>{ words }</Link> }
        }
        _ => html! { <span>{ words }</span> },
    }
}

/// Minutes of service time: days would mislead, since those of the desk are shorter.
fn service_time(minutes: f64, text: &Text) -> AttrValue {
    if minutes < 120.0 {
        text.fill("duration-minutes", &[("minutes", text.number(minutes.round()).to_string().into())])
    } else {
        text.fill("duration-hours", &[("hours", text.decimal(minutes / 60.0, 1).to_string().into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::auth::Locale;

    #[test]
    fn service_time_is_told_in_minutes_and_hours() {
        let text = Text::of(Locale::Es);
        assert_eq!(service_time(24.6, &text), "25 min");
        assert_eq!(service_time(1_230.0, &text), "20,5 h");
    }

    #[test]
    fn nothing_to_divide_by_is_no_figure() {
        let text = Text::of(Locale::Es);
        assert_eq!(percent(None, &text), "–");
        assert_eq!(percent(Some(94.2), &text), "94,2");
        assert_eq!(percent(Some(100.0), &text), "100");
    }
}
