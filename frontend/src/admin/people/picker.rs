//! Choosing somebody who works in a project, found by typing.

use crate::api;
use crate::hooks::{use_debounced, use_remote};
use crate::text::use_text;
use crate::ui::{Combobox, Offer};
use contract::people::{PeopleFilter, Person};
use yew::prelude::*;

const SHOWN: u16 = 20;

#[derive(Properties, PartialEq)]
pub(in crate::admin) struct MemberPickerProps {
    pub(in crate::admin) id: AttrValue,
    pub(in crate::admin) label: AttrValue,
    /// Key of the project; any when empty.
    #[prop_or_default]
    pub(in crate::admin) project: AttrValue,
    /// User names that are not offered.
    #[prop_or_default]
    pub(in crate::admin) without: Vec<String>,
    /// How the choice reads; empty when the field is to be empty again after each.
    #[prop_or_default]
    pub(in crate::admin) shown: AttrValue,
    #[prop_or_default]
    pub(in crate::admin) error: Option<String>,
    /// Called with the user name and the name of who is chosen.
    pub(in crate::admin) onchoose: Callback<(String, String)>,
}

/// Choosing somebody.
#[component]
pub(in crate::admin) fn MemberPicker(props: &MemberPickerProps) -> Html {
    let text = use_text();
    let typed = use_state(String::new);
    let query = use_debounced((*typed).clone());
    let found = use_remote((query.clone(), props.project.clone()), |client, (query, project)| async move {
        let filter = PeopleFilter {
            project: Some(project.to_string()).filter(|project| !project.is_empty()),
            q: Some(query).filter(|query| !query.trim().is_empty()),
            limit: Some(SHOWN),
            ..PeopleFilter::default()
        };
        Ok(api::people::users(&client, &filter).await?.items)
    });
    let offers: Vec<Offer> = found
        .value
        .iter()
        .flat_map(|people| people.iter())
        .filter(|person| !props.without.contains(&person.username))
        .map(|person| offer(person, &text))
        .collect();
    let ontype = {
        let typed = typed.setter();
        Callback::from(move |value| typed.set(value))
    };
    let onchange = {
        let (typed, onchoose) = (typed.setter(), props.onchoose.clone());
        Callback::from(move |offer: Option<Offer>| {
            let chosen = offer.map(|offer| (offer.value.to_string(), offer.label.to_string()));
            typed.set(String::new());
            onchoose.emit(chosen.unwrap_or_default());
        })
    };
    html! {
        <Combobox
            name="person"
            id={props.id.clone()}
            label={props.label.clone()}
            hint={text.say("person-search-hint")}
            error={props.error.clone()}
            required=true
            shown={props.shown.clone()}
            {offers}
            {onchange}
            {ontype}
            busy={found.is_loading() || *typed != query}
            failure={found.failure.as_ref().map(|failure| failure.sentence(&text))}
        />
    }
}

fn offer(person: &Person, text: &crate::text::Text) -> Offer {
    let roles: Vec<String> = person.roles.iter().map(|role| text.word(*role).to_string()).collect();
    Offer {
        hint: Some(roles.join(", ").into()),
        found: true,
        ..Offer::new(person.username.clone(), person.display_name.clone())
    }
}
