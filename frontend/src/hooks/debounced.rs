//! What is being typed, once it rests.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

const PAUSE_MS: u32 = 250;

/// The value, after it has not changed for a quarter of a second.
#[hook]
pub(crate) fn use_debounced(value: String) -> String {
    let rested = use_state(|| value.clone());
    {
        let rested = rested.setter();
        use_effect_with(value, move |value| {
            let value = value.clone();
            let pause = Timeout::new(PAUSE_MS, move || rested.set(value));
            move || drop(pause)
        });
    }
    (*rested).clone()
}
