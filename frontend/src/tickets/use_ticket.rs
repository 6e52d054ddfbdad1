//! Everything a ticket's page reads, kept fresh.

use crate::api::{self, Failure};
use crate::hooks::{Remote, use_poll, use_remote};
use crate::text::use_text;
use crate::ui::use_toast;
use contract::page::Page;
use contract::tickets::{Attachment, Event, Ticket};
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
    /// The server refused; when the ticket was in another state than shown, says so and looks again.
    pub(crate) refused: Callback<Failure>,
}

/// Reads a ticket, its timeline and its files; looks again every half a minute.
#[hook]
pub(crate) fn use_ticket(number: String) -> TicketData {
    let (text, toast) = (use_text(), use_toast());
    let ticket =
        use_remote(number.clone(), |client, number| async move { api::tickets::get(&client, &number).await });
    let events =
        use_remote(
            number.clone(),
            |client, number| async move { api::tickets::events(&client, &number).await },
        );
    let files =
        use_remote(number, |client, number| async move { api::attachments::list(&client, &number).await });
    let refresh = {
        let all = [ticket.reload.clone(), events.reload.clone(), files.reload.clone()];
        Callback::from(move |()| all.iter().for_each(|reload| reload.emit(())))
    };
    use_poll(POLL_SECONDS, ticket.value.is_some(), refresh.clone());
    let changed = {
        let (put, events) = (ticket.put.clone(), events.reload.clone());
        Callback::from(move |ticket| {
            put.emit(ticket);
            events.emit(());
        })
    };
    let refused = {
        let refresh = refresh.clone();
        Callback::from(move |failure: Failure| {
            if failure.is("wrong_state") {
                toast.emit(text.say("ticket-changed"));
                refresh.emit(());
            }
        })
    };
    TicketData { ticket, events, files, changed, refresh, refused }
}
