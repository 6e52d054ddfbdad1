//! The person behind a request.

use super::api_keys::{self, Bearer};
use super::limits::Asking;
use super::permissions::Permission;
use super::store;
use super::tokens::Claims;
use crate::app::App;
use crate::error::{Error, Result};
use crate::http::request_locale;
use crate::ids::{ApiKeyId, GroupId, InboundSourceId, ProjectId, ProviderId, SessionId, UserId};
use actix_web::http::header::AUTHORIZATION;
use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload};
use contract::auth::{Duty, Locale, Role, Scope};
use std::future::{Future, Ready, ready};
use std::marker::PhantomData;
use std::ops::Deref;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use tokio::sync::OnceCell;

/// A signed-in person, with everything that decides what they may see and do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// Who it is.
    pub id: UserId,
    /// The name others read.
    pub display_name: String,
    /// The company they work for, for providers.
    pub provider: Option<ProviderId>,
    /// What they are, project by project.
    pub roles: Vec<(ProjectId, Role)>,
    /// The groups they work in.
    pub groups: Vec<GroupId>,
    /// The language of this request.
    pub locale: Locale,
    /// The administrator who acts in their place, for support.
    pub impersonator: Option<UserId>,
    /// The session by which they come, if it is not an API key; that of the impersonator, if there is one.
    pub session: Option<SessionId>,
    /// The API key by which they come, if it is not a session.
    pub api_key: Option<ApiKeyId>,
    /// The only projects that their API key reaches, if it is fenced.
    pub fence: Option<Vec<ProjectId>>,
    /// What they must do before anything else.
    pub duties: Vec<Duty>,
}

/// What somebody must do before anything else, in this order.
pub(super) fn duties(change_password: bool, enrol_second_factor: bool, accept_notice: bool) -> Vec<Duty> {
    let all = [
        (change_password, Duty::ChangePassword),
        (enrol_second_factor, Duty::EnrolSecondFactor),
        (accept_notice, Duty::AcceptNotice),
    ];
    all.into_iter().filter(|(due, _)| *due).map(|(_, duty)| duty).collect()
}

impl Caller {
    /// What they are in a project.
    #[must_use]
    pub fn roles_in(&self, project: ProjectId) -> Vec<Role> {
        self.roles.iter().filter(|(id, _)| *id == project).map(|(_, role)| *role).collect()
    }

    /// Whether they have one of the roles in the project.
    #[must_use]
    pub fn is_any_in(&self, project: ProjectId, roles: &[Role]) -> bool {
        self.roles.iter().any(|(id, role)| *id == project && roles.contains(role))
    }

    /// Whether they have one of the roles in any project.
    #[must_use]
    pub fn is_any(&self, roles: &[Role]) -> bool {
        self.roles.iter().any(|(_, role)| roles.contains(role))
    }

    /// Refuses whoever acts in the person's place: what decides who may sign in as the person, and
    /// what they say about how they were served, is theirs alone.
    pub fn in_person(&self) -> Result<()> {
        if self.impersonator.is_some() { Err(Error::OnlyInPerson) } else { Ok(()) }
    }

    /// Whether they administer every project in which somebody is anything: so that nobody gains by an
    /// account what they may not do by their own.
    #[must_use]
    pub fn administers_all_of(&self, memberships: &[(ProjectId, Role)]) -> bool {
        memberships.iter().all(|(project, _)| self.is_any_in(*project, &[Role::Admin]))
    }

    /// Whether they may act in the place of somebody with these roles: never of an administrator.
    #[must_use]
    pub fn may_impersonate(&self, memberships: &[(ProjectId, Role)]) -> bool {
        !memberships.is_empty()
            && self.administers_all_of(memberships)
            && memberships.iter().all(|(_, role)| *role != Role::Admin)
    }

    /// The projects in which they have one of the roles, each once.
    #[must_use]
    pub fn projects_as(&self, roles: &[Role]) -> Vec<ProjectId> {
        let mut projects: Vec<_> =
            self.roles.iter().filter(|(_, role)| roles.contains(role)).map(|(id, _)| *id).collect();
        projects.sort_unstable();
        projects.dedup();
        projects
    }
}

/// Who is calling, once it has been found out.
type Found = Rc<OnceCell<Arc<Caller>>>;

/// Who is calling. A handler's arguments are made at the same time: the first of them finds it out, the
/// others wait, and so whichever stands first says what is wrong.
async fn authenticate(request: HttpRequest) -> Result<Arc<Caller>> {
    let found = Rc::clone(request.extensions_mut().get_or_insert_with(Found::default));
    found.get_or_try_init(|| identify(&request)).await.map(Arc::clone)
}

/// Reads the bearer token and loads the person, who is kept for the rest of the request.
async fn identify(request: &HttpRequest) -> Result<Arc<Caller>> {
    let app = App::of(request)?;
    let token = token_of(request)?;
    let locale = request_locale(request);
    let caller = if api_keys::is_one(token) {
        by_key(app, token, request, locale).await?
    } else {
        by_session(app, token, request, locale).await?
    };
    let caller = Arc::new(caller);
    request.extensions_mut().insert(Arc::clone(&caller));
    Ok(caller)
}

async fn by_session(app: &App, token: &str, request: &HttpRequest, locale: Locale) -> Result<Caller> {
    let claims = app.tokens.verify(token, app.clock.now())?;
    count(app, Asking::Person(claims.user()), request)?;
    of_session(app, claims, locale).await
}

async fn of_session(app: &App, claims: Claims, locale: Locale) -> Result<Caller> {
    let required = app.config.second_factor_roles.clone();
    let loaded = app
        .db
        .read(move |connection| {
            let (person, session) = (claims.user(), claims.session());
            match claims.impersonator() {
                Some(admin) => store::impersonated(connection, person, (admin, session), locale, &required),
                None => store::caller(connection, person, session, locale, &required),
            }
        })
        .await?;
    loaded.ok_or(Error::Unauthenticated)
}

/// The same, with nothing left to be done first.
async fn authenticate_free(request: HttpRequest) -> Result<Arc<Caller>> {
    let caller = authenticate(request).await?;
    match caller.duties.first() {
        Some(duty) => Err(Error::DutyFirst(*duty)),
        None => Ok(caller),
    }
}

/// A key is good for reading, for the rest, or for both.
async fn by_key(app: &App, token: &str, request: &HttpRequest, locale: Locale) -> Result<Caller> {
    let (token, now) = (token.to_owned(), app.clock.now());
    let found = app.db.read(move |connection| api_keys::bearer(connection, &token, locale, now)).await?;
    let Bearer { caller, key, scopes, noted } = found.ok_or(Error::Unauthenticated)?;
    count(app, Asking::Program(key), request)?;
    let needed = if request.method().is_safe() { Scope::Read } else { Scope::Write };
    if !scopes.contains(&needed) {
        return Err(Error::InsufficientScope);
    }
    if !noted {
        app.db.write(move |connection| api_keys::note_use(connection, key, now)).await?;
    }
    Ok(caller)
}

/// Counts what comes by a source of cases against the limit that every caller has.
pub fn count_source(app: &App, source: InboundSourceId, request: &HttpRequest) -> Result<()> {
    count(app, Asking::Source(source), request)
}

/// Counts a request against its caller's limit, and says what is left.
fn count(app: &App, asking: Asking, request: &HttpRequest) -> Result<()> {
    let left = app.limits.ask(asking).inspect_err(|_| app.limits.left(0).tell(request))?;
    if let Some(left) = left {
        left.tell(request);
    }
    Ok(())
}

fn token_of(request: &HttpRequest) -> Result<&str> {
    let sent = request.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    sent.and_then(bearer).ok_or(Error::Unauthenticated)
}

fn bearer(header: &str) -> Option<&str> {
    let (scheme, token) = header.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// Handler argument: the caller holds the permission `P` in some project.
pub struct Require<P> {
    caller: Arc<Caller>,
    permission: PhantomData<P>,
}

impl<P> Require<P> {
    /// The caller, to be taken into a closure.
    #[must_use]
    pub fn caller(&self) -> Arc<Caller> {
        Arc::clone(&self.caller)
    }
}

impl<P> Deref for Require<P> {
    type Target = Caller;

    fn deref(&self) -> &Caller {
        &self.caller
    }
}

impl<P: Permission> FromRequest for Require<P> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let caller = authenticate_free(request).await?;
            if !caller.is_any(P::ROLES) {
                return Err(Error::Forbidden);
            }
            Ok(Self { caller, permission: PhantomData })
        })
    }
}

/// Handler argument: anybody who has signed in.
pub struct SignedIn(pub Arc<Caller>);

impl FromRequest for SignedIn {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { authenticate_free(request).await.map(Self) })
    }
}

/// Handler argument: anybody who has signed in, whatever they must do first.
pub struct Known(pub Arc<Caller>);

impl FromRequest for Known {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { authenticate(request).await.map(Self) })
    }
}

/// Handler argument: somebody who has signed in themselves, whatever they must do first. What people
/// prove themselves by is not for their programs to change, nor for whoever acts in their place.
pub struct InPerson(pub Arc<Caller>);

impl FromRequest for InPerson {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let caller = authenticate(request).await?;
            if caller.session.is_none() {
                return Err(Error::InsufficientScope);
            }
            caller.in_person()?;
            Ok(Self(caller))
        })
    }
}

/// Handler argument: what somebody came by, to be looked at again while they are answered for long.
pub struct Credential {
    token: String,
    locale: Locale,
}

impl Credential {
    /// Whoever it lets in now, if it still lets them read, with nothing left to be done first.
    pub async fn holder(&self, app: &App) -> Result<Caller> {
        let now = app.clock.now();
        let caller = if api_keys::is_one(&self.token) {
            let (token, locale) = (self.token.clone(), self.locale);
            let found =
                app.db.read(move |connection| api_keys::bearer(connection, &token, locale, now)).await?;
            let good = found.filter(|bearer| bearer.scopes.contains(&Scope::Read));
            good.ok_or(Error::Unauthenticated)?.caller
        } else {
            of_session(app, app.tokens.verify(&self.token, now)?, self.locale).await?
        };
        match caller.duties.first() {
            Some(duty) => Err(Error::DutyFirst(*duty)),
            None => Ok(caller),
        }
    }
}

impl FromRequest for Credential {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let token = token_of(request).map(str::to_owned);
        ready(token.map(|token| Self { token, locale: request_locale(request) }))
    }
}
