//! What is said to each question of the surveys: below everything else, and fetched when that is there.
#![expect(clippy::unnecessary_wraps, reason = "fetching the part may fail, and is said to by the same type")]

use super::questions::{Questions, QuestionsProps};
use crate::hooks::use_part;
use crate::ui::{Shape, draw_late};
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::prelude::*;

/// The piece, as soon as it is there.
#[component]
pub(super) fn Late(props: &QuestionsProps) -> Html {
    let piece = use_part(piece);
    draw_late(&piece, props, Some(Shape::Text(4)))
}

#[wasm_split(questions, fallible)]
fn piece() -> Result<fn(&QuestionsProps) -> Html, SplitLoaderError> {
    Ok(|props| html! { <Questions ..props.clone() /> })
}
