//! What is being written about a ticket, kept in this browser until it is sent: over reloads, over
//! sessions that run out, and while one looks at other tickets. From here it follows to the server, and
//! so to the person's other devices (`live/drafts.rs`).

use crate::browser;
use crate::live::{Errand, send};
use crate::session::use_client;
use std::collections::BTreeMap;
use yew::prelude::*;

/// What was written, by field.
pub(crate) type Written = BTreeMap<String, String>;

/// Where something written is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shelter {
    /// In this browser, which several people may use.
    place: String,
    /// On the server, among the person's own.
    key: String,
}

impl Shelter {
    /// The place of one person's text of a kind (`comment`, or an action) about one ticket.
    pub(crate) fn of(username: &str, number: &str, kind: &str) -> Self {
        Self {
            place: format!("mesa.draft.{username}.{number}.{kind}"),
            key: format!("ticket:{number}:{kind}"),
        }
    }

    /// What is kept here.
    pub(crate) fn kept(&self) -> Written {
        browser::kept(&self.place).as_deref().map(read).unwrap_or_default()
    }

    /// Keeps what was written; forgets it when it is blank.
    pub(crate) fn keep(&self, written: &Written) {
        match written_down(written) {
            Some(text) => {
                browser::keep(&self.place, &text);
                send(Errand::Touch(self.place.clone()));
            }
            None => self.forget(),
        }
    }

    /// It was sent, or is not wanted any more.
    pub(crate) fn forget(&self) {
        browser::forget(&self.place);
        send(Errand::Touch(self.place.clone()));
    }
}

/// For as long as a form is open, `put` gives it what was written into it on another device.
#[hook]
pub(crate) fn use_elsewhere(shelter: Option<Shelter>, put: Callback<Written>) {
    let place = shelter.map(|Shelter { place, key }| (place, key));
    use_text_elsewhere(place, put.reform(|text: String| read(&text)));
}

/// The same for a text of any kind, by its place in this browser and its key on the server.
#[hook]
pub(crate) fn use_text_elsewhere(place: Option<(String, String)>, put: Callback<String>) {
    let client = use_client();
    let latest = use_mut_ref(Callback::<String>::noop);
    *latest.borrow_mut() = put;
    use_effect_with(place, move |place| {
        let shut = place.clone().map(|(place, key)| {
            let put = Callback::from(move |text: String| {
                let put = latest.borrow().clone();
                put.emit(text);
            });
            send(Errand::Open { client, place: place.clone(), key, put });
            Errand::Shut(place)
        });
        move || {
            if let Some(shut) = shut {
                send(shut);
            }
        }
    });
}

/// What a kept text says; nothing when it is none of ours.
fn read(text: &str) -> Written {
    serde_json::from_str(text).unwrap_or_default()
}

/// As it is kept; none when nothing was written.
fn written_down(written: &Written) -> Option<String> {
    let mut said = written.clone();
    said.retain(|_, value| !value.trim().is_empty());
    if said.is_empty() { None } else { serde_json::to_string(&said).ok() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back_and_blanks_are_not_kept() {
        let written = Written::from(
            [("body", "Voy para allá."), ("note", "  ")]
                .map(|(name, value)| (name.to_owned(), value.to_owned())),
        );
        let text = written_down(&written).unwrap();
        assert_eq!(read(&text), Written::from([("body".to_owned(), "Voy para allá.".to_owned())]));
        assert_eq!(written_down(&Written::new()), None);
        assert_eq!(written_down(&Written::from([("body".to_owned(), "\n".to_owned())])), None);
    }

    #[test]
    fn what_is_not_ours_is_nothing() {
        assert_eq!(read("texto de antes"), Written::new());
        assert_eq!(read("[1]"), Written::new());
    }
}
