//! A choice from many, found by typing: a person, a ticket (ARIA APG 1.2, "Editable Combobox With
//! List Autocomplete"). What is typed only searches: leaving without choosing changes nothing.

use super::field::{Field, described_by};
use super::icon::{Icon, glyph};
use super::listbox::{Offer, Offers, moved, suited};
use crate::browser;
use crate::text::use_text;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ComboboxProps {
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
    /// How the choice reads; empty while there is none.
    pub(crate) shown: AttrValue,
    /// What there is to choose; those marked as `found` are shown whatever is typed.
    pub(crate) offers: Vec<Offer>,
    /// Called with the choice, or with none when the field was emptied.
    pub(crate) onchange: Callback<Option<Offer>>,
    /// Called with what is typed, for offers that a server finds.
    #[prop_or_default]
    pub(crate) ontype: Callback<String>,
    /// Whether a server is still looking.
    #[prop_or_default]
    pub(crate) busy: bool,
    /// Why a server found nothing.
    #[prop_or_default]
    pub(crate) failure: Option<String>,
}

/// A choice from many.
#[component]
pub(crate) fn Combobox(props: &ComboboxProps) -> Html {
    let text = use_text();
    let id = props.id.clone().unwrap_or_else(|| props.name.clone());
    let list = AttrValue::from(format!("{id}-offers"));
    let typed = use_state(|| None::<String>);
    let open = use_state(|| false);
    let active = use_state(|| None::<usize>);
    let query = (*typed).clone().unwrap_or_default();
    let offers = use_memo((query, props.offers.clone()), |(query, offers)| suited(query, offers));
    let meant = active.filter(|at| *at < offers.len());

    let close = {
        let (typed, open, active) = (typed.setter(), open.setter(), active.setter());
        Callback::from(move |()| {
            typed.set(None);
            open.set(false);
            active.set(None);
        })
    };
    let choose = {
        let (onchange, close) = (props.onchange.clone(), close.clone());
        Callback::from(move |offer: Offer| {
            onchange.emit(Some(offer));
            close.emit(());
        })
    };
    let oninput = {
        let (typed, open, active) = (typed.setter(), open.setter(), active.setter());
        let (ontype, onchange) = (props.ontype.clone(), props.onchange.clone());
        Callback::from(move |event: InputEvent| {
            let value = event.target_unchecked_into::<HtmlInputElement>().value();
            if value.trim().is_empty() {
                onchange.emit(None);
            }
            typed.set(Some(value.clone()));
            open.set(true);
            active.set(None);
            ontype.emit(value);
        })
    };
    let onkeydown = {
        let (opened, open, active) = (*open, open.setter(), active.setter());
        let (offers, choose, close) = (offers.clone(), choose.clone(), close.clone());
        Callback::from(move |event: KeyboardEvent| {
            let key = event.key();
            if let Some(next) = moved(&key, meant, offers.len()) {
                event.prevent_default();
                open.set(true);
                // Alt and down only opens the list.
                active.set(Some(next).filter(|_| !event.alt_key()));
            } else if key == "Enter" && opened && !event.is_composing() {
                event.prevent_default();
                if let Some(offer) = meant.and_then(|at| offers.get(at)) {
                    choose.emit(offer.clone());
                }
            } else if key == "Escape" && opened {
                // Not for the dialog around it.
                event.prevent_default();
                event.stop_propagation();
                close.emit(());
            }
        })
    };
    let onblur = close.reform(|_: FocusEvent| ());
    let toggle = {
        let (open, now, field) = (open.setter(), !*open, format!("[id=\"{id}\"]"));
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            browser::focus(&field);
            open.set(now);
        })
    };
    let status = match &props.failure {
        Some(failure) => failure.clone().into(),
        None if props.busy => text.say("ui-loading"),
        None => text.fill("ui-offers", &[("count", offers.len().into())]),
    };
    let quiet = !offers.is_empty() && props.failure.is_none() && !props.busy;
    html! {
        <Field id={id.clone()} label={props.label.clone()} hint={props.hint.clone()} error={props.error.clone()} required={props.required}>
            <div class="combo">
                <input
                    type="text"
                    class="form-control"
                    role="combobox"
                    aria-expanded={if *open { "true" } else { "false" }}
                    aria-autocomplete="list"
                    aria-controls={list.clone()}
                    aria-activedescendant={meant.filter(|_| *open).map(|at| format!("{list}-{at}"))}
                    aria-required={props.required.then_some("true")}
                    aria-invalid={props.error.is_some().then_some("true")}
                    aria-describedby={described_by(&id, props.hint.is_some(), props.error.is_some())}
                    {id}
                    name={props.name.clone()}
                    value={(*typed).clone().map_or_else(|| props.shown.clone(), AttrValue::from)}
                    autocomplete="off"
                    spellcheck="false"
                    {oninput}
                    {onkeydown}
                    {onblur}
                />
                // The keys do the same: to them, and to screen readers, it is one field.
                <span class="combo-open" aria-hidden="true" onmousedown={toggle}>{ glyph(Icon::ChevronDown) }</span>
                <div class={classes!("combo-pop", (!*open).then_some("d-none"))}>
                    <Offers id={list} label={props.label.clone()} offers={(*offers).clone()} active={meant} onchoose={choose} />
                    <p class={classes!("combo-status", quiet.then_some("visually-hidden"))} role="status">
                        if *open { { status } }
                    </p>
                </div>
            </div>
        </Field>
    }
}
