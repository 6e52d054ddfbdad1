//! Every night: who has left the directory, or was switched off there, loses their account here; and
//! whose groups have changed gets the roles of the new ones, even if they never sign out.
//!
//! What cannot be found is not always gone. Nobody is deactivated when the directory does not answer,
//! when it finds nobody at all, or when it misses more people than ever leave in a night.

use super::client::{Directory, Fate};
use crate::app::App;
use crate::auth::accounts::{self, Known, Profile, Vouched};
use crate::error::{Error, Result};
use crate::http::Origin;
use crate::ids::UserId;
use contract::auth::AccountSource;

/// So many may leave in a night in any case.
const FEW: usize = 5;

/// Of more than that, at most one in so many.
const ONE_IN: usize = 5;

/// Does it; how many accounts were changed. A directory that does not answer is asked again the next night.
pub async fn sync(app: &App) -> Result<usize> {
    let Some(directory) = &app.directory else { return Ok(0) };
    let known = app.db.read(|connection| accounts::known_to(connection, AccountSource::Directory)).await?;
    let fates = match fates(directory, known).await {
        Ok(fates) => fates,
        Err(error @ Error::DirectoryUnavailable(_)) => {
            log::warn!("nobody was compared with the directory: {error}");
            return Ok(0);
        }
        Err(error) => return Err(error),
    };
    let all = fates.present.len() + fates.missing.len();
    let leave = is_plausible(fates.missing.len(), all);
    if !leave {
        log::error!(
            "{} of {all} accounts are missing in the directory, which is too many to believe: nobody was deactivated. Check MESA_LDAP_BASE_DN and what MESA_LDAP_BIND_DN may read",
            fates.missing.len()
        );
    }
    let mut changed = 0;
    for user in fates.missing.into_iter().filter(|_| leave) {
        changed += usize::from(deactivate(app, user).await?);
    }
    for (user, profile) in fates.present {
        changed += usize::from(refresh(app, user, profile).await?);
    }
    Ok(changed)
}

/// What became of everybody.
struct Fates {
    present: Vec<(UserId, Profile)>,
    missing: Vec<UserId>,
}

async fn fates(directory: &Directory, known: Vec<Known>) -> Result<Fates> {
    let mut fates = Fates { present: Vec::new(), missing: Vec::new() };
    if known.is_empty() {
        return Ok(fates);
    }
    let mut session = directory.connect().await?;
    for account in known {
        let Known { id, username, external_id } = account;
        let Some(external_id) = external_id else { continue };
        match session.fate(&username, &external_id).await? {
            Fate::Present(profile) => fates.present.push((id, *profile)),
            Fate::Disabled | Fate::Gone => fates.missing.push(id),
        }
    }
    // Not even one other: then it is the directory that is not as it was, or may not be read.
    let empty = session.is_empty().await.map_err(|error| Error::DirectoryUnavailable(error.to_string()))?;
    if empty && !fates.missing.is_empty() {
        return Err(Error::DirectoryUnavailable("it finds nobody at all".to_owned()));
    }
    Ok(fates)
}

/// Whether so many may have left.
fn is_plausible(missing: usize, all: usize) -> bool {
    missing <= FEW || missing * ONE_IN <= all
}

async fn deactivate(app: &App, user: UserId) -> Result<bool> {
    let now = app.clock.now();
    app.db
        .write(move |connection| {
            let origin = Origin::default();
            let by = Vouched { source: AccountSource::Directory, now, origin: &origin };
            accounts::deactivate(connection, &by, user)
        })
        .await
}

async fn refresh(app: &App, user: UserId, profile: Profile) -> Result<bool> {
    let now = app.clock.now();
    app.db
        .write(move |connection| {
            let origin = Origin::default();
            let by = Vouched { source: AccountSource::Directory, now, origin: &origin };
            accounts::refresh(connection, &by, user, &profile)
        })
        .await
}

#[cfg(test)]
mod tests {
    use super::is_plausible;

    #[test]
    fn a_few_may_leave_and_a_fifth_of_many() {
        for (missing, all, plausible) in [
            (0, 0, true),
            (5, 5, true),
            (6, 6, false),
            (6, 29, false),
            (6, 30, true),
            (200, 1000, true),
            (201, 1000, false),
        ] {
            assert_eq!(is_plausible(missing, all), plausible, "{missing} of {all}");
        }
    }
}
