//! Every sentence people read, in Spanish and English: the catalogues in `frontend/text`, looked up
//! by key. What not every page says
//! travels with the parts of the program that do, in Spanish; English is fetched by those who read it. No
//! other module writes words.

mod blank;
mod catalogue;
mod figures;
mod fold;
mod time;
mod words;

#[cfg(test)]
mod tests;

pub(crate) use catalogue::{bring, complete};
pub(crate) use fold::{capital, fold, matches};
pub(crate) use time::{at_bogota, bogota_day, in_bogota};
pub(crate) use words::Word;

use blank::Blank;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use contract::auth::Locale;
use yew::prelude::*;

/// Brings along the texts that not every page says: `frontend/text/es/<file>.ftl`. Called where a part of
/// the program begins; whoever fetches the part waits for the same texts in the language in use by
/// [`complete`].
macro_rules! bring_texts {
    ($($file:literal),+) => {
        $(
            $crate::text::bring(
                $file,
                include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/text/es/", $file, ".ftl")),
            );
        )+
    };
}
pub(crate) use bring_texts;

/// The texts of one language.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Text {
    pub(crate) locale: Locale,
}

impl Text {
    /// The texts of a language, if they are at hand.
    pub(crate) fn at_hand(locale: Locale) -> Option<Self> {
        catalogue::missing(locale).is_empty().then_some(Self { locale })
    }

    /// The texts of a language; of Spanish, which always is at hand, when those are not.
    pub(crate) fn of(locale: Locale) -> Self {
        Self::at_hand(locale).unwrap_or(Self { locale: Locale::Es })
    }

    /// The texts of a language, if they can be fetched.
    pub(crate) async fn fetch(locale: Locale) -> Option<Self> {
        catalogue::fetch(locale).await.then_some(Self { locale })
    }

    /// The sentence of a key.
    pub(crate) fn say(&self, key: &str) -> AttrValue {
        self.fill(key, &[])
    }

    /// The sentence of a key, with its blanks filled in.
    pub(crate) fn fill(&self, key: &str, blanks: &[(&str, Blank<'_>)]) -> AttrValue {
        catalogue::write(self.locale, key, blanks).into()
    }

    /// A word of a closed vocabulary, as people read it.
    pub(crate) fn word(&self, word: impl Word) -> AttrValue {
        self.say(&word.key())
    }

    /// Whether there is a text for a key: for vocabularies that the server may extend.
    pub(crate) fn has(&self, key: &str) -> bool {
        catalogue::has(self.locale, key)
    }

    /// The language as the browser's `Intl` names it.
    pub(crate) const fn language(&self) -> &'static str {
        match self.locale {
            Locale::Es => "es-CO",
            Locale::En => "en-GB",
        }
    }

    /// A date and time in full: "domingo, 22 de noviembre de 2026, 5:15 p. m.".
    pub(crate) fn date_in_full(&self, at: DateTime<Utc>) -> String {
        let options = [("dateStyle", "full"), ("timeStyle", "short"), ("timeZone", time::ZONE)];
        crate::browser::write_date(at, self.language(), &options)
    }

    /// A date and time of the coming days: "lun, 8:00 a. m."; farther away, in short.
    pub(crate) fn date_near(&self, at: DateTime<Utc>, now: DateTime<Utc>) -> String {
        if (at - now).num_days().abs() >= 6 {
            return self.date(at, now);
        }
        let options =
            [("weekday", "short"), ("hour", "numeric"), ("minute", "2-digit"), ("timeZone", time::ZONE)];
        crate::browser::write_date(at, self.language(), &options)
    }

    /// A day, as `options` of `Intl.DateTimeFormat` say.
    pub(crate) fn day(&self, date: NaiveDate, options: &[(&str, &str)]) -> AttrValue {
        let options: Vec<_> = options.iter().copied().chain([("timeZone", "UTC")]).collect();
        crate::browser::write_date(date.and_time(NaiveTime::MIN).and_utc(), self.language(), &options).into()
    }

    /// A date and time in short: "dom, 22 nov, 5:15 p. m."; of another year than the present one, with it.
    pub(crate) fn date(&self, at: DateTime<Utc>, now: DateTime<Utc>) -> String {
        let options = [
            ("year", "numeric"),
            ("weekday", "short"),
            ("day", "numeric"),
            ("month", "short"),
            ("hour", "numeric"),
            ("minute", "2-digit"),
            ("timeZone", time::ZONE),
        ];
        let first = usize::from(time::is_same_year(at, now));
        crate::browser::write_date(at, self.language(), &options[first..])
    }
}

/// The texts of the language in use.
#[hook]
pub(crate) fn use_text() -> Text {
    use_context().expect("PreferencesProvider wraps the application")
}
