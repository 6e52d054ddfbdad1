//! Many accounts at once, from a table.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// How to read a table of people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ImportFilter {
    /// Key or id of the project whose roles and groups the table names; the first that the caller
    /// administers when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 100))]
    #[param(max_length = 100)]
    pub project: Option<String>,
    /// Only to check the table: nothing is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dry_run: Option<bool>,
}

/// What became of a table of people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ImportOutcome {
    /// How many accounts the table makes.
    pub created: usize,
    /// Whether it was only checked.
    pub dry_run: bool,
}
