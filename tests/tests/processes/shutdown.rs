//! Stopping, and refusing to start.

use super::server::{Home, PATIENCE, until};
use serde_json::{Value, json};
use std::io::{ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Command;
use std::time::{Duration, Instant};

#[tokio::test]
async fn a_request_in_flight_is_answered_before_the_server_stops() {
    let home = Home::new();
    let mut server = home.serve();
    let desk = server.sign_in("requester").await;
    let body = json!({"kind": "incident", "subject": "A medio camino", "description": "El cuerpo tarda."});
    let body = body.to_string();

    // Half a request. The server has begun with it when it says that it waits for the rest.
    let mut stream = TcpStream::connect(server.address).expect("it listens");
    stream.set_read_timeout(Some(PATIENCE)).expect("a time limit");
    let head = format!(
        "POST /api/v1/tickets HTTP/1.1\r\nhost: desk\r\nauthorization: Bearer {}\r\ncontent-type: application/json\r\ncontent-length: {}\r\nexpect: 100-continue\r\nconnection: close\r\n\r\n",
        desk.token,
        body.len()
    );
    stream.write_all(head.as_bytes()).expect("sent");
    let mut go_on = [0; 25];
    stream.read_exact(&mut go_on).expect("an interim answer");
    assert_eq!(go_on, *b"HTTP/1.1 100 Continue\r\n\r\n");

    server.terminate();
    let address = server.address;
    until("nobody else is let in", async || {
        TcpStream::connect(address).is_err_and(|error| error.kind() == ErrorKind::ConnectionRefused)
    })
    .await;
    stream.write_all(body.as_bytes()).expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");

    assert!(answer.starts_with("HTTP/1.1 201 Created\r\n"), "{answer}");
    assert_eq!(server.ended().await.code(), Some(0), "{:?}", server.log());
    let (_, ticket) = answer.split_once("\r\n\r\n").expect("a body");
    let ticket: Value = serde_json::from_str(ticket).expect("JSON");
    let server = home.serve();
    let desk = server.sign_in("requester").await;
    let (status, _) = desk.get(&format!("/tickets/{}", ticket["number"].as_str().expect("a number"))).await;
    assert_eq!(status, 200, "it is there after the restart");
}

#[tokio::test]
async fn an_idle_server_stops_when_it_is_told_to() {
    let home = Home::new();
    let mut server = home.serve();
    // A connection that is kept open must not hold it up.
    let _desk = server.sign_in("requester").await;
    server.terminate();
    assert_eq!(server.ended().await.code(), Some(0), "{:?}", server.log());
}

#[tokio::test]
async fn whoever_listens_does_not_hold_the_server_up() {
    let home = Home::new();
    let mut server = home.serve();
    let desk = server.sign_in("agent").await;
    let request = desk.request(reqwest::Method::GET, "/events").header("x-request-id", "listening");
    let mut answer = request.send().await.expect("an answer");
    assert!(answer.chunk().await.expect("it is open").is_some(), "the first message comes at once");
    let metrics = reqwest::get(format!("http://{}/metrics", server.address)).await.expect("an answer");
    assert!(metrics.text().await.expect("text").contains("mesa_live_listeners 1\n"));
    assert!(!server.log().iter().any(|line| line.ends_with(" listening")), "it is not over yet");
    let told = Instant::now();
    server.terminate();
    while answer.chunk().await.expect("it ends in order").is_some() {}
    assert_eq!(server.ended().await.code(), Some(0), "{:?}", server.log());
    // Those who are at something may have ten seconds; nobody was.
    assert!(told.elapsed() < Duration::from_secs(8), "it took {:?}", told.elapsed());
    let lines = server.log().into_iter().filter(|line| line.ends_with(" listening")).count();
    assert_eq!(lines, 1, "{:?}", server.log());
}

#[test]
fn a_port_in_use_is_named() {
    let home = Home::new();
    let taken = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = taken.local_addr().expect("bound").to_string();
    says_one_sentence(home.command().env("MESA_LISTEN", &address), &address);
}

#[test]
fn a_database_that_is_not_understood_is_named() {
    says_one_sentence(
        Home::new().command().env("DATABASE_URL", "mysql://desk"),
        "DATABASE_URL must begin with",
    );
}

#[test]
fn a_database_that_is_not_there_is_named() {
    let home = Home::new();
    let nowhere = home.folder().join("no/such/folder/mesa.db");
    let url = format!("sqlite://{}", nowhere.display());
    says_one_sentence(home.command().env("DATABASE_URL", url), &nowhere.display().to_string());
    let nobody = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port");
    let url = format!("postgres://nobody@{nobody}/nothing");
    let nobody = nobody.port();
    says_one_sentence(home.command().env("DATABASE_URL", url), &nobody.to_string());
}

#[test]
fn a_data_folder_that_cannot_be_is_named() {
    let home = Home::new();
    let file = home.folder().join("file");
    std::fs::write(&file, "not a folder").expect("a file");
    let folder = file.join("data");
    says_one_sentence(home.command().env("MESA_DATA_DIR", &folder), &folder.display().to_string());
}

#[test]
fn a_setting_that_is_wrong_is_named() {
    let sentence = "MESA_DATABASE_CONNECTIONS must be between 1 and 100, not 0";
    says_one_sentence(Home::new().command().env("MESA_DATABASE_CONNECTIONS", "0"), sentence);
}

/// It exits with 1 and one sentence that has `what` in it, for a person to read.
fn says_one_sentence(command: &mut Command, what: &str) {
    let output = command.output().expect("the binary can be run");
    let said = String::from_utf8(output.stderr).expect("text");
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.starts_with("mesa: ") && said.contains(what), "{said:?} does not say {what:?}");
    assert!(!said.contains("Error {") && !said.contains("Os {"), "{said:?} is for programmers");
}
