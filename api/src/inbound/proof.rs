//! How a source proves that something is its own: by its secret, or by a signature made with it
//! (Standard Webhooks 1: HMAC-SHA256 of id, instant and body). An API key is the kernel's to judge.

use super::model::{Credentials, StoredSecret};
use crate::auth::Keys;
use crate::error::Result;
use crate::ids::InboundSourceId;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, TimeDelta, Utc};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use subtle::{Choice, ConstantTimeEq};

/// What every secret begins with, as Standard Webhooks wants it.
pub(super) const PREFIX: &str = "whsec_";

/// How far the instant of a signature may be from now, either way.
const TOLERANCE: TimeDelta = TimeDelta::minutes(5);

/// For how long a secret is good after another has taken its place.
pub(super) const OVERLAP: TimeDelta = TimeDelta::hours(1);

/// What a signed delivery says of itself in its headers.
#[derive(Clone, Debug)]
pub(super) struct Signature {
    /// What tells it from others.
    pub(super) id: String,
    /// When it was signed, in seconds since 1970.
    pub(super) timestamp: String,
    /// `v1,…`, several of them with spaces in between.
    pub(super) signatures: String,
}

/// A fresh secret: as it is shown this once, and as it is stored.
pub(super) fn fresh_secret(keys: &Keys, source: InboundSourceId) -> Result<(String, StoredSecret)> {
    let secret = rand::random::<[u8; 32]>();
    let shown = format!("{PREFIX}{}", STANDARD.encode(secret));
    Ok((shown, StoredSecret { sealed: keys.seal_source(source, &secret)?, hash: hash(&secret) }))
}

/// By what a secret that somebody has sent is found, if it looks like one.
pub(super) fn hash_of_sent(secret: &str) -> Option<Vec<u8>> {
    decoded(secret).map(|secret| hash(&secret))
}

/// Whether a secret that somebody has sent is one of the source's.
pub(super) fn is_secret(keys: &Keys, of: &Credentials, sent: &str, now: DateTime<Utc>) -> bool {
    let Some(sent) = decoded(sent) else { return false };
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
    let Signature { id, timestamp, signatures } = signature;
    let plain = (1..=255).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_graphic());
    let signed_at = timestamp.parse().ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    let lately = signed_at.is_some_and(|signed_at| (now - signed_at).abs() <= TOLERANCE);
    if !plain || !lately {
        return false;
    }
    let sent: Vec<Vec<u8>> = signatures
        .split(' ')
        .filter_map(|signature| signature.strip_prefix("v1,"))
        .filter_map(|signature| STANDARD.decode(signature).ok())
        .take(5)
        .collect();
    let made_with = |secret: &Vec<u8>| {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else { return false };
        for part in [id.as_bytes(), b".", timestamp.as_bytes(), b".", body] {
            mac.update(part);
        }
        sent.iter().any(|signature| mac.clone().verify_slice(signature).is_ok())
    };
    good(keys, of, now).iter().any(made_with)
}

/// The secrets of a source that are good now.
fn good(keys: &Keys, of: &Credentials, now: DateTime<Utc>) -> Vec<Vec<u8>> {
    let earlier = of.earlier.iter().filter(|(_, until)| now < *until).map(|(sealed, _)| sealed);
    let sealed = std::iter::once(&of.sealed).chain(earlier);
    sealed.filter_map(|sealed| keys.unseal_source(of.source, sealed)).collect()
}

fn decoded(secret: &str) -> Option<Vec<u8>> {
    STANDARD.decode(secret.strip_prefix(PREFIX)?).ok()
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
        let seal = |secret: &[u8]| keys.seal_source(id, secret).expect("sealing works");
        let example = decoded(SECRET).expect("a secret");
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
    fn the_example_of_the_specification_is_signed_and_nothing_else() {
        let keys = Keys::of(&[7; 32]).expect("keys");
        let of = source(&keys, None);
        let now = DateTime::from_timestamp(1_614_265_330, 0).expect("an instant");
        let signed = |signature: &Signature, body: &[u8], now| is_signed(&keys, &of, signature, body, now);
        assert!(signed(&example(), BODY, now));
        let among_others = Signature { signatures: format!("v1,AAAA v1a,BBBB {SIGNATURE}"), ..example() };
        assert!(signed(&among_others, BODY, now));
        for minutes in [-5_i64, 5] {
            assert!(signed(&example(), BODY, now + TimeDelta::minutes(minutes)));
            let beyond = TimeDelta::minutes(minutes) + TimeDelta::seconds(minutes.signum());
            assert!(!signed(&example(), BODY, now + beyond));
        }
        assert!(!signed(&example(), b"{\"test\": 2432232315}", now));
        assert!(!signed(&Signature { id: "msg_other".to_owned(), ..example() }, BODY, now));
        assert!(!signed(&Signature { timestamp: "1614265331".to_owned(), ..example() }, BODY, now));
        assert!(!signed(&Signature { timestamp: "x".to_owned(), ..example() }, BODY, now));
        assert!(!signed(&Signature { signatures: SIGNATURE.replace("v1", "v2"), ..example() }, BODY, now));
        assert!(!is_signed(
            &keys,
            &Credentials { source: InboundSourceId::fresh(), ..of.clone() },
            &example(),
            BODY,
            now
        ));
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
