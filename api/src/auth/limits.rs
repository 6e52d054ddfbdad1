//! How much each caller, and each address from which somebody unknown opens a link, may ask for: so many
//! requests a minute at each replica, kept in memory, so that a program that has run wild does not slow down
//! everybody else.

use crate::app::App;
use crate::error::{Error, Result};
use crate::http::{Origin, RateLimit, counted_as};
use crate::ids::{ApiKeyId, InboundSourceId, UserId};
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use governor::clock::{Clock, DefaultClock};
use governor::middleware::StateInformationMiddleware;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use std::future::{Ready, ready};
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};

/// After so many requests, callers that have not come lately are forgotten.
const TIDIED_EVERY: u32 = 10_000;

/// Who asks: a person's sessions together, each of their programs apart, and whatever comes by a source; of who has not signed in, all
/// who share an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Asking {
    Person(UserId),
    Program(ApiKeyId),
    Address(IpAddr),
    Source(InboundSourceId),
}

type Limiter = RateLimiter<Asking, DashMapStateStore<Asking>, DefaultClock, StateInformationMiddleware>;

/// A limit, the same for everybody.
pub struct Limits {
    limiter: Option<Limiter>,
    policy: &'static str,
    per_minute: u32,
    asked: AtomicU32,
}

impl Limits {
    /// So many requests a minute, all at once if need be; 0 for no limit. `policy` is what headers call it.
    #[must_use]
    pub fn new(policy: &'static str, per_minute: u32) -> Self {
        let quota = NonZeroU32::new(per_minute).map(Quota::per_minute);
        let limiter =
            quota.map(|quota| RateLimiter::keyed(quota).with_middleware::<StateInformationMiddleware>());
        Self { limiter, policy, per_minute, asked: AtomicU32::new(0) }
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
            policy: self.policy,
            quota: self.per_minute,
            window: 60,
            remaining,
            reset: u32::try_from(reset).unwrap_or(60),
        }
    }
}

/// Handler argument: somebody who has not signed in and comes by a link, within the limit of their address.
#[derive(Debug)]
pub struct Visitor;

impl FromRequest for Visitor {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(admit(request))
    }
}

fn admit(request: &HttpRequest) -> Result<Visitor> {
    let limits = &App::of(request)?.visitor_limits;
    let address = Origin::of(request).address.and_then(|address| address.parse::<IpAddr>().ok());
    let Some(address) = address.map(counted_as) else { return Ok(Visitor) };
    let left = limits.ask(Asking::Address(address)).inspect_err(|_| limits.left(0).tell(request))?;
    if let Some(left) = left {
        left.tell(request);
    }
    Ok(Visitor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_caller_has_as_much_as_any_other() {
        let limits = Limits::new("caller", 2);
        let (one, other) = (Asking::Person(UserId::fresh()), Asking::Program(ApiKeyId::fresh()));
        let left = |asking| limits.ask(asking).map(|limit| limit.map(|limit| limit.remaining));
        assert_eq!(left(one).ok(), Some(Some(1)));
        assert_eq!(left(one).ok(), Some(Some(0)));
        assert!(matches!(left(one), Err(Error::TooMany(1..=30))));
        assert_eq!(left(other).ok(), Some(Some(1)));
        assert_eq!(Limits::new("caller", 0).ask(one).ok(), Some(None));
    }
}
