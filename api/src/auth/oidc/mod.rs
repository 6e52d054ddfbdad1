//! OpenID Connect: people sign in at a provider that vouches for them, by authorization code with PKCE
//! (RFC 9700), and are here what their groups there make them. `docs/operate/sign-in.md` tells it to
//! whoever sets it up.
//!
//! `flow.rs` is what is remembered while the person is away, `provider.rs` the conversations with the
//! provider, `claims.rs` what it says about a person.

mod claims;
mod config;
mod flow;
pub mod http;
mod provider;

pub use config::{ProviderConfig, read};

use super::accounts::{self, Entrance, Linking, Profile, Vouched};
use super::service::{self, SignedSession};
use crate::app::App;
use crate::audit::{self, Changes};
use crate::db::search::fold;
use crate::error::{Barred, Conflict, Error, Result};
use crate::http::Origin;
use actix_web::cookie::Key;
use chrono::{DateTime, Utc};
use contract::auth::{AccountSource, OidcCallback};
use flow::Flow;
use provider::{Fault, Provider};
use serde_json::json;

/// The way back from every provider.
pub const CALLBACK: &str = "/api/v1/auth/oidc/callback";

/// The providers, and the key of what is remembered in browsers.
pub struct Oidc {
    providers: Vec<Provider>,
    key: Key,
}

/// Why a sign-in at a provider came to nothing, as the sign-in page is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stop {
    /// The person, or the provider, did not want it.
    Denied,
    /// It took too long, was finished before, or was begun in another browser.
    Expired,
    /// The provider is away.
    Unreachable,
    /// The provider and the desk do not understand each other.
    Failed,
    /// The person may not come in.
    Barred(Barred),
}

impl Stop {
    /// The word for it; `frontend/text` has the sentence.
    const fn word(self) -> &'static str {
        match self {
            Self::Denied => "oidc_denied",
            Self::Expired => "oidc_expired",
            Self::Unreachable => "oidc_unreachable",
            Self::Failed => "oidc_failed",
            Self::Barred(why) => why.code(),
        }
    }

    /// With the cause in the log.
    fn because(self, cause: impl std::fmt::Display) -> Self {
        log::warn!("{}: {cause}", self.word());
        self
    }
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Unreachable(cause) => Self::Unreachable.because(cause),
            Fault::Failed(cause) => Self::Failed.because(cause),
        }
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        log::error!("{error}");
        Self::Failed
    }
}

impl Oidc {
    /// Nothing is asked yet. The key is that of the desk. The error is a sentence for the operator.
    pub fn new(
        providers: &[ProviderConfig],
        public_url: &str,
        key: &[u8],
    ) -> std::result::Result<Self, String> {
        let redirect = format!("{public_url}{CALLBACK}");
        let providers = providers.iter().map(|config| Provider::new(config.clone(), &redirect));
        Ok(Self { providers: providers.collect::<std::result::Result<_, _>>()?, key: Key::derive_from(key) })
    }

    /// What each provider answers when it is asked what it is: for `mesa doctor`.
    pub async fn examine(&self, now: DateTime<Utc>) -> Vec<(String, std::result::Result<(), String>)> {
        let mut all = Vec::new();
        for provider in &self.providers {
            let answer = match provider.metadata(now, true).await {
                Ok(_) => Ok(()),
                Err(Fault::Unreachable(error) | Fault::Failed(error)) => Err(error),
            };
            all.push((format!("{} ({})", provider.config.id, provider.config.issuer.as_str()), answer));
        }
        all
    }

    fn named(&self, id: &str) -> Option<&Provider> {
        self.providers.iter().find(|provider| provider.config.id == id)
    }
}

/// Lets in whom the provider vouches for.
async fn finish(
    app: &App,
    flow: Option<Flow>,
    answer: OidcCallback,
    origin: &Origin,
) -> std::result::Result<SignedSession, Stop> {
    let flow = flow.filter(|flow| answer.state.as_deref() == Some(&flow.state)).ok_or(Stop::Expired)?;
    let provider = app.oidc.named(&flow.provider).ok_or(Stop::Expired)?;
    if answer.iss.is_some_and(|issuer| issuer != provider.config.issuer.as_str()) {
        return Err(Stop::Failed.because("the answer is another provider's (RFC 9207)"));
    }
    match (answer.error.as_deref(), answer.code) {
        (Some("access_denied"), _) => Err(Stop::Denied),
        (Some(error), _) => Err(Stop::Failed.because(error)),
        (None, None) => Err(Stop::Failed.because("neither a code nor an error came")),
        (None, Some(code)) => {
            let now = app.clock.now();
            let claims = provider.claims(code, &flow.nonce, flow.verifier, now).await?;
            let profile = claims::profile(&provider.config, &claims).ok_or_else(|| {
                Stop::Failed.because(format!("no claim {} came", provider.config.username_claim))
            })?;
            let linking = if provider.config.trust_usernames { Linking::Unclaimed } else { Linking::Never };
            enter(app, &profile, linking, origin).await
        }
    }
}

async fn enter(
    app: &App,
    profile: &Profile,
    linking: Linking,
    origin: &Origin,
) -> std::result::Result<SignedSession, Stop> {
    let entrance = match enter_once(app, profile, linking, origin).await {
        // The same person has come in by another door just now: now they are there.
        Err(Error::Conflict(Conflict::Exists)) => enter_once(app, profile, linking, origin).await?,
        outcome => outcome?,
    };
    match entrance {
        Entrance::Open(user) => Ok(service::begin_vouched(app, user, &profile.username, origin).await?),
        Entrance::Barred(why) => Err(Stop::Barred(why)),
        // Of a provider nobody can ask whether the other is still there.
        Entrance::OtherEntry(_) => Err(Stop::Barred(Barred::AccountConflict)),
    }
}

async fn enter_once(app: &App, profile: &Profile, linking: Linking, origin: &Origin) -> Result<Entrance> {
    let (profile, origin, now) = (profile.clone(), origin.clone(), app.clock.now());
    app.db
        .write(move |connection| {
            let by = Vouched { source: AccountSource::Oidc, now, origin: &origin };
            let entrance = accounts::enter(connection, &by, &profile, linking)?;
            let why = match &entrance {
                Entrance::Open(_) => return Ok(entrance),
                Entrance::Barred(why) => *why,
                Entrance::OtherEntry(_) => Barred::AccountConflict,
            };
            let (name, reason) =
                (fold(&profile.username), Changes::between(&(), &json!({"reason": why.code()})));
            let entry = audit::Entry {
                changes: Some(&reason),
                ..audit::Entry::word(now, None, "sign_in_refused", &name, &origin)
            };
            audit::record(connection, &entry)?;
            Ok(entrance)
        })
        .await
}
