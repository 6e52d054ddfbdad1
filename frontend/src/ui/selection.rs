//! Choosing rows of a list: which are chosen, and the checkboxes to choose them with. The boxes go
//! into any table; `DataTable` has them built in.

use crate::text::use_text;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Which rows are chosen, by their keys. A value: every change makes another.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) struct Selection {
    chosen: Vec<AttrValue>,
    /// The row last chosen or put back: where a range begins.
    anchor: Option<AttrValue>,
}

/// How many of the rows in sight are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    Nothing,
    Some,
    Everything,
}

impl Selection {
    /// The keys of the chosen rows, in the order in which they were chosen.
    pub(crate) fn chosen(&self) -> &[AttrValue] {
        &self.chosen
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.chosen.is_empty()
    }

    pub(crate) fn contains(&self, key: &str) -> bool {
        self.chosen.iter().any(|chosen| chosen == key)
    }

    /// How many of these rows are chosen.
    pub(crate) fn extent(&self, rows: &[AttrValue]) -> Extent {
        match rows.iter().filter(|key| self.contains(key)).count() {
            0 => Extent::Nothing,
            count if count == rows.len() => Extent::Everything,
            _ => Extent::Some,
        }
    }

    /// One row turned; with `range`, every row from the last one turned to this one becomes like it.
    pub(crate) fn turn(&self, key: &AttrValue, range: bool, rows: &[AttrValue]) -> Self {
        let place = |key: &AttrValue| rows.iter().position(|row| row == key);
        let bounds = self.anchor.as_ref().filter(|_| range).and_then(place).zip(place(key));
        let turned = match bounds {
            Some((one, other)) => rows.get(one.min(other)..=one.max(other)).unwrap_or_default(),
            None => std::slice::from_ref(key),
        };
        Self { anchor: Some(key.clone()), ..self.with(turned, !self.contains(key)) }
    }

    /// All of these rows chosen; none of them when they all were.
    pub(crate) fn turn_all(&self, rows: &[AttrValue]) -> Self {
        self.with(rows, self.extent(rows) != Extent::Everything)
    }

    /// Without the rows that are there no longer.
    pub(crate) fn within(&self, rows: &[AttrValue]) -> Self {
        let chosen = self.chosen.iter().filter(|key| rows.contains(key)).cloned().collect();
        Self { chosen, anchor: self.anchor.clone().filter(|key| rows.contains(key)) }
    }

    fn with(&self, rows: &[AttrValue], on: bool) -> Self {
        let mut chosen = self.chosen.clone();
        if on {
            chosen.extend(rows.iter().filter(|key| !self.contains(key)).cloned());
        } else {
            chosen.retain(|key| !rows.contains(key));
        }
        Self { chosen, anchor: self.anchor.clone() }
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct SelectRowProps {
    /// The row's key.
    pub(crate) row: AttrValue,
    /// What the row is called: "TIC-1042 Sin red".
    pub(crate) name: AttrValue,
    /// The keys of all rows in sight, in their order.
    pub(crate) rows: Vec<AttrValue>,
    pub(crate) selection: Selection,
    pub(crate) onselect: Callback<Selection>,
}

/// The checkbox of a row. With the shift key it chooses from the last one to this one.
#[component]
pub(crate) fn SelectRow(props: &SelectRowProps) -> Html {
    let text = use_text();
    let onclick = {
        let (row, rows) = (props.row.clone(), props.rows.clone());
        let (selection, onselect) = (props.selection.clone(), props.onselect.clone());
        Callback::from(move |event: MouseEvent| {
            onselect.emit(selection.turn(&row, event.shift_key(), &rows));
        })
    };
    html! {
        <label class="row-check">
            <input
                type="checkbox"
                class="form-check-input"
                aria-label={text.fill("ui-select-row", &[("row", (&*props.name).into())])}
                checked={props.selection.contains(&props.row)}
                {onclick}
            />
        </label>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct SelectAllProps {
    /// The keys of all rows in sight.
    pub(crate) rows: Vec<AttrValue>,
    pub(crate) selection: Selection,
    pub(crate) onselect: Callback<Selection>,
}

/// The checkbox of all rows in sight; half on when only some are chosen.
#[component]
pub(crate) fn SelectAll(props: &SelectAllProps) -> Html {
    let text = use_text();
    let node = use_node_ref();
    let extent = props.selection.extent(&props.rows);
    {
        // No attribute says so, only the property.
        let node = node.clone();
        use_effect_with(extent, move |extent| {
            if let Some(input) = node.cast::<HtmlInputElement>() {
                input.set_indeterminate(*extent == Extent::Some);
            }
        });
    }
    let onclick = {
        let (rows, selection, onselect) =
            (props.rows.clone(), props.selection.clone(), props.onselect.clone());
        Callback::from(move |_: MouseEvent| onselect.emit(selection.turn_all(&rows)))
    };
    html! {
        <label class="row-check">
            <input
                ref={node}
                type="checkbox"
                class="form-check-input"
                aria-label={text.say("ui-select-all")}
                checked={extent == Extent::Everything && !props.rows.is_empty()}
                {onclick}
            />
        </label>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<AttrValue> {
        ["a", "b", "c", "d", "e"].map(AttrValue::from).to_vec()
    }

    fn chosen(selection: &Selection) -> String {
        selection.chosen().iter().map(AttrValue::as_str).collect()
    }

    #[test]
    fn a_row_is_turned_on_and_off() {
        let selection = Selection::default().turn(&"b".into(), false, &rows());
        assert_eq!(chosen(&selection), "b");
        assert_eq!(selection.extent(&rows()), Extent::Some);
        assert!(selection.turn(&"b".into(), false, &rows()).is_empty());
    }

    #[test]
    fn a_range_takes_the_rows_between_in_both_directions() {
        let one = Selection::default().turn(&"d".into(), false, &rows());
        assert_eq!(chosen(&one.turn(&"b".into(), true, &rows())), "dbc");
        let all = one.turn_all(&rows());
        // From d, last turned, to e: off like e.
        assert_eq!(chosen(&all.turn(&"e".into(), true, &rows())), "abc");
        // Without a beginning it is that row alone.
        assert_eq!(chosen(&Selection::default().turn(&"c".into(), true, &rows())), "c");
    }

    #[test]
    fn all_are_turned_at_once() {
        let all = Selection::default().turn(&"c".into(), false, &rows()).turn_all(&rows());
        assert_eq!(all.extent(&rows()), Extent::Everything);
        assert_eq!(all.chosen().len(), 5);
        assert!(all.turn_all(&rows()).is_empty());
        assert_eq!(Selection::default().extent(&[]), Extent::Nothing);
    }

    #[test]
    fn what_is_gone_is_chosen_no_longer() {
        let all = Selection::default().turn(&"a".into(), false, &rows()).turn_all(&rows());
        let left = all.within(&["b".into(), "e".into()]);
        assert_eq!(chosen(&left), "be");
        // The beginning of a range went with its row.
        assert_eq!(chosen(&left.turn(&"e".into(), true, &["b".into(), "e".into()])), "b");
    }
}
