//! Lists come in pages that follow one another by an opaque cursor (keyset paging).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One page of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Page<T> {
    /// The rows, in the order asked for.
    pub items: Vec<T>,
    /// What to send as `cursor` for the next page; null on the last one.
    pub next_cursor: Option<String>,
    /// How many rows there are in all, only when `count=true` asked for it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub total: Option<i64>,
}
