//! The documents of TC-PD-15 §8 as data: catalogues of services, information systems and
//! components, and the inventory of equipment.

use crate::reference::NamedRef;
use crate::tickets::Kind;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

/// A service that people can ask for (Catálogo de servicios).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Service {
    /// The service's id.
    pub id: Uuid,
    /// Its short, unique name.
    pub key: String,
    /// The name people read.
    pub name: String,
    /// The shelf it stands on, such as "Correo y colaboración".
    pub category: String,
    /// What it is for, in plain words.
    pub description: String,
    /// The kind of ticket it usually gives.
    pub kind: Kind,
    /// Whether the OTI must authorise it before work starts (TC-PD-15 §5).
    pub needs_authorisation: bool,
}

/// An information system (Catálogo de sistemas de información), a component (Catálogo de
/// componentes) or a piece of equipment (Inventario de equipos), as a ticket refers to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CatalogItem {
    /// The item's id.
    pub id: Uuid,
    /// Its short, unique name; an asset's tag.
    pub key: String,
    /// The name people read.
    pub name: String,
    /// What kind of thing it is, in the catalogue's own words.
    pub category: String,
    /// For equipment, who it is in the charge of.
    pub holder: Option<crate::reference::PersonRef>,
    /// For components, the information system they belong to.
    pub information_system: Option<NamedRef>,
}

/// Whose catalogue to list.
#[derive(Clone, Debug, Default, Serialize, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CatalogFilter {
    /// Key or id of the project; the caller's first one when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 100))]
    #[param(max_length = 100)]
    pub project: Option<String>,
}
