//! `/service-hours`, `/agreements`, `/calendars`, `/holidays`.

use super::model::Calendar;
use super::{service, store};
use crate::app::App;
use crate::auth::Require;
use crate::auth::permissions::{ReadAgreements, WriteAgreements};
use crate::db::page;
use crate::error::{Error, Result};
use crate::http::{Answer, Json, Query, UseCase};
use crate::projects;
use actix_web::{delete, get, post, web};
use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use contract::catalog::CatalogFilter;
use contract::page::Page;
use contract::reference::Reference;
use contract::sla::{
    Agreement, Calendar as Shown, CreateAgreement, CreateHoliday, Due, DueRequest, Elapsed, ElapsedRequest,
    Holiday, HolidayFilter, OpeningHours, WeeklyHours,
};

/// The longest span whose service time is counted on request.
const LONGEST_SPAN: TimeDelta = TimeDelta::days(3_660);

/// When does service time run out?
///
/// Time that runs out exactly at closing is due at closing.
#[utoipa::path(tag = "service hours", request_body = DueRequest, responses((status = 200, body = Due)))]
#[post("/service-hours/due")]
async fn due(
    app: web::Data<App>,
    caller: Require<ReadAgreements>,
    body: Json<DueRequest>,
) -> Result<Answer<Due>> {
    let (caller, body) = (caller.caller(), body.into_inner());
    let due_at = app
        .db
        .read(move |connection| {
            let calendar = service::calendar_for(connection, &caller, body.calendar.as_ref())?;
            let this_century = (1984..2200).contains(&body.from.year());
            let due_at = this_century.then(|| calendar.hours.due(body.from, body.minutes)).flatten();
            due_at.ok_or_else(|| Error::field("from", "span"))
        })
        .await?;
    Answer::ok(&Due { due_at })
}

/// How much service time lies between two instants?
#[utoipa::path(tag = "service hours", request_body = ElapsedRequest, responses((status = 200, body = Elapsed)))]
#[post("/service-hours/elapsed")]
async fn elapsed(
    app: web::Data<App>,
    caller: Require<ReadAgreements>,
    body: Json<ElapsedRequest>,
) -> Result<Answer<Elapsed>> {
    let (caller, body) = (caller.caller(), body.into_inner());
    if body.until.signed_duration_since(body.from) > LONGEST_SPAN {
        return Err(Error::field("until", "span"));
    }
    let seconds = app
        .db
        .read(move |connection| {
            let calendar = service::calendar_for(connection, &caller, body.calendar.as_ref())?;
            Ok(calendar.hours.elapsed(body.from, body.until).num_seconds())
        })
        .await?;
    Answer::ok(&Elapsed { seconds })
}

/// Agreements of a project, the latest first.
#[utoipa::path(tag = "agreements", params(CatalogFilter), responses((status = 200, body = Page<Agreement>)))]
#[get("/agreements")]
async fn list_agreements(
    app: web::Data<App>,
    caller: Require<ReadAgreements>,
    filter: Query<CatalogFilter>,
) -> Result<Answer<Page<Agreement>>> {
    let (caller, wanted) = (caller.caller(), filter.into_inner().project.map(Reference));
    let agreements = app
        .db
        .read(move |connection| {
            let project = projects::for_caller(connection, &caller, wanted.as_ref())?;
            let agreements = store::agreements_of(connection, project.id)?;
            agreements
                .into_iter()
                .map(|agreement| service::shown_agreement(connection, &project, agreement))
                .collect::<Result<Vec<_>>>()
        })
        .await?;
    Answer::ok(&page::whole(agreements))
}

/// Sign an agreement.
///
/// It replaces the one in force from its first day on; tickets keep the one they were born under.
#[utoipa::path(tag = "agreements", request_body = CreateAgreement, responses((status = 201, body = Agreement)))]
#[post("/agreements")]
async fn create_agreement(
    _: Require<WriteAgreements>,
    body: Json<CreateAgreement>,
    use_case: UseCase,
) -> Result<Answer<Agreement>> {
    use_case.run(move |work| service::sign(work, body.into_inner())).await
}

/// One agreement.
#[utoipa::path(tag = "agreements", params(("agreement" = uuid::Uuid, Path, description = "Id")), responses((status = 200, body = Agreement)))]
#[get("/agreements/{agreement}")]
async fn read_agreement(
    app: web::Data<App>,
    caller: Require<ReadAgreements>,
    agreement: web::Path<String>,
) -> Result<Answer<Agreement>> {
    let caller = caller.caller();
    let id = Reference(agreement.into_inner()).id().ok_or(Error::NotFound)?;
    let agreement = app
        .db
        .read(move |connection| {
            let agreement = store::agreement(connection, crate::ids::AgreementId(id))?;
            let project = projects::for_caller(connection, &caller, Some(&agreement.project.0.into()))
                .map_err(|_| Error::NotFound)?;
            service::shown_agreement(connection, &project, agreement)
        })
        .await?;
    Answer::ok(&agreement)
}

/// Calendars of a project.
#[utoipa::path(tag = "agreements", params(CatalogFilter), responses((status = 200, body = Page<Shown>)))]
#[get("/calendars")]
async fn list_calendars(
    app: web::Data<App>,
    caller: Require<ReadAgreements>,
    filter: Query<CatalogFilter>,
) -> Result<Answer<Page<Shown>>> {
    let (caller, wanted) = (caller.caller(), filter.into_inner().project.map(Reference));
    let calendars = app
        .db
        .read(move |connection| {
            let project = projects::for_caller(connection, &caller, wanted.as_ref())?;
            let calendars = store::calendars_of(connection, project.id)?;
            Ok(calendars.into_iter().map(|calendar| shown_calendar(&project, calendar)).collect())
        })
        .await?;
    Answer::ok(&page::whole(calendars))
}

/// Holidays of a year.
#[utoipa::path(tag = "agreements", params(HolidayFilter), responses((status = 200, body = Page<Holiday>)))]
#[get("/holidays")]
async fn list_holidays(
    app: web::Data<App>,
    caller: Require<ReadAgreements>,
    filter: Query<HolidayFilter>,
) -> Result<Answer<Page<Holiday>>> {
    let (caller, filter) = (caller.caller(), filter.into_inner());
    let year = filter.year.unwrap_or_else(|| app.clock.now().year());
    let first = |year| NaiveDate::from_ymd_opt(year, 1, 1).ok_or_else(|| Error::field("year", "range"));
    let days = first(year)?..first(year + 1)?;
    let holidays = app
        .db
        .read(move |connection| {
            let project = projects::for_caller(connection, &caller, filter.project.map(Reference).as_ref())?;
            let calendar = store::current(
                connection,
                project.id,
                super::defaults::CALENDAR_KEY,
                NaiveDate::MAX..NaiveDate::MAX,
            )?;
            let days = store::holidays_of(connection, calendar.id, days)?;
            Ok(days.into_iter().map(|(date, name)| Holiday { date, name }).collect())
        })
        .await?;
    Answer::ok(&page::whole(holidays))
}

/// Grant a day off.
///
/// Makes a new revision of the calendar, for tickets registered from now on.
#[utoipa::path(tag = "agreements", request_body = CreateHoliday, responses((status = 201, body = Holiday)))]
#[post("/holidays")]
async fn create_holiday(
    _: Require<WriteAgreements>,
    body: Json<CreateHoliday>,
    use_case: UseCase,
) -> Result<Answer<Holiday>> {
    use_case.run(move |work| service::grant_holiday(work, &body.into_inner())).await
}

/// Take a day off back.
#[utoipa::path(tag = "agreements", params(("date" = NaiveDate, Path, description = "The day"), CatalogFilter), responses((status = 204)))]
#[delete("/holidays/{date}")]
async fn delete_holiday(
    _: Require<WriteAgreements>,
    date: web::Path<String>,
    filter: Query<CatalogFilter>,
    use_case: UseCase,
) -> Result<Answer<()>> {
    let date: NaiveDate = date.parse().map_err(|_| Error::NotFound)?;
    let project = filter.into_inner().project.map(Reference);
    use_case.run(move |work| service::cancel_holiday(work, date, project.as_ref())).await
}

/// The operations of this capability.
pub fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config
        .service(due)
        .service(elapsed)
        .service(list_agreements)
        .service(create_agreement)
        .service(read_agreement)
        .service(list_calendars)
        .service(list_holidays)
        .service(create_holiday)
        .service(delete_holiday);
}

fn shown_calendar(project: &projects::Project, calendar: Calendar) -> Shown {
    let Calendar { id, project: _, key, name, revision, hours } = calendar;
    let day = |weekday| {
        let openings = hours.week.openings(weekday).iter();
        let shown = openings.map(|opening| OpeningHours {
            from: opening.from.format("%H:%M").to_string(),
            until: opening.until.format("%H:%M").to_string(),
        });
        shown.collect()
    };
    let week = WeeklyHours {
        monday: day(Weekday::Mon),
        tuesday: day(Weekday::Tue),
        wednesday: day(Weekday::Wed),
        thursday: day(Weekday::Thu),
        friday: day(Weekday::Fri),
        saturday: day(Weekday::Sat),
        sunday: day(Weekday::Sun),
    };
    Shown {
        id: id.0,
        key,
        name,
        project: service::named(project),
        time_zone: hours.time_zone.name().to_owned(),
        revision,
        week,
    }
}
