//! A choice of several among a few, all in sight: checkboxes as cards.

use super::choices::{Cards, Choice};
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ChecksProps {
    pub(crate) name: AttrValue,
    #[prop_or_default]
    pub(crate) id: Option<AttrValue>,
    pub(crate) label: AttrValue,
    #[prop_or_default]
    pub(crate) hint: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) error: Option<String>,
    /// What is ticked.
    pub(crate) values: Vec<AttrValue>,
    pub(crate) onchange: Callback<Vec<AttrValue>>,
    pub(crate) choices: Vec<Choice>,
}

/// A choice of several.
#[component]
pub(crate) fn Checks(props: &ChecksProps) -> Html {
    let turn = |value: &AttrValue| {
        let (value, values) = (value.clone(), props.values.clone());
        props.onchange.reform(move |event: Event| {
            let on = event.target_unchecked_into::<HtmlInputElement>().checked();
            turned(&values, &value, on)
        })
    };
    Cards {
        kind: "checkbox",
        name: &props.name,
        id: props.id.as_ref().unwrap_or(&props.name),
        legend: html! { { &props.label } },
        hint: props.hint.as_ref(),
        error: props.error.as_ref(),
        class: Classes::new(),
    }
    .draw(&props.choices, |value| props.values.contains(value), turn)
}

/// The values with one of them ticked or not.
fn turned(values: &[AttrValue], value: &AttrValue, on: bool) -> Vec<AttrValue> {
    let others = values.iter().filter(|other| *other != value).cloned();
    others.chain(on.then(|| value.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::turned;
    use yew::AttrValue;

    #[test]
    fn a_value_is_ticked_once_and_taken_off() {
        let (agent, admin) = (AttrValue::from("agent"), AttrValue::from("admin"));
        let one = turned(&[], &agent, true);
        let two = turned(&turned(&one, &admin, true), &agent, true);
        assert_eq!(two, [admin.clone(), agent.clone()]);
        assert_eq!(turned(&two, &agent, false), [admin]);
    }
}
