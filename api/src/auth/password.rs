//! Passwords of local accounts, kept as Argon2id hashes (RFC 9106) in PHC form.

use crate::error::{Error, Result};
use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use std::sync::LazyLock;
use tokio::sync::{Semaphore, SemaphorePermit};

/// The hash of a password that nobody has: checking it takes as long as checking a real one, so
/// that the time of an answer does not tell whether an account exists.
static NOBODYS: LazyLock<Option<String>> = LazyLock::new(|| hash("no account has this password").ok());

/// One hash takes 19 MiB and all of a processor: as many at once as there are processors, so that a
/// flood of sign-ins waits instead of taking all memory.
static PLACES: LazyLock<Semaphore> =
    LazyLock::new(|| Semaphore::new(std::thread::available_parallelism().map_or(1, std::num::NonZero::get)));

/// Hashes a password with a fresh salt. Takes tens of milliseconds by design: not for async threads.
pub fn hash(password: &str) -> Result<String> {
    let hash: PasswordHash = Argon2::default().hash_password(password.as_bytes()).map_err(Error::internal)?;
    Ok(hash.to_string())
}

/// The same without holding up an async thread.
pub async fn hash_aside(password: String) -> Result<String> {
    let _place = place().await?;
    tokio::task::spawn_blocking(move || hash(&password)).await.map_err(Error::internal)?
}

/// One of the few places where a password is checked. Whoever counts failures holds it from before
/// asking for the count until after adding to it, so that many tries at once get no further than
/// one after the other.
pub struct Place(
    #[expect(dead_code, reason = "it is held, and given back when dropped")] SemaphorePermit<'static>,
);

/// Waits for a place.
pub async fn place() -> Result<Place> {
    PLACES.acquire().await.map(Place).map_err(Error::internal)
}

impl Place {
    /// Whether the password fits the hash, told without holding up an async thread.
    pub async fn check(&self, password: String, hash: Option<String>) -> Result<bool> {
        tokio::task::spawn_blocking(move || fits(&password, hash.as_deref())).await.map_err(Error::internal)
    }
}

/// Whether the password fits the hash; without a hash it never does, but takes as long.
fn fits(password: &str, hash: Option<&str>) -> bool {
    let Some(known) = hash.or(NOBODYS.as_deref()) else { return false };
    let verified = PasswordHash::new(known)
        .is_ok_and(|known| Argon2::default().verify_password(password.as_bytes(), &known).is_ok());
    verified && hash.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_password_fits() {
        let kept = hash("correct horse").expect("hashing works");
        assert!(kept.starts_with("$argon2id$"));
        assert!(fits("correct horse", Some(&kept)));
        assert!(!fits("Correct horse", Some(&kept)));
        assert!(!fits("correct horse", None));
        assert!(!fits("no account has this password", None));
        assert!(!fits("x", Some("not a hash")));
    }
}
