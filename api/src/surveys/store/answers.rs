//! Every query on `surveys`.

use crate::db::DbConnection;
use crate::db::schema::{surveys, tickets};
use crate::db::types::{Document, Instant};
use crate::error::Result;
use crate::ids::{ProjectId, SurveyId, TicketId, UserId};
use crate::people;
use chrono::{DateTime, Utc};
use contract::reference::PersonRef;
use contract::surveys::Survey;
use contract::tickets::AnswerSurvey;
use diesel::prelude::*;
use serde::Serialize;
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
pub(in crate::surveys) fn is_answered(
    connection: &mut DbConnection,
    ticket: TicketId,
    resolution: i32,
) -> Result<bool> {
    let found = surveys::table
        .filter(surveys::ticket_id.eq(ticket).and(surveys::resolution.eq(resolution)))
        .select(surveys::id)
        .first::<SurveyId>(connection)
        .optional()?;
    Ok(found.is_some())
}

/// A person's own answer, as they are told of it.
#[derive(Clone, Debug, Serialize)]
pub struct OwnAnswer {
    /// The ticket it is about.
    pub ticket: String,
    /// Which of its resolutions.
    pub resolution: i32,
    /// Whether the problem was solved.
    pub satisfied: bool,
    /// 1 to 5.
    pub score: Option<i32>,
    /// Scores by question.
    pub answers: BTreeMap<String, u8>,
    /// In their words.
    pub comment: Option<String>,
    /// When.
    pub answered_at: DateTime<Utc>,
}

/// Everything that a person has answered, of some projects or all.
pub fn answered_by(
    connection: &mut DbConnection,
    person: UserId,
    projects: Option<&[ProjectId]>,
) -> Result<Vec<OwnAnswer>> {
    let mut query = surveys::table
        .inner_join(tickets::table.on(tickets::id.eq(surveys::ticket_id)))
        .filter(surveys::answered_by_id.eq(person))
        .order(surveys::answered_at)
        .select((tickets::number, Row::as_select()))
        .into_boxed();
    if let Some(projects) = projects {
        query = query.filter(surveys::project_id.eq_any(projects.to_vec()));
    }
    let own = |(ticket, row): (String, Row)| OwnAnswer {
        ticket,
        resolution: row.resolution,
        satisfied: row.satisfied,
        score: row.score,
        answers: row.answers.0,
        comment: row.comment,
        answered_at: row.answered_at.utc(),
    };
    Ok(query.load(connection)?.into_iter().map(own).collect())
}

/// Takes the words out of the answers about a ticket; somebody nameless stands in place of whoever gave
/// them, if that is asked.
pub fn redact(connection: &mut DbConnection, ticket: TicketId, nameless: Option<UserId>) -> Result<()> {
    diesel::update(surveys::table.filter(surveys::ticket_id.eq(ticket)))
        .set((
            surveys::comment.eq(None::<String>),
            nameless.map(|nameless| surveys::answered_by_id.eq(nameless)),
        ))
        .execute(connection)?;
    Ok(())
}

/// The answers to a ticket's resolutions, first to last.
pub(in crate::surveys) fn of_ticket(connection: &mut DbConnection, ticket: TicketId) -> Result<Vec<Survey>> {
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
