//! A browser: headless Chromium, driven by its own chromedriver, which is ended with all it has
//! started. The browser tests, the pictures and the measures of the pages use it.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;
use thirtyfour::prelude::*;
use thirtyfour::{By, Capabilities};

/// The size of a window.
#[derive(Clone, Copy, Debug)]
pub struct Window {
    /// CSS pixels.
    pub width: u32,
    /// CSS pixels.
    pub height: u32,
    /// Whether whoever sits before it prefers dark pages.
    pub dark: bool,
}

/// A desktop by day.
pub const DESKTOP: Window = Window { width: 1440, height: 900, dark: false };

/// A telephone at night.
pub const PHONE_AT_NIGHT: Window = Window { width: 360, height: 800, dark: true };

/// A running chromedriver. Killing it alone would leave its browser running, so it leads a group.
struct Driver {
    process: Child,
    address: String,
}

impl Driver {
    /// It chooses its port on one loopback address and then needs the same on the other, where
    /// somebody else may have it: then it ends, and is started again.
    fn start() -> Self {
        // It is spoken to over HTTP.
        mesa::tls::prepare();
        (0..10).find_map(|_| Self::try_start()).expect("chromedriver says its port")
    }

    /// `None`: it ended before it listened.
    fn try_start() -> Option<Self> {
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            .process_group(0)
            .stdout(Stdio::piped())
            .spawn()
            .expect("chromedriver is installed");
        let mut lines = BufReader::new(process.stdout.take().expect("piped")).lines();
        let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
            line.split_once("started successfully on port ")
                .map(|(_, port)| port.trim_end_matches('.').to_owned())
        });
        let Some(port) = port else {
            let _ = process.wait();
            return None;
        };
        // Whoever does not read what it says would block it.
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        Some(Self { process, address: format!("http://127.0.0.1:{port}") })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let group = format!("-{}", self.process.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
        let _ = self.process.wait();
    }
}

/// Waits until whatever moves, and does not move for ever, has come to rest.
const STILL: &str = "const moving = document.getAnimations().filter(it => it.effect.getComputedTiming().endTime !== Infinity); \
    return Promise.all(moving.map(it => it.finished.catch(() => null))).then(() => null)";

/// An open browser; closed when dropped.
pub struct Browser {
    /// What is on its screen.
    pub page: WebDriver,
    _driver: Driver,
    _profile: TempDir,
}

impl Browser {
    /// Opens one that has never been anywhere.
    pub async fn open(window: Window) -> Self {
        let driver = Driver::start();
        let profile = TempDir::new().expect("a temporary folder");
        let mut arguments: Vec<String> = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--hide-scrollbars",
            "--lang=es-CO",
        ]
        .map(str::to_owned)
        .to_vec();
        arguments.push(format!("--user-data-dir={}", profile.path().display()));
        arguments.push(format!("--window-size={},{}", window.width, window.height));
        let wanted = json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "args": arguments, "prefs": { "intl.accept_languages": "es-CO,es" } },
            "goog:loggingPrefs": { "browser": "ALL" },
        });
        let Value::Object(wanted) = wanted else { unreachable!("it is an object") };
        let page = WebDriver::new(&driver.address, Capabilities::from(wanted)).await.expect("a browser");
        let browser = Self { page, _driver: driver, _profile: profile };
        browser.fit_into(window).await;
        browser
    }

    /// Gives the page another size, and the person other habits.
    pub async fn fit_into(&self, window: Window) {
        // A headless window is not made narrower than 500 pixels; the page in it can be.
        let size = json!({ "width": window.width, "height": window.height, "deviceScaleFactor": 1, "mobile": false });
        self.tell("Emulation.setDeviceMetricsOverride", size).await;
        let scheme = if window.dark { "dark" } else { "light" };
        // Without motion, so that nothing is looked at halfway.
        let habits = json!({ "features": [
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ] });
        self.tell("Emulation.setEmulatedMedia", habits).await;
        // Drawn once for the change, and once more for what the page makes of it.
        let drawn =
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))";
        self.page.execute_async(drawn, vec![]).await.expect("the page draws");
    }

    /// Sets the clock of the pages that are opened from now on; it goes on from there.
    pub async fn set_clock(&self, now: DateTime<Utc>) {
        let source = format!(
            "{{ const Real = Date, skew = {} - Real.now(); \
               globalThis.Date = class extends Real {{ \
                 constructor(...given) {{ given.length ? super(...given) : super(Real.now() + skew); }} \
                 static now() {{ return Real.now() + skew; }} }}; }}",
            now.timestamp_millis()
        );
        self.tell("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await;
    }

    /// Opens an address and waits until the page has drawn its first data.
    pub async fn go(&self, address: &str) {
        self.page.goto(address).await.expect("the page opens");
        self.sees("body[data-ready]", true).await;
    }

    /// Waits until something is there, or is gone.
    pub async fn sees(&self, what: &str, there: bool) {
        let query = self.page.query(By::Css(what)).wait(Duration::from_secs(20), Duration::from_millis(50));
        let found = if there { query.exists().await } else { query.not_exists().await };
        if !found.expect("the browser answers") {
            let place = self.page.current_url().await.map(|url| url.to_string()).unwrap_or_default();
            let text = self.text("body").await;
            panic!("at {place}: {what} should {}be there:\n{text}", if there { "" } else { "not " });
        }
    }

    /// The first element that fits, when it is there.
    pub async fn find(&self, what: &str) -> WebElement {
        self.sees(what, true).await;
        self.page.find(By::Css(what)).await.expect("it was there a moment ago")
    }

    /// Waits until nothing moves any more: what has only begun to appear reads as nothing, and has no
    /// contrast.
    pub async fn rests(&self) {
        self.ask(STILL).await;
    }

    /// What is written somewhere.
    pub async fn text(&self, what: &str) -> String {
        self.rests().await;
        match self.page.find(By::Css(what)).await {
            Ok(element) => element.text().await.unwrap_or_default(),
            Err(_) => String::new(),
        }
    }

    /// What a script finds out about the page.
    pub async fn ask(&self, script: &str) -> Value {
        self.page.execute(script, vec![]).await.expect("the browser answers").json().clone()
    }

    /// Writes into a field.
    pub async fn write(&self, field: &str, words: &str) {
        self.find(field).await.send_keys(words).await.expect("it can be written into");
    }

    /// Presses a button or a choice, also one whose input is drawn by its label.
    pub async fn press(&self, what: &str) {
        let element = self.find(what).await.to_json().expect("an element has an id");
        self.page.execute("arguments[0].click()", vec![element]).await.expect("it can be pressed");
    }

    /// Fills in the form that asks who it is, and sends it.
    pub async fn sign_in(&self, username: &str) {
        self.write("[name=username]", username).await;
        self.write("[name=password]", "mesa-demo").await;
        self.press("[data-form=sign-in] [type=submit]").await;
        self.sees("[data-form=sign-in]", false).await;
    }

    /// Takes the network away, or gives it back.
    pub async fn has_network(&self, there: bool) {
        self.tell("Network.enable", json!({})).await;
        let conditions =
            json!({ "offline": !there, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.tell("Network.emulateNetworkConditions", conditions).await;
    }

    /// Gives a command of the `DevTools` protocol.
    pub async fn tell(&self, command: &str, parameters: Value) {
        self.page.cdp().send_raw(command, parameters).await.expect("the browser obeys");
    }
}
