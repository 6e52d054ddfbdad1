//! Who has a stake in which service, and is told of its major incidents.

use chrono::TimeDelta;
use contract::tickets::Status;
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Desk, Person};

/// What makes an incident one of priority 1.
fn major(service: Option<&str>) -> Value {
    match service {
        Some(service) => json!({"impact": "high", "urgency": "high", "service": service}),
        None => json!({"impact": "high", "urgency": "high"}),
    }
}

/// Enters a stakeholder of `TIC`, with whatever differs from one of much interest and some influence; its
/// path.
async fn enter(desk: &Desk, differing: Value) -> String {
    let mut body = json!({"project": "TIC", "interest": "high", "influence": "medium"});
    if let (Some(body), Value::Object(differing)) = (body.as_object_mut(), differing) {
        body.extend(differing);
    }
    let made = desk.sign_in("admin").await.post("/stakeholders", &body).await.ok(201);
    format!("/stakeholders/{}", made["id"].as_str().expect("an id"))
}

/// What somebody finds in the bell, newest first.
async fn bell(desk: &Desk, username: &str) -> Vec<Value> {
    let notices = desk.sign_in(username).await.get("/me/notifications").await.ok(200);
    notices["items"].as_array().expect("a list").clone()
}

/// What of major incidents somebody was told, first to last.
async fn occasions(desk: &Desk, username: &str) -> Vec<String> {
    let items = bell(desk, username).await.into_iter().rev();
    let of_major = items.filter(|notice| notice["kind"] == "major");
    of_major.map(|notice| notice["occasion"].as_str().expect("a word").to_owned()).collect()
}

async fn unread(person: &Person) -> i64 {
    person.get("/me/notifications").await.ok(200)["unread"].as_i64().expect("a number")
}

/// Says in which area somebody works, whose account nobody has changed yet.
async fn works_in(desk: &Desk, admin: &str, username: &str, area: &str) {
    let path = format!("/users/{username}");
    desk.sign_in(admin).await.patch(&path, 1, &json!({"area": area})).await.expect_status(200);
}

#[tokio::test]
async fn administrators_keep_them_and_supervisors_read_them() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let body = json!({"project": "TIC", "service": "red", "person": "requester2", "interest": "high", "influence": "low"});
    let made = admin.post("/stakeholders", &body).await;
    let place = made.header("location").expect("its place").to_owned();
    assert_eq!(made.header("etag"), Some("\"1\""));
    let made = made.ok(201);
    assert_eq!((&made["service"]["key"], &made["project"]["key"]), (&json!("red"), &json!("TIC")));
    assert_eq!((&made["person"]["display_name"], &made["area"]), (&json!("Luis Moreno"), &Value::Null));
    assert_eq!(made["told_of"], json!(["registered", "breached", "resolved"]));
    assert_eq!(made["from_priority"], 1);
    let path = place.trim_start_matches("/api/v1").to_owned();

    let supervisor = desk.sign_in("supervisor").await;
    assert_eq!(supervisor.get(&path).await.ok(200), made);
    let listed = supervisor.get("/stakeholders?project=TIC").await.ok(200);
    assert_eq!(listed["items"], json!([made]));
    supervisor.post("/stakeholders", &body).await.refused(403, "forbidden");
    supervisor.patch(&path, 1, &json!({"interest": "low"})).await.refused(403, "forbidden");
    supervisor.delete(&path).await.refused(403, "forbidden");
    desk.sign_in("agent").await.get("/stakeholders").await.refused(403, "forbidden");
    let stranger = desk.sign_in("stranger_admin").await;
    stranger.get(&path).await.refused(404, "not_found");
    stranger.patch(&path, 1, &json!({"interest": "low"})).await.refused(404, "not_found");
    stranger.delete(&path).await.refused(404, "not_found");
    assert_eq!(stranger.get("/stakeholders").await.ok(200)["items"], json!([]));

    let change =
        json!({"service": null, "told_of": ["resolved", "registered", "resolved"], "from_priority": 2});
    admin.ask(Method::PATCH, &path).json(&change).send().await.refused(428, "precondition_required");
    admin.patch(&path, 7, &change).await.refused(412, "stale");
    let changed = admin.patch(&path, 1, &change).await;
    assert_eq!(changed.header("etag"), Some("\"2\""));
    let changed = changed.ok(200);
    assert_eq!(changed["service"], Value::Null);
    assert_eq!(changed["told_of"], json!(["registered", "resolved"]), "each once, in order");
    assert_eq!((&changed["from_priority"], &changed["interest"]), (&json!(2), &json!("high")));

    admin.delete(&path).await.expect_status(204);
    admin.get(&path).await.refused(404, "not_found");
    admin.delete(&path).await.refused(404, "not_found");
}

#[tokio::test]
async fn a_stakeholder_is_a_person_or_an_area_and_there_once() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    for (differing, fault) in [
        (json!({}), "person: person_or_area"),
        (json!({"person": "requester2", "area": "Archivo"}), "person: person_or_area"),
        (json!({"person": "nobody-at-all"}), "person: unknown_reference"),
        (json!({"person": "stranger"}), "person: not_in_project"),
        (json!({"area": "Archivo", "service": "nomina"}), "service: unknown_reference"),
        (json!({"area": " "}), "area: blank"),
        (json!({"area": "Archivo", "from_priority": 6}), "from_priority: range"),
    ] {
        let mut body = json!({"project": "TIC", "interest": "low", "influence": "low"});
        body.as_object_mut().expect("fields").extend(differing.as_object().expect("fields").clone());
        assert_eq!(admin.post("/stakeholders", &body).await.faults(), [fault], "{body}");
    }
    let area = json!({"project": "TIC", "area": "Archivo", "interest": "low", "influence": "low"});
    admin.post("/stakeholders", &area).await.expect_status(201);
    admin.post("/stakeholders", &area).await.refused(409, "exists");
    let path = enter(&desk, json!({"area": "Archivo", "service": "red"})).await;
    admin.patch(&path, 1, &json!({"service": null})).await.refused(409, "exists");
    let first = admin.get("/stakeholders?limit=1").await.ok(200);
    let next = first["next_cursor"].as_str().expect("a second page");
    let second = admin.get(&format!("/stakeholders?limit=1&cursor={next}")).await.ok(200);
    assert_ne!(first["items"][0]["id"], second["items"][0]["id"]);
    assert_eq!(second["next_cursor"], Value::Null);
}

#[tokio::test]
async fn a_major_incident_is_told_to_people_and_areas_each_once() {
    let (desk, server) = Desk::that_sends().await;
    works_in(&desk, "admin", "requester2", "TALENTO HUMANO").await;
    works_in(&desk, "admin", "specialist", "Talento humano").await;
    works_in(&desk, "admin", "agent2", "Archivo").await;
    works_in(&desk, "stranger_admin", "stranger", "Talento humano").await;
    enter(&desk, json!({"area": "Talento Humano"})).await;
    enter(&desk, json!({"person": "specialist", "service": "red"})).await;
    enter(&desk, json!({"person": "supervisor", "service": "red"})).await;
    enter(&desk, json!({"person": "requester", "service": "red"})).await;
    let number = desk.register("requester", major(Some("red"))).await;
    desk.run_jobs().await;

    for told in ["requester2", "specialist", "supervisor"] {
        assert_eq!(occasions(&desk, told).await, ["registered"], "{told}");
        assert_eq!(server.letters_to(told).len(), 1, "{told}");
    }
    for untold in ["agent2", "stranger"] {
        assert_eq!(bell(&desk, untold).await, Vec::<Value>::new(), "{untold}");
    }
    let own = bell(&desk, "requester").await;
    assert_eq!(own.len(), 1, "whose case it is hears of it as such");
    assert_eq!((&own[0]["kind"], &own[0]["may_open"]), (&json!("registered"), &json!(true)));

    // Who may not open it learns its number, service and priority, and what happened.
    let notice = bell(&desk, "requester2").await.remove(0);
    assert_eq!((&notice["ticket"], &notice["may_open"]), (&json!(number), &json!(false)));
    assert_eq!(notice["subject"], "Red de datos, prioridad 1");
    assert_eq!((&notice["actor"], &notice["note"]), (&Value::Null, &Value::Null));
    let outsider = desk.sign_in("requester2").await;
    assert_eq!(unread(&outsider).await, 1);
    outsider.get(&format!("/tickets/{number}")).await.refused(404, "not_found");
    let letter = server.letters_to("requester2").remove(0);
    let (text, html) = (letter.text(), letter.html());
    assert!(
        text.contains(&number) && text.contains("Red de datos") && text.contains("se registró"),
        "{text}"
    );
    for said in [&text, &html] {
        assert!(!said.contains("piso 3") && !said.contains("/tickets/"), "{said}");
    }
    // Who may see it gets the way to it as well.
    let letter = server.letters_to("supervisor").remove(0).text();
    assert!(letter.contains(&format!("https://desk.example.org/console/tickets/{number}")), "{letter}");
    let notice = bell(&desk, "supervisor").await.remove(0);
    assert_eq!((&notice["subject"], &notice["may_open"]), (&json!("Sin red en el piso 3"), &json!(true)));

    for (action, body) in [
        ("open", json!({})),
        ("accept", json!({})),
        ("diagnose", tests::given::diagnosis()),
        ("resolve", json!({"solution": "Se cambió el switch."})),
    ] {
        desk.act("agent", &number, action, body).await;
    }
    desk.run_jobs().await;
    assert_eq!(occasions(&desk, "requester2").await, ["registered", "resolved"]);
    let letter = server.letters_to("requester2").remove(1).text();
    assert!(letter.contains("tiene solución") && !letter.contains("switch"), "{letter}");
    assert_eq!(desk.run_jobs().await, 0, "nothing is told twice");
}

#[tokio::test]
async fn of_nothing_less_urgent_of_no_other_service_and_of_no_requests() {
    let desk = Desk::start().await;
    enter(&desk, json!({"person": "requester2", "service": "red"})).await;
    let all = enter(&desk, json!({"person": "specialist2"})).await;
    desk.register("requester", json!({"service": "red"})).await;
    desk.register(
        "requester",
        json!({"kind": "request", "impact": "high", "urgency": "high", "service": "red"}),
    )
    .await;
    desk.run_jobs().await;
    assert_eq!(occasions(&desk, "requester2").await, Vec::<String>::new());
    assert_eq!(occasions(&desk, "specialist2").await, Vec::<String>::new());

    desk.register("requester", major(Some("correo"))).await;
    desk.register("requester", major(None)).await;
    desk.run_jobs().await;
    assert_eq!(occasions(&desk, "requester2").await, Vec::<String>::new(), "of another service, and of none");
    assert_eq!(occasions(&desk, "specialist2").await.len(), 2, "whoever has a stake in all of them");

    let admin = desk.sign_in("admin").await;
    admin.patch(&all, 1, &json!({"from_priority": 3})).await.expect_status(200);
    desk.register("requester", json!({"service": "red"})).await;
    desk.run_jobs().await;
    assert_eq!(occasions(&desk, "specialist2").await.len(), 3, "from the priority that it says");
    admin.patch(&all, 2, &json!({"told_of": []})).await.expect_status(200);
    desk.register("requester", major(None)).await;
    desk.run_jobs().await;
    assert_eq!(occasions(&desk, "specialist2").await.len(), 3, "who is told of nothing");
}

#[tokio::test]
async fn what_turns_out_to_be_major_is_told_then_and_once() {
    let desk = Desk::start().await;
    enter(&desk, json!({"person": "requester2"})).await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    desk.run_jobs().await;
    assert_eq!(occasions(&desk, "requester2").await, Vec::<String>::new());
    desk.act("agent", &number, "classify", json!({"impact": "high", "urgency": "high"})).await;
    desk.run_jobs().await;
    assert_eq!(occasions(&desk, "requester2").await, ["registered"]);
    desk.act("agent", &number, "classify", json!({"service": "red"})).await;
    desk.run_jobs().await;
    assert_eq!(occasions(&desk, "requester2").await, ["registered"]);
    let notice = bell(&desk, "requester2").await.remove(0);
    assert_eq!(notice["subject"], "Red de datos, prioridad 1");
}

#[tokio::test]
async fn that_time_ran_out_is_told_to_whoever_wants_to_know_just_that() {
    let desk = Desk::start().await;
    enter(&desk, json!({"person": "requester2", "told_of": ["breached"]})).await;
    let number = desk.register("requester", major(None)).await;
    desk.run_jobs().await;
    assert_eq!(bell(&desk, "requester2").await, Vec::<Value>::new());
    desk.later(TimeDelta::hours(7)).await;
    assert!(desk.actions(&number).await.contains(&"breach".to_owned()));
    let told = occasions(&desk, "requester2").await;
    assert!(!told.is_empty() && told.iter().all(|occasion| occasion == "breached"), "{told:?}");
    assert_eq!(bell(&desk, "requester2").await[0]["subject"], "Incidente de prioridad 1");
}

#[tokio::test]
async fn of_a_confidential_case_only_those_hear_who_may_see_it() {
    let (desk, server) = Desk::that_sends().await;
    enter(&desk, json!({"person": "requester2"})).await;
    enter(&desk, json!({"person": "supervisor"})).await;
    enter(&desk, json!({"person": "admin"})).await;
    let mut secret = major(Some("red"));
    secret["confidential"] = json!(true);
    let number = desk.register("requester", secret).await;
    desk.run_jobs().await;
    for untold in ["requester2", "supervisor"] {
        assert_eq!(bell(&desk, untold).await, Vec::<Value>::new(), "{untold}");
        assert_eq!(server.letters_to(untold).len(), 0, "{untold}");
    }
    assert_eq!(occasions(&desk, "admin").await, ["registered"]);
    let letter = server.letters_to("admin").remove(0).text();
    assert!(letter.contains(&number) && !letter.contains("Red de datos"), "{letter}");

    // What they knew of one that becomes confidential is taken back.
    let number = desk.register("requester", major(Some("red"))).await;
    desk.run_jobs().await;
    assert_eq!(occasions(&desk, "requester2").await, ["registered"]);
    desk.act("admin", &number, "confidential", json!({"confidential": true, "readers": ["agent"]})).await;
    let outsider = desk.sign_in("requester2").await;
    assert_eq!(bell(&desk, "requester2").await, Vec::<Value>::new(), "at once");
    desk.run_jobs().await;
    assert_eq!(bell(&desk, "requester2").await, Vec::<Value>::new());
    assert_eq!(unread(&outsider).await, 0);
}

#[tokio::test]
async fn people_say_whether_they_want_to_hear_of_it_and_whoever_has_left_does_not() {
    let (desk, server) = Desk::that_sends().await;
    for person in ["requester2", "specialist2", "specialist"] {
        enter(&desk, json!({"person": person})).await;
    }
    let (no_mail, no_bell) = (desk.sign_in("requester2").await, desk.sign_in("specialist2").await);
    let wish =
        |in_app: bool, by_mail: bool| json!({"kinds": {"major": {"in_app": in_app, "by_mail": by_mail}}});
    let kept = no_mail.get("/me/notification-preferences").await.ok(200);
    assert_eq!(kept["kinds"]["major"], json!({"in_app": true, "by_mail": true}), "unless they say otherwise");
    for (person, wish) in [(&no_mail, wish(true, false)), (&no_bell, wish(false, true))] {
        let ask = person.ask(Method::PATCH, "/me/notification-preferences");
        ask.json(&wish).send().await.expect_status(200);
    }
    let admin = desk.sign_in("admin").await;
    let none = json!({"project": "TIC", "roles": []});
    admin.edit("PUT", "/users/specialist/roles", 1, none).await.expect_status(200);
    desk.register("requester", major(None)).await;
    desk.run_jobs().await;
    assert_eq!((unread(&no_mail).await, server.letters_to("requester2").len()), (1, 0));
    assert_eq!((unread(&no_bell).await, server.letters_to("specialist2").len()), (0, 1));
    assert_eq!(server.letters_to("specialist").len(), 0, "who belongs to the project no more");
}

#[tokio::test]
async fn a_projects_own_template_asks_whether_there_is_a_link() {
    let (desk, server) = Desk::that_sends().await;
    let admin = desk.sign_in("admin").await;
    let template = admin.get("/templates/major/es").await.ok(200);
    let variables = template["variables"].as_array().expect("a list");
    let insert = |name: &str| {
        let found = variables.iter().find(|variable| variable["name"] == name).expect("a variable");
        found["insert"].as_str().expect("a text").to_owned()
    };
    assert!(insert("link").starts_with("{% if link %}"), "{}", insert("link"));
    let source = format!(
        "Ojo: {{{{ ticket.number }}}}\n\n{} {} {} {}.",
        insert("ticket.subject"),
        insert("note"),
        insert("ticket.solution"),
        insert("link")
    );
    let place = "/templates/major/es?project=TIC";
    admin.edit("PUT", place, 0, json!({"source": source})).await.expect_status(200);
    enter(&desk, json!({"person": "requester2"})).await;
    desk.register("requester", major(Some("red"))).await;
    desk.run_jobs().await;
    let text = server.letters_to("requester2").remove(0).text();
    assert!(text.contains("Red de datos, prioridad 1"), "{text}");
    assert!(!text.contains("piso 3") && !text.contains("/tickets/"), "{text}");
}

#[tokio::test]
async fn a_person_gets_a_copy_of_it_and_is_taken_out_when_forgotten() {
    let desk = Desk::start().await;
    enter(&desk, json!({"person": "requester2", "service": "red"})).await;
    enter(&desk, json!({"area": "Archivo"})).await;
    let requester = desk.sign_in("requester2").await;
    let copy = requester.get("/me/data").await;
    copy.expect_status(200);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(copy.bytes)).expect("an archive");
    let stakes: Value =
        serde_json::from_reader(archive.by_name("interesados.json").expect("a file")).expect("JSON");
    assert_eq!((stakes.as_array().map(Vec::len), &stakes[0]["service"]["key"]), (Some(1), &json!("red")));

    let id = requester.get("/me").await.ok(200)["id"].as_str().expect("an id").to_owned();
    let admin = desk.sign_in("admin").await;
    admin.post(&format!("/users/{id}/anonymise"), &json!({"reason": "Lo pidió."})).await.expect_status(200);
    let left = admin.get("/stakeholders").await.ok(200);
    assert_eq!(left["items"].as_array().map(Vec::len), Some(1));
    assert_eq!(left["items"][0]["area"], "Archivo");
}
