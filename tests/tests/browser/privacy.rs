//! What people see of how their data are used: the notice before anything else, the copy of their data,
//! and cases that only those concerned may know of.

use crate::seat::{DESKTOP, PHONE_AT_NIGHT, Seat};
use tests::{Desk, cast};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_comes_for_the_first_time_reads_the_notice_before_anything_else() {
    let desk = Desk::start().await;
    let now = desk.clock.now();
    desk.app.db.write(move |connection| cast::newcomer(connection, now)).await.expect("an account");
    let seat = Seat::take(&desk, "nueva", PHONE_AT_NIGHT).await;
    for path in ["/portal", "/portal/tickets", "/profile"] {
        seat.go(path).await;
        seat.sees("[data-page=privacy-notice]", true).await;
    }
    assert!(seat.text("main").await.contains("Superintendencia de Industria y Comercio"));
    seat.is_accessible("the notice").await;
    seat.fits("the notice").await;
    seat.photograph("privacy-notice").await;
    seat.reach("button[data-action=accept-notice]").await;
    seat.press("button[data-action=accept-notice]").await;
    seat.sees("[data-page=privacy-notice]", false).await;
    // Where they wanted to go, and never asked again.
    seat.sees("[data-form=profile]", true).await;
    seat.go("/portal").await;
    seat.sees("[data-page=privacy-notice]", false).await;
    seat.go("/profile").await;
    seat.sees("[data-part=my-data] button[data-action=take-data]", true).await;
    seat.is_accessible("my data").await;
    seat.leave(&[]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_confidential_case_is_marked_and_its_readers_are_named() {
    let desk = Desk::start().await;
    let requester = Seat::take(&desk, "requester", DESKTOP).await;
    requester.go("/portal/new").await;
    requester.press("[data-form=register] [name=kind][value=request]").await;
    requester.write("[data-form=register] [name=subject]", "Acoso laboral").await;
    requester.write("[data-form=register] [name=description]", "Necesito hablar con alguien.").await;
    requester.press("[data-form=register] [name=confidential]").await;
    requester.press("[data-form=register] [type=submit]").await;
    requester.sees(".done-number", true).await;
    let number = requester.text(".done-number").await;
    let ticket = desk.read("requester", &number).await;
    assert_eq!(ticket["confidential"], true);
    desk.sign_in("agent").await.get(&format!("/tickets/{number}")).await.refused(404, "not_found");

    let admin = Seat::take(&desk, "admin", DESKTOP).await;
    admin.go(&format!("/console/tickets/{number}")).await;
    assert!(admin.text(".ticket-marks").await.contains("Confidencial"));
    admin.press("[data-part=readers] button[data-action=confidential]").await;
    admin.write("[data-form=confidential] [name=readers]", "Alan").await;
    admin.press("[data-form=confidential] [role=option][data-value=agent]").await;
    admin.sees("[data-form=confidential] [data-part=people]", true).await;
    admin.is_accessible("naming the readers of a case").await;
    admin.photograph("confidential-readers").await;
    admin.press("[data-form=confidential] [type=submit]").await;
    admin.sees("[data-form=confidential]", false).await;
    assert!(admin.text("[data-part=readers]").await.contains("Alan Torres"));
    desk.read("agent", &number).await;
    requester.leave(&[]).await;
    admin.leave(&[]).await;
}
