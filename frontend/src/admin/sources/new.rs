//! The form of a new source, and then its secret.

use super::access::NewSecret;
use super::settings::{Chosen, Settings};
use crate::admin::fields::{FaultList, use_faults, use_written};
use crate::admin::head::{Head, ProjectSelect, chosen};
use crate::api;
use crate::hooks::use_submit;
use crate::route::AdminRoute;
use crate::session::use_me;
use crate::text::use_text;
use crate::ui::{Button, Choice, Choices, Link, Look, go, href, use_ready};
use contract::inbound::{CreateInboundSource, InboundChannel, NewInboundSource, SeverityRule};
use web_sys::SubmitEvent;
use yew::prelude::*;
use yew_router::prelude::*;

/// The form.
#[component]
pub(in crate::admin) fn NewSourcePage() -> Html {
    let (text, me) = (use_text(), use_me());
    let navigator = use_navigator().expect("the console is drawn inside the router");
    use_ready(true);
    let project = use_state(|| chosen(&me, None));
    let written = use_written(|| {
        [("channel", InboundChannel::Monitoring.as_str().to_owned()), ("flap_minutes", "15".to_owned())]
    });
    let registrar = use_state(Chosen::default);
    let severities = use_state(SeverityRule::usual);
    let made = use_state(|| None::<NewInboundSource>);
    let submit = use_submit(
        |client, key, body: CreateInboundSource| async move {
            api::inbound::create_source(&client, &body, &key).await
        },
        {
            let made = made.setter();
            Callback::from(move |new: NewInboundSource| made.set(Some(new)))
        },
    );
    let faults = use_faults(submit.failure.as_ref());
    let back = (AdminRoute::Sources, text.say("admin-sources"));
    if let Some(NewInboundSource { secret, source }) = (*made).clone() {
        let onkept = {
            let id = source.id.to_string();
            Callback::from(move |()| go(&navigator, &href(&AdminRoute::Source { source: id.clone() })))
        };
        return html! {
            <div class="stack narrow-form">
                <Head title={source.name.clone()} {back} />
                <section class="panel"><NewSecret {source} {secret} {onkept} /></section>
            </div>
        };
    }
    let channel = written.get("channel").parse().unwrap_or(InboundChannel::Monitoring);
    let onsubmit = {
        let (written, run, project) = (written.clone(), submit.run.clone(), project.clone());
        let (registrar, severities) = (registrar.clone(), severities.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let alerts = channel == InboundChannel::Monitoring;
            run.emit(CreateInboundSource {
                project: project.as_str().into(),
                channel,
                name: written.get("name").trim().to_owned(),
                registrar: registrar.0.as_str().into(),
                service: written.given("service").map(|service| service.as_str().into()),
                group: written.given("group").map(|group| group.as_str().into()),
                severities: alerts.then(|| (*severities).clone()),
                flap_minutes: written.get("flap_minutes").parse().ok(),
            });
        })
    };
    let choose_project = {
        let (project, registrar) = (project.setter(), registrar.setter());
        Callback::from(move |key| {
            project.set(key);
            registrar.set(Chosen::default());
        })
    };
    let onregistrar = {
        let registrar = registrar.setter();
        Callback::from(move |chosen| registrar.set(chosen))
    };
    let onseverities = {
        let severities = severities.setter();
        Callback::from(move |rules| severities.set(rules))
    };
    let channels = InboundChannel::ALL.iter().rev().map(|channel| Choice {
        value: channel.as_str().into(),
        label: text.word(channel.of_tickets()),
        hint: Some(text.say(match channel {
            InboundChannel::Chat => "admin-source-chat-hint",
            InboundChannel::Monitoring => "admin-source-monitoring-hint",
        })),
    });
    html! {
        <div class="stack narrow-form">
            <Head title={text.say("admin-new-source")} about={text.say("admin-new-source-about")} {back} />
            <form class="panel" data-form="source" {onsubmit} novalidate=true>
                <FaultList faults={faults.clone()} form="source" />
                <ProjectSelect id="source-project" value={(*project).clone()} onchange={choose_project} error={faults.at("project")} />
                <Choices name="channel" id="source-channel" label={text.say("fact-channel")} value={written.get("channel")} onchange={written.set("channel")} choices={channels.collect::<Vec<_>>()} />
                <Settings project={(*project).clone()} {channel} written={written.clone()} {faults} registrar={(*registrar).clone()} {onregistrar} severities={(*severities).clone()} {onseverities} />
                <div class="form-actions">
                    <Button look={Look::Primary} submit=true busy={submit.busy}>{ text.say("admin-make-source") }</Button>
                    <Link to={href(&AdminRoute::Sources)} class="btn btn-plain">{ text.say("ui-cancel") }</Link>
                </div>
            </form>
        </div>
    }
}
