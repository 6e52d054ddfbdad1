//! What goes on while servers of the directory are away or not to be trusted.

use super::{desk, enter, enter_with_cookie};
use tests::Desk;
use tests::directory::Directory;

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
