//! Forms whose fields are lines of text: what is written in them, and how each is drawn.

use crate::api::Failure;
use crate::text::{Text, use_text};
use crate::ui::{ErrorSummary, FieldFault, TextInput, use_toast};
use std::collections::BTreeMap;
use yew::prelude::*;

/// What is written in the fields of a form, by their names.
#[derive(Clone, PartialEq)]
pub(super) struct Written(UseStateHandle<BTreeMap<&'static str, String>>);

impl Written {
    /// What is written in a field.
    pub(super) fn get(&self, name: &str) -> String {
        self.0.get(name).cloned().unwrap_or_default()
    }

    /// The same without white space around it; none when nothing is left.
    pub(super) fn given(&self, name: &str) -> Option<String> {
        Some(self.get(name).trim().to_owned()).filter(|text| !text.is_empty())
    }

    /// Writes into a field.
    pub(super) fn set(&self, name: &'static str) -> Callback<String> {
        let state = self.0.clone();
        Callback::from(move |value: String| {
            let mut next = (*state).clone();
            next.insert(name, value);
            state.set(next);
        })
    }

    /// Writes anew.
    pub(super) fn put(&self, fields: impl IntoIterator<Item = (&'static str, String)>) {
        self.0.set(fields.into_iter().collect());
    }
}

/// A form that begins with what `start` says.
#[hook]
pub(super) fn use_written<I: IntoIterator<Item = (&'static str, String)>>(
    start: impl FnOnce() -> I,
) -> Written {
    Written(use_state(|| start().into_iter().collect()))
}

/// What is wrong with a form: what the server said of its fields, and of the rest.
#[derive(Clone, PartialEq, Default)]
pub(super) struct Faults {
    /// Field and sentence, in the order in which they were said.
    fields: Vec<(String, String)>,
    sentence: Option<String>,
}

impl Faults {
    pub(super) fn of(failure: Option<&Failure>, text: &Text) -> Self {
        let errors = failure.and_then(Failure::problem).map(|problem| problem.errors.as_slice());
        let fields: Vec<(String, String)> = errors
            .unwrap_or_default()
            .iter()
            .map(|error| (error.field.clone(), error.message.clone()))
            .collect();
        let sentence = failure.filter(|_| fields.is_empty()).map(|failure| failure.sentence(text));
        Self { fields, sentence }
    }

    /// What is wrong with a field, or with something below it.
    pub(super) fn at(&self, name: &str) -> Option<String> {
        let below =
            |field: &str| field == name || field.strip_prefix(name).is_some_and(|rest| rest.starts_with('.'));
        self.fields.iter().find(|(field, _)| below(field)).map(|(_, message)| message.clone())
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct FaultListProps {
    pub(super) faults: Faults,
    /// What the ids of the form's fields begin with.
    #[prop_or_default]
    pub(super) form: AttrValue,
}

/// The faults on top of a form, each leading to its field.
#[component]
pub(super) fn FaultList(props: &FaultListProps) -> Html {
    let fault = |(field, message): &(String, String)| {
        let control = field.split('.').next().unwrap_or_default();
        let id = if control.is_empty() { String::new() } else { format!("{}-{control}", props.form) };
        FieldFault { id, message: message.clone() }
    };
    html! {
        <ErrorSummary sentence={props.faults.sentence.clone()} faults={props.faults.fields.iter().map(fault).collect::<Vec<_>>()} />
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct LineProps {
    pub(super) form: AttrValue,
    pub(super) name: &'static str,
    pub(super) label: AttrValue,
    #[prop_or_default]
    pub(super) hint: Option<AttrValue>,
    #[prop_or_default]
    pub(super) required: bool,
    pub(super) written: Written,
    pub(super) faults: Faults,
    #[prop_or(120)]
    pub(super) max: u16,
    #[prop_or(AttrValue::Static("text"))]
    pub(super) kind: AttrValue,
    #[prop_or(AttrValue::Static("off"))]
    pub(super) autocomplete: AttrValue,
}

/// A field of one line. Its id is the form's name and its own.
#[component]
pub(super) fn Line(props: &LineProps) -> Html {
    html! {
        <TextInput
            name={props.name}
            id={format!("{}-{}", props.form, props.name)}
            label={props.label.clone()}
            hint={props.hint.clone()}
            required={props.required}
            error={props.faults.at(props.name)}
            kind={props.kind.clone()}
            value={props.written.get(props.name)}
            oninput={props.written.set(props.name)}
            maxlength={props.max.to_string()}
            autocomplete={props.autocomplete.clone()}
        />
    }
}

/// The faults of a failed request, in the language of the page.
#[hook]
pub(super) fn use_faults(failure: Option<&Failure>) -> Faults {
    let text = use_text();
    Faults::of(failure, &text)
}

/// What is done with what was saved: it is handed on to `onchange`, and said.
#[hook]
pub(super) fn use_saved<T>(onchange: Callback<T>) -> Callback<T>
where
    T: 'static,
{
    let (text, toast) = (use_text(), use_toast());
    let said = text.say("admin-saved");
    Callback::from(move |saved: T| {
        onchange.emit(saved);
        toast.emit(said.clone());
    })
}

/// The dialog of a list: what it is open for, if it is.
pub(super) struct Asking<T: 'static> {
    asked: UseStateHandle<Option<T>>,
    /// Closes it.
    pub(super) close: Callback<()>,
    /// Closes it, says that it is saved and reads the list anew.
    pub(super) done: Callback<()>,
}

impl<T: Clone + 'static> Asking<T> {
    /// Opens it for something.
    pub(super) fn open(&self, what: T) -> Callback<()> {
        let asked = self.asked.setter();
        Callback::from(move |()| asked.set(Some(what.clone())))
    }

    /// What it is open for.
    pub(super) fn asked(&self) -> Option<&T> {
        self.asked.as_ref()
    }
}

/// A dialog that is closed at first, of a list that `reload` reads anew.
#[hook]
pub(super) fn use_asking<T: 'static>(reload: Callback<()>) -> Asking<T> {
    let asked = use_state(|| None::<T>);
    let saved = use_saved(reload);
    let close = {
        let asked = asked.setter();
        Callback::from(move |()| asked.set(None))
    };
    let done = {
        let close = close.clone();
        Callback::from(move |()| {
            close.emit(());
            saved.emit(());
        })
    };
    Asking { asked, close, done }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_below_a_field_is_the_fields() {
        let faults = Faults {
            fields: vec![("reassign_to.assignee".to_owned(), "Elija a otra persona.".to_owned())],
            sentence: None,
        };
        assert_eq!(faults.at("reassign_to").as_deref(), Some("Elija a otra persona."));
        assert_eq!(faults.at("reassign"), None);
        assert_eq!(faults.at("reassign_to.group"), None);
    }
}
