//! The questions of a project's survey: changed, no longer asked, removed, added.

use super::fields::{FaultList, Line, use_faults, use_written};
use crate::api;
use crate::hooks::{use_remote, use_submit};
use crate::text::use_text;
use crate::ui::{Badge, Button, Failed, Icon, Look, Shape, Tone, draw, use_toast};
use contract::surveys::{CreateSurveyQuestion, SurveyQuestion, UpdateSurveyQuestion};
use web_sys::SubmitEvent;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct QuestionsProps {
    /// The project's id.
    pub(super) project: AttrValue,
}

/// Every question, each with its form, and a form for another.
#[component]
pub(super) fn Questions(props: &QuestionsProps) -> Html {
    let (text, toast) = (use_text(), use_toast());
    let questions = use_remote(props.project.clone(), |client, project| async move {
        api::surveys::questions(&client, &project).await
    });
    let done = {
        let (reload, said) = (questions.reload.clone(), text.say("admin-saved"));
        Callback::from(move |()| {
            reload.emit(());
            toast.emit(said.clone());
        })
    };
    html! {
        <section class="panel" aria-labelledby="questions-title" data-part="survey-questions">
            <h2 id="questions-title" class="section-title">{ text.say("admin-questions") }</h2>
            <p class="muted">{ text.say("admin-questions-about") }</p>
            { draw(&questions, Shape::Rows(2), |questions| html! {
                <>
                    { for questions.iter().map(|question| html! {
                        <Question key={question.key.clone()} project={props.project.clone()} question={question.clone()} done={done.clone()} />
                    }) }
                    <NewQuestion key={format!("new-{}", questions.len())} project={props.project.clone()} done={done.clone()} />
                </>
            }) }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct QuestionProps {
    project: AttrValue,
    question: SurveyQuestion,
    done: Callback<()>,
}

#[component]
fn Question(props: &QuestionProps) -> Html {
    let text = use_text();
    let question = &props.question;
    let form: AttrValue = format!("question-{}", question.key).into();
    let written =
        use_written(|| [("text_es", question.text_es.clone()), ("text_en", question.text_en.clone())]);
    let change = {
        let (project, question, done) = (props.project.clone(), question.clone(), props.done.clone());
        use_submit(
            move |client, _key, body: UpdateSurveyQuestion| {
                let (project, question) = (project.clone(), question.clone());
                async move { api::surveys::update_question(&client, &project, &question, &body).await }
            },
            done.reform(|_| ()),
        )
    };
    let remove = {
        let (project, key, done) = (props.project.clone(), question.key.clone(), props.done.clone());
        use_submit(
            move |client, _key, (): ()| {
                let (project, key) = (project.clone(), key.clone());
                async move { api::surveys::remove_question(&client, &project, &key).await }
            },
            done,
        )
    };
    let faults = use_faults(change.failure.as_ref());
    let onsubmit = {
        let (written, run) = (written.clone(), change.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit(UpdateSurveyQuestion {
                text_es: Some(written.get("text_es")),
                text_en: Some(written.get("text_en")),
                ..UpdateSurveyQuestion::default()
            });
        })
    };
    let active = question.active;
    let turn = change
        .run
        .reform(move |()| UpdateSurveyQuestion { active: Some(!active), ..UpdateSurveyQuestion::default() });
    html! {
        <form data-form={form.clone()} {onsubmit} novalidate=true aria-label={question.text_es.clone()}>
            <FaultList faults={faults.clone()} form={form.clone()} />
            if let Some(failure) = &remove.failure { <Failed failure={failure.clone()} small=true /> }
            <p><code>{ &question.key }</code>{ " " } if !active { <Badge tone={Tone::Neutral}>{ text.say("admin-question-off") }</Badge> }</p>
            <div class="form-columns">
                <Line form={form.clone()} name="text_es" label={text.say("admin-question-es")} required=true max=200 written={written.clone()} faults={faults.clone()} />
                <Line {form} name="text_en" label={text.say("admin-question-en")} required=true max=200 {written} {faults} />
            </div>
            <div class="form-actions">
                <Button submit=true busy={change.busy} name={text.fill("admin-question-save", &[("key", (&question.key).into())])}>{ text.say("ui-save") }</Button>
                <Button look={Look::Quiet} busy={change.busy} onclick={turn} action="turn-question">{ text.say(if active { "admin-question-stop" } else { "admin-question-ask" }) }</Button>
                <Button look={Look::Quiet} icon={Icon::X} busy={remove.busy} onclick={remove.run.clone()} action="remove-question" name={text.fill("ui-remove", &[("what", (&question.key).into())])} />
            </div>
        </form>
    }
}

#[derive(Properties, PartialEq)]
struct NewQuestionProps {
    project: AttrValue,
    done: Callback<()>,
}

#[component]
fn NewQuestion(props: &NewQuestionProps) -> Html {
    let text = use_text();
    let written = use_written(|| [("key", String::new())]);
    let submit = {
        let (project, done) = (props.project.clone(), props.done.clone());
        use_submit(
            move |client, key, body: CreateSurveyQuestion| {
                let project = project.clone();
                async move { api::surveys::add_question(&client, &project, &body, &key).await }
            },
            done.reform(|_| ()),
        )
    };
    let faults = use_faults(submit.failure.as_ref());
    let onsubmit = {
        let (written, run) = (written.clone(), submit.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit(CreateSurveyQuestion {
                key: written.get("key").trim().to_owned(),
                text_es: written.get("text_es"),
                text_en: written.get("text_en"),
                position: None,
            });
        })
    };
    html! {
        <form data-form="new-question" {onsubmit} novalidate=true aria-labelledby="new-question-title">
            <h3 id="new-question-title" class="section-title">{ text.say("admin-question-new") }</h3>
            <FaultList faults={faults.clone()} form="new-question" />
            <Line form="new-question" name="key" label={text.say("admin-key")} hint={text.say("admin-question-key-hint")} required=true max=60 written={written.clone()} faults={faults.clone()} />
            <div class="form-columns">
                <Line form="new-question" name="text_es" label={text.say("admin-question-es")} required=true max=200 written={written.clone()} faults={faults.clone()} />
                <Line form="new-question" name="text_en" label={text.say("admin-question-en")} required=true max=200 {written} {faults} />
            </div>
            <div class="form-actions"><Button icon={Icon::Plus} submit=true busy={submit.busy}>{ text.say("admin-question-add") }</Button></div>
        </form>
    }
}
