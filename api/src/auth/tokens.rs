//! Access tokens: JWTs of a few minutes, signed with HMAC-SHA256.

use crate::error::{Error, Result};
use crate::ids::{SessionId, UserId};
use chrono::{DateTime, TimeDelta, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How long somebody may be acted for, without the administrator asking again.
pub const IMPERSONATION: TimeDelta = TimeDelta::minutes(15);

/// What a token says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    sub: Uuid,
    sid: Uuid,
    /// RFC 8693 §4.1: who acts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    act: Option<Uuid>,
    iat: i64,
    exp: i64,
}

impl Claims {
    /// Whose token it is.
    #[must_use]
    pub fn user(&self) -> UserId {
        UserId(self.sub)
    }

    /// The session it belongs to.
    #[must_use]
    pub fn session(&self) -> SessionId {
        SessionId(self.sid)
    }

    /// The administrator who acts in the person's place; the session is theirs then.
    #[must_use]
    pub fn impersonator(&self) -> Option<UserId> {
        self.act.map(UserId)
    }
}

/// What a token for one purpose says: the audience is the purpose, so that none is taken for another.
#[derive(Clone, Serialize, Deserialize)]
struct Sealed<T> {
    aud: String,
    exp: i64,
    content: T,
}

/// Signs and verifies.
pub struct Tokens {
    signing: EncodingKey,
    verifying: DecodingKey,
    life: TimeDelta,
}

impl Tokens {
    /// With a key of at least 32 bytes; tokens live for `life_seconds`.
    #[must_use]
    pub fn new(key: &[u8], life_seconds: u32) -> Self {
        Self {
            signing: EncodingKey::from_secret(key),
            verifying: DecodingKey::from_secret(key),
            life: TimeDelta::seconds(i64::from(life_seconds)),
        }
    }

    /// Seconds that a token lives.
    #[must_use]
    pub fn life_seconds(&self) -> u32 {
        u32::try_from(self.life.num_seconds()).unwrap_or(u32::MAX)
    }

    /// A token for a session.
    pub fn issue(&self, user: UserId, session: SessionId, now: DateTime<Utc>) -> Result<String> {
        self.sign(user, session, None, now, self.life)
    }

    /// A token by which an administrator acts in somebody's place, for [`IMPERSONATION`], as long as
    /// their own session lives.
    pub fn issue_to_impersonate(
        &self,
        user: UserId,
        impersonator: UserId,
        session: SessionId,
        now: DateTime<Utc>,
    ) -> Result<String> {
        self.sign(user, session, Some(impersonator), now, IMPERSONATION)
    }

    fn sign(
        &self,
        user: UserId,
        session: SessionId,
        impersonator: Option<UserId>,
        now: DateTime<Utc>,
        life: TimeDelta,
    ) -> Result<String> {
        let claims = Claims {
            sub: user.0,
            sid: session.0,
            act: impersonator.map(|impersonator| impersonator.0),
            iat: now.timestamp(),
            exp: (now + life).timestamp(),
        };
        jsonwebtoken::encode(&Header::new(Algorithm::HS256), &claims, &self.signing).map_err(Error::internal)
    }

    /// A token for one purpose, such as a link in a letter: good for nothing else.
    pub fn seal<T: Serialize>(&self, purpose: &str, content: T, until: DateTime<Utc>) -> Result<String> {
        let sealed = Sealed { aud: purpose.to_owned(), exp: until.timestamp(), content };
        jsonwebtoken::encode(&Header::new(Algorithm::HS256), &sealed, &self.signing).map_err(Error::internal)
    }

    /// What a token for a purpose says, if it is ours, for this purpose, and still alive at `now`.
    #[must_use]
    pub fn open<T: DeserializeOwned + Clone>(
        &self,
        purpose: &str,
        token: &str,
        now: DateTime<Utc>,
    ) -> Option<T> {
        let mut validation = Validation::new(Algorithm::HS256);
        validation.validate_exp = false;
        validation.set_audience(&[purpose]);
        validation.set_required_spec_claims(&["aud", "exp"]);
        let sealed = jsonwebtoken::decode::<Sealed<T>>(token, &self.verifying, &validation).ok()?.claims;
        (sealed.exp > now.timestamp()).then_some(sealed.content)
    }

    /// What a token says, if it is ours and still alive at `now`.
    pub fn verify(&self, token: &str, now: DateTime<Utc>) -> Result<Claims> {
        let mut validation = Validation::new(Algorithm::HS256);
        // Checked below against our own clock.
        validation.validate_exp = false;
        let claims = jsonwebtoken::decode::<Claims>(token, &self.verifying, &validation)
            .map_err(|_| Error::Unauthenticated)?
            .claims;
        if claims.exp <= now.timestamp() {
            return Err(Error::Unauthenticated);
        }
        Ok(claims)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_says_who_acts() {
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
        let tokens = Tokens::new(&[7; 32], 86_400);
        let (user, admin, session) = (UserId::fresh(), UserId::fresh(), SessionId::fresh());
        let token = tokens.issue_to_impersonate(user, admin, session, now).expect("signing works");
        let claims = tokens.verify(&token, now).expect("it is ours");
        assert_eq!((claims.user(), claims.impersonator()), (user, Some(admin)));
        assert!(tokens.verify(&token, now + IMPERSONATION).is_err());
        let plain = tokens.issue(user, session, now).expect("signing works");
        assert_eq!(tokens.verify(&plain, now).expect("it is ours").impersonator(), None);
    }

    #[test]
    fn a_token_is_good_until_it_expires_and_only_with_its_key() {
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
        let tokens = Tokens::new(&[7; 32], 900);
        let (user, session) = (UserId::fresh(), SessionId::fresh());
        let token = tokens.issue(user, session, now).expect("signing works");
        assert_eq!(
            tokens.verify(&token, now).map(|claims| (claims.user(), claims.session())).ok(),
            Some((user, session))
        );
        assert!(tokens.verify(&token, now + TimeDelta::seconds(899)).is_ok());
        assert!(tokens.verify(&token, now + TimeDelta::seconds(900)).is_err());
        assert!(Tokens::new(&[8; 32], 900).verify(&token, now).is_err());
        // An unsigned token of the same content.
        let body = token.split('.').nth(1).expect("three parts");
        assert!(tokens.verify(&format!("eyJhbGciOiJub25lIn0.{body}."), now).is_err());
    }

    #[test]
    fn a_token_for_one_purpose_is_good_for_nothing_else() {
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
        let tokens = Tokens::new(&[7; 32], 900);
        let link = tokens.seal("survey", 42, now + TimeDelta::days(1)).expect("signing works");
        assert_eq!(tokens.open::<i32>("survey", &link, now), Some(42));
        assert_eq!(tokens.open::<i32>("unsubscribe", &link, now), None);
        assert_eq!(tokens.open::<i32>("survey", &link, now + TimeDelta::days(1)), None);
        assert!(tokens.verify(&link, now).is_err());
        let access = tokens.issue(UserId::fresh(), SessionId::fresh(), now).expect("signing works");
        assert_eq!(tokens.open::<i32>("survey", &access, now), None);
    }
}
