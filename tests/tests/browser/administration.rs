//! Administrators at work: somebody comes, somebody leaves, somebody is helped, and the log proves
//! itself.

use crate::seat::{DESKTOP, Seat};
use contract::tickets::Status;
use reqwest::Method;
use serde_json::json;
use tests::Desk;
use tests::mail::MailServer;
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
    admin.press("dialog button[data-action=confirm]").await;
    admin.sees("[data-part=api-keys] button[data-action=revoke-key]", false).await;
    program.get("/me").await.refused(401, "unauthenticated");
    // Found again among the accounts of programs.
    admin.go("/console/admin/people?kind=service").await;
    admin.sees("a[href$='/console/admin/people/monitoreo']", true).await;
    admin.sees("a[href$='/console/admin/people/agent']", false).await;
    admin.leave(&["/api/v1/auth/refresh"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebodys_sessions_and_keys_are_seen_and_ended() {
    let desk = Desk::start().await;
    let first = desk.nobody().signed_in("agent").await;
    let second = desk.nobody().signed_in("agent").await;
    let key = json!({"name": "Informe", "scopes": ["read"], "expires_at": "2027-01-01T00:00:00Z"});
    let made = first.post("/me/api-keys", &key).await.ok(201);
    let program = desk.nobody().with_token(made["key"].as_str().expect("a key"));
    let admin = Seat::take(&desk, "admin", DESKTOP).await;
    admin.go("/console/admin/people/agent").await;
    admin.sees("[data-part=sessions] .proof:nth-child(2)", true).await;
    admin.sees("[data-part=api-keys] .proof", true).await;
    admin.sees("[data-part=api-keys] button[data-action=new-key]", false).await;
    admin.is_accessible("somebody's sessions and keys").await;
    admin.press("[data-part=sessions] .proof:nth-child(1) button[data-action=end-session]").await;
    admin.sees("[data-part=sessions] .proof:nth-child(2)", false).await;
    // The latest stands first.
    second.get("/me").await.refused(401, "unauthenticated");
    first.get("/me").await.expect_status(200);
    admin.press("[data-part=sessions] button[data-action=end-session]").await;
    admin.sees("[data-part=sessions] .proof", false).await;
    first.get("/me").await.refused(401, "unauthenticated");
    admin.press("[data-part=api-keys] button[data-action=revoke-key]").await;
    admin.press("dialog button[data-action=confirm]").await;
    admin.sees("[data-part=api-keys] .proof", false).await;
    program.get("/me").await.refused(401, "unauthenticated");
    // One's own are in one's profile.
    admin.go("/console/admin/people/admin").await;
    admin.sees("[data-form=details]", true).await;
    admin.sees("[data-part=sessions]", false).await;
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
async fn a_letter_is_worded_tried_and_given_back() {
    const PLACE: &str = "/templates/resolved/es";
    const EDITOR: &str = "/console/admin/templates/resolved/es?project=TIC";
    const FIELD: &str = "[data-form=template] [name=source]";
    let server = MailServer::start().await;
    let mail = server.config();
    let desk = Desk::with(|config| config.mail = Some(mail)).await;
    let person = desk.sign_in("admin").await;
    let admin = Seat::take(&desk, "admin", DESKTOP).await;
    admin.go("/console/admin/templates").await;
    admin.press("a[href*='/console/admin/templates/resolved/es']").await;
    admin.sees("[data-part=preview] .letter", true).await;
    assert!(admin.text("[data-part=preview] .letter-subject").await.contains("Resolvimos el caso TIC-1042"));
    admin.is_accessible("wording a letter").await;
    admin.photograph("admin-template-editor").await;

    // What is half written is told beside it; when it is saved, at its field.
    admin.write(FIELD, "{{ nmae }}").await;
    admin.sees("[data-part=preview] [data-part=fault]", true).await;
    admin.press("[data-form=template] [type=submit]").await;
    admin.sees("[data-form=template] .error-summary li", true).await;
    admin.is_accessible("a template with a fault").await;
    admin.press("button[data-action=discard]").await;
    admin.sees("[data-part=preview] [data-part=fault]", false).await;

    // A variable is written by a press, and what is not saved outlasts the page.
    admin.press("button[data-action='insert-ticket.level']").await;
    admin.write(FIELD, " es el nivel.").await;
    admin.go(EDITOR).await;
    admin.sees("[data-part=unsaved]", true).await;
    admin.press("[data-form=template] [type=submit]").await;
    admin.sees("[data-part=unsaved]", false).await;
    admin.sees("button[data-action=restore]", true).await;
    let saved = person.get(PLACE).await.ok(200);
    assert!(
        saved["source"].as_str().is_some_and(|source| source.contains("{{ ticket.level }} es el nivel."))
    );

    admin.press("#preview-text").await;
    admin.sees("[data-part=preview] .letter-text", true).await;
    admin.press("button[data-action=send-test]").await;
    admin.sees("button[data-action=send-test][data-busy]", false).await;
    desk.run_jobs().await;
    let letter = server.letters_to("admin").pop().expect("a letter");
    assert!(letter.text().contains("1 es el nivel."), "{}", letter.text());

    // Somebody else is faster: nothing is lost, and whoever writes decides.
    let ask = person.ask(Method::PUT, PLACE).header("If-Match", "\"1\"");
    ask.json(&json!({"source": "De otra persona\n\nHola."})).send().await.expect_status(200);
    admin.write(FIELD, " Adiós.").await;
    admin.press("[data-form=template] [type=submit]").await;
    admin.sees("[data-part=overtaken] pre", true).await;
    admin.is_accessible("somebody else was faster").await;
    admin.press("[data-form=template] [type=submit]").await;
    admin.sees("[data-part=overtaken]", false).await;
    let kept = person.get(PLACE).await.ok(200);
    assert!(kept["source"].as_str().is_some_and(|source| source.contains("Adiós.")), "{kept}");

    admin.press("button[data-action=restore]").await;
    admin.is_accessible("going back to the built-in template").await;
    admin.press("button[data-action=restore-now]").await;
    admin.sees("button[data-action=restore]", false).await;
    assert_eq!(person.get(PLACE).await.ok(200)["customised"], false);
    admin.leave(&["/api/v1/auth/refresh", "422", "412"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_letter_that_did_not_leave_is_sent_again() {
    let server = MailServer::start().await;
    let mail = server.config();
    let desk = Desk::with(|config| config.mail = Some(mail)).await;
    server.refuse(1, "550 5.1.1 nobody of that name");
    let _ = desk.ticket_in(Status::Registered).await;
    desk.run_jobs().await;
    let admin = Seat::take(&desk, "admin", DESKTOP).await;
    admin.go("/console/admin/letters?state=dead").await;
    assert!(admin.text("[data-part=reason]").await.contains("nobody of that name"));
    admin.is_accessible("letters that did not leave").await;
    admin.press("button[data-action=resend]").await;
    admin.sees("tbody tr", false).await;
    desk.run_jobs().await;
    assert_eq!(server.letters_to("requester").len(), 1);
    admin.leave(&["/api/v1/auth/refresh"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_source_is_made_and_what_comes_by_it_is_a_case() {
    let desk = Desk::start().await;
    let admin = Seat::take(&desk, "admin", DESKTOP).await;
    admin.go("/console/admin/sources").await;
    admin.press("a[href$='/console/admin/sources/new']").await;
    admin.sees("[data-form=source]", true).await;
    admin.press("[data-form=source] [type=submit]").await;
    admin.sees("[data-form=source] .error-summary li", true).await;
    admin.is_accessible("a source with faults").await;
    admin.write("[data-form=source] [name=name]", "Zabbix").await;
    choose(&admin, "#source-registrar", "alan", "agent").await;
    admin.press("[data-form=source] [type=submit]").await;
    admin.sees("[data-part=new-secret]", true).await;
    admin.is_accessible("a new secret").await;
    let secret = admin.text("[data-part=new-secret] [data-part=secret]").await;
    let event = json!({"event_id": "1", "event_name": "Caída", "host": "srv-1", "severity": "High"});
    let program = desk.nobody().with_token(&secret);
    program.post("/inbound/monitoring", &event).await.expect_status(200);
    admin.press("button[data-action=secret-kept]").await;
    admin.sees("[data-part=access]", true).await;
    admin.press("button[data-action=rotate-secret]").await;
    admin.sees("[data-part=new-secret]", true).await;
    let fresh = admin.text("[data-part=new-secret] [data-part=secret]").await;
    assert_ne!(fresh, secret);
    admin.press("button[data-action=secret-kept]").await;
    admin.press("button[data-action=delete-source]").await;
    admin.press("button[data-action=source-deleted]").await;
    admin.sees("a[href$='/console/admin/sources/new']", true).await;
    program.post("/inbound/monitoring", &event).await.refused(401, "unauthenticated");
    assert_eq!(desk.read("agent", "TIC-1").await["channel"], "monitoring");
    admin.leave(&["/api/v1/auth/refresh", "422"]).await;
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
