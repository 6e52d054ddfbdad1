//! Tickets: the record of a case from its registration to its close (TC-PD-15 §6).

mod bulk;
mod commands;
mod event;
mod filter;
mod ticket;
mod vocabulary;

pub use bulk::*;
pub use commands::*;
pub use event::*;
pub use filter::*;
pub use ticket::*;
pub use vocabulary::*;
