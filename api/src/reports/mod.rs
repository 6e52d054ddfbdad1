//! Reports: how the desk is doing, in figures that each lead to the tickets behind them
//! (TC-PD-15 §6, "Seguimiento").
//!
//! This slice has no tables. It counts what others have stored, by the covering indexes that
//! migration `0006_reports` made for it, and writes nothing. A request is read in this order:
//!
//! 1. `http.rs`: who may ask, and for what;
//! 2. `rules/`: which days a period has, how counts become shares and days;
//! 3. `store.rs`: what is counted;
//! 4. `present.rs`: the figures as clients see them, each with the query that lists its tickets.

pub mod http;
mod links;
mod model;
mod present;
mod rules;
mod store;
