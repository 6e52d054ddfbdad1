//! The gallery: every component of `ui/` in every state, at `/_ui`, in development builds only. Its
//! texts are samples, not sentences of the application, so they stand here and not in the catalogues.

mod charts;
mod choosing;
mod fields;
mod overlays;
mod page;
mod pieces;
mod states;
mod tables;

pub(crate) use page::GalleryPage;

use yew::prelude::*;

/// What nobody wants to see in a narrow place, and what happens all the same.
const LONG: &str = "Un nombre tan largo que no cabe en una línea, con una palabra como \
    https://ejemplo.gov.co/una/direccion/que/no/se/puede/partir/en/ninguna/parte";

/// A component in one state.
fn specimen(name: &'static str, shown: Html) -> Html {
    html! {
        <section class="specimen">
            <h2 class="specimen-name">{ name }</h2>
            { shown }
        </section>
    }
}

/// Several states of a component beside each other.
fn row(shown: Html) -> Html {
    html! { <div class="specimen-row">{ shown }</div> }
}
