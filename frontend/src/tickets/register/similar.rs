//! "¿Es esto mismo?": one's own open cases that sound like what is being typed, so that nobody
//! registers twice what is being solved already.

use crate::api;
use crate::hooks::{use_debounced, use_remote};
use crate::order::in_order;
use crate::route::Route;
use crate::text::{fold, use_text};
use crate::tickets::StatusMark;
use crate::ui::{Link, href};
use contract::tickets::{TicketFilter, TicketSummary};
use yew::prelude::*;

/// How many are shown at most.
const SHOWN: usize = 3;

/// Words that every case could have.
const COMMON: [&str; 16] = [
    "cuando", "buenos", "buenas", "favor", "necesito", "tengo", "puedo", "puede", "para", "pero", "desde",
    "porque", "problema", "ayuda", "funciona", "please",
];

/// The words of a sentence that tell one case from another, longest first.
fn telling(sentence: &str) -> Vec<String> {
    let folded = fold(sentence);
    let words = folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| word.chars().count() >= 4 && !COMMON.contains(word))
        .map(str::to_owned);
    let mut words = in_order(words, |one, other| other.len().cmp(&one.len()));
    words.dedup();
    words
}

/// Those that share most of the telling words, by their stems; none that shares nothing.
fn ranked<'a>(sentence: &str, tickets: &'a [TicketSummary]) -> Vec<&'a TicketSummary> {
    let stems: Vec<String> =
        telling(sentence).iter().map(|word| word.chars().take(5).collect::<String>()).collect();
    let shared = |ticket: &TicketSummary| {
        let subject = fold(&ticket.subject);
        stems.iter().filter(|stem| subject.contains(stem.as_str())).count()
    };
    let found = tickets.iter().map(|ticket| (shared(ticket), ticket)).filter(|(shared, _)| *shared > 0);
    let found = in_order(found, |one, other| other.0.cmp(&one.0));
    found.into_iter().map(|(_, ticket)| ticket).take(SHOWN).collect()
}

#[derive(Properties, PartialEq)]
pub(super) struct SimilarProps {
    /// What has been typed so far.
    pub(super) sentence: String,
}

/// Open cases that sound like it. That they cannot be had is no reason to disturb whoever types.
#[component]
pub(super) fn Similar(props: &SimilarProps) -> Html {
    let text = use_text();
    let sentence = use_debounced(props.sentence.clone());
    let found = use_remote(telling(&sentence).into_iter().next(), |client, word| async move {
        let Some(word) = word else { return Ok(Vec::new()) };
        let filter = TicketFilter {
            requester: vec!["me".to_owned()],
            open: Some(true),
            q: Some(word),
            limit: Some(20),
            ..TicketFilter::default()
        };
        Ok(api::tickets::list(&client, &filter).await?.items)
    });
    let tickets = found.value.unwrap_or_default();
    let similar = ranked(&sentence, &tickets);
    html! {
        <div role="status" class="similar-region">
            if !similar.is_empty() {
                <div class="similar" data-part="similar">
                    <p class="similar-title">{ text.say("similar-title") }</p>
                    <p class="small">{ text.say("similar-about") }</p>
                    <ul>
                        { for similar.into_iter().map(|ticket| html! {
                            <li key={ticket.number.clone()}>
                                <Link to={href(&Route::MyTicket { number: ticket.number.clone() })}>
                                    <span class="number">{ &ticket.number }</span>{ " " }{ &ticket.subject }
                                </Link>
                                { " " }<StatusMark status={ticket.status} pending={ticket.pending.clone()} />
                            </li>
                        }) }
                    </ul>
                </div>
            }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tickets::sample;

    fn about(subject: &str) -> TicketSummary {
        TicketSummary { subject: subject.to_owned(), ..sample::ticket() }
    }

    #[test]
    fn common_and_short_words_tell_nothing() {
        assert_eq!(telling("Necesito ayuda: no puedo imprimir en el piso 3"), ["imprimir", "piso"]);
        assert!(telling("no va").is_empty());
    }

    #[test]
    fn what_shares_more_comes_first_and_what_shares_nothing_not_at_all() {
        let tickets = [
            about("El correo no abre"),
            about("Impresora sin tinta"),
            about("La impresora del piso 3 no imprime"),
        ];
        let found = ranked("No puedo imprimir en la impresora del piso 3", &tickets);
        let subjects: Vec<&str> = found.iter().map(|ticket| ticket.subject.as_str()).collect();
        assert_eq!(subjects, ["La impresora del piso 3 no imprime", "Impresora sin tinta"]);
    }
}
