//! The requester's word on a solution (TC-PD-15 activity 13): accepted, or not solved and why.

use super::Command;
use crate::api::{self, Failure};
use crate::hooks::use_submit;
use crate::text::use_text;
use crate::ui::{Button, Choice, Choices, ErrorSummary, FieldFault, Look, TextArea};
use contract::tickets::{AnswerSurvey, Ticket};
use std::collections::BTreeMap;
use web_sys::SubmitEvent;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct SurveyFormProps {
    pub(crate) number: AttrValue,
    /// The case was closed by silence: the answer counts, but reopens nothing.
    #[prop_or_default]
    pub(crate) closed: bool,
    pub(crate) done: Callback<Ticket>,
    pub(crate) refused: Callback<Failure>,
}

/// Whether it is solved, a score, and words; words are wanted when it is not.
#[component]
pub(crate) fn SurveyForm(props: &SurveyFormProps) -> Html {
    let text = use_text();
    let satisfied = use_state(String::new);
    let score = use_state(String::new);
    let comment = use_state(String::new);
    let gaps = use_state(Vec::<&'static str>::new);
    let submit = {
        let (number, refused) = (props.number.clone(), props.refused.clone());
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
            props.done.clone(),
        )
    };
    let onsubmit = {
        let (satisfied, score, comment) = (satisfied.clone(), score.clone(), comment.clone());
        let (gaps, run) = (gaps.setter(), submit.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let words = Some(comment.trim().to_owned()).filter(|words| !words.is_empty());
            let mut missing = Vec::new();
            if satisfied.is_empty() {
                missing.push("satisfied");
            }
            if *satisfied == "false" && words.is_none() {
                missing.push("comment");
            }
            if missing.is_empty() {
                run.emit(AnswerSurvey {
                    satisfied: *satisfied == "true",
                    score: score.parse().ok(),
                    answers: BTreeMap::new(),
                    comment: words,
                });
            }
            gaps.set(missing);
        })
    };
    let error = |name: &'static str| {
        let gap = gaps.contains(&name).then(|| text.say(&format!("survey-{name}-missing")).to_string());
        gap.or_else(|| submit.of_field(name))
    };
    let fault = |name: &'static str| Some(FieldFault { id: name.to_owned(), message: error(name)? });
    let faults: Vec<FieldFault> = ["satisfied", "score", "comment"].into_iter().filter_map(fault).collect();
    let sentence =
        if faults.is_empty() { submit.failure.as_ref().map(|failure| failure.sentence(&text)) } else { None };
    let set = |state: &UseStateHandle<String>| {
        let state = state.setter();
        Callback::from(move |value: String| state.set(value))
    };
    let yes_no = ["true", "false"].map(|value| Choice {
        value: value.into(),
        label: text.say(&format!("survey-satisfied-{value}")),
        hint: (!props.closed).then(|| text.say(&format!("survey-satisfied-{value}-hint"))),
    });
    let scores = (1..=5_u8).map(|score| Choice {
        value: score.to_string().into(),
        label: score.to_string().into(),
        hint: Some(text.say(&format!("score-{score}"))),
    });
    html! {
        <form class="survey" data-form="survey" {onsubmit} novalidate=true>
            <ErrorSummary {sentence} {faults} />
            if props.closed { <p class="muted">{ text.say("survey-closed") }</p> }
            <Choices
                name="satisfied"
                label={text.say("survey-satisfied")}
                error={error("satisfied")}
                value={(*satisfied).clone()}
                onchange={set(&satisfied)}
                choices={yes_no.to_vec()}
            />
            <Choices
                name="score"
                label={text.say("survey-score")}
                error={error("score")}
                required=false
                value={(*score).clone()}
                onchange={set(&score)}
                choices={scores.collect::<Vec<_>>()}
                class="choices-scores"
            />
            <TextArea
                name="comment"
                label={text.say(if *satisfied == "false" { "survey-comment-why" } else { "survey-comment" })}
                error={error("comment")}
                required={*satisfied == "false"}
                value={(*comment).clone()}
                oninput={set(&comment)}
                rows=3
                maxlength="4000"
            />
            <div class="form-actions">
                <Button look={Look::Primary} submit=true busy={submit.busy}>
                    { text.say(if *satisfied == "false" && !props.closed { "survey-submit-no" } else { "survey-submit-yes" }) }
                </Button>
            </div>
        </form>
    }
}
