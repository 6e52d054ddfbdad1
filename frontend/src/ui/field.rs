//! What every field of a form has around it: label, hint, and what is wrong with it.

use super::icon::{Icon, glyph};
use crate::text::use_text;
use yew::prelude::*;

/// The `aria-describedby` of a control: its hint and its error, whichever there are.
pub(super) fn described_by(id: &str, hint: bool, error: bool) -> Option<String> {
    let parts: Vec<String> = [(hint, "hint"), (error, "error")]
        .into_iter()
        .filter(|(there, _)| *there)
        .map(|(_, part)| format!("{id}-{part}"))
        .collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

#[derive(Properties, PartialEq)]
pub(crate) struct FieldProps {
    /// The id of the control inside.
    pub(crate) id: AttrValue,
    pub(crate) label: AttrValue,
    #[prop_or_default]
    pub(crate) hint: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) error: Option<String>,
    #[prop_or_default]
    pub(crate) required: bool,
    pub(crate) children: Html,
}

/// Label, hint and error around a control. What is not required says so: most of what is asked is.
#[component]
pub(crate) fn Field(props: &FieldProps) -> Html {
    let text = use_text();
    html! {
        <div class={classes!("field", props.error.is_some().then_some("field-wrong"))}>
            <label class="field-label" for={props.id.clone()}>
                { &props.label }
                if !props.required { <span class="field-optional">{ text.say("ui-optional") }</span> }
            </label>
            if let Some(hint) = &props.hint { <p class="field-hint" id={format!("{}-hint", props.id)}>{ hint }</p> }
            <FieldError id={props.id.clone()} error={props.error.clone()} />
            { props.children.clone() }
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct FieldErrorProps {
    pub(crate) id: AttrValue,
    pub(crate) error: Option<String>,
}

/// What is wrong with a field.
#[component]
pub(super) fn FieldError(props: &FieldErrorProps) -> Html {
    html! {
        if let Some(error) = &props.error {
            <p class="field-error" id={format!("{}-error", props.id)}>
                { glyph(Icon::AlertTriangle) }{ error }
            </p>
        }
    }
}
