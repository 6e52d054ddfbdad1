//! The secret of a webhook, changed for another.

use crate::admin::shown_once::ShownOnce;
use crate::api;
use crate::hooks::use_submit;
use crate::text::use_text;
use crate::ui::{Button, Failed, Icon, Moment};
use contract::webhooks::{NewWebhook, Webhook};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct SecretPanelProps {
    pub(super) webhook: Rc<Webhook>,
    pub(super) onchange: Callback<Webhook>,
}

/// Changing the secret.
#[component]
pub(super) fn SecretPanel(props: &SecretPanelProps) -> Html {
    let text = use_text();
    let secret = use_state(|| None::<String>);
    let submit = {
        let (id, onchange, secret) = (props.webhook.id.to_string(), props.onchange.clone(), secret.setter());
        use_submit(
            move |client, key, ()| {
                let id = id.clone();
                async move { api::webhooks::rotate(&client, &id, &key).await }
            },
            Callback::from(move |new: NewWebhook| {
                secret.set(Some(new.secret));
                onchange.emit(new.webhook);
            }),
        )
    };
    let onkept = {
        let secret = secret.setter();
        Callback::from(move |()| secret.set(None))
    };
    html! {
        <section class="panel" aria-labelledby="secret-title">
            <h2 id="secret-title" class="section-title">{ text.say("admin-secret") }</h2>
            if let Some(failure) = &submit.failure { <Failed failure={failure.clone()} small=true /> }
            <p class="muted">{ text.say("webhook-secret-about") }</p>
            if let Some(until) = props.webhook.previous_secret_until {
                <p>{ text.say("webhook-secret-until") }{ " " }<Moment at={until} /></p>
            }
            if let Some(secret) = &*secret {
                <ShownOnce secret={secret.clone()} {onkept} />
            } else {
                <div class="form-actions"><Button icon={Icon::Refresh} busy={submit.busy} onclick={submit.run.clone()} action="rotate">{ text.say("webhook-rotate") }</Button></div>
            }
        </section>
    }
}
