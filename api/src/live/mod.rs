//! What happens, for whoever follows it: in one order, from any point on.
//!
//! `feed.rs` keeps the order. What reads it (webhooks, `/changes`, the live stream) decides at reading
//! time who may know of an entry, since that may change.
//!
//! `hub.rs` reads for all who listen to this replica at once: one reader, however many they are.

pub mod feed;
mod hub;
pub mod mark;

pub use hub::{Beat, Hub, Read, Seat, close_when_told};
