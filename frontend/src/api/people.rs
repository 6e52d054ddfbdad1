//! People, groups and providers: who can be put in charge, and on whose behalf one may ask.

use super::{Answer, Client};
use contract::catalog::CatalogFilter;
use contract::page::Page;
use contract::people::{Group, PeopleFilter, Person};
use contract::reference::NamedRef;

/// `GET /users`
pub(crate) async fn users(client: &Client, filter: &PeopleFilter) -> Answer<Page<Person>> {
    client.get("/users", filter).await
}

/// `GET /groups`
pub(crate) async fn groups(client: &Client, filter: &CatalogFilter) -> Answer<Page<Group>> {
    client.get("/groups", filter).await
}

/// `GET /providers`
pub(crate) async fn providers(client: &Client, filter: &CatalogFilter) -> Answer<Page<NamedRef>> {
    client.get("/providers", filter).await
}
