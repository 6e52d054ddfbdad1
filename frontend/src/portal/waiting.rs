//! What waits for the person themselves: to say whether it is solved, or to answer a question. It
//! comes before everything else on their pages.

use crate::hooks::use_now;
use crate::route::Route;
use crate::text::{Text, use_text};
use crate::ui::{Icon, Link, glyph, href};
use chrono::{DateTime, Utc};
use contract::tickets::{Action, PauseReason, Status, TicketSummary};
use yew::prelude::*;

/// What is wanted of the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// To say whether the solution serves.
    Word,
    /// To answer a question.
    Answer,
}

/// What a case wants of the person, if anything.
pub(super) fn wanted(ticket: &TicketSummary) -> Option<Wanted> {
    let may = |action| ticket.allowed_actions.contains(&action);
    let asked = ticket.pending.as_ref().is_some_and(|pending| pending.reason == PauseReason::Requester);
    match () {
        () if ticket.status == Status::Resolved && may(Action::Survey) => Some(Wanted::Word),
        () if asked && may(Action::Comment) => Some(Wanted::Answer),
        () => None,
    }
}

/// The cases that wait for the person, and the others, each in their order.
pub(super) fn sorted(tickets: &[TicketSummary]) -> (Vec<TicketSummary>, Vec<TicketSummary>) {
    tickets.iter().cloned().partition(|ticket| wanted(ticket).is_some())
}

#[derive(Properties, PartialEq)]
pub(super) struct WaitingProps {
    pub(super) tickets: Vec<TicketSummary>,
}

/// Cases that wait for the person, each with the one thing to do about it.
#[component]
pub(super) fn Waiting(props: &WaitingProps) -> Html {
    let (text, now) = (use_text(), use_now());
    if props.tickets.is_empty() {
        return Html::default();
    }
    let count = props.tickets.len();
    html! {
        <section class="waiting" aria-labelledby="waiting-title" data-part="waiting">
            <h2 id="waiting-title" class="waiting-title">
                { glyph(Icon::Bell) }{ text.fill("waiting-title", &[("count", count.into())]) }
            </h2>
            <ul class="waiting-list">{ for props.tickets.iter().filter_map(|ticket| Some(call(ticket, wanted(ticket)?, now, &text))) }</ul>
        </section>
    }
}

fn call(ticket: &TicketSummary, wanted: Wanted, now: DateTime<Utc>, text: &Text) -> Html {
    let (icon, question, button) = match wanted {
        Wanted::Word => (Icon::CircleCheck, "waiting-word", "waiting-word-do"),
        Wanted::Answer => (Icon::Message, "waiting-answer", "waiting-answer-do"),
    };
    let until = ticket.sla.acceptance.as_ref().map(|acceptance| acceptance.due_at);
    let until = until.filter(|due| wanted == Wanted::Word && *due > now);
    html! {
        <li key={ticket.number.clone()} class="waiting-case">
            <span class="waiting-icon">{ glyph(icon) }</span>
            <div class="waiting-words">
                <p class="waiting-question">{ text.say(question) }</p>
                <p class="waiting-subject"><span class="number">{ &ticket.number }</span>{ " · " }{ &ticket.subject }</p>
                if let Some(due) = until {
                    <p class="small">{ text.fill("waiting-until", &[("date", text.date(due, now).into())]) }</p>
                }
            </div>
            <Link to={href(&Route::MyTicket { number: ticket.number.clone() })} class="btn btn-accent" name={text.fill("waiting-do-which", &[("do", text.say(button).as_str().into()), ("number", (&ticket.number).into())])}>
                { text.say(button) }{ glyph(Icon::ArrowRight) }
            </Link>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tickets::sample;
    use contract::tickets::Pending;

    fn asked() -> TicketSummary {
        let pending = Pending { since: DateTime::UNIX_EPOCH, reason: PauseReason::Requester, until: None };
        TicketSummary {
            status: Status::InAnalysis,
            pending: Some(pending),
            allowed_actions: vec![Action::Comment],
            ..sample::ticket()
        }
    }

    fn solved() -> TicketSummary {
        TicketSummary {
            status: Status::Resolved,
            allowed_actions: vec![Action::Survey, Action::Comment],
            ..sample::ticket()
        }
    }

    #[test]
    fn the_person_is_wanted_for_their_word_and_for_answers() {
        assert_eq!(wanted(&solved()), Some(Wanted::Word));
        assert_eq!(wanted(&asked()), Some(Wanted::Answer));
        assert_eq!(wanted(&sample::ticket()), None);
        let closed = TicketSummary { status: Status::Closed, ..solved() };
        assert_eq!(wanted(&closed), None, "a survey about a closed case can wait");
    }

    #[test]
    fn what_waits_comes_apart() {
        let (waiting, others) = sorted(&[sample::ticket(), asked(), solved()]);
        assert_eq!((waiting.len(), others.len()), (2, 1));
    }
}
