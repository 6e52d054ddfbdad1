//! The webhooks of the projects that the person administers.

use super::events::name;
use crate::admin::head::Head;
use crate::api;
use crate::hooks::use_remote;
use crate::route::AdminRoute;
use crate::text::{Text, use_text};
use crate::ui::{
    Badge, Column, DataRow, DataTable, Empty, Icon, Link, Shape, Tone, draw, glyph, href, use_ready,
};
use contract::webhooks::{Webhook, WebhookFilter};
use yew::prelude::*;

/// More than anybody has.
const ALL: u16 = 200;

/// The list.
#[component]
pub(in crate::admin) fn WebhooksPage() -> Html {
    let text = use_text();
    let webhooks = use_remote((), |client, ()| async move {
        let filter = WebhookFilter { limit: Some(ALL), ..WebhookFilter::default() };
        Ok(api::webhooks::list(&client, &filter).await?.items)
    });
    use_ready(!webhooks.is_loading());
    html! {
        <div class="stack">
            <Head title={text.say("admin-webhooks")} about={text.say("webhooks-about")}>
                <Link to={href(&AdminRoute::NewWebhook)} class="btn btn-primary">{ glyph(Icon::Plus) }{ text.say("webhook-new") }</Link>
            </Head>
            { draw(&webhooks, Shape::Rows(3), |webhooks| if webhooks.is_empty() {
                html! { <Empty icon={Icon::Send} title={text.say("webhooks-none")} body={text.say("webhooks-none-body")} /> }
            } else {
                html! { <DataTable label={text.say("admin-webhooks")} columns={columns(&text)} rows={webhooks.iter().map(|webhook| row(webhook, &text)).collect::<Vec<_>>()} /> }
            }) }
        </div>
    }
}

fn columns(text: &Text) -> Vec<Column> {
    vec![
        Column::new("description", text.say("admin-webhook")),
        Column::new("project", text.say("fact-project")),
        Column::new("events", text.say("webhook-events")),
        Column::new("state", text.say("admin-state")),
    ]
}

fn row(webhook: &Webhook, text: &Text) -> DataRow {
    let to = href(&AdminRoute::Webhook { webhook: webhook.id.to_string() });
    let events: Vec<String> = webhook.events.iter().map(|event| name(*event, text).to_string()).collect();
    DataRow {
        key: webhook.id.to_string().into(),
        name: webhook.description.clone().into(),
        cells: vec![
            html! {
                <span class="admin-lines">
                    <Link {to} class="admin-link">{ &webhook.description }</Link>
                    <code class="muted small admin-username">{ host(&webhook.url) }</code>
                </span>
            },
            html! { { &webhook.project.key } },
            html! { { events.join(", ") } },
            state(webhook, text),
        ],
    }
}

/// Whether it is on; if the desk switched it off, why.
pub(super) fn state(webhook: &Webhook, text: &Text) -> Html {
    match (webhook.active, webhook.disabled_reason) {
        (true, _) => html! { <Badge tone={Tone::Good}>{ text.say("webhook-on") }</Badge> },
        (false, None) => html! { <Badge tone={Tone::Neutral}>{ text.say("webhook-off") }</Badge> },
        (false, Some(reason)) => html! { <Badge tone={Tone::Bad}>{ text.word(reason) }</Badge> },
    }
}

/// Whose address it is: the rest is long, and often secret.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?']).next().unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn of_an_address_its_owner_is_shown() {
        assert_eq!(host("https://hooks.example.org:8443/a/secret?b=c"), "hooks.example.org:8443");
        assert_eq!(host("https://hooks.example.org?b=c"), "hooks.example.org");
    }
}
