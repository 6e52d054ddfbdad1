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
    let onchange =
        props.onchange.reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().value());
    Cards {
        kind: "radio",
        name: &props.name,
        id: props.id.as_ref().unwrap_or(&props.name),
        legend: html! {
            <>
                { &props.label }
                if !props.required { <span class="field-optional">{ text.say("ui-optional") }</span> }
            </>
        },
        hint: props.hint.as_ref(),
        error: props.error.as_ref(),
        class: props.class.clone(),
    }
    .draw(&props.choices, |value| *value == props.value, |_| onchange.clone())
}

/// A group of cards to choose from: what those with radio buttons and those with checkboxes share.
pub(super) struct Cards<'a> {
    /// Of the inputs: `radio` or `checkbox`.
    pub(super) kind: &'static str,
    pub(super) name: &'a AttrValue,
    /// Of the group; also of its first input, so that the error summary leads there.
    pub(super) id: &'a AttrValue,
    pub(super) legend: Html,
    pub(super) hint: Option<&'a AttrValue>,
    pub(super) error: Option<&'a String>,
    pub(super) class: Classes,
}

impl Cards<'_> {
    /// Draws the choices; `chosen` and `onchange` say of each value whether it is on, and what happens
    /// when that changes.
    pub(super) fn draw(
        self,
        choices: &[Choice],
        chosen: impl Fn(&AttrValue) -> bool,
        onchange: impl Fn(&AttrValue) -> Callback<Event>,
    ) -> Html {
        let Self { kind, name, id, legend, hint, error, class } = self;
        html! {
            <fieldset
                class={classes!("field", "choices", class, error.is_some().then_some("field-wrong"))}
                aria-describedby={described_by(id, hint.is_some(), error.is_some())}
            >
                <legend class="field-label">{ legend }</legend>
                if let Some(hint) = hint { <p class="field-hint" id={format!("{id}-hint")}>{ hint }</p> }
                <FieldError id={id.clone()} error={error.cloned()} />
                <div class="choices-row">
                    { for choices.iter().enumerate().map(|(index, choice)| html! {
                        <label class="choice">
                            <input
                                type={kind}
                                class="form-check-input"
                                id={if index == 0 { id.to_string() } else { format!("{id}-{index}") }}
                                name={name.clone()}
                                value={choice.value.clone()}
                                checked={chosen(&choice.value)}
                                onchange={onchange(&choice.value)}
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
}
