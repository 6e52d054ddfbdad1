//! The walk that the README shows is one that works.

use std::process::Command;
use tests::Desk;

const README: &str = include_str!("../../../README.md");

/// In several threads: the server's connections are served while the shell is waited for.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_readmes_commands_take_a_case_to_its_close() {
    let walk = README
        .split_once("<!-- walk -->\n```sh\n")
        .and_then(|(_, rest)| rest.split_once("```"))
        .map(|(walk, _)| walk.to_owned())
        .expect("README.md has a block of commands after <!-- walk -->");
    let desk = Desk::with(|config| config.demo = true).await;
    let base = desk.base.clone();
    let run = move || {
        let mut shell = Command::new("bash");
        shell.args(["-euo", "pipefail", "-c", &walk]).env("MESA", base).output()
    };
    let output = tokio::task::spawn_blocking(run).await.expect("no panic").expect("bash is there");
    let (said, complained) =
        (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{said}\n{complained}");
    assert_eq!(said.lines().last(), Some("closed"), "{said}\n{complained}");
    assert!(said.contains("\"allowed_actions\":[\"open\""), "the refusal says what is allowed: {said}");
}
