//! What happens, told as it happens to whoever listens: `GET /events`.
//!
//! `news.rs` is what the replica's one reader reads for all listeners ([`crate::live`]): the entries that
//! the feed has got, who was told of them, and who has come to a case or left it. `listener.rs` is one
//! listener's way through it: what of it they may know is asked when they are told, one query for all that
//! came together and might concern them. `message.rs` writes it down.

pub mod http;
mod listener;
mod message;
mod news;

pub use news::{News, read_news};
