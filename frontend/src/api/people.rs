//! People, groups and providers: who can be put in charge, and on whose behalf one may ask.

use super::{Answer, Client};
use contract::page::Page;
use contract::people::{Group, GroupFilter, PeopleFilter, Person, Provider};

/// `GET /users`
pub(crate) async fn users(client: &Client, filter: &PeopleFilter) -> Answer<Page<Person>> {
    client.get("/users", filter).await
}

/// `GET /groups`
pub(crate) async fn groups(client: &Client, filter: &GroupFilter) -> Answer<Page<Group>> {
    client.get("/groups", filter).await
}

/// `GET /providers`
pub(crate) async fn providers(client: &Client, filter: &GroupFilter) -> Answer<Page<Provider>> {
    client.get("/providers", filter).await
}
