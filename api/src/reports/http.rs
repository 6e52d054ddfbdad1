//! `/reports`.

use super::model::Scope;
use super::rules::period::{self, Period, Unsound};
use super::{present, store};
use crate::app::App;
use crate::auth::permissions::{Permission, ReadReports};
use crate::auth::{Caller, Require};
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::http::{Answer, Query};
use crate::ids::ProjectId;
use crate::{projects, surveys};
use actix_web::{get, web};
use chrono::{DateTime, NaiveDate, Utc};
use contract::reference::{NamedRef, Reference};
use contract::reports::{ReportFilter, Summary, SurveyReport};

/// How a period went.
///
/// Of the projects in which the caller is of the desk or supervises it, or of those named. Days
/// and hours are those of Bogotá. Each figure has in `tickets` the query of `GET /tickets` that
/// lists what it counts.
#[utoipa::path(tag = "reports", params(ReportFilter), responses((status = 200, body = Summary)))]
#[get("/reports/summary")]
async fn read_summary(
    app: web::Data<App>,
    caller: Require<ReadReports>,
    filter: Query<ReportFilter>,
) -> Result<Answer<Summary>> {
    let (caller, now) = (caller.caller(), app.clock.now());
    let ReportFilter { project, from, to } = filter.into_inner();
    let period = sound(from, to, now)?;
    let summary = app
        .db
        .read(move |connection| {
            let projects = reported(connection, &caller, project)?;
            let scope = Scope::new(projects, period, now);
            let counts = store::count(connection, &scope)?;
            present::summary(connection, &scope, counts)
        })
        .await?;
    Answer::ok(&summary)
}

/// What requesters say to each question of the survey.
///
/// Project by project, of the answers given in the period: the questions that are asked, and those that
/// were and have been answered in it. Projects, days and `tickets` are those of `GET /reports/summary`.
#[utoipa::path(tag = "reports", params(ReportFilter), responses((status = 200, body = SurveyReport)))]
#[get("/reports/surveys")]
async fn read_surveys(
    app: web::Data<App>,
    caller: Require<ReadReports>,
    filter: Query<ReportFilter>,
) -> Result<Answer<SurveyReport>> {
    let (caller, now) = (caller.caller(), app.clock.now());
    let ReportFilter { project, from, to } = filter.into_inner();
    let period = sound(from, to, now)?;
    let report = app
        .db
        .read(move |connection| {
            let scope = Scope::new(reported(connection, &caller, project)?, period, now);
            let questions = surveys::questions_of(connection, &scope.ids())?;
            let said = store::said(connection, &scope)?;
            Ok(present::surveys(&scope, &questions, &said))
        })
        .await?;
    Answer::ok(&report)
}

/// The operations of this capability.
pub fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config.service(read_summary).service(read_surveys);
}

fn sound(from: Option<NaiveDate>, to: Option<NaiveDate>, now: DateTime<Utc>) -> Result<Period> {
    period::asked(from, to, now).map_err(|unsound| match unsound {
        Unsound::Backwards => Error::field("to", "order"),
        Unsound::TooLong => Error::field("from", "span"),
    })
}

/// The projects whose figures a caller asks for, by key: all that they may see the figures of, or
/// those named among them.
fn reported(
    connection: &mut DbConnection,
    caller: &Caller,
    asked: Vec<String>,
) -> Result<Vec<(ProjectId, NamedRef)>> {
    let mut reported = caller.projects_as(ReadReports::ROLES);
    if !asked.is_empty() {
        let mut named = Vec::new();
        for name in asked {
            let project = projects::find(connection, &Reference(name))?
                .filter(|project| reported.contains(&project.id))
                .ok_or_else(|| Error::field("project", "unknown_reference"))?;
            named.push(project.id);
        }
        reported.retain(|project| named.contains(project));
    }
    let mut projects: Vec<_> = projects::named(connection, &reported)?.into_iter().collect();
    projects.sort_by(|(_, one), (_, other)| one.key.cmp(&other.key));
    Ok(projects)
}
