//! Full text, and lists taken away as files.

use contract::tickets::Status;
use diesel::prelude::*;
use diesel::sql_types::Text;
use mesa::db::DbConnection;
use serde_json::json;
use tests::{Desk, Person};

#[tokio::test]
async fn accents_case_and_endings_do_not_matter() {
    let desk = Desk::start().await;
    for (subject, description) in [
        ("Falla la impresión", "La impresora del primer piso no imprime."),
        ("Olvidé mi contraseña", "No puedo entrar al correo."),
        ("Sin red", "Los computadores no tienen CONEXIÓN a internet."),
    ] {
        desk.register("requester", json!({"subject": subject, "description": description})).await;
    }
    let agent = desk.sign_in("agent").await;
    for (sought, found) in [
        ("impresion", vec!["TIC-1"]),
        ("IMPRESIÓN", vec!["TIC-1"]),
        ("contraseñas", vec!["TIC-2"]),
        ("contrasena", vec!["TIC-2"]),
        ("conexion", vec!["TIC-3"]),
        ("computador", vec!["TIC-3"]),
        ("piso imprime", vec!["TIC-1"]),
        ("impre", vec!["TIC-1"]),
        ("tic-2", vec!["TIC-2"]),
        ("contraseña impresión", vec![]),
        ("unicornio", vec![]),
        ("\"; DROP TABLE tickets; --", vec![]),
        ("!!!", vec![]),
    ] {
        assert_eq!(found_by(&agent, sought).await, found, "{sought:?}");
    }
    assert_eq!(found_by(&agent, "   ").await.len(), 3, "blank sets no condition");
}

/// A beginning is spelled out while few words begin so; the engines take their own way when they are many.
#[tokio::test]
async fn a_beginning_finds_all_that_begin_so_few_or_many() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    let mut registered = Vec::new();
    for number in 0..12 {
        let subject = json!({"subject": format!("Equipo zeta{number}")});
        registered.push(desk.register("requester", subject).await);
        assert_eq!(found_by(&agent, "zeta").await, registered, "after {} words", number + 1);
    }
    assert_eq!(found_by(&agent, "equipo zeta1").await, [&registered[1..2], &registered[10..]].concat());
    let newest = agent.get("/tickets?q=equipo+zeta&limit=5").await.ok(200);
    let next = newest["next_cursor"].as_str().expect("more").to_owned();
    let rest = agent.get(&format!("/tickets?q=equipo+zeta&limit=50&cursor={next}")).await.ok(200);
    let numbers = |page: &serde_json::Value| -> Vec<String> {
        let items = page["items"].as_array().expect("items").iter();
        items.map(|row| row["number"].as_str().expect("a number").to_owned()).collect()
    };
    registered.reverse();
    assert_eq!([numbers(&newest), numbers(&rest)].concat(), registered, "page after page, each once");
}

/// The words that a beginning is spelled out by are those that some case has.
#[tokio::test]
async fn a_word_that_no_case_has_any_more_is_forgotten() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    let other = desk.register("requester", json!({"description": "El cable gastado."})).await;
    let number = desk.ticket_in(Status::InProgress).await;
    desk.act("agent", &number, "resolve", json!({"solution": "Cable y zafiro nuevos."})).await;
    assert_eq!(known_words(&desk, "zafir").await, ["zafir"]);
    desk.act("requester", &number, "survey", json!({"satisfied": false, "comment": "No."})).await;
    desk.act("agent", &number, "diagnose", tests::given::diagnosis()).await;
    desk.act("agent", &number, "resolve", json!({"solution": "Nada de eso."})).await;
    desk.run_jobs().await;
    assert_eq!(known_words(&desk, "zafir").await, Vec::<String>::new());
    assert_eq!(known_words(&desk, "cabl").await, ["cabl"], "another case has it");
    assert_eq!(found_by(&agent, "cab").await, [other]);
    // It comes back with the next case that says it.
    let third = desk.register("requester", json!({"description": "Un zafiro."})).await;
    assert_eq!(found_by(&agent, "zaf").await, [third]);
}

async fn known_words(desk: &Desk, beginning: &'static str) -> Vec<String> {
    #[derive(QueryableByName)]
    struct Stem {
        #[diesel(sql_type = Text)]
        term: String,
    }
    let asked =
        format!("SELECT DISTINCT term FROM tickets_stems WHERE term LIKE '{beginning}%' ORDER BY term");
    let stems = desk.app.db.read(move |connection| {
        Ok(match connection {
            DbConnection::Pg(postgres) => diesel::sql_query(asked).load::<Stem>(postgres)?,
            DbConnection::Sqlite(sqlite) => diesel::sql_query(asked).load::<Stem>(sqlite)?,
        })
    });
    stems.await.expect("the words").into_iter().map(|stem| stem.term).collect()
}

#[tokio::test]
async fn the_solution_is_found_too_and_only_by_those_who_may_see_the_case() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::InProgress).await;
    desk.act("agent", &number, "resolve", json!({"solution": "Se reemplazó el transformador."})).await;
    assert_eq!(found_by(&desk.sign_in("agent").await, "transformadores").await, [number.as_str()]);
    assert_eq!(found_by(&desk.sign_in("requester").await, "transformador").await, [number.as_str()]);
    for stranger in ["requester2", "specialist", "provider", "stranger_agent"] {
        assert_eq!(
            found_by(&desk.sign_in(stranger).await, "transformador").await,
            Vec::<String>::new(),
            "{stranger}"
        );
    }
}

#[tokio::test]
async fn people_are_found_by_a_part_of_their_name() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    for (query, expected) in [
        ("q=gomez", vec!["specialist"]),
        ("q=GÓM", vec!["specialist"]),
        ("q=specialist2@example", vec!["specialist2"]),
        ("q=_", vec![]),
        ("q=%25", vec![]),
        ("role=provider", vec!["provider2", "provider"]),
        ("role=agent&q=ruiz", vec!["agent2"]),
    ] {
        let page = agent.get(&format!("/users?{query}")).await.ok(200);
        let items = page["items"].as_array().expect("items");
        let names: Vec<_> = items.iter().filter_map(|person| person["username"].as_str()).collect();
        assert_eq!(names, expected, "?{query}");
    }
    assert_eq!(agent.get("/users?limit=3").await.ok(200)["items"].as_array().map(Vec::len), Some(3));
}

#[tokio::test]
async fn a_list_is_taken_away_as_csv() {
    let desk = Desk::start().await;
    desk.register("requester", json!({"subject": "=1+1", "service": "correo"})).await;
    desk.register("requester", json!({"subject": "Coma, \"comillas\" y ñ"})).await;
    let answer = desk.sign_in("agent").await.get("/tickets/export.csv?sort=registered_at").await;
    answer.expect_status(200);
    assert_eq!(answer.header("content-disposition"), Some("attachment; filename=\"casos.csv\""));
    let text = answer.text();
    let lines: Vec<&str> = text.strip_prefix('\u{feff}').expect("a byte order mark").lines().collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[0].starts_with("Número,Proyecto,Tipo,Canal,Asunto,Estado,"), "{}", lines[0]);
    assert_eq!(
        lines[1],
        "TIC-1,TIC,Incidente,Portal,'=1+1,Registrado,1,Medio,Medio,3,Ana Rojas,,,Correo electrónico,\
        2026-11-11T14:00:00Z,,,,2026-11-11T15:00:00Z,En curso"
    );
    assert!(lines[2].contains("\"Coma, \"\"comillas\"\" y ñ\""), "{}", lines[2]);
    let english =
        desk.sign_in("agent").await.reading("en").get("/tickets/export.csv?q=correo&kind=request").await;
    assert_eq!(english.text().lines().count(), 1, "the filter holds");
    assert!(english.text().contains("Number,Project,Kind"), "{}", english.text());
    desk.sign_in("requester").await.get("/tickets/export.csv").await.refused(403, "forbidden");
}

#[tokio::test]
async fn an_export_has_more_rows_than_are_read_at_a_time() {
    let desk = Desk::start().await;
    register_many(&desk, 1100).await;
    let text = desk.sign_in("supervisor").await.get("/tickets/export.csv").await.text();
    let mut numbers: Vec<&str> = text.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert_eq!(numbers.len(), 1100);
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), 1100, "each once");
}

async fn found_by(person: &Person, words: &str) -> Vec<String> {
    let ask = person.ask(reqwest::Method::GET, "/tickets").query(&[("q", words), ("sort", "registered_at")]);
    let page = ask.send().await.ok(200);
    let items = page["items"].as_array().expect("items");
    items.iter().map(|row| row["number"].as_str().expect("a number").to_owned()).collect()
}

/// Not one by one over HTTP, which is not what this test is about.
async fn register_many(desk: &Desk, count: usize) {
    let now = desk.clock.now();
    let work = move |connection: &mut mesa::db::DbConnection| {
        let project = mesa::projects::find(connection, &"TIC".into())?.expect("the cast's project");
        let person =
            mesa::people::find_person(connection, project.id, &"requester".into())?.expect("the cast");
        for _ in 0..count {
            let body = serde_json::from_value(tests::given::incident(json!({}))).expect("a body");
            let by = mesa::tickets::Registration { requester: person.id, registered_by: person.id, at: now };
            mesa::tickets::register_on(connection, &project, body, by)?;
        }
        Ok(())
    };
    desk.app.db.write(work).await.expect("many cases");
}
