//! A field of several lines.

use super::field::{Field, described_by};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct TextAreaProps {
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
    pub(crate) oninput: Callback<String>,
    /// It can be read, selected and copied, not written into.
    #[prop_or_default]
    pub(crate) readonly: bool,
    #[prop_or(4)]
    pub(crate) rows: u32,
    #[prop_or_default]
    pub(crate) maxlength: Option<AttrValue>,
}

/// A field of several lines.
#[component]
pub(crate) fn TextArea(props: &TextAreaProps) -> Html {
    let id = props.id.clone().unwrap_or_else(|| props.name.clone());
    html! {
        <Field id={id.clone()} label={props.label.clone()} hint={props.hint.clone()} error={props.error.clone()} required={props.required}>
            { lines(&id, props) }
        </Field>
    }
}

/// The control itself.
pub(super) fn lines(id: &AttrValue, props: &TextAreaProps) -> Html {
    let oninput = props
        .oninput
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    html! {
        <textarea
            class="form-control"
            id={id.clone()}
            name={props.name.clone()}
            rows={props.rows.to_string()}
            value={props.value.clone()}
            {oninput}
            readonly={props.readonly}
            aria-required={props.required.then_some("true")}
            aria-invalid={props.error.is_some().then_some("true")}
            aria-describedby={described_by(id, props.hint.is_some(), props.error.is_some())}
            maxlength={props.maxlength.clone()}
        />
    }
}
