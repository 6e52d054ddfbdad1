//! Where somebody is signed in, and how to end that from afar.

use crate::api;
use crate::api::security::Keyring;
use crate::hooks::{use_remote, use_submit};
use crate::text::use_text;
use crate::ui::{Badge, Button, Confirm, Failed, Icon, Look, Moment, Shape, Tone, draw, glyph, use_toast};
use contract::auth::Session;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct SessionsProps {
    pub(crate) of: Keyring,
    /// What ending one is good for.
    pub(crate) about: AttrValue,
    /// What is said when there is none.
    #[prop_or_default]
    pub(crate) none: AttrValue,
}

/// Every session, each with a button to end it.
#[component]
pub(crate) fn Sessions(props: &SessionsProps) -> Html {
    let (text, toast) = (use_text(), use_toast());
    let sessions =
        use_remote(props.of.clone(), |client, of| async move { api::security::sessions(&client, &of).await });
    let ended = {
        let (reload, said) = (sessions.reload.clone(), text.say("sessions-ended"));
        Callback::from(move |()| {
            reload.emit(());
            toast.emit(said.clone());
        })
    };
    let of = props.of.clone();
    // One of them, or all: of one's own, all but this one.
    let end = use_submit(
        move |client, _key, which: Option<String>| {
            let of = of.clone();
            async move {
                match which {
                    Some(id) => api::security::end_session(&client, &of, &id).await,
                    None => api::security::end_sessions(&client, &of).await,
                }
            }
        },
        ended,
    );
    let run = end.run.clone();
    let asked = use_state(|| false);
    let ask = |on: bool| {
        let asked = asked.setter();
        Callback::from(move |()| asked.set(on))
    };
    let (title, end_all) = match &props.of {
        Keyring::Own => (text.say("sessions-own"), text.say("sessions-end-others")),
        Keyring::Of(_) => (text.say("sessions-theirs"), text.say("sessions-end-all")),
    };
    html! {
        <section class="panel" aria-labelledby="sessions-title" data-part="sessions">
            <h2 id="sessions-title" class="section-title">{ title }</h2>
            <p class="muted">{ &props.about }</p>
            if let Some(failure) = &end.failure { <Failed failure={failure.clone()} small=true /> }
            { draw(&sessions, Shape::Rows(2), |page| html! {
                <>
                    if page.items.is_empty() {
                        <p class="muted small">{ &props.none }</p>
                    } else {
                        <ul class="proofs">
                            { for page.items.iter().map(|session| html! {
                                <Place key={session.id.to_string()} session={session.clone()} end={run.reform(Some)} busy={end.busy} />
                            }) }
                        </ul>
                    }
                    if page.items.len() > 1 {
                        <div class="form-actions">
                            <Button icon={Icon::Logout} busy={end.busy} onclick={ask(true)} action="end-other-sessions">{ end_all.clone() }</Button>
                        </div>
                    }
                    if *asked {
                        <Confirm
                            title={end_all.clone()}
                            about={text.fill("sessions-end-about", &[("count", page.items.iter().filter(|session| !session.current).count().into())])}
                            label={end_all.clone()}
                            onclose={ask(false)}
                            onconfirm={run.reform(|()| None)}
                        />
                    }
                </>
            }) }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct PlaceProps {
    session: Session,
    end: Callback<String>,
    busy: bool,
}

/// A place where the person is signed in.
#[component]
fn Place(props: &PlaceProps) -> Html {
    let text = use_text();
    let Session { id, current, created_at, last_seen_at, address, client, .. } = &props.session;
    let name = client.clone().map_or_else(|| text.say("sessions-unknown"), AttrValue::from);
    let end = {
        let id = id.to_string();
        props.end.reform(move |()| id.clone())
    };
    html! {
        <li class="proof">
            <span class="proof-icon">{ glyph(Icon::DeviceDesktop) }</span>
            <div class="proof-text">
                <p class="proof-name">{ &name } if *current { <Badge tone={Tone::Good}>{ text.say("sessions-current") }</Badge> }</p>
                <p class="muted small">
                    { text.say("sessions-since") }{ " " }<Moment at={*created_at} absolute=true />
                    { " · " }{ text.say("sessions-seen") }{ " " }<Moment at={*last_seen_at} />
                    { address.as_ref().map(|address| format!(" · {address}")) }
                </p>
            </div>
            if !*current {
                <Button look={Look::Quiet} small=true busy={props.busy} onclick={end} action="end-session" name={text.fill("sessions-end-one", &[("client", name.as_str().into())])}>
                    { text.say("sessions-end") }
                </Button>
            }
        </li>
    }
}
