//! What a new project starts with: the service hours and the agreement of TC-PD-15 §7.

use super::model::{Agreement, Calendar};
use super::rules::holidays;
use super::rules::service_hours::{ServiceHours, Week};
use super::store;
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::{AgreementId, CalendarId, ProjectId};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Tz;
use contract::sla::Target;
use contract::tickets::{Kind, PauseReason};
use std::collections::BTreeMap;

/// The key of a project's own calendar.
pub(super) const CALENDAR_KEY: &str = "horario";

/// How many coming years get their holidays by the present law; the rows are what counts, and
/// the administrator changes them.
const YEARS_AHEAD: i32 = 15;

/// Monday to Friday 7:30–17:00 of the project's time without Colombia's holidays; attention within two hours
/// for petitions and one for incidents (TC-PD-15 §7.1, §7.2).
pub fn create_defaults(
    connection: &mut DbConnection,
    project: ProjectId,
    time_zone: Tz,
    now: DateTime<Utc>,
) -> Result<()> {
    let days: Vec<(NaiveDate, String)> = (now.year() - 2..=now.year() + YEARS_AHEAD)
        .flat_map(holidays::colombia)
        .map(|holiday| (holiday.date, holiday.name.to_owned()))
        .collect();
    let hours = ServiceHours { time_zone, week: Week::office(), holidays: BTreeMap::new() };
    let calendar = Calendar {
        id: CalendarId::fresh(),
        project,
        key: CALENDAR_KEY.to_owned(),
        name: "Lunes a viernes, 7:30 a. m. a 5:00 p. m.".to_owned(),
        revision: 1,
        hours,
    };
    store::insert_calendar(connection, calendar, &days, now)?;
    let within = |kind, attention_minutes| Target {
        kind,
        priority: None,
        attention_minutes,
        resolution_minutes: None,
    };
    let agreement = Agreement {
        id: AgreementId::fresh(),
        project,
        key: "tc-pd-15".to_owned(),
        name: "TC-PD-15, numeral 7".to_owned(),
        // In force since the procedure's version 2.
        valid_from: NaiveDate::from_ymd_opt(2023, 7, 28).unwrap_or_default(),
        valid_until: None,
        calendar_key: CALENDAR_KEY.to_owned(),
        warning_percent: 75,
        pausing_reasons: PauseReason::ALL.to_vec(),
        targets: vec![within(Some(Kind::Incident), 60), within(Some(Kind::Problem), 60), within(None, 120)],
    };
    store::insert_agreement(connection, agreement, now)
}
