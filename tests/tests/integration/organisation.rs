//! Administrators keep groups, providers and projects: what is in use stays as it is while something
//! depends on it, and nothing rewrites what was.

use contract::tickets::Status;
use serde_json::{Value, json};
use tests::Desk;

#[tokio::test]
async fn a_group_is_made_filled_and_changed() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let body =
        json!({"project": "TIC", "key": "n2-datos", "name": "Datos", "level": 2, "members": ["specialist"]});
    let made = admin.post("/groups", &body).await;
    assert_eq!(made.header("etag"), Some("\"1\""));
    let group = made.ok(201);
    assert_eq!((&group["member_count"], &group["active"]), (&json!(1), &json!(true)));
    assert_eq!(group["members"][0]["username"], "specialist");
    admin.post("/groups", &body).await.refused(409, "exists");
    let both = json!({"members": ["specialist2", "agent"]});
    let members = admin.edit("PUT", "/groups/n2-datos/members", 1, both);
    let names: Vec<String> = members.await.ok(200)["members"]
        .as_array()
        .expect("members")
        .iter()
        .map(|member| member["username"].as_str().expect("a name").to_owned())
        .collect();
    assert_eq!(names, ["agent", "specialist2"]);
    let others = json!({"members": ["agent", "requester", "stranger_agent", "nadie"]});
    let faults = admin.edit("PUT", "/groups/n2-datos/members", 2, others);
    assert_eq!(
        faults.await.faults(),
        ["members.1: not_in_project", "members.2: not_in_project", "members.3: unknown_reference"]
    );
    // Whoever has left stays listed, and does not stand in the way.
    admin.post("/users/specialist2/deactivate", &json!({})).await.expect_status(200);
    let kept = admin.edit("PUT", "/groups/n2-datos/members", 2, json!({"members": ["specialist2"]}));
    assert_eq!(kept.await.ok(200)["members"][0]["active"], false);
    assert_eq!(
        admin.patch("/groups/n2-datos", 3, &json!({"provider": "redes-sas"})).await.faults(),
        ["provider: provider_level"]
    );
    let third = json!({"provider": "redes-sas", "level": 3, "name": "Datos N3"});
    let third = admin.patch("/groups/n2-datos", 3, &third).await.ok(200);
    assert_eq!(
        (&third["level"], &third["provider"]["key"], &third["version"]),
        (&json!(3), &json!("redes-sas"), &json!(4))
    );
    let company = json!({"members": ["provider", "provider2"]});
    assert_eq!(
        admin.edit("PUT", "/groups/n2-datos/members", 4, company).await.faults(),
        ["members.1: wrong_provider"]
    );
    desk.sign_in("agent").await.get("/groups/n2-datos").await.expect_status(200);
}

#[tokio::test]
async fn a_group_with_something_open_keeps_its_level_and_its_use() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let number = desk.ticket_at_level_2().await;
    let group = desk.read("admin", &number).await["group"]["key"].as_str().expect("a group").to_owned();
    let path = format!("/groups/{group}");
    for body in [json!({"active": false}), json!({"level": 1})] {
        let refused = admin.patch(&path, 1, &body).await.refused(409, "in_charge");
        assert!(refused["detail"].as_str().is_some_and(|detail| detail.contains('1')), "{refused}");
    }
    admin.patch(&path, 1, &json!({"name": "Redes y telefonía"})).await.expect_status(200);
    let other = if group == "n2-redes" { "n2-sistemas" } else { "n2-redes" };
    desk.act("admin", &number, "assign", json!({"group": other})).await;
    let ended = admin.patch(&path, 2, &json!({"active": false})).await.ok(200);
    assert_eq!(ended["active"], false);
    let key = |page: &Value| -> Vec<String> {
        let items = page["items"].as_array().expect("items").iter();
        items.map(|group| group["key"].as_str().expect("a key").to_owned()).collect()
    };
    assert!(!key(&admin.get("/groups").await.ok(200)).contains(&group));
    assert!(key(&admin.get("/groups?inactive=true").await.ok(200)).contains(&group));
    let assign = format!("/tickets/{number}/assign");
    assert_eq!(admin.post(&assign, &json!({"group": group})).await.faults(), ["group: unknown_reference"]);
    // What it did is still found by its name.
    admin.get(&format!("/tickets?group={group}")).await.expect_status(200);
    admin.patch(&path, 3, &json!({"active": true})).await.expect_status(200);
}

#[tokio::test]
async fn a_provider_is_made_and_ends_when_nothing_is_in_its_charge() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let body = json!({"project": "TIC", "key": "papel-sas", "name": "Papel S. A. S."});
    let made = admin.post("/providers", &body).await;
    let location = made.header("location").expect("its path").to_owned();
    let provider = made.ok(201);
    assert_eq!(admin.get(&location).await.ok(200), provider);
    admin.post("/providers", &body).await.refused(409, "exists");
    let spaced = json!({"project": "TIC", "key": "Papel S A S", "name": "Papel"});
    assert_eq!(admin.post("/providers", &spaced).await.faults(), ["key: key"]);
    let _ = desk.ticket_at_level_3().await;
    admin.patch("/providers/redes-sas", 1, &json!({"active": false})).await.refused(409, "in_charge");
    let renamed = admin.patch("/providers/redes-sas", 1, &json!({"name": "Redes S. A."})).await.ok(200);
    assert_eq!((&renamed["name"], &renamed["version"]), (&json!("Redes S. A."), &json!(2)));
    admin.patch("/providers/papel-sas", 1, &json!({"active": false})).await.expect_status(200);
    let listed = admin.get("/providers").await.text();
    assert!(!listed.contains("papel-sas"));
    assert!(admin.get("/providers?inactive=true").await.text().contains("papel-sas"));
    let group =
        json!({"project": "TIC", "key": "n3-papel", "name": "Papel", "level": 3, "provider": "papel-sas"});
    assert_eq!(admin.post("/groups", &group).await.faults(), ["provider: unknown_reference"]);
}

#[tokio::test]
async fn a_project_is_made_and_takes_its_first_ticket() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let body = json!({"key": "GAF", "name": "Gestión administrativa", "time_zone": "America/Lima",
        "acceptance_window": "service_hours", "acceptance_hours": 16});
    let made = admin.post("/projects", &body).await;
    assert_eq!(made.header("etag"), Some("\"1\""));
    let project = made.ok(201);
    assert_eq!((&project["roles"], &project["acceptance_hours"]), (&json!(["admin"]), &json!(16)));
    assert_eq!(project["priority_matrix"], json!([[1, 2, 3], [2, 3, 4], [3, 4, 5]]));
    admin.post("/projects", &body).await.refused(409, "exists");
    for (body, fault) in [
        (json!({"key": "gaf", "name": "G"}), "key: project_key"),
        (json!({"key": "G", "name": "G"}), "key: project_key"),
        (json!({"key": "GA", "name": "G", "time_zone": "Bogotá"}), "time_zone: time_zone"),
        (json!({"key": "GA", "name": "G", "acceptance_hours": 0}), "acceptance_hours: range"),
        (
            json!({"key": "GA", "name": "G", "priority_matrix": [[1, 2, 3], [2, 3, 4], [3, 4, 6]]}),
            "priority_matrix: priority_matrix",
        ),
        (json!({"key": "GA", "name": "G", "priority_matrix": [[1]]}), "priority_matrix: type"),
    ] {
        let faults = admin.post("/projects", &body).await.faults();
        assert!(
            faults[0].starts_with(fault.split(':').next().expect("a field"))
                && faults[0].ends_with(fault.split(' ').nth(1).expect("a code")),
            "{body}: {faults:?}"
        );
    }
    let calendar = admin.get("/calendars?project=GAF").await.ok(200)["items"][0].clone();
    assert_eq!(calendar["time_zone"], "America/Lima");
    let number = desk.register("admin", json!({"project": "GAF"})).await;
    assert_eq!(number, "GAF-1");
    desk.act("admin", "GAF-1", "open", json!({})).await;
    let groups = admin.get("/groups?project=GAF").await.ok(200);
    assert_eq!((&groups["items"][0]["key"], &groups["items"][0]["level"]), (&json!("n1"), &json!(1)));
}

#[tokio::test]
async fn a_projects_settings_change_what_comes_and_not_what_was() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let before = desk.ticket_in(Status::Resolved).await;
    let due = desk.read("admin", &before).await["sla"]["acceptance"]["due_at"].clone();
    let settings = admin.get("/projects/TIC").await;
    assert_eq!(settings.header("etag"), Some("\"1\""));
    let change = json!({"acceptance_hours": 24, "priority_matrix": [[1, 1, 1], [2, 2, 2], [5, 5, 5]]});
    let changed = admin.patch("/projects/TIC", 1, &change).await.ok(200);
    assert_eq!((&changed["version"], &changed["acceptance_hours"]), (&json!(2), &json!(24)));
    let ticket = desk.read("admin", &before).await;
    assert_eq!((&ticket["sla"]["acceptance"]["due_at"], &ticket["priority"]), (&due, &json!(3)));
    let after = desk.ticket_in(Status::Resolved).await;
    let ticket = desk.read("admin", &after).await;
    assert_eq!(ticket["priority"], 2);
    assert_eq!(ticket["sla"]["acceptance"]["due_at"], "2026-11-12T14:00:00Z");
    admin.patch("/projects/TIC", 1, &json!({"name": "X"})).await.refused(412, "stale");
    assert_eq!(
        admin.patch("/projects/TIC", 2, &json!({"time_zone": "Mars/Olympus"})).await.faults(),
        ["time_zone: time_zone"]
    );
    desk.sign_in("agent").await.get("/projects/TIC").await.expect_status(200);
    let log = admin.get("/audit?operation=PATCH /api/v1/projects/{project}").await.ok(200);
    assert_eq!(log["items"][0]["changes"]["before"]["acceptance_hours"], 48);
}
