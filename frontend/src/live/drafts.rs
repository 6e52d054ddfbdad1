//! Drafts on the server. What is written is in this browser at once; here it follows to the server once
//! the hands rest, and what was written on another device comes from there. Beside each text it is kept
//! what of it the server has, so that both know who has written since.

use super::settle::{Sent, settle};
use crate::api::{Client, live};
use crate::browser;
use gloo_timers::callback::Timeout;
use serde_json::Value;
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// For how long hands rest before what they wrote is sent, in milliseconds.
const PAUSE: u32 = 2_000;

struct Form {
    client: Client,
    key: String,
    put: Callback<String>,
    /// It will be sent.
    pause: Option<Timeout>,
    /// It is on its way.
    busy: bool,
}

thread_local! {
    static FORMS: RefCell<BTreeMap<String, Form>> = const { RefCell::new(BTreeMap::new()) };
}

/// A form is open: what was written elsewhere comes into it.
pub(super) fn open(client: Client, place: String, key: String, put: Callback<String>) {
    // Nobody writes drafts in another's place.
    if client.stands_in() {
        return;
    }
    let form = Form { client, key, put, pause: None, busy: false };
    FORMS.with_borrow_mut(|forms| forms.insert(place.clone(), form));
    spawn_local(async move { pull(&place).await });
}

/// What is kept in this browser is another now. What is gone is removed at once.
pub(super) fn touch(place: &str) {
    if kept(place).is_none() {
        push_soon(place, 0);
    } else {
        push_soon(place, PAUSE);
    }
}

/// The form is closed: what it still holds is sent.
pub(super) fn shut(place: &str) {
    let form = FORMS.with_borrow_mut(|forms| forms.remove(place));
    if let Some(Form { client, key, pause, busy, .. }) = form
        && (pause.is_some() || busy)
    {
        let place = place.to_owned();
        spawn_local(async move {
            let _ = push(&client, &place, &key).await;
        });
    }
}

fn push_soon(place: &str, pause: u32) {
    let due = place.to_owned();
    FORMS.with_borrow_mut(|forms| {
        if let Some(form) = forms.get_mut(place) {
            form.pause = Some(Timeout::new(pause, move || spawn_local(async move { push_now(&due).await })));
        }
    });
}

async fn push_now(place: &str) {
    let begun = FORMS.with_borrow_mut(|forms| {
        let form = forms.get_mut(place)?;
        // It has run.
        if let Some(pause) = form.pause.take() {
            pause.forget();
        }
        if std::mem::replace(&mut form.busy, true) {
            None
        } else {
            Some((form.client.clone(), form.key.clone()))
        }
    });
    let Some((client, key)) = begun else { return push_soon(place, PAUSE) };
    let stale = push(&client, place, &key).await;
    FORMS.with_borrow_mut(|forms| {
        if let Some(form) = forms.get_mut(place) {
            form.busy = false;
        }
    });
    if stale {
        pull(place).await;
    } else if kept(place).is_none() && sent(place).is_some() {
        // It was sent while its draft was on the way.
        push_soon(place, 0);
    }
}

/// Sends what is kept, unless the server has it; true when somebody has written since.
async fn push(client: &Client, place: &str, key: &str) -> bool {
    let (text, before) = (kept(place), sent(place));
    if text.as_ref() == before.as_ref().map(|sent| &sent.value) {
        return false;
    }
    let Some(value) = text else {
        if live::forget_draft(client, key).await.is_ok() {
            keep_sent(place, None);
        }
        return false;
    };
    let seen = before.map_or(0, |sent| sent.version);
    match live::keep_draft(client, key, &value, seen).await {
        Ok(version) => {
            keep_sent(place, Some(&Sent { version, value }));
            false
        }
        // Without the server it stays in this browser, until more is written or the form is opened again.
        Err(failure) => failure.is("stale"),
    }
}

/// Fetches what the server has, and lets it and what is here come together.
async fn pull(place: &str) {
    let form = FORMS.with_borrow(|forms| {
        forms.get(place).map(|form| (form.client.clone(), form.key.clone(), form.put.clone()))
    });
    let Some((client, key, put)) = form else { return };
    let Ok(theirs) = live::draft(&client, &key).await else { return };
    // Only now: somebody may have written meanwhile.
    let here = kept(place);
    let settled = settle(here.as_ref(), sent(place).as_ref(), theirs.as_ref());
    keep_sent(place, settled.sent.as_ref());
    if settled.text != here {
        let text = settled.text.as_ref().map(Value::to_string);
        match &text {
            Some(text) => browser::keep(place, text),
            None => browser::forget(place),
        }
        put.emit(text.unwrap_or_default());
    }
    if settled.text.as_ref() != settled.sent.as_ref().map(|sent| &sent.value) {
        touch(place);
    }
}

/// What is kept in this browser.
fn kept(place: &str) -> Option<Value> {
    serde_json::from_str(&browser::kept(place)?).ok()
}

fn beside(place: &str) -> String {
    format!("{place}.sent")
}

/// What of it the server has.
fn sent(place: &str) -> Option<Sent> {
    let kept: Value = serde_json::from_str(&browser::kept(&beside(place))?).ok()?;
    Some(Sent { version: kept["version"].as_i64()?, value: kept["value"].clone() })
}

fn keep_sent(place: &str, sent: Option<&Sent>) {
    match sent {
        Some(Sent { version, value }) => {
            let text = serde_json::json!({ "version": version, "value": value }).to_string();
            browser::keep(&beside(place), &text);
        }
        None => browser::forget(&beside(place)),
    }
}
