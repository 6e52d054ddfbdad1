//! Shortcuts of a page. Those of a single key, or of one after another, keep silent while somebody
//! types, while a dialog is open, and when the person has turned them off (WCAG 2.1.4).

use super::sequence::Sequence;
use crate::browser;
use crate::preferences::use_preferences;
use gloo_events::{EventListener, EventListenerOptions};
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

/// For how long the palette is waited for at most, in milliseconds.
const PATIENCE: f64 = 2_000.0;

thread_local! {
    /// There is one keyboard, whoever listens to it.
    static SEQUENCE: RefCell<Sequence> = RefCell::default();
    /// When the palette was asked for, until it is there: what is typed meanwhile is meant for it.
    static AWAITED_SINCE: Cell<Option<f64>> = const { Cell::new(None) };
}

/// Calls back with the key pressed, or with two of them: `g i`. The callback says whether it used
/// it; what one listener has used, no other hears of.
#[hook]
pub(crate) fn use_shortcuts(callback: Callback<String, bool>) {
    let active = use_preferences().shortcuts;
    use_keys(
        active,
        Callback::from(move |event: KeyboardEvent| {
            if !is_free(&event) {
                return false;
            }
            let meant = SEQUENCE.with_borrow_mut(|sequence| sequence.press(&event.key(), event.time_stamp()));
            meant.is_some_and(|keys| callback.emit(keys))
        }),
    );
}

/// Calls back on Ctrl+K (⌘K): wherever one is, also while one types.
#[hook]
pub(crate) fn use_palette_key(callback: Callback<()>) {
    use_keys(
        true,
        Callback::from(move |event: KeyboardEvent| {
            let chord = (event.ctrl_key() || event.meta_key()) && !event.alt_key() && !event.shift_key();
            let meant = chord && event.key().eq_ignore_ascii_case("k");
            if meant {
                AWAITED_SINCE.set(if dialog_is_open() { None } else { Some(event.time_stamp()) });
                callback.emit(());
            }
            meant
        }),
    );
}

#[hook]
fn use_keys(active: bool, callback: Callback<KeyboardEvent, bool>) {
    let latest = use_mut_ref(|| None::<Callback<KeyboardEvent, bool>>);
    *latest.borrow_mut() = Some(callback);
    use_effect_with(active, move |active| {
        let listener = active.then(|| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&browser::document(), "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                let callback = latest.borrow().clone();
                if !event.default_prevented() && callback.is_some_and(|callback| callback.emit(event.clone()))
                {
                    event.prevent_default();
                }
            })
        });
        move || drop(listener)
    });
}

fn dialog_is_open() -> bool {
    browser::document().query_selector("dialog[open]").is_ok_and(|dialog| dialog.is_some())
}

fn is_free(event: &KeyboardEvent) -> bool {
    if dialog_is_open() {
        AWAITED_SINCE.set(None);
        return false;
    }
    if AWAITED_SINCE.get().is_some_and(|since| event.time_stamp() - since < PATIENCE) {
        return false;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let typing = target.is_some_and(|element| {
        let control =
            element.closest("input:not([type=checkbox]), textarea, select, [contenteditable], dialog");
        control.is_ok_and(|control| control.is_some())
    });
    let bare = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
    // Shift and its like are pressed on the way to another key.
    !typing && bare && !matches!(event.key().as_str(), "Shift" | "CapsLock" | "AltGraph" | "Dead")
}
