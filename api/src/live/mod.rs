//! What happens, for whoever follows it: in one order, from any point on.
//!
//! `feed.rs` keeps the order. What reads it (webhooks, `/changes`, the live stream) decides at reading
//! time who may know of an entry, since that may change.

pub mod feed;
