//! A queue: the tickets that fit the filter in the address, kept fresh without losing one's place.

use super::filters::Filters;
use super::help::Help;
use super::queues::{Queue, address, filter_of, query};
use super::rows::Rows;
use crate::api::{self, Failure};
use crate::browser;
use crate::hooks::{use_poll, use_remote, use_shortcuts};
use crate::layout::Forward;
use crate::preferences::use_preferences;
use crate::route::Route;
use crate::session::use_client;
use crate::text::use_text;
use crate::ui::{Button, Empty, Failed, Icon, Look, PageTitle, Pager, Shape, draw, go, use_ready};
use contract::tickets::TicketFilter;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;
use yew_router::prelude::*;

const ROWS: u16 = 50;
const POLL_SECONDS: u32 = 30;

/// The list of the filter in the address; without one, the first queue.
#[component]
pub(crate) fn QueuePage() -> Html {
    let location = use_location();
    match location.as_ref().and_then(|location| filter_of(location.query_str())) {
        Some(filter) => html! { <List {filter} /> },
        None => html! { <Forward to={Route::Queue} query={query(&Queue::Unattended.filter())} /> },
    }
}

#[derive(Properties, PartialEq)]
struct ListProps {
    filter: TicketFilter,
}

#[component]
fn List(props: &ListProps) -> Html {
    let text = use_text();
    let client = use_client();
    let navigator = use_navigator().expect("the console is drawn inside the router");
    let shortcuts = use_preferences().shortcuts;
    let help = use_state(|| false);
    let export_failure = use_state(|| None::<Failure>);
    let filter = &props.filter;
    let tickets = use_remote(query(filter), {
        let filter = TicketFilter { limit: Some(ROWS), count: Some(true), ..filter.clone() };
        move |client, _| async move { api::tickets::list(&client, &filter).await }
    });
    use_poll(POLL_SECONDS, true, tickets.reload.clone());
    use_ready(!tickets.is_loading());
    {
        let help = help.setter();
        use_shortcuts(Callback::from(move |key: String| match key.as_str() {
            "j" => step(1),
            "k" => step(-1),
            "/" => browser::focus("#queue-search"),
            "?" => {
                help.set(true);
                true
            }
            _ => false,
        }));
    }
    let show = {
        let navigator = navigator.clone();
        Callback::from(move |filter: TicketFilter| go(&navigator, &address(&filter)))
    };
    let to_page = |cursor: Option<String>| {
        let (show, filter) = (show.clone(), TicketFilter { cursor, ..filter.clone() });
        Callback::from(move |()| show.emit(filter.clone()))
    };
    let export = {
        let (filter, failure) = (filter.clone(), export_failure.setter());
        Callback::from(move |()| {
            let (client, filter, failure) = (client.clone(), filter.clone(), failure.clone());
            spawn_local(async move {
                let answer = match api::tickets::export(&client, &filter).await {
                    Ok(response) => api::attachments::save(response, "casos.csv").await,
                    Err(reason) => Err(reason),
                };
                failure.set(answer.err());
            });
        })
    };
    let queue = Queue::of(filter);
    let title =
        queue.map_or_else(|| text.say("queue-other"), |queue| text.say(&format!("queue-{}", queue.as_str())));
    let about = queue.map(|queue| text.say(&format!("queue-{}-about", queue.as_str())));
    let open_help = {
        let help = help.setter();
        Callback::from(move |()| help.set(true))
    };
    let close_help = {
        let help = help.setter();
        Callback::from(move |()| help.set(false))
    };
    html! {
        <div class="stack">
            <div class="section-head">
                <div>
                    <PageTitle title={title.clone()} page={queue.map_or("other", Queue::as_str)} />
                    if let Some(about) = about { <p class="muted queue-about">{ about }</p> }
                </div>
                <div class="head-tools">
                    <Button look={Look::Quiet} icon={Icon::Refresh} name={text.say("queue-refresh")} onclick={tickets.reload.clone()} />
                    <Button look={Look::Quiet} icon={Icon::Download} name={text.say("queue-export")} onclick={export} />
                    if shortcuts { <Button look={Look::Quiet} icon={Icon::Keyboard} name={text.say("help-title")} onclick={open_help} /> }
                </div>
            </div>
            if let Some(failure) = &*export_failure { <Failed failure={failure.clone()} small=true /> }
            <Filters filter={filter.clone()} onchange={show.clone()} />
            { draw(&tickets, Shape::Rows(8), |page| if page.items.is_empty() {
                let searching = *filter != queue.map_or_else(TicketFilter::default, Queue::filter);
                let clear = { let (show, filter) = (show.clone(), queue.unwrap_or(Queue::All).filter()); Callback::from(move |()| show.emit(filter.clone())) };
                html! {
                    <Empty title={text.say(if searching { "queue-nothing" } else { "queue-empty" })} body={text.say(if searching { "queue-nothing-body" } else { "queue-empty-body" })}>
                        if searching { <Button icon={Icon::X} onclick={clear}>{ text.say("filter-clear") }</Button> }
                    </Empty>
                }
            } else {
                html! {
                    <>
                        <Rows tickets={page.items.clone()} label={title.clone()} />
                        <Pager
                            shown={page.items.len()}
                            total={page.total}
                            first={filter.cursor.as_ref().map(|_| to_page(None))}
                            next={page.next_cursor.clone().map(|next| to_page(Some(next)))}
                        />
                    </>
                }
            }) }
            if *help { <Help onclose={close_help} /> }
        </div>
    }
}

/// Moves the focus to the link of the next or previous row, or to the first.
fn step(by: i32) -> bool {
    let document = browser::document();
    let Ok(rows) = document.query_selector_all("[data-row]") else { return false };
    let focused = document.active_element().and_then(|element| element.get_attribute("data-row"));
    let last = i32::try_from(rows.length()).unwrap_or(i32::MAX) - 1;
    let next =
        focused.and_then(|row| row.parse::<i32>().ok()).map_or(0, |row| (row + by).clamp(0, last.max(0)));
    browser::focus(&format!("[data-row=\"{next}\"]"))
}
