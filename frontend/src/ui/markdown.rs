//! Text in Markdown: shown, and written with a preview beside it.

use super::button::{Button, Look};
use super::field::Field;
use super::text_area::{TextAreaProps, lines};
use crate::markdown::{Block, Inline, parse};
use crate::text::use_text;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct MarkdownProps {
    pub(crate) source: AttrValue,
}

/// A text in Markdown, as it is meant to look.
#[component]
pub(crate) fn Markdown(props: &MarkdownProps) -> Html {
    html! { <div class="prose">{ for parse(&props.source).iter().map(block) }</div> }
}

fn block(block: &Block) -> Html {
    match block {
        Block::Paragraph(text) => html! { <p>{ stretches(text) }</p> },
        // The page's own headings come first: those in a text begin at the third level.
        Block::Heading(1, text) => html! { <h3>{ stretches(text) }</h3> },
        Block::Heading(2, text) => html! { <h4>{ stretches(text) }</h4> },
        Block::Heading(_, text) => html! { <h5>{ stretches(text) }</h5> },
        Block::List { ordered, items } => {
            let items = items.iter().map(|item| html! { <li>{ list_item(item) }</li> });
            if *ordered {
                html! { <ol>{ for items }</ol> }
            } else {
                html! { <ul>{ for items }</ul> }
            }
        }
        Block::Quote(blocks) => html! { <blockquote>{ for blocks.iter().map(self::block) }</blockquote> },
        Block::Code(code) => html! { <pre><code>{ code }</code></pre> },
        Block::Rule => html! { <hr /> },
    }
}

/// An item of one line needs no paragraph of its own.
fn list_item(blocks: &[Block]) -> Html {
    match blocks {
        [Block::Paragraph(text), rest @ ..] => {
            html! { <>{ stretches(text) }{ for rest.iter().map(block) }</> }
        }
        blocks => html! { { for blocks.iter().map(block) } },
    }
}

fn stretches(stretches: &[Inline]) -> Html {
    html! { { for stretches.iter().map(stretch) } }
}

fn stretch(stretch: &Inline) -> Html {
    match stretch {
        Inline::Text(text) => html! { { text } },
        Inline::Strong(inside) => html! { <strong>{ stretches(inside) }</strong> },
        Inline::Emphasis(inside) => html! { <em>{ stretches(inside) }</em> },
        Inline::Strike(inside) => html! { <s>{ stretches(inside) }</s> },
        Inline::Code(code) => html! { <code>{ code }</code> },
        Inline::Link { to, label } => {
            html! { <a href={to.clone()} rel="nofollow noopener noreferrer">{ stretches(label) }</a> }
        }
        Inline::Break => html! { <br /> },
    }
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
        readonly: props.readonly,
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
