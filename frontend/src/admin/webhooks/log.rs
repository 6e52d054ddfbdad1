//! What a webhook was sent, and what was answered.

use super::events::name;
use crate::api;
use crate::hooks::{Remote, use_submit};
use crate::text::{Text, use_text};
use crate::ui::{
    Badge, Button, Column, DataRow, DataTable, Disclosure, Failed, Icon, Look, Moment, Pager, Shape, Tone,
    draw, use_toast,
};
use contract::page::Page;
use contract::webhooks::{DeliveryState, WebhookDelivery};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct LogProps {
    /// Id of the webhook.
    pub(super) webhook: AttrValue,
    pub(super) deliveries: Remote<Page<WebhookDelivery>>,
    /// Another page is asked for; none for the first.
    pub(super) onpage: Callback<Option<String>>,
    /// Whether this is the first page.
    pub(super) first: bool,
}

/// The log.
#[component]
pub(super) fn Log(props: &LogProps) -> Html {
    let (text, toast) = (use_text(), use_toast());
    let submit = {
        let (webhook, reload) = (props.webhook.clone(), props.deliveries.reload.clone());
        let said = text.say("webhook-again-done");
        use_submit(
            move |client, key, delivery: String| {
                let webhook = webhook.clone();
                async move { api::webhooks::redeliver(&client, &webhook, &delivery, &key).await }
            },
            Callback::from(move |_: WebhookDelivery| {
                toast.emit(said.clone());
                reload.emit(());
            }),
        )
    };
    html! {
        <section class="stack" aria-labelledby="log-title" data-part="deliveries">
            <div class="section-head">
                <h2 id="log-title" class="section-title">{ text.say("webhook-log") }</h2>
                <Button small=true icon={Icon::Refresh} onclick={props.deliveries.reload.clone()} action="reload-log">{ text.say("webhook-log-reload") }</Button>
            </div>
            if let Some(failure) = &submit.failure { <Failed failure={failure.clone()} small=true /> }
            { draw(&props.deliveries, Shape::Rows(5), |page| if page.items.is_empty() {
                html! { <p class="muted">{ text.say("webhook-log-none") }</p> }
            } else {
                let rows = page.items.iter().map(|delivery| row(delivery, &submit.run, submit.busy, &text));
                let next = page.next_cursor.clone();
                html! {
                    <>
                        <DataTable label={text.say("webhook-log")} columns={columns(&text)} rows={rows.collect::<Vec<_>>()} />
                        <Pager
                            shown={page.items.len()}
                            first={(!props.first).then(|| props.onpage.reform(|()| None))}
                            next={next.map(|next| props.onpage.reform(move |()| Some(next.clone())))}
                        />
                    </>
                }
            }) }
        </section>
    }
}

fn columns(text: &Text) -> Vec<Column> {
    vec![
        Column::new("event", text.say("webhook-event")),
        Column::new("state", text.say("admin-state")),
        Column::new("answer", text.say("webhook-answer")),
        Column::new("attempts", text.say("webhook-attempts")).figures(),
        Column::new("again", text.say("webhook-again")),
    ]
}

fn row(delivery: &WebhookDelivery, again: &Callback<String>, busy: bool, text: &Text) -> DataRow {
    let id = delivery.id.to_string();
    let event = delivery.event.map_or_else(|| text.say("webhook-ping"), |event| name(event, text));
    let tone = match delivery.state {
        DeliveryState::Delivered => Tone::Good,
        DeliveryState::Dead => Tone::Bad,
        DeliveryState::Waiting | DeliveryState::Sending => Tone::Neutral,
    };
    let resend = {
        let id = id.clone();
        again.reform(move |()| id.clone())
    };
    DataRow {
        key: id.into(),
        name: event.clone(),
        cells: vec![
            html! {
                <span class="admin-lines">
                    <span>{ event.clone() }</span>
                    <span class="muted small"><Moment at={delivery.created_at} absolute=true /></span>
                </span>
            },
            html! {
                <span class="admin-lines">
                    <Badge {tone}>{ text.word(delivery.state) }</Badge>
                    if let Some(next) = delivery.next_at.filter(|_| delivery.state == DeliveryState::Waiting && delivery.attempts > 0) {
                        <span class="muted small">{ text.say("webhook-next") }{ " " }<Moment at={next} /></span>
                    }
                </span>
            },
            html! { <div class="admin-lines">{ answer(delivery, text) }</div> },
            html! { <span class="number">{ delivery.attempts.to_string() }</span> },
            html! {
                <Button look={Look::Quiet} small=true icon={Icon::Refresh} busy={busy || delivery.state == DeliveryState::Sending} name={text.fill("webhook-again-one", &[("event", event.as_str().into())])} onclick={resend} action="redeliver" />
            },
        ],
    }
}

/// What was answered in short, and in full when it is unfolded, with what was sent.
fn answer(delivery: &WebhookDelivery, text: &Text) -> Html {
    let status = delivery.status_code.map(|code| code.to_string());
    let took = delivery.duration_ms.map(|took| format!("{took} ms"));
    let short: Vec<String> = status.into_iter().chain(took).collect();
    html! {
        <>
            <span>{ short.join(" · ") }</span>
            if let Some(fault) = delivery.fault { <span class="small">{ text.word(fault) }</span> }
            <Disclosure summary={text.say("webhook-in-full")}>
                <p class="muted small">{ text.say("webhook-sent") }</p>
                <pre class="secret-words" tabindex="0">{ &delivery.payload }</pre>
                if let Some(answer) = delivery.answer.as_ref().filter(|answer| !answer.is_empty()) {
                    <p class="muted small">{ text.say("webhook-answer") }</p>
                    <pre class="secret-words" tabindex="0">{ answer }</pre>
                }
            </Disclosure>
        </>
    }
}
