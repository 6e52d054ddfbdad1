//! A chip: something that holds for now, a filter say, and can be taken off.

use super::badge::Tone;
use super::icon::{Icon, glyph};
use crate::text::use_text;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ChipProps {
    pub(crate) label: AttrValue,
    /// What it is about: "Prioridad" of "Prioridad: alta".
    #[prop_or_default]
    pub(crate) about: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) tone: Tone,
    #[prop_or_default]
    pub(crate) icon: Option<Icon>,
    /// Takes it off; without it the chip stays.
    #[prop_or_default]
    pub(crate) onremove: Option<Callback<()>>,
}

/// A chip. Several of them go into an element of the class `chips`.
#[component]
pub(crate) fn Chip(props: &ChipProps) -> Html {
    let text = use_text();
    let whole = match &props.about {
        Some(about) => format!("{about}: {}", props.label),
        None => props.label.to_string(),
    };
    html! {
        <span class={classes!("chip", props.tone.class())}>
            if let Some(icon) = props.icon { { glyph(icon) } }
            <span class="chip-text">
                if let Some(about) = &props.about { <span class="chip-about">{ about }{ ": " }</span> }
                { &props.label }
            </span>
            if let Some(onremove) = &props.onremove {
                <button
                    type="button"
                    class="chip-remove"
                    aria-label={text.fill("ui-remove", &[("what", whole.clone().into())])}
                    title={text.fill("ui-remove", &[("what", whole.into())])}
                    onclick={onremove.reform(|_: MouseEvent| ())}
                >
                    { glyph(Icon::X) }
                </button>
            }
        </span>
    }
}
