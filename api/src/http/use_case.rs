//! One use case, one transaction: what happens, its audit entry, and the answer kept under its
//! idempotency key are committed together or not at all.

use super::answer::Answer;
use super::body::BodyDigest;
use super::idempotency::Key;
use super::origin::Origin;
use super::precondition::IfMatch;
use crate::app::App;
use crate::audit;
use crate::auth::Caller;
use crate::db::DbConnection;
use crate::error::{Error, Result};
use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload};
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use std::future::{Ready, ready};
use std::sync::Arc;

/// What a use case works with.
pub struct Work<'a> {
    /// The transaction.
    pub connection: &'a mut DbConnection,
    /// Who asks.
    pub caller: Arc<Caller>,
    /// The instant at which all of it happens.
    pub now: DateTime<Utc>,
    /// From where it is asked.
    pub origin: Origin,
    /// The version that the client means to change.
    pub if_match: IfMatch,
}

impl<'a> Work<'a> {
    /// Work that the system does in somebody's name at some instant: for demo data.
    #[must_use]
    pub fn in_the_name_of(connection: &'a mut DbConnection, caller: Arc<Caller>, now: DateTime<Utc>) -> Self {
        Self { connection, caller, now, origin: Origin::default(), if_match: IfMatch::none() }
    }
}

/// Handler argument: runs the handler's use case.
pub struct UseCase {
    pub(super) request: HttpRequest,
}

impl UseCase {
    /// Tells what was sent when it was no JSON, for the idempotency key.
    #[must_use]
    pub fn about(self, content: &str) -> Self {
        self.request.extensions_mut().insert(BodyDigest(Sha256::digest(content).into()));
        self
    }

    /// Runs `work` in a transaction, once for each idempotency key.
    pub async fn run<T: 'static>(
        self,
        work: impl FnOnce(&mut Work<'_>) -> Result<Answer<T>> + Send + 'static,
    ) -> Result<Answer<T>> {
        let app = App::of(&self.request)?;
        let caller = self.request.extensions().get::<Arc<Caller>>().cloned().ok_or(Error::Unauthenticated)?;
        let key = Key::of(&self.request)?;
        let if_match = IfMatch::of(&self.request)?;
        let (origin, now) = (Origin::of(&self.request), app.clock.now());
        let pattern = self.request.match_pattern().unwrap_or_default();
        let operation = format!("{} {pattern}", self.request.method());
        let path = self.request.path().to_owned();
        app.db
            .write(move |connection| {
                if let Some(key) = &key
                    && let Some(answer) = key.claim(connection, caller.id, now)?
                {
                    return Ok(answer);
                }
                let mut all = Work { connection, caller, now, origin, if_match };
                let answer = work(&mut all)?;
                let Work { connection, caller, origin, .. } = all;
                let object = answer.location.as_deref().unwrap_or(&path);
                audit::record(
                    connection,
                    &audit::Entry {
                        at: now,
                        actor: Some(caller.id),
                        operation: &operation,
                        object,
                        origin: &origin,
                    },
                )?;
                if let Some(key) = key {
                    key.keep(connection, caller.id, &answer)?;
                }
                Ok(answer)
            })
            .await
    }
}

impl FromRequest for UseCase {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self { request: request.clone() }))
    }
}
