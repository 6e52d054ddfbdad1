//! Everything a ticket's page reads, kept fresh.

use super::changed::{News, news};
use crate::api::{self, Failure};
use crate::hooks::{Remote, use_poll, use_remote};
use crate::live::use_happenings;
use crate::session::use_client;
use crate::text::use_text;
use contract::page::Page;
use contract::tickets::{Attachment, Event, Ticket};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

const POLL_SECONDS: u32 = 30;

/// Everything a ticket's page reads.
#[derive(Clone)]
pub(crate) struct TicketData {
    pub(crate) ticket: Remote<Ticket>,
    pub(crate) events: Remote<Vec<Event>>,
    pub(crate) files: Remote<Page<Attachment>>,
    /// An action was done and answered this ticket: shows it, and asks for the rest again.
    pub(crate) changed: Callback<Ticket>,
    /// Something was added (a comment, a file): asks for everything again.
    pub(crate) refresh: Callback<()>,
    /// The server refused; when the ticket was in another state than shown, looks again and tells
    /// what has changed. Looks again too when what was sent before did arrive.
    pub(crate) refused: Callback<Failure>,
    /// What somebody else did meanwhile, until it has been read.
    pub(crate) news: Option<News>,
    /// The news has been read.
    pub(crate) news_read: Callback<()>,
}

/// Reads a ticket, its timeline and its files; looks again when something happens to it, and every half
/// a minute.
#[hook]
pub(crate) fn use_ticket(number: String) -> TicketData {
    let (text, client) = (use_text(), use_client());
    let ticket =
        use_remote(number.clone(), |client, number| async move { api::tickets::get(&client, &number).await });
    let events =
        use_remote(
            number.clone(),
            |client, number| async move { api::tickets::events(&client, &number).await },
        );
    let files =
        use_remote(
            number.clone(),
            |client, number| async move { api::attachments::list(&client, &number).await },
        );
    let refresh = {
        let all = [ticket.reload.clone(), events.reload.clone(), files.reload.clone()];
        Callback::from(move |()| all.iter().for_each(|reload| reload.emit(())))
    };
    use_poll(POLL_SECONDS, ticket.value.is_some(), refresh.clone());
    let this = {
        let shown = ticket.value.clone();
        Callback::from(move |other: String| {
            let shown = shown.as_ref().map_or(&number, |ticket| &ticket.summary.number);
            other == *shown
        })
    };
    use_happenings(this, refresh.clone());
    let changed = {
        let (put, events) = (ticket.put.clone(), events.reload.clone());
        Callback::from(move |ticket| {
            put.emit(ticket);
            events.emit(());
        })
    };
    let told = use_state(|| None::<News>);
    let refused = {
        let (told, refresh, shown) = (told.setter(), refresh.clone(), ticket.value.clone());
        let (put, put_events) = (ticket.put.clone(), events.put.clone());
        Callback::from(move |failure: Failure| {
            if failure.has_arrived() {
                return refresh.emit(());
            }
            let meanwhile = failure.is("wrong_state") || failure.is("stale");
            let (true, Some(shown)) = (meanwhile, shown.clone()) else { return };
            let (client, text, number) = (client.clone(), text.clone(), shown.summary.number.clone());
            let (told, refresh, put, put_events) =
                (told.clone(), refresh.clone(), put.clone(), put_events.clone());
            spawn_local(async move {
                let fresh = api::tickets::get(&client, &number).await;
                let entries = api::tickets::events(&client, &number).await;
                let (Ok(fresh), Ok(entries)) = (fresh, entries) else { return refresh.emit(()) };
                told.set(Some(news(&shown.summary, &fresh.summary, &entries, client.now(), &text)));
                put.emit(fresh);
                put_events.emit(entries);
            });
        })
    };
    let news_read = {
        let told = told.setter();
        Callback::from(move |()| told.set(None))
    };
    TicketData { ticket, events, files, changed, refresh, refused, news: (*told).clone(), news_read }
}
