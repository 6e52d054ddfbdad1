//! A webhook: its settings, its secret, and what it was sent.

use super::list::state;
use super::log::Log;
use super::secret::SecretPanel;
use super::settings::Settings;
use crate::admin::head::Head;
use crate::api;
use crate::hooks::{use_remote, use_submit};
use crate::route::AdminRoute;
use crate::text::use_text;
use crate::ui::{Button, Confirm, Failed, Icon, Look, Shape, draw, go, href, use_ready, use_toast};
use contract::webhooks::{DeliveryFilter, UpdateWebhook, Webhook, WebhookDelivery};
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

/// Deliveries of a page.
const ROWS: u16 = 25;

#[derive(Properties, PartialEq)]
pub(in crate::admin) struct WebhookPageProps {
    /// Its id.
    pub(in crate::admin) webhook: AttrValue,
}

/// The page of a webhook.
#[component]
pub(in crate::admin) fn WebhookPage(props: &WebhookPageProps) -> Html {
    let text = use_text();
    let webhook =
        use_remote(
            props.webhook.clone(),
            |client, id| async move { api::webhooks::read(&client, &id).await },
        );
    let cursor = use_state(|| None::<String>);
    let deliveries =
        use_remote((props.webhook.clone(), (*cursor).clone()), |client, (id, cursor)| async move {
            let filter = DeliveryFilter { limit: Some(ROWS), cursor, ..DeliveryFilter::default() };
            api::webhooks::deliveries(&client, &id, &filter).await
        });
    use_ready(!webhook.is_loading());
    let onpage = {
        let cursor = cursor.setter();
        Callback::from(move |wanted| cursor.set(wanted))
    };
    let name = webhook.value.as_ref().map(|found| AttrValue::from(found.description.clone()));
    html! {
        <div class="stack">
            <Head title={name.unwrap_or_else(|| text.say("admin-webhook"))} back={(AdminRoute::Webhooks, text.say("admin-webhooks"))}>
                if let Some(found) = &webhook.value {
                    <Tools webhook={found.clone()} onchange={webhook.put.clone()} sent={deliveries.reload.clone()} />
                }
            </Head>
            { draw(&webhook, Shape::Cards(2), |found| html! {
                <>
                    <p>{ state(found, &text) }</p>
                    <div class="admin-columns">
                        <Settings webhook={found.clone()} onchange={webhook.put.clone()} />
                        <SecretPanel webhook={found.clone()} onchange={webhook.put.clone()} />
                    </div>
                    <Log webhook={props.webhook.clone()} deliveries={deliveries.clone()} {onpage} first={cursor.is_none()} />
                </>
            }) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ToolsProps {
    webhook: Rc<Webhook>,
    onchange: Callback<Webhook>,
    /// Something was sent.
    sent: Callback<()>,
}

/// What can be done with it: tried, switched on or off, taken away.
#[component]
fn Tools(props: &ToolsProps) -> Html {
    let (text, toast) = (use_text(), use_toast());
    let navigator = use_navigator().expect("the console is drawn inside the router");
    let removing = use_state(|| false);
    let active = props.webhook.active;
    let ping = {
        let (id, sent) = (props.webhook.id.to_string(), props.sent.clone());
        let (toast, said) = (toast.clone(), text.say("webhook-pinged"));
        use_submit(
            move |client, key, ()| {
                let id = id.clone();
                async move { api::webhooks::ping(&client, &id, &key).await }
            },
            Callback::from(move |_: WebhookDelivery| {
                toast.emit(said.clone());
                sent.emit(());
            }),
        )
    };
    let switch = {
        let (id, version) = (props.webhook.id.to_string(), props.webhook.version);
        let (onchange, sent, said) = (props.onchange.clone(), props.sent.clone(), text.say("admin-saved"));
        let toast = toast.clone();
        use_submit(
            move |client, _key, active: bool| {
                let id = id.clone();
                let body = UpdateWebhook { active: Some(active), ..UpdateWebhook::default() };
                async move { api::webhooks::update(&client, &id, &body, version).await }
            },
            Callback::from(move |webhook| {
                onchange.emit(webhook);
                sent.emit(());
                toast.emit(said.clone());
            }),
        )
    };
    let ask = |on: bool| {
        let removing = removing.setter();
        Callback::from(move |()| removing.set(on))
    };
    let remove = {
        let (id, said) = (props.webhook.id.to_string(), text.say("webhook-removed"));
        use_submit(
            move |client, _key, ()| {
                let id = id.clone();
                async move { api::webhooks::remove(&client, &id).await }
            },
            Callback::from(move |()| {
                toast.emit(said.clone());
                go(&navigator, &href(&AdminRoute::Webhooks));
            }),
        )
    };
    let turn = switch.run.reform(move |()| !active);
    let failure = ping.failure.as_ref().or(switch.failure.as_ref()).or(remove.failure.as_ref());
    html! {
        <>
            if let Some(failure) = failure { <Failed failure={failure.clone()} small=true /> }
            <Button icon={Icon::Send} busy={ping.busy} onclick={ping.run.clone()} action="ping">{ text.say("webhook-try") }</Button>
            if active {
                <Button icon={Icon::PlayerPause} busy={switch.busy} onclick={turn} action="switch-off">{ text.say("webhook-switch-off") }</Button>
            } else {
                <Button look={Look::Primary} icon={Icon::PlayerPlay} busy={switch.busy} onclick={turn} action="switch-on">{ text.say("webhook-switch-on") }</Button>
            }
            <Button look={Look::Danger} busy={remove.busy} onclick={ask(true)} action="remove">{ text.say("webhook-remove") }</Button>
            if *removing {
                <Confirm
                    title={text.say("webhook-remove-title")}
                    about={text.fill("webhook-remove-about", &[("name", (&props.webhook.description).into())])}
                    label={text.say("webhook-remove")}
                    onclose={ask(false)}
                    onconfirm={remove.run.clone()}
                />
            }
        </>
    }
}
