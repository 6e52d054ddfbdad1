//! The command palette: everything that can be done or gone to, by typing a few letters of it.

use super::dialog::{backdrop, use_modal};
use super::icon::{Icon, glyph};
use super::listbox::{Offer, Offers, moved, suited};
use crate::text::use_text;
use web_sys::{HtmlDialogElement, HtmlInputElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct PaletteProps {
    /// What it is called, for screen readers.
    pub(crate) label: AttrValue,
    /// What can be typed, in the field while it is empty.
    pub(crate) placeholder: AttrValue,
    /// Everything there is to choose. Those of one group stand together under its name.
    pub(crate) offers: Vec<Offer>,
    /// Called with what was chosen, after the dialog is closed and the focus is back.
    pub(crate) onchoose: Callback<Offer>,
    pub(crate) onclose: Callback<()>,
    /// Called with what is typed, for offers that a server finds (mark those as `found`).
    #[prop_or_default]
    pub(crate) ontype: Callback<String>,
    /// Whether a server is still looking.
    #[prop_or_default]
    pub(crate) busy: bool,
}

/// The command palette, open for as long as it is drawn.
#[component]
pub(crate) fn Palette(props: &PaletteProps) -> Html {
    let text = use_text();
    let node = use_modal();
    let query = use_state(String::new);
    let active = use_state(|| 0_usize);
    let offers = use_memo(((*query).clone(), props.offers.clone()), |(query, offers)| suited(query, offers));
    let meant = Some(*active).filter(|at| *at < offers.len()).or((!offers.is_empty()).then_some(0));
    let choose = {
        let (node, onclose, onchoose) = (node.clone(), props.onclose.clone(), props.onchoose.clone());
        Callback::from(move |offer: Offer| {
            if let Some(dialog) = node.cast::<HtmlDialogElement>() {
                dialog.close();
            }
            onclose.emit(());
            onchoose.emit(offer);
        })
    };
    let oninput = {
        let (query, active, ontype) = (query.setter(), active.setter(), props.ontype.clone());
        Callback::from(move |event: InputEvent| {
            let typed = event.target_unchecked_into::<HtmlInputElement>().value();
            active.set(0);
            query.set(typed.clone());
            ontype.emit(typed);
        })
    };
    let onkeydown = {
        let (offers, active, choose) = (offers.clone(), active.setter(), choose.clone());
        Callback::from(move |event: KeyboardEvent| {
            if let Some(next) = moved(&event.key(), meant, offers.len()) {
                event.prevent_default();
                active.set(next);
            } else if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                if let Some(offer) = meant.and_then(|at| offers.get(at)) {
                    choose.emit(offer.clone());
                }
            }
        })
    };
    let oncancel = props.onclose.reform(|event: Event| event.prevent_default());
    html! {
        <dialog ref={node} class="sheet palette" aria-label={props.label.clone()} {oncancel} onclick={backdrop(props.onclose.clone())}>
            <div class="palette-field">
                { glyph(Icon::Search) }
                <input
                    type="text"
                    class="palette-input"
                    role="combobox"
                    aria-label={props.label.clone()}
                    aria-expanded="true"
                    aria-autocomplete="list"
                    aria-controls="palette-offers"
                    aria-activedescendant={meant.map(|at| format!("palette-offers-{at}"))}
                    placeholder={props.placeholder.clone()}
                    autocomplete="off"
                    spellcheck="false"
                    autofocus=true
                    value={(*query).clone()}
                    {oninput}
                    {onkeydown}
                />
                <kbd aria-hidden="true">{ "Esc" }</kbd>
            </div>
            <Offers id="palette-offers" label={props.label.clone()} offers={(*offers).clone()} active={meant} onchoose={choose} />
            <p class={classes!("palette-status", "muted", "small", (!offers.is_empty() && !props.busy).then_some("visually-hidden"))} role="status">
                { if props.busy { text.say("ui-loading") } else { text.fill("ui-offers", &[("count", offers.len().into())]) } }
            </p>
        </dialog>
    }
}
