//! Personal data: the notice and its acceptance, the copy of what is kept of a person, making them
//! anonymous, and how long records are kept.

mod copies;
mod forgotten;
mod midst;
mod notice;
mod retention;

use reqwest::Method;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use tests::{Answer, Desk, Person, cast};

/// Somebody of `TIC` who comes for the first time.
async fn newcomer(desk: &Desk) -> Person {
    let now = desk.clock.now();
    desk.app.db.write(move |connection| cast::newcomer(connection, now)).await.expect("an account");
    desk.sign_in("nueva").await
}

async fn id_of(desk: &Desk, username: &str) -> String {
    desk.sign_in(username).await.get("/me").await.ok(200)["id"].as_str().expect("an id").to_owned()
}

/// Accepts the notice that is in force.
async fn accept_present(person: &Person) {
    let version = person.get("/privacy/notice").await.ok(200)["version"].clone();
    person.post("/me/privacy-acceptance", &json!({"version": version})).await.expect_status(200);
}

async fn publish(person: &Person, body: &Value) -> Answer {
    person.ask(Method::PUT, "/privacy/notice").json(body).send().await
}

/// The files of an archive by name.
fn files_of(answer: &Answer) -> BTreeMap<String, Vec<u8>> {
    answer.expect_status(200);
    let mut archive = zip::ZipArchive::new(Cursor::new(&answer.bytes)).expect("an archive");
    (0..archive.len())
        .map(|at| {
            let mut file = archive.by_index(at).expect("a file");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("its bytes");
            (file.name().expect("UTF-8").into_owned(), bytes)
        })
        .collect()
}

fn text(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    String::from_utf8(files.get(name).unwrap_or_else(|| panic!("no {name}: {:?}", files.keys())).clone())
        .expect("UTF-8")
}

fn read(files: &BTreeMap<String, Vec<u8>>, name: &str) -> Value {
    serde_json::from_str(&text(files, name)).expect("JSON")
}

/// How many files the file store has.
fn stored_files(desk: &Desk) -> usize {
    let Ok(folders) = std::fs::read_dir(desk.folder().join("attachments")) else { return 0 };
    folders.map(|folder| std::fs::read_dir(folder.expect("readable").path()).expect("readable").count()).sum()
}

/// A report without the instant it was made at.
fn figures(report: &Value) -> Value {
    let mut report = report.clone();
    report["period"]["taken_at"] = Value::Null;
    report
}
