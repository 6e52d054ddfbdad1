//! The copy of what is kept of a person.

use super::{files_of, id_of, read, text};
use contract::tickets::Status;
use serde_json::json;
use tests::Desk;

#[tokio::test]
async fn a_person_takes_away_what_is_kept_of_them_and_no_more() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    let strangers = desk.register("requester2", json!({"subject": "De otra persona"})).await;
    let agent = desk.sign_in("agent").await;
    let path = format!("/tickets/{number}/comments");
    agent
        .post(&path, &json!({"body": "Ojo con esta persona.", "visibility": "internal"}))
        .await
        .expect_status(201);
    agent.post(&path, &json!({"body": "Ya vamos."})).await.expect_status(201);
    let me = desk.sign_in("requester").await;
    me.attach(&number, "foto.txt", b"luces apagadas").await.expect_status(201);
    desk.act("agent", &number, "diagnose", tests::given::diagnosis()).await;
    desk.act("agent", &number, "resolve", json!({"solution": "Listo."})).await;
    let word = json!({"satisfied": true, "score": 5, "comment": "Gracias."});
    desk.act("requester", &number, "survey", word).await;

    let answer = me.get("/me/data").await;
    answer.expect_status(200);
    assert_eq!(answer.header("content-type"), Some("application/zip"));
    let files = files_of(&answer);
    assert!(text(&files, "LEEME.txt").contains("Ley 1581"));
    let profile = read(&files, "perfil.json");
    assert_eq!(
        (&profile["username"], &profile["email"]),
        (&json!("requester"), &json!("requester@example.org"))
    );
    let cases = read(&files, "casos.json");
    assert_eq!(cases.as_array().map(Vec::len), Some(1));
    assert_eq!(cases[0]["ticket"]["number"], json!(number));
    let whole = text(&files, "casos.json");
    assert!(whole.contains("Ya vamos.") && !whole.contains("Ojo con esta persona."), "{whole}");
    assert!(!files.values().any(|bytes| String::from_utf8_lossy(bytes).contains(&strangers)));
    assert_eq!(read(&files, "encuestas.json")[0]["comment"], "Gracias.");
    assert_eq!(read(&files, "sesiones.json").as_array().map(Vec::len), Some(1));
    let acts = text(&files, "actos.json");
    assert!(acts.contains("POST /api/v1/tickets/{ticket}/survey") && acts.contains("personal_data_export"));
    let (name, bytes) =
        files.iter().find(|(name, _)| name.starts_with(&format!("archivos/{number}/"))).expect("its file");
    assert!(name.ends_with("-foto.txt"), "{name}");
    assert_eq!(bytes, b"luces apagadas");
    // Of the archive nothing stays.
    let left = std::fs::read_dir(desk.folder().join("exports")).expect("the folder").count();
    assert_eq!(left, 0);
}

#[tokio::test]
async fn an_administrator_takes_it_away_for_them_which_is_on_record() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::Registered).await;
    let person = id_of(&desk, "requester").await;
    let path = format!("/users/{person}/data");
    let admin = desk.sign_in("admin").await;
    let files = files_of(&admin.get(&path).await);
    assert_eq!(read(&files, "casos.json")[0]["ticket"]["number"], json!(number));
    let log = admin.get("/audit?operation=personal_data_export").await.ok(200);
    assert_eq!(log["items"][0]["object"], json!(format!("/api/v1/users/{person}")));
    assert_eq!(log["items"][0]["actor"]["display_name"], "Adriana Castro");
    desk.sign_in("stranger_admin").await.get(&path).await.refused(404, "not_found");
    admin.get("/users/019a8f2e-7c1b-7e60-9f44-0b7f5d9f2a11/data").await.refused(404, "not_found");
    admin.get("/users/requester/data").await.refused(404, "not_found");
}
