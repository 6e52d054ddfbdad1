//! The questions of each project's survey.

use crate::db::DbConnection;
use crate::db::dialect::for_update;
use crate::db::schema::survey_questions;
use crate::error::Result;
use crate::ids::ProjectId;
use contract::surveys::SurveyQuestion;
use diesel::prelude::*;

/// What a new project asks besides whether the problem is solved and how the whole was: key, Spanish, English.
/// Migration 0019 gave the same to the projects that were there.
const FIRST: [(&str, &str, &str); 2] = [
    ("trato", "¿Cómo califica el trato que recibió?", "How do you rate the way you were treated?"),
    ("rapidez", "¿Cómo califica la rapidez de la respuesta?", "How do you rate how fast we answered?"),
];

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = survey_questions, primary_key(project_id, key))]
struct Row {
    project_id: ProjectId,
    key: String,
    text_es: String,
    text_en: String,
    position: i32,
    active: bool,
    version: i64,
}

impl Row {
    fn of(project_id: ProjectId, question: SurveyQuestion) -> Self {
        let SurveyQuestion { key, text_es, text_en, position, active, version } = question;
        Self { project_id, key, text_es, text_en, position, active, version }
    }
}

impl From<Row> for SurveyQuestion {
    fn from(row: Row) -> Self {
        let Row { project_id: _, key, text_es, text_en, position, active, version } = row;
        Self { key, text_es, text_en, position, active, version }
    }
}

/// Gives a new project its first questions.
pub fn create_defaults(connection: &mut DbConnection, project: ProjectId) -> Result<()> {
    for (position, (key, text_es, text_en)) in (1..).zip(FIRST) {
        let question = SurveyQuestion {
            key: key.to_owned(),
            text_es: text_es.to_owned(),
            text_en: text_en.to_owned(),
            position,
            active: true,
            version: 1,
        };
        insert(connection, project, question)?;
    }
    Ok(())
}

/// Every question of a project, in their order.
pub(in crate::surveys) fn list(
    connection: &mut DbConnection,
    project: ProjectId,
) -> Result<Vec<SurveyQuestion>> {
    let rows = survey_questions::table
        .filter(survey_questions::project_id.eq(project))
        .order((survey_questions::position, survey_questions::key))
        .select(Row::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(SurveyQuestion::from).collect())
}

/// Every question of some projects, each project's in their order.
pub fn of_projects(
    connection: &mut DbConnection,
    projects: &[ProjectId],
) -> Result<Vec<(ProjectId, SurveyQuestion)>> {
    let rows = survey_questions::table
        .filter(survey_questions::project_id.eq_any(projects.to_vec()))
        .order((survey_questions::project_id, survey_questions::position, survey_questions::key))
        .select(Row::as_select())
        .load::<Row>(connection)?;
    Ok(rows.into_iter().map(|row| (row.project_id, row.into())).collect())
}

/// A question, to be changed.
pub(in crate::surveys) fn locked(
    connection: &mut DbConnection,
    project: ProjectId,
    key: &str,
) -> Result<SurveyQuestion> {
    let found = survey_questions::table.find((project, key.to_owned()));
    let _: String = for_update!(found.clone().select(survey_questions::key)).get_result(connection)?;
    Ok(found.select(Row::as_select()).first(connection)?.into())
}

/// Adds a question. A second one of the same key is a conflict.
pub(in crate::surveys) fn insert(
    connection: &mut DbConnection,
    project: ProjectId,
    question: SurveyQuestion,
) -> Result<()> {
    diesel::insert_into(survey_questions::table).values(Row::of(project, question)).execute(connection)?;
    Ok(())
}

/// Stores a changed question that this transaction has locked.
pub(in crate::surveys) fn update(
    connection: &mut DbConnection,
    project: ProjectId,
    question: SurveyQuestion,
) -> Result<()> {
    let key = question.key.clone();
    diesel::update(survey_questions::table.find((project, key)))
        .set(Row::of(project, question))
        .execute(connection)?;
    Ok(())
}

/// Removes a question. Scores that were given stay under its key.
pub(in crate::surveys) fn delete(connection: &mut DbConnection, project: ProjectId, key: &str) -> Result<()> {
    diesel::delete(survey_questions::table.find((project, key.to_owned()))).execute(connection)?;
    Ok(())
}
