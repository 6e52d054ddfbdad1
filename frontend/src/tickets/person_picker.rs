//! Choosing the person on whose behalf one registers: words to search, people to choose from.

use crate::api;
use crate::hooks::use_remote;
use crate::text::use_text;
use crate::ui::{Choice, Choices, TextInput};
use contract::people::{PeopleFilter, Person};
use gloo_timers::callback::Timeout;
use yew::prelude::*;

const SHOWN: u16 = 8;
const TYPING_PAUSE_MS: u32 = 250;

#[derive(Properties, PartialEq)]
pub(crate) struct PersonPickerProps {
    pub(crate) name: AttrValue,
    pub(crate) label: AttrValue,
    #[prop_or_default]
    pub(crate) project: Option<String>,
    /// User name of who is chosen.
    pub(crate) value: AttrValue,
    #[prop_or_default]
    pub(crate) error: Option<String>,
    pub(crate) onchange: Callback<String>,
}

/// Choosing a person.
#[component]
pub(crate) fn PersonPicker(props: &PersonPickerProps) -> Html {
    let text = use_text();
    let typed = use_state(String::new);
    let query = use_state(String::new);
    {
        let query = query.setter();
        use_effect_with((*typed).clone(), move |typed| {
            let typed = typed.clone();
            let pause = Timeout::new(TYPING_PAUSE_MS, move || query.set(typed));
            move || drop(pause)
        });
    }
    let found =
        use_remote(((*query).clone(), props.project.clone()), |client, (query, project)| async move {
            let q = Some(query).filter(|query| !query.trim().is_empty());
            let filter = PeopleFilter { project, q, role: None, limit: Some(SHOWN) };
            Ok(api::people::users(&client, &filter).await?.items)
        });
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |value| typed.set(value))
    };
    let people = found.value.clone().unwrap_or_default();
    let choices: Vec<Choice> = people.iter().map(choice).collect();
    let nobody = found.value.is_some() && choices.is_empty();
    html! {
        <div class="person-picker">
            <TextInput
                name="requester-search"
                label={text.say("person-search")}
                hint={text.say("person-search-hint")}
                required=true
                value={(*typed).clone()}
                {oninput}
            />
            <Choices
                name={props.name.clone()}
                label={props.label.clone()}
                error={props.error.clone()}
                value={props.value.clone()}
                onchange={props.onchange.clone()}
                {choices}
                class="choices-list"
            />
            <p class="muted small" aria-live="polite">
                if nobody { { text.say("person-nobody") } }
                if let Some(failure) = &found.failure { { failure.sentence(&text) } }
            </p>
        </div>
    }
}

fn choice(person: &Person) -> Choice {
    let more = [person.area.as_deref(), person.email.as_deref(), person.phone.as_deref()];
    let hint = more.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    Choice {
        value: person.username.clone().into(),
        label: person.display_name.clone().into(),
        hint: Some(hint).filter(|hint| !hint.is_empty()).map(AttrValue::from),
    }
}
