//! One request, many use cases: each in a transaction of its own, so that one which is refused
//! stops none of the others.
//!
//! The idempotency key holds for the whole request. It is taken before the first of them, each
//! keeps its own answer under a part of the key in its own transaction, and the whole answer is
//! kept at the end. So a retry gets the same answers, and one after a crash half-way does the rest
//! and nothing twice.

use super::answer::Answer;
use super::idempotency::Key;
use super::origin::Origin;
use super::precondition::IfMatch;
use super::problem;
use super::use_case::{UseCase, Work};
use crate::app::App;
use crate::auth::Caller;
use crate::error::{Error, Result};
use actix_web::{HttpMessage, HttpRequest};
use chrono::{DateTime, Utc};
use contract::problem::Problem;
use futures_util::{StreamExt, TryStreamExt, stream};
use std::sync::Arc;

/// How many run side by side: SQLite commits them together, and others get a connection too.
const AT_ONCE: usize = 4;

/// One of many use cases.
#[derive(Debug)]
pub struct Part<I> {
    /// The path of what it is done to, for the audit log and for its problem.
    pub object: String,
    /// What it needs.
    pub input: I,
}

/// What became of one of many.
pub type Outcome<T> = std::result::Result<Answer<T>, Problem>;

/// What all of them have in common.
#[derive(Clone)]
struct Call {
    caller: Arc<Caller>,
    key: Option<Key>,
    origin: Origin,
    now: DateTime<Utc>,
    operation: String,
}

impl Call {
    fn work<'a>(&self, connection: &'a mut crate::db::DbConnection) -> Work<'a> {
        let Self { caller, origin, now, .. } = self.clone();
        Work::new(connection, caller, now, origin, IfMatch::none())
    }
}

impl UseCase {
    /// Runs `work` for each of `parts`, and answers with what `gather` makes of their outcomes in
    /// the order of `parts`. What `before` refuses is refused as a whole.
    pub async fn run_each<I, T, U>(
        self,
        parts: Vec<Part<I>>,
        before: impl FnOnce(&mut Work<'_>) -> Result<()> + Send + 'static,
        work: impl Fn(&mut Work<'_>, I) -> Result<Answer<T>> + Clone + Send + 'static,
        gather: impl FnOnce(Vec<Outcome<T>>) -> Result<Answer<U>>,
    ) -> Result<Answer<U>>
    where
        I: Send + 'static,
        T: 'static,
        U: Send + 'static,
    {
        let request = self.request;
        let app = App::of(&request)?;
        let call = call(&request, app)?;
        let begun = {
            let call = call.clone();
            let begin = move |connection: &mut crate::db::DbConnection| {
                if let Some(key) = &call.key
                    && let Some(answer) = key.claim(connection, call.caller.id, call.now)?
                {
                    return Ok(Some(answer));
                }
                before(&mut call.work(connection))?;
                Ok(None)
            };
            app.db.write(begin).await?
        };
        if let Some(answer) = begun {
            return Ok(answer);
        }
        let running = parts.into_iter().enumerate().map(|(index, part)| {
            let (request, object) = (&request, part.object.clone());
            let running = run_one(app, call.clone(), index, part, work.clone());
            async move {
                match running.await {
                    Ok(answer) => Ok(Ok(answer)),
                    // The key was used for another request: so it is for all of them.
                    Err(Error::KeyReused) => Err(Error::KeyReused),
                    Err(error) => Ok(Err(problem::of_part(&error, request, object))),
                }
            }
        });
        let outcomes: Vec<Outcome<T>> = stream::iter(running).buffered(AT_ONCE).try_collect().await?;
        let ours =
            outcomes.iter().any(|outcome| outcome.as_ref().is_err_and(|problem| problem.status >= 500));
        let answer = gather(outcomes)?;
        match call.key.clone() {
            // After a fault of ours a retry is to try again.
            Some(key) if !ours => {
                let keep = move |connection: &mut crate::db::DbConnection| {
                    key.keep(connection, call.caller.id, &answer)?;
                    Ok(answer)
                };
                app.db.write(keep).await
            }
            _ => Ok(answer),
        }
    }
}

fn call(request: &HttpRequest, app: &App) -> Result<Call> {
    let caller = request.extensions().get::<Arc<Caller>>().cloned().ok_or(Error::Unauthenticated)?;
    let pattern = request.match_pattern().unwrap_or_default();
    Ok(Call {
        caller,
        key: Key::of(request)?,
        origin: Origin::of(request),
        now: app.clock.now(),
        operation: format!("{} {pattern}", request.method()),
    })
}

async fn run_one<I: Send + 'static, T: 'static>(
    app: &App,
    call: Call,
    index: usize,
    part: Part<I>,
    work: impl FnOnce(&mut Work<'_>, I) -> Result<Answer<T>> + Send + 'static,
) -> Result<Answer<T>> {
    let Part { object, input } = part;
    app.db
        .write(move |connection| {
            let key = call.key.as_ref().map(|key| key.part(index));
            if let Some(key) = &key
                && let Some(answer) = key.claim(connection, call.caller.id, call.now)?
            {
                return Ok(answer);
            }
            let mut all = call.work(connection);
            let answer = work(&mut all, input)?;
            all.record(&call.operation, &object)?;
            if let Some(key) = key {
                key.keep(all.connection, call.caller.id, &answer)?;
            }
            Ok(answer)
        })
        .await
}
