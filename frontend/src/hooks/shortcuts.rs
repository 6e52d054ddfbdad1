//! One-key shortcuts of a page. They keep silent while somebody types, while a dialog is open, and
//! when the person has turned them off (WCAG 2.1.4).

use crate::browser;
use crate::preferences::use_preferences;
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

/// Calls back with the key pressed; the callback says whether it used it.
#[hook]
pub(crate) fn use_shortcuts(callback: Callback<String, bool>) {
    let active = use_preferences().shortcuts;
    let latest = use_mut_ref(|| None::<Callback<String, bool>>);
    *latest.borrow_mut() = Some(callback);
    use_effect_with(active, move |active| {
        let listener = active.then(|| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&browser::document(), "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                let callback = latest.borrow().clone();
                if is_free(event) && callback.is_some_and(|callback| callback.emit(event.key())) {
                    event.prevent_default();
                }
            })
        });
        move || drop(listener)
    });
}

fn is_free(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let typing = target.is_some_and(|element| {
        let control = element.closest("input, textarea, select, [contenteditable], dialog");
        control.is_ok_and(|control| control.is_some())
    });
    let dialog = browser::document().query_selector("dialog[open]").is_ok_and(|dialog| dialog.is_some());
    !typing && !dialog && !event.ctrl_key() && !event.meta_key() && !event.alt_key()
}
