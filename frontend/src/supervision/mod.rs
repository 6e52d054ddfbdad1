//! Supervision: how the desk is doing, in figures that lead to the tickets behind them. The figures
//! are the server's; here they are only drawn.

mod charts;
mod measures;
mod page;
mod period;
mod picker;
mod questions;
mod tiles;

pub(crate) use page::SupervisionPage;
