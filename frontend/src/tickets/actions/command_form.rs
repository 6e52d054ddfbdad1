//! The fields of an action and the buttons to send it: for one ticket or for many.

use super::command::Command;
use super::spec::{Control, FieldSpec, Typed, body, missing, restored};
use crate::api::Failure;
use crate::hooks::form_keys;
use crate::text::{Text, use_text};
use crate::tickets::draft::{Shelter, Written, use_elsewhere};
use crate::tickets::people_control::PeopleControl;
use crate::tickets::{SourceSelect, TicketPicker};
use crate::ui::{
    Button, Choice, Choices, DateTimeInput, ErrorSummary, FieldFault, Look, MarkdownInput, TextArea,
    TextInput,
};
use chrono::{DateTime, SecondsFormat, Utc};
use contract::tickets::Action;
use std::rc::Rc;
use web_sys::SubmitEvent;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct CommandFormProps {
    pub(crate) action: Action,
    pub(crate) specs: Rc<Vec<FieldSpec>>,
    /// What the form holds when it opens.
    #[prop_or_default]
    pub(crate) start: Typed,
    /// Key of the project whose lists are chosen from.
    pub(crate) project: AttrValue,
    /// Where what is typed is kept until it is sent.
    #[prop_or_default]
    pub(crate) shelter: Option<Shelter>,
    /// What the button to send says, when not what it says for one ticket.
    #[prop_or_default]
    pub(crate) send: Option<AttrValue>,
    pub(crate) busy: bool,
    /// What went wrong the last time.
    pub(crate) failure: Option<Failure>,
    pub(crate) onsend: Callback<Command>,
    /// Not to be done: what was typed is dropped.
    pub(crate) cancel: Callback<()>,
    /// Put aside, with what was typed.
    pub(crate) leave: Callback<()>,
}

/// The form.
#[component]
pub(crate) fn CommandForm(props: &CommandFormProps) -> Html {
    let text = use_text();
    let action = props.action;
    let kept = use_memo((), |()| {
        props.shelter.as_ref().map(|shelter| restored(&props.specs, shelter.kept())).unwrap_or_default()
    });
    let typed = use_state(|| if kept.is_empty() { props.start.clone() } else { (*kept).clone() });
    {
        let (specs, typed) = (props.specs.clone(), typed.setter());
        let put = Callback::from(move |written: Written| typed.set(restored(&specs, written)));
        use_elsewhere(props.shelter.clone(), put);
    }
    let local = use_state(Vec::<&'static str>::new);
    let specs = &props.specs;
    let onsubmit = {
        let (specs, typed, local, send) =
            (specs.clone(), typed.clone(), local.setter(), props.onsend.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let gaps = missing(&specs, &typed);
            if gaps.is_empty() {
                send.emit(Command::new(action, body(&specs, &typed)));
            }
            local.set(gaps);
        })
    };
    let change = |name: &'static str| {
        let (typed, shelter) = (typed.clone(), props.shelter.clone());
        Callback::from(move |value: String| {
            let mut next = (*typed).clone();
            next.insert(name, value);
            if let Some(shelter) = &shelter {
                shelter.keep(&written(&next));
            }
            typed.set(next);
        })
    };
    let cancel = {
        let (shelter, cancel) = (props.shelter.clone(), props.cancel.clone());
        Callback::from(move |()| {
            if let Some(shelter) = &shelter {
                shelter.forget();
            }
            cancel.emit(());
        })
    };
    let error = |name: &'static str| {
        let gap = local.contains(&name).then(|| text.say("ui-required").to_string());
        gap.or_else(|| props.failure.as_ref()?.of_field(name))
    };
    let faults: Vec<FieldFault> = specs
        .iter()
        .filter_map(|spec| {
            let message = format!("{}: {}", label(action, spec, &text), error(spec.name)?);
            Some(FieldFault { id: control_id(action, spec), message })
        })
        .collect();
    let sentence =
        if faults.is_empty() { props.failure.as_ref().map(|failure| failure.sentence(&text)) } else { None };
    let danger = matches!(action, Action::Reject | Action::Close | Action::Cancel | Action::Merge);
    html! {
        <form class="action-form" data-form={action.as_str()} {onsubmit} onkeydown={form_keys(props.leave.clone())} novalidate=true aria-labelledby="action-form-title">
            <h3 id="action-form-title">{ text.say(&format!("form-{action}")) }</h3>
            <p class="muted">{ text.say(&format!("form-{action}-about")) }</p>
            if !kept.is_empty() { <p class="small action-kept">{ text.say("draft-kept") }</p> }
            <ErrorSummary {sentence} {faults} />
            { for specs.iter().map(|spec| {
                let value = typed.get(spec.name).cloned().unwrap_or_default();
                control(props, spec, value, change(spec.name), error(spec.name), &text)
            }) }
            <div class="form-actions">
                <Button look={if danger { Look::Danger } else { Look::Primary }} submit=true busy={props.busy}>
                    { props.send.clone().unwrap_or_else(|| text.say(&format!("form-{action}-submit"))) }
                </Button>
                <Button onclick={cancel}>{ text.say(if matches!(action, Action::Cancel) { "ui-back" } else { "ui-cancel" }) }</Button>
                <span class="muted small keys-hint">{ text.say(if props.shelter.is_some() { "form-keys" } else { "form-keys-send" }) }</span>
            </div>
        </form>
    }
}

fn written(typed: &Typed) -> Written {
    typed.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
}

fn control_id(action: Action, spec: &FieldSpec) -> String {
    format!("{action}-{}", spec.name)
}

fn label(action: Action, spec: &FieldSpec, text: &Text) -> AttrValue {
    text.say(&format!("form-{action}-{}", spec.name))
}

fn control(
    props: &CommandFormProps,
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
        Control::Instant => {
            let at = DateTime::parse_from_rfc3339(&value).ok().map(|at| at.to_utc());
            let onchange = change.reform(|at: Option<DateTime<Utc>>| {
                at.map(|at| at.to_rfc3339_opts(SecondsFormat::Secs, true)).unwrap_or_default()
            });
            html! { <DateTimeInput {name} {id} {label} {hint} {error} {required} value={at} {onchange} /> }
        }
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
        Control::People => {
            let project = props.project.clone();
            html! { <PeopleControl {name} {id} {label} {hint} {error} {project} {value} onchange={change} /> }
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
        Control::Ticket => {
            let project = props.project.clone();
            html! { <TicketPicker {project} {name} {id} {label} {hint} {error} {required} {value} onchange={change} /> }
        }
        Control::From(source) => {
            let project = props.project.clone();
            html! { <SourceSelect source={*source} {project} {name} {id} {label} {hint} {error} {required} {value} onchange={change} /> }
        }
    }
}
