//! Limits: on tries to sign in, in a way that keeps nobody out, and on what each caller asks.

use chrono::TimeDelta;
use reqwest::Method;
use serde_json::json;
use tests::{Answer, Desk};

const PASSWORD: &str = mesa::demo::PASSWORD;

#[tokio::test]
async fn a_device_that_is_known_is_not_held_up_by_the_failures_of_others() {
    let desk = Desk::start().await;
    let device = device_of(&try_from(&desk, "agent", PASSWORD, None).await);
    for _ in 0..10 {
        try_from(&desk, "agent", "nope", None).await.refused(401, "invalid_credentials");
    }
    try_from(&desk, "agent", PASSWORD, None).await.refused(429, "too_many");
    try_from(&desk, "agent", PASSWORD, Some(&device)).await.expect_status(200);
    // It is known as the agent's, and as nobody else's; nor is one that was made up.
    for _ in 0..10 {
        try_from(&desk, "agent2", "nope", Some(&device)).await.refused(401, "invalid_credentials");
    }
    try_from(&desk, "agent2", PASSWORD, None).await.refused(429, "too_many");
    try_from(&desk, "agent", PASSWORD, Some("mesa_device=made.up.token")).await.refused(429, "too_many");
    // And it has its own limit.
    for _ in 0..10 {
        try_from(&desk, "agent", "nope", Some(&device)).await.refused(401, "invalid_credentials");
    }
    try_from(&desk, "agent", PASSWORD, Some(&device)).await.refused(429, "too_many");
}

#[tokio::test]
async fn trying_on_while_locked_makes_it_no_longer() {
    let desk = Desk::start().await;
    for _ in 0..10 {
        try_from(&desk, "agent", "nope", None).await.refused(401, "invalid_credentials");
    }
    for _ in 0..14 {
        desk.clock.advance(TimeDelta::minutes(1));
        try_from(&desk, "agent", "nope", None).await.refused(429, "too_many");
    }
    desk.clock.advance(TimeDelta::minutes(1));
    try_from(&desk, "agent", PASSWORD, None).await.expect_status(200);
}

#[tokio::test]
async fn a_locked_name_is_answered_alike_whether_or_not_there_is_such_an_account() {
    let desk = Desk::start().await;
    let mut told = Vec::new();
    for username in ["agent", "nobody"] {
        let mut answers = Vec::new();
        for _ in 0..11 {
            let answer = try_from(&desk, username, "nope", None).await;
            let headers = ["retry-after", "ratelimit", "ratelimit-policy", "set-cookie"]
                .map(|name| answer.header(name).map(str::to_owned));
            let body = ["status", "code", "title", "detail"].map(|name| answer.body[name].clone());
            answers.push((headers, body));
        }
        told.push(answers);
    }
    assert_eq!(told[0], told[1]);
}

#[tokio::test]
async fn sign_ins_say_how_many_tries_are_left() {
    let desk = Desk::start().await;
    let good = try_from(&desk, "agent", PASSWORD, None).await;
    assert_eq!(good.header("ratelimit-policy"), Some("\"sign-in\";q=10;w=900"));
    assert_eq!(good.header("ratelimit"), Some("\"sign-in\";r=10;t=0"));
    let bad = try_from(&desk, "agent", "nope", None).await;
    assert_eq!(bad.header("ratelimit"), Some("\"sign-in\";r=9;t=901"));
    desk.clock.advance(TimeDelta::minutes(5));
    for _ in 0..9 {
        try_from(&desk, "agent", "nope", None).await.expect_status(401);
    }
    let locked = try_from(&desk, "agent", "nope", None).await;
    assert_eq!(locked.header("ratelimit"), Some("\"sign-in\";r=0;t=601"));
    assert_eq!(locked.header("retry-after"), Some("601"));
}

#[tokio::test]
async fn fewer_failures_than_the_directory_bears_are_let_through() {
    let desk = Desk::with(|config| {
        (config.directory_lockout_failures, config.directory_lockout_minutes) = (5, 30);
    })
    .await;
    let device = device_of(&try_from(&desk, "agent", PASSWORD, None).await);
    // Two of strangers and two of the owner's own devices: one less than five.
    for known in [None, Some(device.as_str())] {
        for _ in 0..2 {
            try_from(&desk, "agent", "nope", known).await.refused(401, "invalid_credentials");
        }
        try_from(&desk, "agent", "nope", known).await.refused(429, "too_many");
    }
    // The directory forgets half an hour after the last failure, and not after the first.
    desk.clock.advance(TimeDelta::minutes(30));
    try_from(&desk, "agent", "nope", None).await.refused(401, "invalid_credentials");
    desk.clock.advance(TimeDelta::minutes(29));
    try_from(&desk, "agent", "nope", None).await.refused(401, "invalid_credentials");
    desk.clock.advance(TimeDelta::minutes(29));
    try_from(&desk, "agent", PASSWORD, None).await.refused(429, "too_many");
    desk.clock.advance(TimeDelta::minutes(1));
    try_from(&desk, "agent", PASSWORD, None).await.expect_status(200);
}

#[tokio::test]
async fn many_tries_at_once_get_no_further_than_one_after_the_other() {
    let desk = Desk::start().await;
    let tries = (0..60).map(|_| try_from(&desk, "agent", "nope", None));
    let answers = futures_util::future::join_all(tries).await;
    let looked_at = answers.iter().filter(|answer| answer.status == 401).count();
    let processors = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    assert!((10..10 + processors).contains(&looked_at), "{looked_at} tries on {processors} processors");
}

#[tokio::test]
async fn each_caller_asks_so_much_a_minute_and_programs_apart() {
    let desk = Desk::with(|config| config.requests_per_minute = 4).await;
    let agent = desk.sign_in("agent").await;
    let key = json!({"name": "x", "scopes": ["read"], "expires_at": "2027-01-01T00:00:00Z"});
    let made = agent.post("/me/api-keys", &key).await;
    assert_eq!(made.header("ratelimit-policy"), Some("\"caller\";q=4;w=60"));
    assert_eq!(made.header("ratelimit"), Some("\"caller\";r=3;t=15"));
    let made = made.ok(201);
    for _ in 0..3 {
        agent.get("/me").await.expect_status(200);
    }
    let refused = agent.get("/me").await;
    let wait: u32 = refused.header("retry-after").and_then(|wait| wait.parse().ok()).expect("how long");
    assert!((1..=15).contains(&wait), "{wait}");
    assert_eq!(refused.header("ratelimit"), Some("\"caller\";r=0;t=60"));
    refused.refused(429, "too_many");
    let program = desk.nobody().with_token(made["key"].as_str().expect("a key"));
    program.get("/me").await.expect_status(200);
    desk.sign_in("agent2").await.get("/me").await.expect_status(200);
    // Signing in has a limit of its own.
    try_from(&desk, "agent", PASSWORD, None).await.expect_status(200);
    let unlimited = Desk::start().await.sign_in("agent").await.get("/me").await;
    assert_eq!(unlimited.header("ratelimit"), None);
}

#[tokio::test]
async fn behind_a_proxy_each_client_has_a_limit_of_its_own_and_a_network_of_ipv6_one() {
    let desk = Desk::with(|config| {
        config.link_requests_per_minute = 1;
        config.trusted_proxies = vec!["127.0.0.1/32".parse().expect("a network")];
    })
    .await;
    let nobody = desk.nobody();
    let open = async |forwarded: &str| {
        nobody.ask(Method::GET, "/surveys/x.y.z").header("X-Forwarded-For", forwarded).send().await
    };
    for first in ["192.0.2.7", "192.0.2.8, 192.0.2.9", "2001:db8:1:2::7", "2001:db8:1:3::7"] {
        open(first).await.refused(404, "not_found");
    }
    for again in ["192.0.2.7:51000", "192.0.2.8, ::ffff:192.0.2.9", "[2001:db8:1:2:3::9]:51000"] {
        open(again).await.refused(429, "too_many");
    }
    // What is behind an address that cannot be read is nobody's word: all of that is the proxy's.
    open("192.0.2.10, unknown").await.refused(404, "not_found");
    open("192.0.2.11, unknown").await.refused(429, "too_many");
    let fail = async |from: &str| {
        let body = json!({"username": "agent", "password": "nope"});
        let ask = nobody.ask(Method::POST, "/auth/login").header("X-Forwarded-For", from);
        ask.json(&body).send().await
    };
    for number in 1..=10 {
        fail(&format!("2001:db8:1:2::{number}")).await.refused(401, "invalid_credentials");
    }
    fail("2001:db8:1:2::b").await.refused(429, "too_many");
    fail("2001:db8:1:3::1").await.refused(401, "invalid_credentials");
}

async fn try_from(desk: &Desk, username: &str, password: &str, device: Option<&str>) -> Answer {
    let body = json!({"username": username, "password": password});
    let ask = desk.nobody().ask(Method::POST, "/auth/login");
    let ask = match device {
        Some(device) => ask.header("Cookie", device),
        None => ask,
    };
    ask.json(&body).send().await
}

/// The cookie by which a device is known after a sign-in.
fn device_of(answer: &Answer) -> String {
    let mut cookies = answer.headers.get_all("set-cookie").iter().filter_map(|cookie| cookie.to_str().ok());
    let device = cookies.find(|cookie| cookie.starts_with("mesa_device=")).expect("the device's");
    assert!(device.contains("HttpOnly") && device.contains("SameSite=Strict"), "{device}");
    device.split(';').next().expect("a first part").to_owned()
}

#[tokio::test]
async fn links_of_letters_are_opened_so_often_a_minute_from_an_address() {
    let desk = Desk::with(|config| config.link_requests_per_minute = 3).await;
    let nobody = desk.nobody();
    for left in [2, 1] {
        let answer = nobody.get("/surveys/x.y.z").await;
        assert_eq!(answer.header("ratelimit-policy"), Some("\"link\";q=3;w=60"));
        assert!(
            answer.header("ratelimit").is_some_and(|it| it.starts_with(&format!("\"link\";r={left};t=")))
        );
        answer.refused(404, "not_found");
    }
    nobody.post("/surveys/x.y.z", &json!({"satisfied": true})).await.refused(404, "not_found");
    for _ in 0..2 {
        let held = nobody.get("/surveys/x.y.z").await;
        let wait: u32 = held.header("retry-after").and_then(|it| it.parse().ok()).expect("seconds to wait");
        assert!((1..=20).contains(&wait), "{wait}");
        assert!(held.header("ratelimit").is_some_and(|it| it.starts_with("\"link\";r=0;t=")));
        held.refused(429, "too_many");
    }
    // Whoever has signed in is counted apart.
    desk.sign_in("agent").await.get("/me").await.expect_status(200);
}
