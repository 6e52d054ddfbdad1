//! The log is searched and taken away.

use contract::tickets::Status;
use serde_json::json;
use tests::Desk;

#[tokio::test]
async fn an_administrator_searches_the_log_and_takes_it_away() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let number = desk.ticket_in(Status::InAttention).await;
    let me = desk.sign_in("agent").await;
    me.patch("/me", 1, &json!({"area": "Mesa de servicios"})).await.expect_status(200);

    let all = admin.get("/audit?limit=200").await.ok(200);
    let items = all["items"].as_array().expect("a list");
    let at: Vec<&str> = items.iter().map(|entry| entry["id"].as_str().expect("an id")).collect();
    assert!(at.is_sorted_by(|one, next| one > next), "newest first");
    let opened = items.iter().find(|entry| entry["operation"] == "POST /api/v1/tickets/{ticket}/open");
    let opened = opened.expect("its entry");
    assert_eq!(opened["object"], format!("/api/v1/tickets/{number}/open"));
    assert_eq!(opened["project"]["key"], "TIC");
    assert!(opened["actor"]["display_name"].is_string());

    let of_agent = admin.get("/audit?actor=agent&operation=PATCH /api/v1/me").await.ok(200);
    assert_eq!(of_agent["items"].as_array().map(Vec::len), Some(1));
    let changes = &of_agent["items"][0]["changes"];
    assert_eq!(changes["after"], json!({"area": "Mesa de servicios"}));
    assert!(changes["before"].get("area").is_some() && changes["before"].get("username").is_none());

    let first = admin.get("/audit?limit=2").await.ok(200);
    let cursor = first["next_cursor"].as_str().expect("there is more");
    let second = admin.get(&format!("/audit?limit=2&cursor={cursor}")).await.ok(200);
    assert_eq!(second["items"][0]["id"], all["items"][2]["id"]);
    admin.get("/audit?actor=nadie").await.refused(422, "invalid");
    admin.get("/audit?cursor=x").await.refused(422, "invalid");

    let file = admin.get("/audit/export.csv?actor=agent").await;
    file.expect_status(200);
    let text = file.text();
    assert!(text.contains("Operación") && text.contains("PATCH /api/v1/me"), "{text}");
}
