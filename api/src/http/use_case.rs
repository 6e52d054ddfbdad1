//! One use case, one transaction: what happens, its audit entry, and the answer kept under its
//! idempotency key are committed together or not at all.

use super::answer::Answer;
use super::body::BodyDigest;
use super::idempotency::{Key, Unkeyed};
use super::origin::Origin;
use super::precondition::IfMatch;
use crate::app::App;
use crate::audit::{self, Changes};
use crate::auth::Caller;
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::ids::ProjectId;
use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload};
use chrono::{DateTime, Utc};
use serde::Serialize;
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
    project: Option<ProjectId>,
    object: Option<String>,
    changes: Option<Changes>,
}

impl<'a> Work<'a> {
    /// Work that the system does in somebody's name at some instant: for demo data.
    #[must_use]
    pub fn in_the_name_of(connection: &'a mut DbConnection, caller: Arc<Caller>, now: DateTime<Utc>) -> Self {
        Self::new(connection, caller, now, Origin::default(), IfMatch::none())
    }

    pub(super) fn new(
        connection: &'a mut DbConnection,
        caller: Arc<Caller>,
        now: DateTime<Utc>,
        origin: Origin,
        if_match: IfMatch,
    ) -> Self {
        Self { connection, caller, now, origin, if_match, project: None, object: None, changes: None }
    }

    /// Says to which project the audit entry belongs.
    pub fn in_project(&mut self, project: ProjectId) {
        self.project = Some(project);
    }

    /// Says what the audit entry is about, when not what the request's path says.
    pub fn on(&mut self, object: String) {
        self.object = Some(object);
    }

    /// Says in the audit entry what was before and what is after: null where nothing was, or is.
    pub fn changed(&mut self, before: &impl Serialize, after: &impl Serialize) {
        self.changes = Some(Changes::between(before, after));
    }

    /// Writes the audit entry of what was done.
    pub(super) fn record(&mut self, operation: &str, object: &str) -> Result<()> {
        let entry = audit::Entry {
            project: self.project,
            changes: self.changes.as_ref(),
            ..audit::Entry::of(
                &self.caller,
                self.now,
                operation,
                self.object.as_deref().unwrap_or(object),
                &self.origin,
            )
        };
        audit::record(self.connection, &entry)
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

    /// Lets somebody act whom no session but something else has made known, such as a signed link.
    #[must_use]
    pub fn on_behalf_of(self, caller: Caller) -> Self {
        self.request.extensions_mut().insert(Arc::new(caller));
        self
    }

    /// Takes no idempotency key: what was sent is a secret, of which not even a digest is kept; or what is
    /// answered is one, and each time it is, that is to be recorded.
    #[must_use]
    pub fn unkeyed(self) -> Self {
        self.request.extensions_mut().insert(Unkeyed);
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
                let id = caller.id;
                let mut all = Work::new(connection, caller, now, origin, if_match);
                let answer = work(&mut all)?;
                all.record(&operation, answer.location.as_deref().unwrap_or(&path))?;
                if let Some(key) = key {
                    key.keep(all.connection, id, &answer)?;
                }
                Ok(answer)
            })
            .await
    }

    /// Runs `work` in a transaction that leaves no entry and takes no idempotency key: for what is only
    /// passing, and named in [`audit::UNRECORDED`].
    pub async fn run_unrecorded<T: Send + 'static>(
        self,
        work: impl FnOnce(&mut Work<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let app = App::of(&self.request)?;
        let caller = self.request.extensions().get::<Arc<Caller>>().cloned().ok_or(Error::Unauthenticated)?;
        let if_match = IfMatch::of(&self.request)?;
        let (origin, now) = (Origin::of(&self.request), app.clock.now());
        let operation =
            format!("{} {}", self.request.method(), self.request.match_pattern().unwrap_or_default());
        if !audit::UNRECORDED.contains(&operation.as_str()) {
            return Err(Error::internal(format!("{operation} is to be recorded")));
        }
        app.db.write(move |connection| work(&mut Work::new(connection, caller, now, origin, if_match))).await
    }
}

impl FromRequest for UseCase {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self { request: request.clone() }))
    }
}
