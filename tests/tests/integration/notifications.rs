//! Who is told of what, in the bell and by mail.

use chrono::TimeDelta;
use contract::tickets::Status;
use diesel::prelude::*;
use reqwest::Method;
use serde_json::{Value, json};
use tests::given::incident;
use tests::mail::Letter;
use tests::{Desk, instant};

/// What somebody was told, first to last.
pub(super) async fn kinds(desk: &Desk, username: &str) -> Vec<String> {
    let notices = desk.sign_in(username).await.get("/me/notifications").await.ok(200);
    let items = notices["items"].as_array().expect("a list").clone();
    items.iter().rev().map(|notice| notice["kind"].as_str().expect("a word").to_owned()).collect()
}

/// Says something in a case.
async fn comment(desk: &Desk, username: &str, number: &str, body: Value) {
    let path = format!("/tickets/{number}/comments");
    desk.sign_in(username).await.post(&path, &body).await.expect_status(201);
}

/// The letters on record, as the administrator sees them.
async fn on_record(desk: &Desk) -> Vec<Value> {
    let page = desk.sign_in("admin").await.get("/mails").await.ok(200);
    page["items"].as_array().expect("a list").clone()
}

#[tokio::test]
async fn the_requester_is_told_of_every_step_that_concerns_them() {
    let (desk, _server) = Desk::that_sends().await;
    desk.ticket_in(Status::Resolved).await;
    desk.run_jobs().await;
    assert_eq!(kinds(&desk, "requester").await, ["registered", "opened", "resolved"]);
    assert_eq!(kinds(&desk, "agent").await, Vec::<String>::new(), "nobody of their own doing");
    let notices = desk.sign_in("requester").await.get("/me/notifications").await.ok(200);
    assert_eq!(notices["unread"], 3);
    assert_eq!(notices["items"][0]["ticket"], "TIC-1");
    assert_eq!(notices["items"][0]["actor"]["display_name"], "Alan Torres");
    assert_eq!(desk.run_jobs().await, 0, "nothing is told twice");
}

#[tokio::test]
async fn each_step_is_told_to_whom_it_concerns() {
    let (desk, server) = Desk::that_sends().await;
    let number = desk.ticket_in(Status::InAttention).await;
    desk.run_jobs().await;
    desk.sign_in("agent2").await.put(&format!("/tickets/{number}/watchers/me")).await.expect_status(204);
    let body = json!({"reason": "No es de tecnología.", "redirect_to": "Gestión documental"});
    desk.act("agent", &number, "reject", body).await;
    desk.run_jobs().await;
    assert_eq!(kinds(&desk, "requester").await, ["registered", "opened", "rejected"]);
    assert_eq!(kinds(&desk, "agent2").await, ["rejected"], "whoever watches");
    let letter = server.letters_to("requester").pop().expect("a letter");
    assert!(letter.text().contains("Gestión documental"), "{}", letter.text());

    let number = desk.ticket_at_level_2().await;
    desk.act("specialist", &number, "assign", json!({"assignee": "specialist"})).await;
    comment(&desk, "requester", &number, json!({"body": "Sigue caído."})).await;
    desk.run_jobs().await;
    assert_eq!(kinds(&desk, "specialist").await, ["assigned", "commented"], "their group's, then theirs");
    assert!(kinds(&desk, "requester").await.ends_with(&["escalated".to_owned()]));
    assert!(kinds(&desk, "agent").await.contains(&"commented".to_owned()), "whoever handed it on watches");

    let number = desk.ticket_in(Status::InAnalysis).await;
    desk.act("agent", &number, "assign", json!({"assignee": "agent2"})).await;
    desk.run_jobs().await;
    assert_eq!(kinds(&desk, "agent2").await, ["rejected", "assigned"]);
    assert_eq!(kinds(&desk, "stranger").await, Vec::<String>::new());
}

#[tokio::test]
async fn notices_are_read_one_by_one_or_all_at_once() {
    let (desk, _server) = Desk::that_sends().await;
    desk.ticket_in(Status::Resolved).await;
    desk.run_jobs().await;
    let me = desk.sign_in("requester").await;
    let first = me.get("/me/notifications?unread=true&limit=1").await;
    assert!(first.header("link").is_some_and(|link| link.contains("rel=\"next\"")));
    let first = first.ok(200);
    let next = first["next_cursor"].as_str().expect("a second page").to_owned();
    let second = me.get(&format!("/me/notifications?limit=1&cursor={next}")).await.ok(200);
    assert_ne!(second["items"][0]["id"], first["items"][0]["id"]);
    let id = first["items"][0]["id"].clone();
    me.post("/me/notifications/read", &json!({"ids": [id]})).await.expect_status(204);
    assert_eq!(me.get("/me/notifications").await.ok(200)["unread"], 2);
    // Somebody else's ids change nothing of mine.
    let other = desk.sign_in("agent").await;
    let ids: Vec<Value> = me.get("/me/notifications").await.ok(200)["items"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|notice| notice["id"].clone())
        .collect();
    other.post("/me/notifications/read", &json!({"ids": ids})).await.expect_status(204);
    assert_eq!(me.get("/me/notifications").await.ok(200)["unread"], 2);
    me.post("/me/notifications/read", &json!({})).await.expect_status(204);
    assert_eq!(me.get("/me/notifications?unread=true").await.ok(200)["items"], json!([]));
}

#[tokio::test]
async fn an_internal_note_is_told_to_the_desk_alone() {
    let (desk, server) = Desk::that_sends().await;
    let number = desk.ticket_in(Status::InAttention).await;
    desk.run_jobs().await;
    desk.sign_in("agent2").await.put(&format!("/tickets/{number}/watchers/me")).await.expect_status(204);
    let note = json!({"body": "Clave del equipo: hablar con Ana.", "visibility": "internal"});
    comment(&desk, "agent", &number, note).await;
    desk.run_jobs().await;
    assert!(!kinds(&desk, "requester").await.contains(&"commented".to_owned()));
    assert_eq!(kinds(&desk, "agent2").await, ["commented"]);
    assert!(server.letters_to("agent2").iter().any(|letter| letter.text().contains("Clave del equipo")));
    for letter in server.letters_to("requester") {
        assert!(!letter.text().contains("Clave del equipo"), "{}", letter.text());
    }
}

#[tokio::test]
async fn of_a_confidential_case_only_those_learn_who_may_know_of_it() {
    let (desk, server) = Desk::that_sends().await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    desk.run_jobs().await;
    desk.sign_in("agent2").await.put(&format!("/tickets/{number}/watchers/me")).await.expect_status(204);
    comment(&desk, "agent", &number, json!({"body": "Lo miramos."})).await;
    desk.run_jobs().await;
    assert_eq!(kinds(&desk, "agent2").await, ["commented"]);
    desk.act("admin", &number, "confidential", json!({"confidential": true, "readers": ["agent"]})).await;
    desk.run_jobs().await;
    assert_eq!(kinds(&desk, "agent2").await, Vec::<String>::new(), "what they knew is taken back");
    let before = server.letters_to("agent2").len();
    comment(&desk, "agent", &number, json!({"body": "Un secreto."})).await;
    desk.run_jobs().await;
    assert_eq!(kinds(&desk, "agent2").await, Vec::<String>::new());
    assert_eq!(server.letters_to("agent2").len(), before);
    assert_eq!(kinds(&desk, "requester").await.last().map(String::as_str), Some("commented"));
    let letter = server.letters_to("requester").pop().expect("a letter");
    let said = letter.text();
    assert!(said.contains(&number) && !said.contains("Un secreto.") && !said.contains("Sin red"), "{said}");
}

#[tokio::test]
async fn what_one_does_not_want_to_be_told_one_is_not() {
    let (desk, server) = Desk::that_sends().await;
    let me = desk.sign_in("requester").await;
    let all = me.get("/me/notification-preferences").await.ok(200);
    assert_eq!(all["kinds"]["opened"], json!({"in_app": true, "by_mail": false}));
    let change = json!({"kinds": {"registered": {"in_app": false, "by_mail": false}}});
    let ask = me.ask(Method::PATCH, "/me/notification-preferences");
    let changed = ask.json(&change).send().await.ok(200);
    assert_eq!(changed["kinds"]["registered"], json!({"in_app": false, "by_mail": false}));
    assert_eq!(changed["kinds"]["resolved"], json!({"in_app": true, "by_mail": true}));
    me.post("/tickets", &incident(json!({}))).await.expect_status(201);
    desk.run_jobs().await;
    assert_eq!(me.get("/me/notifications").await.ok(200)["unread"], 0);
    assert_eq!(server.letters().len(), 0);
}

#[tokio::test]
async fn a_letter_says_who_sent_it_and_belongs_to_its_conversation() {
    let (desk, server) = Desk::that_sends().await;
    let number = desk.ticket_in(Status::Resolved).await;
    desk.run_jobs().await;
    let own = server.letters_to("requester");
    assert_eq!(own.len(), 2, "the confirmation and the solution: {own:?}");
    let header = |letter: &Letter, name: &str| letter.header(name).unwrap_or_else(|| panic!("no {name}"));
    for letter in &own {
        assert_eq!(header(letter, "Auto-Submitted"), "auto-generated");
        assert!(header(letter, "From").contains("<mesa@desk.example.org>"));
        assert_eq!(header(letter, "List-Id"), "<mesa.desk.example.org>");
        assert!(header(letter, "Message-ID").ends_with("@desk.example.org>"));
        assert_eq!(header(letter, "References"), header(letter, "In-Reply-To"));
        assert!(letter.text().contains(&number) && letter.html().contains(&number));
        assert!(letter.html().contains("lang=\"es\""));
        assert!(letter.text().starts_with("Hola, Ana Rojas:"), "{}", letter.text());
    }
    assert_eq!(header(&own[0], "References"), header(&own[1], "References"), "one conversation");
    assert_ne!(header(&own[0], "Message-ID"), header(&own[1], "Message-ID"));
    let sent = on_record(&desk).await;
    assert!(sent.iter().all(|mail| mail["state"] == "sent" && mail["ticket"] == number.as_str()), "{sent:?}");
}

#[tokio::test]
async fn people_are_written_to_in_their_language() {
    let (desk, server) = Desk::that_sends().await;
    desk.sign_in("requester").await.patch("/me", 1, &json!({"locale": "en"})).await.expect_status(200);
    desk.ticket_in(Status::Registered).await;
    desk.run_jobs().await;
    let letter = server.letters_to("requester").pop().expect("a letter");
    assert!(letter.text().starts_with("Hello, Ana Rojas:"), "{}", letter.text());
    assert!(letter.html().contains("lang=\"en\""));
}

#[tokio::test]
async fn what_people_write_is_no_markup_in_a_letter() {
    let (desk, server) = Desk::that_sends().await;
    let subject = "<b>Red</b> [pulse](https://evil.example)";
    desk.register("requester", json!({"subject": subject})).await;
    desk.run_jobs().await;
    let letter = server.letters_to("requester").pop().expect("a letter");
    assert!(letter.text().contains("<b>Red</b>"), "{}", letter.text());
    let html = letter.html();
    assert!(!html.contains("<b>") && !html.contains("href=\"https://evil"), "{html}");
}

#[tokio::test]
async fn work_waits_for_service_hours_and_the_requester_does_not() {
    let (desk, server) = Desk::that_sends().await;
    let number = desk.ticket_in(Status::InAttention).await;
    // Friday 2026-11-13, 20:00 in Bogotá; Monday is a holiday.
    desk.at(instant("2026-11-14T01:00:00Z")).await;
    let (mine, theirs) = (server.letters_to("requester").len(), server.letters_to("agent").len());
    comment(&desk, "agent2", &number, json!({"body": "¿Sigue igual?"})).await;
    desk.run_jobs().await;
    assert_eq!(server.letters_to("requester").len(), mine + 1);
    assert_eq!(server.letters_to("agent").len(), theirs, "the assignee's waits");
    assert_eq!(kinds(&desk, "agent").await.last().map(String::as_str), Some("commented"), "not in the bell");
    desk.at(instant("2026-11-17T12:29:00Z")).await;
    assert_eq!(server.letters_to("agent").len(), theirs);
    desk.at(instant("2026-11-17T12:31:00Z")).await;
    assert!(server.letters_to("agent").len() > theirs, "at 7:30 on Tuesday");
}

#[tokio::test]
async fn a_letter_is_tried_again_and_arrives_once() {
    let (desk, server) = Desk::that_sends().await;
    server.refuse(2, "450 4.2.0 later");
    desk.register("requester", json!({})).await;
    desk.run_jobs().await;
    let waiting = on_record(&desk).await.remove(0);
    assert_eq!((&waiting["state"], &waiting["attempts"]), (&json!("waiting"), &json!(1)));
    assert!(waiting["last_fault"].as_str().is_some_and(|fault| fault.contains("later")), "{waiting}");
    desk.later(TimeDelta::seconds(59)).await;
    assert_eq!(on_record(&desk).await[0]["attempts"], 1, "not before its time");
    desk.later(TimeDelta::seconds(1)).await;
    assert_eq!(on_record(&desk).await[0]["attempts"], 2);
    desk.later(TimeDelta::minutes(2)).await;
    assert_eq!(on_record(&desk).await[0]["state"], "sent");
    desk.later(TimeDelta::hours(1)).await;
    assert_eq!(server.letters_to("requester").len(), 1);
}

#[tokio::test]
async fn while_the_mail_server_is_away_letters_wait_and_none_is_lost_or_doubled() {
    let (desk, mut server) = Desk::that_sends().await;
    let name = |case: usize| format!("Carta {case:02} de la hora");
    server.leave().await;
    for case in 0..12 {
        desk.register("requester", json!({"subject": name(case)})).await;
        desk.later(TimeDelta::minutes(5)).await;
    }
    assert_eq!(server.letters().len(), 0);
    let waiting = on_record(&desk).await;
    assert!(
        waiting.iter().all(|mail| mail["state"] == "waiting" && mail["attempts"] != json!(0)),
        "{waiting:?}"
    );
    server.come_back().await;
    // The longest wait between two tries that have come to nothing so far.
    for _ in 0..12 {
        desk.later(TimeDelta::minutes(5)).await;
    }
    let letters = server.letters_to("requester");
    for case in 0..12 {
        let of_it = letters.iter().filter(|letter| letter.text().contains(&name(case))).count();
        assert_eq!(of_it, 1, "{}", name(case));
    }
    let ids: std::collections::BTreeSet<_> =
        letters.iter().map(|letter| letter.header("Message-ID")).collect();
    assert_eq!((letters.len(), ids.len()), (12, 12));
    assert!(on_record(&desk).await.iter().all(|mail| mail["state"] == "sent"));
}

#[tokio::test]
async fn a_letter_that_was_lost_on_the_way_is_sent_again_under_the_same_name() {
    let (desk, server) = Desk::that_sends().await;
    desk.register("requester", json!({})).await;
    desk.run_jobs().await;
    // As if the replica had died between the server's word and its own.
    let crash = "UPDATE mails SET state = 'sending', next_at = created_at, sent_at = NULL";
    let outcome = desk
        .app
        .db
        .write(move |connection| Ok(diesel::sql_query(crash).execute(connection).map(|_| ())?))
        .await;
    outcome.expect("the letter is there");
    desk.run_jobs().await;
    let letters = server.letters();
    assert_eq!(letters.len(), 2, "at least once");
    assert_eq!(letters[0].header("Message-ID"), letters[1].header("Message-ID"));
}

#[tokio::test]
async fn a_letter_that_nobody_takes_is_given_up_and_sent_again_when_somebody_says_so() {
    let (desk, server) = Desk::that_sends().await;
    server.refuse(1, "550 5.1.1 nobody of that name");
    desk.register("requester", json!({})).await;
    desk.run_jobs().await;
    let dead = on_record(&desk).await.remove(0);
    assert_eq!((&dead["state"], &dead["next_at"]), (&json!("dead"), &Value::Null));
    // What the operator can mend is no fault of the letter: it is tried for about a day.
    server.refuse(1_000, "530 5.7.0 must issue STARTTLS first");
    desk.register("requester2", json!({})).await;
    for _ in 0..10 {
        desk.later(TimeDelta::hours(12)).await;
    }
    let record = on_record(&desk).await;
    let tried = record.iter().find(|mail| mail["recipient"] == "requester2@example.org").expect("a letter");
    assert_eq!((&tried["state"], &tried["attempts"]), (&json!("dead"), &json!(10)));
    let listed = desk.sign_in("admin").await.get("/mails?state=dead").await.ok(200);
    assert!(listed["items"].as_array().is_some_and(|items| items.len() >= 2), "{listed}");

    server.relent();
    let again = format!("/mails/{}/resend", dead["id"].as_str().expect("an id"));
    desk.sign_in("agent").await.post(&again, &json!({})).await.refused(403, "forbidden");
    desk.sign_in("stranger_admin").await.post(&again, &json!({})).await.refused(404, "not_found");
    assert_eq!(server.letters_to("requester").len(), 0);
    desk.sign_in("admin").await.post(&again, &json!({})).await.expect_status(204);
    desk.run_jobs().await;
    assert_eq!(server.letters_to("requester").len(), 1);
}

#[tokio::test]
async fn without_a_mail_server_the_bell_still_rings() {
    let desk = Desk::start().await;
    desk.ticket_in(Status::InAttention).await;
    desk.run_jobs().await;
    assert_eq!(kinds(&desk, "requester").await, ["registered", "opened"]);
    assert_eq!(on_record(&desk).await, Vec::<Value>::new());
}

#[tokio::test]
async fn what_people_were_told_is_copied_for_them_forgotten_with_them_and_removed_in_time() {
    let (desk, server) = Desk::that_sends().await;
    desk.ticket_in(Status::Closed).await;
    desk.register("requester2", json!({})).await;
    desk.run_jobs().await;
    let answer = desk.sign_in("requester").await.get("/me/data").await;
    answer.expect_status(200);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(answer.bytes)).expect("an archive");
    let kept: Value =
        serde_json::from_reader(archive.by_name("avisos.json").expect("the file")).expect("JSON");
    assert_eq!(kept["notices"].as_array().map(Vec::len), Some(3), "{kept}");
    assert_eq!(kept["letters"][0]["recipient"], "requester@example.org");

    let id =
        desk.sign_in("requester").await.get("/me").await.ok(200)["id"].as_str().expect("an id").to_owned();
    let admin = desk.sign_in("admin").await;
    let forget = json!({"reason": "Lo pidió."});
    admin.post(&format!("/users/{id}/anonymise"), &forget).await.expect_status(200);
    let left = on_record(&desk).await;
    assert!(left.iter().all(|mail| mail["recipient"] != "requester@example.org"), "{left:?}");
    let before = server.letters_to("requester").len();
    desk.later(TimeDelta::days(1)).await;
    assert_eq!(server.letters_to("requester").len(), before, "who is anonymous gets no letters");
    assert!(!on_record(&desk).await.is_empty());
    desk.later(TimeDelta::days(90)).await;
    assert!(on_record(&desk).await.iter().all(|mail| mail["ticket"] != "TIC-1"));
    let old = |mail: &Value| mail["created_at"].as_str().is_some_and(|at| at < "2026-11-12");
    assert!(!on_record(&desk).await.iter().any(old), "ninety days are enough");
}
