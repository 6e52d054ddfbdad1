//! The list from which a ticket was opened, kept for this tab: the way back, and on to the next.

use crate::browser;

const PLACE: &str = "mesa.trail";
const SEEN: &str = "mesa.seen";

/// Keeps which ticket was looked at, to find its row again.
pub(super) fn keep_seen(number: &str) {
    browser::keep_in_tab(SEEN, number);
}

/// The ticket looked at last, once: whoever comes back to the list begins at its row.
pub(super) fn take_seen() -> Option<String> {
    let number = browser::kept_in_tab(SEEN).filter(|number| !number.is_empty());
    browser::keep_in_tab(SEEN, "");
    number
}

/// A filtered list and the numbers it showed, in their order.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(super) struct Trail {
    /// The filter, as a query string.
    pub(super) query: String,
    numbers: Vec<String>,
}

/// Where a ticket stands in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Standing {
    /// From 1.
    pub(super) place: usize,
    pub(super) total: usize,
    pub(super) previous: Option<String>,
    pub(super) next: Option<String>,
}

impl Trail {
    pub(super) const fn new(query: String, numbers: Vec<String>) -> Self {
        Self { query, numbers }
    }

    /// The list this tab showed last; none when it has shown none yet.
    pub(super) fn kept() -> Option<Self> {
        browser::kept_in_tab(PLACE).as_deref().map(Self::read)
    }

    /// Keeps the list that this tab shows now.
    pub(super) fn keep(&self) {
        browser::keep_in_tab(PLACE, &self.written());
    }

    /// Where a ticket stands in the list, and who its neighbours are; none when it is not in it.
    pub(super) fn standing(&self, number: &str) -> Option<Standing> {
        let at = self.numbers.iter().position(|known| known == number)?;
        Some(Standing {
            place: at + 1,
            total: self.numbers.len(),
            previous: at.checked_sub(1).and_then(|at| self.numbers.get(at)).cloned(),
            next: self.numbers.get(at + 1).cloned(),
        })
    }

    fn written(&self) -> String {
        std::iter::once(&self.query).chain(&self.numbers).map(String::as_str).collect::<Vec<_>>().join("\n")
    }

    fn read(text: &str) -> Self {
        let mut lines = text.lines().map(str::to_owned);
        Self { query: lines.next().unwrap_or_default(), numbers: lines.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trail() -> Trail {
        Trail::new("open=true".to_owned(), ["TIC-3", "TIC-1", "TIC-2"].map(str::to_owned).to_vec())
    }

    #[test]
    fn neighbours_are_those_of_the_list() {
        let standing = trail().standing("TIC-1").unwrap();
        assert_eq!((standing.place, standing.total), (2, 3));
        assert_eq!((standing.previous.as_deref(), standing.next.as_deref()), (Some("TIC-3"), Some("TIC-2")));
        assert_eq!(trail().standing("TIC-3").unwrap().previous, None);
        assert_eq!(trail().standing("TIC-2").unwrap().next, None);
        assert_eq!(trail().standing("TIC-9"), None);
    }

    #[test]
    fn it_is_kept_and_read_again() {
        assert_eq!(Trail::read(&trail().written()), trail());
        let empty = Trail::new("q=nada".to_owned(), Vec::new());
        assert_eq!(Trail::read(&empty.written()), empty);
    }
}
