//! The templates of a project's letters: worded by its administrators, tried, given back; and what
//! nobody can do by one.

use contract::auth::Locale;
use contract::notifications::NoticeKind;
use contract::tickets::Status;
use diesel::prelude::*;
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Answer, Desk, Person};

const RESOLVED: &str = "/templates/resolved/es";

const OWN: &str = "{{ ticket.number }} quedó listo\n\nApreciada {{ name }}:\n\n{% if ticket.solution %}\n> {{ ticket.solution }}\n{% endif %}\n\n[Ver]({{ link|safe }})";

async fn save(person: &Person, path: &str, version: i64, source: &str) -> Answer {
    let ask = person.ask(Method::PUT, path).header("If-Match", &format!("\"{version}\""));
    ask.json(&json!({"source": source})).send().await
}

async fn restore(person: &Person, path: &str, version: i64) -> Answer {
    person.ask(Method::DELETE, path).header("If-Match", &format!("\"{version}\"")).send().await
}

/// The fault of a refused template: its code, and what people read.
fn fault(answer: Answer) -> (String, String) {
    let problem = answer.refused(422, "invalid");
    assert_eq!(problem["errors"].as_array().map(Vec::len), Some(1), "{problem}");
    let said = &problem["errors"][0];
    assert_eq!(said["field"], "source");
    let text = |name: &str| said[name].as_str().expect("a text").to_owned();
    (text("code"), text("message"))
}

#[tokio::test]
async fn every_letter_is_listed_and_begins_as_the_desk_words_it() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let all = admin.get("/templates?project=TIC").await.ok(200);
    let items = all["items"].as_array().expect("a list");
    assert_eq!(items.len(), NoticeKind::ALL.len() * Locale::ALL.len());
    assert!(items.iter().all(|template| template["customised"] == false && template["changed_by"].is_null()));
    assert_eq!(items[0]["subject"], "Recibimos su caso {{ ticket.number }}: {{ ticket.subject }}");

    let template = admin.get(RESOLVED).await;
    assert_eq!(template.header("etag"), Some("\"0\""));
    let template = template.ok(200);
    assert_eq!(template["source"], template["built_in"]);
    assert_eq!(template["project"]["key"], "TIC");
    let variables = template["variables"].as_array().expect("a list");
    let number = variables.iter().find(|variable| variable["name"] == "ticket.number").expect("a variable");
    assert_eq!(number["insert"], "{{ ticket.number }}");
    assert_eq!(number["description"], "Número del caso");
    let english = admin.clone().reading("en").get(RESOLVED).await.ok(200);
    assert_eq!(english["variables"][1]["description"], "Number of the case");
    for nowhere in ["/templates/no-kind/es", "/templates/resolved/fr"] {
        admin.get(nowhere).await.refused(404, "not_found");
    }
}

#[tokio::test]
async fn a_projects_own_words_leave_in_its_letters_until_it_goes_back() {
    let (desk, server) = Desk::that_sends().await;
    let admin = desk.sign_in("admin").await;
    let saved = save(&admin, RESOLVED, 0, OWN).await;
    assert_eq!(saved.header("etag"), Some("\"1\""));
    let saved = saved.ok(200);
    assert_eq!((&saved["customised"], &saved["source"]), (&json!(true), &json!(OWN)));
    assert_eq!(saved["changed_by"]["display_name"], "Adriana Castro");

    let number = desk.ticket_in(Status::Resolved).await;
    desk.run_jobs().await;
    let letters = server.letters_to("requester");
    let letter = letters.last().expect("a letter");
    assert!(letter.text().starts_with("Apreciada Ana Rojas:"), "{}", letter.text());
    assert!(letter.text().contains("> Se cambió el switch."), "{}", letter.text());
    assert!(letter.html().contains(&format!("https://desk.example.org/portal/tickets/{number}")));
    assert!(letters[0].text().starts_with("Hola, Ana Rojas:"), "the other letters are as they were");

    restore(&admin, RESOLVED, 1).await.expect_status(204);
    let template = admin.get(RESOLVED).await.ok(200);
    assert_eq!((&template["customised"], &template["version"]), (&json!(false), &json!(2)));
    assert_eq!(template["source"], template["built_in"]);
    restore(&admin, RESOLVED, 2).await.refused(404, "not_found");
    desk.ticket_in(Status::Resolved).await;
    desk.run_jobs().await;
    let letter = server.letters_to("requester").pop().expect("a letter");
    assert!(letter.text().starts_with("Hola, Ana Rojas:"), "{}", letter.text());
}

#[tokio::test]
async fn whoever_would_overwrite_the_words_of_another_is_told() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let blind = admin.ask(Method::PUT, RESOLVED).json(&json!({"source": OWN})).send().await;
    blind.refused(428, "precondition_required");
    admin.delete(RESOLVED).await.refused(428, "precondition_required");
    save(&admin, RESOLVED, 1, OWN).await.refused(412, "stale");
    save(&admin, RESOLVED, 0, OWN).await.expect_status(200);
    save(&admin, RESOLVED, 0, "Otro\n\nTexto").await.refused(412, "stale");
    restore(&admin, RESOLVED, 0).await.refused(412, "stale");
    restore(&admin, RESOLVED, 1).await.expect_status(204);
    // What was seen before it was given back does not come over what is written after it.
    save(&admin, RESOLVED, 1, OWN).await.refused(412, "stale");
    save(&admin, RESOLVED, 2, "Nuevo\r\n\r\nHola, {{ name }}.").await.expect_status(200);
    let template = admin.get(RESOLVED).await;
    assert_eq!(template.header("etag"), Some("\"3\""));
    assert_eq!(template.ok(200)["source"], "Nuevo\n\nHola, {{ name }}.");
}

#[tokio::test]
async fn the_words_of_a_project_are_its_own() {
    let (desk, server) = Desk::that_sends().await;
    let admin = desk.sign_in("admin").await;
    save(&admin, RESOLVED, 0, OWN).await.expect_status(200);
    let stranger = desk.sign_in("stranger_admin").await;
    let foreign = format!("{RESOLVED}?project=TIC");
    stranger.get(&foreign).await.refused(404, "not_found");
    save(&stranger, &foreign, 1, "Ajeno\n\nTexto").await.refused(404, "not_found");
    restore(&stranger, &foreign, 1).await.refused(404, "not_found");
    assert_eq!(stranger.get("/templates?project=TIC").await.faults(), ["project: unknown_reference"]);
    let body = json!({"project": "TIC", "source": OWN});
    for what in ["preview", "test"] {
        let answer = stranger.post(&format!("{RESOLVED}/{what}"), &body).await;
        assert_eq!(answer.faults(), ["project: unknown_reference"], "{what}");
    }
    desk.sign_in("agent").await.get(RESOLVED).await.refused(403, "forbidden");
    // Theirs begins as the desk words it, and what they make of it stays with them.
    let theirs = stranger.get(RESOLVED).await.ok(200);
    assert_eq!((&theirs["project"]["key"], &theirs["customised"]), (&json!("OTR"), &json!(false)));
    save(&stranger, RESOLVED, 0, "Ajeno\n\nOtras palabras.").await.expect_status(200);
    desk.ticket_in(Status::Resolved).await;
    desk.run_jobs().await;
    let letter = server.letters_to("requester").pop().expect("a letter");
    assert!(letter.text().starts_with("Apreciada"), "{}", letter.text());
}

#[tokio::test]
async fn a_template_that_cannot_be_filled_is_refused_with_the_line() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let endless = format!(
        "Asunto\n\n{}x{}",
        "{% for a in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] %}".repeat(9),
        "{% endfor %}".repeat(9)
    );
    let long = format!(
        "Asunto\n\n{}{}{}",
        "{% for a in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] %}".repeat(2),
        "x".repeat(9_000),
        "{% endfor %}".repeat(2)
    );
    for (source, code, told) in [
        ("Solo un asunto", "template_text", "asunto"),
        ("{% if survey_yes %}Listo{% endif %}\n\nTexto", "template_subject", "Línea 1"),
        ("Asunto\n\nHola,\n{{ nmae }}", "template_undefined", "Línea 4"),
        ("Asunto {{ nmae }}\n\nHola", "template_undefined", "«Asunto {{ nmae }}»"),
        ("Asunto\n\n{{ ticket.solution.size }}", "template_undefined", "Línea 3"),
        ("Asunto\n\n{% if own %}Hola", "template_syntax", "Línea 3"),
        ("Asunto\n\n{{ name|reverse }}", "template_unknown", "Línea 3"),
        ("Asunto\n\n{{ range(100000) }}", "template_unknown", "Línea 3"),
        ("Asunto\n\n{% include \"/etc/passwd\" %}", "template_statement", "Línea 3"),
        ("Asunto\n\n\n{{ \"x\" * 1000000000 }}", "template_statement", "Línea 4"),
        ("Asunto\n\n{% set a = name %}{{ a }}", "template_statement", "Línea 3"),
        (endless.as_str(), "template_endless", "Línea 3"),
        (long.as_str(), "template_long", "demasiado largo"),
    ] {
        let (found, message) = fault(save(&admin, RESOLVED, 0, source).await);
        assert_eq!(found, code, "{source}: {message}");
        assert!(message.contains(told), "{source}: {message}");
        let body = json!({"project": "TIC", "source": source});
        if code != "template_subject" {
            let (found, _) = fault(admin.post(&format!("{RESOLVED}/preview"), &body).await);
            assert_eq!(found, code, "{source}");
        }
    }
    assert_eq!(save(&admin, RESOLVED, 0, " \n ").await.faults(), ["source: blank"]);
    assert_eq!(save(&admin, RESOLVED, 0, &"x".repeat(20_001)).await.faults(), ["source: length"]);
    assert_eq!(admin.get(RESOLVED).await.ok(200)["version"], 0, "nothing of it was kept");
}

#[tokio::test]
async fn somebody_gets_their_letter_though_the_kept_template_cannot_be_filled() {
    let (desk, server) = Desk::that_sends().await;
    let admin = desk.sign_in("admin").await;
    save(&admin, RESOLVED, 0, OWN).await.expect_status(200);
    // As if a later version of the desk had another name for something.
    let broken = "UPDATE templates SET source = 'Asunto\n\n{{ name.of_before }}'";
    let outcome = desk
        .app
        .db
        .write(move |connection| Ok(diesel::sql_query(broken).execute(connection).map(|_| ())?))
        .await;
    outcome.expect("the template is there");
    desk.ticket_in(Status::Resolved).await;
    desk.run_jobs().await;
    let letter = server.letters_to("requester").pop().expect("a letter");
    assert!(letter.text().contains("tiene solución"), "{}", letter.text());
}

#[tokio::test]
async fn a_preview_shows_what_would_be_read_and_nothing_is_markup() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let preview = |source: &str, sample: &str| {
        let body = json!({"project": "TIC", "source": source, "sample": sample});
        let admin = admin.clone();
        async move { admin.post(&format!("{RESOLVED}/preview"), &body).await.ok(200) }
    };
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let all = "{{ ticket.number }}: {{ ticket.subject }}\n\n**Hola**, {{ name }}.\n\n{{ ticket.subject }}\n\n{{ note }}\n\n<b onclick=\"x()\">hola</b>\n\n[Ver]({{ link|safe }})";
    let own = preview(all, "requester").await;
    assert_eq!(own["subject"], "TIC-1042: Sin red en el piso 3");
    let html = text(&own["html"]);
    assert!(html.contains("<strong>Hola</strong>") && html.contains("bgcolor"), "{html}");
    assert!(!html.contains("<b ") && html.contains("&lt;b"), "{html}");
    assert!(text(&own["text"]).contains("Ver: "), "{own}");
    assert!(text(&own["markdown"]).contains("/portal/tickets/TIC-1042"), "{own}");
    let theirs = preview(all, "desk").await;
    assert!(text(&theirs["text"]).contains("/console/tickets/TIC-1042"), "{theirs}");
    let confidential = preview(all, "confidential").await;
    assert_eq!(confidential["subject"], "TIC-1042: Caso confidencial");
    assert!(!confidential.to_string().contains("piso 3"), "{confidential}");

    // What people have typed stays text, though the template says that it is safe.
    let (live, server) = Desk::that_sends().await;
    let source = "Caso {{ ticket.number }}\n\n{{ ticket.subject|safe }}";
    let admin = live.sign_in("admin").await;
    save(&admin, "/templates/registered/es", 0, source).await.expect_status(200);
    live.register("requester", json!({"subject": "<img src=x> [pulse](https://evil.example)"})).await;
    live.run_jobs().await;
    let html = server.letters_to("requester").pop().expect("a letter").html();
    assert!(!html.contains("<img") && !html.contains("href=\"https://evil"), "{html}");
}

#[tokio::test]
async fn a_letter_for_trial_arrives_at_whoever_asks_for_it() {
    let (desk, server) = Desk::that_sends().await;
    let admin = desk.sign_in("admin").await;
    let test = format!("{RESOLVED}/test");
    let sent = admin.post(&test, &json!({"project": "TIC", "source": OWN})).await.ok(200);
    assert_eq!(sent["recipient"], "admin@example.org");
    assert_eq!(server.letters().len(), 0, "it takes the way of all letters");
    desk.run_jobs().await;
    let letter = server.letters_to("admin").pop().expect("a letter");
    assert!(letter.text().starts_with("Apreciada Ana Rojas:"), "{}", letter.text());
    assert!(letter.header("Subject").is_some_and(|subject| !subject.is_empty()));
    let kept = admin.get("/mails").await.ok(200);
    assert_eq!(kept["items"][0]["subject"], "Prueba: TIC-1042 quedó listo");
    assert_eq!((&kept["items"][0]["state"], &kept["items"][0]["ticket"]), (&json!("sent"), &Value::Null));
    assert_eq!(admin.get(RESOLVED).await.ok(200)["customised"], false, "nothing was kept of it");
    // Without a source it is the one in force; a bad one is refused as when it is kept.
    admin.post(&test, &json!({"project": "TIC"})).await.expect_status(200);
    desk.run_jobs().await;
    let letter = server.letters_to("admin").pop().expect("a letter");
    assert!(letter.text().contains("tiene solución"), "{}", letter.text());
    let bad = admin.post(&test, &json!({"project": "TIC", "source": "Asunto\n\n{{ nmae }}"})).await;
    assert_eq!(fault(bad).0, "template_undefined");
}

#[tokio::test]
async fn a_trial_needs_a_mail_server_and_an_address() {
    let bare = Desk::start().await;
    let test = format!("{RESOLVED}/test");
    let body = json!({"project": "TIC"});
    bare.sign_in("admin").await.post(&test, &body).await.refused(409, "no_mail_server");
    let (desk, _server) = Desk::that_sends().await;
    let admin = desk.sign_in("admin").await;
    admin.patch("/users/admin", 1, &json!({"email": null})).await.expect_status(200);
    admin.post(&test, &body).await.refused(409, "no_address");
}

#[tokio::test]
async fn the_log_says_what_it_said_before_and_after() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let before = admin.get(RESOLVED).await.ok(200)["source"].clone();
    save(&admin, RESOLVED, 0, OWN).await.expect_status(200);
    restore(&admin, RESOLVED, 1).await.expect_status(204);
    let log = admin.get("/audit?limit=2").await.ok(200);
    let (last, first) = (&log["items"][0], &log["items"][1]);
    assert_eq!(first["operation"], "PUT /api/v1/templates/{kind}/{locale}");
    assert_eq!(first["project"]["key"], "TIC");
    assert_eq!(first["changes"]["before"], json!({"customised": false, "source": before}));
    assert_eq!(first["changes"]["after"], json!({"customised": true, "source": OWN}));
    assert_eq!(last["operation"], "DELETE /api/v1/templates/{kind}/{locale}");
    assert_eq!(last["changes"]["after"], json!({"customised": false, "source": before}));
}
