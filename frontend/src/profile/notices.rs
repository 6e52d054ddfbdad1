//! What the person wants to be told of, and where; and when letters come. Each change is kept at once.

use crate::api::{self, Failure};
use crate::hooks::use_remote;
use crate::session::{use_client, use_me};
use crate::text::use_text;
use crate::ui::{Choice, Choices, Choosable, Failed, Select, Shape, Shelf, draw, use_toast};
use contract::auth::Role;
use contract::notifications::{Digest, NoticeKind, NoticePreferences, NoticeWays, UpdateNoticePreferences};
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What only those are told who work on cases.
const OF_THE_DESK: [NoticeKind; 6] = [
    NoticeKind::Assigned,
    NoticeKind::Reopened,
    NoticeKind::Accepted,
    NoticeKind::Warned,
    NoticeKind::Breached,
    NoticeKind::Progressed,
];

/// What the person wants to be told of.
#[component]
pub(super) fn NoticesWanted() -> Html {
    let (text, toast, client) = (use_text(), use_toast(), use_client());
    let wanted = use_remote((), |client, ()| async move { api::notifications::preferences(&client).await });
    let failure = use_state(|| None::<Failure>);
    // Each tick is a request of its own: who ticks fast loses none.
    let send = {
        let (put, reload) = (wanted.put.clone(), wanted.reload.clone());
        let (failure, said) = (failure.setter(), text.say("wish-saved"));
        Callback::from(move |body: UpdateNoticePreferences| {
            let (client, put, reload) = (client.clone(), put.clone(), reload.clone());
            let (failure, toast, said) = (failure.clone(), toast.clone(), said.clone());
            spawn_local(async move {
                match api::notifications::prefer(&client, &body).await {
                    Ok(after) => {
                        failure.set(None);
                        put.emit(after);
                        toast.emit(said);
                    }
                    Err(reason) => {
                        failure.set(Some(reason));
                        reload.emit(());
                    }
                }
            });
        })
    };
    html! {
        <section class="panel" aria-labelledby="wish-title" data-part="notices">
            <h2 id="wish-title" class="section-title">{ text.say("wish") }</h2>
            <p class="muted">{ text.say("wish-about") }</p>
            if let Some(failure) = &*failure { <Failed failure={failure.clone()} small=true /> }
            { draw(&wanted, Shape::Rows(6), |wanted| html! {
                <>
                    <Kinds wanted={wanted.clone()} send={send.clone()} />
                    <Letters wanted={wanted.clone()} send={send.clone()} />
                </>
            }) }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct WantedProps {
    wanted: Rc<NoticePreferences>,
    send: Callback<UpdateNoticePreferences>,
}

/// Whether the person does more than ask for help.
#[hook]
fn use_is_of_the_desk() -> bool {
    use_me().memberships.iter().any(|held| held.roles.iter().any(|role| *role != Role::Requester))
}

/// Each kind, with the bell and mail to be ticked.
#[component]
fn Kinds(props: &WantedProps) -> Html {
    let text = use_text();
    let of_the_desk = use_is_of_the_desk();
    let tick = |kind: NoticeKind,
                ways: NoticeWays,
                on: bool,
                change: fn(&mut NoticeWays, bool),
                way: &str| {
        let name = text.say(&format!("wish-{kind}"));
        let label = text.fill("wish-way", &[("what", (&*name).into()), ("place", (&*text.say(way)).into())]);
        let onchange = props.send.reform(move |event: Event| {
            let mut ways = ways;
            change(&mut ways, event.target_unchecked_into::<HtmlInputElement>().checked());
            UpdateNoticePreferences {
                kinds: BTreeMap::from([(kind, ways)]),
                ..UpdateNoticePreferences::default()
            }
        });
        html! {
            <td><label class="wish-tick">
                <input type="checkbox" class="form-check-input" name={format!("{way}-{kind}")} aria-label={label} checked={on} {onchange} />
            </label></td>
        }
    };
    let row = |(kind, ways): (&NoticeKind, &NoticeWays)| {
        let (kind, ways) = (*kind, *ways);
        html! {
            <tr key={kind.as_str()}>
                <th scope="row">{ text.say(&format!("wish-{kind}")) }</th>
                { tick(kind, ways, ways.in_app, |ways, on| ways.in_app = on, "wish-bell") }
                { tick(kind, ways, ways.by_mail, |ways, on| ways.by_mail = on, "wish-mail") }
            </tr>
        }
    };
    let shown = props.wanted.kinds.iter().filter(|(kind, _)| of_the_desk || !OF_THE_DESK.contains(kind));
    html! {
        <table class="wishes">
            <caption class="visually-hidden">{ text.say("wish") }</caption>
            <thead>
                <tr>
                    <th scope="col">{ text.say("wish-what") }</th>
                    <th scope="col">{ text.say("wish-bell") }</th>
                    <th scope="col">{ text.say("wish-mail") }</th>
                </tr>
            </thead>
            <tbody>{ for shown.map(row) }</tbody>
        </table>
    }
}

/// When letters come.
#[component]
fn Letters(props: &WantedProps) -> Html {
    let text = use_text();
    let of_the_desk = use_is_of_the_desk();
    let choices: Vec<Choice> = Digest::ALL
        .iter()
        .map(|digest| Choice {
            value: digest.as_str().into(),
            label: text.say(&format!("digest-{digest}")),
            hint: None,
        })
        .collect();
    let choose = props.send.reform(|word: String| UpdateNoticePreferences {
        digest: word.parse().ok(),
        ..UpdateNoticePreferences::default()
    });
    let choose_hour = props.send.reform(|hour: String| UpdateNoticePreferences {
        digest_hour: hour.parse().ok(),
        ..UpdateNoticePreferences::default()
    });
    let hours = (0..24).map(|hour: u8| Choosable::new(hour.to_string(), format!("{hour:02}:00"))).collect();
    let gathered: Vec<String> =
        props.wanted.gathered.iter().map(|kind| text.say(&format!("wish-{kind}")).to_string()).collect();
    let gathered = gathered.join(" · ");
    html! {
        <>
            <Choices name="digest" label={text.say("digest")} hint={text.say("digest-hint")} value={props.wanted.digest.as_str()} onchange={choose} {choices} />
            if props.wanted.digest == Digest::Daily {
                <Select name="digest_hour" label={text.say("digest-hour")} required=true value={props.wanted.digest_hour.to_string()} onchange={choose_hour} shelves={Shelf::plain(hours)} />
            }
            if props.wanted.digest != Digest::AtOnce {
                <p class="muted small">{ text.fill("digest-gathers", &[("kinds", gathered.as_str().into())]) }</p>
            }
            if of_the_desk { <p class="muted small" data-part="quiet-hours">{ text.say("wish-quiet") }</p> }
        </>
    }
}
