//! Files of a case.

use contract::tickets::Status;
use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::json;
use std::fs;
use std::path::Path;
use tests::{Answer, Desk, Person};

#[tokio::test]
async fn a_file_comes_back_as_it_was_sent_and_as_a_download_only() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::Registered).await;
    let requester = desk.sign_in("requester").await;
    // Larger than any buffer on the way.
    let content: Vec<u8> = (0..3_000_000_u32).map(|at| u8::try_from(at % 251).expect("small")).collect();
    let sent = requester.attach(&number, "informe año.bin", &content).await;
    let location = sent.header("location").expect("a location").to_owned();
    let sent = sent.ok(201);
    assert_eq!((&sent["file_name"], &sent["size_bytes"]), (&json!("informe año.bin"), &json!(3_000_000)));
    assert_eq!((&sent["href"], &sent["visibility"]), (&json!(location), &json!("public")));
    assert_eq!(sent["uploaded_by"]["display_name"], "Ana Rojas");
    let listed = desk.sign_in("agent").await.get(&format!("/tickets/{number}/attachments")).await.ok(200);
    assert_eq!(listed["items"], json!([sent]));
    let got = desk.sign_in("agent").await.get(&location).await;
    assert!(got.bytes == content, "the bytes differ");
    for (name, value) in [
        ("content-type", "application/octet-stream"),
        ("content-disposition", "attachment; filename*=UTF-8''informe%20a%C3%B1o.bin"),
        ("x-content-type-options", "nosniff"),
    ] {
        assert_eq!(got.header(name), Some(value));
    }
    let events = desk.events("requester", &number).await;
    assert_eq!(events[1]["details"]["file_name"], "informe año.bin");
}

#[tokio::test]
async fn a_files_type_is_told_from_its_bytes_and_its_name_made_safe() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::Registered).await;
    let requester = desk.sign_in("requester").await;
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0";
    for (name, content, safe, kind) in [
        ("nota.txt", &b"una l\xc3\xadnea"[..], "nota.txt", "text/plain"),
        ("foto.txt", &png[..], "foto.txt", "image/png"),
        ("../../etc/passwd", &b"x"[..], "passwd", "text/plain"),
        ("pagina.html", &b"\0\x01\x02"[..], "pagina.html", "application/octet-stream"),
        ("..", &b"x"[..], "archivo", "text/plain"),
    ] {
        let sent = requester.attach(&number, name, content).await.ok(201);
        assert_eq!((&sent["file_name"], &sent["media_type"]), (&json!(safe), &json!(kind)), "{name}");
    }
}

#[tokio::test]
async fn a_refused_file_leaves_nothing_behind() {
    let desk = Desk::with(|config| config.attachment_max_bytes = 1000).await;
    let number = desk.ticket_in(Status::Registered).await;
    let closed = desk.ticket_in(Status::Closed).await;
    let requester = desk.sign_in("requester").await;
    requester.attach(&number, "grande.txt", &[b'x'; 1001]).await.refused(413, "too_large");
    assert_eq!(requester.attach(&number, "vacio.txt", b"").await.faults(), ["file: empty_file"]);
    requester.attach(&closed, "tarde.txt", b"texto").await.refused(409, "wrong_state");
    requester.attach("TIC-999", "perdido.txt", b"texto").await.refused(404, "not_found");
    let file = || Part::bytes(b"texto".to_vec()).file_name("a.txt");
    for (form, fault) in [
        (Form::new().text("visibility", "public"), "file: file"),
        (Form::new().part("file", file()).text("colour", "red"), "colour: unknown_field"),
        (Form::new().part("file", file()).part("file", file()), "file: unknown_field"),
        (Form::new().part("file", file()).text("visibility", "secret"), "visibility: word"),
        (Form::new().part("file", file()).text("visibility", "internal"), "visibility: visibility"),
    ] {
        assert_eq!(upload(&requester, &number, form, None).await.faults(), [fault]);
    }
    assert_eq!(stored(desk.folder()), 0);
    assert_eq!(desk.actions(&number).await, ["register"]);
    requester.attach(&number, "justo.txt", &[b'x'; 1000]).await.expect_status(201);
    assert_eq!(stored(desk.folder()), 1);
}

#[tokio::test]
async fn a_retry_with_the_same_key_leaves_one_file() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::Registered).await;
    let requester = desk.sign_in("requester").await;
    let form = || Form::new().part("file", Part::bytes(b"texto".to_vec()).file_name("a.txt"));
    let first = upload(&requester, &number, form(), Some("k")).await.ok(201);
    let again = upload(&requester, &number, form(), Some("k")).await.ok(201);
    assert_eq!(first, again);
    assert_eq!(stored(desk.folder()), 1);
    let other = Form::new().part("file", Part::bytes(b"otro".to_vec()).file_name("a.txt"));
    upload(&requester, &number, other, Some("k")).await.refused(422, "key_reused");
    assert_eq!(stored(desk.folder()), 1);
    let file = first["href"].as_str().expect("a path");
    assert_eq!(requester.get(file).await.bytes, b"texto");
}

async fn upload(person: &Person, number: &str, form: Form, key: Option<&str>) -> Answer {
    let ask = person.ask(Method::POST, &format!("/tickets/{number}/attachments"));
    let ask = if let Some(key) = key { ask.header("Idempotency-Key", key) } else { ask };
    ask.multipart(form).send().await
}

/// How many files there are in the store.
fn stored(folder: &Path) -> usize {
    let Ok(entries) = fs::read_dir(folder.join("attachments")) else { return 0 };
    let files = entries.map(|entry| fs::read_dir(entry.expect("readable").path()).expect("a folder").count());
    files.sum()
}
