//! The order of a list, by the heads of its columns.

use contract::tickets::Sort;

/// A column by which a list can be put in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SortColumn {
    Priority,
    Attention,
    Registered,
}

impl SortColumn {
    /// The order that pressing the head asks for first, and the other one.
    const fn orders(self) -> [Sort; 2] {
        match self {
            Self::Priority => [Sort::MostImportantFirst, Sort::LeastImportantFirst],
            Self::Attention => [Sort::SoonestDueFirst, Sort::LatestDueFirst],
            Self::Registered => [Sort::NewestFirst, Sort::OldestFirst],
        }
    }

    /// What pressing the head makes of the present order.
    pub(super) fn pressed(self, present: Sort) -> Sort {
        let [first, second] = self.orders();
        if present == first { second } else { first }
    }

    /// Whether the list is in the order of this column, as `aria-sort` says it.
    pub(super) fn direction(self, present: Sort) -> Option<&'static str> {
        if !self.orders().contains(&present) {
            return None;
        }
        Some(if present.as_str().starts_with('-') { "descending" } else { "ascending" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pressing_again_turns_the_order() {
        assert_eq!(SortColumn::Priority.pressed(Sort::NewestFirst), Sort::MostImportantFirst);
        assert_eq!(SortColumn::Priority.pressed(Sort::MostImportantFirst), Sort::LeastImportantFirst);
        assert_eq!(SortColumn::Registered.pressed(Sort::NewestFirst), Sort::OldestFirst);
    }

    #[test]
    fn a_head_says_its_direction() {
        assert_eq!(SortColumn::Attention.direction(Sort::SoonestDueFirst), Some("ascending"));
        assert_eq!(SortColumn::Registered.direction(Sort::NewestFirst), Some("descending"));
        assert_eq!(SortColumn::Registered.direction(Sort::LastChangedFirst), None);
    }
}
