//! Every query on `surveys`.

use crate::db::DbConnection;
use crate::db::schema::surveys;
use crate::db::types::{Document, Instant};
use crate::error::Result;
use crate::ids::{ProjectId, SurveyId, TicketId, UserId};
use crate::people;
use chrono::{DateTime, Utc};
use contract::reference::PersonRef;
use contract::surveys::Survey;
use contract::tickets::AnswerSurvey;
use diesel::prelude::*;
use std::collections::BTreeMap;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = surveys, treat_none_as_default_value = false)]
struct Row {
    id: SurveyId,
    project_id: ProjectId,
    ticket_id: TicketId,
    resolution: i32,
    satisfied: bool,
    score: Option<i32>,
    answers: Document<BTreeMap<String, u8>>,
    comment: Option<String>,
    answered_at: Instant,
    answered_by_id: UserId,
}

/// Keeps an answer. A second one to the same resolution is a conflict.
pub fn record(
    connection: &mut DbConnection,
    (project, ticket): (ProjectId, TicketId),
    resolution: i32,
    answer: &AnswerSurvey,
    by: UserId,
    at: DateTime<Utc>,
) -> Result<()> {
    let AnswerSurvey { satisfied, score, answers, comment } = answer.clone();
    let row = Row {
        id: SurveyId::fresh(),
        project_id: project,
        ticket_id: ticket,
        resolution,
        satisfied,
        score: score.map(i32::from),
        answers: Document(answers),
        comment,
        answered_at: at.into(),
        answered_by_id: by,
    };
    diesel::insert_into(surveys::table).values(row).execute(connection)?;
    Ok(())
}

/// Whether a resolution has its answer.
pub(super) fn is_answered(connection: &mut DbConnection, ticket: TicketId, resolution: i32) -> Result<bool> {
    let found = surveys::table
        .filter(surveys::ticket_id.eq(ticket).and(surveys::resolution.eq(resolution)))
        .select(surveys::id)
        .first::<SurveyId>(connection)
        .optional()?;
    Ok(found.is_some())
}

/// The answers to a ticket's resolutions, first to last.
pub(super) fn of_ticket(connection: &mut DbConnection, ticket: TicketId) -> Result<Vec<Survey>> {
    let rows = surveys::table
        .filter(surveys::ticket_id.eq(ticket))
        .order(surveys::resolution)
        .select(Row::as_select())
        .load(connection)?;
    let people: Vec<_> = rows.iter().map(|row| row.answered_by_id).collect();
    let names = people::names(connection, &people)?;
    let wire = |row: Row| {
        let Row {
            id,
            project_id: _,
            ticket_id: _,
            resolution,
            satisfied,
            score,
            answers,
            comment,
            answered_at,
            answered_by_id,
        } = row;
        let answered_by = names
            .get(&answered_by_id)
            .cloned()
            .unwrap_or(PersonRef { id: answered_by_id.0, display_name: String::new() });
        let score = score.and_then(|score| u8::try_from(score).ok());
        Survey {
            id: id.0,
            resolution,
            satisfied,
            score,
            answers: answers.0,
            comment,
            answered_at: answered_at.utc(),
            answered_by,
        }
    };
    Ok(rows.into_iter().map(wire).collect())
}
