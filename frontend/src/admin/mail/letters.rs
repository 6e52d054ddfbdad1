//! The letters that were written: where each is, why one did not leave, and sending it again.

use crate::admin::head::{Head, use_asked};
use crate::api;
use crate::hooks::{use_remote, use_submit};
use crate::route::AdminRoute;
use crate::text::{Text, use_text};
use crate::ui::{
    Badge, Button, Choosable, Column, DataRow, DataTable, Empty, Failed, Icon, Link, Moment, Pager, Select,
    Shape, Shelf, Tone, draw, glyph, go, href, use_ready, use_toast,
};
use contract::notifications::{Mail, MailFilter, MailState};
use yew::prelude::*;
use yew_router::prelude::*;

const ROWS: u16 = 50;

/// The address of the list for a filter.
fn address(filter: &MailFilter) -> AttrValue {
    let query = serde_html_form::to_string(filter).unwrap_or_default();
    let path = href(&AdminRoute::Letters);
    if query.is_empty() { path } else { format!("{path}?{query}").into() }
}

/// The letters, newest first; which of them stands in the address.
#[component]
pub(in crate::admin) fn LettersPage() -> Html {
    let (text, toast) = (use_text(), use_toast());
    let navigator = use_navigator().expect("the console is drawn inside the router");
    let filter: MailFilter = use_asked();
    let letters = use_remote(filter.clone(), |client, filter| async move {
        api::letters::list(&client, &MailFilter { limit: Some(ROWS), ..filter }).await
    });
    use_ready(!letters.is_loading());
    let resend = {
        let (reload, said) = (letters.reload.clone(), text.say("admin-letter-again"));
        use_submit(
            |client, key, letter: String| async move { api::letters::resend(&client, &letter, &key).await },
            Callback::from(move |()| {
                toast.emit(said.clone());
                reload.emit(());
            }),
        )
    };
    let show = Callback::from(move |filter: MailFilter| go(&navigator, &address(&filter)));
    let to_page = |cursor: Option<String>| {
        let (show, filter) = (show.clone(), MailFilter { cursor, ..filter.clone() });
        Callback::from(move |()| show.emit(filter.clone()))
    };
    let choose =
        show.reform(|state: String| MailFilter { state: state.parse().ok(), ..MailFilter::default() });
    let clear = show.reform(|()| MailFilter::default());
    let states = MailState::ALL.iter().map(|state| Choosable::new(state.as_str(), text.word(*state)));
    let reload = letters.reload.clone();
    html! {
        <div class="stack">
            <Head title={text.say("admin-letters")} about={text.say("admin-letters-about")}>
                <Link to={href(&AdminRoute::Templates)} class="btn btn-plain">{ glyph(Icon::Pencil) }{ text.say("admin-templates") }</Link>
                <Button icon={Icon::Refresh} onclick={reload} action="reload">{ text.say("admin-letters-reload") }</Button>
            </Head>
            <div class="admin-filters" role="search">
                <Select name="state" id="letters-state" label={text.say("admin-state")} required=true none={text.say("admin-any")}
                    shelves={Shelf::plain(states.collect())} value={filter.state.map(MailState::as_str).unwrap_or_default()} onchange={choose} />
            </div>
            if let Some(failure) = &resend.failure { <Failed failure={failure.clone()} small=true /> }
            { draw(&letters, Shape::Rows(8), |page| if page.items.is_empty() {
                html! {
                    <Empty icon={Icon::Mail} title={text.say("admin-letters-none")} body={text.say("admin-letters-none-body")}>
                        if filter.state.is_some() { <Button icon={Icon::X} onclick={clear}>{ text.say("filter-clear") }</Button> }
                    </Empty>
                }
            } else {
                let rows = page.items.iter().map(|letter| {
                    let id = letter.id.to_string();
                    row(letter, resend.run.reform(move |()| id.clone()), &text)
                });
                html! {
                    <>
                        <DataTable label={text.say("admin-letters")} columns={columns(&text)} rows={rows.collect::<Vec<_>>()} />
                        <Pager
                            shown={page.items.len()}
                            first={filter.cursor.as_ref().map(|_| to_page(None))}
                            next={page.next_cursor.clone().map(|next| to_page(Some(next)))}
                        />
                    </>
                }
            }) }
        </div>
    }
}

fn columns(text: &Text) -> Vec<Column> {
    [
        ("letter", "admin-letter"),
        ("state", "admin-state"),
        ("when", "admin-letter-when"),
        ("again", "admin-letter-resend"),
    ]
    .map(|(key, label)| Column::new(key, text.say(label)))
    .to_vec()
}

fn row(letter: &Mail, resend: Callback<()>, text: &Text) -> DataRow {
    let Mail {
        id,
        ticket: _,
        recipient,
        subject,
        state,
        attempts,
        next_at,
        last_fault,
        created_at,
        sent_at,
        bounced_at,
    } = letter;
    let ended = matches!(state, MailState::Sent | MailState::Dead);
    let name = text.fill("admin-letter-resend-what", &[("what", subject.into())]);
    let tries = text.fill("admin-letter-tries", &[("count", (*attempts).into())]);
    DataRow {
        key: id.to_string().into(),
        name: subject.clone().into(),
        cells: vec![
            html! {
                <span class="admin-lines">
                    <span>{ subject }</span>
                    <span class="muted small">{ recipient }</span>
                </span>
            },
            html! {
                <span class="admin-lines">
                    <span class="admin-roles"><Badge tone={tone(*state)}>{ text.word(*state) }</Badge>if bounced_at.is_some() { <Badge tone={Tone::Bad}>{ text.say("admin-letter-bounced") }</Badge> }</span>
                    if let Some(fault) = last_fault { <span class="muted small" data-part="reason">{ fault }</span> }
                    if *attempts > 1 || last_fault.is_some() { <span class="muted small">{ tries }</span> }
                </span>
            },
            html! {
                <span class="admin-lines">
                    <span><Moment at={sent_at.unwrap_or(*created_at)} absolute=true /></span>
                    if let Some(next) = next_at.filter(|_| *state == MailState::Waiting) {
                        <span class="muted small">{ text.say("admin-letter-next") }{ " " }<Moment at={next} absolute=true /></span>
                    }
                </span>
            },
            html! {
                if ended { <Button small=true icon={Icon::Refresh} {name} onclick={resend} action="resend" /> }
            },
        ],
    }
}

const fn tone(state: MailState) -> Tone {
    match state {
        MailState::Waiting | MailState::Sending => Tone::Calm,
        MailState::Sent => Tone::Good,
        MailState::Dead => Tone::Bad,
    }
}
