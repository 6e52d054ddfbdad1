//! A catalogue of messages in Fluent's syntax, of which it reads what ours are written in: messages,
//! blanks, and choices by plural or value. All of Fluent, with the plurals of every language there is,
//! weighs as much as a page; that this little reads the same, a test sees with Fluent itself.
#![expect(clippy::unnecessary_wraps, reason = "fetching the part may fail, and is said to by the same type")]

use super::blank::Blank;
use contract::auth::Locale;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// The messages of one language, as they are written.
pub(crate) struct Catalogue {
    locale: Locale,
    messages: HashMap<&'static str, &'static str>,
}

impl Catalogue {
    /// Reads a catalogue.
    pub(crate) fn read(locale: Locale, source: &'static str) -> Self {
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
        Self { locale, messages }
    }

    /// The message of a key with its blanks filled in; the key itself when there is none.
    pub(crate) fn write(&self, key: &str, blanks: &[(&str, Blank<'_>)]) -> String {
        let mut written = String::new();
        match self.pattern(key) {
            Some(pattern) => fill(pattern, blanks, &mut written),
            None => written.push_str(key),
        }
        written
    }

    /// Whether there is a message for a key.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.pattern(key).is_some()
    }

    /// The message of a key, of this catalogue or of what has been brought along since.
    fn pattern(&self, key: &str) -> Option<&'static str> {
        let brought = || BROUGHT.with_borrow(|all| all.iter().find_map(|(_, it)| it.own(self.locale, key)));
        self.own(self.locale, key).or_else(brought)
    }

    fn own(&self, locale: Locale, key: &str) -> Option<&'static str> {
        self.messages.get(key).copied().filter(|_| self.locale == locale)
    }

    /// Every key.
    #[cfg(test)]
    pub(super) fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.messages.keys().copied()
    }
}

/// Writes a pattern: its text as it is, what stands in braces as it is meant.
fn fill(pattern: &str, blanks: &[(&str, Blank<'_>)], written: &mut String) {
    let mut rest = pattern;
    while let Some((text, after)) = rest.split_once('{') {
        push_text(text, written);
        let Some(end) = closing(after) else { return };
        let inside = after.get(..end).unwrap_or_default();
        rest = after.get(end + 1..).unwrap_or_default();
        let (name, choices) = inside.split_once("->").unwrap_or((inside, ""));
        let name = name.trim().trim_start_matches('$');
        let blank = blanks.iter().find(|(known, _)| *known == name).map(|(_, blank)| blank);
        if choices.is_empty() {
            written.push_str(&blank.map_or(name.into(), Blank::written));
        } else if let Some(chosen) = choose(choices, blank) {
            fill(chosen, blanks, written);
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

const SPANISH: &str = source!("es");

thread_local! {
    /// The English catalogue, once it has been fetched. (Tests have it at hand.)
    static ENGLISH: Cell<Option<&'static str>> =
        const { Cell::new(if cfg!(test) { Some(source!("en")) } else { None }) };

    /// What parts of the program have brought along, each with where it is written.
    static BROUGHT: RefCell<Vec<(&'static str, Catalogue)>> = const { RefCell::new(Vec::new()) };
}

/// Adds what not every page says, which travels with the parts of the program that do.
pub(crate) fn bring(locale: Locale, source: &'static str) {
    BROUGHT.with_borrow_mut(|all| {
        if !all.iter().any(|(known, _)| std::ptr::eq(*known, source)) {
            all.push((source, Catalogue::read(locale, source)));
        }
    });
}

/// The English catalogue does not travel to those who read Spanish.
#[wasm_split(english, fallible)]
fn english() -> Result<&'static str, SplitLoaderError> {
    Ok(source!("en"))
}

/// Fetches the catalogue of a language, if it is not at hand.
pub(super) async fn fetch(locale: Locale) {
    if source(locale).is_none()
        && let Ok(english) = english().await
    {
        ENGLISH.set(Some(english));
    }
}

/// The catalogue as it is written, if it is at hand.
pub(crate) fn source(locale: Locale) -> Option<&'static str> {
    match locale {
        Locale::Es => Some(SPANISH),
        Locale::En => ENGLISH.get(),
    }
}
