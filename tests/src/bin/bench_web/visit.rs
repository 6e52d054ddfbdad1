//! One visit to a page, by a browser that has kept nothing of it.

use serde_json::json;
use tests::browser::Browser;

/// How many times slower than this machine's processor the browser's is.
pub const SLOWER: u8 = 4;

/// Notes when the page says that its first data are drawn, before anything else runs in it.
const NOTE_READY: &str = "new MutationObserver(() => { \
        if (document.body?.dataset.ready) window.readyAt ??= performance.now(); \
    }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-ready'] });";

/// Milliseconds from navigation on, and bytes as they travelled.
const FIGURES: &str = "const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]; \
    const bytes = (is) => all.filter(it => is(new URL(it.name).pathname)).map(it => it.encodedBodySize).reduce((sum, size) => sum + size, 0); \
    const known = (path) => /\\.(css|js|wasm|svg)$/.test(path) || path.startsWith('/api/'); \
    return [performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0, window.readyAt, \
        bytes(path => !known(path)), bytes(path => path.endsWith('.css')), bytes(path => path.endsWith('.js')), \
        bytes(path => path.endsWith('.wasm')), bytes(path => path.startsWith('/api/'))];";

/// What one visit took.
#[derive(Clone, Copy, Debug)]
pub struct Visit {
    /// Until something was painted, in milliseconds from the navigation on.
    pub painted: f64,
    /// Until the first data were drawn and the page could be used.
    pub ready: f64,
    /// Bytes as they travelled: page, style sheet, JavaScript, WebAssembly, answers of the API.
    pub bytes: [f64; 5],
}

impl Visit {
    /// Opens the page.
    pub async fn pay(browser: &Browser, address: &str) -> Self {
        browser.tell("Network.clearBrowserCache", json!({})).await;
        browser.go(address).await;
        let figures = browser.ask(FIGURES).await;
        let figure = |number: usize| figures[number].as_f64().expect("a number");
        Self { painted: figure(0), ready: figure(1), bytes: [2, 3, 4, 5, 6].map(figure) }
    }
}

/// Makes the browser's processor slow, and lets every page note when it is ready.
pub async fn slow_down(browser: &Browser) {
    browser.tell("Network.enable", json!({})).await;
    browser.tell("Page.enable", json!({})).await;
    browser.tell("Page.addScriptToEvaluateOnNewDocument", json!({ "source": NOTE_READY })).await;
    browser.tell("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await;
}
