//! The sources of all projects that the person administers.

use crate::admin::head::Head;
use crate::api;
use crate::hooks::use_remote;
use crate::route::AdminRoute;
use crate::text::{Text, use_text};
use crate::ui::{
    Badge, Column, DataRow, DataTable, Empty, Icon, Link, Moment, Shape, Tone, draw, glyph, href, use_ready,
};
use contract::inbound::{InboundSource, InboundSourceFilter};
use yew::prelude::*;

/// More than anybody has.
const ALL: u16 = 200;

/// The sources, those that are switched off too.
#[component]
pub(in crate::admin) fn SourcesPage() -> Html {
    let text = use_text();
    let sources = use_remote((), |client, ()| async move {
        let filter = InboundSourceFilter { limit: Some(ALL), ..InboundSourceFilter::default() };
        Ok(api::inbound::sources(&client, &filter).await?.items)
    });
    use_ready(!sources.is_loading());
    html! {
        <div class="stack">
            <Head title={text.say("admin-sources")} about={text.say("admin-sources-about")}>
                <Link to={href(&AdminRoute::NewSource)} class="btn btn-primary">{ glyph(Icon::Plus) }{ text.say("admin-new-source") }</Link>
            </Head>
            { draw(&sources, Shape::Rows(3), |sources| if sources.is_empty() {
                html! { <Empty icon={Icon::Link} title={text.say("admin-sources-none")} body={text.say("admin-sources-none-body")} /> }
            } else {
                html! { <DataTable label={text.say("admin-sources")} columns={columns(&text)} rows={sources.iter().map(|source| row(source, &text)).collect::<Vec<_>>()} /> }
            }) }
        </div>
    }
}

fn columns(text: &Text) -> Vec<Column> {
    vec![
        Column::new("name", text.say("admin-source")),
        Column::new("channel", text.say("fact-channel")),
        Column::new("registrar", text.say("admin-source-registrar")),
        Column::new("used", text.say("admin-source-used")),
        Column::new("state", text.say("admin-state")),
    ]
}

fn row(source: &InboundSource, text: &Text) -> DataRow {
    let to = href(&AdminRoute::Source { source: source.id.to_string() });
    let (tone, state) =
        if source.active { (Tone::Good, "admin-in-use") } else { (Tone::Neutral, "admin-not-in-use") };
    DataRow {
        key: source.id.to_string().into(),
        name: source.name.clone().into(),
        cells: vec![
            html! {
                <span class="admin-lines">
                    <Link {to} class="admin-link">{ &source.name }</Link>
                    <span class="muted small">{ &source.project.name }</span>
                </span>
            },
            html! { { text.word(source.channel.of_tickets()) } },
            html! { { &source.registrar.display_name } },
            match source.last_used_at {
                Some(at) => html! { <Moment {at} /> },
                None => html! { { "–" } },
            },
            html! { <Badge {tone}>{ text.say(state) }</Badge> },
        ],
    }
}
