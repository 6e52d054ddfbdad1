//! For how long a project's records are kept.

use crate::admin::fields::{FaultList, Line, use_faults, use_saved, use_written};
use crate::api;
use crate::hooks::use_submit;
use crate::text::{Text, use_text};
use crate::ui::{Button, Look};
use contract::privacy::{RecordKind, Retention, RetentionPeriod, UpdateRetention};
use std::rc::Rc;
use web_sys::SubmitEvent;
use yew::prelude::*;

/// Sent for what is no number: the server says what it should be.
const NO_PERIOD: u32 = 1;

#[derive(Properties, PartialEq)]
pub(super) struct PeriodsPanelProps {
    pub(super) retention: Rc<Retention>,
    pub(super) onchange: Callback<Retention>,
    pub(super) reload: Callback<()>,
}

/// The form of those that can be changed, and below it those that cannot.
#[component]
pub(super) fn PeriodsPanel(props: &PeriodsPanelProps) -> Html {
    let text = use_text();
    let saved = use_saved(props.onchange.clone());
    let retention = &props.retention;
    let written = use_written(|| fields(retention));
    {
        let written = written.clone();
        use_effect_with(retention.clone(), move |retention| written.put(fields(retention)));
    }
    let submit = {
        let (project, version) = (retention.project.key.clone(), retention.version);
        let reload = props.reload.clone();
        use_submit(
            move |client, _key, body: UpdateRetention| {
                let (project, reload) = (project.clone(), reload.clone());
                async move {
                    let answer = api::privacy::update_retention(&client, &project, &body, version).await;
                    if answer.as_ref().is_err_and(|failure| failure.is("stale")) {
                        reload.emit(());
                    }
                    answer
                }
            },
            saved,
        )
    };
    let faults = use_faults(submit.failure.as_ref());
    let onsubmit = {
        let (written, run) = (written.clone(), submit.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let days = |name: &str| Some(written.get(name).trim().parse().unwrap_or(NO_PERIOD));
            run.emit(UpdateRetention {
                closed_tickets: days("closed_tickets"),
                attachments: days("attachments"),
            });
        })
    };
    let line = |name: &'static str, kind: RecordKind| {
        html! {
            <Line form="periods" {name} label={text.word(kind)} hint={text.say("admin-period-hint")} required=true kind="number" max=36500 written={written.clone()} faults={faults.clone()} />
        }
    };
    html! {
        <section class="panel stack" aria-labelledby="periods-title" data-part="periods">
            <h2 id="periods-title" class="section-title">{ text.say("admin-periods") }</h2>
            <p class="muted">{ text.say("admin-periods-about") }</p>
            <form data-form="periods" {onsubmit} novalidate=true>
                <FaultList faults={faults.clone()} form="periods" />
                <div class="form-columns">
                    { line("closed_tickets", RecordKind::ClosedTickets) }
                    { line("attachments", RecordKind::Attachments) }
                </div>
                <div class="form-actions"><Button look={Look::Primary} submit=true busy={submit.busy}>{ text.say("ui-save") }</Button></div>
            </form>
            <ul class="admin-list">
                { for retention.periods.iter().filter(|period| period.fixed).map(|period| html! {
                    <li key={period.kind.to_string()}><span>{ text.word(period.kind) }{ ": " }{ lasting(*period, &text) }</span></li>
                }) }
            </ul>
        </section>
    }
}

fn lasting(period: RetentionPeriod, text: &Text) -> AttrValue {
    if period.days == 0 {
        text.say("admin-period-forever")
    } else {
        text.fill("admin-period-days", &[("count", period.days.into())])
    }
}

fn fields(retention: &Retention) -> [(&'static str, String); 2] {
    let days = |kind: RecordKind| {
        let period = retention.periods.iter().find(|period| period.kind == kind);
        period.map(|period| period.days.to_string()).unwrap_or_default()
    };
    [("closed_tickets", days(RecordKind::ClosedTickets)), ("attachments", days(RecordKind::Attachments))]
}
