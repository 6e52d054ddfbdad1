//! The figures of a period as charts.

use super::measures::{ages, days, float, hours, mark, most_first, scores, weekdays};
use crate::text::{Text, use_text};
use crate::ui::{Bars, Columns, Line, Mark, Ring, Series, Tab, Tabs};
use chrono::NaiveDate;
use contract::reports::Summary;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ChartsProps {
    pub(super) summary: Rc<Summary>,
}

/// What was registered, what waits, and what people say of it.
#[component]
pub(super) fn Charts(props: &ChartsProps) -> Html {
    let text = use_text();
    let summary = &*props.summary;
    let cases = text.say("supervision-cases");
    html! {
        <>
            <section class="stack" aria-labelledby="volume-title">
                <h2 class="section-title" id="volume-title">{ text.say("supervision-volume") }</h2>
                <div class="charts">
                    <Line
                        id="by-day"
                        class="chart-wide"
                        title={text.say("supervision-by-day")}
                        rows={text.say("supervision-day")}
                        series={by_day(summary, &text)}
                    />
                    <Ring
                        id="by-kind"
                        title={text.say("supervision-by-kind")}
                        rows={text.say("fact-kind")}
                        measure={cases.clone()}
                        whole={text.number(float(summary.registered.count))}
                        marks={most_first(summary.volume.by_kind.iter().map(|kind| mark(text.word(kind.kind), &kind.figure, &text)).collect())}
                    />
                    <When summary={props.summary.clone()} />
                    <Bars
                        id="by-channel"
                        title={text.say("supervision-by-channel")}
                        rows={text.say("fact-channel")}
                        measure={cases.clone()}
                        marks={most_first(summary.volume.by_channel.iter().map(|channel| mark(text.word(channel.channel), &channel.figure, &text)).collect())}
                    />
                </div>
            </section>
            <section class="stack" aria-labelledby="waiting-title">
                <h2 class="section-title" id="waiting-title">{ text.say("supervision-waiting") }</h2>
                <div class="charts">
                    <Bars
                        id="by-age"
                        title={text.say("supervision-by-age")}
                        about={text.say("supervision-by-age-about")}
                        rows={text.say("supervision-age")}
                        measure={cases.clone()}
                        marks={ages(&summary.backlog.by_age, &text)}
                    />
                    <Bars
                        id="by-status"
                        title={text.say("supervision-by-status")}
                        about={text.say("supervision-by-status-about")}
                        rows={text.say("fact-status")}
                        measure={cases.clone()}
                        marks={summary.backlog.by_status.iter().map(|status| mark(text.word(status.status), &status.figure, &text)).collect::<Vec<Mark>>()}
                    />
                    <Bars
                        id="by-score"
                        class="chart-third"
                        title={text.say("supervision-by-score")}
                        about={text.fill("supervision-answers", &[("count", summary.satisfaction.answers.count.into())])}
                        rows={text.say("fact-score")}
                        measure={text.say("supervision-answers-head")}
                        marks={scores(&summary.satisfaction.by_score, &text)}
                    />
                    <Bars
                        id="top-services"
                        class="chart-whole"
                        title={text.say("supervision-top-services")}
                        rows={text.say("fact-service")}
                        measure={cases}
                        marks={summary.volume.top_services.iter().map(|service| mark(service.service.name.clone(), &service.figure, &text)).collect::<Vec<Mark>>()}
                    />
                </div>
            </section>
        </>
    }
}

/// At which hours, on which days of the week.
#[component]
fn When(props: &ChartsProps) -> Html {
    let text = use_text();
    let shown = use_state(|| AttrValue::from("hour"));
    let (volume, cases) = (&props.summary.volume, text.say("supervision-cases"));
    let onselect = {
        let shown = shown.setter();
        Callback::from(move |key| shown.set(key))
    };
    let by_hour = html! {
        <Columns id="by-hour" title={text.say("supervision-by-hour")} rows={text.say("supervision-hour")} measure={cases.clone()} marks={hours(&volume.by_hour, &text)} />
    };
    let by_weekday = html! {
        <Columns
            id="by-weekday"
            title={text.say("supervision-by-weekday")}
            rows={text.say("supervision-weekday")}
            measure={cases}
            marks={weekdays(&volume.by_weekday, |weekday| weekday_names(weekday, &text), &text)}
        />
    };
    let tab = |key: &'static str, label: &str, panel: Html| Tab {
        key: key.into(),
        label: text.say(label),
        icon: None,
        panel,
    };
    let tabs = vec![
        tab("hour", "supervision-tab-hour", by_hour),
        tab("weekday", "supervision-tab-weekday", by_weekday),
    ];
    html! {
        <div class="chart-wide panel chart-tabbed">
            <Tabs id="when" label={text.say("supervision-when")} {tabs} selected={(*shown).clone()} {onselect} />
        </div>
    }
}

fn by_day(summary: &Summary, text: &Text) -> Vec<Series> {
    let volume = &summary.volume.by_day;
    let name = |date| day_names(date, text);
    vec![
        Series {
            label: text.say("supervision-registered"),
            marks: days(volume, |day| &day.registered, name, text),
        },
        Series {
            label: text.say("supervision-resolved"),
            marks: days(volume, |day| &day.resolved, name, text),
        },
    ]
}

/// A day in short and in full, as the browser knows them.
fn day_names(date: NaiveDate, text: &Text) -> (AttrValue, AttrValue) {
    let short = [("day", "numeric"), ("month", "short")];
    let full = [("weekday", "short"), ("day", "numeric"), ("month", "short"), ("year", "numeric")];
    (text.day(date, &short), text.day(date, &full))
}

/// A day of the week in short and in full: of the first week of 2024, which began with a Monday.
fn weekday_names(weekday: u8, text: &Text) -> (AttrValue, AttrValue) {
    let date = NaiveDate::from_ymd_opt(2024, 1, u32::from(weekday.clamp(1, 7))).unwrap_or_default();
    (text.day(date, &[("weekday", "short")]), text.day(date, &[("weekday", "long")]))
}
