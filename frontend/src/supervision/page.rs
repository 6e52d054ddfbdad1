//! The page: the period in the address, tiles, charts, and how each figure is measured.

use super::charts::Charts;
use super::period::Shown;
use super::picker::Picker;
use super::questions::Questions;
use super::tiles::Tiles;
use crate::api;
use crate::hooks::{use_now, use_poll, use_remote};
use crate::text::{Text, bogota_day, use_text};
use crate::ui::{Button, Drawer, Icon, Look, Moment, PageTitle, Shape, draw, use_ready};
use chrono::NaiveDate;
use contract::reports::Summary;
use yew::prelude::*;
use yew_router::prelude::*;

/// Figures change slowly, and cost the server more than a list.
const POLL_SECONDS: u32 = 300;

/// How each figure is measured: the keys of its name and of its explanation.
const EXPLAINED: [(&str, &str); 13] = [
    ("supervision-attention", "supervision-attention-about"),
    ("supervision-resolution", "supervision-resolution-about"),
    ("supervision-csat", "supervision-csat-about"),
    ("supervision-backlog", "supervision-backlog-about"),
    ("supervision-registered", "supervision-registered-about"),
    ("supervision-resolved", "supervision-resolved-about"),
    ("supervision-first-level", "supervision-first-level-about"),
    ("supervision-escalated", "supervision-escalated-about"),
    ("supervision-reopened", "supervision-reopened-about"),
    ("supervision-rejected", "supervision-rejected-about"),
    ("supervision-responses", "supervision-responses-about"),
    ("supervision-auto-accepted", "supervision-auto-accepted-about"),
    ("supervision-questions", "supervision-questions-about"),
];

/// How the desk is doing.
#[component]
pub(crate) fn SupervisionPage() -> Html {
    let text = use_text();
    let today = bogota_day(use_now());
    let location = use_location();
    let shown = location.map(|location| Shown::of(location.query_str())).unwrap_or_default();
    let (filter, earlier) = (shown.filter(today), shown.filter_before(today));
    let asked = filter.clone();
    let summary =
        use_remote(filter, |client, filter| async move { api::reports::summary(&client, &filter).await });
    let before =
        use_remote(earlier, |client, filter| async move { api::reports::summary(&client, &filter).await });
    use_poll(POLL_SECONDS, true, summary.reload.clone());
    use_ready(!summary.is_loading());
    let explained = use_state(|| false);
    let explain = |to: bool| {
        let explained = explained.setter();
        Callback::from(move |()| explained.set(to))
    };
    html! {
        <div class="stack supervision">
            <div class="section-head">
                <div>
                    <PageTitle title={text.say("supervision")} />
                    <p class="muted queue-about">{ subtitle(&shown, today, summary.value.as_deref(), &text) }</p>
                </div>
                <div class="head-tools">
                    <Button look={Look::Quiet} icon={Icon::Refresh} name={text.say("supervision-refresh")} onclick={summary.reload.clone()} />
                    <Button look={Look::Quiet} icon={Icon::InfoCircle} name={text.say("supervision-explain")} onclick={explain(true)} />
                </div>
            </div>
            <Picker {shown} {today} />
            { draw(&summary, Shape::Cards(8), |summary| html! {
                <>
                    <section aria-labelledby="figures-title">
                        <h2 class="visually-hidden" id="figures-title">{ text.say("supervision-figures") }</h2>
                        <Tiles summary={summary.clone()} before={before.value.clone()} />
                    </section>
                    <Charts summary={summary.clone()} />
                    <Questions filter={asked.clone()} taken={summary.period.taken_at} />
                </>
            }) }
            if *explained {
                <Drawer title={text.say("supervision-explain")} onclose={explain(false)}>
                    <dl class="explanations">
                        { for EXPLAINED.iter().map(|(name, about)| html! {
                            <div><dt>{ text.say(name) }</dt><dd>{ text.say(about) }</dd></div>
                        }) }
                    </dl>
                    <p class="muted small">{ text.say("supervision-compared") }</p>
                </Drawer>
            }
        </div>
    }
}

/// From when to when, and how fresh the figures are.
fn subtitle(shown: &Shown, today: NaiveDate, summary: Option<&Summary>, text: &Text) -> Html {
    let (from, to) = shown.bounds(today);
    let day =
        |date| text.day(date, &[("day", "numeric"), ("month", "long"), ("year", "numeric")]).to_string();
    html! {
        <>
            { text.fill("supervision-between", &[("from", day(from).into()), ("to", day(to).into())]) }
            if let Some(summary) = summary {
                { " · " }{ text.say("supervision-taken") }{ " " }<Moment at={summary.period.taken_at} />
            }
        </>
    }
}
