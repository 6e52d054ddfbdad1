//! Mesa: a service desk for the procedure TC-PD-15. The server as a library, for the binary and
//! the tests.
//!
//! Read these files in this order:
//!
//! 1. `routes.rs`: every operation there is;
//! 2. `app.rs`: what the server is made of, and how it starts and stops;
//! 3. `tickets/mod.rs`: the first slice, the pattern for all others;
//! 4. `http/use_case.rs`: one use case, one transaction;
//! 5. `db.rs`: two engines behind one connection type;
//! 6. `error.rs`: everything that can go wrong, as one table.
//!
//! `docs/ARCHITECTURE.md` has the map and the invariants.

pub mod app;
pub mod audit;
pub mod auth;
pub mod catalog;
pub mod clock;
pub mod config;
pub mod db;
pub mod demo;
pub mod doors;
pub mod drafts;
pub mod error;
pub mod events;
pub mod http;
pub mod ids;
pub mod inbound;
pub mod jobs;
pub mod live;
pub mod notifications;
pub mod outbound;
pub mod people;
pub mod presence;
pub mod privacy;
pub mod projects;
pub mod reference;
pub mod reports;
pub mod routes;
pub mod signature;
pub mod sla;
pub mod stakeholders;
pub mod surveys;
mod text;
pub mod tickets;
pub mod tls;
pub mod webhooks;
