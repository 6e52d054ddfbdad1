//! The catalogues: what can be asked for, and what a ticket can be about.

use super::{Answer, Client};
use contract::catalog::{CatalogFilter, CatalogItem, Service};
use contract::page::Page;

/// `GET /services`
pub(crate) async fn services(client: &Client, filter: &CatalogFilter) -> Answer<Page<Service>> {
    client.get("/services", filter).await
}

/// `GET /information-systems`
pub(crate) async fn information_systems(
    client: &Client,
    filter: &CatalogFilter,
) -> Answer<Page<CatalogItem>> {
    client.get("/information-systems", filter).await
}

/// `GET /components`
pub(crate) async fn components(client: &Client, filter: &CatalogFilter) -> Answer<Page<CatalogItem>> {
    client.get("/components", filter).await
}

/// `GET /assets`
pub(crate) async fn assets(client: &Client, filter: &CatalogFilter) -> Answer<Page<CatalogItem>> {
    client.get("/assets", filter).await
}
