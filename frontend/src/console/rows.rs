//! Tickets as rows: dense, and each a link as a whole.

use crate::route::Route;
use crate::text::use_text;
use crate::tickets::{LeadingClock, PriorityMark, StatusMark};
use crate::ui::{Link, Moment, avatar, href};
use contract::tickets::TicketSummary;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct RowsProps {
    pub(super) tickets: Vec<TicketSummary>,
    pub(super) label: AttrValue,
}

/// The table.
#[component]
pub(super) fn Rows(props: &RowsProps) -> Html {
    let text = use_text();
    let head = |key: &str| html! { <th scope="col">{ text.say(key) }</th> };
    html! {
        <div class="panel panel-table">
            <table class="rows">
                <caption class="visually-hidden">{ &props.label }</caption>
                <thead>
                    <tr>
                        { head("column-number") }
                        { head("column-subject") }
                        { head("column-priority") }
                        { head("column-status") }
                        { head("column-clock") }
                        { head("column-assignee") }
                        { head("column-registered") }
                    </tr>
                </thead>
                <tbody>{ for props.tickets.iter().enumerate().map(|(index, ticket)| html! { <Row key={ticket.number.clone()} {index} ticket={ticket.clone()} /> }) }</tbody>
            </table>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct RowProps {
    index: usize,
    ticket: TicketSummary,
}

#[component]
fn Row(props: &RowProps) -> Html {
    let text = use_text();
    let ticket = &props.ticket;
    let to = href(&Route::Ticket { number: ticket.number.clone() });
    let context = [
        Some(ticket.requester.display_name.as_str()),
        ticket.service.as_ref().map(|service| service.name.as_str()),
    ];
    html! {
        <tr class={classes!("row-link", (ticket.priority == 1).then_some("row-critical"))}>
            <th scope="row" class="cell-number"><span class="number">{ &ticket.number }</span></th>
            <td class="cell-subject">
                <Link {to} class="row-subject" row={props.index.to_string()}>
                    <span class="visually-hidden">{ &ticket.number }{ " " }</span>{ &ticket.subject }
                </Link>
                <span class="row-context">{ text.word(ticket.kind) }{ " · " }{ context.into_iter().flatten().collect::<Vec<_>>().join(" · ") }</span>
            </td>
            <td class="cell-priority"><PriorityMark priority={ticket.priority} /></td>
            <td class="cell-status">
                <StatusMark status={ticket.status} pending={ticket.pending.clone()} />
                <span class="level" title={text.fill("level-title", &[("level", ticket.level.into())])}>{ text.fill("level-short", &[("level", ticket.level.into())]) }</span>
            </td>
            <td class="cell-clock"><LeadingClock ticket={ticket.clone()} /></td>
            <td class="cell-assignee">
                { match (&ticket.assignee, &ticket.provider, &ticket.group) {
                    (Some(person), _, _) => html! { <span class="who">{ avatar(&person.display_name) }{ &person.display_name }</span> },
                    (None, Some(named), _) | (None, None, Some(named)) => html! { <span class="who">{ &named.name }</span> },
                    (None, None, None) => html! { <span class="muted">{ text.say("nobody") }</span> },
                } }
            </td>
            <td class="cell-registered"><Moment at={ticket.registered_at} /></td>
        </tr>
    }
}
