//! The secret of a webhook: shown once, and changed for another.

use crate::api;
use crate::hooks::use_submit;
use crate::keys::Secret;
use crate::text::use_text;
use crate::ui::{Button, Failed, Icon, Look, Moment};
use contract::webhooks::{NewWebhook, Webhook};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct NewSecretProps {
    pub(super) secret: String,
    /// It has been kept.
    pub(super) leave: Callback<()>,
}

/// A secret, the only time that it is shown.
#[component]
pub(super) fn NewSecret(props: &NewSecretProps) -> Html {
    let text = use_text();
    html! {
        <div class="stack" role="status" data-part="new-secret">
            <p>{ text.say("webhook-secret-once") }</p>
            <Secret words={props.secret.clone()} label={text.say("webhook-secret")} />
            <div class="form-actions"><Button look={Look::Primary} onclick={props.leave.clone()} action="secret-kept">{ text.say("webhook-secret-kept") }</Button></div>
        </div>
    }
}

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
    let leave = {
        let secret = secret.setter();
        Callback::from(move |()| secret.set(None))
    };
    html! {
        <section class="panel" aria-labelledby="secret-title">
            <h2 id="secret-title" class="section-title">{ text.say("webhook-secret") }</h2>
            if let Some(failure) = &submit.failure { <Failed failure={failure.clone()} small=true /> }
            <p class="muted">{ text.say("webhook-secret-about") }</p>
            if let Some(until) = props.webhook.previous_secret_until {
                <p>{ text.say("webhook-secret-until") }{ " " }<Moment at={until} /></p>
            }
            if let Some(secret) = &*secret {
                <NewSecret secret={secret.clone()} {leave} />
            } else {
                <div class="form-actions"><Button icon={Icon::Refresh} busy={submit.busy} onclick={submit.run.clone()} action="rotate">{ text.say("webhook-rotate") }</Button></div>
            }
        </section>
    }
}
