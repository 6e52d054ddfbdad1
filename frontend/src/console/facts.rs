//! What is known of a ticket, beside its conversation.

use super::late::{Late, Piece};
use super::related::Similar;
use super::requester::RequesterPanel;
use super::steps::{Place, Steps};
use crate::api;
use crate::hooks::use_submit;
use crate::route::Route;
use crate::text::use_text;
use crate::tickets::{
    Attachments, ClockChip, ConfidentialMark, ExplainedClocksProps, PriorityMark, TicketData,
};
use crate::ui::{Button, Dialog, Disclosure, Failed, Icon, Link, Look, Moment, avatar, href};
use contract::reference::NamedRef;
use contract::sla::{ClockName, ClockState};
use contract::tickets::{Action, Status, Ticket};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties)]
pub(super) struct FactsProps {
    pub(super) ticket: Rc<Ticket>,
    pub(super) data: TicketData,
    pub(super) steps: Steps,
}

impl PartialEq for FactsProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// Clocks, people, classification, files, links, similar cases.
#[component]
pub(super) fn Facts(props: &FactsProps) -> Html {
    let text = use_text();
    let (ticket, data) = (&props.ticket, &props.data);
    let summary = &ticket.summary;
    let late = summary.sla.attention.state == ClockState::Breached
        || summary.sla.resolution.as_ref().is_some_and(|clock| clock.state == ClockState::Breached);
    let asked = use_state(|| false);
    let onopen = {
        let asked = asked.setter();
        Callback::from(move |()| asked.set(true))
    };
    let question = text.say(if late { "clocks-why-late" } else { "clocks-why" });
    html! {
        <aside class="facts-side stack" aria-label={text.say("case-facts")}>
            <section class="panel">
                <h2 class="section-title">{ text.say("clocks") }</h2>
                <div class="clock-chips">
                    <ClockChip clock={summary.sla.attention.clone()} name={ClockName::Attention} />
                    if let Some(clock) = &summary.sla.resolution { <ClockChip clock={clock.clone()} name={ClockName::Resolution} /> }
                </div>
                <Disclosure summary={question} {onopen} class="explained">
                    if *asked { <Late piece={Piece::Clocks(ExplainedClocksProps { number: summary.number.clone().into(), version: summary.version })} /> }
                </Disclosure>
            </section>
            <RequesterPanel ticket={ticket.clone()} />
            <Classification ticket={ticket.clone()} data={data.clone()} steps={props.steps.clone()} />
            <Readers ticket={ticket.clone()} data={data.clone()} steps={props.steps.clone()} />
            <div class="panel"><Attachments number={summary.number.clone()} files={data.files.clone()} desk=true may_add={summary.allowed_actions.contains(&Action::Attach)} done={data.refresh.clone()} /></div>
            if !matches!(summary.status, Status::Resolved | Status::Closed) {
                <Similar number={summary.number.clone()} subject={summary.subject.clone()} />
            }
            <Watch number={summary.number.clone()} watching={ticket.watching} done={data.refresh.clone()} />
        </aside>
    }
}

/// What the case is and who has it; the classification can be changed here.
#[component]
fn Classification(props: &FactsProps) -> Html {
    let text = use_text();
    let (ticket, summary) = (&props.ticket, &props.ticket.summary);
    let open = props.steps.chosen_in(Place::Facts) == Some(Action::Classify);
    let edit = props.steps.choose_in(Place::Facts).reform(|()| Action::Classify);
    let named = |key: &str, value: &Option<NamedRef>| {
        value.as_ref().map(|value| html! { <><dt>{ text.say(key) }</dt><dd>{ &value.name }</dd></> })
    };
    let person = |name: &str| html! { <span class="who">{ avatar(name) }{ name.to_owned() }</span> };
    html! {
        <section class="panel">
            <div class="section-head">
                <h2 class="section-title">{ text.say("case-facts") }</h2>
                if summary.allowed_actions.contains(&Action::Classify) {
                    <Button look={Look::Quiet} small=true icon={Icon::Pencil} expanded={open} onclick={edit} action="classify-here">{ text.say("facts-edit") }</Button>
                }
            </div>
            if open {
                <Late piece={props.steps.form(ticket, &props.data, Action::Classify)} />
            } else {
                <dl class="facts">
                    <dt>{ text.say("fact-assignee") }</dt>
                    <dd>{ summary.assignee.as_ref().map_or_else(|| html! { <span class="fact-nobody">{ text.say("nobody") }</span> }, |found| person(&found.display_name)) }</dd>
                    { named("fact-group", &summary.group) }
                    { named("fact-provider", &summary.provider) }
                    <dt>{ text.say("fact-level") }</dt><dd>{ text.fill("level-title", &[("level", summary.level.into())]) }</dd>
                    <dt>{ text.say("fact-kind") }</dt><dd>{ text.word(summary.kind) }</dd>
                    <dt>{ text.say("fact-priority") }</dt>
                    <dd><PriorityMark priority={summary.priority} /><span class="muted small">{ text.fill("fact-impact-urgency", &[("impact", text.word(summary.impact).to_string().into()), ("urgency", text.word(summary.urgency).to_string().into())]) }</span></dd>
                    { named("fact-service", &summary.service) }
                    { named("fact-information_system", &ticket.information_system) }
                    { named("fact-component", &ticket.component) }
                    if let Some(asset) = &ticket.asset { <dt>{ text.say("fact-asset") }</dt><dd>{ format!("{} · {}", asset.key, asset.name) }</dd> }
                    <dt>{ text.say("fact-channel") }</dt><dd>{ text.word(summary.channel) }</dd>
                    <dt>{ text.say("fact-registered") }</dt><dd><Moment at={summary.registered_at} absolute=true /></dd>
                    if summary.reopen_count > 0 { <dt>{ text.say("fact-reopened") }</dt><dd>{ text.fill("fact-times", &[("count", summary.reopen_count.into())]) }</dd> }
                    if let Some(satisfaction) = &ticket.satisfaction {
                        <dt>{ text.say("fact-satisfaction") }</dt>
                        <dd>
                            { text.say(if satisfaction.satisfied { "satisfied-yes" } else { "satisfied-no" }) }
                            if let Some(score) = satisfaction.score { { " · " }{ text.say(&format!("score-{score}")) } }
                        </dd>
                    }
                    if !ticket.tags.is_empty() { <dt>{ text.say("fact-tags") }</dt><dd>{ ticket.tags.join(", ") }</dd> }
                </dl>
            }
            if !ticket.links.is_empty() {
                <ul class="links">
                    { for ticket.links.iter().map(|link| html! {
                        <li>{ text.word(link.relation) }{ " " }<Link to={href(&Route::Ticket { number: link.number.clone() })} class="number">{ &link.number }</Link></li>
                    }) }
                </ul>
            }
        </section>
    }
}

/// Who may know of the case.
#[component]
fn Readers(props: &FactsProps) -> Html {
    let text = use_text();
    let (ticket, summary) = (&props.ticket, &props.ticket.summary);
    let may = summary.allowed_actions.contains(&Action::Confidential);
    if !may && !summary.confidential {
        return Html::default();
    }
    let open = props.steps.chosen_in(Place::Facts) == Some(Action::Confidential);
    let edit = props.steps.choose_in(Place::Facts).reform(|()| Action::Confidential);
    html! {
        <section class="panel" data-part="readers">
            <div class="section-head">
                <h2 class="section-title">{ text.say("readers") }</h2>
                if may {
                    <Button look={Look::Quiet} small=true icon={Icon::Lock} expanded={open} onclick={edit} action={Action::Confidential.as_str()}>{ text.say("readers-edit") }</Button>
                }
            </div>
            if open {
                <Dialog title={text.say("readers")} onclose={props.steps.cancel.clone()}>
                    <Late piece={props.steps.form(ticket, &props.data, Action::Confidential)} />
                </Dialog>
            }
            if summary.confidential {
                <p><ConfidentialMark />{ " " }{ text.say("readers-confidential") }</p>
                if !ticket.readers.is_empty() {
                    <ul class="memberships">{ for ticket.readers.iter().map(|person| html! { <li class="who">{ avatar(&person.display_name) }{ &person.display_name }</li> }) }</ul>
                }
            } else {
                <p class="muted small">{ text.say("readers-everybody") }</p>
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct WatchProps {
    number: AttrValue,
    watching: bool,
    done: Callback<()>,
}

/// Being told of what happens to the ticket, or not.
#[component]
fn Watch(props: &WatchProps) -> Html {
    let text = use_text();
    let submit = {
        let number = props.number.clone();
        use_submit(
            move |client, _key, watching: bool| {
                let number = number.clone();
                async move { api::tickets::watch(&client, &number, watching).await }
            },
            props.done.clone(),
        )
    };
    let onclick = {
        let (run, watching) = (submit.run.clone(), props.watching);
        Callback::from(move |()| run.emit(!watching))
    };
    let (icon, key) = if props.watching { (Icon::BellOff, "watch-stop") } else { (Icon::Bell, "watch") };
    html! {
        <div>
            if let Some(failure) = &submit.failure { <Failed failure={failure.clone()} small=true /> }
            <Button {icon} {onclick} busy={submit.busy} action="watch" class="btn-wide">{ text.say(key) }</Button>
        </div>
    }
}
