//! What requesters say to each question of the survey, project by project.

use super::measures::scores;
use super::tiles::counted;
use crate::api;
use crate::hooks::use_remote;
use crate::text::{Text, use_text};
use crate::ui::{Bars, Shape, Tone, draw};
use chrono::{DateTime, Utc};
use contract::auth::Locale;
use contract::reports::{Count, ProjectAnswers, QuestionFigures, ReportFilter, SurveyReport};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct QuestionsProps {
    pub(super) filter: ReportFilter,
    /// When the other figures of the page were taken: these are taken again with them.
    pub(super) taken: DateTime<Utc>,
}

/// The figures of each question.
#[component]
pub(super) fn Questions(props: &QuestionsProps) -> Html {
    let text = use_text();
    let report = use_remote(props.filter.clone(), |client, filter| async move {
        api::reports::surveys(&client, &filter).await
    });
    let seen = use_mut_ref(|| props.taken);
    let reload = report.reload.clone();
    use_effect_with(props.taken, move |taken| {
        if seen.replace(*taken) != *taken {
            reload.emit(());
        }
    });
    html! {
        <section class="stack" aria-labelledby="questions-title">
            <h2 class="section-title" id="questions-title">{ text.say("supervision-questions") }</h2>
            { draw(&report, Shape::Text(4), |report| answered(report, &text)) }
        </section>
    }
}

fn answered(report: &SurveyReport, text: &Text) -> Html {
    let answered: Vec<&ProjectAnswers> =
        report.projects.iter().filter(|project| project.answers.count > 0).collect();
    if answered.is_empty() {
        return html! { <p class="muted">{ text.say("supervision-questions-none") }</p> };
    }
    let several = report.projects.len() > 1;
    html! { <>{ for answered.into_iter().map(|project| of_project(project, several, text)) }</> }
}

fn of_project(project: &ProjectAnswers, named: bool, text: &Text) -> Html {
    let item = |key: &str, figure: &Count| html! { <li>{ counted(key, figure, Tone::Neutral, text) }</li> };
    html! {
        <div class="stack">
            if named { <h3>{ project.project.name.clone() }</h3> }
            <ul>
                { item("supervision-answers", &project.answers) }
                { item("supervision-solved", &project.satisfied) }
                { item("supervision-unsolved", &project.unsatisfied) }
                <li>{ text.fill("supervision-comments", &[("count", project.comments.into())]) }</li>
            </ul>
            <div class="charts">
                { for project.questions.iter().map(|question| of_question(&project.project.key, question, text)) }
            </div>
        </div>
    }
}

fn of_question(project: &str, question: &QuestionFigures, text: &Text) -> Html {
    html! {
        <Bars
            id={format!("question-{project}-{}", question.key)}
            title={title(question, text)}
            about={about(question, text)}
            rows={text.say("fact-score")}
            measure={text.say("supervision-answers-head")}
            marks={scores(&question.by_score, text)}
        />
    }
}

/// The question as it is asked; its key when nobody knows any more how it was.
fn title(question: &QuestionFigures, text: &Text) -> AttrValue {
    let words = match text.locale {
        Locale::Es => &question.text_es,
        Locale::En => &question.text_en,
    };
    let words = words.as_ref().unwrap_or(&question.key);
    if question.active {
        AttrValue::from(words.clone())
    } else {
        text.fill("supervision-question-gone", &[("question", words.into())])
    }
}

/// The mean of its scores, and of how many.
fn about(question: &QuestionFigures, text: &Text) -> AttrValue {
    let count = ("count", question.answers.count.into());
    match question.mean_score {
        Some(score) => {
            let score = ("score", text.decimal(score, 2).to_string().into());
            text.fill("supervision-question-mean", &[score, count])
        }
        None => text.fill("supervision-answers", &[count]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(text_es: Option<&str>, active: bool, mean_score: Option<f64>) -> QuestionFigures {
        QuestionFigures {
            key: "trato".to_owned(),
            text_es: text_es.map(str::to_owned),
            text_en: None,
            active,
            answers: Count { count: 12, tickets: None },
            mean_score,
            by_score: Vec::new(),
        }
    }

    #[test]
    fn a_question_is_told_as_it_is_asked_or_was() {
        let text = Text::of(Locale::Es);
        assert_eq!(title(&question(Some("¿Cómo fue?"), true, None), &text), "¿Cómo fue?");
        assert_eq!(
            title(&question(Some("¿Cómo fue?"), false, None), &text),
            "¿Cómo fue? (ya no se pregunta)"
        );
        assert_eq!(title(&question(None, false, None), &text), "trato (ya no se pregunta)");
    }

    #[test]
    fn its_mean_is_told_with_how_many_gave_it() {
        let text = Text::of(Locale::Es);
        let told = about(&question(None, true, Some(4.25)), &text);
        assert_eq!(told, "4,25 de 5 en promedio, con 12 respuestas.");
        assert_eq!(about(&question(None, true, None), &text), "12 respuestas en el periodo.");
    }
}
