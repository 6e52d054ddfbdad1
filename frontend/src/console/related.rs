//! Cases that were solved and read alike: their solution may serve again.

use crate::api::{self, Answer, Client};
use crate::hooks::use_remote;
use crate::order::in_order;
use crate::route::Route;
use crate::text::{fold, use_text};
use crate::tickets::StatusMark;
use crate::ui::{Link, Moment, Shape, draw, href};
use contract::tickets::{Status, TicketFilter, TicketSummary};
use yew::prelude::*;

/// How many are shown.
const SHOWN: usize = 5;

#[derive(Properties, PartialEq)]
pub(super) struct BriefProps {
    pub(super) ticket: TicketSummary,
}

/// A case in two lines: number and state, subject.
#[component]
pub(super) fn Brief(props: &BriefProps) -> Html {
    let ticket = &props.ticket;
    html! {
        <li class="brief">
            <span class="brief-head">
                <Link to={href(&Route::Ticket { number: ticket.number.clone() })} class="number">{ &ticket.number }</Link>
                <StatusMark status={ticket.status} />
                <span class="muted small"><Moment at={ticket.registered_at} /></span>
            </span>
            <span class="brief-subject">{ &ticket.subject }</span>
        </li>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct SimilarProps {
    pub(super) number: AttrValue,
    pub(super) subject: AttrValue,
}

/// Solved cases with the same words.
#[component]
pub(super) fn Similar(props: &SimilarProps) -> Html {
    let text = use_text();
    let found = use_remote((props.number.clone(), props.subject.clone()), look);
    let list = draw(&found, Shape::Text(3), |similar| {
        if similar.is_empty() {
            return html! { <p class="muted small">{ text.say("similar-none") }</p> };
        }
        html! { <ul class="briefs">{ for similar.iter().map(|other| html! { <Brief key={other.number.clone()} ticket={other.clone()} /> }) }</ul> }
    });
    html! {
        <section class="panel">
            <h2 class="section-title">{ text.say("similar") }</h2>
            { list }
        </section>
    }
}

/// Looks for the words that tell most, all of them at first, then fewer.
async fn look(client: Client, (number, subject): (AttrValue, AttrValue)) -> Answer<Vec<TicketSummary>> {
    let words = telling(&subject);
    for count in (1..=words.len()).rev() {
        let filter = TicketFilter {
            q: words.get(..count).map(|words| words.join(" ")),
            status: vec![Status::Resolved, Status::Closed],
            limit: Some(6),
            ..TicketFilter::default()
        };
        let mut found = api::tickets::list(&client, &filter).await?.items;
        found.retain(|other| *other.number != *number);
        if !found.is_empty() {
            found.truncate(SHOWN);
            return Ok(found);
        }
    }
    Ok(Vec::new())
}

/// The words of a subject that tell most of it: the longest three, which are rarely the little ones.
fn telling(subject: &str) -> Vec<String> {
    let folded = fold(subject);
    let mut words: Vec<String> = Vec::new();
    for word in folded.split(|letter: char| !letter.is_alphanumeric()) {
        if word.chars().count() > 3 && !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
    }
    let mut words = in_order(words, |one, other| other.chars().count().cmp(&one.chars().count()));
    words.truncate(3);
    words
}

#[cfg(test)]
mod tests {
    use super::telling;

    #[test]
    fn the_longest_words_tell_most() {
        assert_eq!(
            telling("No puedo imprimir en la impresora del piso 3"),
            ["impresora", "imprimir", "puedo"]
        );
        assert_eq!(telling("VPN no va"), Vec::<String>::new());
        assert_eq!(telling("Correo, correo y más CORREO"), ["correo"]);
    }
}
