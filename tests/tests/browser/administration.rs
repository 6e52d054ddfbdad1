//! Administrators at work: somebody comes, somebody leaves, somebody is helped, and the log proves
//! itself.

use crate::seat::{DESKTOP, Seat};
use contract::tickets::Status;
use serde_json::json;
use tests::Desk;
use tests::receiver::Receiver;
use thirtyfour::Key;

/// Chooses from a field that finds by typing.
async fn choose(seat: &Seat, field: &str, words: &str, value: &str) {
    seat.write(field, words).await;
    // The list without the words is there first; only who is meant is pressed.
    seat.press(&format!("[role=option][data-value={value}]")).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_person_is_made_given_a_role_and_signs_in() {
    let desk = Desk::start().await;
    let admin = Seat::take(&desk, "admin", DESKTOP).await;
    admin.go("/console/admin/people").await;
    admin.press("a[href$='/console/admin/people/new']").await;
    admin.sees("[data-form=person]", true).await;
    admin.press("[data-form=person] [type=submit]").await;
    admin.sees("[data-form=person] .error-summary li", true).await;
    admin.is_accessible("a form with faults").await;
    admin.write("[data-form=person] [name=display_name]", "Laura García").await;
    admin.write("[data-form=person] [name=username]", "lgarcia").await;
    admin.press("[data-form=person] [name=groups][value=n1]").await;
    admin.press("[data-form=person] [name=roles][value=agent]").await;
    admin.press("[data-form=person] [name=with-password]").await;
    let password = admin.find("[data-form=person] [name=password]").await.prop("value").await;
    let password = password.expect("it has a value").unwrap_or_default();
    assert_eq!(password.len(), 19, "a suggestion of four times four: {password}");
    admin.press("[data-form=person] [type=submit]").await;
    admin.sees("[data-form=details]", true).await;
    assert_eq!(admin.text("main h1").await, "Laura García");
    // Another role, from the page of the account.
    admin.press("[data-form=roles-TIC] [name=roles][value=supervisor]").await;
    admin.press("[data-form=roles-TIC] [type=submit]").await;
    admin.sees("[data-form=roles-TIC] [type=submit]", false).await;
    let user = desk.sign_in("admin").await.get("/users/lgarcia").await.ok(200);
    assert_eq!(user["memberships"][0]["roles"], json!(["agent", "requester", "supervisor"]));

    let laura = Seat::open(&desk, DESKTOP).await;
    laura.go("/").await;
    laura.write("[name=username]", "LGarcia").await;
    laura.write("[name=password]", &password).await;
    laura.press("[data-form=sign-in] [type=submit]").await;
    laura.sees("[data-form=sign-in]", false).await;
    laura.sees(".top .person-name", true).await;
    assert_eq!(laura.text(".top .person-name").await, "Laura García");
    for seat in [admin, laura] {
        seat.leave(&["/api/v1/auth/refresh", "422"]).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_leaves_and_another_goes_on() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    let admin = Seat::take(&desk, "admin", DESKTOP).await;
    admin.go("/console/admin/people/agent").await;
    admin.press("button[data-action=deactivate]").await;
    admin.press("[data-form=deactivate] [name=heir][value=person]").await;
    choose(&admin, "#heir-reassign_to", "bibiana", "agent2").await;
    admin.press("[data-form=deactivate] [type=submit]").await;
    admin.sees("button[data-action=activate]", true).await;
    let ticket = desk.read("agent2", &number).await;
    assert_eq!(ticket["assignee"]["display_name"], "Bibiana Ruiz");
    // Found among those who are gone, and called back.
    admin.go("/console/admin/people?active=false").await;
    admin.press("a[href$='/console/admin/people/agent']").await;
    admin.press("button[data-action=activate]").await;
    admin.sees("button[data-action=deactivate]", true).await;
    admin.leave(&["/api/v1/auth/refresh"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_found_by_typing_is_put_into_a_group() {
    let desk = Desk::start().await;
    let admin = Seat::take(&desk, "admin", DESKTOP).await;
    admin.go("/console/admin/people").await;
    admin.write("#people-search", "gomez").await;
    admin.sees("a[href$='/console/admin/people/agent']", false).await;
    admin.sees("a[href$='/console/admin/people/specialist']", true).await;
    let group = desk.sign_in("admin").await.get("/groups/n2-sistemas").await.ok(200)["id"].clone();
    admin.go(&format!("/console/admin/groups/{}", group.as_str().expect("an id"))).await;
    choose(&admin, "#members-person", "sara", "specialist").await;
    admin.sees("[data-form=members] a[href$='/console/admin/people/specialist']", true).await;
    let group = desk.sign_in("admin").await.get("/groups/n2-sistemas").await.ok(200);
    assert_eq!(group["member_count"], 2);
    admin.leave(&["/api/v1/auth/refresh"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_administrator_acts_in_somebodys_place_and_stops() {
    let desk = Desk::start().await;
    let admin = Seat::take(&desk, "admin", DESKTOP).await;
    admin.go("/console/admin/people/requester").await;
    admin.press("button[data-action=impersonate]").await;
    admin.press("button[data-action=stand-in-start]").await;
    admin.sees("[data-part=stand-in]", true).await;
    admin.ready().await;
    assert_eq!(admin.text(".top .person-name").await, "Ana Rojas");
    assert!(admin.text("[data-part=stand-in]").await.contains("Adriana Castro"));
    admin.is_accessible("acting in somebody's place").await;
    admin.photograph("stand-in").await;
    admin.press("button[data-action=stand-in-stop]").await;
    admin.sees("[data-part=stand-in]", false).await;
    admin.sees("[data-form=details]", true).await;
    assert_eq!(admin.text(".top .person-name").await, "Adriana Castro");
    admin.leave(&["/api/v1/auth/refresh"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_log_is_searched_and_proves_itself() {
    let desk = Desk::start().await;
    let admin = Seat::take(&desk, "admin", DESKTOP).await;
    let person = desk.sign_in("admin").await;
    person.patch("/users/agent", 1, &json!({"area": "Mesa"})).await.expect_status(200);
    desk.run_jobs().await;
    admin.go("/console/admin/audit").await;
    admin.write("[data-form=audit] [name=operation]", "PATCH /api/v1/users/{user}").await;
    admin.press("[data-form=audit] [type=submit]").await;
    admin.sees("tbody tr:nth-child(2)", false).await;
    admin.press("button[data-action=entry]").await;
    admin.sees("dialog[open] .audit-changes", true).await;
    assert!(admin.text("dialog[open] .audit-changes ins").await.contains("Mesa"));
    admin.keys(Key::Escape).await;
    admin.sees("dialog[open]", false).await;
    admin.press("button[data-action=verify]").await;
    admin.sees(".verify-good", true).await;
    admin.is_accessible("a log that is intact").await;
    admin.photograph("audit-intact").await;
    admin.leave(&["/api/v1/auth/refresh"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_service_account_is_made_and_given_a_key_that_is_revoked() {
    let desk = Desk::start().await;
    let admin = Seat::take(&desk, "admin", DESKTOP).await;
    admin.go("/console/admin/people/new").await;
    admin.press("[data-form=person] [name=kind][value=service]").await;
    admin.sees("[data-form=person] [name=with-password]", false).await;
    admin.write("[data-form=person] [name=display_name]", "Monitoreo").await;
    admin.write("[data-form=person] [name=username]", "monitoreo").await;
    admin.press("[data-form=person] [name=roles][value=agent]").await;
    admin.press("[data-form=person] [type=submit]").await;
    admin.sees("[data-part=api-keys]", true).await;
    admin.sees("button[data-action=set_password]", false).await;
    admin.press("[data-part=api-keys] button[data-action=new-key]").await;
    admin.write("[data-form=new-key] [name=name]", "Alarmas").await;
    admin.press("[data-form=new-key] [name=writes]").await;
    admin.press("[data-form=new-key] [type=submit]").await;
    admin.sees("[data-part=new-key] [data-part=secret]", true).await;
    admin.is_accessible("the key of a program").await;
    let key = admin.text("[data-part=new-key] [data-part=secret]").await;
    let program = desk.nobody().with_token(key.trim());
    assert_eq!(program.get("/me").await.ok(200)["username"], "monitoreo");
    admin.press("[data-part=new-key] button[data-action=key-kept]").await;
    admin.sees("[data-part=new-key]", false).await;
    admin.press("[data-part=api-keys] button[data-action=revoke-key]").await;
    admin.sees("[data-part=api-keys] button[data-action=revoke-key]", false).await;
    program.get("/me").await.refused(401, "unauthenticated");
    // Found again among the accounts of programs.
    admin.go("/console/admin/people?kind=service").await;
    admin.sees("a[href$='/console/admin/people/monitoreo']", true).await;
    admin.sees("a[href$='/console/admin/people/agent']", false).await;
    admin.leave(&["/api/v1/auth/refresh"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_has_lost_their_factor_is_helped_and_whoever_asks_is_forgotten() {
    let desk = Desk::start().await;
    let person = desk.nobody().signed_in("requester2").await;
    let enrolled = person.post("/me/second-factor", &json!({})).await.ok(200);
    let code = desk.code_of(enrolled["otpauth_url"].as_str().expect("an address"));
    person.post("/me/second-factor/confirm", &json!({"code": code})).await.expect_status(200);

    let admin = Seat::take(&desk, "admin", DESKTOP).await;
    admin.go("/console/admin/people/requester2").await;
    admin.press("button[data-action=reset_second_factor]").await;
    admin.is_accessible("taking a factor off").await;
    admin.press("button[data-action=factor-reset]").await;
    admin.sees("button[data-action=reset_second_factor]", false).await;
    assert_eq!(person.get("/me").await.ok(200)["second_factor"], false);

    admin.press("button[data-action=anonymise]").await;
    admin.write("[data-form=anonymise] [name=reason]", "Lo pidió por escrito.").await;
    admin.write("[data-form=anonymise] [name=username]", "requester").await;
    admin.press("[data-form=anonymise] [type=submit]").await;
    admin.sees("[data-form=anonymise] [name=username][aria-invalid=true]", true).await;
    person.get("/me").await.expect_status(200);
    admin.write("[data-form=anonymise] [name=username]", "2").await;
    admin.press("[data-form=anonymise] [type=submit]").await;
    admin.sees("[data-form=anonymise]", false).await;
    admin.sees("#people-search", true).await;
    person.get("/me").await.refused(401, "unauthenticated");
    admin.leave(&["/api/v1/auth/refresh"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn periods_are_set_and_a_new_notice_is_accepted_by_whoever_publishes_it_first() {
    let desk = Desk::start().await;
    let admin = Seat::take(&desk, "admin", DESKTOP).await;
    admin.go("/console/admin/privacy").await;
    let days = admin.find("[data-form=periods] [name=attachments]").await;
    days.clear().await.expect("a field that can be cleared");
    admin.write("[data-form=periods] [name=attachments]", "7").await;
    admin.press("[data-form=periods] [type=submit]").await;
    admin.sees("[data-form=periods] .error-summary li", true).await;
    admin.write("[data-form=periods] [name=attachments]", "30").await;
    admin.press("[data-form=periods] [type=submit]").await;
    admin.sees("[data-form=periods] .error-summary", false).await;
    let kept = desk.sign_in("admin").await.get("/privacy/retention").await.ok(200);
    assert_eq!(kept["periods"][1], json!({"kind": "attachments", "days": 730, "fixed": false}));

    admin.press("button[data-action=write-notice]").await;
    admin.is_accessible("writing the notice").await;
    admin.write("[data-form=notice] [name=contact]", " y datos@entidad.example").await;
    admin.press("[data-form=notice] [type=submit]").await;
    admin.sees("[data-page=privacy-notice]", true).await;
    assert!(admin.text("main").await.contains("datos@entidad.example"));
    admin.press("button[data-action=accept-notice]").await;
    admin.sees("[data-part=notice] tbody tr:nth-child(2)", true).await;
    let notice = desk.nobody().get("/privacy/notice").await.ok(200);
    assert_eq!(notice["version"], 2);
    admin.leave(&["/api/v1/auth/refresh", "422", "403"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_webhook_is_made_its_secret_shown_once_and_it_is_tried() {
    let desk = Desk::with(|config| config.webhook_allow_private = true).await;
    let receiver = Receiver::start().await;
    let admin = Seat::take(&desk, "admin", DESKTOP).await;
    admin.go("/console/admin/webhooks").await;
    admin.press("a[href$='/console/admin/webhooks/new']").await;
    admin.write("[data-form=webhook] [name=description]", "Tablero").await;
    admin.write("[data-form=webhook] [name=url]", &receiver.url()).await;
    admin.press("[data-form=webhook] [type=submit]").await;
    admin.sees("[data-part=new-secret]", true).await;
    admin.is_accessible("a secret that is shown once").await;
    let secret = admin.text("[data-part=secret]").await;
    admin.press("[data-action=secret-kept]").await;
    admin.press("[data-action=ping]").await;
    admin.sees("[data-part=deliveries] table", true).await;
    desk.run_jobs().await;
    admin.press("[data-action=reload-log]").await;
    admin.sees("[data-part=deliveries] .tone-good", true).await;
    assert!(receiver.received()[0].is_signed_by(&secret), "what was shown is what signs");
    admin.press("[data-action=redeliver]").await;
    admin.press("[data-action=switch-off]").await;
    admin.sees("[data-action=switch-on]", true).await;
    let webhooks = desk.sign_in("admin").await.get("/webhooks").await.ok(200);
    assert_eq!(webhooks["items"][0]["active"], false);
    admin.leave(&["/api/v1/auth/refresh"]).await;
}
