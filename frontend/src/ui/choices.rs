//! A choice among a few, all in sight: radio buttons as cards.

use super::field::{FieldError, described_by};
use crate::text::use_text;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// One of a few choices.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Choice {
    pub(crate) value: AttrValue,
    pub(crate) label: AttrValue,
    /// What it means, in a line.
    pub(crate) hint: Option<AttrValue>,
}

#[derive(Properties, PartialEq)]
pub(crate) struct ChoicesProps {
    pub(crate) name: AttrValue,
    #[prop_or_default]
    pub(crate) id: Option<AttrValue>,
    pub(crate) label: AttrValue,
    #[prop_or_default]
    pub(crate) hint: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) error: Option<String>,
    #[prop_or(true)]
    pub(crate) required: bool,
    pub(crate) value: AttrValue,
    pub(crate) onchange: Callback<String>,
    pub(crate) choices: Vec<Choice>,
    #[prop_or_default]
    pub(crate) class: Classes,
}

/// A choice among a few.
#[component]
pub(crate) fn Choices(props: &ChoicesProps) -> Html {
    let text = use_text();
    let id = props.id.clone().unwrap_or_else(|| props.name.clone());
    let onchange =
        props.onchange.reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().value());
    html! {
        <fieldset
            class={classes!("field", "choices", props.class.clone(), props.error.is_some().then_some("field-wrong"))}
            aria-describedby={described_by(&id, props.hint.is_some(), props.error.is_some())}
        >
            <legend class="field-label">
                { &props.label }
                if !props.required { <span class="field-optional">{ text.say("ui-optional") }</span> }
            </legend>
            if let Some(hint) = &props.hint { <p class="field-hint" id={format!("{id}-hint")}>{ hint }</p> }
            <FieldError id={id.clone()} error={props.error.clone()} />
            <div class="choices-row">
                { for props.choices.iter().enumerate().map(|(index, choice)| html! {
                    <label class="choice">
                        <input
                            type="radio"
                            class="form-check-input"
                            id={if index == 0 { id.to_string() } else { format!("{id}-{index}") }}
                            name={props.name.clone()}
                            value={choice.value.clone()}
                            checked={choice.value == props.value}
                            onchange={onchange.clone()}
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
