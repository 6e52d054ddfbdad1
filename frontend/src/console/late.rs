//! The pieces of the console that most never open. They are fetched together, when the first of them is
//! drawn.
#![expect(clippy::unnecessary_wraps, reason = "fetching the part may fail, and is said to by the same type")]

use super::bulk::{BulkBar, BulkBarProps};
use super::bulk_result::{BulkResult, BulkResultProps};
use super::facets::{FacetList, FacetListProps};
use super::help::{Help, HelpProps};
use super::palette::{CommandPalette, CommandPaletteProps};
use super::presence::{Here, HereProps};
use super::saved::{SaveFilter, SaveFilterProps};
use crate::browser;
use crate::hooks::use_part;
use crate::text::bring_texts;
use crate::tickets::{
    ActionForm, ActionFormProps, ExplainedClocks, ExplainedClocksProps, SurveyForm, SurveyFormProps,
};
use crate::ui::{Shape, draw_late};
use contract::tickets::Action;
use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::prelude::*;

/// After how long they are fetched although nobody has asked for them yet.
const SOON_MS: u32 = 1_500;

/// Which of them.
#[derive(Clone, PartialEq)]
pub(super) enum Piece {
    Action(ActionFormProps),
    Bulk(BulkBarProps),
    BulkResult(BulkResultProps),
    Clocks(ExplainedClocksProps),
    Facet(FacetListProps),
    Help(HelpProps),
    Here(HereProps),
    Palette(CommandPaletteProps),
    Save(Box<SaveFilterProps>),
    Survey(SurveyFormProps),
}

#[derive(Properties, PartialEq)]
pub(super) struct LateProps {
    pub(super) piece: Piece,
}

/// A piece, as soon as it is there.
#[component]
pub(super) fn Late(props: &LateProps) -> Html {
    let pieces = use_part(pieces);
    use_focus(&props.piece, pieces.value.is_some());
    match &props.piece {
        Piece::Here(_) if pieces.value.is_none() => Html::default(),
        piece => {
            let shape = matches!(piece, Piece::Clocks(_) | Piece::Facet(_)).then_some(Shape::Text(4));
            draw_late(&pieces, piece, shape)
        }
    }
}

/// The focus goes into a form that opens.
#[hook]
fn use_focus(piece: &Piece, there: bool) {
    let form = match piece {
        Piece::Action(props) => Some(props.action),
        Piece::Survey(_) => Some(Action::Survey),
        _ => None,
    };
    use_effect_with((form, there), |(form, there)| {
        if let (Some(form), true) = (form, there) {
            browser::focus(&format!("[data-form=\"{form}\"] :is(input, textarea, select)"));
        }
    });
}

/// Fetches the pieces when the page has been there for a while, so that whoever needs one does not wait;
/// whether that has been done.
#[hook]
pub(super) fn use_pieces_soon() -> bool {
    let there = use_state(|| false);
    {
        let there = there.clone();
        use_effect_with((), move |()| {
            let soon = Timeout::new(SOON_MS, move || {
                spawn_local(async move {
                    // Whoever draws a piece asks again, and says what went wrong.
                    there.set(pieces().await.is_ok());
                });
            });
            move || drop(soon)
        });
    }
    *there
}

#[wasm_split(more, fallible)]
fn pieces() -> Result<fn(&Piece) -> Html, SplitLoaderError> {
    bring_texts!("actions", "pieces", "survey");
    Ok(|piece| match piece {
        Piece::Action(props) => html! { <ActionForm ..props.clone() /> },
        Piece::Bulk(props) => html! { <BulkBar ..props.clone() /> },
        Piece::BulkResult(props) => html! { <BulkResult ..props.clone() /> },
        Piece::Clocks(props) => html! { <ExplainedClocks ..props.clone() /> },
        Piece::Facet(props) => html! { <FacetList ..props.clone() /> },
        Piece::Help(props) => html! { <Help ..props.clone() /> },
        Piece::Here(props) => html! { <Here ..props.clone() /> },
        Piece::Palette(props) => html! { <CommandPalette ..props.clone() /> },
        Piece::Save(props) => html! { <SaveFilter ..(**props).clone() /> },
        Piece::Survey(props) => html! { <SurveyForm ..props.clone() /> },
    })
}
