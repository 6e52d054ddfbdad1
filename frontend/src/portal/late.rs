//! The pieces of one's own case that are seldom wanted: the word on a solution, and taking a case back.
//! They are fetched together, when the first of them is drawn.
#![expect(clippy::unnecessary_wraps, reason = "fetching the part may fail, and is said to by the same type")]

use super::cancel::{CancelDialog, CancelDialogProps};
use crate::hooks::use_part;
use crate::text::bring_texts;
use crate::tickets::{SurveyForm, SurveyFormProps};
use crate::ui::{Shape, draw_late};
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::prelude::*;

/// Which of them.
#[derive(Clone, PartialEq)]
pub(super) enum Piece {
    Cancel(CancelDialogProps),
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
    let shape = matches!(props.piece, Piece::Survey(_)).then_some(Shape::Text(4));
    draw_late(&pieces, &props.piece, shape)
}

#[wasm_split(word, fallible)]
fn pieces() -> Result<fn(&Piece) -> Html, SplitLoaderError> {
    bring_texts!("actions", "survey");
    Ok(|piece| match piece {
        Piece::Cancel(props) => html! { <CancelDialog ..props.clone() /> },
        Piece::Survey(props) => html! { <SurveyForm ..props.clone() /> },
    })
}
