//! `/audit`.

use super::chain::{self, Fault, FaultKind, Verification};
use super::store::{self, EntryRow};
use crate::app::App;
use crate::auth::permissions::ReadAudit;
use crate::auth::{Caller, Require};
use crate::db::{DbConnection, page};
use crate::error::{Error, Result};
use crate::http::{Answer, Query, spreadsheet};
use crate::ids::AuditId;
use crate::text::say;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpResponse, get, web};
use contract::audit::{AuditEntry, AuditFault, AuditFaultKind, AuditFilter, AuditVerification};
use contract::page::Page;

/// Most rows of an export.
const MOST_EXPORTED: i64 = 50_000;

/// The columns of an export; each has a heading in the catalogue.
const COLUMNS: [&str; 9] =
    ["at", "actor", "impersonator", "operation", "object", "project", "address", "request_id", "changes"];

/// What was done, newest first.
///
/// In the projects that the caller administers, and to the desk as a whole.
#[utoipa::path(tag = "audit", params(AuditFilter), responses((status = 200, body = Page<AuditEntry>)))]
#[get("/audit")]
async fn list_audit(
    app: web::Data<App>,
    caller: Require<ReadAudit>,
    filter: Query<AuditFilter>,
) -> Result<Answer<Page<AuditEntry>>> {
    let (caller, filter) = (caller.caller(), filter.into_inner());
    let before = page::after(filter.cursor.as_deref())?.map(AuditId);
    let limit = page::limit(filter.limit);
    let entries = app.db.read(move |connection| entries(connection, &caller, &filter, before, limit)).await?;
    Answer::page(&page::page(entries, limit, None, |entry: &AuditEntry| entry.id))
}

/// The same as CSV, the newest 50,000 at most.
#[utoipa::path(tag = "audit", params(AuditFilter), responses((status = 200, body = String, content_type = "text/csv")))]
#[get("/audit/export.csv")]
async fn export_audit(
    app: web::Data<App>,
    caller: Require<ReadAudit>,
    filter: Query<AuditFilter>,
) -> Result<HttpResponse> {
    let (caller, filter) = (caller.caller(), filter.into_inner());
    let locale = caller.locale;
    let entries = app
        .db
        .read_at_length(move |connection| entries(connection, &caller, &filter, None, MOST_EXPORTED))
        .await?;
    let heading = COLUMNS.map(|column| say(locale, &format!("audit-column-{column}"), &[]));
    let most = usize::try_from(MOST_EXPORTED).unwrap_or(usize::MAX);
    let text = spreadsheet::csv(heading, entries.into_iter().take(most).map(cells))?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/csv; charset=utf-8"))
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"auditoria.csv\""))
        .body(text))
}

/// Is the log what it was when it was written?
///
/// Computes the chain of hashes anew, over all entries, and tells the first that does not fit.
#[utoipa::path(tag = "audit", responses((status = 200, body = AuditVerification)))]
#[get("/audit/verify")]
async fn verify_audit(app: web::Data<App>, _: Require<ReadAudit>) -> Result<Answer<AuditVerification>> {
    let Verification { chained, waiting, fault } = app.db.read_at_length(chain::verify).await?;
    let told = |Fault { kind, position, entry }| AuditFault {
        kind: match kind {
            FaultKind::Changed => AuditFaultKind::Changed,
            FaultKind::Missing => AuditFaultKind::Missing,
            FaultKind::Inserted => AuditFaultKind::Inserted,
        },
        position,
        entry: entry.map(|id: AuditId| id.0),
    };
    let fault = fault.map(told);
    Answer::ok(&AuditVerification { intact: fault.is_none(), verified: chained, waiting, fault })
}

/// The operations of this capability.
pub fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config.service(list_audit).service(export_audit).service(verify_audit);
}

fn entries(
    connection: &mut DbConnection,
    caller: &Caller,
    filter: &AuditFilter,
    before: Option<AuditId>,
    limit: i64,
) -> Result<Vec<AuditEntry>> {
    let rows = store::list(connection, caller, filter, before, limit)?;
    let people = store::people(connection, &rows)?;
    let projects = store::projects_of(connection, &rows)?;
    rows.into_iter()
        .map(|row| {
            let EntryRow {
                id,
                at,
                actor_id,
                operation,
                object,
                address,
                request_id,
                project_id,
                impersonator_id,
                api_key_id,
                changes,
            } = row;
            Ok(AuditEntry {
                id: id.0,
                at: at.utc(),
                actor: actor_id.and_then(|id| people.get(&id).cloned()),
                impersonator: impersonator_id.and_then(|id| people.get(&id).cloned()),
                api_key: api_key_id.map(|id| id.0),
                operation,
                object,
                project: project_id.and_then(|id| projects.get(&id).cloned()),
                address,
                request_id,
                changes: changes
                    .map(|text| serde_json::from_str(&text))
                    .transpose()
                    .map_err(Error::internal)?,
            })
        })
        .collect()
}

fn cells(entry: AuditEntry) -> [String; 9] {
    let AuditEntry {
        at,
        actor,
        impersonator,
        operation,
        object,
        project,
        address,
        request_id,
        changes,
        id: _,
        api_key: _,
    } = entry;
    let name = |person: Option<contract::reference::PersonRef>| {
        person.map(|person| person.display_name).unwrap_or_default()
    };
    [
        at.format("%Y-%m-%dT%H:%M:%SZ").to_string(),
        name(actor),
        name(impersonator),
        operation,
        object,
        project.map(|project| project.key).unwrap_or_default(),
        address.unwrap_or_default(),
        request_id,
        changes.and_then(|changes| serde_json::to_string(&changes).ok()).unwrap_or_default(),
    ]
}
