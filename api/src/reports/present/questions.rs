//! What requesters say to each question of each project.

use super::period;
use crate::ids::ProjectId;
use crate::reports::links::Links;
use crate::reports::model::{Said, Scope};
use crate::reports::rules::shares::rounded;
use contract::reference::NamedRef;
use contract::reports::{Count, ProjectAnswers, QuestionFigures, ScoreCount, SurveyReport};
use contract::surveys::SurveyQuestion;
use std::collections::BTreeSet;

/// The figures of each project of a scope, of the answers given in its period.
pub(in crate::reports) fn report(
    scope: &Scope,
    questions: &[(ProjectId, SurveyQuestion)],
    said: &[Said],
) -> SurveyReport {
    let links = Links::of(scope);
    let of_project = |(id, project): &(ProjectId, NamedRef)| {
        let said: Vec<&Said> = said.iter().filter(|said| said.project == *id).collect();
        let kept = questions.iter().filter(|(of, _)| of == id).map(|(_, question)| question);
        let asked = asked(kept.collect(), &said);
        answers(&links.in_project(&project.key), project, &asked, &said)
    };
    SurveyReport { period: period(scope), projects: scope.projects.iter().map(of_project).collect() }
}

/// A question, or the key of one of which nothing but answers is left.
struct Asked<'a> {
    key: &'a str,
    question: Option<&'a SurveyQuestion>,
}

/// What is asked, or was and has been answered.
fn asked<'a>(kept: Vec<&'a SurveyQuestion>, said: &[&'a Said]) -> Vec<Asked<'a>> {
    let mut answered: BTreeSet<&'a str> =
        said.iter().flat_map(|said| said.scores.keys()).map(String::as_str).collect();
    let mut asked = Vec::new();
    for question in kept {
        let is_answered = answered.remove(question.key.as_str());
        if question.active || is_answered {
            asked.push(Asked { key: &question.key, question: Some(question) });
        }
    }
    asked.extend(answered.into_iter().map(|key| Asked { key, question: None }));
    asked
}

fn answers(links: &Links, project: &NamedRef, asked: &[Asked<'_>], said: &[&Said]) -> ProjectAnswers {
    let all: i64 = said.iter().map(|said| said.all).sum();
    let satisfied: i64 = said.iter().filter(|said| said.satisfied).map(|said| said.all).sum();
    let word = |word: bool, count: i64| Count {
        count,
        tickets: links.answered(|filter| filter.satisfied = Some(word)),
    };
    ProjectAnswers {
        project: project.clone(),
        answers: Count { count: all, tickets: links.answered(|_| {}) },
        satisfied: word(true, satisfied),
        unsatisfied: word(false, all - satisfied),
        comments: said.iter().map(|said| said.in_words).sum(),
        questions: asked.iter().map(|asked| figures(links, asked, said)).collect(),
    }
}

fn figures(links: &Links, asked: &Asked<'_>, said: &[&Said]) -> QuestionFigures {
    let Asked { key, question } = *asked;
    let of_score = |score: u8| {
        said.iter().filter(|said| said.scores.get(key) == Some(&score)).map(|said| said.all).sum::<i64>()
    };
    let by_score = (1..=5).map(|score| ScoreCount {
        score,
        figure: Count {
            count: of_score(score),
            tickets: links.answered(|filter| filter.answer = Some(format!("{key}:{score}"))),
        },
    });
    let all: i64 = (1..=5).map(of_score).sum();
    let sum = (1..=5).map(|score| i64::from(score) * of_score(score)).sum();
    QuestionFigures {
        key: key.to_owned(),
        text_es: question.map(|question| question.text_es.clone()),
        text_en: question.map(|question| question.text_en.clone()),
        active: question.is_some_and(|question| question.active),
        answers: Count { count: all, tickets: links.answered(|filter| filter.answer = Some(key.to_owned())) },
        mean_score: rounded(sum, all, 100),
        by_score: by_score.collect(),
    }
}
