//! How a source proves that something is its own: by its secret, or by a signature made with it. An API key
//! is the kernel's to judge.

use super::model::{Credentials, StoredSecret};
use crate::auth::{Keys, SecretOf};
use crate::error::Result;
use crate::ids::InboundSourceId;
use crate::signature::{self, Signature};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};
use subtle::{Choice, ConstantTimeEq};

/// For how long a secret is good after another has taken its place.
pub(super) const OVERLAP: TimeDelta = TimeDelta::hours(1);

/// A fresh secret: as it is shown this once, and as it is stored.
pub(super) fn fresh_secret(keys: &Keys, source: InboundSourceId) -> Result<(String, StoredSecret)> {
    let secret = signature::fresh_secret();
    let stored = StoredSecret { sealed: keys.seal(SecretOf::Source(source), &secret)?, hash: hash(&secret) };
    Ok((signature::shown(&secret), stored))
}

/// By what a secret that somebody has sent is found, if it looks like one.
pub(super) fn hash_of_sent(secret: &str) -> Option<Vec<u8>> {
    signature::secret_of(secret).map(|secret| hash(&secret))
}

/// Whether a secret that somebody has sent is one of the source's.
pub(super) fn is_secret(keys: &Keys, of: &Credentials, sent: &str, now: DateTime<Utc>) -> bool {
    let Some(sent) = signature::secret_of(sent) else { return false };
    let same = good(keys, of, now).iter().fold(Choice::from(0), |found, secret| found | secret.ct_eq(&sent));
    same.into()
}

/// Whether a delivery was signed with one of the source's secrets, and lately.
pub(super) fn is_signed(
    keys: &Keys,
    of: &Credentials,
    signature: &Signature,
    body: &[u8],
    now: DateTime<Utc>,
) -> bool {
    signature.is_by(&good(keys, of, now), body, now)
}

/// The secrets of a source that are good now.
fn good(keys: &Keys, of: &Credentials, now: DateTime<Utc>) -> Vec<Vec<u8>> {
    let earlier = of.earlier.iter().filter(|(_, until)| now < *until).map(|(sealed, _)| sealed);
    let sealed = std::iter::once(&of.sealed).chain(earlier);
    sealed.filter_map(|sealed| keys.unseal(SecretOf::Source(of.source), sealed)).collect()
}

fn hash(secret: &[u8]) -> Vec<u8> {
    Sha256::digest(secret).to_vec()
}

/// What a name of any length is kept by: itself while it is short.
pub(super) fn short(name: &str) -> String {
    if name.len() <= 200 {
        return name.to_owned();
    }
    STANDARD.encode(hash(name.as_bytes()))
}

/// What a name is kept by that nobody is to read.
pub(super) fn unreadable(parts: &[&str]) -> Vec<u8> {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.len().to_le_bytes());
        hash.update(part.as_bytes());
    }
    hash.finalize().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::UserId;

    /// The example of the specification of Standard Webhooks.
    const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const ID: &str = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    const TIMESTAMP: &str = "1614265330";
    const BODY: &[u8] = b"{\"test\": 2432232314}";
    const SIGNATURE: &str = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    fn source(keys: &Keys, earlier: Option<DateTime<Utc>>) -> Credentials {
        let id = InboundSourceId::fresh();
        let seal = |secret: &[u8]| keys.seal(SecretOf::Source(id), secret).expect("sealing works");
        let example = signature::secret_of(SECRET).expect("a secret");
        let (sealed, earlier) = match earlier {
            None => (seal(&example), None),
            Some(until) => (seal(&[1; 32]), Some((seal(&example), until))),
        };
        Credentials { source: id, registrar: UserId::fresh(), active: true, sealed, earlier }
    }

    fn example() -> Signature {
        let [id, timestamp, signatures] = [ID, TIMESTAMP, SIGNATURE].map(str::to_owned);
        Signature { id, timestamp, signatures }
    }

    #[test]
    fn what_one_source_has_signed_is_of_no_other() {
        let keys = Keys::of(&[7; 32]).expect("keys");
        let of = source(&keys, None);
        let now = DateTime::from_timestamp(1_614_265_330, 0).expect("an instant");
        assert!(is_signed(&keys, &of, &example(), BODY, now));
        let other = Credentials { source: InboundSourceId::fresh(), ..of };
        assert!(!is_signed(&keys, &other, &example(), BODY, now));
    }

    #[test]
    fn the_secret_before_is_good_for_as_long_as_was_said() {
        let keys = Keys::of(&[7; 32]).expect("keys");
        let until = DateTime::from_timestamp(1_614_265_390, 0).expect("an instant");
        let of = source(&keys, Some(until));
        assert!(is_secret(&keys, &of, SECRET, until - TimeDelta::seconds(1)));
        assert!(!is_secret(&keys, &of, SECRET, until));
        assert!(!is_secret(&keys, &of, "whsec_AAAA", until - TimeDelta::seconds(1)));
        assert!(!is_secret(&keys, &of, "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", until - TimeDelta::seconds(1)));
        assert!(is_signed(&keys, &of, &example(), BODY, until - TimeDelta::seconds(1)));
        assert!(!is_signed(&keys, &of, &example(), BODY, until));
    }

    #[test]
    fn a_fresh_secret_is_found_and_good() {
        let keys = Keys::of(&[7; 32]).expect("keys");
        let id = InboundSourceId::fresh();
        let (shown, stored) = fresh_secret(&keys, id).expect("a secret");
        assert_eq!(hash_of_sent(&shown), Some(stored.hash.clone()));
        let of = Credentials {
            source: id,
            registrar: UserId::fresh(),
            active: true,
            sealed: stored.sealed,
            earlier: None,
        };
        assert!(is_secret(&keys, &of, &shown, DateTime::UNIX_EPOCH));
        assert_eq!(hash_of_sent("mesa_pat_x"), None);
    }

    #[test]
    fn long_names_are_kept_short_and_parts_apart() {
        assert_eq!(short("a"), "a");
        assert_eq!(short(&"x".repeat(201)).len(), 44);
        assert_ne!(unreadable(&["ab", "c"]), unreadable(&["a", "bc"]));
    }
}
