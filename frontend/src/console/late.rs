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
use crate::hooks::use_part;
use crate::text::bring_texts;
use crate::ui::{Failed, Shape, Skeleton};
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::prelude::*;

/// Which of them.
#[derive(Clone, PartialEq)]
pub(super) enum Piece {
    Bulk(BulkBarProps),
    BulkResult(BulkResultProps),
    Facet(FacetListProps),
    Help(HelpProps),
    Here(HereProps),
    Palette(CommandPaletteProps),
    Save(Box<SaveFilterProps>),
}

#[derive(Properties, PartialEq)]
pub(super) struct LateProps {
    pub(super) piece: Piece,
}

/// A piece, as soon as it is there.
#[component]
pub(super) fn Late(props: &LateProps) -> Html {
    let pieces = use_part(pieces);
    match (&pieces.value, &pieces.failure) {
        (Some(draw), _) => draw(&props.piece),
        // Who else is there is nobody's first concern.
        (None, _) if matches!(props.piece, Piece::Here(_)) => Html::default(),
        (None, Some(failure)) => {
            html! { <Failed small=true failure={failure.clone()} retry={pieces.reload.clone()} /> }
        }
        (None, None) if matches!(props.piece, Piece::Facet(_)) => {
            html! { <Skeleton shape={Shape::Text(4)} /> }
        }
        (None, None) => Html::default(),
    }
}

#[wasm_split(more, fallible)]
fn pieces() -> Result<fn(&Piece) -> Html, SplitLoaderError> {
    bring_texts!("actions");
    Ok(|piece| match piece {
        Piece::Bulk(props) => html! { <BulkBar ..props.clone() /> },
        Piece::BulkResult(props) => html! { <BulkResult ..props.clone() /> },
        Piece::Facet(props) => html! { <FacetList ..props.clone() /> },
        Piece::Help(props) => html! { <Help ..props.clone() /> },
        Piece::Here(props) => html! { <Here ..props.clone() /> },
        Piece::Palette(props) => html! { <CommandPalette ..props.clone() /> },
        Piece::Save(props) => html! { <SaveFilter ..(**props).clone() /> },
    })
}
