//! People of a real Active Directory (Samba's) sign in. Samba needs root: `scripts/test` says so and leaves
//! these tests out for anybody else.

use chrono::TimeDelta;
use serde_json::{Value, json};
use tests::Desk;
use tests::active_directory::ActiveDirectory;

const ALAN: &str = "CN=alan,CN=Users,DC=ad,DC=test";

async fn desk(directory: &ActiveDirectory) -> Desk {
    Desk::with(|config| config.directory = directory.config(&directory.ldaps())).await
}

fn roles(me: &Value) -> Vec<&str> {
    let roles = me["memberships"][0]["roles"].as_array().expect("roles");
    roles.iter().filter_map(Value::as_str).collect()
}

#[tokio::test]
async fn people_come_by_either_name_over_ldaps_and_starttls_with_the_roles_of_groups_within_groups() {
    let directory = ActiveDirectory::start();
    for url in [directory.ldaps(), directory.ldap()] {
        let desk = Desk::with(|config| config.directory = directory.config(&url)).await;
        let mut ids = Vec::new();
        for name in ["alan", "ALAN", "alan@ad.test"] {
            let me = desk.log_in(name, "alan-secret").await.ok(200)["user"].clone();
            assert_eq!((&me["username"], &me["display_name"]), (&json!("alan"), &json!("Alan Torres")));
            assert_eq!((roles(&me), &me["groups"][0]["key"]), (vec!["agent", "requester"], &json!("n1")));
            ids.push(me["id"].clone());
        }
        ids.dedup();
        assert_eq!(ids.len(), 1, "one account");
        let me = desk.log_in("ruth", "ruth-secret").await.ok(200)["user"].clone();
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
        assert_eq!(roles(&me), ["requester"]);
        let sara = desk.log_in("sara", "sara-secret").await.ok(200)["user"].clone();
        assert_eq!(roles(&sara), ["requester", "specialist"]);
        assert_eq!(roles(&desk.log_in("ada", "ada-secret").await.ok(200)["user"]), ["admin", "requester"]);
        // The domain's name before it is not understood: it is a name like any other that nobody has.
        desk.log_in("ADTEST\\alan", "alan-secret").await.refused(401, "invalid_credentials");
    }
}

#[tokio::test]
async fn a_password_travels_only_to_a_server_that_is_known_and_in_secret() {
    let directory = ActiveDirectory::start();
    for url in [directory.ldaps(), directory.ldap()] {
        let desk = Desk::with(|config| config.directory = directory.config_believing_another(&url)).await;
        desk.log_in("alan", "alan-secret").await.refused(503, "directory_unavailable");
    }
    // Active Directory itself takes none in clear text.
    let desk = Desk::with(|config| config.directory = directory.config_in_clear_text()).await;
    desk.log_in("alan", "alan-secret").await.refused(503, "directory_unavailable");
}

#[tokio::test]
async fn why_somebody_may_not_come_in_is_told_once_the_password_was_right() {
    let directory = ActiveDirectory::start();
    let desk = desk(&directory).await;
    directory.set("ruth", "userAccountControl", "514");
    directory.set("sara", "pwdLastSet", "0");
    // 1970.
    directory.set("ada", "accountExpires", "116444736000000000");
    let unknown = desk.log_in("nadie", "nope").await.refused(401, "invalid_credentials");
    for (name, code) in
        [("ruth", "account_disabled"), ("sara", "password_expired"), ("ada", "account_expired")]
    {
        let wrong = desk.log_in(name, "nope").await.refused(401, "invalid_credentials");
        assert_eq!(wrong["detail"], unknown["detail"], "{name}");
        desk.log_in(name, &format!("{name}-secret")).await.refused(403, code);
    }
    let made = desk.sign_in("admin").await.get("/users?q=ruth").await.ok(200);
    assert_eq!(made["items"], json!([]), "and nobody has an account by it");
}

#[tokio::test]
async fn a_lock_is_told_to_whoever_did_not_cause_it() {
    let directory = ActiveDirectory::start();
    let (desk, other) = (desk(&directory).await, desk(&directory).await);
    let unknown = other.log_in("nadie", "nope").await.refused(401, "invalid_credentials");
    for _ in 0..3 {
        other.log_in("alan", "nope").await.refused(401, "invalid_credentials");
    }
    let guessed = other.log_in("alan", "nope").await.refused(401, "invalid_credentials");
    assert_eq!(guessed["detail"], unknown["detail"]);
    other.clock.advance(TimeDelta::hours(23));
    other.log_in("alan", "alan-secret").await.refused(401, "invalid_credentials");
    desk.log_in("alan", "alan-secret").await.refused(403, "account_locked");
    directory.set("alan", "lockoutTime", "0");
    desk.log_in("alan", "alan-secret").await.expect_status(200);
}

#[tokio::test]
async fn whoever_is_switched_off_or_gone_is_out_the_next_night_and_a_new_name_is_the_same_account() {
    let directory = ActiveDirectory::start();
    let desk = desk(&directory).await;
    let mut inside = Vec::new();
    for name in ["alan", "ruth", "sara", "ada"] {
        let body = desk.log_in(name, &format!("{name}-secret")).await.ok(200);
        let person = desk.nobody().with_token(body["access_token"].as_str().expect("a token"));
        inside.push((person, body["user"]["id"].clone()));
    }
    desk.run_jobs().await;
    for (person, _) in &inside {
        person.get("/me").await.expect_status(200);
    }
    directory.set("ruth", "userAccountControl", "514");
    directory.change("dn: CN=sara,CN=Users,DC=ad,DC=test\nchangetype: delete\n");
    directory.change(
        "dn: CN=sd-agents,CN=Users,DC=ad,DC=test\nchangetype: modify\n\
         delete: member\nmember: CN=turno-tarde,CN=Users,DC=ad,DC=test\n",
    );
    directory.change(&format!("dn: {ALAN}\nchangetype: modrdn\nnewrdn: CN=Alan Torres\ndeleteoldrdn: 1\n"));
    directory.set("Alan Torres", "sAMAccountName", "atorres");
    desk.run_jobs().await;
    let [alan, ruth, sara, ada] = inside.as_slice() else { panic!("four") };
    for gone in [ruth, sara] {
        gone.0.get("/me").await.refused(401, "unauthenticated");
    }
    ada.0.get("/me").await.expect_status(200);
    let me = alan.0.get("/me").await.ok(200);
    assert_eq!((&me["username"], roles(&me)), (&json!("atorres"), vec!["requester"]));
    assert_eq!(desk.log_in("atorres", "alan-secret").await.ok(200)["user"]["id"], alan.1);
    desk.log_in("alan", "alan-secret").await.refused(401, "invalid_credentials");
    desk.log_in("ruth", "ruth-secret").await.refused(403, "account_disabled");
    // Switched on again, they are back with the same account.
    directory.set("ruth", "userAccountControl", "512");
    assert_eq!(desk.log_in("ruth", "ruth-secret").await.ok(200)["user"]["id"], ruth.1);
}
