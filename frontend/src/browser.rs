//! What the application asks of the browser beyond Yew: the document, storage, focus, chance, time.

use chrono::{DateTime, Utc};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Document, Element, HtmlElement, Storage, Window};
use yew::Callback;

/// The window: there is one wherever this program runs.
pub(crate) fn window() -> Window {
    web_sys::window().expect("the application runs in a window")
}

/// The document of the window.
pub(crate) fn document() -> Document {
    window().document().expect("a window has a document")
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// What the page says in its head under a name.
pub(crate) fn in_head(name: &str) -> Option<String> {
    let place = document().query_selector(&format!("meta[name=\"{name}\"]")).ok()??;
    place.get_attribute("content")
}

/// What was kept under a key in this browser, if it keeps anything at all.
pub(crate) fn kept(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Keeps a text in this browser. A browser that refuses (private mode, full) is no error: nothing
/// that is kept here may be the only copy of something sent.
pub(crate) fn keep(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, value);
    }
}

/// Forgets what was kept.
pub(crate) fn forget(key: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(key);
    }
}

/// What was kept under a key for as long as this tab is open: two tabs may be at different work.
pub(crate) fn kept_in_tab(key: &str) -> Option<String> {
    window().session_storage().ok().flatten()?.get_item(key).ok().flatten()
}

/// Keeps a text for as long as this tab is open.
pub(crate) fn keep_in_tab(key: &str, value: &str) {
    if let Some(storage) = window().session_storage().ok().flatten() {
        let _ = storage.set_item(key, value);
    }
}

/// Forgets what this tab kept.
pub(crate) fn forget_in_tab(key: &str) {
    if let Some(storage) = window().session_storage().ok().flatten() {
        let _ = storage.remove_item(key);
    }
}

/// Whether there is a network, as far as the browser knows.
pub(crate) fn is_online() -> bool {
    window().navigator().on_line()
}

/// The path of the address.
pub(crate) fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// Where the application is, such as `https://mesa.example.org`.
pub(crate) fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// Loads another page of the application anew, with nothing that this one knows.
pub(crate) fn visit(path: &str) {
    let _ = window().location().set_href(path);
}

/// The path of the address with its query.
pub(crate) fn address() -> String {
    path() + &window().location().search().unwrap_or_default()
}

/// What stands behind this word at the end of the address, if it does; it is taken away, so that it
/// counts once.
pub(crate) fn take_fragment(word: &str) -> Option<String> {
    let fragment = window().location().hash().ok()?;
    let rest = fragment.strip_prefix('#')?.strip_prefix(word)?.to_owned();
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address()));
    }
    Some(rest)
}

/// Loads the page anew.
pub(crate) fn reload() {
    let _ = window().location().reload();
}

/// Puts a text into the clipboard, and tells whether it is there: a browser may have none to offer, or
/// may refuse.
pub(crate) fn copy(words: &str, told: Callback<bool>) {
    let promise = to_clipboard(words);
    spawn_local(async move {
        told.emit(match promise {
            Some(promise) => JsFuture::from(promise).await.is_ok(),
            None => false,
        });
    });
}

fn to_clipboard(words: &str) -> Option<js_sys::Promise> {
    let navigator: JsValue = window().navigator().into();
    let reach = |from: &JsValue, name: &str| js_sys::Reflect::get(from, &JsValue::from_str(name)).ok();
    let clipboard = reach(&navigator, "clipboard").filter(JsValue::is_object)?;
    let write: js_sys::Function = reach(&clipboard, "writeText")?.dyn_into().ok()?;
    write.call1(&clipboard, &JsValue::from_str(words)).ok()?.dyn_into().ok()
}

/// Sets or takes away an attribute of `<html>`.
pub(crate) fn mark_root(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(name, value);
    }
}

/// Says on `<body>` that the page has drawn its first data (`data-ready`), for tests and measures.
pub(crate) fn mark_ready(ready: bool) {
    let Some(body) = document().body() else { return };
    let _ =
        if ready { body.set_attribute("data-ready", "true") } else { body.remove_attribute("data-ready") };
}

/// Moves the focus to the first element that fits the selector; says whether there was one.
pub(crate) fn focus(selector: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    match found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        Some(element) => element.focus().is_ok(),
        None => false,
    }
}

/// Moves the focus to an element, also to one that the tabulator key does not reach.
pub(crate) fn focus_on(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        if element.tab_index() < 0 {
            element.set_tab_index(-1);
        }
        let _ = element.focus();
    }
}

/// Presses the first element that fits the selector inside another.
pub(crate) fn press_within(element: &Element, selector: &str) {
    let found = element.query_selector(selector).ok().flatten();
    if let Some(button) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        button.click();
    }
}

/// A random key of 128 bits in hexadecimal, for `Idempotency-Key`.
pub(crate) fn random_key() -> String {
    let mut bytes = [0_u8; 16];
    if let Ok(crypto) = window().crypto() {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    bytes.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

/// This computer's idea of the time, shifted by what the server's clock says.
pub(crate) fn now(skew_milliseconds: f64) -> DateTime<Utc> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "milliseconds since 1970 fit an i64 for 290 million years"
    )]
    let milliseconds = (js_sys::Date::now() + skew_milliseconds) as i64;
    DateTime::from_timestamp_millis(milliseconds).unwrap_or_default()
}

/// Lets some milliseconds pass.
pub(crate) async fn pause(milliseconds: i32) {
    let promise = js_sys::Promise::new(&mut |resume, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resume, milliseconds);
    });
    let _ = JsFuture::from(promise).await;
}

/// Whether the page is out of sight, so that polling would be a waste.
pub(crate) fn is_hidden() -> bool {
    document().hidden()
}

/// Whether the person's system prefers dark colours.
pub(crate) fn prefers_dark() -> bool {
    window().match_media("(prefers-color-scheme: dark)").ok().flatten().is_some_and(|query| query.matches())
}

/// Writes a date with the browser's own knowledge of languages and time zones: that costs the
/// bundle nothing. `options` are those of `Intl.DateTimeFormat`.
pub(crate) fn write_date(at: DateTime<Utc>, language: &str, options: &[(&str, &str)]) -> String {
    #[expect(
        clippy::cast_precision_loss,
        reason = "milliseconds of any date on a ticket are exact in a double"
    )]
    let date = js_sys::Date::new(&JsValue::from_f64(at.timestamp_millis() as f64));
    let wanted = js_sys::Object::new();
    for (name, value) in options {
        let _ = js_sys::Reflect::set(&wanted, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    String::from(date.to_locale_string(language, &wanted))
}
