//! People sign in at a real OpenID Connect provider, as a browser would: to the provider, back with a
//! code, into the desk; and every way in which that must not work.

use chrono::TimeDelta;
use diesel::prelude::*;
use mesa::auth::oidc::{self, CALLBACK};
use mesa::db::schema::users;
use reqwest::header::{COOKIE, LOCATION, SET_COOKIE};
use reqwest::{Client, Method, Url, redirect};
use serde_json::{Value, json};
use tests::identity::{Identity, free_port};
use tests::{Answer, Desk, contract};

#[tokio::test]
async fn whoever_the_provider_vouches_for_lands_with_the_roles_of_their_groups() {
    let (desk, _identity) = desk("").await;
    let offered = desk.nobody().get("/auth/providers").await.ok(200);
    assert_eq!(
        offered,
        json!({"items": [{"id": "entidad", "name": "Entidad"}, {"id": "other", "name": "Other"}], "next_cursor": null})
    );
    for provider in ["entidad", "other"] {
        let browser = Browser::new(&desk);
        let landed = browser.sign_in(provider, "alan", "/console?open=true").await;
        assert_eq!(landed.location, "/console?open=true#signed-in");
        let cookie = landed.cookie("mesa_refresh").expect("a session");
        for part in ["HttpOnly", "SameSite=Strict", "Path=/api/v1/auth"] {
            assert!(cookie.contains(part), "{part}: {cookie}");
        }
        let me = browser.session().await.ok(200)["user"].clone();
        assert_eq!((&me["username"], &me["display_name"]), (&json!("alan"), &json!("Alan Torres")));
        assert_eq!(me["memberships"][0]["roles"], json!(["agent", "requester"]));
        assert_eq!(me["groups"][0]["key"], "n1");
        assert_eq!(me["email"], "alan@example.test");
        if provider == "entidad" {
            // The second time it is the same account.
            let again = Browser::new(&desk);
            again.sign_in(provider, "alan", "/").await;
            assert_eq!(again.session().await.ok(200)["user"], me);
            assert_eq!(desk.audited("alan").await, ["account_created", "sign_in", "sign_in"]);
            forget(&desk, "alan").await;
        }
    }
    let browser = Browser::new(&desk);
    browser.sign_in("entidad", "ruth", "/").await;
    assert_eq!(browser.session().await.ok(200)["user"]["email"], Value::Null, "it is not known to be hers");
}

#[tokio::test]
async fn a_code_is_good_only_for_whoever_asked_for_it_and_once() {
    let (desk, _identity) = desk("").await;
    let browser = Browser::new(&desk);
    // Another state, and none.
    for state in [Some("made-up"), None] {
        let (back, _) = browser.begin("entidad", "alan", "/").await;
        let refused = browser.get(&with(&back, "state", state)).await;
        assert_eq!(problem(&refused), "oidc_expired", "{back}");
        assert!(refused.cookie("mesa_refresh").is_none());
    }
    let (back, _) = browser.begin("entidad", "alan", "/").await;
    let stranger = Browser::new(&desk);
    assert_eq!(problem(&stranger.get(&back).await), "oidc_expired", "a link in a mail signs nobody in");
    // Somebody else's code, brought into one's own sign-in: it was asked for with another verifier.
    let (theirs, _) = stranger.begin("entidad", "ruth", "/").await;
    let code = parameter(&theirs, "code");
    assert_eq!(problem(&browser.get(&with(&back, "code", Some(&code))).await), "oidc_failed");
    // Once: the cookie goes with the first use, and the provider takes the code no second time.
    let (back, cookie) = browser.begin("entidad", "alan", "/").await;
    assert_eq!(browser.get(&back).await.location, "/#signed-in");
    assert_eq!(problem(&browser.get(&back).await), "oidc_expired");
    assert_eq!(problem(&stranger.get_with(&back, &cookie).await), "oidc_failed");
    // In time.
    let (back, _) = browser.begin("entidad", "alan", "/portal").await;
    desk.clock.advance(TimeDelta::minutes(10));
    assert_eq!(browser.get(&back).await.location, "/#sign-in-problem=oidc_expired");
    // Another provider's answer.
    let (back, _) = browser.begin("entidad", "alan", "/").await;
    assert!(!parameter(&back, "iss").is_empty(), "the provider says who it is");
    let other = with(&back, "iss", Some("https://evil.test"));
    assert_eq!(problem(&browser.get(&other).await), "oidc_failed");
    assert_eq!(browser.get(CALLBACK).await.location, "/#sign-in-problem=oidc_expired");
}

#[tokio::test]
async fn whoever_does_not_come_in_is_told_why_on_the_sign_in_page() {
    let (desk, mut identity) = desk("").await;
    for (who, why) in [
        ("declines", "oidc_denied"),
        ("nora", "no_role"),
        // Whoever may choose a name at the provider does not become somebody here by it.
        ("mallory", "account_conflict"),
        ("nameless", "oidc_failed"),
    ] {
        let landed = Browser::new(&desk).sign_in("entidad", who, "/portal/tickets").await;
        assert_eq!(landed.location, format!("/portal/tickets#sign-in-problem={why}"), "{who}");
        assert!(landed.cookie("mesa_refresh").is_none(), "{who}");
    }
    assert_eq!(desk.audited("admin").await, ["sign_in_refused"]);
    assert_eq!(desk.audited("nora").await, ["account_created", "sign_in_refused"]);
    // One who is there already and is switched off here.
    let browser = Browser::new(&desk);
    browser.sign_in("entidad", "ruth", "/").await;
    switch_off(&desk, "ruth").await;
    browser.session().await.refused(401, "unauthenticated");
    assert_eq!(problem(&browser.sign_in("entidad", "ruth", "/").await), "account_disabled");

    assert_eq!(browser.login("nowhere", "alan", "/x").await.location, "/x#sign-in-problem=oidc_failed");
    identity.stop();
    let gone = Desk::with(|config| config.providers = providers(&identity.issuer, "")).await;
    assert_eq!(problem(&Browser::new(&gone).login("entidad", "alan", "/").await), "oidc_unreachable");
}

#[tokio::test]
async fn the_way_back_leads_nowhere_but_here() {
    let (desk, _identity) = desk("").await;
    for (wanted, place) in [
        ("https://evil.test/", "/"),
        ("//evil.test", "/"),
        ("/\\evil.test", "/"),
        ("/portal#signed-in", "/portal"),
        ("/tickets/TIC-1", "/tickets/TIC-1"),
    ] {
        let landed = Browser::new(&desk).sign_in("entidad", "alan", wanted).await;
        assert_eq!(landed.location, format!("{place}#signed-in"), "{wanted}");
    }
}

#[tokio::test]
async fn a_trusted_provider_takes_up_accounts_that_wait_for_it() {
    for (trust, landed) in
        [("", "/#sign-in-problem=account_conflict"), (r#", "trust_usernames": true"#, "/#signed-in")]
    {
        let (desk, _identity) = desk(trust).await;
        let waiting = wait_for(&desk, "ruth").await;
        assert_eq!(Browser::new(&desk).sign_in("entidad", "ruth", "/").await.location, landed);
        assert_eq!(id_of(&desk, "ruth").await, waiting);
        // One with a password is nobody else's, whomever the desk trusts.
        let mallory = Browser::new(&desk).sign_in("entidad", "mallory", "/").await;
        assert_eq!(problem(&mallory), "account_conflict");
    }
}

/// A desk with two providers, which are the same: one knows a secret of the desk, one does not.
async fn desk(more: &str) -> (Desk, Identity) {
    let port = free_port();
    let base = format!("http://127.0.0.1:{port}");
    let identity = Identity::start(&format!("{base}{CALLBACK}"));
    let configured = providers(&identity.issuer, more);
    let desk = Desk::with(|config| {
        config.listen = format!("127.0.0.1:{port}").parse().expect("an address");
        config.public_url = base;
        config.providers = configured;
    });
    let desk = desk.await;
    // The provider's clock is the machine's, and what it says is good for an hour of that.
    #[expect(clippy::disallowed_methods, reason = "the desk meets somebody who has a clock of their own")]
    let now = chrono::Utc::now();
    desk.clock.set(now);
    (desk, identity)
}

fn providers(issuer: &str, more: &str) -> Vec<oidc::ProviderConfig> {
    let roles = r#"{"requesters": {"project": "TIC", "role": "requester"}, "agents": {"project": "TIC", "role": "agent", "group": "n1"}}"#;
    let one = |id: &str, name: &str, client: &str| {
        format!(
            r#"{{"id": "{id}", "name": "{name}", "issuer": "{issuer}", "client_id": {client},
                "scopes": ["profile", "email", "groups"], "group_roles": {roles}{more}}}"#
        )
    };
    let list = format!(
        "[{}, {}]",
        one("entidad", "Entidad", r#""desk", "client_secret": "desk-secret""#),
        one("other", "Other", r#""public""#)
    );
    oidc::read(&|name| (name == "MESA_OIDC_PROVIDERS").then(|| list.clone())).expect("the settings are sound")
}

/// What a browser does of itself: it keeps cookies. It follows no way by itself here.
struct Browser {
    client: Client,
    base: String,
}

/// Where an answer leads.
struct Way {
    location: String,
    cookies: Vec<String>,
}

impl Way {
    fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.iter().map(String::as_str).find(|cookie| cookie.starts_with(&format!("{name}=")))
    }
}

impl Browser {
    fn new(desk: &Desk) -> Self {
        let client = Client::builder().no_proxy().cookie_store(true).redirect(redirect::Policy::none());
        Self { client: client.build().expect("a client"), base: desk.base.clone() }
    }

    /// All the way: where the desk leads to in the end.
    async fn sign_in(&self, provider: &str, who: &str, return_to: &str) -> Way {
        let (back, _) = self.begin(provider, who, return_to).await;
        self.get(&back).await
    }

    /// To the provider and through it, up to the address that leads back; and the desk's cookie.
    async fn begin(&self, provider: &str, who: &str, return_to: &str) -> (String, String) {
        let begun = self.login(provider, who, return_to).await;
        let cookie = begun.cookie("mesa_oidc").expect("something to remember").to_owned();
        for part in ["HttpOnly", "SameSite=Lax", "Path=/api/v1/auth/oidc"] {
            assert!(cookie.contains(part), "{part}: {cookie}");
        }
        assert!(begun.location.contains("code_challenge_method=S256"), "{}", begun.location);
        let mut way = begun.location;
        // To the provider's page, which lets people in, and on to the one that asks whether they agree.
        for _ in 0..10 {
            if way.starts_with(&self.base) {
                return (way, cookie.split(';').next().expect("a part").to_owned());
            }
            let answer = self.client.get(&way).send().await.expect("the provider answers");
            let next = answer.headers().get(LOCATION).and_then(|next| next.to_str().ok()).map(str::to_owned);
            let here = answer.url().clone();
            let Some(next) = next else { panic!("{here}: {}", answer.text().await.expect("a text")) };
            way = here.join(&next).expect("an address").to_string();
        }
        panic!("the provider leads nowhere: {way}")
    }

    async fn login(&self, provider: &str, who: &str, return_to: &str) -> Way {
        let query = serde_html_form::to_string([
            ("provider", provider),
            ("return_to", return_to),
            ("login_hint", who),
        ]);
        self.get(&format!("/api/v1/auth/oidc/login?{}", query.expect("text"))).await
    }

    /// Asks the desk, checks the answer against the contract, and says where it leads.
    async fn get(&self, address: &str) -> Way {
        self.get_with(address, "").await
    }

    async fn get_with(&self, address: &str, cookie: &str) -> Way {
        let path = address.strip_prefix(&self.base).unwrap_or(address);
        let mut asked = self.client.get(format!("{}{path}", self.base));
        if !cookie.is_empty() {
            asked = asked.header(COOKIE, cookie);
        }
        let answer = self.answer(Method::GET, path, asked).await;
        answer.expect_status(302);
        let text = |value: &reqwest::header::HeaderValue| value.to_str().expect("text").to_owned();
        Way {
            location: text(&answer.headers[LOCATION]),
            cookies: answer.headers.get_all(SET_COOKIE).iter().map(text).collect(),
        }
    }

    /// What the SPA asks for when it has come back.
    async fn session(&self) -> Answer {
        let path = "/api/v1/auth/refresh";
        self.answer(Method::POST, path, self.client.post(format!("{}{path}", self.base))).await
    }

    async fn answer(&self, method: Method, path: &str, asked: reqwest::RequestBuilder) -> Answer {
        let response = asked.send().await.expect("the desk answers");
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = response.bytes().await.expect("a body").to_vec();
        let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        let answer = Answer { asked: format!("{method} {path}"), status, headers, body, bytes };
        contract::check(&method, path, &answer);
        answer
    }
}

/// An address with another value of a parameter, or without it.
fn with(address: &str, name: &str, value: Option<&str>) -> String {
    let mut url: Url = address.parse().expect("an address");
    let kept: Vec<(String, String)> =
        url.query_pairs().into_owned().filter(|(known, _)| known != name).collect();
    url.query_pairs_mut().clear().extend_pairs(kept).extend_pairs(value.map(|value| (name, value)));
    url.to_string()
}

fn parameter(address: &str, name: &str) -> String {
    let url: Url = address.parse().expect("an address");
    let found = url.query_pairs().find(|(known, _)| known == name).map(|(_, value)| value.into_owned());
    found.unwrap_or_default()
}

fn problem(way: &Way) -> &str {
    way.location.split_once("#sign-in-problem=").map_or(&way.location, |(_, problem)| problem)
}

/// Gives an account another name and end, so that its person is a newcomer.
async fn forget(desk: &Desk, name: &'static str) {
    let change = desk.app.db.write(move |connection| {
        let account = users::table.filter(users::username.eq(name));
        let away = (users::username.eq("away"), users::external_id.eq("entidad:away"));
        diesel::update(account).set(away).execute(connection)?;
        Ok(())
    });
    change.await.expect("a change behind the API's back");
}

async fn switch_off(desk: &Desk, name: &'static str) {
    let change = desk.app.db.write(move |connection| {
        let account = users::table.filter(users::username.eq(name));
        diesel::update(account).set(users::active.eq(false)).execute(connection)?;
        Ok(())
    });
    change.await.expect("a change behind the API's back");
}

/// An account without a password, as an administrator makes it before the person comes.
async fn wait_for(desk: &Desk, name: &'static str) -> mesa::ids::UserId {
    let now = desk.clock.now();
    let made = desk.app.db.write(move |connection| {
        let person = mesa::people::NewPerson {
            username: name,
            display_name: name,
            email: None,
            phone: None,
            area: None,
            locale: ::contract::auth::Locale::Es,
            password_hash: None,
            provider: None,
        };
        mesa::people::create_person(connection, &person, now)
    });
    made.await.expect("an account")
}

async fn id_of(desk: &Desk, name: &'static str) -> mesa::ids::UserId {
    let found = desk.app.db.read(move |connection| {
        Ok(users::table.filter(users::username.eq(name)).select(users::id).first(connection)?)
    });
    found.await.expect("an account")
}
