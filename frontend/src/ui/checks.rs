//! A choice of several among a few, all in sight: checkboxes as cards.

use super::choices::Choice;
use super::field::{FieldError, described_by};
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
    let id = props.id.clone().unwrap_or_else(|| props.name.clone());
    let turn = |value: &AttrValue| {
        let (value, values) = (value.clone(), props.values.clone());
        props.onchange.reform(move |event: Event| {
            let on = event.target_unchecked_into::<HtmlInputElement>().checked();
            turned(&values, &value, on)
        })
    };
    html! {
        <fieldset
            class={classes!("field", "choices", props.error.is_some().then_some("field-wrong"))}
            aria-describedby={described_by(&id, props.hint.is_some(), props.error.is_some())}
        >
            <legend class="field-label">{ &props.label }</legend>
            if let Some(hint) = &props.hint { <p class="field-hint" id={format!("{id}-hint")}>{ hint }</p> }
            <FieldError id={id.clone()} error={props.error.clone()} />
            <div class="choices-row">
                { for props.choices.iter().enumerate().map(|(index, choice)| html! {
                    <label class="choice">
                        <input
                            type="checkbox"
                            class="form-check-input"
                            id={if index == 0 { id.to_string() } else { format!("{id}-{index}") }}
                            name={props.name.clone()}
                            value={choice.value.clone()}
                            checked={props.values.contains(&choice.value)}
                            onchange={turn(&choice.value)}
                        />
                        <span class="choice-text">
                            <span class="choice-label">{ &choice.label }</span>
                            if let Some(hint) = &choice.hint { <span class="choice-hint">{ hint }</span> }
                        </span>
                    </label>
                }) }
            </div>
        </fieldset>
    }
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
