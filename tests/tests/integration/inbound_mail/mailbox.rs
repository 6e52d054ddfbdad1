//! How mails come out of the mailbox: each once, whatever happens meanwhile.

use super::{ANA, LUIS, cases, desk, tray};
use mesa::inbound::mail;
use serde_json::{Value, json};
use std::time::Duration;
use tests::Desk;
use tests::imap::{Draft, Mailbox};

#[tokio::test]
async fn the_same_mail_becomes_one_case_whatever_happens() {
    let mailbox = Mailbox::start();
    let (desk, _server) = desk(&mailbox).await;
    let once = Draft::from(ANA, "Sin red").written("No hay red.");
    mailbox.put(&once);
    mailbox.put(&once);
    let nameless = Draft::from(ANA, "Sin nombre").without("Message-ID").written("Sin Message-ID.");
    mailbox.put(&nameless);
    mailbox.put(&nameless);
    desk.run_jobs().await;
    assert_eq!((cases(&desk).await, mailbox.seen()), (json!(2), 4));
    // As if the desk had died between its commit and the mark.
    mailbox.unsee_all();
    desk.run_jobs().await;
    assert_eq!((cases(&desk).await, mailbox.seen()), (json!(2), 4));
    assert_eq!(tray(&desk, "agent").await.len(), 2);
}

#[tokio::test]
async fn another_mail_of_the_same_id_waits_in_quarantine() {
    let mailbox = Mailbox::start();
    let (desk, _server) = desk(&mailbox).await;
    let draft = Draft::from(ANA, "Sin red").with("Message-ID", "<siempre@people.example>");
    mailbox.put(&draft.written("No hay red."));
    // The same by another way, and two that say something else.
    mailbox.put(&draft.clone().with("Received", "from mx.example.org").written("No hay red."));
    mailbox.put(&draft.written("Ya hay red."));
    mailbox.put(&draft.written("No era la red."));
    let scanned = Draft::from(LUIS, "Escaneado").with("Message-ID", "<escaner@people.example>");
    let scanned = |content: &str| {
        let body = format!(
            "--b\nContent-Type: text/plain\n\nVea el archivo.\n\n\
             --b\nContent-Type: text/csv; name=\"a.csv\"\nContent-Disposition: attachment; filename=\"a.csv\"\n\n{content}\n\n--b--"
        );
        scanned.with_body("multipart/mixed; boundary=\"b\"", &body)
    };
    mailbox.put(&scanned("a,b"));
    mailbox.put(&scanned("a,b"));
    mailbox.put(&scanned("c,d"));
    for _ in 0..2 {
        desk.run_jobs().await;
        assert_eq!((cases(&desk).await, mailbox.seen()), (json!(2), 7));
        let kept = tray(&desk, "agent").await;
        let states: Vec<(&Value, &Value)> =
            kept.iter().map(|mail| (&mail["subject"], &mail["reason"])).collect();
        let (network, scan, waits) = (json!("Sin red"), json!("Escaneado"), json!("failed"));
        let waiting = [(&scan, &waits), (&scan, &Value::Null), (&network, &waits), (&network, &waits)];
        assert_eq!(states[..4], waiting);
        assert_eq!((states.len(), states[4]), (5, (&network, &Value::Null)));
        mailbox.unsee_all();
    }
    let waiting = tray(&desk, "agent").await.remove(0);
    let path = format!("/inbound-mails/{}/accept", waiting["id"].as_str().expect("an id"));
    desk.sign_in("agent").await.post(&path, &json!({})).await.expect_status(200);
    let files = desk.sign_in("requester2").await.get("/tickets/TIC-3/attachments").await.ok(200);
    assert_eq!(files["items"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn a_mailbox_that_is_away_loses_nothing() {
    let mut mailbox = Mailbox::start();
    let (desk, server) = desk(&mailbox).await;
    mailbox.stop();
    mailbox.put(&Draft::from(ANA, "Sin red").written("No hay red."));
    desk.run_jobs().await;
    assert_eq!(cases(&desk).await, 0);
    mailbox.start_again();
    desk.run_jobs().await;
    assert_eq!((cases(&desk).await, server.letters_to("requester").len()), (json!(1), 1));
}

#[tokio::test]
async fn a_wrong_password_is_said_and_keeps_nobody_from_working() {
    let mailbox = Mailbox::start();
    let wrong = mailbox.config_with_wrong_password("TIC");
    let desk = Desk::with(|config| config.mailboxes = wrong).await;
    mailbox.put(&Draft::from(ANA, "Sin red").written("No hay red."));
    desk.run_jobs().await;
    assert_eq!((cases(&desk).await, mailbox.seen()), (json!(0), 0));
}

#[tokio::test]
async fn a_task_listens_to_the_mailbox_until_it_is_told_to_stop() {
    let mailbox = Mailbox::start();
    let mailboxes = mailbox.config_with_starttls("TIC");
    let desk = Desk::with(|config| config.mailboxes = mailboxes).await;
    mailbox.put(&Draft::from(ANA, "Antes").written("Ya estaba aquí."));
    let fetching = mail::start(&desk.app);
    for expected in 1..=2 {
        let mut patience = 200;
        while cases(&desk).await != expected {
            patience -= 1;
            assert!(patience > 0, "mail {expected} is not fetched");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        if expected == 1 {
            mailbox.put(&Draft::from(ANA, "Ahora").written("El servidor avisa."));
        }
    }
    let stopped = tokio::time::timeout(Duration::from_secs(5), fetching.stop()).await;
    assert!(stopped.is_ok(), "it does not wait for the next news");
}

#[tokio::test]
async fn a_mail_that_cannot_be_fetched_is_in_the_way_of_no_other() {
    let mailbox = Mailbox::start();
    let (desk, _server) = desk(&mailbox).await;
    mailbox.put_locked(&Draft::from(LUIS, "Dañado").written("No se deja leer."));
    mailbox.put(&Draft::from(ANA, "Sin red").written("No hay red."));
    for _ in 0..2 {
        desk.run_jobs().await;
        assert_eq!((cases(&desk).await, mailbox.seen()), (json!(1), 1));
        let kept = tray(&desk, "agent").await;
        let states: Vec<(&Value, &Value)> =
            kept.iter().map(|mail| (&mail["state"], &mail["reason"])).collect();
        let (waits, taken) = ((json!("quarantined"), json!("unfetched")), (json!("registered"), Value::Null));
        assert_eq!(states, [(&waits.0, &waits.1), (&taken.0, &taken.1)], "it is told of once");
    }
    mailbox.unlock();
    desk.run_jobs().await;
    assert_eq!((cases(&desk).await, mailbox.seen()), (json!(2), 2), "nothing is lost");
    assert_eq!(desk.read("requester2", "TIC-2").await["subject"], "Dañado");
}
