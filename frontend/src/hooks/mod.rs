//! What many pages need: data that loads, requests that are sent once, the time, keys.

mod debounced;
mod now;
mod part;
mod poll;
mod remote;
mod sending;
mod sequence;
mod shortcuts;
mod submit;

pub(crate) use debounced::use_debounced;
pub(crate) use now::{NowProvider, use_now};
pub(crate) use part::use_part;
pub(crate) use poll::use_poll;
pub(crate) use remote::{Remote, use_remote};
pub(crate) use sending::form_keys;
pub(crate) use shortcuts::{use_palette_key, use_shortcuts};
pub(crate) use submit::use_submit;
