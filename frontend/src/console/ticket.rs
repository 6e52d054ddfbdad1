//! The page of a ticket for those who solve it.

use super::facts::Facts;
use super::late::{Late, Piece, use_pieces_soon};
use super::presence::HereProps;
use super::procedure::Procedure;
use super::steps::use_steps;
use super::trail;
use super::way::Way;
use crate::text::use_text;
use crate::tickets::{
    Changed, ClosureLine, Composer, ConfidentialMark, LeadingClock, PriorityMark, StatusMark, TicketData,
    TicketTimeline, use_ticket,
};
use crate::ui::{Markdown, PageTitle, Shape, draw, use_ready};
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
    let data = use_ticket(props.number.clone());
    let settled = use_pieces_soon();
    use_ready(!data.ticket.is_loading() && !data.events.is_loading());
    let ticket = data.ticket.value.as_ref();
    let number = ticket.map_or_else(|| props.number.clone(), |ticket| ticket.summary.number.clone());
    use_effect_with(number.clone(), |number| trail::keep_seen(number));
    html! {
        <div class="stack ticket-page">
            <div class="ticket-head">
                <Way number={number.clone()} />
                <PageTitle title={number.clone()} class="ticket-heading">
                    <span class="number">{ number }</span>
                    if let Some(ticket) = ticket { { " " }<span class="ticket-subject">{ &ticket.summary.subject }</span> }
                </PageTitle>
                if let Some(ticket) = ticket {
                    <Marks ticket={ticket.clone()} />
                    // Who else is there is nobody's first concern.
                    if settled {
                        <Late piece={Piece::Here(HereProps { number: ticket.summary.number.clone().into() })} />
                    }
                }
            </div>
            { draw(&data.ticket, Shape::Text(8), |ticket| html! { <Body ticket={ticket.clone()} data={data.clone()} /> }) }
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
            if summary.confidential { <ConfidentialMark /> }
            <span class="level">{ text.fill("level-title", &[("level", summary.level.into())]) }</span>
            <PriorityMark priority={summary.priority} />
            <LeadingClock ticket={summary.clone()} />
        </p>
    }
}

#[derive(Properties)]
struct BodyProps {
    ticket: Rc<Ticket>,
    data: TicketData,
}

impl PartialEq for BodyProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

#[component]
fn Body(props: &BodyProps) -> Html {
    let (ticket, data) = (&props.ticket, &props.data);
    let steps = use_steps(ticket, data);
    html! {
        <>
            <Changed news={data.news.clone()} onread={data.news_read.clone()} />
            <Procedure ticket={ticket.clone()} data={data.clone()} steps={steps.clone()} />
            <div class="ticket-columns">
                <Conversation ticket={ticket.clone()} data={data.clone()} />
                <Facts ticket={ticket.clone()} data={data.clone()} {steps} />
            </div>
        </>
    }
}

#[component]
fn Conversation(props: &BodyProps) -> Html {
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
                { draw(&data.events, Shape::Rows(5), |events| html! { <TicketTimeline number={summary.number.clone()} events={events.clone()} requester={summary.requester.clone()} detailed=true /> }) }
                <Composer number={summary.number.clone()} open={summary.allowed_actions.contains(&Action::Comment)} desk=true provider={summary.provider.as_ref().map(|provider| AttrValue::from(provider.name.clone()))} done={data.refresh.clone()} />
            </section>
        </div>
    }
}
