//! What an act changed: the fields that differ, before and after.

use serde::Serialize;
use serde_json::{Map, Value, json};

/// What was before and what is after. Only the fields of which the two are not the same are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes(Value);

impl Changes {
    /// Between two states of a thing; null where it was not there, or is not any more.
    #[must_use]
    pub fn between(before: &impl Serialize, after: &impl Serialize) -> Self {
        let mut before = serde_json::to_value(before).unwrap_or_default();
        let mut after = serde_json::to_value(after).unwrap_or_default();
        if let (Value::Object(old), Value::Object(new)) = (&mut before, &mut after) {
            keep_differing(old, new);
        }
        Self(json!({ "before": before, "after": after }))
    }

    /// As it is kept.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.0.to_string()
    }
}

/// Drops what is the same in both, and `version`, which says nothing of its own.
fn keep_differing(old: &mut Map<String, Value>, new: &mut Map<String, Value>) {
    let same: Vec<String> = old
        .iter()
        .filter(|(name, value)| name.as_str() == "version" || new.get(name.as_str()) == Some(value))
        .map(|(name, _)| name.clone())
        .collect();
    for name in same {
        old.remove(&name);
        new.remove(&name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_kept() {
        let before = json!({"name": "Redes", "level": 2, "version": 1});
        let after = json!({"name": "Redes y telefonía", "level": 2, "version": 2});
        let changes = Changes::between(&before, &after);
        assert_eq!(changes.0, json!({"before": {"name": "Redes"}, "after": {"name": "Redes y telefonía"}}));
    }

    #[test]
    fn what_is_made_or_removed_is_kept_whole() {
        let made = Changes::between(&Value::Null, &json!({"name": "Redes", "version": 1}));
        assert_eq!(made.0, json!({"before": null, "after": {"name": "Redes", "version": 1}}));
    }
}
