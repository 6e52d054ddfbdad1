//! The second factor: codes of an authenticator app (TOTP, RFC 6238), and codes for the day on
//! which the app is lost. The secret is sealed by a key that is not in the database; each code is
//! taken once.

use super::keys::{Keys, SecretOf};
use super::sessions::digest;
use super::throttle::{self, Subject};
use super::{password_change, store};
use crate::app::App;
use crate::audit;
use crate::db::DbConnection;
use crate::db::dialect::{columns, for_update};
use crate::db::schema::{recovery_codes, second_factors};
use crate::db::types::Instant;
use crate::error::{Conflict, Error, Result};
use crate::http::{Answer, Origin, Work};
use crate::ids::UserId;
use chrono::{DateTime, Utc};
use contract::auth::{RecoveryCodes, RemoveSecondFactor, SecondFactorEnrolment};
use diesel::prelude::*;
use qrcode::QrCode;
use qrcode::render::svg;
use totp_rs::{Builder, Secret, Totp};

/// What apps show the codes under.
const ISSUER: &str = "Mesa";

/// Recovery codes that are given at a time.
const CODES: usize = 10;

/// Letters of a recovery code, at 5 bits each: none is taken for another.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// A factor as it is stored.
#[derive(Queryable, Selectable)]
#[diesel(table_name = second_factors)]
struct Row {
    sealed_secret: Vec<u8>,
    last_step: i64,
}

/// Begins an enrolment, anew if one was begun before. It is not in force until it is confirmed.
pub(super) fn start(work: &mut Work<'_>, keys: &Keys) -> Result<Answer<SecondFactorEnrolment>> {
    let user = work.caller.id;
    if store::has_second_factor(work.connection, user)? {
        return Err(Error::Conflict(Conflict::Exists));
    }
    let owner = store::owner(work.connection, user)?;
    let secret: [u8; 20] = rand::random();
    let totp = totp(&secret, &owner.username)?;
    let otpauth_url = totp.to_url().map_err(Error::internal)?;
    diesel::delete(second_factors::table.find(user)).execute(work.connection)?;
    diesel::insert_into(second_factors::table)
        .values((
            second_factors::user_id.eq(user),
            second_factors::sealed_secret.eq(keys.seal(SecretOf::Account(user), &secret)?),
            second_factors::started_at.eq(Instant::from(work.now)),
            second_factors::last_step.eq(0),
        ))
        .execute(work.connection)?;
    let code = QrCode::new(&otpauth_url).map_err(Error::internal)?;
    let qr_svg = code.render::<svg::Color<'_>>().min_dimensions(240, 240).build();
    Answer::ok(&SecondFactorEnrolment { secret: Secret::from(&secret[..]).to_base32(), otpauth_url, qr_svg })
}

/// Puts the enrolled factor in force, once its first code has been shown to be right.
pub(super) fn confirm(work: &mut Work<'_>, step: i64) -> Result<Answer<RecoveryCodes>> {
    let user = work.caller.id;
    let pending = second_factors::table.find(user).filter(second_factors::confirmed_at.is_null());
    let confirmed = diesel::update(pending)
        .set((
            second_factors::confirmed_at.eq(Some(Instant::from(work.now))),
            second_factors::last_step.eq(step),
        ))
        .execute(work.connection)?;
    if confirmed == 0 {
        return Err(Error::NotFound);
    }
    let codes: Vec<String> = (0..CODES).map(|_| fresh_code()).collect();
    for code in &codes {
        let hash = digest(&normalised(code));
        diesel::insert_into(recovery_codes::table)
            .values((recovery_codes::user_id.eq(user), recovery_codes::code_hash.eq(hash)))
            .execute(work.connection)?;
    }
    Answer::ok(&RecoveryCodes { codes })
}

/// Takes an account's factor off; whether it had one.
pub fn remove(connection: &mut DbConnection, user: UserId) -> Result<bool> {
    Ok(diesel::delete(second_factors::table.find(user)).execute(connection)? > 0)
}

/// Takes a code at sign-in: of the app, or one for recovery. Each is good once.
pub(super) fn take(
    connection: &mut DbConnection,
    keys: &Keys,
    user: UserId,
    code: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    let code = normalised(code);
    let confirmed = second_factors::table.find(user).filter(second_factors::confirmed_at.is_not_null());
    let row: Option<Row> =
        for_update!(confirmed.select(columns::<Row>())).get_result(connection).optional()?;
    let Some(row) = row else { return Ok(false) };
    if let Some(step) = step_of(&row, keys, user, &code, now)? {
        diesel::update(second_factors::table.find(user))
            .set(second_factors::last_step.eq(step))
            .execute(connection)?;
        return Ok(true);
    }
    let spent = diesel::delete(recovery_codes::table.find((user, digest(&code)))).execute(connection)?;
    Ok(spent == 1)
}

/// The step of the code that is to confirm the caller's enrolment. Wrong ones are counted.
pub(super) async fn prove_enrolment(app: &App, user: UserId, code: &str, origin: &Origin) -> Result<i64> {
    let (now, code, keys) = (app.clock.now(), normalised(code), app.keys.clone());
    let step = app
        .db
        .read(move |connection| {
            throttle::check(connection, &[Subject::Owner(user)], now)?;
            let pending = second_factors::table.find(user).filter(second_factors::confirmed_at.is_null());
            let row = pending.select(Row::as_select()).first(connection).optional()?;
            step_of(&row.ok_or(Error::NotFound)?, &keys, user, &code, now)
        })
        .await?;
    match step {
        Some(step) => Ok(step),
        None => Err(refuse(app, user, "code", "wrong_code", origin).await?),
    }
}

/// Whether somebody who is signed in may take their factor off: by the password, or by a code of it.
pub(super) async fn prove_owner(
    app: &App,
    user: UserId,
    body: RemoveSecondFactor,
    origin: &Origin,
) -> Result<()> {
    match body {
        RemoveSecondFactor { password: Some(password), .. } => {
            if password_change::knows_password(app, user, password, origin).await? {
                Ok(())
            } else {
                Err(Error::field("password", "wrong_password"))
            }
        }
        RemoveSecondFactor { code: Some(code), .. } => {
            let (now, keys) = (app.clock.now(), app.keys.clone());
            let taken = app
                .db
                .write(move |connection| {
                    throttle::check(connection, &[Subject::Owner(user)], now)?;
                    take(connection, &keys, user, &code, now)
                })
                .await?;
            if taken { Ok(()) } else { Err(refuse(app, user, "code", "wrong_code", origin).await?) }
        }
        RemoveSecondFactor { password: None, code: None } => Err(Error::field("password", "required")),
    }
}

/// Counts a failure of somebody who is signed in; the error that tells them.
async fn refuse(app: &App, user: UserId, field: &str, fault: &str, origin: &Origin) -> Result<Error> {
    let (now, origin) = (app.clock.now(), origin.clone());
    app.db
        .write(move |connection| {
            throttle::failed(connection, &[Subject::Owner(user)], now)?;
            audit::record(connection, &audit::Entry::word(now, Some(user), "code_wrong", "", &origin))
        })
        .await?;
    Ok(Error::field(field, fault))
}

/// The step that a code of the app is of, if it is right and later than the last one taken.
fn step_of(row: &Row, keys: &Keys, user: UserId, code: &str, now: DateTime<Utc>) -> Result<Option<i64>> {
    let Some(secret) = keys.unseal(SecretOf::Account(user), &row.sealed_secret) else {
        log::error!(
            "the signing key is not the one that sealed a second factor: only recovery codes are good"
        );
        return Ok(None);
    };
    let seconds = u64::try_from(now.timestamp()).map_err(Error::internal)?;
    let step = totp(&secret, "")?.check(code, seconds);
    Ok(step.and_then(|step| i64::try_from(step).ok()).filter(|step| *step > row.last_step))
}

/// Six digits every 30 seconds by HMAC-SHA-1, as every app knows them; one step of grace.
fn totp(secret: &[u8], username: &str) -> Result<Totp> {
    Builder::new()
        .with_secret(Secret::from(secret))
        .with_issuer(Some(ISSUER))
        // What the address would take for the end of the issuer.
        .with_account_name(username.replace(':', " "))
        .build()
        .map_err(Error::internal)
}

/// 80 random bits, in groups of four letters.
fn fresh_code() -> String {
    let random: [u8; 16] = rand::random();
    let mut code = String::with_capacity(19);
    for (place, byte) in random.iter().enumerate() {
        if place > 0 && place % 4 == 0 {
            code.push('-');
        }
        code.push(char::from(LETTERS[usize::from(byte % 32)]));
    }
    code
}

/// However people type a code: without spaces and hyphens, in small letters.
fn normalised(code: &str) -> String {
    let typed = code.chars().filter(|letter| !letter.is_whitespace() && *letter != '-');
    typed.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recovery_codes_are_long_and_typed_as_people_like() {
        let code = fresh_code();
        assert_eq!(code.len(), 19);
        assert_ne!(code, fresh_code());
        assert_eq!(normalised(&code.to_uppercase().replace('-', " ")), normalised(&code));
        assert_eq!(normalised("123 456"), "123456");
    }
}
