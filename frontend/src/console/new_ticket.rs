//! Writing down the case of somebody who called or came by.

use crate::route::Route;
use crate::text::use_text;
use crate::tickets::{RegisterForm, Registered};
use crate::ui::{PageTitle, go, href, use_ready, use_toast};
use yew::prelude::*;
use yew_router::prelude::*;

/// The form; afterwards the ticket.
#[component]
pub(crate) fn NewTicketPage() -> Html {
    let (text, toast) = (use_text(), use_toast());
    let navigator = use_navigator();
    use_ready(true);
    let done = {
        let text = text.clone();
        Callback::from(move |registered: Registered| {
            let number = registered.ticket.summary.number;
            toast.emit(text.fill("new-done", &[("number", (&number).into())]));
            if registered.files_lost {
                toast.emit(text.say("registered-files-lost"));
            }
            if let Some(navigator) = &navigator {
                go(navigator, &href(&Route::Ticket { number }));
            }
        })
    };
    html! {
        <div class="narrow stack">
            <PageTitle title={text.say("new-title")} />
            <p class="lead">{ text.say("new-about") }</p>
            <div class="panel"><RegisterForm desk=true {done} /></div>
        </div>
    }
}
