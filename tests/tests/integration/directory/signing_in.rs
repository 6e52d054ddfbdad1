//! Who comes in, as whom, and what is said to whoever does not.

use super::{ALAN, RUTH, SARA, count, desk, enter, roles, tic};
use chrono::TimeDelta;
use contract::auth::Role;
use diesel::prelude::*;
use mesa::db::schema::{audit_log, users};
use mesa::people;
use serde_json::json;
use tests::Desk;
use tests::directory::Directory;

#[tokio::test]
async fn a_newcomer_lands_with_the_roles_of_their_groups_over_ldaps_and_starttls() {
    let directory = Directory::start();
    for url in [directory.ldaps(), directory.ldap()] {
        let desk = desk(&directory, &url).await;
        let me = enter(&desk, "alan").await["user"].clone();
        assert_eq!((&me["username"], &me["display_name"]), (&json!("alan"), &json!("Alan Torres")));
        assert_eq!(me["memberships"][0]["project"]["key"], "TIC");
        assert_eq!(roles(&me), ["agent", "requester"]);
        assert_eq!(me["groups"][0]["key"], "n1");
        let me = enter(&desk, "RUTH").await["user"].clone();
        assert_eq!(roles(&me), ["requester"]);
        assert_eq!(
            (&me["display_name"], &me["email"], &me["area"], &me["phone"], &me["office"]),
            (
                &json!("Ruth Ríos"),
                &json!("ruth@example.test"),
                &json!("Presupuesto"),
                &json!("2101"),
                &json!("Piso 3")
            )
        );
        assert_eq!(roles(&enter(&desk, "sara").await["user"]), ["requester", "specialist"]);
        let ada = enter(&desk, "ada").await["user"].clone();
        assert_eq!(ada["memberships"].as_array().map(Vec::len), Some(2), "admin of two projects");
        // The second time it is the same account.
        assert_eq!(enter(&desk, "ada").await["user"], ada);
        let found = desk.sign_in("admin").await.get("/users?project=TIC&q=ruth").await.ok(200);
        assert_eq!(found["items"][0]["office"], "Piso 3");
    }
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_name_are_answered_alike_and_make_no_account() {
    let directory = Directory::start();
    let desk = desk(&directory, &directory.ldaps()).await;
    let before = count(&desk).await;
    let wrong = desk.log_in("alan", "nope").await.refused(401, "invalid_credentials");
    let unknown = desk.log_in("nadie", "nope").await.refused(401, "invalid_credentials");
    assert_eq!(wrong["detail"], unknown["detail"]);
    assert_eq!(desk.log_in("alan", "").await.faults(), ["password: length"]);
    assert_eq!(count(&desk).await, before);
    assert_eq!(desk.audited("alan").await, ["sign_in_failed"]);
}

#[tokio::test]
async fn what_is_typed_cannot_change_what_is_asked() {
    let directory = Directory::start();
    let desk = desk(&directory, &directory.ldaps()).await;
    for name in
        ["*)(uid=*", "*", "al*n", "alan)(|(uid=*", "alan)(userPassword=*", "\\61lan", "(uid=alan)", ALAN]
    {
        for password in ["alan-secret", "svc-secret", "x"] {
            desk.log_in(name, password).await.refused(401, "invalid_credentials");
        }
    }
    enter(&desk, "alan").await;
}

#[tokio::test]
async fn whoever_may_not_come_in_is_told_why_once_the_password_was_right() {
    let directory = Directory::start();
    let desk = desk(&directory, &directory.ldaps()).await;
    // Expired.
    directory.change_anyhow(&format!(
        "dn: {SARA}\nchangetype: modify\nreplace: pwdChangedTime\npwdChangedTime: 20200101000000Z\n"
    ));
    desk.log_in("sara", "nope").await.refused(401, "invalid_credentials");
    let expired = desk.log_in("sara", "sara-secret").await.refused(403, "password_expired");
    assert!(expired["detail"].as_str().is_some_and(|detail| detail.contains("Cámbiela")), "{expired}");
    // To be changed first.
    directory.change(&format!("dn: {RUTH}\nchangetype: modify\nreplace: pwdReset\npwdReset: TRUE\n"));
    desk.log_in("ruth", "nope").await.refused(401, "invalid_credentials");
    desk.log_in("ruth", "ruth-secret").await.refused(403, "password_expired");
    // In no group.
    desk.log_in("nora", "nope").await.refused(401, "invalid_credentials");
    desk.log_in("nora", "nora-secret").await.refused(403, "no_role");
    // A name that has a password here is asked about here alone.
    desk.log_in("admin", "admin-secret").await.refused(401, "invalid_credentials");
    assert_eq!(desk.audited("sara").await, ["sign_in_failed", "sign_in_refused"]);
    // Once there is a role, the account is already there.
    desk.app
        .db
        .write(|connection| {
            let nora = users::table.filter(users::username.eq("nora")).select(users::id).first(connection)?;
            let project = tic(connection)?;
            people::grant(connection, nora, project, Role::Requester)
        })
        .await
        .expect("a role is given");
    enter(&desk, "nora").await;
}

#[tokio::test]
async fn a_lock_is_told_to_whoever_did_not_cause_it() {
    let directory = Directory::start();
    let desk = desk(&directory, &directory.ldaps()).await;
    // Locked elsewhere.
    let other = Desk::with(|config| config.directory = directory.config(&directory.ldaps())).await;
    for _ in 0..3 {
        other.log_in("alan", "nope").await.refused(401, "invalid_credentials");
    }
    // Whoever locks by guessing hears what is said of an unknown name.
    let guessed = other.log_in("alan", "nope").await.refused(401, "invalid_credentials");
    let unknown = other.log_in("nadie", "nope").await.refused(401, "invalid_credentials");
    assert_eq!(guessed["detail"], unknown["detail"]);
    other.clock.advance(TimeDelta::hours(23));
    other.log_in("alan", "alan-secret").await.refused(401, "invalid_credentials");
    for _ in 0..2 {
        desk.log_in("alan", "alan-secret").await.refused(403, "account_locked");
    }
    desk.log_in("nadie", "alan-secret").await.refused(401, "invalid_credentials");
}

#[tokio::test]
async fn no_password_of_the_directory_stays_here() {
    let directory = Directory::start();
    let desk = desk(&directory, &directory.ldaps()).await;
    enter(&desk, "alan").await;
    let kept = desk.app.db.read(|connection| {
        let hash = users::table.filter(users::username.eq("alan")).select(users::password_hash);
        let hash: Option<String> = hash.first(connection)?;
        let told: Vec<Option<String>> = audit_log::table.select(audit_log::changes).load(connection)?;
        Ok((hash, told))
    });
    let (hash, told) = kept.await.expect("asked");
    assert_eq!(hash, None);
    assert!(told.iter().flatten().any(|changes| changes.contains("TIC:agent")), "{told:?}");
    assert!(!told.iter().flatten().any(|changes| changes.contains("secret")), "{told:?}");
}
