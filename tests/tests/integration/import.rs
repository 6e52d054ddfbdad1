//! Accounts from a table: all of its rows or none, and every fault with its row and column.

use reqwest::Method;
use serde_json::json;
use tests::{Answer, Desk, Person};

const TABLE: &str = "\u{feff}username;display_name;email;area;locale;provider;roles;groups\r\n\
    lgarcia;\"García; Laura\";lgarcia@example.org;Archivo;es;;requester agent;n1\r\n\
    jperez;José Pérez;;;EN;soporte-ltda;provider;n3-soporte\r\n\
    mruiz;Marta Ruiz;;;;;;\r\n";

#[tokio::test]
async fn a_table_becomes_accounts() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let checked = import(&admin, "?project=TIC&dry_run=true", TABLE).await.ok(200);
    assert_eq!(checked, json!({"created": 3, "dry_run": true}));
    admin.get("/users/lgarcia").await.refused(404, "not_found");
    let made = import(&admin, "?project=TIC", TABLE).await.ok(200);
    assert_eq!(made, json!({"created": 3, "dry_run": false}));
    let laura = admin.get("/users/lgarcia").await.ok(200);
    assert_eq!((&laura["display_name"], &laura["groups"][0]["key"]), (&json!("García; Laura"), &json!("n1")));
    assert_eq!(laura["memberships"][0]["roles"], json!(["agent", "requester"]));
    let jose = admin.get("/users/jperez").await.ok(200);
    assert_eq!((&jose["locale"], &jose["provider"]["key"]), (&json!("en"), &json!("soporte-ltda")));
    assert_eq!(admin.get("/users/mruiz").await.ok(200)["memberships"], json!([]));
    let log = admin.get("/audit?operation=POST /api/v1/users/import").await.ok(200);
    assert_eq!(log["items"][0]["changes"]["after"], json!(["lgarcia", "jperez", "mruiz"]));
}

#[tokio::test]
async fn every_fault_is_told_and_nothing_is_kept() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let table = "username,display_name,email,roles,groups,locale\n\
        nueva,Nueva Persona,nueva@example.org,agent,n1,es\n\
        agent,Repetido,,,,\n\
        nueva,Repetida,,,,\n\
        con espacio,,nada,,,\n\
        otra,Otra,,jefe,,\n\
        mas,Más,,requester,n1,\n\
        fin,Fin,,,,fr\n";
    let faults = [
        "rows.3.username: taken",
        "rows.4.username: taken",
        "rows.5.display_name: blank",
        "rows.5.display_name: length",
        "rows.5.email: email",
        "rows.5.username: username",
        "rows.6.roles: word",
        "rows.7.groups: not_in_project",
        "rows.8.locale: word",
    ];
    for query in ["", "?dry_run=true"] {
        assert_eq!(import(&admin, query, table).await.faults(), faults);
    }
    admin.get("/users/nueva").await.refused(404, "not_found");
}

#[tokio::test]
async fn what_is_no_table_is_refused() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    for (table, fault) in [
        ("username,nombre\na,b\n", "nombre: column"),
        ("username,username\na,b\n", "username: column"),
        ("username\nabc\n", "display_name: required"),
        ("username,display_name\n", "rows: rows"),
        ("username,display_name\na,b,c\n", ": csv"),
    ] {
        assert_eq!(import(&admin, "", table).await.faults(), [fault], "{table:?}");
    }
    let ask = admin.ask(Method::POST, "/users/import").header("Content-Type", "text/csv");
    assert_eq!(ask.body(vec![0xff, 0xfe, 0x00]).send().await.faults(), [": csv"]);
    let json = admin.post("/users/import", &json!({})).await;
    json.refused(415, "unsupported_media_type");
    assert_eq!(import(&admin, "?project=OTR", TABLE).await.faults(), ["project: unknown_reference"]);
}

#[tokio::test]
async fn a_trial_is_another_request_under_the_same_key() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let keyed = async |query: &str| {
        let ask = admin.ask(Method::POST, &format!("/users/import{query}")).header("Idempotency-Key", "k");
        ask.header("Content-Type", "text/csv").body(TABLE).send().await
    };
    let checked = keyed("?dry_run=true").await.ok(200);
    keyed("?dry_run=false").await.refused(422, "key_reused");
    keyed("").await.refused(422, "key_reused");
    assert_eq!(keyed("?dry_run=true").await.ok(200), checked);
    admin.get("/users/lgarcia").await.refused(404, "not_found");
}

async fn import(admin: &Person, query: &str, table: &'static str) -> Answer {
    let ask = admin.ask(Method::POST, &format!("/users/import{query}"));
    ask.header("Content-Type", "text/csv; charset=utf-8").body(table).send().await
}
