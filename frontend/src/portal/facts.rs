//! The facts of one's own case, in few words.

use crate::text::use_text;
use crate::tickets::{ConfidentialMark, StatusMark};
use crate::ui::{Moment, avatar};
use contract::tickets::Ticket;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct FactsProps {
    pub(super) ticket: Rc<Ticket>,
}

/// State, dates, what it is about and who has it.
#[component]
pub(super) fn Facts(props: &FactsProps) -> Html {
    let text = use_text();
    let (ticket, summary) = (&props.ticket, &props.ticket.summary);
    let named: Vec<&str> = ticket.readers.iter().map(|person| person.display_name.as_str()).collect();
    let named = named.join(", ");
    html! {
        <section class="panel">
            <h2 class="section-title">{ text.say("case-facts") }</h2>
            <dl class="facts">
                <dt>{ text.say("fact-status") }</dt><dd><StatusMark status={summary.status} pending={summary.pending.clone()} /></dd>
                <dt>{ text.say("fact-registered") }</dt><dd><Moment at={summary.registered_at} absolute=true /></dd>
                <dt>{ text.say("fact-kind") }</dt><dd>{ text.word(summary.kind) }</dd>
                if let Some(service) = &summary.service { <dt>{ text.say("fact-service") }</dt><dd>{ &service.name }</dd> }
                if let Some(system) = &ticket.information_system { <dt>{ text.say("fact-information_system") }</dt><dd>{ &system.name }</dd> }
                if let Some(asset) = &ticket.asset { <dt>{ text.say("fact-asset") }</dt><dd>{ format!("{} · {}", asset.key, asset.name) }</dd> }
                if summary.confidential {
                    <dt>{ text.say("readers") }</dt>
                    <dd>
                        <ConfidentialMark />
                        <span class="muted small">{ text.say("readers-confidential-own") }</span>
                        if !ticket.readers.is_empty() {
                            <span class="small">{ text.fill("readers-named", &[("people", named.as_str().into())]) }</span>
                        }
                    </dd>
                }
                if let Some(assignee) = &summary.assignee {
                    <dt>{ text.say("fact-assignee") }</dt>
                    <dd><span class="who">{ avatar(&assignee.display_name) }{ &assignee.display_name }</span></dd>
                }
            </dl>
        </section>
    }
}
