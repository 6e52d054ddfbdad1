//! The commands of the command line.

use super::server::{Desk, Home, Server};
use diesel::prelude::*;
use mesa::db::schema::outbox_failures;
use mesa::db::types::Instant;
use mesa::ids::EventId;
use std::io::Write;
use std::process::{Command, Output, Stdio};
use tests::directory::Directory;

#[test]
fn migrating_twice_changes_nothing_the_second_time() {
    let home = Home::new();
    let mut connection = home.database().connect().expect("the database answers");
    mesa::db::migrations::revert_all(&mut connection).expect("an empty database");
    let first = said(home.command().arg("migrate"));
    assert_ne!(first, "0 migrations applied\n");
    assert_eq!(said(home.command().arg("migrate")), "0 migrations applied\n");
}

#[test]
fn the_doctor_shows_what_applies_and_keeps_secrets() {
    let home = Home::new();
    let key = "0123456789-0123456789-0123456789";
    let report = said(home.command().arg("doctor").env("MESA_SIGNING_KEY", key));
    for setting in mesa::config::SETTINGS {
        assert!(report.contains(setting.name), "{} is missing: {report}", setting.name);
    }
    assert!(report.contains("127.0.0.1:0"), "what is set is shown: {report}");
    assert!(!report.contains(key), "secrets are not: {report}");
    assert!(report.contains("the database answers"), "{report}");

    let sick =
        done(home.command().arg("doctor").env("DATABASE_URL", "postgres://desk:hush@127.0.0.1:1/desk"));
    let (report, sentence) = (text(&sick.stdout), text(&sick.stderr));
    assert_eq!(sick.status.code(), Some(1), "{sentence}");
    assert!(sentence.starts_with("mesa: the database does not answer: "), "{sentence}");
    assert!(!report.contains("hush") && !sentence.contains("hush"), "{report}{sentence}");
}

#[test]
fn the_doctor_tells_which_server_of_the_directory_answers() {
    let (home, mut directory) = (Home::new(), Directory::start());
    let away = "ldaps://127.0.0.1:1";
    let ask = |settings: Vec<(&'static str, String)>| done(home.command().arg("doctor").envs(settings));
    let urls = format!("{away} {}", directory.ldaps());
    let asked = ask(directory.settings(&urls));
    let (report, sentence) = (text(&asked.stdout), text(&asked.stderr));
    assert!(asked.status.success(), "one is enough: {sentence}");
    assert!(report.contains(&format!("the directory answers: {}", directory.ldaps())), "{report}");
    assert!(sentence.contains(&format!("the directory does not answer: {away}")), "{sentence}");
    assert!(!report.contains("svc-secret") && !sentence.contains("svc-secret"), "{report}{sentence}");
    // A password that is not the right one, from a file.
    let file = home.folder().join("password");
    std::fs::write(&file, "another\n").expect("a file of ours");
    let mut settings = directory.settings(&directory.ldaps());
    settings.retain(|(name, _)| *name != "MESA_LDAP_BIND_PASSWORD");
    settings.push(("MESA_LDAP_BIND_PASSWORD_FILE", file.to_string_lossy().into_owned()));
    let refused = ask(settings);
    assert_eq!(refused.status.code(), Some(1), "{}", text(&refused.stdout));
    assert!(text(&refused.stdout).contains("(in a file)"), "{}", text(&refused.stdout));
    directory.stop();
    assert_eq!(ask(directory.settings(&directory.ldaps())).status.code(), Some(1));
}

#[test]
fn the_doctor_tells_whose_word_counts_on_senders() {
    let home = Home::new();
    let away = "imap://mesa:hush@127.0.0.1:1?project=TIC&tls=none";
    let ask = |url: &str| done(home.command().arg("doctor").env("MESA_IMAP_URL", url));
    let asked = ask(away);
    let (report, sentence) = (text(&asked.stdout), text(&asked.stderr));
    assert_eq!(asked.status.code(), Some(1), "{report}");
    let believed = "senders of mesa@127.0.0.1/INBOX are believed";
    assert!(
        report.contains(&format!("{believed} as they are: MESA_MAIL_AUTHSERV_ID is not set")),
        "{report}"
    );
    assert!(!report.contains("hush") && !sentence.contains("hush"), "{report}{sentence}");
    let report = text(&ask(&format!("{away}&authserv=mx.example.org")).stdout);
    assert!(report.contains(&format!("{believed} when mx.example.org vouches for them")), "{report}");
}

#[test]
fn what_is_generated_is_checked_against_the_code() {
    let home = Home::new();
    said(home.command().arg("gen"));
    said(home.command().args(["gen", "--check"]));
    let contract = home.folder().join("openapi/openapi.json");
    std::fs::write(&contract, "{}").expect("a file of ours");
    let drifted = done(home.command().args(["gen", "--check"]));
    assert_eq!(drifted.status.code(), Some(1));
    assert!(text(&drifted.stderr).contains("openapi/openapi.json"), "{}", text(&drifted.stderr));
    assert_eq!(std::fs::read_to_string(contract).expect("still there"), "{}", "a check writes nothing");
}

#[test]
fn health_tells_a_running_server_from_none() {
    let home = Home::new();
    let mut server = home.serve();
    let address = server.address.to_string();
    let mut health = home.command();
    health.arg("health").env("MESA_LISTEN", &address);
    said(&mut health);
    server.kill();
    let dead = done(&mut health);
    assert_eq!(dead.status.code(), Some(1), "{}", text(&dead.stderr));
}

#[tokio::test]
async fn an_account_made_on_the_command_line_can_sign_in() {
    let home = Home::new();
    let create = |password: &str, roles: &str| {
        let mut command = home.command();
        command.args(["admin", "create-user", "José", "--name", "José Peña", "--roles", roles]);
        with_input(&mut command, password)
    };

    for (bad, told) in
        [("short\n", "must have 12 to 1000 characters"), ("password1234\n", "passwords used most")]
    {
        let refused = create(bad, "admin");
        assert_eq!(refused.status.code(), Some(1));
        assert!(text(&refused.stderr).contains(told), "{}", text(&refused.stderr));
    }
    let made = create("cordillera-tinto-relampago\r\n", "admin,agent");
    assert!(made.status.success(), "{}", text(&made.stderr));
    let again = create("tres tristes tigres tragaban\n", "admin");
    assert_eq!(again.status.code(), Some(1), "a user name is given once");

    let server = Server::start(&mut home.command());
    let desk =
        Desk::sign_in(&format!("http://{}", server.address), "jose", "cordillera-tinto-relampago").await;
    let (_, me) = desk.get("/me").await;
    assert_eq!(me["display_name"], "José Peña");
    assert_eq!(me["memberships"][0]["roles"], serde_json::json!(["admin", "agent"]));
}

#[test]
fn rebuilding_finds_nothing_to_mend() {
    let home = Home::new();
    said(home.command().arg("demo"));
    let report = said(home.command().arg("rebuild"));
    assert!(report.ends_with(" tickets, 0 differed\n"), "{report}");
}

#[test]
fn what_could_not_be_told_is_shown_and_told_again() {
    let home = Home::new();
    said(home.command().arg("migrate"));
    assert!(said(home.command().arg("doctor")).contains("everything that happened could be told"));
    let mut connection = home.database().connect().expect("the database answers");
    let at = Instant::from(tests::instant("2020-01-02T14:00:00Z"));
    let failure = (
        outbox_failures::event_id.eq(EventId::fresh()),
        outbox_failures::at.eq(at),
        outbox_failures::failed_at.eq(at),
        outbox_failures::fault.eq("internal: broken"),
    );
    diesel::insert_into(outbox_failures::table).values(failure).execute(&mut connection).expect("it is new");
    let sick = done(home.command().arg("doctor"));
    let sentence = text(&sick.stderr);
    assert_eq!(sick.status.code(), Some(1), "{sentence}");
    assert!(sentence.contains("1 entries could not be told") && sentence.contains("broken"), "{sentence}");
    assert_eq!(said(home.command().arg("retell")), "1 entries are told again\n");
    assert!(said(home.command().arg("doctor")).contains("everything that happened could be told"));
}

/// What a command that succeeds says.
fn said(command: &mut Command) -> String {
    let output = done(command);
    assert!(output.status.success(), "{command:?}: {}", text(&output.stderr));
    text(&output.stdout)
}

fn done(command: &mut Command) -> Output {
    command.output().expect("the binary can be run")
}

fn with_input(command: &mut Command, input: &str) -> Output {
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut process = command.spawn().expect("the binary can be run");
    process.stdin.take().expect("piped").write_all(input.as_bytes()).expect("it reads");
    process.wait_with_output().expect("it ends")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
