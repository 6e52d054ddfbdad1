//! The page of a ticket for those who solve it.

use super::facts::Facts;
use super::procedure::Procedure;
use super::queues::{Queue, address};
use crate::text::use_text;
use crate::tickets::{
    ClosureLine, Composer, LeadingClock, PriorityMark, StatusMark, TicketData, TicketTimeline, use_ticket,
};
use crate::ui::{Icon, Link, Markdown, PageTitle, Shape, draw, glyph, use_ready};
use contract::tickets::{Action, Status, Ticket};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct TicketPageProps {
    pub(crate) number: String,
}

/// Header, procedure bar, conversation, facts.
#[component]
pub(crate) fn TicketPage(props: &TicketPageProps) -> Html {
    let text = use_text();
    let data = use_ticket(props.number.clone());
    use_ready(!data.ticket.is_loading() && !data.events.is_loading());
    let ticket = data.ticket.value.as_ref();
    let number = ticket.map_or_else(|| props.number.clone(), |ticket| ticket.summary.number.clone());
    html! {
        <div class="stack ticket-page">
            <div class="ticket-head">
                <nav aria-label={text.say("ui-back")}>
                    <Link to={address(&Queue::Unattended.filter())} class="back">{ glyph(Icon::ArrowLeft) }{ text.say("queues") }</Link>
                </nav>
                <PageTitle title={number.clone()} class="ticket-heading">
                    <span class="number">{ number }</span>
                    if let Some(ticket) = ticket { { " " }<span class="ticket-subject">{ &ticket.summary.subject }</span> }
                </PageTitle>
                if let Some(ticket) = ticket { <Marks ticket={ticket.clone()} /> }
            </div>
            { draw(&data.ticket, Shape::Text(8), |ticket| body(ticket, &data)) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct MarksProps {
    ticket: Rc<Ticket>,
}

#[component]
fn Marks(props: &MarksProps) -> Html {
    let text = use_text();
    let summary = &props.ticket.summary;
    html! {
        <p class="ticket-marks">
            <StatusMark status={summary.status} pending={summary.pending.clone()} />
            <span class="level">{ text.fill("level-title", &[("level", summary.level.into())]) }</span>
            <PriorityMark priority={summary.priority} />
            <LeadingClock ticket={summary.clone()} />
        </p>
    }
}

fn body(ticket: &Rc<Ticket>, data: &TicketData) -> Html {
    html! {
        <>
            <Procedure ticket={ticket.clone()} data={data.clone()} />
            <div class="ticket-columns">
                <Conversation ticket={ticket.clone()} data={data.clone()} />
                <Facts ticket={ticket.clone()} data={data.clone()} />
            </div>
        </>
    }
}

#[derive(Properties)]
struct ConversationProps {
    ticket: Rc<Ticket>,
    data: TicketData,
}

impl PartialEq for ConversationProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

#[component]
fn Conversation(props: &ConversationProps) -> Html {
    let text = use_text();
    let (ticket, data) = (&props.ticket, &props.data);
    let summary = &ticket.summary;
    html! {
        <div class="stack">
            if summary.status == Status::Closed { <div class="panel"><ClosureLine ticket={summary.clone()} /></div> }
            <section class="panel description" aria-labelledby="description-title">
                <h2 id="description-title" class="section-title">{ text.say("case-description") }</h2>
                <Markdown source={ticket.description.clone()} />
            </section>
            if let Some(solution) = &ticket.solution {
                <section class="panel solution" aria-labelledby="solution-title">
                    <h2 id="solution-title" class="section-title">{ text.say("case-solution") }</h2>
                    <Markdown source={solution.clone()} />
                </section>
            }
            <section aria-labelledby="timeline-title" class="stack">
                <h2 id="timeline-title" class="section-title">{ text.say("timeline") }</h2>
                { draw(&data.events, Shape::Rows(5), |events| html! { <TicketTimeline number={summary.number.clone()} events={events.clone()} detailed=true /> }) }
                if summary.allowed_actions.contains(&Action::Comment) {
                    <div class="panel"><Composer number={summary.number.clone()} desk=true done={data.refresh.clone()} /></div>
                }
            </section>
        </div>
    }
}
