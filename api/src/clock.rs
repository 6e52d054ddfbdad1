//! The one source of the present. Rules and services get the time as an argument.

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use std::sync::{Arc, Mutex, PoisonError};

/// A clock: the system's, or one that only moves when told to, for tests.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    /// The machine's clock.
    #[default]
    System,
    /// Stands still between calls of [`Clock::advance`] and [`Clock::set`].
    Manual(Arc<Mutex<DateTime<Utc>>>),
}

impl Clock {
    /// A clock that stands at `instant`.
    #[must_use]
    pub fn manual(instant: DateTime<Utc>) -> Self {
        Self::Manual(Arc::new(Mutex::new(instant)))
    }

    /// The present, cut to microseconds.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
            Self::System => Utc::now().trunc_subsecs(6),
            Self::Manual(instant) => *instant.lock().unwrap_or_else(PoisonError::into_inner),
        }
    }

    /// Moves a manual clock on; the system's clock cannot be moved.
    pub fn advance(&self, by: TimeDelta) {
        if let Self::Manual(instant) = self {
            *instant.lock().unwrap_or_else(PoisonError::into_inner) += by;
        }
    }

    /// Sets a manual clock; the system's clock cannot be set.
    pub fn set(&self, to: DateTime<Utc>) {
        if let Self::Manual(instant) = self {
            *instant.lock().unwrap_or_else(PoisonError::into_inner) = to;
        }
    }
}
