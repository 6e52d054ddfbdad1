//! The catalogues of TC-PD-15 §8 that tickets refer to: services, information systems,
//! components, equipment.
//!
//! Others may find an item of a project by key or id, and learn names to show.

pub mod http;
mod store;

pub use store::{
    NewService, SERVICES, create_asset, create_component, create_information_system, create_service,
    find_asset, find_component, find_information_system, find_service, named_assets, named_components,
    named_information_systems, named_services,
};
