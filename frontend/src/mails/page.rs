//! The list: what stands in the address narrows it.

use super::reading::Reading;
use crate::api;
use crate::hooks::{use_poll, use_remote};
use crate::route::Route;
use crate::text::{Text, use_text};
use crate::ui::{
    Badge, Button, Choosable, Column, DataRow, DataTable, Empty, Icon, Look, Moment, PageTitle, Pager,
    Select, Shape, Shelf, Tone, draw, go, href, use_ready, use_toast,
};
use contract::inbound::{InboundMail, InboundMailDetail, InboundMailFilter, InboundMailState};
use yew::prelude::*;
use yew_router::prelude::*;

const ROWS: u16 = 50;
const POLL_SECONDS: u32 = 30;

/// In the address, for every mail whatever became of it.
const ALL: &str = "all";

/// The mails.
#[component]
pub(crate) fn MailsPage() -> Html {
    let (text, toast) = (use_text(), use_toast());
    let navigator = use_navigator().expect("the console is drawn inside the router");
    let location = use_location();
    let asked = location.map(|location| location.query_str().to_owned()).unwrap_or_default();
    let (chosen, cursor) = read_query(&asked);
    let filter = InboundMailFilter {
        state: chosen,
        count: Some(true),
        limit: Some(ROWS),
        cursor: cursor.clone(),
        ..InboundMailFilter::default()
    };
    let mails =
        use_remote(filter, |client, filter| async move { api::inbound_mails::list(&client, &filter).await });
    use_poll(POLL_SECONDS, true, mails.reload.clone());
    use_ready(!mails.is_loading());
    let opened = use_state(|| None::<String>);
    let open = |mail: &InboundMail| {
        let (opened, id) = (opened.setter(), mail.id.to_string());
        Callback::from(move |()| opened.set(Some(id.clone())))
    };
    let close = {
        let opened = opened.setter();
        Callback::from(move |()| opened.set(None))
    };
    let done = {
        let (opened, reload, text) = (opened.setter(), mails.reload.clone(), text.clone());
        Callback::from(move |mail: InboundMailDetail| {
            opened.set(None);
            reload.emit(());
            let said = match &mail.mail.ticket {
                Some(number) if mail.mail.state != InboundMailState::Discarded => {
                    text.fill("mails-accepted", &[("number", number.into())])
                }
                _ => text.say("mails-discarded"),
            };
            toast.emit(said);
        })
    };
    let to = |state: String, cursor: Option<String>| {
        let navigator = navigator.clone();
        let mut address = format!("{}?state={state}", href(&Route::Mails));
        if let Some(cursor) = cursor {
            address.push_str("&cursor=");
            address.push_str(&cursor);
        }
        Callback::from(move |()| go(&navigator, &address))
    };
    let word = chosen.map_or(ALL, InboundMailState::as_str);
    let choose = {
        let navigator = navigator.clone();
        Callback::from(move |state: String| go(&navigator, &format!("{}?state={state}", href(&Route::Mails))))
    };
    let states = InboundMailState::ALL.iter().map(|state| Choosable::new(state.as_str(), text.word(*state)));
    let choices = states.chain([Choosable::new(ALL, text.say("mails-all"))]).collect();
    html! {
        <div class="stack">
            <div class="section-head">
                <div>
                    <PageTitle title={text.say("mails-title")} />
                    <p class="muted queue-about">{ text.say("mails-about") }</p>
                </div>
            </div>
            <div class="admin-filters">
                <Select name="state" id="mails-state" label={text.say("mails-state")} required=true shelves={Shelf::plain(choices)} value={word} onchange={choose} />
            </div>
            { draw(&mails, Shape::Rows(8), |page| if page.items.is_empty() {
                html! { <Empty icon={Icon::Mail} title={text.say("mails-none")} body={text.say("mails-none-body")} /> }
            } else {
                let rows = page.items.iter().map(|mail| row(mail, open(mail), &text));
                html! {
                    <>
                        <DataTable label={text.say("mails-title")} columns={columns(&text)} rows={rows.collect::<Vec<_>>()} />
                        <Pager
                            shown={page.items.len()}
                            total={page.total}
                            first={cursor.as_ref().map(|_| to(word.to_owned(), None))}
                            next={page.next_cursor.clone().map(|next| to(word.to_owned(), Some(next)))}
                        />
                    </>
                }
            }) }
            if let Some(id) = &*opened { <Reading key={id.clone()} id={id.clone()} onclose={close} {done} /> }
        </div>
    }
}

/// What the address asks for: those in quarantine, if it does not say.
fn read_query(query: &str) -> (Option<InboundMailState>, Option<String>) {
    let pairs: Vec<(String, String)> =
        serde_html_form::from_str(query.trim_start_matches('?')).unwrap_or_default();
    let value = |wanted: &str| pairs.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone());
    let state = match value("state").as_deref() {
        Some(ALL) => None,
        Some(word) => Some(word.parse().unwrap_or(InboundMailState::Quarantined)),
        None => Some(InboundMailState::Quarantined),
    };
    (state, value("cursor").filter(|cursor| !cursor.is_empty()))
}

fn columns(text: &Text) -> Vec<Column> {
    [
        ("sender", "mails-sender"),
        ("subject", "mails-subject"),
        ("state", "mails-state"),
        ("received", "mails-received"),
        ("open", "mails-read"),
    ]
    .map(|(key, label)| Column::new(key, text.say(label)))
    .to_vec()
}

fn row(mail: &InboundMail, open: Callback<()>, text: &Text) -> DataRow {
    let name = text.fill("mails-open", &[("subject", (&mail.subject).into())]);
    DataRow {
        key: mail.id.to_string().into(),
        name: mail.subject.clone().into(),
        cells: vec![
            html! {
                <span class="admin-lines">
                    <span>{ sender(mail) }</span>
                    <span class="muted small">{ &mail.sender }</span>
                </span>
            },
            html! {
                <span class="admin-lines">
                    <span>{ &mail.subject }</span>
                    if let Some(number) = &mail.ticket { <span class="muted small">{ number }</span> }
                </span>
            },
            state(mail, text),
            html! { <Moment at={mail.received_at} /> },
            html! { <Button look={Look::Quiet} small=true icon={Icon::MailOpened} {name} onclick={open} action="read-mail" /> },
        ],
    }
}

/// Who it says that it is from; the desk's own name for them, if it knows them.
pub(super) fn sender(mail: &InboundMail) -> String {
    let known = mail.person.as_ref().map(|person| person.display_name.clone());
    known.or_else(|| mail.sender_name.clone()).unwrap_or_else(|| mail.sender.clone())
}

/// What became of it, and why it waits.
pub(super) fn state(mail: &InboundMail, text: &Text) -> Html {
    let tone = match mail.state {
        InboundMailState::Quarantined => Tone::Warn,
        InboundMailState::Registered | InboundMailState::Commented => Tone::Good,
        InboundMailState::Noted | InboundMailState::Ignored | InboundMailState::Discarded => Tone::Neutral,
    };
    html! {
        <span class="admin-lines">
            <Badge {tone}>{ text.word(mail.state) }</Badge>
            if let Some(reason) = mail.reason { <span class="muted small">{ text.word(reason) }</span> }
        </span>
    }
}
