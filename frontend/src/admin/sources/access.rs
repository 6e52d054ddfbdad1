//! How a program comes by a source: the address, an example, and the secret the only time it is shown.

use crate::admin::shown_once::ShownOnce;
use crate::browser;
use crate::keys::Secret;
use crate::text::{Text, use_text};
use contract::inbound::{InboundChannel, InboundSource};
use yew::prelude::*;

/// What a program may send first, in each channel.
const ALERT: &str =
    r#"{"event_id": "1", "event_name": "Prueba", "host": "srv-prueba", "severity": "Information"}"#;
const MESSAGE: &str =
    r#"{"conversation": "prueba", "message_id": "1", "author": {"name": "Prueba"}, "text": "Hola"}"#;

/// Where deliveries of a source go.
fn address(source: &InboundSource) -> String {
    format!("{}{}", browser::origin(), source.path)
}

/// A first delivery, to be tried in a terminal.
fn example(address: &str, channel: InboundChannel, secret: &str) -> String {
    let body = match channel {
        InboundChannel::Chat => MESSAGE,
        InboundChannel::Monitoring => ALERT,
    };
    format!(
        "curl '{address}' \\\n  -H 'Authorization: Bearer {secret}' \\\n  -H 'Content-Type: application/json' \\\n  -d '{body}'"
    )
}

#[derive(Properties, PartialEq)]
pub(super) struct AddressProps {
    pub(super) source: InboundSource,
}

/// The address and the example, with a blank for the secret.
#[component]
pub(super) fn Address(props: &AddressProps) -> Html {
    let text = use_text();
    html! {
        <>
            <p class="muted">{ text.say("admin-source-access-about") }</p>
            { way(&props.source, "whsec_…", &text) }
        </>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct NewSecretProps {
    pub(super) source: InboundSource,
    pub(super) secret: AttrValue,
    /// It has been copied.
    pub(super) onkept: Callback<()>,
}

/// The secret, with the address and an example that holds it.
#[component]
pub(super) fn NewSecret(props: &NewSecretProps) -> Html {
    let text = use_text();
    html! {
        <ShownOnce secret={props.secret.clone()} onkept={props.onkept.clone()}>
            { way(&props.source, &props.secret, &text) }
        </ShownOnce>
    }
}

/// The address, and an example with this secret.
fn way(source: &InboundSource, secret: &str, text: &Text) -> Html {
    let address = address(source);
    let example = example(&address, source.channel, secret);
    html! {
        <>
            <h3 class="field-label">{ text.say("admin-source-address") }</h3>
            <Secret words={address} label={text.say("admin-source-address")} />
            <h3 class="field-label">{ text.say("admin-source-example") }</h3>
            <Secret words={example} label={text.say("admin-source-example")} />
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_example_can_be_pasted() {
        let told = example("https://mesa.example/api", InboundChannel::Chat, "whsec_x");
        assert!(told.starts_with("curl 'https://mesa.example/api' \\\n"), "{told}");
        assert!(told.contains("Bearer whsec_x'") && told.ends_with("\"text\": \"Hola\"}'"), "{told}");
        for body in [ALERT, MESSAGE] {
            assert!(serde_json::from_str::<serde_json::Value>(body).is_ok(), "{body}");
        }
    }
}
