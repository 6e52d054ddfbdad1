//! What a template may say, to be written where the caret is.

use crate::browser;
use crate::text::use_text;
use crate::ui::{Button, Disclosure, Look};
use contract::notifications::TemplateVariable;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct VariablesProps {
    /// Id of the field that is written into.
    pub(super) field: AttrValue,
    pub(super) variables: Vec<TemplateVariable>,
    /// What stands in the field afterwards.
    pub(super) onchange: Callback<String>,
}

/// A list of buttons, each of which writes something.
#[component]
pub(super) fn Variables(props: &VariablesProps) -> Html {
    let text = use_text();
    let one = |variable: &TemplateVariable| {
        let (field, onchange, insert) =
            (props.field.clone(), props.onchange.clone(), variable.insert.clone());
        let onclick = Callback::from(move |()| {
            if let Some(written) = write_at_caret(&field, &insert) {
                onchange.emit(written);
            }
        });
        html! {
            <li key={variable.name.clone()}>
                <Button small=true look={Look::Quiet} {onclick} action={format!("insert-{}", variable.name)}>
                    <code>{ &variable.name }</code>
                </Button>
                <span class="muted small">{ &variable.description }</span>
            </li>
        }
    };
    html! {
        <Disclosure summary={text.say("admin-template-variables")} open=true>
            <p class="muted small">{ text.say("admin-template-variables-about") }</p>
            <ul class="template-variables">{ for props.variables.iter().map(one) }</ul>
        </Disclosure>
    }
}

/// Writes into a field in place of what is selected; all that stands in it then.
fn write_at_caret(field: &str, words: &str) -> Option<String> {
    let found = browser::document().get_element_by_id(field)?;
    let area = found.dyn_into::<HtmlTextAreaElement>().ok()?;
    let start = area.selection_start().ok().flatten().unwrap_or_default();
    area.set_range_text(words).ok()?;
    let _ = area.focus();
    // The caret counts as the browser does, in UTF-16.
    let length = u32::try_from(words.encode_utf16().count()).unwrap_or_default();
    let _ = area.set_selection_range(start + length, start + length);
    Some(area.value())
}
