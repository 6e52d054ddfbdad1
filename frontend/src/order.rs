//! Putting short lists into order. What sorts long ones would weigh some kilobytes for each type of item,
//! in every part that has such a list.

use std::cmp::Ordering;

/// The items in order; equal ones as they came.
pub(crate) fn in_order<T>(
    items: impl IntoIterator<Item = T>,
    compare: impl Fn(&T, &T) -> Ordering,
) -> Vec<T> {
    let mut ordered = Vec::new();
    for item in items {
        let place = ordered.partition_point(|other| compare(other, &item).is_le());
        ordered.insert(place, item);
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn equal_items_stay_as_they_came() {
        let items = [(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')];
        let ordered = in_order(items, |one, other| one.0.cmp(&other.0));
        assert_eq!(ordered, [(0, 'd'), (1, 'b'), (1, 'e'), (2, 'a'), (2, 'c')]);
    }
}
