//! What administrators keep: accounts, groups, providers and projects.

use super::client::Call;
use super::tickets::segment;
use super::{Answer, Client};
use contract::auth::AccessToken;
use contract::page::Page;
use contract::people::{
    CreateGroup, CreateOnCall, CreateProvider, CreateUser, DeactivateUser, GroupDetail, ImportFilter,
    ImportOutcome, OnCall, Provider, SetMembers, SetPassword, SetRoles, UpdateGroup, UpdateProvider,
    UpdateUser, User,
};
use contract::privacy::{AnonymisePerson, AnonymisedPerson};
use contract::projects::{CreateProject, ProjectSettings, UpdateProject};
use gloo_net::http::Method;
use serde_json::json;

/// `GET /users/{user}`
pub(crate) async fn user(client: &Client, user: &str) -> Answer<User> {
    client.get(&format!("/users/{}", segment(user)), &()).await
}

/// `POST /users`
pub(crate) async fn create_user(client: &Client, body: &CreateUser, key: &str) -> Answer<User> {
    client.post("/users", body, key).await
}

/// `PATCH /users/{user}`
pub(crate) async fn update_user(
    client: &Client,
    user: &str,
    body: &UpdateUser,
    version: i64,
) -> Answer<User> {
    client.edit(Method::PATCH, &format!("/users/{}", segment(user)), body, version).await
}

/// `PUT /users/{user}/roles`
pub(crate) async fn set_roles(client: &Client, user: &str, body: &SetRoles, version: i64) -> Answer<User> {
    client.edit(Method::PUT, &format!("/users/{}/roles", segment(user)), body, version).await
}

/// `POST /users/{user}/deactivate`
pub(crate) async fn deactivate(
    client: &Client,
    user: &str,
    body: &DeactivateUser,
    key: &str,
) -> Answer<User> {
    client.post(&format!("/users/{}/deactivate", segment(user)), body, key).await
}

/// `POST /users/{user}/activate`
pub(crate) async fn activate(client: &Client, user: &str, key: &str) -> Answer<User> {
    client.post(&format!("/users/{}/activate", segment(user)), &json!({}), key).await
}

/// `POST /users/{user}/password`
pub(crate) async fn set_password(client: &Client, user: &str, body: &SetPassword, key: &str) -> Answer<()> {
    let call = Call::new(Method::POST, format!("/users/{}/password", segment(user)));
    client.send(&call.json(body).header("Idempotency-Key", key)).await.map(drop)
}

/// `POST /users/{user}/impersonate`
pub(crate) async fn impersonate(client: &Client, user: &str, key: &str) -> Answer<AccessToken> {
    client.post(&format!("/users/{}/impersonate", segment(user)), &json!({}), key).await
}

/// `POST /users/{user}/anonymise`, by the id
pub(crate) async fn anonymise(
    client: &Client,
    id: &str,
    body: &AnonymisePerson,
    key: &str,
) -> Answer<AnonymisedPerson> {
    client.post(&format!("/users/{}/anonymise", segment(id)), body, key).await
}

/// `POST /users/import`
pub(crate) async fn import(
    client: &Client,
    table: String,
    filter: &ImportFilter,
    key: &str,
) -> Answer<ImportOutcome> {
    let query = serde_html_form::to_string(filter).unwrap_or_default();
    let call = Call::new(Method::POST, format!("/users/import?{query}")).table(table);
    client.ask(call.header("Idempotency-Key", key)).await
}

/// `GET /groups/{group}`
pub(crate) async fn group(client: &Client, group: &str) -> Answer<GroupDetail> {
    client.get(&format!("/groups/{}", segment(group)), &()).await
}

/// `POST /groups`
pub(crate) async fn create_group(client: &Client, body: &CreateGroup, key: &str) -> Answer<GroupDetail> {
    client.post("/groups", body, key).await
}

/// `PATCH /groups/{group}`
pub(crate) async fn update_group(
    client: &Client,
    group: &str,
    body: &UpdateGroup,
    version: i64,
) -> Answer<GroupDetail> {
    client.edit(Method::PATCH, &format!("/groups/{}", segment(group)), body, version).await
}

/// `PUT /groups/{group}/members`
pub(crate) async fn set_members(
    client: &Client,
    group: &str,
    body: &SetMembers,
    version: i64,
) -> Answer<GroupDetail> {
    client.edit(Method::PUT, &format!("/groups/{}/members", segment(group)), body, version).await
}

/// `GET /groups/{group}/on-call`
pub(crate) async fn on_call(client: &Client, group: &str) -> Answer<Vec<OnCall>> {
    let page: Page<OnCall> = client.get(&format!("/groups/{}/on-call", segment(group)), &()).await?;
    Ok(page.items)
}

/// `POST /groups/{group}/on-call`
pub(crate) async fn put_on_call(
    client: &Client,
    group: &str,
    body: &CreateOnCall,
    key: &str,
) -> Answer<OnCall> {
    client.post(&format!("/groups/{}/on-call", segment(group)), body, key).await
}

/// `DELETE /groups/{group}/on-call/{on_call}`
pub(crate) async fn take_off_call(client: &Client, group: &str, id: &str) -> Answer<()> {
    let path = format!("/groups/{}/on-call/{}", segment(group), segment(id));
    client.send(&Call::new(Method::DELETE, path)).await.map(drop)
}

/// `POST /providers`
pub(crate) async fn create_provider(client: &Client, body: &CreateProvider, key: &str) -> Answer<Provider> {
    client.post("/providers", body, key).await
}

/// `PATCH /providers/{provider}`
pub(crate) async fn update_provider(
    client: &Client,
    provider: &str,
    body: &UpdateProvider,
    version: i64,
) -> Answer<Provider> {
    client.edit(Method::PATCH, &format!("/providers/{}", segment(provider)), body, version).await
}

/// `GET /projects/{project}`
pub(crate) async fn project(client: &Client, project: &str) -> Answer<ProjectSettings> {
    client.get(&format!("/projects/{}", segment(project)), &()).await
}

/// `POST /projects`
pub(crate) async fn create_project(
    client: &Client,
    body: &CreateProject,
    key: &str,
) -> Answer<ProjectSettings> {
    client.post("/projects", body, key).await
}

/// `PATCH /projects/{project}`
pub(crate) async fn update_project(
    client: &Client,
    project: &str,
    body: &UpdateProject,
    version: i64,
) -> Answer<ProjectSettings> {
    client.edit(Method::PATCH, &format!("/projects/{}", segment(project)), body, version).await
}
