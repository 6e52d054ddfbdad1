//! Where a webhook is told, and of what.

use super::events::{Wanted, WantedFields};
use crate::admin::fields::{FaultList, Line, use_faults, use_saved, use_written};
use crate::api;
use crate::hooks::use_submit;
use crate::text::use_text;
use crate::ui::{Button, Look};
use contract::webhooks::{UpdateWebhook, Webhook};
use std::rc::Rc;
use web_sys::SubmitEvent;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct SettingsProps {
    pub(super) webhook: Rc<Webhook>,
    pub(super) onchange: Callback<Webhook>,
}

/// The form.
#[component]
pub(super) fn Settings(props: &SettingsProps) -> Html {
    let text = use_text();
    let saved = use_saved(props.onchange.clone());
    let webhook = &props.webhook;
    let written = use_written(|| fields(webhook));
    let wanted = use_state(|| wanted_of(webhook));
    {
        let (written, wanted) = (written.clone(), wanted.setter());
        use_effect_with(webhook.clone(), move |webhook| {
            written.put(fields(webhook));
            wanted.set(wanted_of(webhook));
        });
    }
    let submit = {
        let (id, version) = (webhook.id.to_string(), webhook.version);
        use_submit(
            move |client, _key, body: UpdateWebhook| {
                let id = id.clone();
                async move { api::webhooks::update(&client, &id, &body, version).await }
            },
            saved,
        )
    };
    let faults = use_faults(submit.failure.as_ref());
    let onsubmit = {
        let (written, run, wanted) = (written.clone(), submit.run.clone(), wanted.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Wanted { events, internal, confidential } = (*wanted).clone();
            run.emit(UpdateWebhook {
                description: Some(written.get("description").trim().to_owned()),
                url: Some(written.get("url").trim().to_owned()),
                events: Some(events),
                internal: Some(internal),
                confidential: Some(confidential),
                active: None,
            });
        })
    };
    let choose_wanted = {
        let wanted = wanted.setter();
        Callback::from(move |chosen| wanted.set(chosen))
    };
    html! {
        <section class="panel" aria-labelledby="webhook-title">
            <h2 id="webhook-title" class="section-title">{ text.say("admin-details") }</h2>
            <form data-form="webhook" {onsubmit} novalidate=true>
                <FaultList faults={faults.clone()} form="webhook" />
                <dl class="facts"><dt>{ text.say("fact-project") }</dt><dd>{ &webhook.project.name }</dd></dl>
                <Line form="webhook" name="description" label={text.say("webhook-description")} required=true max=200 written={written.clone()} faults={faults.clone()} />
                <Line form="webhook" name="url" label={text.say("webhook-url")} hint={text.say("webhook-url-hint")} required=true max=2000 kind="url" written={written.clone()} faults={faults.clone()} />
                <WantedFields wanted={(*wanted).clone()} onchange={choose_wanted} error={faults.at("events")} />
                <div class="form-actions"><Button look={Look::Primary} submit=true busy={submit.busy}>{ text.say("ui-save") }</Button></div>
            </form>
        </section>
    }
}

fn fields(webhook: &Webhook) -> [(&'static str, String); 2] {
    [("description", webhook.description.clone()), ("url", webhook.url.clone())]
}

fn wanted_of(webhook: &Webhook) -> Wanted {
    Wanted { events: webhook.events.clone(), internal: webhook.internal, confidential: webhook.confidential }
}
