//! Choosing another ticket, found by its number or by words.

use crate::api::{self, Answer, Client};
use crate::hooks::{use_debounced, use_remote};
use crate::text::use_text;
use crate::ui::{Combobox, Offer};
use contract::tickets::{Sort, TicketFilter, TicketSummary};
use yew::prelude::*;

const SHOWN: u16 = 12;

#[derive(Properties, PartialEq)]
pub(crate) struct TicketPickerProps {
    pub(crate) name: AttrValue,
    pub(crate) id: AttrValue,
    pub(crate) label: AttrValue,
    #[prop_or_default]
    pub(crate) hint: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) error: Option<String>,
    pub(crate) required: bool,
    /// Key of the project whose tickets they are.
    pub(crate) project: AttrValue,
    /// Number of the ticket that is chosen.
    pub(crate) value: AttrValue,
    pub(crate) onchange: Callback<String>,
}

/// Choosing one of the open tickets.
#[component]
pub(crate) fn TicketPicker(props: &TicketPickerProps) -> Html {
    let text = use_text();
    let typed = use_state(String::new);
    let query = use_debounced((*typed).clone());
    let found = use_remote((query.clone(), props.project.clone()), |client, (query, project)| async move {
        find(&client, query.trim(), &project).await
    });
    let offer = |ticket: &TicketSummary| Offer {
        hint: Some(format!("{} · {}", text.word(ticket.status), ticket.requester.display_name).into()),
        found: true,
        ..Offer::new(ticket.number.clone(), format!("{} · {}", ticket.number, ticket.subject))
    };
    let offers: Vec<Offer> = found.value.iter().flat_map(|tickets| tickets.iter()).map(offer).collect();
    let known = offers.iter().find(|offer| offer.value == props.value);
    let shown = known.map_or_else(|| props.value.clone(), |offer| offer.label.clone());
    let ontype = {
        let typed = typed.setter();
        Callback::from(move |value| typed.set(value))
    };
    let onchange = props
        .onchange
        .reform(|offer: Option<Offer>| offer.map(|offer| offer.value.to_string()).unwrap_or_default());
    html! {
        <Combobox
            name={props.name.clone()}
            id={props.id.clone()}
            label={props.label.clone()}
            hint={props.hint.clone()}
            error={props.error.clone()}
            required={props.required}
            {shown}
            {offers}
            {onchange}
            {ontype}
            busy={found.is_loading() || *typed != query}
            failure={found.failure.as_ref().map(|failure| failure.sentence(&text))}
        />
    }
}

async fn find(client: &Client, query: &str, project: &str) -> Answer<Vec<TicketSummary>> {
    if is_number(query) {
        return Ok(api::tickets::get(client, query)
            .await
            .map(|ticket| vec![ticket.summary])
            .unwrap_or_default());
    }
    let filter = TicketFilter {
        project: vec![project.to_owned()].into_iter().filter(|project| !project.is_empty()).collect(),
        open: Some(true),
        q: Some(query.to_owned()).filter(|query| !query.is_empty()),
        sort: Some(Sort::LastChangedFirst).filter(|_| query.is_empty()),
        limit: Some(SHOWN),
        ..TicketFilter::default()
    };
    Ok(api::tickets::list(client, &filter).await?.items)
}

/// Whether it reads like `TIC-1042`.
fn is_number(query: &str) -> bool {
    query.split_once('-').is_some_and(|(key, sequence)| {
        !key.is_empty()
            && key.chars().all(|sign| sign.is_ascii_alphanumeric())
            && !sequence.is_empty()
            && sequence.chars().all(|sign| sign.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::is_number;

    #[test]
    fn a_number_is_told_from_words() {
        assert!(is_number("TIC-1042") && is_number("tic-7"));
        assert!(!is_number("wi-fi") && !is_number("TIC-") && !is_number("sin red") && !is_number("-3"));
    }
}
