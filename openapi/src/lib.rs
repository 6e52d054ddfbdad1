//! The contract: every type that crosses the wire, once, for the server, the SPA and the tests.
//!
//! One file per capability, named like its folder in `api/src` and `frontend/src`. Types whose
//! name is a verb or ends in `Request` are bodies that clients send: they refuse unknown fields
//! and carry their limits as `validator` rules. The rest are what the server answers. Instants
//! are RFC 3339 in UTC; durations are whole seconds or minutes with the unit in the name.
//!
//! `openapi.json` beside `src/` is generated from these types and the handlers by `make gen`.

pub mod audit;
pub mod auth;
pub mod catalog;
pub mod drafts;
pub mod events;
pub mod inbound;
pub mod notifications;
pub mod page;
pub mod patch;
pub mod people;
pub mod presence;
pub mod privacy;
pub mod problem;
pub mod projects;
pub mod reference;
pub mod reports;
pub mod rfc3339;
pub mod sla;
pub mod stakeholders;
pub mod surveys;
pub mod tickets;
mod validate;
pub mod webhooks;
mod words;

pub use validate::is_invisible;
pub use words::UnknownWord;
