//! The form of an action, in place.

use super::command::Command;
use super::spec::{Control, FieldSpec, body, fields, initial, missing};
use crate::api::{self, Failure};
use crate::hooks::use_submit;
use crate::text::{Text, use_text};
use crate::tickets::SourceSelect;
use crate::ui::{
    Button, Choice, Choices, ErrorSummary, FieldFault, Look, MarkdownInput, TextArea, TextInput,
};
use contract::tickets::{Action, Ticket};
use std::rc::Rc;
use web_sys::SubmitEvent;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ActionFormProps {
    pub(crate) ticket: Rc<Ticket>,
    pub(crate) action: Action,
    /// The action was done; this is the ticket now.
    pub(crate) done: Callback<Ticket>,
    pub(crate) cancel: Callback<()>,
    /// The server refused; the page should look at the ticket again.
    pub(crate) refused: Callback<Failure>,
}

/// The form of an action.
#[component]
pub(crate) fn ActionForm(props: &ActionFormProps) -> Html {
    let text = use_text();
    let action = props.action;
    let specs = use_memo((action, props.ticket.summary.level), |(action, level)| fields(*action, *level));
    let typed = use_state(|| initial(action, &props.ticket));
    let local = use_state(Vec::<&'static str>::new);
    let submit = {
        let number = props.ticket.summary.number.clone();
        let refused = props.refused.clone();
        use_submit(
            move |client, key, command: Command| {
                let (number, refused) = (number.clone(), refused.clone());
                async move {
                    let answer = api::tickets::act(&client, &number, &command, &key).await;
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
        let (specs, typed, local, run) = (specs.clone(), typed.clone(), local.setter(), submit.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let gaps = missing(&specs, &typed);
            if gaps.is_empty() {
                run.emit(Command::new(action, body(&specs, &typed)));
            }
            local.set(gaps);
        })
    };
    let change = |name: &'static str| {
        let typed = typed.clone();
        Callback::from(move |value: String| {
            let mut next = (*typed).clone();
            next.insert(name, value);
            typed.set(next);
        })
    };
    let error = |name: &'static str| {
        let gap = local.contains(&name).then(|| text.say("ui-required").to_string());
        gap.or_else(|| submit.of_field(name))
    };
    let faults: Vec<FieldFault> = specs
        .iter()
        .filter_map(|spec| {
            let message = format!("{}: {}", label(action, spec, &text), error(spec.name)?);
            Some(FieldFault { id: control_id(action, spec), message })
        })
        .collect();
    let sentence =
        if faults.is_empty() { submit.failure.as_ref().map(|failure| failure.sentence(&text)) } else { None };
    let danger = matches!(action, Action::Reject | Action::Close | Action::Cancel | Action::Merge);
    html! {
        <form class="action-form" data-form={action.as_str()} {onsubmit} novalidate=true aria-labelledby="action-form-title">
            <h3 id="action-form-title">{ text.say(&format!("form-{action}")) }</h3>
            <p class="muted">{ text.say(&format!("form-{action}-about")) }</p>
            <ErrorSummary {sentence} {faults} />
            { for specs.iter().map(|spec| {
                let value = typed.get(spec.name).cloned().unwrap_or_default();
                control(props, spec, value, change(spec.name), error(spec.name), &text)
            }) }
            <div class="form-actions">
                <Button look={if danger { Look::Danger } else { Look::Primary }} submit=true busy={submit.busy}>
                    { text.say(&format!("form-{action}-submit")) }
                </Button>
                <Button onclick={props.cancel.clone()}>{ text.say("ui-cancel") }</Button>
            </div>
        </form>
    }
}

fn control_id(action: Action, spec: &FieldSpec) -> String {
    format!("{action}-{}", spec.name)
}

fn label(action: Action, spec: &FieldSpec, text: &Text) -> AttrValue {
    text.say(&format!("form-{action}-{}", spec.name))
}

fn control(
    props: &ActionFormProps,
    spec: &FieldSpec,
    value: String,
    change: Callback<String>,
    error: Option<String>,
    text: &Text,
) -> Html {
    let (name, required, action) = (spec.name, spec.required, props.action);
    let (id, label) = (control_id(action, spec), label(action, spec, text));
    let hint =
        Some(format!("form-{action}-{name}-hint")).filter(|key| text.has(key)).map(|key| text.say(&key));
    match &spec.control {
        Control::Line { max } => html! {
            <TextInput {name} {id} {label} {hint} {error} {required} {value} oninput={change} maxlength={max.to_string()} />
        },
        Control::Minutes => html! {
            <TextInput {name} {id} {label} {hint} {error} {required} {value} oninput={change} kind="number" min="0" max="1440" />
        },
        Control::Instant => html! {
            <TextInput {name} {id} {label} {hint} {error} {required} {value} oninput={change} kind="datetime-local" />
        },
        Control::Lines { max } => html! {
            <TextArea {name} {id} {label} {hint} {error} {required} {value} oninput={change} rows=3 maxlength={max.to_string()} />
        },
        Control::Markdown { max } => html! {
            <MarkdownInput {name} {id} {label} {hint} {error} {required} {value} oninput={change} rows=5 maxlength={max.to_string()} />
        },
        Control::YesNo => {
            let choice = |value: &'static str, key: &str| Choice {
                value: value.into(),
                label: text.say(key),
                hint: None,
            };
            let choices = vec![choice("true", "ui-yes"), choice("false", "ui-no")];
            html! { <Choices {name} {id} {label} {hint} {error} {required} {value} onchange={change} {choices} /> }
        }
        Control::Words(words) => {
            let choice = |(prefix, word): &(&'static str, &'static str)| Choice {
                value: (*word).into(),
                label: text.say(&format!("{prefix}-{word}")),
                hint: Some(format!("{prefix}-{word}-hint"))
                    .filter(|key| text.has(key))
                    .map(|key| text.say(&key)),
            };
            let choices: Vec<Choice> = words.iter().map(choice).collect();
            html! { <Choices {name} {id} {label} {hint} {error} {required} {value} onchange={change} {choices} /> }
        }
        Control::From(source) => {
            let project = props.ticket.summary.project.key.clone();
            html! { <SourceSelect source={*source} {project} {name} {id} {label} {hint} {error} {required} {value} onchange={change} /> }
        }
    }
}
