//! What is peculiar to Active Directory.

use super::{active, roles};
use diesel::prelude::*;
use mesa::db::schema::users;
use serde_json::json;
use tests::Desk;
use tests::directory::Directory;
use tests::domain::DomainController;

#[tokio::test]
async fn the_names_of_active_directory_are_understood() {
    let directory = Directory::start();
    let desk = Desk::with(|config| config.directory = directory.active_directory()).await;
    for name in ["atorres", "ATorres", "alan.torres@ad.test"] {
        let me = desk.log_in(name, "alan-secret").await.ok(200)["user"].clone();
        assert_eq!((&me["username"], &me["display_name"]), (&json!("atorres"), &json!("Alan Torres Ruiz")));
        assert_eq!((&me["area"], roles(&me)), (&json!("Tecnología"), vec!["agent".to_owned()]));
    }
    let ids = desk.app.db.read(|connection| {
        let theirs = users::table.filter(users::username.eq("atorres")).select(users::external_id);
        Ok(theirs.load::<Option<String>>(connection)?)
    });
    assert_eq!(ids.await.expect("asked"), [Some("12345678-9abc-def0-0102-0304050607ff".to_owned())]);
    // Switched off, which slapd does not mind; the entry says so.
    desk.log_in("dpaz", "nope").await.refused(401, "invalid_credentials");
    desk.log_in("dpaz", "dora-secret").await.refused(403, "account_disabled");
    // A computer is nobody.
    desk.log_in("pc-0001$", "pc-secret").await.refused(401, "invalid_credentials");

    let set = |value: &str| {
        format!(
            "dn: cn=Alan Torres,cn=Users,dc=ad,dc=test\nchangetype: modify\nreplace: userAccountControl\nuserAccountControl: {value}\n"
        )
    };
    directory.change_active_directory(&set("66050"));
    desk.run_jobs().await;
    assert_eq!(active(&desk, &["atorres".to_owned()]).await, 0);
    directory.change_active_directory(&set("512"));
    desk.log_in("atorres", "alan-secret").await.expect_status(200);
}

#[tokio::test]
async fn what_active_directory_says_of_an_account_is_told_to_its_person() {
    for (data, code) in [
        ("701", "account_expired"),
        ("530", "account_restricted"),
        ("531", "account_restricted"),
        ("532", "password_expired"),
        ("533", "account_disabled"),
    ] {
        let domain = DomainController::that_says(data);
        let desk = Desk::with(|config| config.directory = domain.config()).await;
        let problem = desk.log_in("ruth", "ruth-secret").await.refused(403, code);
        assert!(problem["detail"].as_str().is_some_and(|detail| !detail.is_empty()), "{problem}");
    }
    // Without a reason the password was wrong.
    let domain = DomainController::that_says("52e");
    let desk = Desk::with(|config| config.directory = domain.config()).await;
    desk.log_in("ruth", "ruth-secret").await.refused(401, "invalid_credentials");
}
