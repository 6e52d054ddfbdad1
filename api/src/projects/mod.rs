//! Projects: the desk is multi-project, and everything belongs to one.
//!
//! Others may find a project by key or id, ask for its settings, and make a new one.

pub mod http;
mod model;
mod store;

pub use model::{AcceptanceWindow, NewProject, Project};
pub use store::{create, find, for_caller, load, named};
