//! PATCH tells a field that is absent (leave it) from one that is null (clear it).

use serde::{Deserialize, Deserializer};

/// For `#[serde(default, deserialize_with = "present")]`: absent stays `None`, null is `Some(None)`.
pub fn present<'de, T, D>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    Option::<T>::deserialize(deserializer).map(Some)
}
