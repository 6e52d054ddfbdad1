//! What people prove themselves by: sessions, password, second factor, API keys.

use super::client::Call;
use super::tickets::segment;
use super::{Answer, Client};
use contract::auth::{
    ApiKey, ChangePassword, ConfirmSecondFactor, CreateApiKey, NewApiKey, RecoveryCodes, RemoveSecondFactor,
    SecondFactorEnrolment, Session,
};
use contract::page::Page;
use gloo_net::http::Method;

/// More than anybody has.
const ALL: [(&str, &str); 1] = [("limit", "200")];

/// `GET /me/sessions`, `GET /users/{user}/sessions`
pub(crate) async fn sessions(client: &Client, of: &Keyring) -> Answer<Page<Session>> {
    client.get(&of.path("sessions"), &ALL).await
}

/// `DELETE /me/sessions/{id}`, `DELETE /users/{user}/sessions/{id}`
pub(crate) async fn end_session(client: &Client, of: &Keyring, id: &str) -> Answer<()> {
    remove(client, format!("{}/{id}", of.path("sessions"))).await
}

/// `DELETE /me/sessions`, but for this one; `DELETE /users/{user}/sessions`
pub(crate) async fn end_sessions(client: &Client, of: &Keyring) -> Answer<()> {
    let but = if *of == Keyring::Own { "?keep_current=true" } else { "" };
    remove(client, format!("{}{but}", of.path("sessions"))).await
}

/// `PUT /me/password`
pub(crate) async fn change_password(client: &Client, body: &ChangePassword) -> Answer<()> {
    client.send(&Call::new(Method::PUT, "/me/password").json(body)).await.map(drop)
}

/// `POST /me/second-factor`
pub(crate) async fn start_second_factor(client: &Client) -> Answer<SecondFactorEnrolment> {
    client.ask(Call::new(Method::POST, "/me/second-factor")).await
}

/// `POST /me/second-factor/confirm`
pub(crate) async fn confirm_second_factor(
    client: &Client,
    body: &ConfirmSecondFactor,
) -> Answer<RecoveryCodes> {
    client.ask(Call::new(Method::POST, "/me/second-factor/confirm").json(body)).await
}

/// `DELETE /me/second-factor`
pub(crate) async fn remove_second_factor(client: &Client, body: &RemoveSecondFactor) -> Answer<()> {
    client.send(&Call::new(Method::DELETE, "/me/second-factor").json(body)).await.map(drop)
}

/// Whose sessions or API keys.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Keyring {
    /// One's own.
    Own,
    /// Those of whoever has this user name.
    Of(String),
}

impl Keyring {
    fn path(&self, what: &str) -> String {
        match self {
            Self::Own => format!("/me/{what}"),
            Self::Of(user) => format!("/users/{}/{what}", segment(user)),
        }
    }
}

/// `GET /me/api-keys`, `GET /users/{user}/api-keys`
pub(crate) async fn api_keys(client: &Client, of: &Keyring) -> Answer<Page<ApiKey>> {
    client.get(&of.path("api-keys"), &ALL).await
}

/// `POST /me/api-keys`, `POST /users/{user}/api-keys`
pub(crate) async fn create_api_key(
    client: &Client,
    of: &Keyring,
    body: &CreateApiKey,
    key: &str,
) -> Answer<NewApiKey> {
    client.post(&of.path("api-keys"), body, key).await
}

/// `DELETE /me/api-keys/{id}`, `DELETE /users/{user}/api-keys/{id}`
pub(crate) async fn revoke_api_key(client: &Client, of: &Keyring, id: &str) -> Answer<()> {
    remove(client, format!("{}/{id}", of.path("api-keys"))).await
}

/// `DELETE /users/{user}/second-factor`
pub(crate) async fn reset_second_factor(client: &Client, user: &str, key: &str) -> Answer<()> {
    let call = Call::new(Method::DELETE, format!("/users/{}/second-factor", segment(user)));
    client.send(&call.header("Idempotency-Key", key)).await.map(drop)
}

async fn remove(client: &Client, path: String) -> Answer<()> {
    client.send(&Call::new(Method::DELETE, path)).await.map(drop)
}
