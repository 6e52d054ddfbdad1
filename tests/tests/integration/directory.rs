//! People of a real directory (slapd) sign in: as whom, when not, and what becomes of them when they
//! leave it or it goes away.

use chrono::TimeDelta;
use contract::auth::Role;
use contract::reference::Reference;
use diesel::prelude::*;
use mesa::db::schema::{audit_log, projects, users};
use mesa::ids::{ProjectId, UserId};
use mesa::people;
use reqwest::Method;
use serde_json::{Value, json};
use tests::directory::Directory;
use tests::domain::DomainController;
use tests::{Answer, Desk, Person};

const RUTH: &str = "uid=ruth,ou=people,dc=example,dc=test";
const ALAN: &str = "uid=alan,ou=people,dc=example,dc=test";
const ADA: &str = "uid=ada,ou=people,dc=example,dc=test";
const SARA: &str = "uid=sara,ou=people,dc=example,dc=test";

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
async fn whoever_leaves_the_directory_is_out_the_next_night() {
    let directory = Directory::start();
    let desk = desk(&directory, &directory.ldaps()).await;
    let (alan, ruth, ada) = (
        enter_with_cookie(&desk, "alan").await,
        enter_with_cookie(&desk, "ruth").await,
        enter_with_cookie(&desk, "ada").await,
    );
    assert_eq!(desk.audited("ruth").await, ["account_created", "sign_in"]);
    desk.run_jobs().await;
    alan.me().await.expect_status(200);

    directory.remove(ALAN);
    directory.change(&format!(
        "dn: {ADA}\nchangetype: modify\nreplace: pwdAccountLockedTime\npwdAccountLockedTime: 000001010000Z\n"
    ));
    desk.run_jobs().await;
    for gone in [&alan, &ada] {
        gone.me().await.refused(401, "unauthenticated");
        gone.refresh(&desk).await.refused(401, "unauthenticated");
    }
    ruth.me().await.expect_status(200);
    desk.log_in("alan", "alan-secret").await.refused(401, "invalid_credentials");
    assert_eq!(
        desk.audited("alan").await,
        ["account_created", "sign_in", "account_deactivated", "sign_in_failed"]
    );
    let found = desk.app.db.read(|connection| {
        let project = tic(connection)?;
        people::find_person(connection, project, &Reference("alan".to_owned()))
    });
    assert_eq!(found.await.expect("asked"), None, "nobody can be given a case any more");

    // Switched on again, they are back with the same account.
    directory.change(&format!("dn: {ADA}\nchangetype: modify\ndelete: pwdAccountLockedTime\n"));
    assert_eq!(enter(&desk, "ada").await["user"]["id"], ada.id);
}

#[tokio::test]
async fn nobody_is_deactivated_by_a_directory_that_is_not_as_it_was() {
    let mut directory = Directory::start();
    for number in 1..=7 {
        directory.change(&person(&format!("p{number}")));
    }
    let desk = desk(&directory, &directory.ldaps()).await;
    let mut people = Vec::new();
    for number in 1..=7 {
        let name = format!("p{number}");
        desk.log_in(&name, &format!("{name}-secret")).await.refused(403, "no_role");
        people.push(name);
    }
    let alan = enter_with_cookie(&desk, "alan").await;
    // Away.
    directory.stop();
    desk.run_jobs().await;
    assert_eq!(active(&desk, &people).await, 7);
    directory.start_again();
    // Six of eight gone in a night.
    for name in &people[..6] {
        directory.remove(&format!("uid={name},ou=people,dc=example,dc=test"));
    }
    desk.run_jobs().await;
    assert_eq!(active(&desk, &people).await, 7);
    // One of them is there anew: five may leave.
    directory.change(&person("p6"));
    desk.log_in("p6", "p6-secret").await.refused(403, "no_role");
    desk.run_jobs().await;
    assert_eq!(active(&desk, &people).await, 2);
    alan.me().await.expect_status(200);
}

#[tokio::test]
async fn nobody_is_deactivated_by_a_directory_that_shows_nobody() {
    let directory = Directory::start();
    let desk = desk(&directory, &directory.ldaps()).await;
    enter(&desk, "alan").await;
    // As when whoever looks people up may not see them any more.
    let mut other = directory.config(&directory.ldaps()).expect("a directory");
    other.base_dn = "ou=groups,dc=example,dc=test".to_owned();
    let mut app = desk.app.clone();
    app.directory = Some(std::sync::Arc::new(mesa::auth::directory::Directory::new(other).expect("sound")));
    assert_eq!(mesa::auth::directory::sync(&app).await.expect("it runs"), 0);
    assert_eq!(active(&desk, &["alan".to_owned()]).await, 1);
}

#[tokio::test]
async fn while_the_directory_is_away_the_desk_goes_on() {
    let mut directory = Directory::start();
    let desk = desk(&directory, &directory.ldaps()).await;
    let alan = enter_with_cookie(&desk, "alan").await;
    directory.stop();
    for name in ["alan", "ruth", "nadie"] {
        let answer = desk.log_in(name, "alan-secret").await;
        assert!(answer.header("retry-after").is_some());
        answer.refused(503, "directory_unavailable");
    }
    // Who is in stays in, and whoever has a password here comes in.
    alan.me().await.expect_status(200);
    alan.refresh(&desk).await.expect_status(200);
    desk.log_in("admin", mesa::demo::PASSWORD).await.expect_status(200);
    desk.log_in("admin", "nope").await.refused(401, "invalid_credentials");
    desk.run_jobs().await;
    alan.me().await.expect_status(200);
    directory.start_again();
    enter(&desk, "ruth").await;
}

#[tokio::test]
async fn when_a_server_is_away_the_next_is_asked() {
    let (mut first, mut second) = (Directory::start(), Directory::start());
    let urls = format!("{}, {}", first.ldaps(), second.ldap());
    // Each has an authority of its own, and both are believed.
    let read = |server: &Directory| std::fs::read_to_string(server.authority()).expect("its certificate");
    let both = first.authority().with_file_name("both.pem");
    std::fs::write(&both, read(&first) + read(&second).as_str()).expect("our folder");
    let mut configured = first.config(&urls).expect("a directory");
    configured.ca_file = Some(both);
    let desk = Desk::with(|config| config.directory = Some(configured)).await;
    enter(&desk, "alan").await;
    first.stop();
    enter(&desk, "ruth").await;
    enter(&desk, "sara").await;
    // And back: the one that has answered last is asked first, but is not there.
    first.start_again();
    second.stop();
    enter(&desk, "ada").await;
}

#[tokio::test]
async fn a_server_that_another_authority_vouches_for_hears_no_password() {
    let (directory, other) = (Directory::start(), Directory::start());
    for url in [directory.ldaps(), directory.ldap()] {
        let desk = Desk::with(|config| config.directory = other.config(&url)).await;
        desk.log_in("alan", "alan-secret").await.refused(503, "directory_unavailable");
        // The right authority, but for another name.
        let by_name = url.replace("127.0.0.1", "localhost");
        let desk = Desk::with(|config| config.directory = directory.config(&by_name)).await;
        desk.log_in("alan", "alan-secret").await.refused(503, "directory_unavailable");
    }
}

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

async fn desk(directory: &Directory, urls: &str) -> Desk {
    Desk::with(|config| config.directory = directory.config(urls)).await
}

/// With the password that everybody has in `tests/data/directory`.
async fn enter(desk: &Desk, username: &str) -> Value {
    desk.log_in(username, &format!("{}-secret", username.to_lowercase())).await.ok(200)
}

/// Somebody who is in.
struct Inside {
    id: Value,
    person: Person,
    cookie: String,
}

impl Inside {
    async fn me(&self) -> Answer {
        self.person.get("/me").await
    }

    async fn refresh(&self, desk: &Desk) -> Answer {
        desk.nobody().ask(Method::POST, "/auth/refresh").header("Cookie", &self.cookie).send().await
    }
}

async fn enter_with_cookie(desk: &Desk, username: &str) -> Inside {
    let answer = desk.log_in(username, &format!("{username}-secret")).await;
    let cookie =
        answer.header("set-cookie").and_then(|cookie| cookie.split(';').next()).expect("a cookie").to_owned();
    let body = answer.ok(200);
    let person = desk.nobody().with_token(body["access_token"].as_str().expect("a token"));
    Inside { id: body["user"]["id"].clone(), person, cookie }
}

fn roles(me: &Value) -> Vec<String> {
    let roles = me["memberships"][0]["roles"].as_array().expect("roles");
    roles.iter().filter_map(|role| role.as_str().map(str::to_owned)).collect()
}

/// An entry for somebody, to be added.
fn person(uid: &str) -> String {
    format!(
        "dn: uid={uid},ou=people,dc=example,dc=test\nchangetype: add\nobjectClass: inetOrgPerson\nuid: {uid}\ncn: {uid}\nsn: {uid}\nuserPassword: {uid}-secret\n"
    )
}

fn tic(connection: &mut mesa::db::DbConnection) -> mesa::error::Result<ProjectId> {
    Ok(projects::table.filter(projects::key.eq("TIC")).select(projects::id).first(connection)?)
}

async fn count(desk: &Desk) -> i64 {
    let all = desk.app.db.read(|connection| Ok(users::table.count().get_result(connection)?));
    all.await.expect("people can be counted")
}

/// How many of these have an account that is active.
async fn active(desk: &Desk, names: &[String]) -> usize {
    let names = names.to_vec();
    let found = desk.app.db.read(move |connection| {
        let query = users::table.filter(users::active.eq(true)).select(users::username);
        Ok(query.load::<String>(connection)?)
    });
    found.await.expect("asked").iter().filter(|name| names.contains(name)).count()
}
