//! Text in Markdown: shown, and written with a preview beside it.

use super::button::{Button, Look};
use super::field::Field;
use super::text_area::{TextAreaProps, lines};
use crate::text::{to_html, use_text};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct MarkdownProps {
    pub(crate) source: AttrValue,
}

/// A text in Markdown, as it is meant to look.
#[component]
pub(crate) fn Markdown(props: &MarkdownProps) -> Html {
    let html = use_memo(props.source.clone(), |source| AttrValue::from(to_html(source)));
    html! { <div class="prose">{ Html::from_html_unchecked((*html).clone()) }</div> }
}

/// A field of several lines in Markdown, with a preview on demand.
#[component]
pub(crate) fn MarkdownInput(props: &TextAreaProps) -> Html {
    let text = use_text();
    let preview = use_state(|| false);
    let id = props.id.clone().unwrap_or_else(|| props.name.clone());
    let toggle = {
        let preview = preview.clone();
        Callback::from(move |()| preview.set(!*preview))
    };
    let hint = props.hint.clone().unwrap_or_else(|| text.say("ui-markdown-hint"));
    let with_hint = yew::props!(TextAreaProps {
        name: props.name.clone(),
        label: props.label.clone(),
        hint: Some(hint.clone()),
        error: props.error.clone(),
        required: props.required,
        value: props.value.clone(),
        oninput: props.oninput.clone(),
        rows: props.rows,
        maxlength: props.maxlength.clone(),
    });
    html! {
        <div class="markdown-input">
            <Field id={id.clone()} label={props.label.clone()} hint={hint} error={props.error.clone()} required={props.required}>
                <div class={classes!("markdown-write", preview.then_some("d-none"))}>{ lines(&id, &with_hint) }</div>
                if *preview {
                    <div class="markdown-preview" role="region" aria-label={text.say("ui-preview")}>
                        if props.value.trim().is_empty() {
                            <p class="muted">{ text.say("ui-preview-empty") }</p>
                        } else {
                            <Markdown source={props.value.clone()} />
                        }
                    </div>
                }
            </Field>
            <Button look={Look::Quiet} small=true pressed={*preview} onclick={toggle} class="markdown-toggle">
                { text.say(if *preview { "ui-write" } else { "ui-preview" }) }
            </Button>
        </div>
    }
}
