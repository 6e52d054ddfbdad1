//! A conversation is one case.

use super::{Source, chat, total};
use serde_json::{Value, json};
use tests::Desk;

#[tokio::test]
async fn a_conversation_is_one_case_and_a_message_is_taken_once() {
    let desk = Desk::start().await;
    let source = Source::make(&desk, "chat", json!({"name": "Chat interno"})).await;
    let answer = source.tell(&desk, &chat(json!({}))).await;
    assert_eq!(answer.header("location"), Some("/api/v1/tickets/TIC-1"));
    let receipt = answer.ok(201);
    assert_eq!((&receipt["ticket"], &receipt["registered"]), (&json!("TIC-1"), &json!(true)));
    let ticket = desk.read("requester", "TIC-1").await;
    assert_eq!(
        (&ticket["channel"], &ticket["subject"]),
        (&json!("chat"), &json!("No puedo imprimir en el piso 3."))
    );
    assert_eq!(ticket["requester"]["display_name"], "Ana Rojas");
    assert_eq!(ticket["registered_by"]["display_name"], "Alan Torres");
    let description = ticket["description"].as_str().expect("text");
    assert!(
        description.contains("sí hay.\n\nArchivo: [foto%20impresora.jpg](https://chat.example.org/"),
        "{description}"
    );
    // A retry is no second case, and no second comment.
    let again = source.told(&desk, &chat(json!({}))).await;
    assert_eq!((&again["ticket"], &again["registered"]), (&json!("TIC-1"), &json!(false)));
    assert_eq!(desk.actions("TIC-1").await, ["register"]);

    // Who writes on it is its requester, and the desk waits no more.
    for (action, body) in
        [("open", json!({})), ("accept", json!({})), ("pause", json!({"reason": "requester"}))]
    {
        desk.act("agent", "TIC-1", action, body).await;
    }
    let second = chat(json!({"message_id": "8842", "text": "Ya le puse papel.", "attachments": []}));
    source.told(&desk, &second).await;
    let events = desk.events("agent", "TIC-1").await;
    let comment = events.iter().find(|event| event["action"] == "comment").expect("a comment");
    assert_eq!((&comment["note"], &comment["channel"]), (&json!("Ya le puse papel."), &json!("chat")));
    assert_eq!(comment["actor"]["display_name"], "Ana Rojas");
    assert_eq!(desk.read("agent", "TIC-1").await["pending"], Value::Null);
    // Somebody else is named.
    let luis = json!({"message_id": "8843", "author": {"name": "Luis *M*"}, "text": "A mí tampoco.", "attachments": []});
    let third = chat(luis);
    source.told(&desk, &third).await;
    let events = desk.events("agent", "TIC-1").await;
    let last = events.last().expect("a comment");
    assert_eq!(last["note"], "Luis \\*M\\* escribió en Chat interno:\n\nA mí tampoco.");
    assert_eq!(last["actor"]["display_name"], "Alan Torres");

    // What is closed is final: the conversation goes on as another case.
    desk.act("admin", "TIC-1", "close", json!({"reason": "cancelled", "note": "Ya imprime."})).await;
    let fourth = chat(json!({"message_id": "8844", "text": "Volvió a fallar."}));
    let receipt = source.tell(&desk, &fourth).await.ok(201);
    assert_eq!(receipt["ticket"], "TIC-2");
    let links = desk.read("agent", "TIC-2").await["links"].clone();
    assert_eq!((&links[0]["relation"], &links[0]["number"]), (&json!("follow_up_of"), &json!("TIC-1")));
    let fifth = chat(json!({"message_id": "8845", "text": "Sigue igual."}));
    assert_eq!(source.told(&desk, &fifth).await["ticket"], "TIC-2");
    // Another conversation is another case; of whom the project does not know, the case is the program's.
    let stranger =
        chat(json!({"conversation": "otra", "author": {"name": "Pedro", "email": "pedro@example.com"}}));
    let receipt = source.tell(&desk, &stranger).await.ok(201);
    let ticket = desk.read("agent", receipt["ticket"].as_str().expect("a number")).await;
    assert_eq!(ticket["requester"]["display_name"], "Alan Torres");
    let description = ticket["description"].as_str().expect("text");
    assert!(
        description.starts_with("Pedro (pedro@example.com) escribió en Chat interno:\n\n"),
        "{description}"
    );
    assert_eq!(total(&desk, "channel=chat").await, 3);
}
