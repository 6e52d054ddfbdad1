//! Conversations with an OpenID Connect provider: where it sends people, and whom a code is for.

use super::claims::Claims;
use super::config::ProviderConfig;
use crate::tls;
use chrono::{DateTime, TimeDelta, Utc};
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreErrorResponseType, CoreGenderClaim, CoreJsonWebKey,
    CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreProviderMetadata, CoreResponseType,
    CoreRevocableToken, CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::http::Response;
use openidconnect::{
    AdditionalClaims, AuthenticationFlow, AuthorizationCode, Client, ClientId, ClientSecret, CsrfToken,
    EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet, HttpRequest, HttpResponse,
    IdTokenFields, LoginHint, Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl,
    Scope, StandardErrorResponse, StandardTokenResponse, UserInfoClaims,
};
use secrecy::ExposeSecret;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::HashMap;
use std::time::Duration;
use tokio::sync::Mutex;
use url::Url;

/// A provider that does not answer in this time is not there.
const PATIENCE: Duration = Duration::from_secs(10);

/// No answer of a provider is as long as this.
const MOST_BYTES: usize = 1 << 20;

/// How long what a provider says of itself is believed.
const LIFE: TimeDelta = TimeDelta::hours(1);

/// Claims that are no standard ones: groups, above all.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Others {
    #[serde(flatten)]
    all: HashMap<String, Value>,
}

impl AdditionalClaims for Others {}

type IdFields = IdTokenFields<
    Others,
    EmptyExtraTokenFields,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm,
>;
type Tokens = StandardTokenResponse<IdFields, CoreTokenType>;
type KnownClient = Client<
    Others,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Tokens,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// Why a provider vouches for nobody; the text is for the log.
#[derive(Debug)]
pub(super) enum Fault {
    /// It cannot be reached, or answers what is none.
    Unreachable(String),
    /// It does not take what we bring, or we do not take what it says.
    Failed(String),
}

/// A failure between the desk and a provider.
#[derive(Debug)]
struct Trouble(String);

impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Trouble {}

/// A provider.
pub(super) struct Provider {
    pub(super) config: ProviderConfig,
    redirect: RedirectUrl,
    http: reqwest::Client,
    known: Mutex<Option<(DateTime<Utc>, CoreProviderMetadata)>>,
}

/// Where to send somebody, and what to remember meanwhile.
pub(super) struct Departure {
    pub(super) to: Url,
    pub(super) state: String,
    pub(super) nonce: String,
    pub(super) verifier: String,
}

impl Provider {
    /// Nothing is asked yet. The error is a sentence for the operator.
    pub(super) fn new(config: ProviderConfig, redirect: &str) -> Result<Self, String> {
        let about = |error: &dyn std::fmt::Display| format!("MESA_OIDC_PROVIDERS: {}: {error}", config.id);
        let tls = tls::client_config(config.ca_file.as_deref()).map_err(|error| about(&error))?;
        let http = reqwest::Client::builder()
            .tls_backend_preconfigured(tls)
            .timeout(PATIENCE)
            // Nobody but who was configured is asked.
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map_err(|error| about(&error))?;
        let redirect = RedirectUrl::new(redirect.to_owned()).map_err(|error| about(&error))?;
        Ok(Self { config, redirect, http, known: Mutex::default() })
    }

    /// Where the provider asks people who they are.
    pub(super) async fn departure(
        &self,
        hint: Option<String>,
        now: DateTime<Utc>,
    ) -> Result<Departure, Fault> {
        let client = self.client(self.metadata(now, false).await?);
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let mut request = client
            .authorize_url(
                AuthenticationFlow::<CoreResponseType>::AuthorizationCode,
                CsrfToken::new_random,
                Nonce::new_random,
            )
            .add_scopes(self.config.scopes.iter().cloned().map(Scope::new))
            .set_pkce_challenge(challenge);
        if let Some(hint) = hint {
            request = request.set_login_hint(LoginHint::new(hint));
        }
        let (to, state, nonce) = request.url();
        Ok(Departure {
            to,
            state: state.into_secret(),
            nonce: nonce.secret().clone(),
            verifier: verifier.into_secret(),
        })
    }

    /// What the provider says about whom the code is for.
    pub(super) async fn claims(
        &self,
        code: String,
        nonce: &str,
        verifier: String,
        now: DateTime<Utc>,
    ) -> Result<Claims, Fault> {
        let metadata = self.metadata(now, false).await?;
        let client = self.client(metadata.clone());
        let http = |request| self.send(request);
        let request = client
            .exchange_code(AuthorizationCode::new(code))
            .map_err(|error| Fault::Failed(error.to_string()))?
            .set_pkce_verifier(PkceCodeVerifier::new(verifier));
        let tokens: Tokens = request.request_async(&http).await.map_err(|error| match error {
            openidconnect::RequestTokenError::Request(error) => Fault::Unreachable(error.to_string()),
            openidconnect::RequestTokenError::ServerResponse(refusal) => Fault::Failed(refusal.to_string()),
            other => Fault::Failed(other.to_string()),
        })?;
        let id_token =
            tokens.extra_fields().id_token().ok_or_else(|| Fault::Failed("no ID token came".to_owned()))?;
        let nonce = Nonce::new(nonce.to_owned());
        let outcome = id_token.claims(&client.id_token_verifier().set_time_fn(|| now), &nonce);
        let claims = match outcome {
            Ok(claims) => claims.clone(),
            // It may have changed its keys since it was last asked.
            Err(openidconnect::ClaimsVerificationError::SignatureVerification(_)) => {
                let client = self.client(self.metadata(now, true).await?);
                let verifier = client.id_token_verifier().set_time_fn(|| now);
                id_token.claims(&verifier, &nonce).map_err(|error| Fault::Failed(error.to_string()))?.clone()
            }
            Err(error) => return Err(Fault::Failed(error.to_string())),
        };
        let mut all = object(&claims)?;
        if metadata.userinfo_endpoint().is_some() {
            let request = client
                .user_info(tokens.access_token().clone(), Some(claims.subject().clone()))
                .map_err(|error| Fault::Failed(error.to_string()))?;
            let about: UserInfoClaims<Others, CoreGenderClaim> =
                request.request_async(&http).await.map_err(|error| Fault::Failed(error.to_string()))?;
            all.extend(object(&about)?);
        }
        Ok(all)
    }

    /// What it says of itself: for `mesa doctor` too.
    pub(super) async fn metadata(
        &self,
        now: DateTime<Utc>,
        afresh: bool,
    ) -> Result<CoreProviderMetadata, Fault> {
        let mut known = self.known.lock().await;
        if let Some((_, metadata)) = known.as_ref().filter(|(until, _)| !afresh && now < *until) {
            return Ok(metadata.clone());
        }
        let http = |request| self.send(request);
        let metadata = CoreProviderMetadata::discover_async(self.config.issuer.clone(), &http)
            .await
            .map_err(|error| Fault::Unreachable(error.to_string()))?;
        *known = Some((now + LIFE, metadata.clone()));
        Ok(metadata)
    }

    fn client(&self, metadata: CoreProviderMetadata) -> KnownClient {
        let secret = self.config.client_secret.as_ref();
        let secret = secret.map(|secret| ClientSecret::new(secret.expose_secret().to_owned()));
        Client::from_provider_metadata(metadata, ClientId::new(self.config.client_id.clone()), secret)
            .set_redirect_uri(self.redirect.clone())
    }

    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, Trouble> {
        let trouble = |error: reqwest::Error| Trouble(error.without_url().to_string());
        let request = request.try_into().map_err(trouble)?;
        let mut answer = self.http.execute(request).await.map_err(trouble)?;
        let mut response = Response::builder().status(answer.status());
        if let Some(headers) = response.headers_mut() {
            headers.clone_from(answer.headers());
        }
        let mut body = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(trouble)? {
            body.extend_from_slice(&chunk);
            if body.len() > MOST_BYTES {
                return Err(Trouble("the answer is too long".to_owned()));
            }
        }
        response.body(body).map_err(|error| Trouble(error.to_string()))
    }
}

fn object(claims: &impl Serialize) -> Result<Claims, Fault> {
    match serde_json::to_value(claims) {
        Ok(Value::Object(claims)) => Ok(claims),
        _ => Err(Fault::Failed("the claims are no object".to_owned())),
    }
}
