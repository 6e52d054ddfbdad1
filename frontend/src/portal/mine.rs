//! One's own cases.

use super::told::told;
use super::waiting::{Waiting, sorted, wanted};
use crate::api;
use crate::hooks::{use_now, use_poll, use_remote};
use crate::live::use_happenings;
use crate::route::Route;
use crate::text::use_text;
use crate::tickets::{ConfidentialMark, StatusMark};
use crate::ui::{Empty, Link, Moment, PageTitle, Pager, Shape, draw, href, use_ready};
use contract::tickets::{Sort, TicketFilter, TicketSummary};
use yew::prelude::*;
use yew_router::prelude::*;

const ROWS: u16 = 20;

/// All of one's own cases: those open, or those closed (`?open=false`).
#[component]
pub(crate) fn MyTicketsPage() -> Html {
    let text = use_text();
    let open = !use_location().is_some_and(|location| location.query_str().contains("open=false"));
    let cursor = use_state(|| None::<String>);
    {
        let cursor = cursor.setter();
        use_effect_with(open, move |_| cursor.set(None));
    }
    let tickets = use_remote((open, (*cursor).clone()), |client, (open, cursor)| async move {
        let filter = TicketFilter {
            requester: vec!["me".to_owned()],
            open: Some(open),
            sort: Some(Sort::LastChangedFirst),
            limit: Some(ROWS),
            cursor,
            count: Some(true),
            ..TicketFilter::default()
        };
        api::tickets::list(&client, &filter).await
    });
    use_poll(60, true, tickets.reload.clone());
    use_happenings(Callback::from(|_: String| true), tickets.reload.clone());
    use_ready(!tickets.is_loading());
    let tab = |is_open: bool, key: &str| {
        let to = if is_open {
            href(&Route::MyTickets)
        } else {
            format!("{}?open=false", href(&Route::MyTickets)).into()
        };
        let current = is_open == open;
        html! { <Link {to} {current} class={classes!("pill", current.then_some("pill-on"))}>{ text.say(key) }</Link> }
    };
    html! {
        <div class="stack">
            <div class="section-head">
                <PageTitle title={text.say("mine-title")} />
                <Link to={href(&Route::Register)} class="btn btn-primary">{ text.say("nav-register") }</Link>
            </div>
            <nav class="pills" aria-label={text.say("mine-which")}>{ tab(true, "mine-open") }{ tab(false, "mine-closed") }</nav>
            { draw(&tickets, Shape::Cards(4), |page| if page.items.is_empty() {
                html! {
                    <Empty title={text.say(if open { "mine-none-open" } else { "mine-none-closed" })} body={text.say("mine-none-body")}>
                        <Link to={href(&Route::Register)} class="btn btn-primary">{ text.say("nav-register") }</Link>
                    </Empty>
                }
            } else {
                let (waiting, others) = sorted(&page.items);
                let go = |to: Option<String>| { let cursor = cursor.setter(); Callback::from(move |()| cursor.set(to.clone())) };
                html! {
                    <>
                        if open { <Waiting tickets={waiting} /> }
                        <TicketCards tickets={if open { others } else { page.items.clone() }} />
                        <Pager shown={page.items.len()} total={page.total} first={cursor.as_ref().map(|_| go(None))} next={page.next_cursor.clone().map(|next| go(Some(next)))} />
                    </>
                }
            }) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct TicketCardsProps {
    pub(super) tickets: Vec<TicketSummary>,
}

/// Cases as cards: number, subject, and how each stands in words.
#[component]
pub(super) fn TicketCards(props: &TicketCardsProps) -> Html {
    let (text, now) = (use_text(), use_now());
    html! {
        <ul class="cases">
            { for props.tickets.iter().map(|ticket| {
                let wants_answer = wanted(ticket).is_some();
                html! {
                    <li key={ticket.number.clone()} class={classes!("case", wants_answer.then_some("case-calls"))}>
                        <div class="case-head">
                            <span class="number">{ &ticket.number }</span>
                            <StatusMark status={ticket.status} pending={ticket.pending.clone()} />
                            if ticket.confidential { <ConfidentialMark /> }
                        </div>
                        <Link to={href(&Route::MyTicket { number: ticket.number.clone() })} class="case-subject">{ &ticket.subject }</Link>
                        <p class="case-told">{ told(ticket, now, &text) }</p>
                        <p class="muted small case-when">{ text.say("mine-changed") }{ " " }<Moment at={ticket.updated_at} /></p>
                    </li>
                }
            }) }
        </ul>
    }
}
