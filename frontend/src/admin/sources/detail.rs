//! A source: its settings, how a program comes by it, its end.

use super::access::{Address, NewSecret};
use super::settings::{Chosen, Settings};
use crate::admin::fields::{FaultList, use_faults, use_saved, use_written};
use crate::admin::head::Head;
use crate::api;
use crate::hooks::{use_remote, use_submit};
use crate::route::AdminRoute;
use crate::text::use_text;
use crate::ui::{Button, Dialog, Failed, Icon, Look, Moment, Shape, draw, go, href, use_ready, use_toast};
use contract::inbound::{InboundSource, NewInboundSource, UpdateInboundSource};
use std::rc::Rc;
use web_sys::SubmitEvent;
use yew::prelude::*;
use yew_router::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::admin) struct SourcePageProps {
    pub(in crate::admin) source: AttrValue,
}

/// The page of a source.
#[component]
pub(in crate::admin) fn SourcePage(props: &SourcePageProps) -> Html {
    let text = use_text();
    let found =
        use_remote(
            props.source.clone(),
            |client, id| async move { api::inbound::source(&client, &id).await },
        );
    use_ready(!found.is_loading());
    let name = found.value.as_ref().map_or_else(AttrValue::default, |source| source.name.clone().into());
    html! {
        <div class="stack">
            <Head title={if name.is_empty() { text.say("admin-source") } else { name }} back={(AdminRoute::Sources, text.say("admin-sources"))}>
                if let Some(source) = &found.value {
                    <InUse source={source.clone()} onchange={found.put.clone()} />
                    <Delete source={source.clone()} />
                }
            </Head>
            { draw(&found, Shape::Cards(2), |source| html! {
                <div class="admin-columns">
                    <Edit source={source.clone()} onchange={found.put.clone()} />
                    <Access source={source.clone()} onchange={found.put.clone()} />
                </div>
            }) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct SourceProps {
    source: Rc<InboundSource>,
    onchange: Callback<InboundSource>,
}

/// Whether it takes anything.
#[component]
fn InUse(props: &SourceProps) -> Html {
    let text = use_text();
    let saved = use_saved(props.onchange.clone());
    let active = props.source.active;
    let submit = {
        let (id, version) = (props.source.id.to_string(), props.source.version);
        use_submit(
            move |client, _key, active: bool| {
                let id = id.clone();
                let body = UpdateInboundSource { active: Some(active), ..UpdateInboundSource::default() };
                async move { api::inbound::update_source(&client, &id, &body, version).await }
            },
            saved,
        )
    };
    let run = submit.run.reform(move |()| !active);
    html! {
        <>
            if let Some(failure) = &submit.failure { <Failed failure={failure.clone()} small=true /> }
            if active {
                <Button icon={Icon::PlayerPause} busy={submit.busy} onclick={run} action="end-use">{ text.say("admin-end-use") }</Button>
            } else {
                <Button look={Look::Primary} icon={Icon::PlayerPlay} busy={submit.busy} onclick={run} action="begin-use">{ text.say("admin-begin-use") }</Button>
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct DeleteProps {
    source: Rc<InboundSource>,
}

/// Its end, once it has been said what that means.
#[component]
fn Delete(props: &DeleteProps) -> Html {
    let (text, toast) = (use_text(), use_toast());
    let navigator = use_navigator().expect("the console is drawn inside the router");
    let asked = use_state(|| false);
    let submit = {
        let (id, said) = (props.source.id.to_string(), text.say("admin-source-deleted"));
        use_submit(
            move |client, _key, ()| {
                let id = id.clone();
                async move { api::inbound::delete_source(&client, &id).await }
            },
            Callback::from(move |()| {
                toast.emit(said.clone());
                go(&navigator, &href(&AdminRoute::Sources));
            }),
        )
    };
    let ask = |on: bool| {
        let asked = asked.setter();
        Callback::from(move |()| asked.set(on))
    };
    html! {
        <>
            <Button look={Look::Danger} icon={Icon::Trash} onclick={ask(true)} action="delete-source">{ text.say("admin-source-delete") }</Button>
            if *asked {
                <Dialog title={text.fill("admin-source-delete-title", &[("name", (&props.source.name).into())])} onclose={ask(false)}>
                    <div class="stack">
                        if let Some(failure) = &submit.failure { <Failed failure={failure.clone()} small=true /> }
                        <p>{ text.say("admin-source-delete-about") }</p>
                        <div class="form-actions">
                            <Button look={Look::Danger} busy={submit.busy} onclick={submit.run.clone()} action="source-deleted">{ text.say("admin-source-delete") }</Button>
                            <Button onclick={ask(false)}>{ text.say("ui-cancel") }</Button>
                        </div>
                    </div>
                </Dialog>
            }
        </>
    }
}

/// Its settings.
#[component]
fn Edit(props: &SourceProps) -> Html {
    let text = use_text();
    let saved = use_saved(props.onchange.clone());
    let source = &props.source;
    let written = use_written(|| fields(source));
    let registrar = use_state(|| registrar_of(source));
    let severities = use_state(|| source.severities.clone());
    {
        let (written, registrar, severities) = (written.clone(), registrar.setter(), severities.setter());
        use_effect_with(source.clone(), move |source| {
            written.put(fields(source));
            registrar.set(registrar_of(source));
            severities.set(source.severities.clone());
        });
    }
    let submit = {
        let (id, version) = (source.id.to_string(), source.version);
        use_submit(
            move |client, _key, body: UpdateInboundSource| {
                let id = id.clone();
                async move { api::inbound::update_source(&client, &id, &body, version).await }
            },
            saved,
        )
    };
    let faults = use_faults(submit.failure.as_ref());
    let onsubmit = {
        let (written, run) = (written.clone(), submit.run.clone());
        let (registrar, severities) = (registrar.clone(), severities.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit(UpdateInboundSource {
                name: Some(written.get("name").trim().to_owned()),
                registrar: Some(registrar.0.as_str().into()),
                service: Some(written.given("service").map(|service| service.as_str().into())),
                group: Some(written.given("group").map(|group| group.as_str().into())),
                severities: Some((*severities).clone()),
                flap_minutes: written.get("flap_minutes").parse().ok(),
                active: None,
            });
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
    html! {
        <section class="panel" aria-labelledby="source-title">
            <h2 id="source-title" class="section-title">{ text.say("admin-details") }</h2>
            <form data-form="source" {onsubmit} novalidate=true>
                <FaultList faults={faults.clone()} form="source" />
                <dl class="facts">
                    <dt>{ text.say("fact-project") }</dt><dd>{ &source.project.name }</dd>
                    <dt>{ text.say("fact-channel") }</dt><dd>{ text.word(source.channel.of_tickets()) }</dd>
                </dl>
                <Settings project={source.project.key.clone()} channel={source.channel} {written} {faults} registrar={(*registrar).clone()} {onregistrar} severities={(*severities).clone()} {onseverities} />
                <div class="form-actions"><Button look={Look::Primary} submit=true busy={submit.busy}>{ text.say("ui-save") }</Button></div>
            </form>
        </section>
    }
}

fn fields(source: &InboundSource) -> [(&'static str, String); 4] {
    [
        ("name", source.name.clone()),
        ("service", source.service.as_ref().map(|service| service.key.clone()).unwrap_or_default()),
        ("group", source.group.as_ref().map(|group| group.key.clone()).unwrap_or_default()),
        ("flap_minutes", source.flap_minutes.to_string()),
    ]
}

fn registrar_of(source: &InboundSource) -> Chosen {
    (source.registrar.id.to_string(), source.registrar.display_name.clone())
}

/// How a program comes by it.
#[component]
fn Access(props: &SourceProps) -> Html {
    let text = use_text();
    let source = &props.source;
    let fresh = use_state(|| None::<NewInboundSource>);
    let submit = {
        let (id, fresh, onchange) = (source.id.to_string(), fresh.setter(), props.onchange.clone());
        use_submit(
            move |client, key, ()| {
                let id = id.clone();
                async move { api::inbound::rotate_secret(&client, &id, &key).await }
            },
            Callback::from(move |new: NewInboundSource| {
                onchange.emit(new.source.clone());
                fresh.set(Some(new));
            }),
        )
    };
    let onkept = {
        let fresh = fresh.setter();
        Callback::from(move |()| fresh.set(None))
    };
    html! {
        <section class="panel" aria-labelledby="access-title" data-part="access">
            <h2 id="access-title" class="section-title">{ text.say("admin-source-access") }</h2>
            <dl class="facts">
                <dt>{ text.say("admin-source-used") }</dt>
                <dd>
                    if let Some(at) = source.last_used_at { <Moment {at} /> } else { { text.say("admin-source-unused") } }
                </dd>
                if let Some(at) = source.earlier_secret_until {
                    <dt>{ text.say("admin-source-earlier") }</dt><dd><Moment {at} absolute=true /></dd>
                }
            </dl>
            if let Some(new) = &*fresh {
                <NewSecret source={new.source.clone()} secret={new.secret.clone()} {onkept} />
            } else {
                <Address source={(**source).clone()} />
                if let Some(failure) = &submit.failure { <Failed failure={failure.clone()} small=true /> }
                <p class="muted small">{ text.say("admin-source-rotate-about") }</p>
                <div class="form-actions"><Button icon={Icon::Refresh} busy={submit.busy} onclick={submit.run.clone()} action="rotate-secret">{ text.say("admin-source-rotate") }</Button></div>
            }
        </section>
    }
}
