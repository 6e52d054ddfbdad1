//! The log cannot be rewritten, and whoever does so all the same is found out.

use super::rows;
use contract::tickets::Status;
use diesel::prelude::*;
use serde_json::json;
use tests::Desk;

#[tokio::test]
async fn the_log_and_the_timeline_cannot_be_rewritten() {
    let desk = Desk::start().await;
    desk.ticket_in(Status::InAttention).await;
    desk.run_jobs().await;
    for statement in [
        "UPDATE audit_log SET operation = 'nothing'",
        "DELETE FROM audit_log",
        "UPDATE audit_chain SET position = position + 1",
        "DELETE FROM audit_chain",
        "UPDATE ticket_events SET note = 'nothing'",
        "DELETE FROM ticket_events",
    ] {
        let outcome = desk
            .app
            .db
            .write(move |connection| Ok(diesel::sql_query(statement).execute(connection).map(|_| ())?))
            .await;
        assert!(outcome.is_err(), "{statement} went through");
    }
    assert_eq!(desk.actions("TIC-1").await, ["register", "open"]);
}

#[tokio::test]
async fn an_intact_log_verifies_and_what_was_just_written_waits() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    desk.ticket_in(Status::InAttention).await;
    let found = admin.get("/audit/verify").await.ok(200);
    let written = i64::try_from(rows(&desk).await.len()).expect("few");
    assert_eq!(found, json!({"intact": true, "verified": 0, "waiting": written, "fault": null}));
    desk.run_jobs().await;
    let found = admin.get("/audit/verify").await.ok(200);
    assert_eq!(found, json!({"intact": true, "verified": written, "waiting": 0, "fault": null}));
    assert_eq!(desk.run_jobs().await, 0, "nothing is chained twice");
}

#[tokio::test]
async fn whoever_tampers_with_the_log_is_found_out() {
    const SECOND: &str = "(SELECT entry_id FROM audit_chain WHERE position = 2)";
    const LAST: &str = "(SELECT max(position) FROM audit_chain)";
    for (statements, kind, position) in [
        (vec![format!("UPDATE audit_log SET object = object || 'x' WHERE id = {SECOND}")], "changed", json!(2)),
        (vec![format!("UPDATE audit_log SET actor_id = NULL WHERE id = {SECOND}")], "changed", json!(2)),
        (vec![format!("DELETE FROM audit_log WHERE id = {SECOND}")], "missing", json!(2)),
        (vec!["DELETE FROM audit_chain WHERE position = 2".to_owned()], "missing", json!(2)),
        // The end of the chain cannot be cut off, with its entry or without.
        (vec![format!("DELETE FROM audit_chain WHERE position = {LAST}")], "missing", json!(4)),
        (
            vec![
                format!(
                    "DELETE FROM audit_log WHERE id = (SELECT entry_id FROM audit_chain WHERE position = {LAST})"
                ),
                format!("DELETE FROM audit_chain WHERE position = {LAST}"),
            ],
            "missing",
            json!(4),
        ),
        // An old one slipped in: its id is of 2020.
        (vec!["INSERT INTO audit_log (id, at, operation, object, request_id) SELECT OLD, at, operation, object, request_id FROM audit_log LIMIT 1".to_owned()], "inserted", json!(null)),
    ] {
        let desk = Desk::start().await;
        let admin = desk.sign_in("admin").await;
        desk.sign_in("agent").await;
        desk.sign_in("requester").await;
        desk.sign_in("provider").await;
        desk.run_jobs().await;
        tamper(&desk, statements.clone()).await;
        let found = admin.get("/audit/verify").await.ok(200);
        assert_eq!(found["intact"], false, "{statements:?}");
        assert_eq!(found["fault"]["kind"], kind, "{statements:?}: {found}");
        assert_eq!(found["fault"]["position"], position, "{statements:?}: {found}");
    }
}

/// As somebody who has the database in their hands.
async fn tamper(desk: &Desk, statements: Vec<String>) {
    let run = move |connection: &mut mesa::db::DbConnection| {
        let (guards, old) = match connection {
            mesa::db::DbConnection::Pg(_) => (
                ["ALTER TABLE audit_log DISABLE TRIGGER ALL", "ALTER TABLE audit_chain DISABLE TRIGGER ALL"]
                    .as_slice(),
                "'016f5e66-e800-7000-8000-000000000001'::uuid",
            ),
            mesa::db::DbConnection::Sqlite(_) => (
                [
                    "DROP TRIGGER audit_log_keep",
                    "DROP TRIGGER audit_log_stay",
                    "DROP TRIGGER audit_chain_keep",
                    "DROP TRIGGER audit_chain_stay",
                ]
                .as_slice(),
                "x'016f5e66e80070008000000000000001'",
            ),
        };
        let all = guards.iter().map(|guard| (*guard).to_owned()).chain(statements);
        for statement in all {
            diesel::sql_query(statement.replace("OLD", old)).execute(connection)?;
        }
        Ok(())
    };
    desk.app.db.write(run).await.expect("whoever owns the database may do anything to it");
}
