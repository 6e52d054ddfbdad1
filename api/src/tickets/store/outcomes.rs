//! Conditions on how a case went: were its times kept, how did it end, what did the requester say.

use super::visible::Condition;
use crate::db::dialect::PerEngine;
use crate::db::schema::{surveys, tickets};
use crate::db::types::{Instant, Word};
use crate::tickets::filter::{Answered, Outcomes, Surveyed};
use crate::tickets::rules::timers::Announced;
use chrono::{DateTime, Utc};
use contract::tickets::Timeliness;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Integer, Text};

/// The conditions of a filter that ask how a case went.
pub(super) fn conditions(outcomes: Outcomes, now: DateTime<Utc>) -> Vec<Condition> {
    let Outcomes {
        attention,
        resolution,
        reopened,
        closures,
        resolved_from,
        resolved_to,
        last_answered,
        surveyed,
    } = outcomes;
    let mut all: Vec<Condition> = Vec::new();
    all.extend(attention.map(|wanted| attention_was(wanted, now)));
    all.extend(resolution.map(|wanted| resolution_was(wanted, now)));
    all.extend(reopened.map(|reopened| -> Condition {
        if reopened { Box::new(tickets::reopen_count.gt(0)) } else { Box::new(tickets::reopen_count.eq(0)) }
    }));
    if !closures.is_empty() {
        let closures: Vec<_> = closures.into_iter().map(Word).collect();
        all.push(Box::new(tickets::closure_reason.eq_any(closures).assume_not_null()));
    }
    if let Some(from) = resolved_from {
        all.push(Box::new(tickets::resolved_at.ge(Instant::from(from)).assume_not_null()));
    }
    if let Some(to) = resolved_to {
        all.push(Box::new(tickets::resolved_at.lt(Instant::from(to)).assume_not_null()));
    }
    all.extend(last_answered.map(|answered| -> Condition {
        let answered_last =
            tickets::surveyed_resolution.ge(tickets::resolution_count).and(tickets::resolution_count.gt(0));
        if answered { Box::new(answered_last) } else { Box::new(diesel::dsl::not(answered_last)) }
    }));
    if surveyed != Surveyed::default() {
        all.push(has_survey(surveyed));
    }
    all
}

/// Breached: told already, or run out since. Met: stopped, and never told.
fn attention_was(wanted: Timeliness, now: DateTime<Utc>) -> Condition {
    let told = tickets::attention_announced.eq(Word(Announced::Breach));
    let unopened = tickets::opened_at.is_null().and(tickets::closed_at.is_null());
    match wanted {
        Timeliness::Breached => {
            Box::new(told.or(unopened.and(tickets::attention_due_at.lt(Instant::from(now)))))
        }
        Timeliness::Met => Box::new(
            tickets::attention_announced
                .ne(Word(Announced::Breach))
                .and(tickets::opened_at.is_not_null().or(tickets::closed_at.is_not_null())),
        ),
    }
}

/// The same for the resolution, where one is promised.
fn resolution_was(wanted: Timeliness, now: DateTime<Utc>) -> Condition {
    let told = tickets::resolution_announced.eq(Word(Announced::Breach));
    let unresolved = tickets::resolved_at.is_null().and(tickets::closed_at.is_null());
    let run_out = tickets::resolution_due_at.lt(Instant::from(now)).assume_not_null();
    match wanted {
        Timeliness::Breached => {
            Box::new(tickets::resolution_target_minutes.is_not_null().and(told.or(unresolved.and(run_out))))
        }
        Timeliness::Met => Box::new(
            tickets::resolution_target_minutes
                .is_not_null()
                .and(tickets::resolution_announced.ne(Word(Announced::Breach)))
                .and(tickets::resolved_at.is_not_null().or(tickets::closed_at.is_not_null())),
        ),
    }
}

/// That a survey says to a question what is asked for. Keys of questions have no quotes.
macro_rules! says {
    ($answered:expr) => {{
        let Answered { question, score } = $answered;
        let (least, most) = score.map_or((1, 5), |score| (score, score));
        PerEngine {
            sqlite: sql::<Bool>("(json_extract(surveys.answers, ")
                .bind::<Text, _>(format!("$.\"{question}\""))
                .sql(") BETWEEN ")
                .bind::<Integer, _>(least)
                .sql(" AND ")
                .bind::<Integer, _>(most)
                .sql(")"),
            postgres: sql::<Bool>("(CAST(surveys.answers ->> ")
                .bind::<Text, _>(question)
                .sql(" AS integer) BETWEEN ")
                .bind::<Integer, _>(least)
                .sql(" AND ")
                .bind::<Integer, _>(most)
                .sql(")"),
        }
    }};
}

/// That a single survey of the case is as asked.
fn has_survey(surveyed: Surveyed) -> Condition {
    let Surveyed { satisfied, scores, answer, from, to } = surveyed;
    let from = from.unwrap_or(DateTime::UNIX_EPOCH);
    let to = to.unwrap_or(DateTime::from_timestamp_nanos(i64::MAX));
    let words = satisfied.map_or(vec![true, false], |word| vec![word]);
    let answered = surveys::table
        .filter(surveys::answered_at.ge(Instant::from(from)).and(surveys::answered_at.lt(Instant::from(to))))
        .filter(surveys::satisfied.eq_any(words))
        .select(surveys::ticket_id);
    let asks_scores = !scores.is_empty();
    let scored = surveys::score.eq_any(scores).assume_not_null();
    match (asks_scores, answer) {
        (false, None) => Box::new(tickets::id.eq_any(answered)),
        (true, None) => Box::new(tickets::id.eq_any(answered.filter(scored))),
        (false, Some(answer)) => Box::new(tickets::id.eq_any(answered.filter(says!(answer)))),
        (true, Some(answer)) => Box::new(tickets::id.eq_any(answered.filter(scored).filter(says!(answer)))),
    }
}
