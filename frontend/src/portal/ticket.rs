//! The page of one's own case.

use super::case::{Case, Data};
use crate::route::Route;
use crate::text::use_text;
use crate::tickets::use_ticket;
use crate::ui::{Icon, Link, PageTitle, Shape, draw, glyph, href, use_ready};
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
