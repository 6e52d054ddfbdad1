//! A piece of a page that most never open: its code is fetched when it is first drawn.

use super::remote::{Remote, use_remote};
use crate::api::Failure;
use crate::text;
use wasm_split_helpers::SplitLoaderError;
use yew::prelude::*;

/// Fetches how to draw something and the texts it says, by a function that is marked `#[wasm_split(…, fallible)]`.
#[hook]
pub(crate) fn use_part<T, F, Fut>(fetch: F) -> Remote<T>
where
    T: 'static,
    F: FnOnce() -> Fut + 'static,
    Fut: Future<Output = Result<T, SplitLoaderError>> + 'static,
{
    use_remote((), move |_, ()| async move {
        let part = fetch().await.map_err(|_| Failure::Offline)?;
        if text::complete().await { Ok(part) } else { Err(Failure::Offline) }
    })
}
