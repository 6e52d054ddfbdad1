//! Instants and days as they cross the wire: RFC 3339, and nothing that only looks like it. Every field
//! that is one says so: `#[serde(with = "crate::rfc3339")]`, or `"crate::rfc3339::optional"`.
//!
//! What chrono reads of itself is laxer, and the code for it would travel with every page; what it
//! writes is the same, in twice the time.

use chrono::{DateTime, NaiveDate, ParseResult, SecondsFormat, Utc};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serializer};
use std::borrow::Cow;

/// An instant or a day.
pub trait Rfc3339: Sized {
    /// Reads one.
    ///
    /// # Errors
    ///
    /// When the text is not in the format, or no such instant or day exists.
    fn read(text: &str) -> ParseResult<Self>;

    /// Writes it: an instant in UTC, with as many digits after the seconds as it has.
    fn written(&self) -> String;
}

impl Rfc3339 for DateTime<Utc> {
    fn read(text: &str) -> ParseResult<Self> {
        Ok(DateTime::parse_from_rfc3339(text)?.to_utc())
    }

    fn written(&self) -> String {
        self.to_rfc3339_opts(SecondsFormat::AutoSi, true)
    }
}

impl Rfc3339 for NaiveDate {
    fn read(text: &str) -> ParseResult<Self> {
        Ok(DateTime::parse_from_rfc3339(&format!("{text}T00:00:00Z"))?.date_naive())
    }

    fn written(&self) -> String {
        self.to_string()
    }
}

/// Writes one.
///
/// # Errors
///
/// When the serializer has one.
pub fn serialize<T: Rfc3339, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&value.written())
}

/// Reads one.
///
/// # Errors
///
/// When it is not a text that RFC 3339 writes.
pub fn deserialize<'de, T: Rfc3339, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    T::read(&Cow::<str>::deserialize(deserializer)?).map_err(D::Error::custom)
}

/// The same where there may be none; what is read needs `default` to be missing altogether.
pub mod optional {
    use super::{Cow, Deserialize, Deserializer, Error, Rfc3339, Serializer};

    /// Writes one, or null.
    ///
    /// # Errors
    ///
    /// When the serializer has one.
    pub fn serialize<T: Rfc3339, S: Serializer>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => serializer.serialize_some(&value.written()),
            None => serializer.serialize_none(),
        }
    }

    /// Reads one, or null.
    ///
    /// # Errors
    ///
    /// When it is neither null nor a text that RFC 3339 writes.
    pub fn deserialize<'de, T: Rfc3339, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<T>, D::Error> {
        let text = Option::<Cow<'_, str>>::deserialize(deserializer)?;
        text.map(|text| T::read(&text)).transpose().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_rfc_3339_writes_is_read() {
        let read = |text: &str| DateTime::<Utc>::read(text);
        assert_eq!(read("2026-11-13T16:30:00.5-05:00").unwrap().written(), "2026-11-13T21:30:00.500Z");
        for wrong in ["", "2026-11-13", "2026-11-13T16:30:00", "2026-02-30T16:30:00Z", "13/11/2026 16:30"] {
            read(wrong).unwrap_err();
        }
        assert_eq!(NaiveDate::read("2026-11-13").unwrap().written(), "2026-11-13");
        for wrong in ["", "2026-1-3", "2026-02-30", "2026-11-13T00:00:00Z"] {
            NaiveDate::read(wrong).unwrap_err();
        }
    }

    #[test]
    fn what_is_written_is_what_chrono_writes() {
        for text in ["2026-11-13T21:30:00Z", "2026-11-13T21:30:00.500Z", "2026-11-13T21:30:00.000001Z"] {
            let at = DateTime::<Utc>::read(text).unwrap();
            assert_eq!(at.written(), text);
            assert_eq!(serde_json::to_value(at).unwrap(), text);
        }
    }
}
