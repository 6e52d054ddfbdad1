//! API keys of somebody: which there are, making one, revoking one.

use super::new::NewKey;
use crate::api;
use crate::api::security::Keyring;
use crate::hooks::{use_remote, use_submit};
use crate::text::use_text;
use crate::ui::{Badge, Button, Confirm, Failed, Icon, Look, Moment, Shape, Tone, draw, glyph, use_toast};
use contract::auth::ApiKey;
use contract::reference::NamedRef;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ApiKeysProps {
    pub(crate) keyring: Keyring,
    /// What keys are good for here.
    pub(crate) about: AttrValue,
    /// What is said when there are none.
    pub(crate) none: AttrValue,
    /// To which projects a key can be fenced.
    pub(crate) projects: Vec<NamedRef>,
    /// Whether a key must be fenced, since not all that its owner reaches may be given away.
    #[prop_or_default]
    pub(crate) fenced: bool,
    /// Whether keys are made here, too.
    #[prop_or(true)]
    pub(crate) makes: bool,
}

/// Every key that is not revoked.
#[component]
pub(crate) fn ApiKeys(props: &ApiKeysProps) -> Html {
    let (text, toast) = (use_text(), use_toast());
    let making = use_state(|| false);
    let keys = use_remote(props.keyring.clone(), |client, keyring| async move {
        api::security::api_keys(&client, &keyring).await
    });
    let revoke = {
        let (reload, said) = (keys.reload.clone(), text.say("keys-revoked"));
        let keyring = props.keyring.clone();
        use_submit(
            move |client, _key, id: String| {
                let keyring = keyring.clone();
                async move { api::security::revoke_api_key(&client, &keyring, &id).await }
            },
            Callback::from(move |()| {
                reload.emit(());
                toast.emit(said.clone());
            }),
        )
    };
    let asked = use_state(|| None::<ApiKey>);
    let ask = {
        let asked = asked.setter();
        Callback::from(move |key: Option<ApiKey>| asked.set(key))
    };
    let confirm = |key: &ApiKey| {
        let id = key.id.to_string();
        html! {
            <Confirm
                title={text.fill("keys-revoke-one", &[("name", (&key.name).into())])}
                about={text.say("keys-revoke-about")}
                label={text.say("keys-revoke")}
                onclose={ask.reform(|()| None)}
                onconfirm={revoke.run.reform(move |()| id.clone())}
            />
        }
    };
    let make = |on: bool| {
        let making = making.setter();
        Callback::from(move |()| making.set(on))
    };
    html! {
        <section class="panel" aria-labelledby="keys-title" data-part="api-keys">
            <h2 id="keys-title" class="section-title">{ text.say("keys") }</h2>
            <p class="muted">{ &props.about }</p>
            if let Some(failure) = &revoke.failure { <Failed failure={failure.clone()} small=true /> }
            { draw(&keys, Shape::Rows(1), |page| html! {
                if page.items.is_empty() {
                    <p class="muted small">{ &props.none }</p>
                } else {
                    <ul class="proofs">
                        { for page.items.iter().map(|key| html! {
                            <Key key={key.id.to_string()} api_key={key.clone()} revoke={ask.reform(Some)} busy={revoke.busy} />
                        }) }
                    </ul>
                }
            }) }
            if props.makes && *making {
                <NewKey keyring={props.keyring.clone()} projects={props.projects.clone()} fenced={props.fenced} made={keys.reload.clone()} leave={make(false)} />
            } else if props.makes {
                <div class="form-actions"><Button icon={Icon::Plus} onclick={make(true)} action="new-key">{ text.say("keys-new") }</Button></div>
            }
            { for asked.as_ref().map(confirm) }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct KeyProps {
    api_key: ApiKey,
    revoke: Callback<ApiKey>,
    busy: bool,
}

/// A key: what it is for, how far it reaches, until when.
#[component]
fn Key(props: &KeyProps) -> Html {
    let text = use_text();
    let ApiKey { name, scopes, projects, expires_at, last_used_at, .. } = &props.api_key;
    let revoke = {
        let key = props.api_key.clone();
        props.revoke.reform(move |()| key.clone())
    };
    html! {
        <li class="proof">
            <span class="proof-icon">{ glyph(Icon::Key) }</span>
            <div class="proof-text">
                <p class="proof-name">
                    { name }
                    { for scopes.iter().map(|scope| html! { <Badge tone={Tone::Neutral}>{ text.word(*scope) }</Badge> }) }
                    { for projects.iter().flatten().map(|project| html! { <Badge tone={Tone::Brand}>{ &project.key }</Badge> }) }
                </p>
                <p class="muted small">
                    { text.say("keys-until") }{ " " }<Moment at={*expires_at} absolute=true />
                    { " · " }
                    if let Some(at) = last_used_at {
                        { text.say("keys-used") }{ " " }<Moment at={*at} />
                    } else {
                        { text.say("keys-unused") }
                    }
                </p>
            </div>
            <Button look={Look::Quiet} small=true busy={props.busy} onclick={revoke} action="revoke-key" name={text.fill("keys-revoke-one", &[("name", name.as_str().into())])}>
                { text.say("keys-revoke") }
            </Button>
        </li>
    }
}
