//! Reading what others send: text that may come as a number, fields that may be null.

use serde::de::Error;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Text, or a number in its place; null and absent are the same.
pub(super) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    match Option::<Value>::deserialize(deserializer)? {
        None => Ok(None),
        Some(value) => plain(value).map_err(D::Error::custom),
    }
}

/// The same, where there must be some.
pub(super) fn some_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    text(deserializer)?.ok_or_else(|| D::Error::custom("invalid type: null, expected text"))
}

/// Texts by their names; null and absent are no texts, and a null among them is none.
pub(super) fn texts<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<String, String>, D::Error> {
    let mut texts = BTreeMap::new();
    for (name, value) in Option::<Map<String, Value>>::deserialize(deserializer)?.unwrap_or_default() {
        if let Some(text) = plain(value).map_err(D::Error::custom)? {
            texts.insert(name, text);
        }
    }
    Ok(texts)
}

fn plain(value: Value) -> Result<Option<String>, &'static str> {
    match value {
        Value::Null => Ok(None),
        Value::String(text) => Ok(Some(text)),
        Value::Number(number) => Ok(Some(number.to_string())),
        Value::Bool(truth) => Ok(Some(truth.to_string())),
        Value::Array(_) | Value::Object(_) => Err("invalid type: expected text"),
    }
}
