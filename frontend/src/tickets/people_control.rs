//! Naming several people, one after the other: each is found by typing, and can be taken off again.

use super::person_picker::PersonPicker;
use crate::browser;
use crate::text::use_text;
use crate::ui::{Chip, Icon};
use yew::prelude::*;

/// People as a form holds them: one a line, what names them and how they read, apart by a tab.
pub(super) fn written(people: impl IntoIterator<Item = (String, String)>) -> String {
    let lines: Vec<String> = people.into_iter().map(|(id, name)| format!("{id}\t{name}")).collect();
    lines.join("\n")
}

/// What names each, and how they read.
pub(super) fn read(value: &str) -> Vec<(String, String)> {
    let person = |line: &str| {
        let (id, name) = line.split_once('\t').unwrap_or((line, line));
        (id.to_owned(), name.to_owned())
    };
    value.lines().filter(|line| !line.trim().is_empty()).map(person).collect()
}

#[derive(Properties, PartialEq)]
pub(super) struct PeopleControlProps {
    pub(super) name: AttrValue,
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    #[prop_or_default]
    pub(super) hint: Option<AttrValue>,
    #[prop_or_default]
    pub(super) error: Option<String>,
    /// Key of the project whose people they are.
    pub(super) project: AttrValue,
    /// As [`written`].
    pub(super) value: String,
    pub(super) onchange: Callback<String>,
}

/// Those named so far, and the field that finds another.
#[component]
pub(super) fn PeopleControl(props: &PeopleControlProps) -> Html {
    let text = use_text();
    let people = read(&props.value);
    let add = {
        let (people, onchange) = (people.clone(), props.onchange.clone());
        Callback::from(move |(id, name): (String, String)| {
            if !people.iter().any(|(known, known_name)| *known == id || *known_name == name) {
                onchange.emit(written(people.iter().cloned().chain([(id, name)])));
            }
        })
    };
    let remove = |id: &str| {
        let left: Vec<_> = people.iter().filter(|(known, _)| known != id).cloned().collect();
        let field = format!("#{}", props.id);
        props.onchange.reform(move |()| {
            // With the last one goes what they stand in.
            if left.is_empty() {
                browser::focus(&field);
            }
            written(left.clone())
        })
    };
    html! {
        <>
            // Nobody is chosen in it, so that it is empty for the next.
            <PersonPicker
                name={props.name.clone()}
                id={props.id.clone()}
                label={props.label.clone()}
                hint={props.hint.clone()}
                required=false
                project={Some(props.project.to_string()).filter(|key| !key.is_empty())}
                value=""
                error={props.error.clone()}
                onchange={Callback::noop()}
                onname={add}
            />
            if people.is_empty() {
                <p class="muted small">{ text.say("people-none") }</p>
            } else {
                <div class="chips" data-part="people">
                    { for people.iter().map(|(id, name)| html! {
                        <Chip key={id.clone()} label={name.clone()} icon={Icon::UserCheck} onremove={remove(id)} />
                    }) }
                </div>
            }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_read_as_they_were_written() {
        let people =
            vec![("sgomez".to_owned(), "Sara Gómez".to_owned()), ("d".to_owned(), "Darío".to_owned())];
        assert_eq!(read(&written(people.clone())), people);
        assert_eq!(read("texto"), [("texto".to_owned(), "texto".to_owned())]);
        assert!(read("").is_empty());
    }
}
