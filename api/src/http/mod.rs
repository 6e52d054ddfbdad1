//! What all handlers share: how requests are read, how use cases run, how answers and problems
//! look, and what surrounds every request.

mod answer;
mod body;
pub mod docs;
mod each;
pub mod health;
mod idempotency;
pub mod metrics;
pub mod middleware;
mod origin;
mod precondition;
mod problem;
mod query;
mod rate_limit;
pub mod spa;
pub mod spreadsheet;
mod use_case;

pub use answer::Answer;
pub use body::{Csv, Json, Raw, faults_of, parse_part};
pub use each::{Outcome, Part};
pub use idempotency::{forget_all as forget_answers_to, forget_expired as forget_expired_idempotency_keys};
pub use origin::{Origin, counted_as, request_locale};
pub use precondition::IfMatch;
pub use problem::{field_error, not_found, problem_codes};
pub use query::Query;
pub use rate_limit::RateLimit;
pub use use_case::{UseCase, Work};

use crate::error::{Error, Result};
use crate::tls;
use std::time::Duration;

/// The one HTTP client, which gives up after ten seconds.
pub fn client() -> Result<reqwest::Client> {
    tls::prepare();
    reqwest::Client::builder().timeout(Duration::from_secs(10)).build().map_err(Error::internal)
}
