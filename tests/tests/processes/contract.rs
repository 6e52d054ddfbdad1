//! The server keeps its contract whatever it is sent: schemathesis reads `openapi.json` from it,
//! makes requests of its own, and holds every answer against what is declared.

use super::server::{Home, Server};
use std::path::Path;
use std::process::Command;

const CHECKS: &str =
    "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance";

#[tokio::test]
async fn whatever_an_administrator_sends_is_answered_as_declared() {
    keeps_its_contract_towards("admin").await;
}

#[tokio::test]
async fn whatever_a_requester_sends_is_answered_as_declared() {
    keeps_its_contract_towards("requester").await;
}

async fn keeps_its_contract_towards(username: &str) {
    let home = Home::new();
    // One token must last for the whole run.
    let server = Server::start(home.command().env("MESA_DEMO", "1").env("MESA_ACCESS_TOKEN_SECONDS", "3600"));
    let desk = server.sign_in(username).await;
    let schemathesis = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/venv/bin/schemathesis");
    assert!(schemathesis.exists(), "{} is missing: run scripts/setup-test", schemathesis.display());

    let output = Command::new(schemathesis)
        .current_dir(home.folder())
        .args(["run", &format!("http://{}/api/openapi.json", server.address)])
        .args(["--header", &format!("Authorization: Bearer {}", desk.token)])
        // Signing out would end the session that all other requests need.
        .args(["--exclude-path", "/api/v1/auth/logout", "--exclude-operation-id", "end_sessions"])
        // After a new notice everything else is refused until that is accepted.
        .args(["--exclude-operation-id", "publish_notice"])
        // It has no end.
        .args(["--exclude-operation-id", "follow_events"])
        .args(["--checks", CHECKS, "--phases", "examples,coverage,fuzzing"])
        .args(["--seed", "1", "--max-examples", "20", "--max-time", "40"])
        .args(["--generation-deterministic", "--no-color"])
        .output()
        .expect("schemathesis can be run");
    let report = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{report}\n{}", String::from_utf8_lossy(&output.stderr));
}
