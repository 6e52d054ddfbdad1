//! The questions of a survey: administrators keep them, answers are held against them.

use super::store;
use crate::auth::Caller;
use crate::db::DbConnection;
use crate::error::{Error, FieldFault, Result};
use crate::http::{Answer, Work};
use crate::ids::ProjectId;
use crate::projects;
use contract::auth::{Locale, Role};
use contract::reference::Reference;
use contract::surveys::{AskedQuestion, CreateSurveyQuestion, SurveyQuestion, UpdateSurveyQuestion};
use std::collections::BTreeMap;

/// As many questions as an answer has room for.
const MOST: usize = 20;

/// Refuses scores of what the project does not ask, all at once.
pub fn check_answers(
    connection: &mut DbConnection,
    project: ProjectId,
    answers: &BTreeMap<String, u8>,
) -> Result<()> {
    if answers.is_empty() {
        return Ok(());
    }
    let questions = store::list(connection, project)?;
    let asked = |key: &str| questions.iter().any(|question| question.active && question.key == key);
    let faults: Vec<FieldFault> = answers
        .keys()
        .filter(|key| !asked(key.as_str()))
        .map(|key| FieldFault::new(&format!("answers.{key}"), "unknown_question"))
        .collect();
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}

/// What somebody is asked, in their language.
pub(super) fn asked(
    connection: &mut DbConnection,
    project: ProjectId,
    locale: Locale,
) -> Result<Vec<AskedQuestion>> {
    let in_their_words = |question: SurveyQuestion| AskedQuestion {
        key: question.key,
        text: match locale {
            Locale::Es => question.text_es,
            Locale::En => question.text_en,
        },
    };
    let questions = store::list(connection, project)?;
    Ok(questions.into_iter().filter(|question| question.active).map(in_their_words).collect())
}

/// The questions of a project that the caller belongs to.
pub(super) fn questions(
    connection: &mut DbConnection,
    caller: &Caller,
    reference: &Reference,
) -> Result<Vec<SurveyQuestion>> {
    let project = visible(connection, caller, reference)?;
    store::list(connection, project)
}

/// Adds a question.
pub(super) fn create(
    work: &mut Work<'_>,
    reference: &Reference,
    body: CreateSurveyQuestion,
) -> Result<Answer<SurveyQuestion>> {
    let project = administered(work, reference)?;
    projects::hold(work.connection, project)?;
    let present = store::list(work.connection, project)?;
    if present.len() >= MOST {
        return Err(Error::field("key", "questions"));
    }
    let CreateSurveyQuestion { key, text_es, text_en, position } = body;
    let last = present.last().map_or(0, |question| question.position);
    let question = SurveyQuestion {
        key,
        text_es: text_es.trim().to_owned(),
        text_en: text_en.trim().to_owned(),
        position: position.unwrap_or_else(|| last.saturating_add(1)),
        active: true,
        version: 1,
    };
    store::insert(work.connection, project, question.clone())?;
    work.changed(&None::<()>, &question);
    let location = format!("/api/v1/projects/{project}/survey-questions/{}", question.key);
    Ok(Answer::versioned(question.version, &question)?.at(location))
}

/// Changes a question, for who answers from now on.
pub(super) fn update(
    work: &mut Work<'_>,
    (reference, key): &(Reference, String),
    version: i64,
    body: UpdateSurveyQuestion,
) -> Result<Answer<SurveyQuestion>> {
    let project = administered(work, reference)?;
    let before = store::locked(work.connection, project, key)?;
    if before.version != version {
        return Err(Error::Stale);
    }
    let UpdateSurveyQuestion { text_es, text_en, position, active } = body;
    let written = |given: Option<String>, present: &String| {
        given.map_or_else(|| present.clone(), |text| text.trim().to_owned())
    };
    let after = SurveyQuestion {
        key: before.key.clone(),
        text_es: written(text_es, &before.text_es),
        text_en: written(text_en, &before.text_en),
        position: position.unwrap_or(before.position),
        active: active.unwrap_or(before.active),
        version: version + 1,
    };
    store::update(work.connection, project, after.clone())?;
    work.changed(&before, &after);
    Answer::versioned(after.version, &after)
}

/// Removes a question; what was answered stays.
pub(super) fn remove(work: &mut Work<'_>, (reference, key): &(Reference, String)) -> Result<Answer<()>> {
    let project = administered(work, reference)?;
    let before = store::locked(work.connection, project, key)?;
    store::delete(work.connection, project, key)?;
    work.changed(&before, &None::<()>);
    Ok(Answer::nothing())
}

fn visible(connection: &mut DbConnection, caller: &Caller, reference: &Reference) -> Result<ProjectId> {
    let found = projects::find(connection, reference)?.map(|project| project.id);
    found.filter(|project| caller.is_any_in(*project, Role::ALL)).ok_or(Error::NotFound)
}

fn administered(work: &mut Work<'_>, reference: &Reference) -> Result<ProjectId> {
    let project = visible(work.connection, &work.caller, reference)?;
    if !work.caller.is_any_in(project, &[Role::Admin]) {
        return Err(Error::Forbidden);
    }
    work.in_project(project);
    Ok(project)
}
