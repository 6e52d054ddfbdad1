//! Somebody in front of a browser, at a desk.

use serde_json::json;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use tests::Desk;
use tests::browser::{Browser, Window};
use thirtyfour::{Key, TypingData};

pub use tests::browser::{DESKTOP, PHONE_AT_NIGHT};

/// A person's browser.
pub struct Seat {
    browser: Browser,
    base: String,
}

impl Deref for Seat {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.browser
    }
}

impl Seat {
    /// An open browser, nobody signed in.
    pub async fn open(desk: &Desk, window: Window) -> Self {
        Self { browser: Browser::open(window).await, base: desk.base.clone() }
    }

    /// An open browser with somebody signed in by the form.
    pub async fn take(desk: &Desk, username: &str, window: Window) -> Self {
        let seat = Self::open(desk, window).await;
        seat.go("/").await;
        seat.sign_in(username).await;
        seat
    }

    /// Opens an address and waits for its first data.
    pub async fn go(&self, path: &str) {
        self.browser.go(&format!("{}{path}", self.base)).await;
    }

    /// Waits until the page has drawn its first data.
    pub async fn ready(&self) {
        self.sees("body[data-ready]", true).await;
    }

    /// Presses a key, or types, wherever the focus is.
    pub async fn keys(&self, keys: impl Into<TypingData>) {
        let here = self.page.active_element().await.expect("something has the focus");
        here.send_keys(keys).await.expect("it takes keys");
    }

    /// Goes on by the tabulator key until something has the focus.
    pub async fn reach(&self, what: &str) {
        self.sees(what, true).await;
        let there = format!("return document.activeElement.matches({what:?})");
        for _ in 0..120 {
            if self.ask(&there).await == json!(true) {
                return;
            }
            // Not to an element, since one that takes files would take the key for the name of one.
            self.page.action_chain().send_keys(Key::Tab).perform().await.expect("the key is pressed");
        }
        panic!("{what} is not reached by the keyboard");
    }

    /// Chooses an action of the procedure bar and sends its form, filled in.
    pub async fn act(&self, action: &str, fields: &[(&str, &str)]) {
        self.press(&format!("button[data-action={action}]")).await;
        for (name, words) in fields {
            self.write(&format!("[data-form={action}] [name={name}]"), words).await;
        }
        self.press(&format!("[data-form={action}] [type=submit]")).await;
        self.sees(&format!("[data-form={action}]"), false).await;
    }

    /// No violation of WCAG 2.1 A and AA that axe can find.
    pub async fn is_accessible(&self, page: &str) {
        let axe = std::fs::read_to_string(root().join("frontend/node_modules/axe-core/axe.min.js"))
            .expect("npm ci was run");
        self.page.execute(axe, vec![]).await.expect("axe loads");
        self.browser.rests().await;
        let run = "const done = arguments[arguments.length - 1]; \
            axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }) \
               .then(found => done(found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(', ')))) \
               .catch(error => done(['axe failed: ' + error]));";
        let found = self.page.execute_async(run, vec![]).await.expect("axe runs");
        assert_eq!(found.json(), &json!([]), "accessibility of {page}");
    }

    /// Nothing is wider than the window.
    pub async fn fits(&self, page: &str) {
        let over = self.ask("return document.documentElement.scrollWidth - window.innerWidth").await;
        if over.as_i64().is_none_or(|over| over > 0) {
            let what = "return [...document.querySelectorAll('main *')].filter(it => it.getBoundingClientRect().right > innerWidth) \
                .map(it => it.outerHTML.slice(0, 100)).slice(0, 8)";
            panic!("{page} is {over} pixels too wide: {}", self.ask(what).await);
        }
    }

    /// Saves what is seen, where `MESA_SCREENSHOTS` says.
    #[expect(clippy::disallowed_methods, reason = "it is an option of the tests, not of the server")]
    pub async fn photograph(&self, name: &str) {
        let Ok(folder) = std::env::var("MESA_SCREENSHOTS") else { return };
        std::fs::create_dir_all(&folder).expect("the folder can be made");
        self.page.screenshot(&Path::new(&folder).join(format!("{name}.png"))).await.expect("a picture");
    }

    /// Leaves. The console must have stayed empty, which also tells breaches of the content
    /// security policy; `expected` are parts of messages that belong to the test, such as a 409.
    pub async fn leave(self, expected: &[&str]) {
        let log = self.page.get_log("browser").await.expect("the console can be read");
        let news = log.iter().map(|entry| entry.message.clone());
        let bad: Vec<String> =
            news.filter(|message| !expected.iter().any(|part| message.contains(part))).collect();
        assert_eq!(bad, [] as [String; 0], "the browser's console");
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
