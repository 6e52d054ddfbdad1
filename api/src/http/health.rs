//! `/healthz`: the process answers. `/readyz`: the database does too, and is migrated.

use crate::app::App;
use crate::db::migrations;
use crate::error::{Error, Result};
use actix_web::{HttpResponse, get, web};
use serde_json::json;

/// The process answers.
#[get("/healthz")]
pub async fn healthz() -> HttpResponse {
    HttpResponse::Ok().json(json!({"status": "ok"}))
}

/// Requests can be served.
#[get("/readyz")]
pub async fn readyz(app: web::Data<App>) -> Result<HttpResponse> {
    let complete =
        app.db.read(migrations::are_complete).await.map_err(|error| Error::Unavailable(error.to_string()))?;
    if !complete {
        return Err(Error::Unavailable("migrations are pending".to_owned()));
    }
    Ok(HttpResponse::Ok().json(json!({"status": "ready"})))
}
