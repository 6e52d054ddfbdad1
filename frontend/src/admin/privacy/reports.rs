//! What the nights have made anonymous or removed.

use crate::text::{Text, use_text};
use crate::ui::{Badge, Column, DataRow, DataTable, Moment, Tone};
use contract::privacy::RetentionReport;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ReportsPanelProps {
    pub(super) reports: Rc<Vec<RetentionReport>>,
}

/// The reports, newest first.
#[component]
pub(super) fn ReportsPanel(props: &ReportsPanelProps) -> Html {
    let text = use_text();
    let rows = props.reports.iter().map(|report| row(report, &text));
    html! {
        <section class="panel" aria-labelledby="reports-title" data-part="reports">
            <h2 id="reports-title" class="section-title">{ text.say("admin-nights") }</h2>
            if props.reports.is_empty() {
                <p class="muted">{ text.say("admin-nights-none") }</p>
            } else {
                <DataTable label={text.say("admin-nights")} columns={columns(&text)} rows={rows.collect::<Vec<_>>()} />
            }
        </section>
    }
}

fn columns(text: &Text) -> Vec<Column> {
    let column = |key: &'static str, label: &str| Column::new(key, text.say(label));
    vec![
        column("night", "admin-night"),
        column("tickets", "admin-night-tickets").figures(),
        column("events", "admin-night-events").figures(),
        column("files", "admin-night-files").figures(),
    ]
}

fn row(report: &RetentionReport, text: &Text) -> DataRow {
    let RetentionReport { id, project: _, started_at, finished_at: _, tickets, events, files, more } = report;
    DataRow {
        key: id.to_string().into(),
        name: text.date_in_full(*started_at).into(),
        cells: vec![
            html! {
                <span class="admin-roles">
                    <Moment at={*started_at} absolute=true />
                    if *more { <Badge tone={Tone::Warn}>{ text.say("admin-night-more") }</Badge> }
                </span>
            },
            html! { <span class="number">{ tickets.to_string() }</span> },
            html! { <span class="number">{ events.to_string() }</span> },
            html! { <span class="number">{ files.to_string() }</span> },
        ],
    }
}
