//! A chip: something that holds for now, a filter say, and can be taken off.

use super::badge::Tone;
use super::icon::{Icon, glyph};
use crate::browser;
use crate::text::use_text;
use web_sys::Element;
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
                    onclick={onremove.reform(|event: MouseEvent| hand_on(&event))}
                >
                    { glyph(Icon::X) }
                </button>
            }
        </span>
    }
}

/// The focus goes before its chip does: to the next one that can be taken off, or to what they stand in.
fn hand_on(event: &MouseEvent) {
    let chip = event.target_dyn_into::<Element>().and_then(|target| target.closest(".chip").ok().flatten());
    let Some(chip) = chip else { return };
    let beside = [chip.next_element_sibling(), chip.previous_element_sibling()];
    let button = |near: Element| near.query_selector(".chip-remove").ok().flatten();
    let next = beside.into_iter().flatten().find_map(button);
    browser::focus_on(next.or_else(|| chip.parent_element()));
}
