//! A choice from a list: the browser's own control, which every screen reader knows.

use super::field::{Field, described_by};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Something to choose.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Choosable {
    pub(crate) value: AttrValue,
    pub(crate) label: AttrValue,
}

impl Choosable {
    pub(crate) fn new(value: impl Into<AttrValue>, label: impl Into<AttrValue>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

/// Things to choose under one heading; without a heading when it is empty.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) struct Shelf {
    pub(crate) heading: AttrValue,
    pub(crate) choices: Vec<Choosable>,
}

impl Shelf {
    /// Choices without a heading.
    pub(crate) fn plain(choices: Vec<Choosable>) -> Vec<Self> {
        vec![Self { heading: AttrValue::default(), choices }]
    }

    /// Choices under the headings they name, in the order of first appearance.
    pub(crate) fn sorted(items: impl IntoIterator<Item = (String, Choosable)>) -> Vec<Self> {
        let mut shelves: Vec<Self> = Vec::new();
        for (heading, choice) in items {
            match shelves.iter_mut().find(|shelf| shelf.heading == heading) {
                Some(shelf) => shelf.choices.push(choice),
                None => shelves.push(Self { heading: heading.into(), choices: vec![choice] }),
            }
        }
        shelves
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct SelectProps {
    pub(crate) name: AttrValue,
    /// The name when absent.
    #[prop_or_default]
    pub(crate) id: Option<AttrValue>,
    pub(crate) label: AttrValue,
    #[prop_or_default]
    pub(crate) hint: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) error: Option<String>,
    #[prop_or_default]
    pub(crate) required: bool,
    pub(crate) value: AttrValue,
    pub(crate) onchange: Callback<String>,
    /// What stands for no choice; without it there is always one.
    #[prop_or_default]
    pub(crate) none: Option<AttrValue>,
    pub(crate) shelves: Vec<Shelf>,
}

/// A choice from a list.
#[component]
pub(crate) fn Select(props: &SelectProps) -> Html {
    let id = props.id.clone().unwrap_or_else(|| props.name.clone());
    let onchange =
        props.onchange.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    let node = use_node_ref();
    {
        // Once a person has chosen, the attribute says no more what is selected; the property does.
        let node = node.clone();
        use_effect_with((props.value.clone(), props.shelves.clone()), move |(value, _)| {
            if let Some(select) = node.cast::<HtmlSelectElement>() {
                select.set_value(value);
            }
        });
    }
    let option = |choice: &Choosable| {
        html! {
            <option key={choice.value.to_string()} value={choice.value.clone()} selected={choice.value == props.value}>
                { &choice.label }
            </option>
        }
    };
    html! {
        <Field id={id.clone()} label={props.label.clone()} hint={props.hint.clone()} error={props.error.clone()} required={props.required}>
            <select
                ref={node}
                class="form-select"
                aria-describedby={described_by(&id, props.hint.is_some(), props.error.is_some())}
                {id}
                name={props.name.clone()}
                {onchange}
                aria-required={props.required.then_some("true")}
                aria-invalid={props.error.is_some().then_some("true")}
            >
                if let Some(none) = &props.none { <option value="" selected={props.value.is_empty()}>{ none }</option> }
                { for props.shelves.iter().map(|shelf| if shelf.heading.is_empty() {
                    html! { <>{ for shelf.choices.iter().map(option) }</> }
                } else {
                    html! { <optgroup label={shelf.heading.clone()}>{ for shelf.choices.iter().map(option) }</optgroup> }
                }) }
            </select>
        </Field>
    }
}
