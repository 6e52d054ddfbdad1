//! What else than access tokens the signing key is good for: each purpose has a key of its own,
//! derived from it by HKDF (RFC 5869), so that nothing made for one passes for the other.

use crate::error::{Error, Result};
use crate::ids::{InboundSourceId, TicketId, UserId, WebhookId};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{Key, KeyInit, XChaCha20Poly1305, XNonce};
use chrono::{DateTime, TimeDelta, Utc};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use uuid::Uuid;

/// How long a device on which somebody has signed in is known as theirs.
pub(super) const DEVICE_LIFE: TimeDelta = TimeDelta::days(180);

/// Bytes of a mark in an address: as many as nobody guesses by sending mails.
const MARK: usize = 10;

/// Bytes of the nonce before what is sealed.
const NONCE: usize = 24;

/// The keys of all purposes.
pub struct Keys {
    accounts: XChaCha20Poly1305,
    sources: XChaCha20Poly1305,
    webhooks: XChaCha20Poly1305,
    device_signing: EncodingKey,
    device_verifying: DecodingKey,
    replies: Hmac<Sha256>,
    requests: Hmac<Sha256>,
}

/// What a secret is of that is kept sealed.
#[derive(Clone, Copy, Debug)]
pub enum SecretOf {
    /// An account: of its second factor.
    Account(UserId),
    /// A source of cases.
    Source(InboundSourceId),
    /// A webhook.
    Webhook(WebhookId),
}

/// Says that its bearer has signed in to an account before.
#[derive(Debug, Serialize, Deserialize)]
struct Device {
    device_of: Uuid,
    exp: i64,
}

impl Keys {
    /// Derived from the key that signs access tokens.
    pub fn of(signing_key: &[u8]) -> Result<Self> {
        let device = derived(signing_key, "mesa known devices")?;
        Ok(Self {
            accounts: XChaCha20Poly1305::new(&Key::from(derived(signing_key, "mesa second factors")?)),
            sources: XChaCha20Poly1305::new(&Key::from(derived(signing_key, "mesa inbound sources")?)),
            webhooks: XChaCha20Poly1305::new(&Key::from(derived(signing_key, "mesa webhook secrets")?)),
            device_signing: EncodingKey::from_secret(&device),
            device_verifying: DecodingKey::from_secret(&device),
            replies: Hmac::new_from_slice(&derived(signing_key, "mesa reply addresses")?)
                .map_err(Error::internal)?,
            requests: Hmac::new_from_slice(&derived(signing_key, "mesa idempotent requests")?)
                .map_err(Error::internal)?,
        })
    }

    /// By what a request is known again that has come under an idempotency key: what was asked, and the digest
    /// of its body.
    #[must_use]
    pub fn request_sum(&self, asked: &[u8], body: Option<&[u8; 32]>) -> Vec<u8> {
        let sum = self.requests.clone().chain_update(asked);
        sum.chain_update(body.map_or(&[][..], <[u8; 32]>::as_slice)).finalize().into_bytes().to_vec()
    }

    /// The mark in the address to which a person answers the letters about a case. It is in letters and
    /// figures of one case, since mail servers do not keep the case of addresses.
    #[must_use]
    pub fn reply_mark(&self, ticket: TicketId, person: UserId) -> String {
        let sum = self.reply_sum(ticket, person).finalize().into_bytes();
        base32::encode(base32::Alphabet::Rfc4648Lower { padding: false }, &sum[..MARK])
    }

    /// Whether a mark is that of a person's letters about a case.
    #[must_use]
    pub fn is_reply_mark(&self, mark: &str, ticket: TicketId, person: UserId) -> bool {
        let lower = mark.to_ascii_lowercase();
        let bytes = base32::decode(base32::Alphabet::Rfc4648Lower { padding: false }, &lower);
        bytes.is_some_and(|bytes| {
            bytes.len() == MARK && self.reply_sum(ticket, person).verify_truncated_left(&bytes).is_ok()
        })
    }

    fn reply_sum(&self, ticket: TicketId, person: UserId) -> Hmac<Sha256> {
        self.replies.clone().chain_update(ticket.0.as_bytes()).chain_update(person.0.as_bytes())
    }

    /// Encrypts what belongs to somebody, so that it is of use to no other (`XChaCha20-Poly1305`).
    pub fn seal(&self, whose: SecretOf, plain: &[u8]) -> Result<Vec<u8>> {
        let (cipher, owner) = self.cipher(whose);
        let nonce: [u8; NONCE] = rand::random();
        let payload = Payload { msg: plain, aad: owner.as_bytes() };
        let sealed = cipher.encrypt(&XNonce::from(nonce), payload).map_err(Error::internal)?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// What was sealed for somebody; nothing when it was with another key, or for another.
    #[must_use]
    pub fn unseal(&self, whose: SecretOf, sealed: &[u8]) -> Option<Vec<u8>> {
        let (cipher, owner) = self.cipher(whose);
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
        let payload = Payload { msg: sealed, aad: owner.as_bytes() };
        cipher.decrypt(&XNonce::from(*nonce), payload).ok()
    }

    const fn cipher(&self, whose: SecretOf) -> (&XChaCha20Poly1305, Uuid) {
        match whose {
            SecretOf::Account(id) => (&self.accounts, id.0),
            SecretOf::Source(id) => (&self.sources, id.0),
            SecretOf::Webhook(id) => (&self.webhooks, id.0),
        }
    }

    /// What a device remembers on which somebody has signed in.
    pub(super) fn device(&self, owner: UserId, now: DateTime<Utc>) -> Result<String> {
        let device = Device { device_of: owner.0, exp: (now + DEVICE_LIFE).timestamp() };
        jsonwebtoken::encode(&Header::new(Algorithm::HS256), &device, &self.device_signing)
            .map_err(Error::internal)
    }

    /// Whose device it is, by what it remembers.
    pub(super) fn owner_of_device(&self, remembered: &str, now: DateTime<Utc>) -> Option<UserId> {
        let mut validation = Validation::new(Algorithm::HS256);
        // Checked below against our own clock.
        validation.validate_exp = false;
        let known = jsonwebtoken::decode::<Device>(remembered, &self.device_verifying, &validation).ok()?;
        (known.claims.exp > now.timestamp()).then_some(UserId(known.claims.device_of))
    }
}

fn derived(signing_key: &[u8], purpose: &str) -> Result<[u8; 32]> {
    let mut key = [0; 32];
    Hkdf::<Sha256>::new(None, signing_key).expand(purpose.as_bytes(), &mut key).map_err(Error::internal)?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_for_its_owner_and_with_its_key_only() {
        let (keys, id) = (Keys::of(&[7; 32]).expect("keys"), UserId::fresh());
        let whose = SecretOf::Account(id);
        let sealed = keys.seal(whose, b"secret").expect("sealing works");
        assert!(!sealed.windows(6).any(|window| window == b"secret"));
        assert_ne!(sealed, keys.seal(whose, b"secret").expect("sealing works"), "never the same twice");
        assert_eq!(keys.unseal(whose, &sealed).as_deref(), Some(b"secret".as_slice()));
        assert_eq!(keys.unseal(SecretOf::Account(UserId::fresh()), &sealed), None);
        assert_eq!(Keys::of(&[8; 32]).expect("keys").unseal(whose, &sealed), None);
        assert_eq!(keys.unseal(whose, &sealed[..20]), None);
        for other in [SecretOf::Source(InboundSourceId(id.0)), SecretOf::Webhook(WebhookId(id.0))] {
            assert_eq!(keys.unseal(other, &sealed), None, "each purpose has a key of its own");
            let sealed = keys.seal(other, b"secret").expect("sealing works");
            assert_eq!(keys.unseal(other, &sealed).as_deref(), Some(b"secret".as_slice()));
            assert_eq!(keys.unseal(whose, &sealed), None);
        }
    }

    #[test]
    fn a_mark_is_of_one_person_and_one_case_in_either_case() {
        let keys = Keys::of(&[7; 32]).expect("keys");
        let (ticket, person) = (TicketId::fresh(), UserId::fresh());
        let mark = keys.reply_mark(ticket, person);
        assert_eq!(mark.len(), 16);
        assert!(keys.is_reply_mark(&mark, ticket, person));
        assert!(keys.is_reply_mark(&mark.to_uppercase(), ticket, person));
        assert!(!keys.is_reply_mark(&mark, ticket, UserId::fresh()));
        assert!(!keys.is_reply_mark(&mark, TicketId::fresh(), person));
        assert!(!Keys::of(&[8; 32]).expect("keys").is_reply_mark(&mark, ticket, person));
        for forged in ["", "aa", &mark[..8], "not base32 at all", &format!("{mark}aaaaaaaa")] {
            assert!(!keys.is_reply_mark(forged, ticket, person), "{forged}");
        }
    }

    #[test]
    fn a_request_is_known_again_by_all_of_it_and_with_its_key_only() {
        let keys = Keys::of(&[7; 32]).expect("keys");
        let sum = keys.request_sum(b"POST /users?", Some(&[1; 32]));
        assert_eq!(sum.len(), 32);
        assert_eq!(sum, keys.request_sum(b"POST /users?", Some(&[1; 32])));
        for other in [
            keys.request_sum(b"POST /users?a", Some(&[1; 32])),
            keys.request_sum(b"POST /users?", Some(&[2; 32])),
            keys.request_sum(b"POST /users?", None),
            Keys::of(&[8; 32]).expect("keys").request_sum(b"POST /users?", Some(&[1; 32])),
        ] {
            assert_ne!(sum, other);
        }
    }

    #[test]
    fn a_device_is_known_for_half_a_year() {
        let (keys, owner) = (Keys::of(&[7; 32]).expect("keys"), UserId::fresh());
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
        let remembered = keys.device(owner, now).expect("signing works");
        assert_eq!(keys.owner_of_device(&remembered, now + TimeDelta::days(179)), Some(owner));
        assert_eq!(keys.owner_of_device(&remembered, now + TimeDelta::days(180)), None);
        assert_eq!(Keys::of(&[8; 32]).expect("keys").owner_of_device(&remembered, now), None);
        assert_eq!(keys.owner_of_device("made.up.token", now), None);
    }
}
