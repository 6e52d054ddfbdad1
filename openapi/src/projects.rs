//! The desk is multi-project: every ticket, catalogue, group, agreement and calendar belongs to one.

use crate::auth::Role;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A project the caller belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Project {
    /// The project's id.
    pub id: Uuid,
    /// The prefix of its ticket numbers, such as `TIC`.
    pub key: String,
    /// The name people read.
    pub name: String,
    /// IANA time zone in which its people read times.
    pub time_zone: String,
    /// The caller's roles in it.
    pub roles: Vec<Role>,
}
