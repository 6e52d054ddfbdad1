//! Projects: the desk is multi-project, and everything belongs to one.
//!
//! Others may find a project by key or id, ask for its settings, hold it, and make a new one.

pub mod http;
mod model;
mod service;
mod store;

pub use contract::projects::AcceptanceWindow;
pub use model::{NewProject, Project};
pub use service::begin;
pub use store::{PROJECTS, create, find, for_caller, hold, load, named};
