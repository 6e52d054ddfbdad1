//! The bell: how many notices are unread, and the latest of them.
#![expect(clippy::unnecessary_wraps, reason = "fetching the part may fail, and is said to by the same type")]

use crate::hooks::{use_part, use_poll, use_remote};
use crate::live::{News, use_news};
use crate::route::Route;
use crate::session::{use_client, use_me};
use crate::text::{Word, use_text};
use crate::ui::{Button, Drawer, Empty, Icon, Link, Look, Moment, Shape, draw, draw_late, glyph, href};
use crate::{api, browser};
use contract::notifications::{DeskNotice, Notice, NoticeFilter, ReadNotices};
use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::prelude::*;

/// How often it asks, in seconds.
const EVERY: u32 = 30;

/// How many it shows.
const SHOWN: u16 = 30;

/// The button with its count; what it opens comes when it is opened.
#[component]
pub(super) fn Bell() -> Html {
    let text = use_text();
    let open = use_state(|| false);
    let count = use_remote((), |client, ()| async move { api::notifications::unread(&client).await });
    use_poll(EVERY, true, count.reload.clone());
    {
        let (put, reload) = (count.put.clone(), count.reload.clone());
        use_news(Callback::from(move |news| match news {
            News::Unread(unread) => put.emit(unread),
            News::Reset => reload.emit(()),
            News::Ticket(_) | News::Presence => {}
        }));
    }
    let unread = count.value.as_deref().copied().unwrap_or_default();
    let show = |on: bool| {
        let open = open.setter();
        Callback::from(move |()| open.set(on))
    };
    html! {
        <>
            <Button look={Look::Quiet} icon={Icon::Bell} class="bell" name={text.fill("bell", &[("unread", unread.into())])} onclick={show(!*open)} action="bell" expanded={*open}>
                if unread > 0 { <span class="bell-count" aria-hidden="true">{ if unread > 99 { "99+".to_owned() } else { unread.to_string() } }</span> }
            </Button>
            if *open { <Sheet onread={count.reload.clone()} onclose={show(false)} /> }
        </>
    }
}

#[derive(Clone, Properties, PartialEq)]
struct SheetProps {
    /// There are fewer unread now.
    onread: Callback<()>,
    onclose: Callback<()>,
}

#[component]
fn Sheet(props: &SheetProps) -> Html {
    let sheet = use_part(sheet);
    // The drawer is drawn elsewhere; what shows here is only that it could not be fetched.
    html! { <div class="toasts">{ draw_late(&sheet, props, None) }</div> }
}

#[wasm_split(more, fallible)]
fn sheet() -> Result<fn(&SheetProps) -> Html, SplitLoaderError> {
    Ok(|props| html! { <Latest ..props.clone() /> })
}

/// The latest, each with the way to its case.
#[component]
fn Latest(props: &SheetProps) -> Html {
    let (text, me, client) = (use_text(), use_me(), use_client());
    let notices = use_remote((), |client, ()| async move {
        api::notifications::list(&client, &NoticeFilter { limit: Some(SHOWN), ..NoticeFilter::default() })
            .await
    });
    let mark = {
        let (reload, onread) = (notices.reload.clone(), props.onread.clone());
        Callback::from(move |read: ReadNotices| {
            let (client, reload, onread) = (client.clone(), reload.clone(), onread.clone());
            spawn_local(async move {
                // Whoever reads it again sees it unread: no harm, no word.
                let _ = api::notifications::mark_read(&client, &read).await;
                reload.emit(());
                onread.emit(());
            });
        })
    };
    let follow = |id, leads_on: bool| {
        let (mark, close) = (mark.clone(), props.onclose.clone());
        Callback::from(move |_: MouseEvent| {
            mark.emit(ReadNotices { ids: Some(vec![id]) });
            if leads_on {
                close.emit(());
            }
        })
    };
    // In words what the color says.
    let mark_of = |unread: bool| {
        html! { if unread { <span class="visually-hidden">{ text.say("bell-unread") }{ " " }</span> } }
    };
    let row = |notice: &Notice| {
        let unread = notice.read_at.is_none();
        let may_open = notice.may_open;
        let onclick = follow(notice.id, may_open);
        let actor = notice
            .actor
            .as_ref()
            .map_or_else(|| text.say("bell-desk").to_string(), |actor| actor.display_name.clone());
        let said = html! {
            <>
                { mark_of(unread) }
                <strong>{ text.fill(&notice.kind.key(), &[("actor", actor.into())]) }</strong>
                <span class="notice-case">
                    { format!("{} · {}", notice.ticket, notice.subject) }
                    if let Some(occasion) = notice.occasion { { format!(" · {}", text.word(occasion)) } }
                </span>
                if let Some(note) = &notice.note { <span class="notice-note">{ note }</span> }
            </>
        };
        html! {
            <li class={classes!("bell-notice", unread.then_some("notice-unread"))} key={notice.id.to_string()}>
                if may_open {
                    <div {onclick}><Link to={href(&Route::ticket(&me, notice.ticket.clone()))} class="notice-link">{ said }</Link></div>
                } else {
                    <button type="button" class="notice-link" {onclick}>{ said }</button>
                }
                <span class="muted small"><Moment at={notice.at} /></span>
            </li>
        }
    };
    let desk_row = |notice: &DeskNotice| {
        let onclick = follow(notice.id, true);
        let unread = notice.read_at.is_none();
        html! {
            <li class={classes!("bell-notice", unread.then_some("notice-unread"))} key={notice.id.to_string()}>
                <div {onclick}>
                    <Link to={notice.page.clone()} class="notice-link">
                        { mark_of(unread) }
                        <strong>{ text.say(&notice.kind.key()) }</strong>
                        <span class="notice-case">{ format!("{} · {}", notice.project.key, notice.subject) }</span>
                    </Link>
                </div>
                <span class="muted small"><Moment at={notice.at} /></span>
            </li>
        }
    };
    let list = draw(&notices, Shape::Rows(5), |notices| {
        let all = mark.reform(|()| ReadNotices { ids: None });
        if notices.items.is_empty() && notices.desk.is_empty() {
            return html! { <Empty icon={Icon::Bell} title={text.say("bell-empty")} body={text.say("bell-empty-about")} /> };
        }
        html! {
            <>
                if notices.unread > 0 {
                    <p><Button small=true icon={Icon::Check} onclick={all} action="read-all">{ text.say("bell-read-all") }</Button></p>
                }
                <ul class="notices">
                    { for notices.desk.iter().map(desk_row) }
                    { for notices.items.iter().map(row) }
                </ul>
                <p class="muted small">{ glyph(Icon::Mail) }{ text.say("bell-mail") }</p>
            </>
        }
    });
    let drawer = html! {
        <Drawer title={text.say("bell-title")} onclose={props.onclose.clone()}>{ list }</Drawer>
    };
    // Out of the bar, whose colours are not those of the page.
    browser::document().body().map(|body| create_portal(drawer, body.into())).unwrap_or_default()
}
