//! The procedure TC-PD-15 from registration to close, by the people it names.

use contract::tickets::Status;
use serde_json::json;
use tests::Desk;

#[tokio::test]
async fn smoke() {
    let desk = Desk::start().await;
    for status in Status::ALL {
        let number = desk.ticket_in(*status).await;
        assert_eq!(desk.read("agent", &number).await["status"], json!(status));
    }
    assert_eq!(desk.nobody().get("/me").await.refused(401, "unauthenticated")["status"], 401);
}
