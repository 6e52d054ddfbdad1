//! Keyset paging: a page starts after the last row of the one before, however deep the list is.

use crate::error::{Error, FieldFault, Result};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use contract::page::Page;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Rows of a page when the client does not say.
pub const DEFAULT_LIMIT: u16 = 50;

/// How many rows the client wants.
#[must_use]
pub fn limit(asked: Option<u16>) -> i64 {
    i64::from(asked.unwrap_or(DEFAULT_LIMIT))
}

/// Reads a cursor that [`page`] has written. `K` is the key of the row it points at.
pub fn after<K: DeserializeOwned>(cursor: Option<&str>) -> Result<Option<K>> {
    let Some(cursor) = cursor else { return Ok(None) };
    let json = URL_SAFE_NO_PAD.decode(cursor).ok().filter(|json| !names_nul(json));
    match json.and_then(|json| serde_json::from_slice(&json).ok()) {
        Some(key) => Ok(Some(key)),
        None => Err(Error::Invalid(vec![FieldFault::new("cursor", "cursor")])),
    }
}

/// Makes a page of at most `limit` rows from up to `limit + 1`, pointing behind the last by its key.
pub fn page<T, K: Serialize>(
    mut rows: Vec<T>,
    limit: i64,
    total: Option<i64>,
    key: impl Fn(&T) -> K,
) -> Page<T> {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next_cursor = rows.last().filter(|_| more).map(|last| cursor(&key(last)));
    Page { items: rows, next_cursor, total }
}

/// A list short enough for one page.
#[must_use]
pub fn whole<T>(items: Vec<T>) -> Page<T> {
    Page { items, next_cursor: None, total: None }
}

fn cursor<K: Serialize>(key: &K) -> String {
    URL_SAFE_NO_PAD.encode(serde_json::to_vec(key).unwrap_or_default())
}

/// Whether there is U+0000 in a text of it: PostgreSQL cannot even be asked for that.
fn names_nul(json: &[u8]) -> bool {
    fn is_in(value: &Value) -> bool {
        match value {
            Value::String(text) => text.contains('\0'),
            Value::Array(items) => items.iter().any(is_in),
            Value::Object(members) => members.values().any(is_in),
            Value::Null | Value::Bool(_) | Value::Number(_) => false,
        }
    }
    serde_json::from_slice(json).is_ok_and(|value: Value| is_in(&value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_read_as_it_was_written() {
        let key = ("Ana \\u0000".to_owned(), 7);
        assert_eq!(after(Some(&cursor(&key))).ok(), Some(Some(key)));
        assert_eq!(after::<(String, i64)>(None).ok(), Some(None));
    }

    #[test]
    fn a_cursor_that_no_database_can_be_asked_for_is_refused() {
        for wrong in ["", "*", &cursor(&"Ana"), &cursor(&("Ana\0", 7)), &cursor(&("\0", 7))] {
            let refused = after::<(String, i64)>(Some(wrong));
            assert_eq!(refused.map_err(|error| error.code()), Err("invalid"), "{wrong:?}");
        }
    }
}
