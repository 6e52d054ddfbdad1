//! How much each caller may ask for: so many requests a minute at each replica, kept in memory, so
//! that a program that has run wild does not slow down everybody else.

use crate::error::{Error, Result};
use crate::http::RateLimit;
use crate::ids::{ApiKeyId, InboundSourceId, UserId};
use governor::clock::{Clock, DefaultClock};
use governor::middleware::StateInformationMiddleware;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};

/// After so many requests, callers that have not come lately are forgotten.
const TIDIED_EVERY: u32 = 10_000;

/// Who asks: a person's sessions together, each of their programs apart, and whatever comes by a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Asking {
    Person(UserId),
    Program(ApiKeyId),
    Source(InboundSourceId),
}

type Limiter = RateLimiter<Asking, DashMapStateStore<Asking>, DefaultClock, StateInformationMiddleware>;

/// The limit of every caller.
pub struct Limits {
    limiter: Option<Limiter>,
    per_minute: u32,
    asked: AtomicU32,
}

impl Limits {
    /// So many requests a minute, all at once if need be; 0 for no limit.
    #[must_use]
    pub fn new(per_minute: u32) -> Self {
        let quota = NonZeroU32::new(per_minute).map(Quota::per_minute);
        let limiter =
            quota.map(|quota| RateLimiter::keyed(quota).with_middleware::<StateInformationMiddleware>());
        Self { limiter, per_minute, asked: AtomicU32::new(0) }
    }

    /// Counts a request; what is left, if there is a limit.
    pub(super) fn ask(&self, asking: Asking) -> Result<Option<RateLimit>> {
        let Some(limiter) = &self.limiter else { return Ok(None) };
        if self.asked.fetch_add(1, Ordering::Relaxed) % TIDIED_EVERY == TIDIED_EVERY - 1 {
            limiter.retain_recent();
        }
        match limiter.check_key(&asking) {
            Ok(state) => Ok(Some(self.left(state.remaining_burst_capacity()))),
            Err(until) => {
                let wait = until.wait_time_from(DefaultClock::default().now());
                let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
                Err(Error::TooMany(u32::try_from(seconds).unwrap_or(u32::MAX).max(1)))
            }
        }
    }

    /// The limit with so much of it left; what is used comes back bit by bit.
    pub(super) fn left(&self, remaining: u32) -> RateLimit {
        let used = u64::from(self.per_minute.saturating_sub(remaining));
        let reset = (used * 60).div_ceil(u64::from(self.per_minute.max(1)));
        RateLimit {
            policy: "caller",
            quota: self.per_minute,
            window: 60,
            remaining,
            reset: u32::try_from(reset).unwrap_or(60),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_caller_has_as_much_as_any_other() {
        let limits = Limits::new(2);
        let (one, other) = (Asking::Person(UserId::fresh()), Asking::Program(ApiKeyId::fresh()));
        let left = |asking| limits.ask(asking).map(|limit| limit.map(|limit| limit.remaining));
        assert_eq!(left(one).ok(), Some(Some(1)));
        assert_eq!(left(one).ok(), Some(Some(0)));
        assert!(matches!(left(one), Err(Error::TooMany(1..=30))));
        assert_eq!(left(other).ok(), Some(Some(1)));
        assert_eq!(Limits::new(0).ask(one).ok(), Some(None));
    }
}
