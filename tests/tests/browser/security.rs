//! What people prove themselves by, as they look after it in their profile.

use crate::seat::{DESKTOP, PHONE_AT_NIGHT, Seat};
use chrono::TimeDelta;
use diesel::prelude::*;
use mesa::auth;
use mesa::db::schema::users;
use mesa::ids::UserId;
use serde_json::json;
use tests::Desk;
use thirtyfour::Key;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_ends_the_session_that_they_left_open_elsewhere() {
    let desk = Desk::start().await;
    let elsewhere = desk.nobody().signed_in("requester").await;
    let seat = Seat::take(&desk, "requester", PHONE_AT_NIGHT).await;
    seat.go("/profile").await;
    seat.sees("[data-part=sessions] [data-action=end-session]", true).await;
    seat.is_accessible("the profile").await;
    seat.fits("the profile").await;
    seat.photograph("profile-sessions").await;
    seat.press("[data-part=sessions] [data-action=end-session]").await;
    seat.sees("[data-part=sessions] [data-action=end-session]", false).await;
    elsewhere.get("/me").await.refused(401, "unauthenticated");
    let left = seat.ask("return document.querySelectorAll('[data-part=sessions] .proof').length").await;
    assert_eq!(left, json!(1), "the one that they are at");
    seat.leave(&["/api/v1/auth/refresh"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_adds_a_second_factor_and_signs_in_with_it() {
    let desk = Desk::start().await;
    let seat = Seat::take(&desk, "requester", DESKTOP).await;
    seat.go("/profile").await;
    seat.press("[data-action=start-factor]").await;
    seat.sees("img.qr", true).await;
    let drawn = seat
        .ask("const it = document.querySelector('img.qr'); return it.complete && it.naturalWidth > 0")
        .await;
    assert_eq!(drawn, json!(true), "the picture is drawn");
    seat.is_accessible("adding a second factor").await;
    seat.photograph("second-factor").await;
    let secret = seat.text("[data-form=confirm-factor] [data-part=secret]").await.replace(' ', "");
    let address = format!("otpauth://totp/Mesa:requester?secret={secret}&issuer=Mesa");
    seat.write("[data-form=confirm-factor] [name=code]", &desk.code_of(&address)).await;
    seat.press("[data-form=confirm-factor] [type=submit]").await;
    seat.sees("[data-action=codes-kept]", true).await;
    seat.is_accessible("the recovery codes").await;
    assert_eq!(seat.text("[data-part=second-factor] [data-part=secret]").await.lines().count(), 10);
    seat.press("[data-action=codes-kept]").await;
    seat.sees("[data-action=remove-factor]", true).await;

    seat.press("[data-action=sign-out]").await;
    seat.write("[name=username]", "requester").await;
    seat.write("[name=password]", "mesa-demo").await;
    seat.press("[data-form=sign-in] [type=submit]").await;
    seat.sees("[data-form=sign-in] [name=code]", true).await;
    seat.sees("[data-form=sign-in] [role=alert]", false).await;
    seat.is_accessible("the code at sign-in").await;
    desk.clock.advance(TimeDelta::seconds(30));
    seat.write("[data-form=sign-in] [name=code]", "000000").await;
    seat.press("[data-form=sign-in] [type=submit]").await;
    seat.sees("[data-form=sign-in] [role=alert]", true).await;
    seat.write("[data-form=sign-in] [name=code]", &desk.code_of(&address)).await;
    seat.press("[data-form=sign-in] [type=submit]").await;
    seat.sees("[data-form=sign-in]", false).await;
    seat.leave(&["/api/v1/auth/refresh", "/api/v1/auth/login"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_makes_a_key_for_a_program_and_revokes_it() {
    let desk = Desk::start().await;
    let seat = Seat::take(&desk, "agent", DESKTOP).await;
    seat.go("/profile").await;
    seat.press("[data-action=new-key]").await;
    seat.write("[data-form=new-key] [name=name]", "Informe mensual").await;
    seat.press("[data-form=new-key] [type=submit]").await;
    seat.sees("[data-part=new-key]", true).await;
    let key = seat.text("[data-part=new-key] [data-part=secret]").await;
    let program = desk.nobody().with_token(&key);
    program.get("/tickets").await.expect_status(200);
    program.post("/tickets", &tests::given::incident(json!({}))).await.refused(403, "insufficient_scope");
    seat.press("[data-action=key-kept]").await;
    // One press is not enough.
    seat.press("[data-action=revoke-key]").await;
    assert!(seat.text("dialog[open]").await.contains("Informe mensual"));
    seat.is_accessible("revoking a key").await;
    seat.keys(Key::Escape).await;
    seat.sees("dialog[open]", false).await;
    program.get("/tickets").await.expect_status(200);
    seat.press("[data-action=revoke-key]").await;
    seat.press("dialog [data-action=confirm]").await;
    seat.sees("[data-action=revoke-key]", false).await;
    program.get("/tickets").await.refused(401, "unauthenticated");
    seat.leave(&["/api/v1/auth/refresh"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_was_given_a_password_chooses_their_own_first() {
    let desk = Desk::start().await;
    let given = "provisional-girasol-77";
    let owner = auth::Owner { username: "agent".to_owned(), display_name: String::new(), email: None };
    let new =
        auth::prepare_password(&desk.app, "password", given.to_owned(), &owner).await.expect("a good one");
    let now = desk.clock.now();
    let give = move |connection: &mut mesa::db::DbConnection| {
        let agent = users::table.filter(users::username.eq("agent"));
        let id: UserId = agent.select(users::id).first(connection)?;
        auth::set_password(connection, id, &new, true, None, now)
    };
    desk.app.db.write(give).await.expect("it is given");

    let seat = Seat::open(&desk, DESKTOP).await;
    seat.go("/console").await;
    seat.write("[name=username]", "agent").await;
    seat.write("[name=password]", given).await;
    seat.press("[data-form=sign-in] [type=submit]").await;
    seat.sees("[data-part=duty]", true).await;
    seat.is_accessible("what is to be done first").await;
    seat.write("[data-form=password] [name=current]", given).await;
    seat.write("[data-form=password] [name=new]", "agent").await;
    seat.press("[data-form=password] [type=submit]").await;
    seat.sees("[data-form=password] [role=alert]", true).await;
    seat.write("[data-form=password] [name=new]", "-cordillera-tinto").await;
    seat.press("[data-form=password] [type=submit]").await;
    // What is wrong is the same as before.
    seat.sees("[data-form=password] [type=submit][data-busy]", false).await;
    seat.sees("#password-new-error", true).await;
    seat.write("[data-form=password] [name=new]", "\u{e009}a\u{e000}cordillera-tinto-relampago").await;
    seat.press("[data-form=password] [type=submit]").await;
    // They arrive where they wanted.
    seat.sees("[data-part=duty]", false).await;
    assert_eq!(seat.ask("return location.pathname").await, json!("/console"));
    seat.sees("main h1", true).await;
    seat.leave(&["/api/v1/auth/refresh", "/api/v1/me/password"]).await;
}
