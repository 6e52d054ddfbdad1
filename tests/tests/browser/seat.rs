//! Somebody in front of a browser: headless Chromium, driven by its own chromedriver, which is
//! ended with all it has started.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;
use tests::Desk;
use thirtyfour::prelude::*;
use thirtyfour::{By, Capabilities};

/// The size of a window.
#[derive(Clone, Copy, Debug)]
pub struct Window {
    pub width: u32,
    pub height: u32,
    pub dark: bool,
}

pub const DESKTOP: Window = Window { width: 1440, height: 900, dark: false };
pub const PHONE_AT_NIGHT: Window = Window { width: 360, height: 800, dark: true };

/// A running chromedriver. Killing it alone would leave its browser running, so it leads a group.
struct Driver {
    process: Child,
    address: String,
}

impl Driver {
    fn start() -> Self {
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            .process_group(0)
            .stdout(Stdio::piped())
            .spawn()
            .expect("chromedriver is installed");
        let mut lines = BufReader::new(process.stdout.take().expect("piped")).lines();
        let port = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| {
                line.split_once("started successfully on port ")
                    .map(|(_, port)| port.trim_end_matches('.').to_owned())
            })
            .expect("chromedriver says its port");
        // Whoever does not read what it says would block it.
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        Self { process, address: format!("http://127.0.0.1:{port}") }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let group = format!("-{}", self.process.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
        let _ = self.process.wait();
    }
}

/// A person's browser.
pub struct Seat {
    pub page: WebDriver,
    base: String,
    driver: Option<Driver>,
    _profile: TempDir,
}

impl Seat {
    /// An open browser, nobody signed in.
    pub async fn open(desk: &Desk, window: Window) -> Self {
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
        if window.dark {
            arguments.push("--blink-settings=preferredColorScheme=0".to_owned());
        }
        let wanted = json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "args": arguments, "prefs": { "intl.accept_languages": "es-CO,es" } },
            "goog:loggingPrefs": { "browser": "ALL" },
        });
        let Value::Object(wanted) = wanted else { unreachable!("it is an object") };
        let page = WebDriver::new(&driver.address, Capabilities::from(wanted)).await.expect("a browser");
        // A headless window is not made narrower than 500 pixels; the page in it can be.
        let metrics = json!({ "width": window.width, "height": window.height, "deviceScaleFactor": 1, "mobile": false });
        page.cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await.expect("the size is set");
        Self { page, base: desk.base.clone(), driver: Some(driver), _profile: profile }
    }

    /// An open browser with somebody signed in by the form.
    pub async fn take(desk: &Desk, username: &str, window: Window) -> Self {
        let seat = Self::open(desk, window).await;
        seat.go("/").await;
        seat.write("[name=username]", username).await;
        seat.write("[name=password]", "mesa-demo").await;
        seat.press("[data-form=sign-in] [type=submit]").await;
        seat.sees("[data-form=sign-in]", false).await;
        seat
    }

    /// Opens an address and waits for its first data.
    pub async fn go(&self, path: &str) {
        self.page.goto(format!("{}{path}", self.base)).await.expect("the page opens");
        self.ready().await;
    }

    /// Waits until the page has drawn its first data.
    pub async fn ready(&self) {
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
    async fn find(&self, what: &str) -> WebElement {
        self.sees(what, true).await;
        self.page.find(By::Css(what)).await.expect("it was there a moment ago")
    }

    /// What is written somewhere.
    pub async fn text(&self, what: &str) -> String {
        match self.page.find(By::Css(what)).await {
            Ok(element) => element.text().await.unwrap_or_default(),
            Err(_) => String::new(),
        }
    }

    /// Writes into a field.
    pub async fn write(&self, field: &str, words: &str) {
        self.find(field).await.send_keys(words).await.expect("it can be written into");
    }

    /// Presses a button or a choice, also one whose input is drawn by its label.
    pub async fn press(&self, what: &str) {
        let element = self.find(what).await;
        let element = element.to_json().expect("an element has an id");
        self.page.execute("arguments[0].click()", vec![element]).await.expect("it can be pressed");
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
        let run = "const done = arguments[arguments.length - 1]; \
            axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }) \
               .then(found => done(found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(', ')))) \
               .catch(error => done(['axe failed: ' + error]));";
        let found = self.page.execute_async(run, vec![]).await.expect("axe runs");
        assert_eq!(found.json(), &json!([]), "accessibility of {page}");
    }

    /// Nothing is wider than the window.
    pub async fn fits(&self, page: &str) {
        let measure = "return document.documentElement.scrollWidth - window.innerWidth";
        let over = self.page.execute(measure, vec![]).await.expect("it can be measured");
        assert!(
            over.json().as_i64().is_some_and(|over| over <= 0),
            "{page} is {} pixels too wide",
            over.json()
        );
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
    pub async fn leave(mut self, expected: &[&str]) {
        let log = self.page.get_log("browser").await.expect("the console can be read");
        let news = log.iter().map(|entry| entry.message.clone());
        let bad: Vec<String> =
            news.filter(|message| !expected.iter().any(|part| message.contains(part))).collect();
        assert_eq!(bad, [] as [String; 0], "the browser's console");
        self.page.clone().quit().await.expect("the browser closes");
        drop(self.driver.take());
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
