//! Who has a stake in which service.

use super::client::Call;
use super::tickets::segment;
use super::{Answer, Client};
use contract::page::Page;
use contract::stakeholders::{CreateStakeholder, Stakeholder, StakeholderFilter, UpdateStakeholder};
use gloo_net::http::Method;

/// `GET /stakeholders`
pub(crate) async fn list(client: &Client, filter: &StakeholderFilter) -> Answer<Page<Stakeholder>> {
    client.get("/stakeholders", filter).await
}

/// `POST /stakeholders`
pub(crate) async fn create(client: &Client, body: &CreateStakeholder, key: &str) -> Answer<Stakeholder> {
    client.post("/stakeholders", body, key).await
}

/// `PATCH /stakeholders/{stakeholder}`, of the version that is known
pub(crate) async fn update(
    client: &Client,
    known: &Stakeholder,
    body: &UpdateStakeholder,
) -> Answer<Stakeholder> {
    client.edit(Method::PATCH, &path_of(known), body, known.version).await
}

/// `DELETE /stakeholders/{stakeholder}`
pub(crate) async fn remove(client: &Client, known: &Stakeholder) -> Answer<()> {
    client.send(&Call::new(Method::DELETE, path_of(known))).await.map(drop)
}

fn path_of(known: &Stakeholder) -> String {
    format!("/stakeholders/{}", segment(&known.id.to_string()))
}
