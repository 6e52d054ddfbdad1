//! Accounts follow their entries: groups, names, and entries made anew.

use super::{ADA, ALAN, RUTH, desk, enter, enter_with_cookie, person, roles, tic};
use contract::auth::Role;
use mesa::ids::UserId;
use mesa::people;
use serde_json::json;
use tests::directory::Directory;

#[tokio::test]
async fn groups_change_roles_at_the_next_sign_in_and_by_night_and_what_was_given_here_stays() {
    let directory = Directory::start();
    let desk = desk(&directory, &directory.ldaps()).await;
    let alan = enter_with_cookie(&desk, "alan").await;
    let id = UserId(alan.id.as_str().and_then(|id| id.parse().ok()).expect("an id"));
    desk.app
        .db
        .write(move |connection| {
            let project = tic(connection)?;
            people::grant(connection, id, project, Role::Supervisor)?;
            // The directory says so too, but it was also given here.
            people::grant(connection, id, project, Role::Requester)
        })
        .await
        .expect("roles are given");
    let leave = |group: &str| {
        format!(
            "dn: cn={group},ou=groups,dc=example,dc=test\nchangetype: modify\ndelete: member\nmember: {ALAN}\n"
        )
    };
    directory.change(&leave("agents"));
    directory.change(&leave("requesters"));
    directory.change(&format!(
        "dn: cn=specialists,ou=groups,dc=example,dc=test\nchangetype: modify\nadd: member\nmember: {ALAN}\n"
    ));
    let me = enter(&desk, "alan").await["user"].clone();
    assert_eq!(roles(&me), ["requester", "specialist", "supervisor"]);
    assert_eq!(me["groups"], json!([{"id": me["groups"][0]["id"], "key": "n2-redes", "name": "Redes N2"}]));
    assert_eq!(desk.audited("alan").await, ["account_created", "sign_in", "account_refreshed", "sign_in"]);
    // Without signing in again.
    directory.change(&leave("specialists"));
    directory.change(&format!(
        "dn: {ALAN}\nchangetype: modify\nreplace: telephoneNumber\ntelephoneNumber: 2999\n"
    ));
    assert!(desk.run_jobs().await > 0);
    let me = alan.me().await.ok(200);
    assert_eq!(
        (roles(&me), &me["phone"]),
        (vec!["requester".to_owned(), "supervisor".to_owned()], &json!("2999"))
    );
    assert_eq!(me["groups"], json!([]));
    desk.run_jobs().await;
    let before = desk.audited("alan").await.len();
    desk.run_jobs().await;
    assert_eq!(desk.audited("alan").await.len(), before, "nothing new, nothing written");
}

#[tokio::test]
async fn an_account_follows_its_entry_and_not_its_name() {
    let directory = Directory::start();
    let desk = desk(&directory, &directory.ldaps()).await;
    let alan = enter(&desk, "alan").await["user"]["id"].clone();
    // Renamed: the same account with another name.
    directory.change(&format!("dn: {ALAN}\nchangetype: modrdn\nnewrdn: uid=atorres\ndeleteoldrdn: 1\n"));
    desk.run_jobs().await;
    let me = desk.log_in("atorres", "alan-secret").await.ok(200)["user"].clone();
    assert_eq!((&me["id"], &me["username"]), (&alan, &json!("atorres")));
    // Made anew while the account was in use, as when a directory moves: the same account.
    let ruth = enter(&desk, "ruth").await["user"]["id"].clone();
    directory.remove(RUTH);
    directory.change(&person("ruth"));
    directory.change(&format!(
        "dn: cn=requesters,ou=groups,dc=example,dc=test\nchangetype: modify\nadd: member\nmember: {RUTH}\n"
    ));
    assert_eq!(enter(&desk, "ruth").await["user"]["id"], ruth);
    // Made anew after the account had ended: a newcomer of the same name does not get it.
    enter(&desk, "ada").await;
    directory.remove(ADA);
    desk.run_jobs().await;
    directory.change(&person("ada"));
    desk.log_in("ada", "ada-secret").await.refused(403, "account_disabled");
    // Two entries whose names differ by an accent: the second is somebody else.
    directory.change(&person("norá"));
    desk.log_in("nora", "nora-secret").await.refused(403, "no_role");
    desk.log_in("norá", "norá-secret").await.refused(403, "account_conflict");
}
