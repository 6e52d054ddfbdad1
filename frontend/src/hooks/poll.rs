//! Doing something again and again while the page is in sight.

use crate::browser;
use gloo_timers::callback::Interval;
use yew::prelude::*;

/// Calls back every so many seconds, unless the page is out of sight or `active` is false.
#[hook]
pub(crate) fn use_poll(seconds: u32, active: bool, callback: Callback<()>) {
    let latest = use_mut_ref(Callback::<()>::noop);
    *latest.borrow_mut() = callback;
    use_effect_with((seconds, active), move |(seconds, active)| {
        let tick = active.then(|| {
            Interval::new(seconds * 1_000, move || {
                if !browser::is_hidden() {
                    let callback = latest.borrow().clone();
                    callback.emit(());
                }
            })
        });
        move || drop(tick)
    });
}
