//! Provider companies: made and changed.

use super::administered;
use crate::error::{Conflict, Error, Result};
use crate::http::{Answer, Work};
use crate::people::store;
use crate::tickets;
use contract::auth::Role;
use contract::people::{CreateProvider, Provider, UpdateProvider};
use contract::reference::Reference;

/// Makes a provider company.
pub(in crate::people) fn create_provider(
    work: &mut Work<'_>,
    body: &CreateProvider,
) -> Result<Answer<Provider>> {
    let project = administered(work, &body.project, "project")?.id;
    let id = store::create_provider(work.connection, project, &body.key, body.name.trim())?;
    work.in_project(project);
    let shown: Provider = store::provider(work.connection, &[project], &id.0.into())?.into();
    work.changed(&None::<()>, &shown);
    Ok(Answer::versioned(shown.version, &shown)?.at(format!("/api/v1/providers/{id}")))
}

/// Changes a provider company. It stays in use while an open ticket is in its charge.
pub(in crate::people) fn update_provider(
    work: &mut Work<'_>,
    reference: &Reference,
    version: i64,
    body: UpdateProvider,
) -> Result<Answer<Provider>> {
    let own = work.caller.projects_as(&[Role::Admin]);
    let mut provider = store::locked_provider(work.connection, &own, reference)?;
    work.in_project(provider.project);
    if provider.version != version {
        return Err(Error::Stale);
    }
    let before: Provider = provider.clone().into();
    let UpdateProvider { name, active } = body;
    if let Some(name) = name {
        name.trim().clone_into(&mut provider.name);
    }
    provider.active = active.unwrap_or(provider.active);
    if before.active && !provider.active {
        let open = tickets::in_charge_of_provider(work.connection, provider.id)?;
        if open > 0 {
            return Err(Error::Conflict(Conflict::InCharge(open)));
        }
    }
    store::update_provider(work.connection, &provider)?;
    let shown: Provider = store::provider(work.connection, &own, &provider.id.0.into())?.into();
    work.changed(&before, &shown);
    Answer::versioned(shown.version, &shown)
}
