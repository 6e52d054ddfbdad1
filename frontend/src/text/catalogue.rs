//! A catalogue of messages in Fluent's syntax, of which it reads what ours are written in: messages,
//! blanks, and choices by plural or value. All of Fluent, with the plurals of every language there is,
//! weighs as much as a page; that this little reads the same, a test sees with Fluent itself.

use super::Text;
use super::blank::Blank;
use crate::browser::{in_head, window};
use contract::auth::Locale;
use js_sys::Promise;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The messages of a file, as they are written.
pub(crate) struct Catalogue {
    messages: HashMap<&'static str, &'static str>,
}

impl Catalogue {
    /// Reads a catalogue.
    pub(crate) fn read(source: &'static str) -> Self {
        let mut messages = HashMap::new();
        let mut rest = source;
        while !rest.is_empty() {
            // A message goes on in the lines that begin with a space.
            let lines = rest.split_inclusive('\n');
            let more = lines.skip(1).take_while(|line| line.starts_with([' ', '\n']));
            let first = rest.find('\n').map_or(rest.len(), |end| end + 1);
            let (message, after) = rest.split_at(first + more.map(str::len).sum::<usize>());
            if let Some((key, pattern)) = message.split_once(" =").filter(|_| !message.starts_with('#')) {
                messages.insert(key, pattern.trim());
            }
            rest = after;
        }
        Self { messages }
    }

    /// Every key.
    #[cfg(test)]
    pub(super) fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.messages.keys().copied()
    }
}

/// Writes a pattern: its text as it is, what stands in braces as it is meant.
fn fill(pattern: &str, blanks: &[(&str, Blank<'_>)], text: &Text, written: &mut String) {
    let mut rest = pattern;
    while let Some((words, after)) = rest.split_once('{') {
        push_text(words, written);
        let Some(end) = closing(after) else { return };
        let inside = after.get(..end).unwrap_or_default();
        rest = after.get(end + 1..).unwrap_or_default();
        let (name, choices) = inside.split_once("->").unwrap_or((inside, ""));
        let name = name.trim().trim_start_matches('$');
        let blank = blanks.iter().find(|(known, _)| *known == name).map(|(_, blank)| blank);
        if choices.is_empty() {
            written.push_str(&blank.map_or(name.into(), |blank| blank.written(text)));
        } else if let Some(chosen) = choose(choices, blank) {
            fill(chosen, blanks, text, written);
        }
    }
    push_text(rest, written);
}

/// Text in more than one line begins each where its words do.
fn push_text(text: &str, written: &mut String) {
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            written.push('\n');
        }
        written.push_str(if number > 0 { line.trim_start() } else { line });
    }
}

/// Where the brace is that closes the one before the text.
fn closing(text: &str) -> Option<usize> {
    let mut open = 1_u8;
    text.bytes().position(|byte| {
        match byte {
            b'{' => open += 1,
            b'}' => open -= 1,
            _ => {}
        }
        open == 0
    })
}

/// The pattern of the choice that is meant, or of the one by default. Each begins a line:
/// `[key] pattern`, or `*[key] pattern` by default.
fn choose<'a>(choices: &'a str, blank: Option<&Blank<'_>>) -> Option<&'a str> {
    let mut by_default = None;
    for choice in choices.trim().lines().map(str::trim) {
        let (key, pattern) = choice.trim_start_matches('*').strip_prefix('[')?.split_once(']')?;
        if blank.is_some_and(|blank| blank.is(key)) {
            return Some(pattern.trim());
        }
        if choice.starts_with('*') {
            by_default = Some(pattern.trim());
        }
    }
    by_default
}

/// What every page may say in a language. (Tests have all of it at hand.)
macro_rules! source {
    ($language:literal) => {
        if cfg!(test) {
            concat!(
                include_str!(concat!("../../text/", $language, "/common.ftl")),
                include_str!(concat!("../../text/", $language, "/actions.ftl")),
                include_str!(concat!("../../text/", $language, "/administration.ftl")),
                include_str!(concat!("../../text/", $language, "/apart.ftl")),
                include_str!(concat!("../../text/", $language, "/case.ftl")),
                include_str!(concat!("../../text/", $language, "/console.ftl")),
                include_str!(concat!("../../text/", $language, "/keys.ftl")),
                include_str!(concat!("../../text/", $language, "/mails.ftl")),
                include_str!(concat!("../../text/", $language, "/pieces.ftl")),
                include_str!(concat!("../../text/", $language, "/portal.ftl")),
                include_str!(concat!("../../text/", $language, "/profile.ftl")),
                include_str!(concat!("../../text/", $language, "/register.ftl")),
                include_str!(concat!("../../text/", $language, "/supervision.ftl")),
                include_str!(concat!("../../text/", $language, "/survey.ftl")),
                include_str!(concat!("../../text/", $language, "/ticket.ftl")),
            )
        } else {
            include_str!(concat!("../../text/", $language, "/common.ftl"))
        }
    };
}

/// The name of the file that every page may need.
const COMMON: &str = "common";

/// A file that is at hand, by its language and its name.
type AtHand = (Locale, &'static str, Catalogue);

thread_local! {
    /// Spanish travels with the program and its parts; English is fetched. (Tests have all at hand.)
    static AT_HAND: RefCell<Vec<AtHand>> = RefCell::new(if cfg!(test) {
        vec![file(Locale::Es, COMMON, source!("es")), file(Locale::En, COMMON, source!("en"))]
    } else {
        vec![file(Locale::Es, COMMON, source!("es"))]
    });

    /// The language in which all that the program says is at hand.
    static IN_USE: Cell<Locale> = const { Cell::new(Locale::Es) };
}

fn file(locale: Locale, name: &'static str, source: &'static str) -> AtHand {
    (locale, name, Catalogue::read(source))
}

/// The message of a key with its blanks filled in; the key itself when there is none.
pub(super) fn write(locale: Locale, key: &str, blanks: &[(&str, Blank<'_>)]) -> String {
    let mut written = String::new();
    match pattern(locale, key) {
        Some(pattern) => fill(pattern, blanks, &Text { locale }, &mut written),
        None => written.push_str(key),
    }
    written
}

/// Whether there is a message for a key.
pub(super) fn has(locale: Locale, key: &str) -> bool {
    pattern(locale, key).is_some()
}

fn pattern(locale: Locale, key: &str) -> Option<&'static str> {
    AT_HAND.with_borrow(|all| {
        let mut of_language = all.iter().filter(|(language, _, _)| *language == locale);
        of_language.find_map(|(_, _, catalogue)| catalogue.messages.get(key).copied())
    })
}

/// Adds what not every page says, which travels with the parts of the program that do.
pub(crate) fn bring(name: &'static str, spanish: &'static str) {
    if !is_at_hand(Locale::Es, name) {
        AT_HAND.with_borrow_mut(|all| all.push(file(Locale::Es, name, spanish)));
    }
}

fn is_at_hand(locale: Locale, name: &str) -> bool {
    AT_HAND.with_borrow(|all| all.iter().any(|(language, known, _)| (*language, *known) == (locale, name)))
}

/// The files that the program may say something of and that are not at hand in a language.
pub(super) fn missing(locale: Locale) -> Vec<&'static str> {
    let named: Vec<_> = AT_HAND.with_borrow(|all| all.iter().map(|(_, name, _)| *name).collect());
    named.into_iter().filter(|name| !is_at_hand(locale, name)).collect()
}

/// Fetches what is missing in a language, which is in use from then on; whether all of it is there.
pub(super) async fn fetch(locale: Locale) -> bool {
    loop {
        let missing = missing(locale);
        if missing.is_empty() {
            IN_USE.set(locale);
            return true;
        }
        let mut there = true;
        let asked: Vec<_> = missing.into_iter().map(|name| (name, ask(locale, name))).collect();
        for (name, answer) in asked {
            match text_of(answer).await {
                Some(source) if !is_at_hand(locale, name) => {
                    AT_HAND.with_borrow_mut(|all| all.push(file(locale, name, source.leak())));
                }
                Some(_) => {}
                None => there = false,
            }
        }
        if !there {
            return false;
        }
    }
}

/// Fetches what parts of the program have brought and the language in use wants; whether all of it is
/// there.
pub(crate) async fn complete() -> bool {
    fetch(IN_USE.get()).await
}

/// Asks for a file. Where they are, the page says in its head.
fn ask(locale: Locale, name: &str) -> Promise {
    let folder = in_head("texts").unwrap_or_default();
    window().fetch_with_str(&format!("{folder}/{locale}/{name}.ftl"))
}

async fn text_of(answer: Promise) -> Option<String> {
    let response: Response = JsFuture::from(answer).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}

/// Every text of a language.
#[cfg(test)]
pub(super) const fn source(locale: Locale) -> &'static str {
    match locale {
        Locale::Es => source!("es"),
        Locale::En => source!("en"),
    }
}
