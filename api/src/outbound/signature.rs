//! The signature of Standard Webhooks 1.0: HMAC-SHA256 of id, time and body, by which a receiver knows that
//! it was the desk who said it, when, and that nobody has changed it.

use crate::error::{Error, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// What a secret begins with, so that it is recognised where it was left.
const PREFIX: &str = "whsec_";

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

/// What stands in `webhook-signature`: one signature for each secret, with spaces between them.
pub fn signatures(secrets: &[Vec<u8>], id: &str, timestamp: i64, body: &str) -> Result<String> {
    let each: Result<Vec<String>> =
        secrets.iter().map(|secret| signature(secret, id, timestamp, body)).collect();
    Ok(each?.join(" "))
}

fn signature(secret: &[u8], id: &str, timestamp: i64, body: &str) -> Result<String> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).map_err(Error::internal)?;
    mac.update(format!("{id}.{timestamp}.{body}").as_bytes());
    Ok(format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example that the specification's libraries are tested with.
    #[test]
    fn the_published_example_is_signed_as_published() {
        let secret = STANDARD.decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").expect("base64");
        let (id, body) = ("msg_p5jXN8AQM9LWM0D4loKWxJek", r#"{"test": 2432232314}"#);
        let signed = signatures(&[secret.clone(), vec![7; 24]], id, 1_614_265_330, body).expect("signed");
        let (first, second) = signed.split_once(' ').expect("two");
        assert_eq!(first, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assert!(second.starts_with("v1,") && second != first);
        assert_eq!(shown(&secret), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    }

    #[test]
    fn no_two_secrets_are_the_same() {
        assert_ne!(fresh_secret(), fresh_secret());
    }
}
