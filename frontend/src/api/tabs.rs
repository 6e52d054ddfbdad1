//! What the tabs of one browser must not do at the same time.

use crate::browser;
use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// Does the work while no other tab of this browser does the same: two tabs that spend the same
/// refresh cookie would look like a thief and lose the session. Browsers without locks just do it.
pub(super) fn alone_among_tabs(work: impl FnOnce() -> Promise + 'static) -> Promise {
    let navigator: JsValue = browser::window().navigator().into();
    let locks = js_sys::Reflect::get(&navigator, &JsValue::from_str("locks")).ok().filter(JsValue::is_object);
    let request =
        locks.as_ref().and_then(|locks| js_sys::Reflect::get(locks, &JsValue::from_str("request")).ok());
    match (locks, request.and_then(|request| request.dyn_into::<Function>().ok())) {
        (Some(locks), Some(request)) => {
            let work = Closure::once_into_js(work);
            let promise = request.call2(&locks, &JsValue::from_str("mesa.refresh"), &work);
            promise.unwrap_or(JsValue::FALSE).unchecked_into()
        }
        _ => work(),
    }
}
