//! What is asked, in plain words, and no more than the case at hand needs.

use super::draft::Draft;
use super::service::ServiceQuestion;
use super::similar::Similar;
use crate::api;
use crate::hooks::use_remote;
use crate::session::use_me;
use crate::text::use_text;
use crate::tickets::{PersonPicker, Source, SourceSelect};
use crate::ui::{
    Choice, Choices, Choosable, Disclosure, FieldFault, MarkdownInput, Select, Shape, Shelf, TextInput, draw,
};
use contract::catalog::{CatalogFilter, Service};
use contract::tickets::{Channel, Impact, Kind, Urgency};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct QuestionsProps {
    pub(super) draft: Rc<Draft>,
    pub(super) desk: bool,
    pub(super) faults: Vec<FieldFault>,
    /// A field and its new value.
    pub(super) change: Callback<(&'static str, String)>,
}

/// The fields of the form.
#[component]
pub(super) fn Questions(props: &QuestionsProps) -> Html {
    let (text, me) = (use_text(), use_me());
    let (draft, desk) = (&props.draft, props.desk);
    let project = Some(draft.project.clone()).filter(|project| !project.is_empty());
    let services = use_remote(project.clone(), |client, project| async move {
        Ok(api::catalog::services(&client, &CatalogFilter { project }).await?.items)
    });
    let chosen: Option<Service> = services
        .value
        .as_ref()
        .and_then(|services| services.iter().find(|one| one.key == draft.service))
        .cloned();
    // A service that is still on its way will say what kind of case it gives.
    let asks_kind = desk || (chosen.is_none() && (draft.service.is_empty() || !services.is_loading()));
    {
        // An address may name a service that is no more.
        let change = props.change.clone();
        let unknown = services.value.is_some() && chosen.is_none() && !draft.service.is_empty();
        use_effect_with(unknown, move |unknown| {
            if *unknown {
                change.emit(("service", String::new()));
            }
        });
    }
    {
        // The service says what kind of case it gives; whoever asks need not know.
        let change = props.change.clone();
        let kind =
            chosen.as_ref().map(|service| service.kind).filter(|kind| !desk && draft.kind != kind.as_str());
        use_effect_with(kind, move |kind| {
            if let Some(kind) = kind {
                change.emit(("kind", kind.as_str().to_owned()));
            }
        });
    }
    let set = |name: &'static str| props.change.reform(move |value: String| (name, value));
    let error =
        |name: &str| props.faults.iter().find(|fault| fault.id == name).map(|fault| fault.message.clone());
    let set_confidential = props.change.reform(|event: Event| {
        let on = event.target_unchecked_into::<HtmlInputElement>().checked();
        ("confidential", if on { "true".to_owned() } else { String::new() })
    });
    let plain = |prefix: &'static str, words: &[&'static str]| -> Vec<Choice> {
        let choice = |word: &&'static str| Choice {
            value: (*word).into(),
            label: text.say(&format!("{prefix}-{word}")),
            hint: None,
        };
        words.iter().map(choice).collect()
    };
    let kinds: Vec<Choice> = if desk {
        let choice =
            |kind: &Kind| Choice { value: kind.as_str().into(), label: text.word(*kind), hint: None };
        Kind::ALL.iter().map(choice).collect()
    } else {
        let choice = |kind: Kind| Choice {
            value: kind.as_str().into(),
            label: text.say(&format!("register-kind-{kind}")),
            hint: Some(text.say(&format!("register-kind-{kind}-hint"))),
        };
        vec![choice(Kind::Incident), choice(Kind::Request)]
    };
    let project_key = project
        .unwrap_or_else(|| me.memberships.first().map(|first| first.project.key.clone()).unwrap_or_default());
    html! {
        <>
            if desk {
                <PersonPicker name="requester" label={text.say("register-requester")} project={Some(project_key.clone()).filter(|key| !key.is_empty())} value={draft.requester.clone()} error={error("requester")} onchange={set("requester")} />
                <Choices name="channel" label={text.say("register-channel")} error={error("channel")} value={if draft.channel.is_empty() { Channel::Phone.as_str().to_owned() } else { draft.channel.clone() }} onchange={set("channel")}
                    choices={[Channel::Phone, Channel::WalkIn, Channel::Email, Channel::Chat].map(|channel| Choice { value: channel.as_str().into(), label: text.word(channel), hint: None }).to_vec()} />
            }
            if me.memberships.len() > 1 {
                <Select name="project" label={text.say("register-project")} error={error("project")} required=true value={project_key.clone()} onchange={set("project")}
                    shelves={Shelf::plain(me.memberships.iter().map(|membership| Choosable::new(membership.project.key.clone(), membership.project.name.clone())).collect())} />
            }
            { draw(&services, Shape::Text(2), |services| html! {
                <ServiceQuestion services={services.clone()} value={draft.service.clone()} error={error("service")} onchange={set("service")} {desk} />
            }) }
            if asks_kind {
                <Choices name="kind" label={text.say(if desk { "register-kind-desk" } else { "register-kind" })} error={error("kind")} value={draft.kind.clone()} onchange={set("kind")} choices={kinds} />
            }
            <TextInput name="subject" label={text.say("register-subject")} hint={text.say("register-subject-hint")} error={error("subject")} required=true value={draft.subject.clone()} oninput={set("subject")} maxlength="200" />
            if !desk { <Similar sentence={draft.subject.clone()} /> }
            <MarkdownInput name="description" label={text.say("register-description")} hint={text.say("register-description-hint")} error={error("description")} required=true value={draft.description.clone()} oninput={set("description")} rows=7 maxlength="20000" />
            if draft.weighs(desk) {
            <Choices name="impact" label={text.say("register-impact")} error={error("impact")} required=false value={draft.impact.clone()} onchange={set("impact")}
                choices={plain("register-impact", &[Impact::Low.as_str(), Impact::Medium.as_str(), Impact::High.as_str()])} />
            <Choices name="urgency" label={text.say("register-urgency")} error={error("urgency")} required=false value={draft.urgency.clone()} onchange={set("urgency")}
                choices={plain("register-urgency", &[Urgency::Low.as_str(), Urgency::Medium.as_str(), Urgency::High.as_str()])} />
            }
            <div class="field">
                <label class="choice choice-bare">
                    <input type="checkbox" class="form-check-input" name="confidential" checked={draft.confidential == "true"} onchange={set_confidential} aria-describedby="confidential-hint" />
                    <span class="choice-text">
                        <span class="choice-label">{ text.say("register-confidential") }</span>
                        <span class="choice-hint" id="confidential-hint">{ text.say(if desk { "register-confidential-hint-desk" } else { "register-confidential-hint" }) }</span>
                    </span>
                </label>
            </div>
            <Disclosure summary={text.say("register-more")} open={!draft.asset.is_empty() || !draft.information_system.is_empty()}>
                <SourceSelect source={Source::Assets} project={project_key.clone()} name="asset" id="asset" label={text.say("register-asset")} hint={text.say("register-asset-hint")} error={error("asset")} value={draft.asset.clone()} onchange={set("asset")} />
                <SourceSelect source={Source::InformationSystems} project={project_key} name="information_system" id="information_system" label={text.say("register-information_system")} error={error("information_system")} value={draft.information_system.clone()} onchange={set("information_system")} />
            </Disclosure>
        </>
    }
}
