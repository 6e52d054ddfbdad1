//! What the person sees of their case: how it stands, what is wanted of them, the conversation.

use super::cancel::Cancel;
use super::catalogue::register_with;
use super::facts::Facts;
use super::late::{Late, Piece};
use super::told::{stages, told};
use super::waiting::{Wanted, wanted};
use crate::browser;
use crate::hooks::use_now;
use crate::text::use_text;
use crate::tickets::{
    Attachments, Changed, ClosureLine, Composer, SurveyFormProps, TicketData, TicketTimeline,
};
use crate::ui::{Button, Icon, Link, Look, Markdown, Shape, Stepper, draw, glyph, use_toast};
use contract::tickets::{Action, Kind, Status, Ticket, TicketSummary};
use std::rc::Rc;
use yew::prelude::*;

/// Lets the page's data be a property: drawn again whenever the page is.
#[derive(Clone)]
pub(super) struct Data(pub(super) TicketData);

impl PartialEq for Data {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct CaseProps {
    pub(super) ticket: Rc<Ticket>,
    pub(super) data: Data,
}

/// A case as its requester sees it.
#[component]
pub(super) fn Case(props: &CaseProps) -> Html {
    let (text, now, toast) = (use_text(), use_now(), use_toast());
    let (ticket, data) = (&props.ticket, &props.data.0);
    let summary = &ticket.summary;
    let may = |action| summary.allowed_actions.contains(&action);
    let changed = |said: &str| {
        let (changed, toast, said) = (data.changed.clone(), toast.clone(), text.say(said));
        Callback::from(move |ticket: Ticket| {
            toast.emit(said.clone());
            changed.emit(ticket);
            // What had the focus is gone; the heading is where the page begins.
            browser::focus("h1");
        })
    };
    let survey = || SurveyFormProps {
        number: summary.number.clone().into(),
        project: summary.project.key.clone().into(),
        closed: summary.status == Status::Closed,
        done: changed("survey-thanks"),
        refused: data.refused.clone(),
    };
    html! {
        <div class="ticket-columns">
            <div class="stack">
                <Changed news={data.news.clone()} onread={data.news_read.clone()} />
                <section class="panel now" aria-label={text.say("case-now")}>
                    <Stepper label={text.say("case-stages")} stages={stages(summary, &text)} />
                    <div class={classes!("now-words", wanted(summary).map(|_| "now-words-call"))}>
                        <p>{ told(summary, now, &text) }</p>
                        { call(summary, &text) }
                    </div>
                    if summary.status == Status::Closed { <ClosureLine ticket={summary.clone()} /> }
                </section>
                if let Some(solution) = &ticket.solution {
                    <section class="panel solution" aria-labelledby="solution-title">
                        <h2 id="solution-title" class="section-title">{ glyph(Icon::Bulb) }{ text.say("case-solution") }</h2>
                        <Markdown source={solution.clone()} />
                    </section>
                }
                if may(Action::Survey) {
                    <section class="panel panel-calls" aria-labelledby="survey-title">
                        <h2 id="survey-title" class="section-title">{ text.say("survey-title") }</h2>
                        <Late piece={Piece::Survey(survey())} />
                    </section>
                }
                <section aria-labelledby="conversation-title" class="stack">
                    <h2 id="conversation-title" class="section-title">{ text.say("case-conversation") }</h2>
                    <div class="panel description"><Markdown source={ticket.description.clone()} /></div>
                    { draw(&data.events, Shape::Rows(4), |events| html! { <TicketTimeline number={summary.number.clone()} events={events.clone()} /> }) }
                    <Composer number={summary.number.clone()} open={may(Action::Comment)} done={data.refresh.clone()} />
                </section>
            </div>
            <aside class="stack" aria-label={text.say("case-facts")}>
                <Facts ticket={ticket.clone()} />
                <div class="panel"><Attachments number={summary.number.clone()} files={data.files.clone()} may_add={may(Action::Attach)} done={data.refresh.clone()} /></div>
                if may(Action::Cancel) {
                    <Cancel number={summary.number.clone()} subject={summary.subject.clone()} done={changed("cancel-done")} refused={data.refused.clone()} />
                }
                if summary.status == Status::Closed {
                    <section class="panel panel-quiet">
                        <p class="muted small">{ text.say("case-again-about") }</p>
                        <Link to={follow_up(summary)} class="btn btn-plain">{ text.say("case-again") }</Link>
                    </section>
                }
            </aside>
        </div>
    }
}

/// The button that leads to what is wanted of the person.
fn call(ticket: &TicketSummary, text: &crate::text::Text) -> Html {
    let (key, target) = match wanted(ticket) {
        Some(Wanted::Word) => ("waiting-word-do", "[data-form=survey] input"),
        Some(Wanted::Answer) => ("waiting-answer-do", "[data-form=comment] textarea"),
        None => return Html::default(),
    };
    let onclick = Callback::from(move |()| {
        browser::focus(target);
    });
    html! { <Button look={Look::Primary} {onclick} action="answer">{ text.say(key) }</Button> }
}

/// The form, with what a closed case and its follow-up have in common.
fn follow_up(ticket: &TicketSummary) -> AttrValue {
    let mut given = vec![
        ("follow_up_of", ticket.number.as_str()),
        ("subject", ticket.subject.as_str()),
        ("project", ticket.project.key.as_str()),
    ];
    // What else it was called is the desk's word; people are asked about these two.
    if matches!(ticket.kind, Kind::Incident | Kind::Request) {
        given.push(("kind", ticket.kind.as_str()));
    }
    given.extend(ticket.service.as_ref().map(|service| ("service", service.key.as_str())));
    register_with(&given)
}

#[cfg(test)]
mod tests {
    use super::follow_up;
    use crate::tickets::sample;

    #[test]
    fn a_follow_up_begins_with_what_is_known() {
        assert_eq!(
            follow_up(&sample::ticket()),
            "/portal/new?follow_up_of=TIC-1042&subject=Sin+red&project=TIC&kind=incident"
        );
    }
}
