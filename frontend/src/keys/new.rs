//! Making an API key, and showing it the only time that it is shown.

use super::secret::Secret;
use crate::api;
use crate::api::security::Keyring;
use crate::hooks::{use_now, use_submit};
use crate::text::use_text;
use crate::ui::{Button, Choice, Choices, ErrorSummary, FieldFault, Look, TextInput};
use chrono::TimeDelta;
use contract::auth::{CreateApiKey, Scope};
use contract::reference::{NamedRef, Reference};
use web_sys::{HtmlInputElement, SubmitEvent};
use yew::prelude::*;

/// For how many days a key can be good.
const LIVES: [&str; 3] = ["30", "90", "365"];

#[derive(Properties, PartialEq)]
pub(super) struct NewKeyProps {
    pub(super) keyring: Keyring,
    pub(super) projects: Vec<NamedRef>,
    pub(super) fenced: bool,
    /// There is one more.
    pub(super) made: Callback<()>,
    pub(super) leave: Callback<()>,
}

/// The form, and then the key.
#[component]
pub(super) fn NewKey(props: &NewKeyProps) -> Html {
    let (text, now) = (use_text(), use_now());
    let name = use_state(String::new);
    let writes = use_state(|| false);
    let project = {
        let first = props.projects.first().filter(|_| props.fenced).map(|first| first.key.clone());
        use_state(|| first.unwrap_or_default())
    };
    let days = use_state(|| LIVES[1].to_owned());
    let key = use_state(|| None::<String>);
    let submit = {
        let (key, made, keyring) = (key.setter(), props.made.clone(), props.keyring.clone());
        use_submit(
            move |client, idempotency, body: CreateApiKey| {
                let keyring = keyring.clone();
                async move { api::security::create_api_key(&client, &keyring, &body, &idempotency).await }
            },
            Callback::from(move |new: contract::auth::NewApiKey| {
                key.set(Some(new.key));
                made.emit(());
            }),
        )
    };
    if let Some(key) = &*key {
        return html! {
            <div class="stack" role="status" data-part="new-key">
                <p>{ text.say("keys-once") }</p>
                <Secret words={key.clone()} label={text.say("keys-key")} />
                <div class="form-actions"><Button look={Look::Primary} onclick={props.leave.clone()} action="key-kept">{ text.say("keys-kept") }</Button></div>
            </div>
        };
    }
    let onsubmit = {
        let (name, writes, project, days) = (name.clone(), *writes, project.clone(), days.clone());
        let run = submit.run.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let life = TimeDelta::days(days.parse().unwrap_or(90));
            run.emit(CreateApiKey {
                name: name.trim().to_owned(),
                scopes: if writes { vec![Scope::Read, Scope::Write] } else { vec![Scope::Read] },
                projects: (!project.is_empty()).then(|| vec![Reference((*project).clone())]),
                expires_at: now + life,
            });
        })
    };
    let fault = |name: &str| Some(FieldFault { id: format!("key-{name}"), message: submit.of_field(name)? });
    let faults: Vec<FieldFault> = ["name", "projects", "expires_at"].into_iter().filter_map(fault).collect();
    let failure = submit.failure.as_ref().filter(|_| faults.is_empty());
    let sentence = failure.map(|failure| failure.sentence(&text));
    let set = |state: &UseStateHandle<String>| {
        let state = state.setter();
        Callback::from(move |value: String| state.set(value))
    };
    let choose_writes = {
        let writes = writes.setter();
        Callback::from(move |event: Event| {
            writes.set(event.target_unchecked_into::<HtmlInputElement>().checked());
        })
    };
    let choice = |value: &str, label: AttrValue| Choice { value: value.to_owned().into(), label, hint: None };
    let lives: Vec<Choice> = LIVES
        .iter()
        .map(|days| {
            choice(days, text.fill("keys-days", &[("days", days.parse::<u32>().unwrap_or(0).into())]))
        })
        .collect();
    let all = match props.keyring {
        Keyring::Own => "keys-all-projects",
        Keyring::Of(_) => "keys-all-theirs",
    };
    let projects: Vec<Choice> = (!props.fenced)
        .then(|| choice("", text.say(all)))
        .into_iter()
        .chain(props.projects.iter().map(|project| choice(&project.key, project.name.clone().into())))
        .collect();
    html! {
        <form data-form="new-key" {onsubmit} novalidate=true>
            <ErrorSummary {sentence} {faults} />
            <TextInput name="name" id="key-name" label={text.say("keys-name")} hint={text.say("keys-name-hint")} error={submit.of_field("name")} required=true value={(*name).clone()} oninput={set(&name)} maxlength="100" />
            <div class="field">
                <label class="choice choice-bare">
                    <input type="checkbox" class="form-check-input" name="writes" checked={*writes} onchange={choose_writes} />
                    <span class="choice-text">
                        <span class="choice-label">{ text.say("keys-writes") }</span>
                        <span class="choice-hint">{ text.say("keys-writes-hint") }</span>
                    </span>
                </label>
            </div>
            if props.fenced || props.projects.len() > 1 {
                <Choices name="projects" id="key-projects" label={text.say("keys-projects")} error={submit.of_field("projects")} value={(*project).clone()} onchange={set(&project)} choices={projects} />
            }
            <Choices name="days" id="key-expires_at" label={text.say("keys-life")} error={submit.of_field("expires_at")} value={(*days).clone()} onchange={set(&days)} choices={lives} />
            <div class="form-actions">
                <Button look={Look::Primary} submit=true busy={submit.busy}>{ text.say("keys-make") }</Button>
                <Button onclick={props.leave.clone()}>{ text.say("ui-cancel") }</Button>
            </div>
        </form>
    }
}
