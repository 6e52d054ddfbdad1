//! Use cases of administrators: accounts, roles, groups, who is on call, providers.

mod groups;
mod import;
mod leaving;
mod on_call;
mod providers;
mod users;

pub(super) use groups::{create_group, set_members, shown_group, update_group};
pub(super) use import::{Table, import};
pub(super) use leaving::{activate, deactivate};
pub(super) use on_call::{put_on_call, take_off_call};
pub(super) use providers::{create_provider, update_provider};
pub(super) use users::{create, set_password, set_roles, shown_user, stand_in, update};

use super::store;
use crate::auth::Caller;
use crate::error::{Error, Result};
use crate::http::Work;
use crate::ids::{ProjectId, ProviderId};
use crate::projects::{self, Project};
use contract::auth::Role;
use contract::reference::Reference;

/// The project that a body names in `field`; the caller must administer it.
fn administered(work: &mut Work<'_>, reference: &Reference, field: &str) -> Result<Project> {
    let project = projects::for_caller(work.connection, &work.caller, Some(reference));
    let project = project.map_err(|error| named(error, field))?;
    if work.caller.is_any_in(project.id, &[Role::Admin]) { Ok(project) } else { Err(Error::Forbidden) }
}

/// The projects that the caller administers.
fn administered_in(caller: &Caller) -> Vec<ProjectId> {
    caller.projects_as(&[Role::Admin])
}

/// A company that a body names in `provider`: one in use, of one of the projects.
fn company(work: &mut Work<'_>, projects: &[ProjectId], reference: &Reference) -> Result<ProviderId> {
    let unknown = || Error::field("provider", "unknown_reference");
    match store::provider(work.connection, projects, reference) {
        Ok(provider) if provider.active => Ok(provider.id),
        Ok(_) | Err(Error::NotFound) => Err(unknown()),
        Err(error) => Err(error),
    }
}

/// The same fault, of the field by whose name the body says it.
fn named(error: Error, field: &str) -> Error {
    match error {
        Error::Invalid(faults) => Error::Invalid(
            faults
                .into_iter()
                .map(|fault| crate::error::FieldFault { field: field.to_owned(), ..fault })
                .collect(),
        ),
        other => other,
    }
}

/// Text without the white space around it; none when nothing is left.
fn written(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}
