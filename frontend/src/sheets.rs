//! The style sheets that not every page needs: each travels with the parts of the application that do. What
//! is in them is under `frontend/styles/<name>/`; where they are, the page says in its head.

use crate::browser::{document, in_head};
use js_sys::Promise;
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

thread_local! {
    /// Those that are there or on their way.
    static BROUGHT: RefCell<BTreeMap<&'static str, Promise>> = const { RefCell::new(BTreeMap::new()) };
}

/// Begins to fetch sheets, unless they are there.
pub(crate) fn bring(names: &[&'static str]) -> Brought {
    let promises = BROUGHT.with_borrow_mut(|brought| {
        names.iter().map(|name| (*name, brought.entry(name).or_insert_with(|| link(name)).clone())).collect()
    });
    Brought(promises)
}

/// Sheets that are there or on their way.
pub(crate) struct Brought(Vec<(&'static str, Promise)>);

impl Brought {
    /// Waits until they are there; whether they are.
    pub(crate) async fn all(self) -> bool {
        let mut there = true;
        for (name, promise) in self.0 {
            if JsFuture::from(promise).await.is_err() {
                BROUGHT.with_borrow_mut(|brought| brought.remove(name));
                there = false;
            }
        }
        there
    }
}

/// Links to a sheet, behind those that are linked to already; kept once it has been read.
fn link(name: &str) -> Promise {
    Promise::new(&mut |done, failed| {
        let linked = || -> Option<HtmlElement> {
            let address = in_head(&format!("sheet-{name}"))?;
            let link: HtmlElement = document().create_element("link").ok()?.dyn_into().ok()?;
            link.set_attribute("rel", "stylesheet").ok()?;
            link.set_attribute("href", &address).ok()?;
            Some(link)
        };
        match linked() {
            Some(link) => {
                link.set_onload(Some(&done));
                link.set_onerror(Some(&failed));
                if let Ok(Some(head)) = document().query_selector("head") {
                    let _ = head.append_child(&link);
                }
            }
            None => {
                let _ = failed.call0(&JsValue::NULL);
            }
        }
    })
}
