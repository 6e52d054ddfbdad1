//! Tickets as rows: dense, each a link as a whole, each to be chosen by its box.

use super::sorting::SortColumn;
use crate::live::{Colleague, Presence};
use crate::route::Route;
use crate::text::{Text, use_text};
use crate::tickets::{ConfidentialMark, LeadingClock, PriorityMark, StatusMark};
use crate::ui::{Icon, Link, Moment, SelectAll, SelectRow, Selection, avatar, glyph, href};
use contract::tickets::{Sort, TicketSummary};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct RowsProps {
    pub(super) tickets: Rc<Vec<TicketSummary>>,
    pub(super) label: AttrValue,
    /// Numbers of the tickets that have come since the list was opened.
    pub(super) latest: BTreeSet<String>,
    /// Which colleagues have which of them open.
    pub(super) presence: Rc<Presence>,
    pub(super) selection: Selection,
    pub(super) onselect: Callback<Selection>,
    pub(super) sort: Sort,
    pub(super) onsort: Callback<Sort>,
}

/// The table.
#[component]
pub(super) fn Rows(props: &RowsProps) -> Html {
    let text = use_text();
    let rows: Vec<AttrValue> = props.tickets.iter().map(|ticket| ticket.number.clone().into()).collect();
    let head = |class: &'static str, key: &str| html! { <th scope="col" {class}>{ text.say(key) }</th> };
    let sorted = |class: &'static str, key: &str, column: SortColumn| {
        let direction = column.direction(props.sort);
        let next = column.pressed(props.sort);
        let onclick = props.onsort.reform(move |_: MouseEvent| next);
        html! {
            <th scope="col" {class} aria-sort={direction}>
                <button type="button" class="sort" title={text.word(next)} {onclick}>
                    { text.say(key) }
                    <span class={classes!("sort-mark", direction.is_none().then_some("sort-none"), (direction == Some("ascending")).then_some("sort-up"))}>{ glyph(Icon::ChevronDown) }</span>
                </button>
            </th>
        }
    };
    html! {
        <div class="panel panel-table">
            <table class="rows">
                <caption class="visually-hidden">{ &props.label }</caption>
                <thead>
                    <tr>
                        <td class="cell-check"><SelectAll rows={rows.clone()} selection={props.selection.clone()} onselect={props.onselect.clone()} /></td>
                        { head("head-number", "column-number") }
                        { head("head-subject", "column-subject") }
                        { sorted("head-priority", "column-priority", SortColumn::Priority) }
                        { head("head-status", "column-status") }
                        { sorted("head-clock", "column-clock", SortColumn::Attention) }
                        { head("head-assignee", "column-assignee") }
                        { sorted("head-registered", "column-registered", SortColumn::Registered) }
                    </tr>
                </thead>
                <tbody>
                    { for props.tickets.iter().map(|ticket| html! {
                        <Row
                            key={ticket.number.clone()}
                            ticket={ticket.clone()}
                            latest={props.latest.contains(&ticket.number)}
                            people={props.presence.get(&ticket.number).cloned()}
                            rows={rows.clone()}
                            selection={props.selection.clone()}
                            onselect={props.onselect.clone()}
                        />
                    }) }
                </tbody>
            </table>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct RowProps {
    ticket: TicketSummary,
    latest: bool,
    people: Option<Rc<[Colleague]>>,
    rows: Vec<AttrValue>,
    selection: Selection,
    onselect: Callback<Selection>,
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
    let chosen = props.selection.contains(&ticket.number);
    let class = classes!(
        "row-link",
        (ticket.priority == 1).then_some("row-critical"),
        chosen.then_some("row-chosen"),
        props.latest.then_some("row-new"),
    );
    html! {
        <tr {class}>
            <td class="cell-check">
                <SelectRow
                    row={ticket.number.clone()}
                    name={format!("{} {}", ticket.number, ticket.subject)}
                    rows={props.rows.clone()}
                    selection={props.selection.clone()}
                    onselect={props.onselect.clone()}
                />
            </td>
            <th scope="row" class="cell-number">
                <span class="number">{ &ticket.number }</span>
                <span class="row-level" title={text.fill("level-title", &[("level", ticket.level.into())])}>{ text.fill("level-short", &[("level", ticket.level.into())]) }</span>
            </th>
            <td class="cell-subject">
                <Link {to} class="row-subject" row={ticket.number.clone()}>
                    <span class="visually-hidden">{ &ticket.number }{ " " }</span>{ &ticket.subject }
                </Link>
                if ticket.confidential { { " " }<ConfidentialMark /> }
                { people(props.people.as_deref().unwrap_or_default(), &text) }
                <span class="row-context">{ text.word(ticket.kind) }{ " · " }{ context.into_iter().flatten().collect::<Vec<_>>().join(" · ") }</span>
            </td>
            <td class="cell-priority"><PriorityMark priority={ticket.priority} /></td>
            <td class="cell-status">
                <StatusMark status={ticket.status} pending={ticket.pending.clone()} />
            </td>
            <td class="cell-clock"><LeadingClock ticket={ticket.clone()} /></td>
            <td class="cell-assignee">
                { match (&ticket.assignee, &ticket.provider, &ticket.group) {
                    (Some(person), _, _) => html! { <span class="who">{ avatar(&person.display_name) }<span class="who-name">{ &person.display_name }</span></span> },
                    (None, Some(named), _) | (None, None, Some(named)) => html! { <span class="who"><span class="who-name">{ &named.name }</span></span> },
                    (None, None, None) => html! { <span class="muted">{ text.say("nobody") }</span> },
                } }
            </td>
            <td class="cell-registered"><Moment at={ticket.registered_at} /></td>
        </tr>
    }
}

/// Who has it open, in one small mark; somebody who writes is told apart.
fn people(all: &[Colleague], text: &Text) -> Html {
    let Some(first) = all.iter().find(|colleague| colleague.writing).or(all.first()) else {
        return Html::default();
    };
    let key = if first.writing { "presence-writing" } else { "presence-viewing" };
    let title = text.fill(key, &[("name", first.name.as_str().into())]);
    html! {
        <span class={classes!("row-people", first.writing.then_some("row-people-writing"))} title={title.clone()}>
            { avatar(&first.name) }
            if all.len() > 1 { <span aria-hidden="true">{ format!("+{}", all.len() - 1) }</span> }
            <span class="visually-hidden">{ title }</span>
        </span>
    }
}
