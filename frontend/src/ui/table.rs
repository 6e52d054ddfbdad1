//! A table of data: its columns can be sorted by, its rows chosen. It becomes cards where it is
//! narrow, and says its columns' names there.

use super::icon::{Icon, glyph};
use super::selection::{SelectAll, SelectRow, Selection};
use crate::text::use_text;
use yew::prelude::*;

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Column {
    pub(crate) key: AttrValue,
    pub(crate) label: AttrValue,
    pub(crate) sortable: bool,
    /// Figures stand at the right, one below the other.
    pub(crate) figures: bool,
}

impl Column {
    pub(crate) fn new(key: impl Into<AttrValue>, label: impl Into<AttrValue>) -> Self {
        Self { key: key.into(), label: label.into(), sortable: false, figures: false }
    }

    // In the gallery only, until a page has a table that is sorted on the screen.
    #[cfg(debug_assertions)]
    pub(crate) fn sortable(self) -> Self {
        Self { sortable: true, ..self }
    }

    pub(crate) fn figures(self) -> Self {
        Self { figures: true, ..self }
    }
}

/// A row: as many cells as there are columns.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DataRow {
    pub(crate) key: AttrValue,
    /// What it is called, for the checkbox that chooses it.
    pub(crate) name: AttrValue,
    pub(crate) cells: Vec<Html>,
}

/// By which column rows are sorted, and in which direction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sorting {
    pub(crate) column: AttrValue,
    pub(crate) descending: bool,
}

impl Sorting {
    /// What pressing the head of a column makes of the present sorting: the other direction if it is
    /// sorted by it already, upwards if not.
    pub(crate) fn pressed(present: Option<&Self>, column: &AttrValue) -> Self {
        let descending = present.is_some_and(|present| present.column == *column && !present.descending);
        Self { column: column.clone(), descending }
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct DataTableProps {
    /// What the table shows; read by screen readers.
    pub(crate) label: AttrValue,
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<DataRow>,
    #[prop_or_default]
    pub(crate) sorting: Option<Sorting>,
    #[prop_or_default]
    pub(crate) onsort: Callback<Sorting>,
    /// Which rows are chosen; without it none can be.
    #[prop_or_default]
    pub(crate) selection: Option<Selection>,
    #[prop_or_default]
    pub(crate) onselect: Callback<Selection>,
    #[prop_or_default]
    pub(crate) class: Classes,
}

/// A table of data. Sorting is left to whoever knows the rows.
#[component]
pub(crate) fn DataTable(props: &DataTableProps) -> Html {
    let keys: Vec<AttrValue> = props.rows.iter().map(|row| row.key.clone()).collect();
    html! {
        <div class="panel panel-table">
            <table class={classes!("data", props.class.clone())}>
                <caption class="visually-hidden">{ &props.label }</caption>
                <thead>
                    <tr>
                        if let Some(selection) = &props.selection {
                            <td class="cell-check"><SelectAll rows={keys.clone()} selection={selection.clone()} onselect={props.onselect.clone()} /></td>
                        }
                        { for props.columns.iter().map(|column| html! { <Head column={column.clone()} sorting={props.sorting.clone()} onsort={props.onsort.clone()} /> }) }
                    </tr>
                </thead>
                <tbody>{ for props.rows.iter().map(|row| line(props, row, &keys)) }</tbody>
            </table>
        </div>
    }
}

fn line(props: &DataTableProps, row: &DataRow, keys: &[AttrValue]) -> Html {
    let chosen = props.selection.as_ref().map(|selection| selection.contains(&row.key));
    html! {
        <tr key={row.key.to_string()} class={classes!((chosen == Some(true)).then_some("row-chosen"))}>
            if let Some(selection) = &props.selection {
                <td class="cell-check">
                    <SelectRow row={row.key.clone()} name={row.name.clone()} rows={keys.to_vec()} selection={selection.clone()} onselect={props.onselect.clone()} />
                </td>
            }
            { for props.columns.iter().zip(&row.cells).enumerate().map(|(index, (column, cell))| {
                let class = classes!(column.figures.then_some("cell-figures"));
                if index == 0 {
                    html! { <th scope="row" {class}>{ cell.clone() }</th> }
                } else {
                    html! { <td {class} data-label={column.label.clone()}>{ cell.clone() }</td> }
                }
            }) }
        </tr>
    }
}

#[derive(Properties, PartialEq)]
struct HeadProps {
    column: Column,
    sorting: Option<Sorting>,
    onsort: Callback<Sorting>,
}

#[component]
fn Head(props: &HeadProps) -> Html {
    let text = use_text();
    let column = &props.column;
    let sorted = props.sorting.as_ref().filter(|sorting| sorting.column == column.key);
    let word = sorted.map(|sorting| if sorting.descending { "descending" } else { "ascending" });
    let onclick = {
        let next = Sorting::pressed(props.sorting.as_ref(), &column.key);
        props.onsort.reform(move |_: MouseEvent| next.clone())
    };
    html! {
        <th scope="col" class={classes!(column.figures.then_some("cell-figures"))} aria-sort={word}>
            if column.sortable {
                <button type="button" class="sort" title={text.fill("ui-sort", &[("column", (&*column.label).into())])} {onclick}>
                    { &column.label }
                    <span class={classes!("sort-mark", sorted.is_none().then_some("sort-none"), (word == Some("ascending")).then_some("sort-up"))}>
                        { glyph(Icon::ChevronDown) }
                    </span>
                </button>
            } else {
                { &column.label }
            }
        </th>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pressing_a_head_sorts_up_then_down() {
        let once = Sorting::pressed(None, &"name".into());
        assert_eq!(once, Sorting { column: "name".into(), descending: false });
        let twice = Sorting::pressed(Some(&once), &"name".into());
        assert!(twice.descending);
        assert!(!Sorting::pressed(Some(&twice), &"name".into()).descending);
        assert_eq!(Sorting::pressed(Some(&twice), &"age".into()).column, "age");
    }
}
