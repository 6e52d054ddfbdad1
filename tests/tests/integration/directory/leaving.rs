//! Whoever leaves the directory is out, unless the directory is not itself.

use super::{ADA, ALAN, active, desk, enter, enter_with_cookie, person, tic};
use contract::reference::Reference;
use mesa::people;
use tests::directory::Directory;

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
