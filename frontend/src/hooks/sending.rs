//! Forms by keyboard: Ctrl+Enter sends from wherever one writes, Escape leaves.

use crate::browser;
use yew::prelude::*;

/// For `onkeydown` of a form: Ctrl+Enter (⌘Enter) presses its button to send; Escape calls `leave`.
pub(crate) fn form_keys(leave: Callback<()>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        let chord = event.ctrl_key() || event.meta_key();
        match (event.key().as_str(), chord) {
            ("Enter", true) => {
                event.prevent_default();
                let form = event.target_dyn_into::<web_sys::Element>();
                if let Some(form) = form.and_then(|element| element.closest("form").ok().flatten()) {
                    browser::press_within(&form, "[type=submit]");
                }
            }
            ("Escape", false) => {
                event.prevent_default();
                leave.emit(());
            }
            _ => {}
        }
    })
}
