//! The signature of Standard Webhooks 1.0: HMAC-SHA256 of id, instant and body, by which a receiver knows who
//! said it, when, and that nobody has changed it. The desk signs what it tells other programs, and knows
//! by it what they tell the desk.

use crate::error::{Error, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, TimeDelta, Utc};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// What a secret begins with, so that it is recognised where it was left.
const PREFIX: &str = "whsec_";

/// What a signature begins with: how it was made.
const VERSION: &str = "v1,";

/// How far the instant of a signature may be from now, either way.
const TOLERANCE: TimeDelta = TimeDelta::minutes(5);

/// How many of the signatures of a message are looked at.
const MOST: usize = 5;

/// What a signed message says of itself in its headers.
#[derive(Clone, Debug)]
pub struct Signature {
    /// What tells it from others.
    pub id: String,
    /// When it was signed, in seconds since 1970.
    pub timestamp: String,
    /// `v1,…`, several of them with spaces in between.
    pub signatures: String,
}

impl Signature {
    /// Whether it is of this body, made with one of these secrets, and lately.
    #[must_use]
    pub fn is_by(&self, secrets: &[Vec<u8>], body: &[u8], now: DateTime<Utc>) -> bool {
        let Self { id, timestamp, signatures } = self;
        let plain = (1..=255).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_graphic());
        let signed_at = timestamp.parse().ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
        let lately = signed_at.is_some_and(|signed_at| (now - signed_at).abs() <= TOLERANCE);
        if !plain || !lately {
            return false;
        }
        let sent: Vec<Vec<u8>> = signatures
            .split(' ')
            .filter_map(|signature| signature.strip_prefix(VERSION))
            .filter_map(|signature| STANDARD.decode(signature).ok())
            .take(MOST)
            .collect();
        let made_with = |secret: &Vec<u8>| {
            let Ok(sum) = sum(secret, id, timestamp, body) else { return false };
            sent.iter().any(|signature| sum.clone().verify_slice(signature).is_ok())
        };
        secrets.iter().any(made_with)
    }
}

/// A secret that nobody knows yet.
#[must_use]
pub fn fresh_secret() -> [u8; 32] {
    rand::random()
}

/// A secret as its owner keeps it.
#[must_use]
pub fn shown(secret: &[u8]) -> String {
    format!("{PREFIX}{}", STANDARD.encode(secret))
}

/// The secret of what its owner keeps, if it looks like one.
#[must_use]
pub fn secret_of(shown: &str) -> Option<Vec<u8>> {
    STANDARD.decode(shown.strip_prefix(PREFIX)?).ok()
}

/// What stands in `webhook-signature`: one signature for each secret, with spaces between them.
pub fn signatures(secrets: &[Vec<u8>], id: &str, timestamp: i64, body: &str) -> Result<String> {
    let timestamp = timestamp.to_string();
    let signature = |secret: &Vec<u8>| -> Result<String> {
        let sum = sum(secret, id, &timestamp, body.as_bytes())?.finalize().into_bytes();
        Ok(format!("{VERSION}{}", STANDARD.encode(sum)))
    };
    let each: Result<Vec<String>> = secrets.iter().map(signature).collect();
    Ok(each?.join(" "))
}

fn sum(secret: &[u8], id: &str, timestamp: &str, body: &[u8]) -> Result<Hmac<Sha256>> {
    let mut sum = Hmac::<Sha256>::new_from_slice(secret).map_err(Error::internal)?;
    for part in [id.as_bytes(), b".", timestamp.as_bytes(), b".", body] {
        sum.update(part);
    }
    Ok(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example that the specification's libraries are tested with.
    const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const ID: &str = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    const TIMESTAMP: i64 = 1_614_265_330;
    const BODY: &str = r#"{"test": 2432232314}"#;
    const SIGNATURE: &str = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    fn secret() -> Vec<u8> {
        secret_of(SECRET).expect("a secret")
    }

    fn example() -> Signature {
        Signature { id: ID.to_owned(), timestamp: TIMESTAMP.to_string(), signatures: SIGNATURE.to_owned() }
    }

    #[test]
    fn the_published_example_is_signed_as_published() {
        let signed = signatures(&[secret(), vec![7; 24]], ID, TIMESTAMP, BODY).expect("signed");
        let (first, second) = signed.split_once(' ').expect("two");
        assert_eq!(first, SIGNATURE);
        assert!(second.starts_with("v1,") && second != first);
        assert_eq!(shown(&secret()), SECRET);
    }

    #[test]
    fn the_published_example_is_known_and_nothing_else() {
        let now = DateTime::from_timestamp(TIMESTAMP, 0).expect("an instant");
        let (secrets, body) = (vec![vec![7; 24], secret()], BODY.as_bytes());
        let known = |signature: &Signature, body: &[u8], now| signature.is_by(&secrets, body, now);
        assert!(known(&example(), body, now));
        let among_others = Signature { signatures: format!("v1,AAAA v1a,BBBB {SIGNATURE}"), ..example() };
        assert!(known(&among_others, body, now));
        for minutes in [-5_i64, 5] {
            assert!(known(&example(), body, now + TimeDelta::minutes(minutes)));
            let beyond = TimeDelta::minutes(minutes) + TimeDelta::seconds(minutes.signum());
            assert!(!known(&example(), body, now + beyond));
        }
        assert!(!known(&example(), b"{\"test\": 2432232315}", now));
        assert!(!known(&Signature { id: "msg_other".to_owned(), ..example() }, body, now));
        assert!(!known(&Signature { timestamp: "1614265331".to_owned(), ..example() }, body, now));
        assert!(!known(&Signature { timestamp: "x".to_owned(), ..example() }, body, now));
        assert!(!known(&Signature { signatures: SIGNATURE.replace("v1", "v2"), ..example() }, body, now));
        assert!(!example().is_by(&[vec![7; 24]], body, now));
    }

    #[test]
    fn no_two_secrets_are_the_same() {
        assert_ne!(fresh_secret(), fresh_secret());
    }
}
