//! Which rows have come since the list was opened.

use std::collections::BTreeSet;

/// What a list has shown, and what came last.
#[derive(Clone, Debug, Default)]
pub(super) struct Arrivals {
    query: Option<String>,
    known: BTreeSet<String>,
    latest: BTreeSet<String>,
}

impl Arrivals {
    /// Takes note of what the list shows now; answers the rows that came last. Of a list just opened
    /// nothing is new.
    pub(super) fn note<'a>(
        &mut self,
        query: &str,
        numbers: impl Iterator<Item = &'a str>,
    ) -> &BTreeSet<String> {
        let mut now = BTreeSet::new();
        now.extend(numbers.map(str::to_owned));
        if self.query.as_deref() != Some(query) {
            *self = Self { query: Some(query.to_owned()), known: now, latest: BTreeSet::new() };
            return &self.latest;
        }
        now.retain(|number| !self.known.contains(number));
        if !now.is_empty() {
            self.known.extend(now.iter().cloned());
            self.latest = now;
        }
        &self.latest
    }
}

#[cfg(test)]
mod tests {
    use super::Arrivals;

    #[test]
    fn what_comes_later_is_new_until_something_else_comes() {
        let mut arrivals = Arrivals::default();
        let mut note = |query: &str, numbers: &[&str]| -> Vec<String> {
            arrivals.note(query, numbers.iter().copied()).iter().cloned().collect()
        };
        assert!(note("a", &["1", "2"]).is_empty());
        assert_eq!(note("a", &["3", "1"]), ["3"]);
        assert_eq!(note("a", &["3", "1"]), ["3"]);
        // What had only gone for a while is not new.
        assert_eq!(note("a", &["3", "1", "2"]), ["3"]);
        assert_eq!(note("a", &["4", "3"]), ["4"]);
        assert!(note("b", &["9"]).is_empty());
    }
}
