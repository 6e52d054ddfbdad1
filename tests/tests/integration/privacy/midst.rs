//! Whoever is forgotten while they and others are at work.

use super::stored_files;
use contract::auth::Role;
use diesel::prelude::*;
use mesa::db::DbConnection;
use mesa::db::schema::{attachments, sessions, ticket_events, tickets, users};
use mesa::people;
use reqwest::Method;
use serde_json::json;
use tests::Desk;
use tests::given::incident;
use tests::mail::MailServer;

/// Everything that somebody may be at, and others on their behalf, at the instant at which they are forgotten.
#[tokio::test]
async fn whoever_is_forgotten_in_the_middle_of_it_all_leaves_no_name_behind() {
    let server = MailServer::start().await;
    let mail = server.config();
    let desk = Desk::with(|config| config.mail = Some(mail)).await;
    let (admin, agent) = (desk.sign_in("admin").await, desk.sign_in("agent").await);
    for round in 0..5 {
        let (username, name) = (format!("zulma{round}"), format!("Zulma Quimbayo {round}"));
        let id = settler(&desk, &username, &name).await;
        let person = desk.nobody().signed_in(&username).await;
        let number = person.post("/tickets", &incident(json!({}))).await.ok(201)["number"].clone();
        let number = number.as_str().expect("a number").to_owned();
        desk.act("admin", &number, "close", json!({"reason": "cancelled", "note": "Ya no."})).await;
        desk.run_jobs().await;

        let forget = json!({"reason": "Radicado 118.", "redact_texts": true});
        let path = format!("/users/{id}/anonymise");
        let login = json!({"username": username, "password": mesa::demo::PASSWORD});
        let said = json!({"body": "Algo más."});
        let comments = format!("/tickets/{number}/comments");
        let own = person.ask(Method::POST, "/tickets").header("Idempotency-Key", "own");
        let others = agent.ask(Method::POST, "/tickets").header("Idempotency-Key", &username);
        let behalf = incident(json!({"requester": username}));
        let nobody = desk.nobody();
        let (forgotten, registered, on_behalf, commented, answered, attached, one, other, jobs) = tokio::join!(
            admin.post(&path, &forget),
            own.json(&incident(json!({}))).send(),
            others.json(&behalf).send(),
            person.post(&comments, &said),
            agent.post(&comments, &said),
            person.attach(&number, "cedula.txt", b"52000000"),
            nobody.post("/auth/login", &login),
            nobody.post("/auth/login", &login),
            mesa::jobs::run_all(&desk.app),
        );
        jobs.expect("jobs run");
        for answer in [&registered, &on_behalf, &commented, &answered, &attached, &one, &other] {
            assert!(!answer.status.is_server_error(), "{} answered {}", answer.asked, answer.text());
        }
        if forgotten.status == 409 {
            // A case of theirs was faster: it is closed, and they ask again, at it as before.
            assert_eq!(forgotten.body["code"], "open_tickets");
            close_all_of(&desk, &id).await;
            let (again, commented, signed_in, jobs) = tokio::join!(
                admin.post(&path, &forget),
                agent.post(&comments, &said),
                nobody.post("/auth/login", &login),
                mesa::jobs::run_all(&desk.app),
            );
            again.expect_status(200);
            jobs.expect("jobs run");
            assert!(!commented.status.is_server_error() && !signed_in.status.is_server_error());
        } else {
            forgotten.expect_status(200);
        }
        person.get("/me").await.refused(401, "unauthenticated");
        nobody.post("/auth/login", &login).await.refused(401, "invalid_credentials");
        desk.run_jobs().await;
        let wanted = vec![name, format!("{username}@example.org")];
        let left = desk.app.db.read(move |connection| whatever_says(connection, &wanted)).await;
        assert_eq!(left.expect("it can be sought"), Vec::<String>::new(), "round {round}");
        // Each case is whole: as many first entries as cases, and a history that says what they are.
        let (_, differed) = mesa::tickets::rebuild(&desk.app.db, desk.clock.now()).await.expect("readable");
        assert_eq!(differed, 0);
    }
    let halves = desk.app.db.read(|connection| {
        let all: i64 = tickets::table.count().get_result(connection)?;
        let first = ticket_events::table.filter(ticket_events::action.eq("register"));
        let begun: i64 = first.count().get_result(connection)?;
        let kept: i64 = attachments::table.count().get_result(connection)?;
        let theirs = users::table.filter(users::username.like("persona-anonimizada-%")).select(users::id);
        let live = sessions::table.filter(sessions::user_id.eq_any(theirs)).count();
        let signed_in: i64 = live.get_result(connection)?;
        Ok((all - begun, kept, signed_in))
    });
    let (missing, kept, signed_in) = halves.await.expect("they can be counted");
    assert_eq!((missing, signed_in), (0, 0));
    assert_eq!(usize::try_from(kept).expect("few"), stored_files(&desk), "each file has its row");
    assert_eq!(admin.get("/audit/verify").await.ok(200)["intact"], true);
}

/// Makes an account of `TIC` whose person has been here before; its id.
async fn settler(desk: &Desk, username: &str, name: &str) -> String {
    let (username, name, now) = (username.to_owned(), name.to_owned(), desk.clock.now());
    let make = move |connection: &mut DbConnection| {
        let project = mesa::projects::find(connection, &"TIC".into())?.expect("it is there").id;
        let hash = users::table.filter(users::username.eq("requester")).select(users::password_hash);
        let hash: Option<String> = hash.first(connection)?;
        let email = format!("{username}@example.org");
        let new = people::NewPerson {
            username: &username,
            display_name: &name,
            email: Some(&email),
            phone: None,
            area: None,
            locale: contract::auth::Locale::Es,
            password_hash: hash.as_deref(),
            provider: None,
        };
        let id = people::create_person(connection, &new, now)?;
        people::grant(connection, id, project, Role::Requester)?;
        mesa::privacy::accept(connection, id, contract::privacy::FIRST_NOTICE, now, None)?;
        Ok(id.0.to_string())
    };
    desk.app.db.write(make).await.expect("an account")
}

/// Closes what is open of somebody's.
async fn close_all_of(desk: &Desk, person: &str) {
    let admin = desk.sign_in("admin").await;
    let open = admin.get(&format!("/tickets?requester={person}&open=true")).await.ok(200);
    for ticket in open["items"].as_array().expect("a list") {
        let number = ticket["number"].as_str().expect("a number");
        desk.act("admin", number, "close", json!({"reason": "cancelled", "note": "Ya no."})).await;
    }
}

#[derive(QueryableByName)]
struct Named {
    #[diesel(sql_type = diesel::sql_types::Text)]
    name: String,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    count: i64,
}

/// The tables, all of them, in which any column of any row has one of these words.
fn whatever_says(connection: &mut DbConnection, wanted: &[String]) -> mesa::error::Result<Vec<String>> {
    let names = |connection: &mut DbConnection, query: String| -> mesa::error::Result<Vec<String>> {
        let rows: Vec<Named> = diesel::sql_query(query).load(connection)?;
        Ok(rows.into_iter().map(|row| row.name).collect())
    };
    let postgres = matches!(connection, DbConnection::Pg(_));
    let all = if postgres {
        "SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
    } else {
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    };
    let tables = names(connection, all.to_owned())?;
    assert!(tables.len() > 30, "the search looks at few tables: {tables:?}");
    let mut found = Vec::new();
    for table in tables {
        let row = if postgres {
            format!("CAST({table} AS text)")
        } else {
            let columns = names(connection, format!("SELECT name FROM pragma_table_info('{table}')"))?;
            let texts = columns.iter().map(|column| format!("coalesce(CAST(\"{column}\" AS TEXT), '')"));
            texts.collect::<Vec<_>>().join(" || ' ' || ")
        };
        for words in wanted {
            let query = format!("SELECT count(*) AS count FROM {table} WHERE {row} LIKE '%{words}%'");
            let counted: Vec<Count> = diesel::sql_query(query).load(connection)?;
            if counted.first().is_some_and(|counted| counted.count > 0) {
                found.push(format!("{table}: {words}"));
            }
        }
    }
    Ok(found)
}
