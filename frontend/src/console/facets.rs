//! Facets that are more than a list of words: lists of the API, days, the order.

use super::conditions::{Facet, bound, toggled, values};
use super::facet_menu::{FacetMenu, boxes};
use super::late::{Late, Piece};
use crate::text::use_text;
use crate::tickets::{Source, use_source};
use crate::ui::{Choosable, Shape, Shelf, draw};
use contract::tickets::{Sort, TicketFilter};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct DeepProps {
    pub(super) facet: Facet,
    pub(super) source: Source,
    /// What can be ticked without asking anybody.
    #[prop_or_default]
    pub(super) always: Vec<Shelf>,
    /// Whether this person may see the list.
    #[prop_or(true)]
    pub(super) list: bool,
    pub(super) chosen: Vec<String>,
    pub(super) ontoggle: Callback<Choosable>,
}

/// A facet whose values are a list of the API, asked for when it unfolds.
#[component]
pub(super) fn Deep(props: &DeepProps) -> Html {
    let text = use_text();
    let asked = use_state(|| false);
    let onopen = {
        let asked = asked.setter();
        Callback::from(move |()| asked.set(true))
    };
    let list = FacetListProps {
        source: props.source,
        chosen: props.chosen.clone(),
        ontoggle: props.ontoggle.clone(),
    };
    html! {
        <FacetMenu
            name={props.facet.name()}
            label={text.say(props.facet.label())}
            shelves={props.always.clone()}
            chosen={props.chosen.clone()}
            ontoggle={props.ontoggle.clone()}
            {onopen}
        >
            if *asked && props.list { <Late piece={Piece::Facet(list)} /> }
        </FacetMenu>
    }
}

#[derive(Clone, Properties, PartialEq)]
pub(super) struct FacetListProps {
    source: Source,
    chosen: Vec<String>,
    ontoggle: Callback<Choosable>,
}

/// The values of a facet that the API knows.
#[component]
pub(super) fn FacetList(props: &FacetListProps) -> Html {
    let loaded = use_source(props.source, AttrValue::default());
    draw(&loaded, Shape::Text(4), |shelves| boxes(shelves, &props.chosen, &props.ontoggle))
}

#[derive(Properties, PartialEq)]
pub(super) struct OthersProps {
    pub(super) filter: TicketFilter,
    pub(super) onchange: Callback<TicketFilter>,
}

/// Open or closed, waiting or not, and between which days.
#[component]
pub(super) fn Others(props: &OthersProps) -> Html {
    let text = use_text();
    let filter = &props.filter;
    let pairs =
        [(Facet::Open, "true"), (Facet::Open, "false"), (Facet::Pending, "true"), (Facet::Pending, "false")];
    let choices = pairs.map(|(facet, value)| {
        Choosable::new(format!("{}={value}", facet.name()), facet.value_in_words(value, &text))
    });
    let chosen =
        pairs.iter().filter(|(facet, value)| values(filter, *facet).iter().any(|known| known == value));
    let chosen: Vec<String> = chosen.map(|(facet, value)| format!("{}={value}", facet.name())).collect();
    let ontoggle = {
        let (filter, onchange) = (filter.clone(), props.onchange.clone());
        Callback::from(move |choice: Choosable| {
            let found =
                pairs.iter().find(|(facet, value)| *choice.value == *format!("{}={value}", facet.name()));
            if let Some((facet, value)) = found {
                onchange.emit(toggled(&filter, *facet, value));
            }
        })
    };
    let day = |facet: Facet, id: &'static str| {
        let value = values(filter, facet).first().and_then(|value| facet.day(value));
        let (filter, onchange) = (filter.clone(), props.onchange.clone());
        let onchange = Callback::from(move |event: Event| {
            let day = event.target_unchecked_into::<HtmlInputElement>().value();
            onchange.emit(toggled(&filter, facet, &bound(facet, &day)));
        });
        html! {
            <label class="facet-day" for={id}>
                <span>{ text.say(facet.label()) }</span>
                <input type="date" class="form-control" {id} value={value.unwrap_or_default()} {onchange} />
            </label>
        }
    };
    html! {
        <FacetMenu name="others" label={text.say("facet-others")} shelves={Shelf::plain(choices.to_vec())} {chosen} {ontoggle}>
            { day(Facet::From, "facet-day-from") }
            { day(Facet::Until, "facet-day-until") }
        </FacetMenu>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct OrderProps {
    pub(super) sort: Sort,
    pub(super) filter: TicketFilter,
    pub(super) onchange: Callback<TicketFilter>,
}

/// The order of the list, also those that no column has.
#[component]
pub(super) fn Order(props: &OrderProps) -> Html {
    let text = use_text();
    let onchange = {
        let (filter, onchange) = (props.filter.clone(), props.onchange.clone());
        Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            onchange.emit(TicketFilter { sort: value.parse().ok(), cursor: None, ..filter.clone() });
        })
    };
    html! {
        <label class="order" for="filter-sort">
            <span class="visually-hidden">{ text.say("filter-sort") }</span>
            <select id="filter-sort" name="sort" class="form-select order-select" {onchange}>
                { for Sort::ALL.iter().map(|sort| html! { <option value={sort.as_str()} selected={*sort == props.sort}>{ text.word(*sort) }</option> }) }
            </select>
        </label>
    }
}
