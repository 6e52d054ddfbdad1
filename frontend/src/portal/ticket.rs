//! The page of one's own case.

use super::told::{stages, told};
use crate::hooks::use_now;
use crate::route::Route;
use crate::text::use_text;
use crate::tickets::{
    ActionForm, Attachments, ClosureLine, Composer, StatusMark, SurveyForm, TicketData, TicketTimeline,
    use_ticket,
};
use crate::ui::{
    Button, Icon, Link, Markdown, Moment, PageTitle, Shape, Stepper, draw, glyph, href, use_ready, use_toast,
};
use contract::tickets::{Action, Status, Ticket};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct MyTicketPageProps {
    pub(crate) number: String,
}

/// Stages, what happens now, the conversation, the files.
#[component]
pub(crate) fn MyTicketPage(props: &MyTicketPageProps) -> Html {
    let text = use_text();
    let data = use_ticket(props.number.clone());
    use_ready(!data.ticket.is_loading() && !data.events.is_loading());
    let ticket = data.ticket.value.as_ref();
    let number = ticket.map_or_else(|| props.number.clone(), |ticket| ticket.summary.number.clone());
    html! {
        <div class="stack">
            <nav aria-label={text.say("ui-back")}>
                <Link to={href(&Route::MyTickets)} class="back">{ glyph(Icon::ArrowLeft) }{ text.say("mine-title") }</Link>
            </nav>
            <PageTitle title={number.clone()} class="ticket-heading">
                <span class="number">{ number }</span>
                if let Some(ticket) = ticket { { " " }<span class="ticket-subject">{ &ticket.summary.subject }</span> }
            </PageTitle>
            { draw(&data.ticket, Shape::Text(6), |ticket| html! { <Case ticket={ticket.clone()} data={Data(data.clone())} /> }) }
        </div>
    }
}

/// Lets the page's data be a property: drawn again whenever the page is.
#[derive(Clone)]
struct Data(TicketData);

impl PartialEq for Data {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

#[derive(Properties, PartialEq)]
struct CaseProps {
    ticket: Rc<Ticket>,
    data: Data,
}

#[component]
fn Case(props: &CaseProps) -> Html {
    let (text, now, toast) = (use_text(), use_now(), use_toast());
    let (ticket, data) = (&props.ticket, &props.data.0);
    let summary = &ticket.summary;
    let may = |action| summary.allowed_actions.contains(&action);
    let cancelling = use_state(|| false);
    let answered = {
        let (changed, said) = (data.changed.clone(), text.say("survey-thanks"));
        Callback::from(move |ticket: Ticket| {
            toast.emit(said.clone());
            changed.emit(ticket);
        })
    };
    let cancelled = {
        let (changed, cancelling) = (data.changed.clone(), cancelling.setter());
        Callback::from(move |ticket: Ticket| {
            cancelling.set(false);
            changed.emit(ticket);
        })
    };
    let set_cancelling = |to: bool| {
        let cancelling = cancelling.setter();
        Callback::from(move |()| cancelling.set(to))
    };
    html! {
        <div class="ticket-columns">
            <div class="stack">
                <section class="panel now" aria-label={text.say("case-now")}>
                    <Stepper label={text.say("case-stages")} stages={stages(summary, &text)} />
                    <p class="now-words">{ told(summary, now, &text) }</p>
                    if summary.status == Status::Closed { <ClosureLine ticket={summary.clone()} /> }
                </section>
                if let Some(solution) = &ticket.solution {
                    <section class="panel solution" aria-labelledby="solution-title">
                        <h2 id="solution-title" class="section-title">{ text.say("case-solution") }</h2>
                        <Markdown source={solution.clone()} />
                    </section>
                }
                if may(Action::Survey) {
                    <section class="panel panel-calls" aria-labelledby="survey-title">
                        <h2 id="survey-title" class="section-title">{ text.say("survey-title") }</h2>
                        <SurveyForm number={summary.number.clone()} closed={summary.status == Status::Closed} done={answered} refused={data.refused.clone()} />
                    </section>
                }
                <section aria-labelledby="conversation-title" class="stack">
                    <h2 id="conversation-title" class="section-title">{ text.say("case-conversation") }</h2>
                    <div class="panel description"><Markdown source={ticket.description.clone()} /></div>
                    { draw(&data.events, Shape::Rows(4), |events| html! { <TicketTimeline number={summary.number.clone()} events={events.clone()} /> }) }
                    if may(Action::Comment) {
                        <div class="panel"><Composer number={summary.number.clone()} done={data.refresh.clone()} /></div>
                    }
                </section>
            </div>
            <aside class="stack" aria-label={text.say("case-facts")}>
                <section class="panel">
                    <h2 class="section-title">{ text.say("case-facts") }</h2>
                    <dl class="facts">
                        <dt>{ text.say("fact-status") }</dt><dd><StatusMark status={summary.status} pending={summary.pending.clone()} /></dd>
                        <dt>{ text.say("fact-registered") }</dt><dd><Moment at={summary.registered_at} absolute=true /></dd>
                        <dt>{ text.say("fact-kind") }</dt><dd>{ text.word(summary.kind) }</dd>
                        if let Some(service) = &summary.service { <dt>{ text.say("fact-service") }</dt><dd>{ &service.name }</dd> }
                        if let Some(asset) = &ticket.asset { <dt>{ text.say("fact-asset") }</dt><dd>{ format!("{} · {}", asset.key, asset.name) }</dd> }
                        if let Some(assignee) = &summary.assignee { <dt>{ text.say("fact-assignee") }</dt><dd>{ &assignee.display_name }</dd> }
                    </dl>
                </section>
                <div class="panel"><Attachments number={summary.number.clone()} files={data.files.clone()} may_add={may(Action::Attach)} done={data.refresh.clone()} /></div>
                if may(Action::Cancel) {
                    <section class="panel">
                        if *cancelling {
                            <ActionForm ticket={ticket.clone()} action={Action::Cancel} done={cancelled} cancel={set_cancelling(false)} refused={data.refused.clone()} />
                        } else {
                            <p class="muted small">{ text.say("case-cancel-about") }</p>
                            <Button icon={Icon::Ban} onclick={set_cancelling(true)} action="cancel">{ text.word(Action::Cancel) }</Button>
                        }
                    </section>
                }
                if summary.status == Status::Closed {
                    <section class="panel">
                        <p class="muted small">{ text.say("case-again-about") }</p>
                        <Link to={format!("{}?follow_up_of={}", href(&Route::Register), summary.number)} class="btn btn-plain">{ text.say("case-again") }</Link>
                    </section>
                }
            </aside>
        </div>
    }
}
