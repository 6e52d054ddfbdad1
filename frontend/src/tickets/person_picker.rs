//! Choosing the person on whose behalf one registers, found by typing.

use crate::api;
use crate::hooks::{use_debounced, use_remote};
use crate::text::use_text;
use crate::ui::{Combobox, Offer};
use contract::people::{PeopleFilter, Person};
use yew::prelude::*;

const SHOWN: u16 = 20;

#[derive(Properties, PartialEq)]
pub(crate) struct PersonPickerProps {
    pub(crate) name: AttrValue,
    /// The name when absent.
    #[prop_or_default]
    pub(crate) id: Option<AttrValue>,
    pub(crate) label: AttrValue,
    #[prop_or_default]
    pub(crate) project: Option<String>,
    /// User name of who is chosen.
    pub(crate) value: AttrValue,
    #[prop_or_default]
    pub(crate) error: Option<String>,
    /// What it is for; how to search when absent.
    #[prop_or_default]
    pub(crate) hint: Option<AttrValue>,
    #[prop_or(true)]
    pub(crate) required: bool,
    pub(crate) onchange: Callback<String>,
    /// Called with the user name and the name of whoever is chosen.
    #[prop_or_default]
    pub(crate) onname: Callback<(String, String)>,
}

/// Choosing a person.
#[component]
pub(crate) fn PersonPicker(props: &PersonPickerProps) -> Html {
    let text = use_text();
    // A draft knows only the user name of who was chosen: ask for the rest.
    let typed = use_state(|| props.value.to_string());
    let chosen = use_state(|| None::<Offer>);
    let query = use_debounced((*typed).clone());
    let found = use_remote((query.clone(), props.project.clone()), |client, (query, project)| async move {
        let q = Some(query).filter(|query| !query.trim().is_empty());
        let filter = PeopleFilter { project, q, limit: Some(SHOWN), ..PeopleFilter::default() };
        Ok(api::people::users(&client, &filter).await?.items)
    });
    let offers: Vec<Offer> = found.value.iter().flat_map(|people| people.iter()).map(offer).collect();
    let shown = if props.value.is_empty() {
        AttrValue::default()
    } else {
        let known = chosen.iter().chain(&offers).find(|offer| offer.value == props.value);
        known.map_or_else(|| props.value.clone(), |offer| offer.label.clone())
    };
    let ontype = {
        let typed = typed.setter();
        Callback::from(move |value| typed.set(value))
    };
    let choose = {
        let (chosen, onchange, onname) = (chosen.setter(), props.onchange.clone(), props.onname.clone());
        let typed = typed.setter();
        Callback::from(move |offer: Option<Offer>| {
            // The next search is another.
            typed.set(String::new());
            if let Some(offer) = &offer {
                onname.emit((offer.value.to_string(), offer.label.to_string()));
            }
            onchange.emit(offer.as_ref().map(|offer| offer.value.to_string()).unwrap_or_default());
            chosen.set(offer);
        })
    };
    html! {
        <Combobox
            name={props.name.clone()}
            id={props.id.clone()}
            label={props.label.clone()}
            hint={props.hint.clone().unwrap_or_else(|| text.say("person-search-hint"))}
            error={props.error.clone()}
            required={props.required}
            {shown}
            {offers}
            onchange={choose}
            {ontype}
            busy={found.is_loading() || *typed != query}
            failure={found.failure.as_ref().map(|failure| failure.sentence(&text))}
        />
    }
}

fn offer(person: &Person) -> Offer {
    let more = [person.area.as_deref(), person.email.as_deref(), person.phone.as_deref()];
    let hint = more.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    Offer {
        hint: Some(hint).filter(|hint| !hint.is_empty()).map(AttrValue::from),
        found: true,
        ..Offer::new(person.username.clone(), person.display_name.clone())
    }
}
