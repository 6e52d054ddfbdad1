//! Taking back a case that nobody has begun to work on: confirmed by its name, since it is final.

use super::late::{Late, Piece};
use crate::api::{self, Failure};
use crate::hooks::use_submit;
use crate::text::use_text;
use crate::tickets::Command;
use crate::ui::{Button, Dialog, ErrorSummary, Icon, Look, TextArea};
use contract::tickets::{Action, Ticket};
use serde_json::json;
use web_sys::SubmitEvent;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct CancelProps {
    pub(super) number: AttrValue,
    pub(super) subject: AttrValue,
    pub(super) done: Callback<Ticket>,
    pub(super) refused: Callback<Failure>,
}

/// The button; the dialog comes when it is pressed.
#[component]
pub(super) fn Cancel(props: &CancelProps) -> Html {
    let text = use_text();
    let open = use_state(|| false);
    let show = |to: bool| {
        let open = open.setter();
        Callback::from(move |()| open.set(to))
    };
    let CancelProps { number, subject, done, refused } = props;
    let dialog = || CancelDialogProps {
        number: number.clone(),
        subject: subject.clone(),
        done: done.clone(),
        refused: refused.clone(),
        onclose: show(false),
    };
    html! {
        <section class="panel panel-quiet">
            <p class="muted small">{ text.say("case-cancel-about") }</p>
            <Button small=true icon={Icon::Ban} onclick={show(true)} action="cancel">{ text.word(Action::Cancel) }</Button>
            if *open { <Late piece={Piece::Cancel(dialog())} /> }
        </section>
    }
}

#[derive(Clone, Properties, PartialEq)]
pub(super) struct CancelDialogProps {
    number: AttrValue,
    subject: AttrValue,
    done: Callback<Ticket>,
    refused: Callback<Failure>,
    onclose: Callback<()>,
}

/// Asks whether it is meant.
#[component]
pub(super) fn CancelDialog(props: &CancelDialogProps) -> Html {
    let text = use_text();
    let note = use_state(String::new);
    let submit = {
        let (number, refused, close) = (props.number.clone(), props.refused.clone(), props.onclose.clone());
        use_submit(
            move |client, key, note: String| {
                let (number, refused, close) = (number.clone(), refused.clone(), close.clone());
                async move {
                    let body =
                        if note.trim().is_empty() { json!({}) } else { json!({ "note": note.trim() }) };
                    let command = Command::new(Action::Cancel, body);
                    let answer = api::tickets::act(&client, &number, &command, &key).await;
                    if let Err(failure) = &answer {
                        if failure.is("wrong_state") {
                            // Somebody has begun: the page behind says so.
                            close.emit(());
                        }
                        refused.emit(failure.clone());
                    }
                    answer
                }
            },
            props.done.clone(),
        )
    };
    let onsubmit = {
        let (note, run) = (note.clone(), submit.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit((*note).clone());
        })
    };
    let oninput = {
        let note = note.setter();
        Callback::from(move |value| note.set(value))
    };
    let named = |key: &str| text.fill(key, &[("number", props.number.as_str().into())]);
    let sentence = submit.failure.as_ref().map(|failure| failure.sentence(&text));
    html! {
        <Dialog title={named("cancel-title")} onclose={props.onclose.clone()}>
            <form data-form="cancel" {onsubmit} novalidate=true>
                <ErrorSummary {sentence} faults={Vec::new()} />
                <p class="quoted">{ &props.subject }</p>
                <p class="cancel-about">{ text.say("form-cancel-about") }</p>
                <TextArea name="note" id="cancel-note" label={text.say("form-cancel-note")} value={(*note).clone()} {oninput} rows=2 maxlength="4000" />
                <div class="form-actions">
                    <Button look={Look::Danger} submit=true busy={submit.busy}>{ named("cancel-yes") }</Button>
                    <Button onclick={props.onclose.clone()}>{ text.say("cancel-no") }</Button>
                </div>
            </form>
        </Dialog>
    }
}
