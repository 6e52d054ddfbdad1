//! The form: what is typed is kept, faults are shown on top and beside their field, and sending it
//! twice registers one case.

use super::draft::Draft;
use super::questions::Questions;
use crate::api::{self, Answer, Client};
use crate::browser;
use crate::hooks::use_submit;
use crate::session::use_me;
use crate::text::use_text;
use crate::ui::{Button, ErrorSummary, FieldFault, FileDrop, Icon, Look, pasted};
use contract::tickets::{Ticket, Visibility};
use std::rc::Rc;
use web_sys::{File, SubmitEvent};
use yew::prelude::*;

/// A case that was registered, and whether all its files arrived.
#[derive(Clone)]
pub(crate) struct Registered {
    pub(crate) ticket: Ticket,
    pub(crate) files_lost: bool,
}

#[derive(Properties, PartialEq)]
pub(crate) struct RegisterFormProps {
    /// Registering for somebody else.
    #[prop_or_default]
    pub(crate) desk: bool,
    /// What the address says already, by field.
    #[prop_or_default]
    pub(crate) given: Vec<(String, String)>,
    pub(crate) done: Callback<Registered>,
}

async fn send(client: Client, desk: bool, draft: Rc<Draft>, files: Vec<File>) -> Answer<Registered> {
    let body = draft.body(desk).ok_or(api::Failure::SignedOut)?;
    let ticket = api::tickets::register(&client, &body, &draft.key).await?;
    let mut files_lost = false;
    for (index, file) in files.iter().enumerate() {
        let key = format!("{}-{index}", draft.key);
        let sent =
            api::attachments::upload(&client, &ticket.summary.number, file, Visibility::Public, &key).await;
        files_lost |= sent.is_err();
    }
    Ok(Registered { ticket, files_lost })
}

/// The form.
#[component]
pub(crate) fn RegisterForm(props: &RegisterFormProps) -> Html {
    let (text, me) = (use_text(), use_me());
    let desk = props.desk;
    let store = format!("mesa.draft.{}.{}", me.username, if desk { "desk" } else { "portal" });
    let draft = use_state(|| {
        let mut draft = Draft::kept(&store);
        for (name, value) in &props.given {
            if let Some(field) = draft.field(name) {
                field.clone_from(value);
            }
        }
        Rc::new(draft)
    });
    let files = use_state(Vec::<File>::new);
    let gaps = use_state(Vec::<&'static str>::new);
    let kept_before = use_state(|| !Draft::kept(&store).is_blank());
    {
        let store = store.clone();
        use_effect_with((*draft).clone(), move |draft| draft.keep(&store));
    }
    let change = {
        let draft = draft.clone();
        Callback::from(move |(name, value): (&'static str, String)| {
            let mut next = (**draft).clone();
            if let Some(field) = next.field(name) {
                *field = value;
            }
            draft.set(Rc::new(next));
        })
    };
    let submit = {
        let (done, store, again) = (props.done.clone(), store.clone(), draft.clone());
        use_submit(
            move |client, _key, (draft, files): (Rc<Draft>, Vec<File>)| {
                let again = again.clone();
                async move {
                    let answer = send(client, desk, draft.clone(), files).await;
                    if answer.as_ref().is_err_and(api::Failure::is_refusal) {
                        // Nothing was registered: the corrected form is another request.
                        again.set(Rc::new(Draft { key: browser::random_key(), ..(*draft).clone() }));
                    }
                    answer
                }
            },
            Callback::from(move |registered| {
                browser::forget(&store);
                done.emit(registered);
            }),
        )
    };
    let onsubmit = {
        let (draft, files, gaps, run) =
            ((*draft).clone(), (*files).clone(), gaps.setter(), submit.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let missing = draft.gaps(desk);
            if missing.is_empty() {
                run.emit((draft.clone(), files.clone()));
            }
            gaps.set(missing);
        })
    };
    let start_afresh = {
        let (draft, files, kept_before) = (draft.setter(), files.setter(), kept_before.setter());
        Callback::from(move |()| {
            browser::forget(&store);
            draft.set(Rc::new(Draft { key: browser::random_key(), ..Draft::default() }));
            files.set(Vec::new());
            kept_before.set(false);
        })
    };
    let faults = faults(&gaps, submit.failure.as_ref(), &text);
    let sentence =
        if faults.is_empty() { submit.failure.as_ref().map(|failure| failure.sentence(&text)) } else { None };
    let choose_files = {
        let files = files.setter();
        Callback::from(move |chosen| files.set(chosen))
    };
    let onpaste = {
        let files = files.clone();
        Callback::from(move |event: Event| {
            let more = pasted(&event);
            if !more.is_empty() {
                event.prevent_default();
                files.set(files.iter().cloned().chain(more).collect());
            }
        })
    };
    html! {
        <form class="register" data-form="register" {onsubmit} {onpaste} novalidate=true>
            if *kept_before {
                <div class="notice">
                    <p>{ text.say("draft-kept") }</p>
                    <Button small=true onclick={start_afresh}>{ text.say("draft-discard") }</Button>
                </div>
            }
            <ErrorSummary {sentence} faults={faults.clone()} />
            <Questions draft={(*draft).clone()} {desk} {faults} {change} />
            <FileDrop label={text.say("register-files")} hint={text.say("register-files-hint")} files={(*files).clone()} onchange={choose_files} />
            <div class="form-actions">
                <Button look={Look::Primary} icon={Icon::Send} submit=true busy={submit.busy}>
                    { text.say(if submit.busy { "register-sending" } else { "register-submit" }) }
                </Button>
                <span class="muted small">{ text.say("register-kept") }</span>
            </div>
        </form>
    }
}

/// What is wrong, by field: what was left out, else what the server says.
fn faults(
    gaps: &[&'static str],
    failure: Option<&api::Failure>,
    text: &crate::text::Text,
) -> Vec<FieldFault> {
    if !gaps.is_empty() {
        let gap = |name: &&str| FieldFault {
            id: (*name).to_owned(),
            message: text.say(&format!("register-{name}-missing")).to_string(),
        };
        return gaps.iter().map(gap).collect();
    }
    let errors =
        failure.and_then(api::Failure::problem).map(|problem| problem.errors.clone()).unwrap_or_default();
    errors.into_iter().map(|error| FieldFault { id: error.field, message: error.message }).collect()
}
