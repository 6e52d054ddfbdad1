//! Passwords of local accounts.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// Changes one's own password.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"current": "mesa-demo", "new": "cordillera-tinto-relampago-42"}))]
pub struct ChangePassword {
    /// What it has been.
    #[validate(length(min = 1, max = 1000))]
    #[schema(min_length = 1, max_length = 1000)]
    pub current: String,
    /// What it is to be: long, and hard to guess. Without the user name, and no common one.
    #[validate(length(min = 1, max = 1000))]
    #[schema(min_length = 1, max_length = 1000)]
    pub new: String,
}
