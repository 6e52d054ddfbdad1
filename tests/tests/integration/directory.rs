//! People of a real directory (slapd) sign in: as whom, when not, and what becomes of them when they
//! leave it or it goes away.

mod active_directory;
mod away;
mod following;
mod leaving;
mod signing_in;

use diesel::prelude::*;
use mesa::db::schema::{projects, users};
use mesa::ids::ProjectId;
use reqwest::Method;
use serde_json::Value;
use tests::directory::Directory;
use tests::{Answer, Desk, Person};

const RUTH: &str = "uid=ruth,ou=people,dc=example,dc=test";
const ALAN: &str = "uid=alan,ou=people,dc=example,dc=test";
const ADA: &str = "uid=ada,ou=people,dc=example,dc=test";
const SARA: &str = "uid=sara,ou=people,dc=example,dc=test";

async fn desk(directory: &Directory, urls: &str) -> Desk {
    Desk::with(|config| config.directory = directory.config(urls)).await
}

/// With the password that everybody has in `tests/data/directory`.
async fn enter(desk: &Desk, username: &str) -> Value {
    desk.log_in(username, &format!("{}-secret", username.to_lowercase())).await.ok(200)
}

/// Somebody who is in.
struct Inside {
    id: Value,
    person: Person,
    cookie: String,
}

impl Inside {
    async fn me(&self) -> Answer {
        self.person.get("/me").await
    }

    async fn refresh(&self, desk: &Desk) -> Answer {
        desk.nobody().ask(Method::POST, "/auth/refresh").header("Cookie", &self.cookie).send().await
    }
}

async fn enter_with_cookie(desk: &Desk, username: &str) -> Inside {
    let answer = desk.log_in(username, &format!("{username}-secret")).await;
    let cookie =
        answer.header("set-cookie").and_then(|cookie| cookie.split(';').next()).expect("a cookie").to_owned();
    let body = answer.ok(200);
    let person = desk.nobody().with_token(body["access_token"].as_str().expect("a token"));
    Inside { id: body["user"]["id"].clone(), person, cookie }
}

fn roles(me: &Value) -> Vec<String> {
    let roles = me["memberships"][0]["roles"].as_array().expect("roles");
    roles.iter().filter_map(|role| role.as_str().map(str::to_owned)).collect()
}

/// An entry for somebody, to be added.
fn person(uid: &str) -> String {
    format!(
        "dn: uid={uid},ou=people,dc=example,dc=test\nchangetype: add\nobjectClass: inetOrgPerson\nuid: {uid}\ncn: {uid}\nsn: {uid}\nuserPassword: {uid}-secret\n"
    )
}

fn tic(connection: &mut mesa::db::DbConnection) -> mesa::error::Result<ProjectId> {
    Ok(projects::table.filter(projects::key.eq("TIC")).select(projects::id).first(connection)?)
}

async fn count(desk: &Desk) -> i64 {
    let all = desk.app.db.read(|connection| Ok(users::table.count().get_result(connection)?));
    all.await.expect("people can be counted")
}

/// How many of these have an account that is active.
async fn active(desk: &Desk, names: &[String]) -> usize {
    let names = names.to_vec();
    let found = desk.app.db.read(move |connection| {
        let query = users::table.filter(users::active.eq(true)).select(users::username);
        Ok(query.load::<String>(connection)?)
    });
    found.await.expect("asked").iter().filter(|name| names.contains(name)).count()
}
