//! How one resource points at another.

use serde::{Deserialize, Serialize};
use std::fmt;
use utoipa::ToSchema;
use uuid::Uuid;

/// What a client writes to name a resource: its id, or the short name people know it by
/// (a ticket's number, a person's user name, the key of a project, group, provider or service,
/// an asset's tag).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
#[schema(value_type = String, max_length = 100, example = "TIC-1042")]
pub struct Reference(pub String);

impl Reference {
    /// The id, when that is how the resource is named.
    #[must_use]
    pub fn id(&self) -> Option<Uuid> {
        Uuid::parse_str(&self.0).ok()
    }

    /// The text as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Uuid> for Reference {
    fn from(id: Uuid) -> Self {
        Self(id.to_string())
    }
}

impl From<&str> for Reference {
    fn from(name: &str) -> Self {
        Self(name.to_owned())
    }
}

/// A person, as shown beside what they did or are in charge of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(example = json!({"id": "019a8f2e-7c1b-7e60-9f44-0b7f5d9f2a11", "display_name": "Ana Rojas"}))]
pub struct PersonRef {
    /// The person's id.
    pub id: Uuid,
    /// The name people read.
    pub display_name: String,
}

/// Anything else that has a key and a name: project, group, provider, service, system, component, asset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(example = json!({"id": "019a8f2e-7c1b-7e60-9f44-0b7f5d9f2a12", "key": "n2-redes", "name": "Redes N2"}))]
pub struct NamedRef {
    /// The resource's id.
    pub id: Uuid,
    /// Its short, unique name.
    pub key: String,
    /// The name people read.
    pub name: String,
}
