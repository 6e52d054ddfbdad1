//! The form: what is typed is kept, faults are shown on top and beside their field, and sending it
//! twice registers one case. Files follow once the case has its number, each with its progress.

use super::draft::{Draft, Edit};
use super::questions::Questions;
use crate::api::{self, Answer, Client};
use crate::browser;
use crate::hooks::use_submit;
use crate::live::{Errand, send as tell};
use crate::session::use_me;
use crate::text::use_text;
use crate::tickets::attachments::departed;
use crate::tickets::draft::use_text_elsewhere;
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

async fn send(
    client: Client,
    desk: bool,
    (draft, files): (Rc<Draft>, Vec<File>),
    progress: UseStateSetter<Vec<u8>>,
) -> Answer<Registered> {
    let body = draft.body(desk).ok_or(api::Failure::SignedOut)?;
    let ticket = api::tickets::register(&client, &body, &draft.key).await?;
    let (mut files_lost, count) = (false, files.len());
    for (index, file) in files.iter().enumerate() {
        let key = format!("{}-{index}", draft.key);
        let tell = {
            let progress = progress.clone();
            Callback::from(move |percent| progress.set(departed(count, index, percent)))
        };
        tell.emit(0);
        let (number, visibility) = (&ticket.summary.number, Visibility::Public);
        files_lost |= api::attachments::upload(&client, number, file, visibility, &key, tell).await.is_err();
    }
    Ok(Registered { ticket, files_lost })
}

/// Where the draft is kept, here and on the server. A follow-up has a place of its own: it is another
/// matter than what was being written.
fn place(username: &str, desk: bool, given: &[(String, String)]) -> (String, String) {
    let follows = given.iter().find(|(name, _)| name == "follow_up_of").map(|(_, number)| number.as_str());
    let kind = follows.unwrap_or(if desk { "desk" } else { "portal" });
    (format!("mesa.draft.{username}.{kind}"), format!("register:{kind}"))
}

/// The form.
#[component]
pub(crate) fn RegisterForm(props: &RegisterFormProps) -> Html {
    let (text, me) = (use_text(), use_me());
    let desk = props.desk;
    let (store, key) = place(&me.username, desk, &props.given);
    let draft = use_reducer(|| Draft::kept(&store).with(&props.given));
    let progress = use_state(Vec::<u8>::new);
    let files = use_state(Vec::<File>::new);
    let gaps = use_state(Vec::<&'static str>::new);
    let kept_before = use_state(|| !Draft::kept(&store).is_blank());
    {
        let store = store.clone();
        use_effect_with((*draft).clone(), move |draft| draft.keep(&store));
    }
    {
        let (draft, kept_before) = (draft.dispatcher(), kept_before.setter());
        let put = Callback::from(move |text: String| {
            let taken = Draft::read(&text);
            kept_before.set(!taken.is_blank());
            draft.dispatch(Edit::Take(Box::new(taken)));
        });
        use_text_elsewhere(Some((store.clone(), key)), put);
    }
    let change = {
        let draft = draft.dispatcher();
        Callback::from(move |(name, value): (&'static str, String)| draft.dispatch(Edit::Write(name, value)))
    };
    let submit = {
        let (done, store, again) = (props.done.clone(), store.clone(), draft.dispatcher());
        let progress = progress.setter();
        use_submit(
            move |client, _key, (draft, files): (Rc<Draft>, Vec<File>)| {
                let (again, progress) = (again.clone(), progress.clone());
                async move {
                    let answer = send(client, desk, (draft, files), progress).await;
                    if answer.as_ref().is_err_and(api::Failure::is_refusal) {
                        again.dispatch(Edit::Renew);
                    }
                    answer
                }
            },
            Callback::from(move |registered| {
                browser::forget(&store);
                tell(Errand::Touch(store.clone()));
                done.emit(registered);
            }),
        )
    };
    let onsubmit = {
        let (draft, files, gaps, run) =
            (Rc::new((*draft).clone()), (*files).clone(), gaps.setter(), submit.run.clone());
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
        let (draft, files, kept_before) = (draft.dispatcher(), files.setter(), kept_before.setter());
        Callback::from(move |()| {
            browser::forget(&store);
            tell(Errand::Touch(store.clone()));
            draft.dispatch(Edit::Discard);
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
            if !draft.follow_up_of.is_empty() {
                <div class="notice" data-part="follow-up">
                    <p>{ text.fill("register-follows", &[("number", draft.follow_up_of.as_str().into())]) }</p>
                    <Button small=true onclick={change.reform(|()| ("follow_up_of", String::new()))}>{ text.say("register-follows-not") }</Button>
                </div>
            }
            <Questions draft={Rc::new((*draft).clone())} {desk} {faults} {change} />
            <FileDrop label={text.say("register-files")} hint={text.say("register-files-hint")} files={(*files).clone()} onchange={choose_files} progress={(*progress).clone()} />
            <div class="form-actions">
                <Button look={Look::Primary} icon={Icon::Send} submit=true busy={submit.busy}>
                    { text.say(if !submit.busy { "register-submit" } else if progress.is_empty() { "register-sending" } else { "register-sending-files" }) }
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
