//! A mail, read, and decided upon.

use super::page::{sender, state};
use crate::api;
use crate::hooks::{use_remote, use_submit};
use crate::text::{Text, use_text};
use crate::ui::{
    Button, Confirm, Disclosure, Drawer, Failed, Look, Markdown, Moment, Shape, TextInput, draw,
};
use contract::inbound::{AcceptInboundMail, InboundMailDetail, InboundMailState};
use contract::reference::Reference;
use web_sys::SubmitEvent;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ReadingProps {
    pub(super) id: String,
    pub(super) onclose: Callback<()>,
    /// It is decided.
    pub(super) done: Callback<InboundMailDetail>,
}

/// The drawer with a mail.
#[component]
pub(super) fn Reading(props: &ReadingProps) -> Html {
    let text = use_text();
    let mail =
        use_remote(
            props.id.clone(),
            |client, id| async move { api::inbound_mails::read(&client, &id).await },
        );
    let discard = {
        let id = props.id.clone();
        use_submit(
            move |client, key, ()| {
                let id = id.clone();
                async move { api::inbound_mails::discard(&client, &id, &key).await }
            },
            props.done.clone(),
        )
    };
    let asked = use_state(|| false);
    let ask = |on: bool| {
        let asked = asked.setter();
        Callback::from(move |()| asked.set(on))
    };
    html! {
        <>
            <Drawer title={text.say("mails-one")} onclose={props.onclose.clone()}>
                { draw(&mail, Shape::Text(8), |mail| html! {
                    <div class="stack" data-part="mail">
                        { facts(mail, &text) }
                        if mail.body.trim().is_empty() {
                            <p class="muted">{ text.say("mails-no-text") }</p>
                        } else {
                            <Markdown source={mail.body.clone()} />
                        }
                        if let Some(folded) = &mail.folded {
                            <Disclosure summary={text.say("mails-folded")}><Markdown source={folded.clone()} /></Disclosure>
                        }
                        if mail.mail.state == InboundMailState::Quarantined {
                            if let Some(failure) = &discard.failure { <Failed failure={failure.clone()} small=true /> }
                            <Decide id={props.id.clone()} ticket={mail.mail.ticket.clone().unwrap_or_default()} done={props.done.clone()} discard={ask(true)} discarding={discard.busy} />
                        }
                    </div>
                }) }
            </Drawer>
            // Beside the drawer, which takes a press beside a dialog inside of it for one beside itself.
            if let Some(mail) = mail.value.as_ref().filter(|_| *asked) {
                <Confirm
                    title={text.fill("mails-discard-one", &[("subject", (&mail.mail.subject).into())])}
                    about={text.fill("mails-discard-about", &[("sender", (&mail.mail.sender).into())])}
                    label={text.say("mails-discard")}
                    onclose={ask(false)}
                    onconfirm={discard.run.clone()}
                />
            }
        </>
    }
}

fn facts(mail: &InboundMailDetail, text: &Text) -> Html {
    html! {
        <>
            <h3>{ &mail.mail.subject }</h3>
            <p>{ sender(&mail.mail) }{ " " }<span class="muted">{ &mail.mail.sender }</span></p>
            <p class="muted small">
                { text.fill("mails-to", &[("addresses", mail.recipients.join(", ").into())]) }{ " · " }
                <Moment at={mail.mail.received_at} absolute=true />
            </p>
            { state(&mail.mail, text) }
            if mail.mail.files > 0 {
                <p class="muted small">{ text.fill("mails-files", &[("count", i64::from(mail.mail.files).into())]) }</p>
            }
            if let Some(person) = &mail.mail.handled_by {
                <p class="muted small">{ text.fill("mails-handled-by", &[("name", (&person.display_name).into())]) }</p>
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct DecideProps {
    id: String,
    /// Number of the case that it seems to be about; empty when it seems to be about none.
    ticket: String,
    done: Callback<InboundMailDetail>,
    /// It is to go to no case.
    discard: Callback<()>,
    discarding: bool,
}

/// The form: to which case, or whose new one.
#[component]
fn Decide(props: &DecideProps) -> Html {
    let text = use_text();
    let proposed = props.ticket.clone();
    let ticket = use_state(move || proposed);
    let requester = use_state(String::new);
    let submit = {
        let id = props.id.clone();
        use_submit(
            move |client, key, body: AcceptInboundMail| {
                let id = id.clone();
                async move { api::inbound_mails::accept(&client, &id, &body, &key).await }
            },
            props.done.clone(),
        )
    };
    let onsubmit = {
        let (run, ticket, requester) = (submit.run.clone(), ticket.clone(), requester.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let named =
                |value: &str| Some(value.trim()).filter(|value| !value.is_empty()).map(Reference::from);
            run.emit(AcceptInboundMail {
                ticket: named(ticket.as_str()),
                requester: named(requester.as_str()),
            });
        })
    };
    let typed = |state: &UseStateHandle<String>| {
        let state = state.setter();
        Callback::from(move |value: String| state.set(value))
    };
    html! {
        <form class="stack" data-form="mail" {onsubmit} novalidate=true>
            if let Some(failure) = &submit.failure { <Failed failure={failure.clone()} small=true /> }
            <TextInput name="ticket" id="mail-ticket" label={text.say("mails-ticket")} hint={text.say("mails-ticket-hint")}
                error={submit.of_field("ticket")} value={(*ticket).clone()} oninput={typed(&ticket)} />
            <TextInput name="requester" id="mail-requester" label={text.say("mails-requester")} hint={text.say("mails-requester-hint")}
                error={submit.of_field("requester")} value={(*requester).clone()} oninput={typed(&requester)} />
            <div class="form-actions">
                <Button look={Look::Primary} submit=true busy={submit.busy} action="accept-mail">{ text.say("mails-accept") }</Button>
                <Button look={Look::Danger} busy={submit.busy || props.discarding} onclick={props.discard.clone()} action="discard-mail">{ text.say("mails-discard") }</Button>
            </div>
        </form>
    }
}
