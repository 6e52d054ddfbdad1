//! What many pages need: data that loads, requests that are sent once, the time, keys.

mod now;
mod poll;
mod remote;
mod shortcuts;
mod submit;

pub(crate) use now::{NowProvider, use_now};
pub(crate) use poll::use_poll;
pub(crate) use remote::{Remote, use_remote};
pub(crate) use shortcuts::use_shortcuts;
pub(crate) use submit::use_submit;
