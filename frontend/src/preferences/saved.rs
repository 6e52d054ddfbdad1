//! Filters that a person has given a name in this browser, which several people may use.

use crate::browser;
use serde::{Deserialize, Serialize};

fn place(username: &str) -> String {
    format!("mesa.filters.{username}")
}

/// At most this many: each costs a count every half a minute.
pub(crate) const MOST: usize = 12;

/// A filter with a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SavedFilter {
    pub(crate) name: String,
    /// The filter as a query string: what its address has, and what is shared.
    pub(crate) query: String,
}

/// What can be done to the filters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Saving {
    /// Names a filter: a new one, or one that has a name already.
    Name { query: String, name: String },
    /// Takes the name away.
    Drop { query: String },
}

/// The filters as they are after a change. A blank name changes nothing, and the oldest filters stay
/// when there are too many.
pub(super) fn after(filters: &[SavedFilter], saving: Saving) -> Vec<SavedFilter> {
    let mut filters = filters.to_vec();
    match saving {
        Saving::Drop { query } => filters.retain(|filter| filter.query != query),
        Saving::Name { query, name } => {
            let name = name.trim().to_owned();
            let room = filters.len() < MOST;
            match filters.iter_mut().find(|filter| filter.query == query) {
                _ if name.is_empty() => {}
                Some(filter) => filter.name = name,
                None if room => filters.push(SavedFilter { name, query }),
                None => {}
            }
        }
    }
    filters
}

/// What this browser kept of a person; nothing when it is unreadable.
pub(super) fn kept(username: &str) -> Vec<SavedFilter> {
    browser::kept(&place(username)).and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

/// Keeps the filters of a person.
pub(super) fn keep(username: &str, filters: &[SavedFilter]) {
    if let Ok(text) = serde_json::to_string(filters) {
        browser::keep(&place(username), &text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(query: &str, name: &str) -> Saving {
        Saving::Name { query: query.to_owned(), name: name.to_owned() }
    }

    #[test]
    fn a_filter_is_named_renamed_and_dropped() {
        let filters = after(&[], name("level=2", " Redes "));
        assert_eq!(filters, [SavedFilter { name: "Redes".to_owned(), query: "level=2".to_owned() }]);
        let filters = after(&after(&filters, name("level=3", "Proveedores")), name("level=2", "Nivel 2"));
        let names: Vec<&str> = filters.iter().map(|filter| filter.name.as_str()).collect();
        assert_eq!(names, ["Nivel 2", "Proveedores"]);
        let filters = after(&filters, Saving::Drop { query: "level=2".to_owned() });
        assert_eq!(filters.len(), 1);
    }

    #[test]
    fn nameless_and_too_many_are_left_out() {
        assert!(after(&[], name("level=2", "  ")).is_empty());
        let full =
            (0..MOST + 3).fold(Vec::new(), |filters, n| after(&filters, name(&format!("level={n}"), "x")));
        assert_eq!(full.len(), MOST);
    }
}
