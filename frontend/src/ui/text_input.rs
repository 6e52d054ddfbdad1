//! A field of one line.

use super::field::{Field, described_by};
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct TextInputProps {
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
    /// `text`, `password`, `number`, `datetime-local`, …
    #[prop_or(AttrValue::Static("text"))]
    pub(crate) kind: AttrValue,
    pub(crate) value: AttrValue,
    pub(crate) oninput: Callback<String>,
    #[prop_or_default]
    pub(crate) autocomplete: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) maxlength: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) min: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) max: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) readonly: bool,
    /// Takes the focus when the dialog around it opens.
    #[prop_or_default]
    pub(crate) autofocus: bool,
}

/// A field of one line.
#[component]
pub(crate) fn TextInput(props: &TextInputProps) -> Html {
    let id = props.id.clone().unwrap_or_else(|| props.name.clone());
    let oninput =
        props.oninput.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    let plain =
        props.autocomplete.as_ref().is_some_and(|word| word == "username" || word.ends_with("password"));
    html! {
        <Field id={id.clone()} label={props.label.clone()} hint={props.hint.clone()} error={props.error.clone()} required={props.required}>
            <input
                class="form-control"
                aria-describedby={described_by(&id, props.hint.is_some(), props.error.is_some())}
                {id}
                name={props.name.clone()}
                type={props.kind.clone()}
                value={props.value.clone()}
                {oninput}
                aria-required={props.required.then_some("true")}
                aria-invalid={props.error.is_some().then_some("true")}
                autocomplete={props.autocomplete.clone().unwrap_or(AttrValue::Static("off"))}
                autocapitalize={plain.then_some("none")}
                spellcheck={plain.then_some("false")}
                maxlength={props.maxlength.clone()}
                min={props.min.clone()}
                max={props.max.clone()}
                readonly={props.readonly}
                autofocus={props.autofocus}
            />
        </Field>
    }
}
