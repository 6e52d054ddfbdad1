//! Every page for everyone who may see it: accessible by day and at night, on a desktop and on a
//! telephone; no wider than any window; and never a dead end. With `MESA_SCREENSHOTS` set, their
//! pictures are kept.

use crate::seat::{DESKTOP, PHONE_AT_NIGHT, Seat};
use contract::tickets::Status;
use serde_json::json;
use tests::Desk;
use tests::browser::Window;
use tests::imap::{Draft, Mailbox};

/// The windows in which each page is looked at, from the narrowest that people have.
const WINDOWS: [Window; 5] = [
    DESKTOP,
    Window { width: 1440, height: 900, dark: true },
    Window { width: 360, height: 800, dark: false },
    PHONE_AT_NIGHT,
    Window { width: 320, height: 640, dark: false },
];

/// What leads on from a page: links and buttons in its main part.
const WAYS: &str = "return document.querySelectorAll('main a[href], main button:not([disabled])').length";

async fn look(seat: &Seat, path: &str, name: &str) {
    seat.fit_into(DESKTOP).await;
    seat.go(path).await;
    inspect(seat, name).await;
}

/// Looks at the present page in every window.
async fn inspect(seat: &Seat, name: &str) {
    assert!(seat.ask(WAYS).await.as_u64() > Some(0), "{name} leads nowhere");
    for window in WINDOWS {
        seat.fit_into(window).await;
        let name = format!("{name}-{}{}", window.width, if window.dark { "-dark" } else { "" });
        seat.photograph(&name).await;
        seat.fits(&name).await;
        if window.width != 320 {
            seat.is_accessible(&name).await;
        }
    }
    seat.fit_into(Window { width: 768, height: 1024, dark: false }).await;
    seat.fits(&format!("{name}-768")).await;
    seat.fit_into(DESKTOP).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_pages_of_whoever_asks() {
    let desk = Desk::start().await;
    let registered = desk.ticket_in(Status::Registered).await;
    let resolved = desk.ticket_in(Status::Resolved).await;
    let closed = desk.ticket_in(Status::Closed).await;
    let seat = Seat::open(&desk, DESKTOP).await;
    look(&seat, "/", "sign-in").await;
    seat.sign_in("requester").await;
    for (path, name) in [
        ("/portal", "home"),
        ("/portal/new", "register"),
        ("/portal/tickets", "my-tickets"),
        (&*format!("/portal/registered/{registered}"), "registered"),
        (&*format!("/portal/tickets/{registered}"), "my-ticket"),
        (&*format!("/portal/tickets/{resolved}"), "my-ticket-resolved"),
        (&*format!("/portal/tickets/{closed}"), "my-ticket-closed"),
        ("/profile", "profile"),
        ("/nowhere", "not-found"),
    ] {
        look(&seat, path, name).await;
    }
    seat.leave(&["/api/v1/auth/refresh"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_pages_of_whoever_solves() {
    let desk = Desk::start().await;
    let working = desk.ticket_in(Status::InProgress).await;
    let _ = desk.ticket_at_level_3().await;
    let seat = Seat::take(&desk, "agent", DESKTOP).await;
    for (path, name) in [
        ("/console", "queue"),
        ("/console?open=true&sort=priority", "queue-open"),
        ("/console?q=nothing-at-all", "queue-empty"),
        ("/console/new", "new-ticket"),
        (&*format!("/console/tickets/{working}"), "ticket"),
    ] {
        look(&seat, path, name).await;
    }
    seat.press("button[data-action=resolve]").await;
    seat.sees("[data-form=resolve]", true).await;
    inspect(&seat, "ticket-form").await;
    seat.leave(&["/api/v1/auth/refresh"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_pages_of_whoever_supervises() {
    let desk = Desk::start().await;
    let _ = desk.ticket_in(Status::Closed).await;
    let _ = desk.ticket_at_level_2().await;
    let seat = Seat::take(&desk, "supervisor", DESKTOP).await;
    look(&seat, "/console/supervision", "supervision").await;
    seat.leave(&["/api/v1/auth/refresh"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bar_leads_to_the_cases_of_its_hour() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::Registered).await;
    let seat = Seat::take(&desk, "supervisor", DESKTOP).await;
    seat.go("/console/supervision?from=2026-11-11&to=2026-11-11").await;
    // Only where there is something to count there is a bar.
    seat.find("#by-hour .column").await.click().await.expect("it can be pressed");
    seat.sees(&format!("[data-row='{number}']"), true).await;
    assert!(seat.text(".filters-chips").await.contains("Registrados entre las 9:00 y las 10:00"));
    seat.press(".chip-remove[aria-label*='9:00']").await;
    seat.sees(".chip-remove[aria-label*='9:00']", false).await;
    seat.leave(&["/api/v1/auth/refresh"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_tray_of_mails_of_whoever_solves() {
    let mailbox = Mailbox::start();
    let mailboxes = mailbox.config("TIC");
    let desk = Desk::with(|config| config.mailboxes = mailboxes).await;
    let mail = Draft::from("Alguien <alguien@fuera.example>", "No puedo entrar");
    mailbox.put(&mail.written("Mi clave no sirve."));
    desk.run_jobs().await;
    let seat = Seat::take(&desk, "agent", DESKTOP).await;
    look(&seat, "/console/mails", "mails").await;
    seat.press("button[data-action=read-mail]").await;
    seat.sees("[data-form=mail]", true).await;
    inspect(&seat, "mail").await;
    seat.write("#mail-requester", "requester").await;
    seat.press("button[data-action=accept-mail]").await;
    seat.sees("[data-form=mail]", false).await;
    assert_eq!(desk.read("requester", "TIC-1").await["subject"], "No puedo entrar");
    seat.leave(&["/api/v1/auth/refresh"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_pages_of_whoever_administers_people() {
    let desk = Desk::start().await;
    let seat = Seat::take(&desk, "admin", DESKTOP).await;
    let group = desk.sign_in("admin").await.get("/groups/n1").await.ok(200)["id"].clone();
    let group = group.as_str().expect("an id");
    for (path, name) in [
        ("/console/admin/people", "admin-people"),
        ("/console/admin/people?q=nadie", "admin-people-none"),
        ("/console/admin/people/new", "admin-new-person"),
        ("/console/admin/people/import", "admin-import"),
        ("/console/admin/people/provider", "admin-person"),
        ("/console/admin/groups", "admin-groups"),
        ("/console/admin/groups/new", "admin-new-group"),
        (&*format!("/console/admin/groups/{group}"), "admin-group"),
        ("/console/admin/providers", "admin-providers"),
        ("/console/admin/nowhere", "admin-not-found"),
    ] {
        look(&seat, path, name).await;
    }
    seat.leave(&["/api/v1/auth/refresh"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_pages_of_whoever_administers_the_desk() {
    let desk = Desk::start().await;
    let _ = desk.ticket_in(Status::InAttention).await;
    let seat = Seat::take(&desk, "admin", DESKTOP).await;
    stakeholder(&desk).await;
    for (path, name) in [
        ("/console/admin/projects", "admin-projects"),
        ("/console/admin/projects/new", "admin-new-project"),
        ("/console/admin/projects/TIC", "admin-project"),
        ("/console/admin/stakeholders", "admin-stakeholders"),
        ("/console/admin/privacy", "admin-privacy"),
        ("/console/admin/audit", "admin-audit"),
    ] {
        look(&seat, path, name).await;
    }
    seat.leave(&["/api/v1/auth/refresh"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_pages_of_whoever_connects_the_desk() {
    let desk = Desk::start().await;
    let _ = desk.ticket_in(Status::InAttention).await;
    let seat = Seat::take(&desk, "admin", DESKTOP).await;
    let webhook = json!({"project": "TIC", "description": "Tablero de monitoreo", "url": "https://hooks.example.org/mesa", "events": ["ticket.registered", "ticket.resolved"]});
    let webhook = desk.sign_in("admin").await.post("/webhooks", &webhook).await.ok(201)["id"].clone();
    let webhook = webhook.as_str().expect("an id");
    for (path, name) in [
        ("/console/admin/sources", "admin-sources"),
        ("/console/admin/sources/new", "admin-new-source"),
        ("/console/admin/templates", "admin-templates"),
        ("/console/admin/templates/resolved/es", "admin-template"),
        ("/console/admin/letters", "admin-letters"),
        ("/console/admin/webhooks", "admin-webhooks"),
        ("/console/admin/webhooks/new", "admin-new-webhook"),
        (&*format!("/console/admin/webhooks/{webhook}"), "admin-webhook"),
    ] {
        look(&seat, path, name).await;
    }
    seat.leave(&["/api/v1/auth/refresh"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_dialogs_of_whoever_administers() {
    let desk = Desk::start().await;
    let seat = Seat::take(&desk, "admin", DESKTOP).await;
    stakeholder(&desk).await;
    for (path, button, name) in [
        ("/console/admin/people/agent", "deactivate", "admin-deactivate"),
        ("/console/admin/people/agent", "set_password", "admin-password"),
        ("/console/admin/people/agent", "impersonate", "admin-stand-in"),
        ("/console/admin/people/agent", "anonymise", "admin-anonymise"),
        ("/console/admin/providers", "edit-provider", "admin-provider"),
        ("/console/admin/stakeholders", "new-stakeholder", "admin-new-stakeholder"),
        ("/console/admin/stakeholders", "edit-stakeholder", "admin-stakeholder"),
        ("/console/admin/audit", "entry", "admin-audit-entry"),
    ] {
        seat.go(path).await;
        seat.press(&format!("button[data-action={button}]")).await;
        seat.sees("dialog[open]", true).await;
        inspect(&seat, name).await;
    }
    seat.leave(&["/api/v1/auth/refresh"]).await;
}

async fn stakeholder(desk: &Desk) {
    let stakeholder = json!({"project": "TIC", "service": "red", "area": "Talento humano", "interest": "high", "influence": "medium"});
    desk.sign_in("admin").await.post("/stakeholders", &stakeholder).await.expect_status(201);
}

/// Where each person begins, and where their way to what is not theirs ends.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everyone_begins_at_their_own_work() {
    let desk = Desk::start().await;
    let number = desk.ticket_at_level_3().await;
    let here = "return location.pathname";
    for (username, home, supervision, administration) in [
        ("requester", "/portal", "/portal", "/portal"),
        ("agent", "/console", "/console/supervision", "/console"),
        ("specialist", "/console", "/console", "/console"),
        ("provider", "/console", "/console", "/console"),
        ("supervisor", "/console", "/console/supervision", "/console"),
        ("admin", "/console", "/console/supervision", "/console/admin/people"),
    ] {
        let seat = Seat::take(&desk, username, DESKTOP).await;
        for (path, leads) in [
            ("/", home.to_owned()),
            ("/console/supervision", supervision.to_owned()),
            ("/console/admin", administration.to_owned()),
            (
                &*format!("/tickets/{number}"),
                if username == "requester" {
                    format!("/portal/tickets/{number}")
                } else {
                    format!("/console/tickets/{number}")
                },
            ),
        ] {
            seat.go(path).await;
            assert_eq!(seat.ask(here).await, json!(leads), "{username} at {path}");
            assert!(seat.ask(WAYS).await.as_u64() > Some(0), "{path} leads {username} nowhere");
        }
        seat.leave(&["/api/v1/auth/refresh"]).await;
    }
}
