//! Signing in and out, and what people say about themselves.

use super::client::{BASE, Call, body_of, checked, parse};
use super::{Answer, Client, Failure};
use contract::auth::{AccessToken, LoginRequest, Me, OidcLogin, SignInProvider, UpdateMe};
use contract::page::Page;
use gloo_net::http::Method;

/// `POST /auth/login`
pub(crate) async fn login(client: &Client, body: &LoginRequest) -> Answer<AccessToken> {
    let call = Call::new(Method::POST, "/auth/login").json(body);
    parse(&body_of(checked(client.once(&call, None).await?).await?).await?)
}

/// `GET /auth/providers`
pub(crate) async fn providers(client: &Client) -> Answer<Vec<SignInProvider>> {
    let response = client.once(&Call::new(Method::GET, "/auth/providers"), None).await?;
    let page: Page<SignInProvider> = parse(&body_of(checked(response).await?).await?)?;
    Ok(page.items)
}

/// `GET /auth/oidc/login`, where the browser itself must go, and from where it comes back here.
pub(crate) fn way_to(provider: &SignInProvider, here: &str) -> String {
    let asked =
        OidcLogin { provider: provider.id.clone(), return_to: Some(here.to_owned()), login_hint: None };
    format!("{BASE}/auth/oidc/login?{}", serde_html_form::to_string(asked).unwrap_or_default())
}

/// `POST /auth/refresh`: none when the session is over.
pub(crate) async fn refresh(client: &Client) -> Answer<Option<AccessToken>> {
    let response = client.once(&Call::new(Method::POST, "/auth/refresh"), None).await?;
    match response.status() {
        401 | 403 => Ok(None),
        _ => parse(&body_of(checked(response).await?).await?).map(Some),
    }
}

/// `POST /auth/logout`
pub(crate) async fn logout(client: &Client) -> Answer<()> {
    checked(client.once(&Call::new(Method::POST, "/auth/logout"), None).await?).await.map(drop)
}

/// `GET /me`
pub(crate) async fn me(client: &Client) -> Answer<Me> {
    client.get("/me", &()).await
}

/// `PATCH /me`
pub(crate) async fn update_me(client: &Client, body: &UpdateMe, version: i64) -> Answer<Me> {
    let call = Call::new(Method::PATCH, "/me").json(body).header("If-Match", format!("\"{version}\""));
    client.ask(call).await
}

/// Whether a sign-in failed because of what was typed, rather than of the network.
pub(crate) fn is_rejection(failure: &Failure) -> bool {
    failure.problem().is_some_and(|problem| problem.status == 401)
}
