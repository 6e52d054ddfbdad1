//! What each project's survey asks, besides whether the problem is solved.

use contract::tickets::Status;
use mesa::ids::TicketId;
use mesa::surveys::invitation_link;
use reqwest::Method;
use serde_json::{Value, json};
use tests::Desk;

const QUESTIONS: &str = "/projects/TIC/survey-questions";

fn question(key: &str) -> Value {
    json!({"key": key, "text_es": "¿Fue clara la respuesta?", "text_en": "Was the answer clear?"})
}

/// The keys of a list of questions.
fn keys(list: &Value) -> Vec<&str> {
    list.as_array().expect("a list").iter().filter_map(|question| question["key"].as_str()).collect()
}

/// The path of the link in the letter about a case's first solution.
async fn link(desk: &Desk, number: &str) -> String {
    let id = desk.read("agent", number).await["id"].as_str().expect("an id").parse().expect("a UUID");
    invitation_link(&desk.app.tokens, "", TicketId(id), 1, desk.clock.now()).expect("a link")
}

#[tokio::test]
async fn a_project_begins_with_questions_and_its_administrator_changes_them() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let first = desk.sign_in("requester").await.get(QUESTIONS).await.ok(200);
    assert_eq!(keys(&first["items"]), ["trato", "rapidez"]);
    let made = admin.post(QUESTIONS, &question("claridad")).await;
    assert!(made.header("location").is_some_and(|place| place.ends_with("/survey-questions/claridad")));
    let made = made.ok(201);
    assert_eq!((&made["position"], &made["active"], &made["version"]), (&json!(3), &json!(true), &json!(1)));
    admin.post(QUESTIONS, &question("claridad")).await.refused(409, "exists");
    let path = format!("{QUESTIONS}/claridad");
    let changed = admin.patch(&path, 1, &json!({"position": 1, "text_es": " ¿Se entendió? "})).await.ok(200);
    assert_eq!((&changed["text_es"], &changed["version"]), (&json!("¿Se entendió?"), &json!(2)));
    admin.patch(&path, 1, &json!({"active": false})).await.refused(412, "stale");
    let bare = admin.ask(Method::PATCH, &path).json(&json!({"active": false})).send().await;
    bare.refused(428, "precondition_required");
    admin.patch(&path, 2, &json!({"active": false})).await.expect_status(200);
    let listed = admin.get(QUESTIONS).await.ok(200);
    assert_eq!(keys(&listed["items"]), ["claridad", "trato", "rapidez"], "by their places");
    admin.delete(&path).await.expect_status(204);
    admin.delete(&path).await.refused(404, "not_found");
    for number in 3..=20 {
        admin.post(QUESTIONS, &question(&format!("p{number}"))).await.expect_status(201);
    }
    assert_eq!(admin.post(QUESTIONS, &question("p21")).await.faults(), ["key: questions"]);
    desk.sign_in("supervisor").await.post(QUESTIONS, &question("x")).await.refused(403, "forbidden");
    let stranger = desk.sign_in("stranger_admin").await;
    stranger.get(QUESTIONS).await.refused(404, "not_found");
    stranger.post(QUESTIONS, &question("x")).await.refused(404, "not_found");
    let own = stranger.get("/projects/OTR/survey-questions").await.ok(200);
    assert_eq!(keys(&own["items"]), ["trato", "rapidez"]);
    let made = admin.post("/projects", &json!({"key": "GAF", "name": "Gestión"})).await;
    made.expect_status(201);
    let new = admin.get("/projects/GAF/survey-questions").await.ok(200);
    assert_eq!(keys(&new["items"]), ["trato", "rapidez"]);
}

#[tokio::test]
async fn only_what_is_asked_can_be_answered() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    admin.patch(&format!("{QUESTIONS}/rapidez"), 1, &json!({"active": false})).await.expect_status(200);
    let number = desk.ticket_in(Status::Resolved).await;
    let path = format!("/tickets/{number}/survey");
    let requester = desk.sign_in("requester").await;
    let answer = |answers: Value| json!({"satisfied": true, "score": 5, "answers": answers});
    let mut faults =
        requester.post(&path, &answer(json!({"rapidez": 5, "precio": 1, "trato": 4}))).await.faults();
    faults.sort();
    assert_eq!(faults, ["answers.precio: unknown_question", "answers.rapidez: unknown_question"]);
    assert_eq!(desk.read("agent", &number).await["status"], "resolved", "nothing of it was kept");
    requester.post(&path, &answer(json!({"trato": 4}))).await.expect_status(200);
    admin.delete(&format!("{QUESTIONS}/trato")).await.expect_status(204);
    let surveys = requester.get(&format!("/tickets/{number}/surveys")).await.ok(200);
    assert_eq!(surveys["items"][0]["answers"], json!({"trato": 4}), "what was answered stays");
}

#[tokio::test]
async fn a_letters_link_asks_in_the_persons_language() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::Resolved).await;
    let link = link(&desk, &number).await;
    let nobody = desk.nobody();
    let asked = nobody.get(&link).await.ok(200)["questions"].clone();
    assert_eq!(keys(&asked), ["trato", "rapidez"]);
    assert_eq!(asked[0]["text"], "¿Cómo califica el trato que recibió?");
    desk.sign_in("requester").await.patch("/me", 1, &json!({"locale": "en"})).await.expect_status(200);
    let asked = nobody.get(&link).await.ok(200)["questions"].clone();
    assert_eq!(asked[0]["text"], "How do you rate the way you were treated?");
    let wrong = nobody.post(&link, &json!({"satisfied": true, "answers": {"precio": 5}})).await;
    assert_eq!(wrong.faults(), ["answers.precio: unknown_question"]);
    let answers = json!({"satisfied": true, "score": 4, "answers": {"trato": 5, "rapidez": 2}});
    assert_eq!(nobody.post(&link, &answers).await.ok(200)["state"], "answered");
    let surveys = desk.sign_in("agent").await.get(&format!("/tickets/{number}/surveys")).await.ok(200);
    assert_eq!(surveys["items"][0]["answers"], json!({"rapidez": 2, "trato": 5}));
}
