//! Administrators keep accounts and roles: roles of their own projects alone, and accounts so that
//! nobody gains by one what they may not do by their own.

use contract::tickets::Status;
use reqwest::Method;
use serde_json::{Value, json};
use tests::Desk;

#[tokio::test]
async fn an_account_is_made_and_its_person_signs_in() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let made = admin
        .post(
            "/users",
            &json!({"username": "LGarcía", "display_name": " Laura García ", "email": "lgarcia@example.org",
                "phone": "2200", "area": "Archivo", "locale": "en", "password": "una clave larga",
                "memberships": [{"project": "TIC", "roles": ["agent", "requester"]}], "groups": ["n1"]}),
        )
        .await;
    let location = made.header("location").expect("its path").to_owned();
    assert_eq!(made.header("etag"), Some("\"1\""));
    let user = made.ok(201);
    assert_eq!((&user["username"], &user["display_name"]), (&json!("lgarcia"), &json!("Laura García")));
    assert_eq!(
        (&user["active"], &user["has_password"], &user["open_tickets"]),
        (&json!(true), &json!(true), &json!(0))
    );
    assert_eq!(user["memberships"][0]["project"]["key"], "TIC");
    assert_eq!(user["memberships"][0]["roles"], json!(["agent", "requester"]));
    assert_eq!(user["groups"][0]["key"], "n1");
    assert_eq!(
        user["allowed_actions"],
        json!(["deactivate", "set_password", "impersonate", "revoke_access", "anonymise"])
    );
    assert_eq!(admin.get(&location).await.ok(200), user);
    assert_eq!(admin.get("/users/lgarcia").await.ok(200), user);
    let me = desk.log_in("lgarcia", "una clave larga").await.ok(200);
    assert_eq!((&me["user"]["locale"], &me["user"]["area"]), (&json!("en"), &json!("Archivo")));
    admin
        .post("/users", &json!({"username": "lgarcia", "display_name": "Otra"}))
        .await
        .refused(409, "exists");
}

#[tokio::test]
async fn a_bad_account_is_refused_field_by_field() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let with = |differing: Value| {
        let mut body = json!({"username": "lgarcia", "display_name": "Laura García"});
        body.as_object_mut().expect("an object").extend(differing.as_object().expect("one too").clone());
        body
    };
    for (differing, faults) in [
        (
            json!({"username": "l garcia", "email": "nada", "password": "corta"}),
            vec!["email: email", "password: length", "username: username"],
        ),
        (json!({"display_name": "  "}), vec!["display_name: blank"]),
        (
            json!({"memberships": [{"project": "TIC", "roles": ["agent", "agent"]}]}),
            vec!["memberships.0.roles: duplicate_role"],
        ),
        (json!({"memberships": [{"project": "TIC", "roles": []}]}), vec!["memberships.0.roles: length"]),
        (
            json!({"memberships": [{"project": "OTR", "roles": ["agent"]}]}),
            vec!["memberships.0.project: unknown_reference"],
        ),
        (json!({"memberships": [{"project": "TIC", "roles": ["provider"]}]}), vec!["provider: company"]),
        (json!({"provider": "nadie"}), vec!["provider: unknown_reference"]),
        (json!({"groups": ["n1"]}), vec!["groups.0: unknown_reference"]),
        (
            json!({"memberships": [{"project": "TIC", "roles": ["requester"]}], "groups": ["n1"]}),
            vec!["groups.0: not_in_project"],
        ),
        (
            json!({"memberships": [{"project": "TIC", "roles": ["provider"]}], "provider": "redes-sas", "groups": ["n3-soporte"]}),
            vec!["groups.0: wrong_provider"],
        ),
    ] {
        assert_eq!(admin.post("/users", &with(differing.clone())).await.faults(), faults, "{differing}");
    }
    admin.get("/users/lgarcia").await.refused(404, "not_found");
}

#[tokio::test]
async fn an_account_is_changed_and_absent_is_not_null() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let changed = admin.patch("/users/agent", 1, &json!({"display_name": "Alan T.", "phone": null})).await;
    assert_eq!(changed.header("etag"), Some("\"2\""));
    let user = changed.ok(200);
    assert_eq!(
        (&user["display_name"], &user["phone"], &user["email"]),
        (&json!("Alan T."), &Value::Null, &json!("agent@example.org"))
    );
    let found = admin.get("/users?scope=desk&q=alan t.").await.ok(200);
    assert_eq!(found["items"][0]["username"], "agent", "the list finds the new name");
    admin.patch("/users/agent", 1, &json!({"phone": "1"})).await.refused(412, "stale");
    let blind = admin.ask(Method::PATCH, "/users/agent").json(&json!({"phone": "1"})).send().await;
    blind.refused(428, "precondition_required");
    assert_eq!(admin.patch("/users/agent", 2, &json!({"email": "x"})).await.faults(), ["email: email"]);
    assert_eq!(
        admin.patch("/users/agent", 2, &json!({"username": "root"})).await.faults(),
        ["username: unknown_field"]
    );
    assert_eq!(
        admin.patch("/users/provider", 1, &json!({"provider": null})).await.faults(),
        ["provider: company"]
    );
    let moved = admin.patch("/users/provider", 1, &json!({"provider": "soporte-ltda"})).await.ok(200);
    assert_eq!(moved["provider"]["key"], "soporte-ltda");
    let log = admin.get("/audit?operation=PATCH /api/v1/users/{user}&limit=1").await.ok(200);
    assert_eq!(log["items"][0]["changes"]["after"]["provider"]["key"], "soporte-ltda");
    assert!(!log.to_string().contains("argon2"), "no hash is in the log");
}

#[tokio::test]
async fn the_whole_desk_is_listed_for_administrators_page_by_page() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let first = admin.get("/users?scope=desk&limit=5&count=true").await;
    assert!(first.header("link").is_some_and(|link| link.contains("rel=\"next\"")));
    let mut page = first.ok(200);
    assert_eq!(page["total"], 13);
    let mut names = Vec::new();
    loop {
        let items = page["items"].as_array().expect("items");
        names.extend(items.iter().map(|person| person["display_name"].as_str().expect("a name").to_owned()));
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        page = admin.get(&format!("/users?scope=desk&limit=5&cursor={cursor}")).await.ok(200);
    }
    assert_eq!(names.len(), 13);
    assert_eq!((names[0].as_str(), names[12].as_str()), ("Adriana Castro", "Ximena Lara"));
    let of = |query: &str| {
        let (admin, path) = (admin.clone(), format!("/users?scope=desk&{query}"));
        async move {
            let items = admin.get(&path).await.ok(200)["items"].clone();
            let name = |person: &Value| person["username"].as_str().expect("a name").to_owned();
            items.as_array().expect("items").iter().map(name).collect::<Vec<_>>()
        }
    };
    assert_eq!(of("role=supervisor").await, ["supervisor"]);
    assert_eq!(of("project=TIC&role=admin").await, ["admin"]);
    assert_eq!(of("q=GOMEZ").await, ["specialist"]);
    assert_eq!(of("active=false").await, Vec::<String>::new());
    admin.post("/users/agent2/deactivate", &json!({})).await.expect_status(200);
    assert_eq!(of("active=false").await, ["agent2"]);
    let person = admin.get("/users?scope=desk&q=agent2").await.ok(200)["items"][0].clone();
    assert_eq!((&person["active"], &person["memberships"][0]["roles"]), (&json!(false), &json!(["agent"])));
    // The picker of the desk has only those who work there.
    let picker = admin.get("/users?q=bibiana").await.ok(200);
    assert_eq!(picker["items"], json!([]));
    desk.sign_in("agent").await.get("/users?scope=desk").await.refused(403, "forbidden");
    assert_eq!(admin.get("/users?scope=desk&project=OTR").await.faults(), ["project: unknown_reference"]);
}

#[tokio::test]
async fn roles_are_given_and_taken_and_a_project_keeps_an_administrator() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let roles = |user: &'static str, version: i64, roles: Value| {
        let body = json!({"project": "TIC", "roles": roles});
        admin.edit("PUT", format!("/users/{user}/roles"), version, body)
    };
    let promoted = roles("agent2", 1, json!(["agent", "admin"])).await.ok(200);
    assert_eq!(promoted["memberships"][0]["roles"], json!(["admin", "agent"]));
    desk.sign_in("agent2").await.get("/audit").await.expect_status(200);
    roles("agent2", 1, json!(["agent"])).await.refused(412, "stale");
    roles("agent2", 2, json!(["agent"])).await.expect_status(200);
    roles("admin", 1, json!(["requester"])).await.refused(409, "last_admin");
    admin.post("/users/admin/deactivate", &json!({})).await.refused(409, "last_admin");
    assert_eq!(roles("requester", 1, json!(["provider"])).await.faults(), ["roles: company"]);
    let abroad = admin.edit("PUT", "/users/agent2/roles", 3, json!({"project": "OTR", "roles": ["agent"]}));
    assert_eq!(abroad.await.faults(), ["project: unknown_reference"]);
    let log = admin.get("/audit?operation=PUT /api/v1/users/{user}/roles").await.ok(200);
    assert_eq!(log["items"][0]["project"]["key"], "TIC");
}

#[tokio::test]
async fn whoever_no_longer_works_in_a_project_leaves_its_groups_and_tickets() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    let body = json!({"project": "TIC", "roles": ["requester"]});
    let user = admin.edit("PUT", "/users/agent/roles", 1, body).await.ok(200);
    assert_eq!((&user["groups"], &user["open_tickets"]), (&json!([]), &json!(0)));
    let ticket = desk.read("admin", &number).await;
    assert_eq!((&ticket["assignee"], &ticket["group"]["key"]), (&Value::Null, &json!("n1")));
    let events = desk.events("admin", &number).await;
    let last = events.last().expect("an event");
    assert_eq!(
        (&last["action"], &last["actor"]["display_name"]),
        (&json!("assign"), &json!("Adriana Castro"))
    );
    let changed: Vec<&Value> =
        last["changes"].as_array().expect("changes").iter().map(|change| &change["field"]).collect();
    assert!(changed.contains(&&json!("assignee")), "{last}");
    desk.sign_in("agent").await.get("/users").await.refused(403, "forbidden");
}

#[tokio::test]
async fn whoever_leaves_hands_over_and_is_out_at_once() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let agent = desk.sign_in("agent").await;
    let opened = desk.ticket_in(Status::InAttention).await;
    let waiting = desk.ticket_in(Status::InAnalysis).await;
    desk.act("agent", &waiting, "pause", json!({"reason": "parts"})).await;
    let resolved = desk.ticket_in(Status::Resolved).await;
    let closed = desk.ticket_in(Status::Closed).await;
    assert_eq!(admin.get("/users/agent").await.ok(200)["open_tickets"], 3);
    for (body, fault) in [
        (json!({"reassign_to": {"assignee": "nadie"}}), "reassign_to.assignee: unknown_reference"),
        (json!({"reassign_to": {"assignee": "stranger_agent"}}), "reassign_to.assignee: unknown_reference"),
        (json!({"reassign_to": {"assignee": "agent"}}), "reassign_to.assignee: other_person"),
        (json!({"reassign_to": {"group": "otr-n1"}}), "reassign_to.group: unknown_reference"),
        (json!({"reassign_to": {}}), "reassign_to: one_of"),
        (json!({"reassign_to": {"assignee": "agent2", "group": "n1"}}), "reassign_to: one_of"),
    ] {
        assert_eq!(admin.post("/users/agent/deactivate", &body).await.faults(), [fault], "{body}");
    }
    let gone = admin.post("/users/agent/deactivate", &json!({"reassign_to": {"assignee": "agent2"}})).await;
    let gone = gone.ok(200);
    assert_eq!(
        (&gone["active"], &gone["allowed_actions"]),
        (&json!(false), &json!(["activate", "set_password", "revoke_access", "anonymise"]))
    );
    agent.get("/me").await.refused(401, "unauthenticated");
    desk.log_in("agent", mesa::demo::PASSWORD).await.refused(401, "invalid_credentials");
    for number in [&opened, &waiting] {
        let ticket = desk.read("agent2", number).await;
        assert_eq!(ticket["assignee"]["display_name"], "Bibiana Ruiz", "{number}");
        assert_eq!(desk.events("agent2", number).await.last().expect("an event")["action"], "assign");
    }
    assert_eq!(desk.read("agent2", &waiting).await["pending"]["reason"], "parts", "it still waits");
    for number in [&resolved, &closed] {
        assert_eq!(desk.read("agent2", number).await["assignee"]["display_name"], "Alan Torres", "{number}");
    }
    // What comes back after all does not come back to whoever is gone.
    let refusal = json!({"satisfied": false, "comment": "Sigue sin red."});
    desk.act("requester", &resolved, "survey", refusal).await;
    let back = desk.read("agent2", &resolved).await;
    assert_eq!(
        (&back["status"], &back["assignee"], &back["group"]["key"]),
        (&json!("in_analysis"), &Value::Null, &json!("n1"))
    );
    // Nothing is in the way of whoever looks for what they did.
    let theirs = desk.sign_in("agent2").await.get("/tickets?assignee=agent").await.ok(200);
    assert_eq!(theirs["items"].as_array().map(Vec::len), Some(1));

    let again = admin.post("/users/agent/activate", &json!({})).await.ok(200);
    assert_eq!((&again["active"], &again["groups"][0]["key"]), (&json!(true), &json!("n1")));
    desk.log_in("agent", mesa::demo::PASSWORD).await.expect_status(200);
    admin.post("/users/agent/activate", &json!({})).await.expect_status(200);
}

#[tokio::test]
async fn what_an_heir_cannot_take_returns_to_its_group() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let first = desk.ticket_in(Status::InAnalysis).await;
    let second = desk.ticket_at_level_2().await;
    desk.act("specialist", &second, "assign", json!({"assignee": "agent"})).await;
    let body = json!({"reassign_to": {"group": "n2-sistemas"}});
    admin.post("/users/agent/deactivate", &body).await.expect_status(200);
    let (first, second) = (desk.read("admin", &first).await, desk.read("admin", &second).await);
    assert_eq!(
        (&first["assignee"], &first["group"]["key"]),
        (&Value::Null, &json!("n1")),
        "it is of level 1"
    );
    assert_eq!((&second["assignee"], &second["group"]["key"]), (&Value::Null, &json!("n2-sistemas")));
}

#[tokio::test]
async fn a_password_for_one_sign_in_ends_the_sessions_before() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let agent = desk.sign_in("agent").await;
    let path = "/users/agent/password";
    assert_eq!(admin.post(path, &json!({"password": "corta"})).await.faults(), ["password: length"]);
    admin.post(path, &json!({"password": "una clave larga"})).await.expect_status(204);
    agent.get("/me").await.refused(401, "unauthenticated");
    desk.log_in("agent", mesa::demo::PASSWORD).await.refused(401, "invalid_credentials");
    desk.log_in("agent", "una clave larga").await.expect_status(200);
    admin
        .post("/users/admin/password", &json!({"password": "una clave larga"}))
        .await
        .refused(403, "forbidden");
    let log = admin.get("/audit?limit=200").await.text();
    assert!(log.contains("/users/{user}/password") && !log.contains("una clave larga"));
}

#[tokio::test]
async fn of_a_password_that_is_given_no_idempotency_key_keeps_anything() {
    use diesel::prelude::*;
    use mesa::db::schema::idempotency_keys;
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    for password in ["una clave larga", "otra clave larga"] {
        let ask = admin.ask(Method::POST, "/users/agent/password").header("Idempotency-Key", "k");
        ask.json(&json!({"password": password})).send().await.expect_status(204);
    }
    desk.log_in("agent", "otra clave larga").await.expect_status(200);
    let kept = desk
        .app
        .db
        .read(|connection| Ok(idempotency_keys::table.count().get_result::<i64>(connection)?))
        .await
        .expect("they can be counted");
    assert_eq!(kept, 0);
}

#[tokio::test]
async fn an_administrator_gains_nothing_by_accounts_of_other_projects() {
    let desk = Desk::start().await;
    let stranger = desk.sign_in("stranger_admin").await;
    // Accounts are the desk's: seen and edited by whoever administers any project.
    let agent = stranger.get("/users/agent").await.ok(200);
    assert_eq!(agent["allowed_actions"], json!([]));
    stranger.patch("/users/agent", 1, &json!({"phone": "2102"})).await.expect_status(200);
    // What lets somebody in is not.
    stranger.patch("/users/agent", 2, &json!({"email": "mine@example.org"})).await.refused(403, "forbidden");
    stranger.patch("/users/provider", 1, &json!({"provider": null})).await.refused(403, "forbidden");
    let password = json!({"password": "una clave larga"});
    stranger.post("/users/agent/password", &password).await.refused(403, "forbidden");
    stranger.post("/users/agent/deactivate", &json!({})).await.refused(403, "forbidden");
    stranger.post("/users/agent/activate", &json!({})).await.refused(403, "forbidden");
    stranger.post("/users/agent/impersonate", &json!({})).await.refused(403, "forbidden");
    let roles = json!({"project": "TIC", "roles": ["admin"]});
    assert_eq!(
        stranger.edit("PUT", "/users/stranger_admin/roles", 1, roles).await.faults(),
        ["project: unknown_reference"]
    );
    // What is a project's is not even there.
    for path in ["/groups/n1", "/providers/redes-sas", "/projects/TIC"] {
        stranger.get(path).await.refused(404, "not_found");
        stranger.patch(path, 1, &json!({"name": "Mío"})).await.refused(404, "not_found");
    }
    let members = json!({"members": []});
    stranger.edit("PUT", "/groups/n1/members", 1, members).await.refused(404, "not_found");
    for (path, body) in [
        ("/groups", json!({"project": "TIC", "key": "mio", "name": "Mío", "level": 1})),
        ("/providers", json!({"project": "TIC", "key": "mio", "name": "Mío"})),
    ] {
        assert_eq!(stranger.post(path, &body).await.faults(), ["project: unknown_reference"]);
    }
}
