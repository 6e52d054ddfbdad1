//! The requester's word on a solution (TC-PD-15 activity 13): accepted, or not solved and why. What
//! is written is kept in this browser until it is sent.

use super::Command;
use super::draft::{Shelter, Written};
use crate::api::{self, Failure};
use crate::hooks::{use_remote, use_submit};
use crate::session::use_me;
use crate::text::{Text, use_text};
use crate::ui::{Button, Choice, Choices, ErrorSummary, FieldFault, Look, TextArea};
use contract::auth::Locale;
use contract::surveys::{AskedQuestion, SurveyQuestion};
use contract::tickets::{AnswerSurvey, Ticket};
use std::collections::BTreeMap;
use web_sys::SubmitEvent;
use yew::prelude::*;

#[derive(Clone, Properties, PartialEq)]
pub(crate) struct SurveyFormProps {
    pub(crate) number: AttrValue,
    /// Key of the project, which says what is asked.
    pub(crate) project: AttrValue,
    /// The case was closed by silence: the answer counts, but reopens nothing.
    #[prop_or_default]
    pub(crate) closed: bool,
    pub(crate) done: Callback<Ticket>,
    pub(crate) refused: Callback<Failure>,
}

fn said<'a>(written: &'a Written, name: &str) -> &'a str {
    written.get(name).map_or("", |value| value.trim())
}

/// What the score of a question is written under.
fn name_of(question: &AskedQuestion) -> String {
    format!("answers.{}", question.key)
}

/// The answer, or what is missing of it: words are wanted when it is not solved.
fn answer(written: &Written, questions: &[AskedQuestion]) -> Result<AnswerSurvey, Vec<&'static str>> {
    let (satisfied, comment) = (said(written, "satisfied"), said(written, "comment"));
    let gaps = [("satisfied", satisfied.is_empty()), ("comment", satisfied == "false" && comment.is_empty())];
    let missing: Vec<&'static str> = gaps.into_iter().filter(|(_, gap)| *gap).map(|(name, _)| name).collect();
    if !missing.is_empty() {
        return Err(missing);
    }
    let score = |question: &AskedQuestion| {
        Some((question.key.clone(), said(written, &name_of(question)).parse().ok()?))
    };
    Ok(AnswerSurvey {
        satisfied: satisfied == "true",
        score: said(written, "score").parse().ok(),
        answers: questions.iter().filter_map(score).collect::<BTreeMap<String, u8>>(),
        comment: Some(comment.to_owned()).filter(|comment| !comment.is_empty()),
    })
}

fn yes_no(closed: bool, text: &Text) -> Vec<Choice> {
    let choice = |value: &'static str| Choice {
        value: value.into(),
        label: text.say(&format!("survey-satisfied-{value}")),
        hint: (!closed).then(|| text.say(&format!("survey-satisfied-{value}-hint"))),
    };
    vec![choice("true"), choice("false")]
}

fn scores(text: &Text) -> Vec<Choice> {
    let choice = |score: u8| Choice {
        value: score.to_string().into(),
        label: score.to_string().into(),
        hint: Some(text.say(&format!("score-{score}"))),
    };
    (1..=5).map(choice).collect()
}

fn in_words(question: &SurveyQuestion, locale: Locale) -> AskedQuestion {
    let text = match locale {
        Locale::Es => &question.text_es,
        Locale::En => &question.text_en,
    };
    AskedQuestion { key: question.key.clone(), text: text.clone() }
}

/// The survey of a ticket, by its requester. If what the project asks cannot be read, the rest is asked.
#[component]
pub(crate) fn SurveyForm(props: &SurveyFormProps) -> Html {
    let (me, text) = (use_me(), use_text());
    let asked = use_remote(props.project.clone(), |client, project| async move {
        api::surveys::questions(&client, &project).await
    });
    let questions: Vec<AskedQuestion> = asked
        .value
        .iter()
        .flat_map(|questions| questions.iter())
        .filter(|question| question.active)
        .map(|question| in_words(question, text.locale))
        .collect();
    let shelter = Shelter::of(&me.username, &props.number, "survey");
    let submit = {
        let (number, refused) = (props.number.clone(), props.refused.clone());
        let (done, shelter) = (props.done.clone(), shelter.clone());
        use_submit(
            move |client, key, body: AnswerSurvey| {
                let (number, refused) = (number.clone(), refused.clone());
                async move {
                    let answer = api::tickets::act(&client, &number, &Command::survey(&body), &key).await;
                    if let Err(failure) = &answer {
                        refused.emit(failure.clone());
                    }
                    answer
                }
            },
            Callback::from(move |ticket| {
                shelter.forget();
                done.emit(ticket);
            }),
        )
    };
    html! { <SurveyFields closed={props.closed} {questions} {shelter} busy={submit.busy} failure={submit.failure} onsend={submit.run} /> }
}

#[derive(Properties, PartialEq)]
pub(crate) struct SurveyFieldsProps {
    #[prop_or_default]
    pub(crate) closed: bool,
    /// What is asked besides.
    pub(crate) questions: Vec<AskedQuestion>,
    /// Where what is written is kept until it is sent.
    pub(crate) shelter: Shelter,
    /// What is ticked when the form opens and nothing is kept: `true` or `false`.
    #[prop_or_default]
    pub(crate) verdict: AttrValue,
    pub(crate) busy: bool,
    pub(crate) failure: Option<Failure>,
    pub(crate) onsend: Callback<AnswerSurvey>,
}

/// Whether it is solved; then a score, and words, which are wanted when it is not.
#[component]
pub(crate) fn SurveyFields(props: &SurveyFieldsProps) -> Html {
    let text = use_text();
    let written = use_state(|| {
        let mut kept = props.shelter.kept();
        if !props.verdict.is_empty() {
            kept.insert("satisfied".to_owned(), props.verdict.to_string());
        }
        kept
    });
    let gaps = use_state(Vec::<&'static str>::new);
    let onsubmit = {
        let (written, gaps, run) = (written.clone(), gaps.setter(), props.onsend.clone());
        let questions = props.questions.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            gaps.set(match answer(&written, &questions) {
                Ok(body) => {
                    run.emit(body);
                    Vec::new()
                }
                Err(missing) => missing,
            });
        })
    };
    let error = |name: &'static str| {
        let gap = gaps.contains(&name).then(|| text.say(&format!("survey-{name}-missing")).to_string());
        gap.or_else(|| props.failure.as_ref()?.of_field(name))
    };
    let fault = |name: &'static str| Some(FieldFault { id: name.to_owned(), message: error(name)? });
    let faults: Vec<FieldFault> = ["satisfied", "score", "comment"].into_iter().filter_map(fault).collect();
    let sentence =
        if faults.is_empty() { props.failure.as_ref().map(|failure| failure.sentence(&text)) } else { None };
    let set = |name: &str| {
        let (written, shelter, name) = (written.clone(), props.shelter.clone(), name.to_owned());
        Callback::from(move |value: String| {
            let mut next = (*written).clone();
            next.insert(name.clone(), value);
            shelter.keep(&next);
            written.set(next);
        })
    };
    let value = |name: &str| written.get(name).cloned().unwrap_or_default();
    let (answered, no) = (!value("satisfied").is_empty(), value("satisfied") == "false");
    let question = |question: &AskedQuestion| {
        let name = name_of(question);
        let error = props.failure.as_ref().and_then(|failure| failure.of_field(&name));
        html! {
            <Choices key={name.clone()} name={name.clone()} class="choices-scores" label={question.text.clone()} {error} required=false value={value(&name)} onchange={set(&name)} choices={scores(&text)} />
        }
    };
    let submit_key = if no && !props.closed { "survey-submit-no" } else { "survey-submit-yes" };
    html! {
        <form class="survey" data-form="survey" {onsubmit} novalidate=true>
            <ErrorSummary {sentence} {faults} />
            if props.closed { <p class="muted">{ text.say("survey-closed") }</p> }
            <Choices name="satisfied" class="choices-verdict" label={text.say("survey-satisfied")} error={error("satisfied")} value={value("satisfied")} onchange={set("satisfied")} choices={yes_no(props.closed, &text)} />
            if answered {
                <Choices name="score" class="choices-scores" label={text.say("survey-score")} error={error("score")} required=false value={value("score")} onchange={set("score")} choices={scores(&text)} />
                { for props.questions.iter().map(question) }
                <TextArea name="comment" label={text.say(if no { "survey-comment-why" } else { "survey-comment" })} error={error("comment")} required={no} value={value("comment")} oninput={set("comment")} rows=3 maxlength="4000" />
            }
            <div class="form-actions">
                <Button look={Look::Primary} submit=true busy={props.busy}>{ text.say(submit_key) }</Button>
            </div>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(pairs: &[(&str, &str)]) -> Written {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_no_wants_words_and_a_yes_does_not() {
        let answer = |written: &Written| answer(written, &[]);
        assert_eq!(answer(&Written::new()).unwrap_err(), ["satisfied"]);
        assert_eq!(answer(&written(&[("satisfied", "false"), ("comment", " ")])).unwrap_err(), ["comment"]);
        let yes = answer(&written(&[("satisfied", "true"), ("score", "4")])).unwrap();
        assert_eq!((yes.satisfied, yes.score, yes.comment), (true, Some(4), None));
        let no = answer(&written(&[("satisfied", "false"), ("comment", " Sigue igual. ")])).unwrap();
        assert_eq!((no.satisfied, no.score, no.comment.as_deref()), (false, None, Some("Sigue igual.")));
    }
    #[test]
    fn a_question_is_answered_by_its_score_or_not_at_all() {
        let question = |key: &str| AskedQuestion { key: key.to_owned(), text: String::new() };
        let asked = [question("trato"), question("rapidez")];
        let given = [("satisfied", "true"), ("answers.trato", "5"), ("answers.gone", "1")];
        let sent = answer(&written(&given), &asked).unwrap();
        assert_eq!(sent.answers, BTreeMap::from([("trato".to_owned(), 5)]));
    }
}
