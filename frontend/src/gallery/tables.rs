//! Tables of data.

use super::{LONG, specimen};
use crate::ui::{Badge, Column, DataRow, DataTable, Selection, Sorting, Tone};
use yew::prelude::*;

const ROWS: [(&str, &str, &str, u32); 5] = [
    ("pc-1", "Portátil de Ana", "Disponible", 3),
    ("pc-2", "Impresora del piso 3", "Prestado", 12),
    ("pc-3", LONG, "En reparación", 1_204),
    ("pc-4", "Proyector", "Disponible", 0),
    ("pc-5", "Escáner", "De baja", 7),
];

/// Tables.
#[component]
pub(super) fn Tables() -> Html {
    let sorting = use_state(|| Some(Sorting { column: "name".into(), descending: false }));
    let selection = use_state(Selection::default);
    let onsort = {
        let sorting = sorting.setter();
        Callback::from(move |next| sorting.set(Some(next)))
    };
    let onselect = {
        let selection = selection.setter();
        Callback::from(move |next| selection.set(next))
    };
    let columns = vec![
        Column::new("name", "Equipo").sortable(),
        Column::new("state", "Estado"),
        Column::new("cases", "Casos").sortable().figures(),
    ];
    let chosen: Vec<&str> = selection.chosen().iter().map(AttrValue::as_str).collect();
    html! {
        <>
            { specimen("DataTable, con orden y selección", html! {
                <>
                    <DataTable label="Equipos" columns={columns.clone()} rows={rows(sorting.as_ref())} sorting={(*sorting).clone()} {onsort} selection={(*selection).clone()} {onselect} />
                    <p class="muted small">{ format!("Elegidos: {}: {}", chosen.len(), chosen.join(", ")) }</p>
                </>
            }) }
            { specimen("DataTable, solo para leer", html! { <DataTable label="Equipos" {columns} rows={rows(None)} /> }) }
        </>
    }
}

fn rows(sorting: Option<&Sorting>) -> Vec<DataRow> {
    let mut rows = ROWS.to_vec();
    if let Some(sorting) = sorting {
        match &*sorting.column {
            "cases" => rows.sort_by_key(|(.., cases)| *cases),
            _ => rows.sort_by_key(|(_, name, ..)| *name),
        }
        if sorting.descending {
            rows.reverse();
        }
    }
    let row = |(key, name, state, cases): (&'static str, &'static str, &'static str, u32)| DataRow {
        key: key.into(),
        name: name.into(),
        cells: vec![
            html! { { name } },
            html! { <Badge tone={Tone::Brand}>{ state }</Badge> },
            html! { { cases } },
        ],
    };
    rows.into_iter().map(row).collect()
}
