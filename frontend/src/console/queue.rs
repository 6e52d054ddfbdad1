//! A list: the tickets that fit the filter in the address, kept fresh without losing one's place.

use super::arrivals::Arrivals;
use super::bulk::BulkBarProps;
use super::bulk_result::BulkResultProps;
use super::choosing::use_choosing;
use super::commands::use_help;
use super::filters::Filters;
use super::late::{Late, Piece};
use super::queues::{Queue, address, filter_of, list_name, query, unpaged};
use super::rows::Rows;
use super::trail::Trail;
use crate::api;
use crate::browser;
use crate::hooks::{use_poll, use_remote, use_submit};
use crate::layout::Forward;
use crate::live::{use_happenings, use_presence};
use crate::preferences::use_preferences;
use crate::route::Route;
use crate::session::{reads_people, use_me};
use crate::text::use_text;
use crate::ui::{Button, Empty, Failed, Icon, Look, PageTitle, Pager, Shape, draw, go, use_ready};
use contract::tickets::{Sort, TicketFilter, TicketSummary};
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

const ROWS: u16 = 50;
const POLL_SECONDS: u32 = 30;

/// The list of the filter in the address; without one, the first queue. It stays as it is while the
/// page that follows is on the way, whose address has other things to say.
#[component]
pub(crate) fn QueuePage() -> Html {
    let location = use_location();
    let here = use_route::<Route>() == Some(Route::Queue);
    let last = use_mut_ref(|| None::<TicketFilter>);
    if here {
        *last.borrow_mut() = location.as_ref().and_then(|location| filter_of(location.query_str()));
    }
    match last.borrow().clone() {
        Some(filter) => html! { <List {filter} /> },
        None if here => html! { <Forward to={Route::Queue} query={query(&Queue::Unattended.filter())} /> },
        None => Html::default(),
    }
}

#[derive(Properties, PartialEq)]
struct ListProps {
    filter: TicketFilter,
}

#[component]
fn List(props: &ListProps) -> Html {
    let text = use_text();
    let navigator = use_navigator().expect("the console is drawn inside the router");
    let preferences = use_preferences();
    let filter = &props.filter;
    let address_query = query(filter);
    let tickets = use_remote(address_query.clone(), {
        let filter = TicketFilter { limit: Some(ROWS), count: Some(true), ..filter.clone() };
        move |client, _| async move { api::tickets::list(&client, &filter).await }
    });
    use_poll(POLL_SECONDS, true, tickets.reload.clone());
    use_ready(!tickets.is_loading());
    let rows: Rc<Vec<TicketSummary>> = use_memo(tickets.value.clone(), |page| {
        page.as_ref().map(|page| page.items.clone()).unwrap_or_default()
    });
    let numbers =
        use_memo(rows.clone(), |rows| rows.iter().map(|row| row.number.clone()).collect::<Vec<_>>());
    use_effect_with((address_query.clone(), numbers.clone()), |(query, numbers)| {
        if !numbers.is_empty() {
            Trail::new(query.clone(), (**numbers).clone()).keep();
        }
    });
    let could_be_here = {
        // Anything may come to the first page; the others change by what is on them.
        let (first, numbers) = (filter.cursor.is_none(), numbers.clone());
        Callback::from(move |number: String| first || numbers.contains(&number))
    };
    use_happenings(could_be_here, tickets.reload.clone());
    let presence = use_presence();
    let arrivals = use_mut_ref(Arrivals::default);
    let latest = tickets
        .value
        .as_ref()
        .map(|_| arrivals.borrow_mut().note(&address_query, numbers.iter().map(String::as_str)).clone())
        .unwrap_or_default();
    let choosing = use_choosing(&address_query, &numbers, tickets.reload.clone());
    let show = {
        let navigator = navigator.clone();
        Callback::from(move |filter: TicketFilter| go(&navigator, &address(&filter)))
    };
    let to_page = |cursor: Option<String>| {
        let (show, filter) = (show.clone(), TicketFilter { cursor, ..filter.clone() });
        Callback::from(move |()| show.emit(filter.clone()))
    };
    // The head that was pressed goes with the rows, and has the focus again when they are there.
    let sorted = use_mut_ref(|| false);
    {
        let sorted = sorted.clone();
        use_effect_with(tickets.is_loading(), move |loading| {
            if !loading && sorted.replace(false) {
                let _ = browser::focus(".rows [aria-sort] button") || browser::focus("h1");
            }
        });
    }
    let onsort = {
        let (show, filter) = (show.clone(), filter.clone());
        Callback::from(move |sort: Sort| {
            *sorted.borrow_mut() = true;
            show.emit(TicketFilter { sort: Some(sort), cursor: None, ..filter.clone() });
        })
    };
    let queue = Queue::of(filter);
    let title = list_name(&address_query, &preferences.filters, &text);
    let empty = |searching: bool| {
        let clear = {
            let (show, filter) = (show.clone(), queue.unwrap_or(Queue::All).filter());
            Callback::from(move |()| show.emit(filter.clone()))
        };
        html! {
            <Empty title={text.say(if searching { "queue-nothing" } else { "queue-empty" })} body={text.say(if searching { "queue-nothing-body" } else { "queue-empty-body" })}>
                if searching { <Button icon={Icon::X} onclick={clear}>{ text.say("filter-clear") }</Button> }
            </Empty>
        }
    };
    html! {
        <div class="stack queue-page" onfocusin={choosing.onfocusin.clone()}>
            <Head filter={filter.clone()} title={title.clone()} reload={tickets.reload.clone()} />
            <Filters filter={filter.clone()} onchange={show.clone()} rows={rows.clone()} />
            <p class="visually-hidden" role="status">
                if !latest.is_empty() { { text.fill("queue-new", &[("count", latest.len().into())]) } }
            </p>
            if let Some(outcome) = &choosing.outcome {
                <Late piece={Piece::BulkResult(BulkResultProps { outcome: outcome.clone(), onclose: choosing.forget.clone() })} />
            }
            { draw(&tickets, Shape::Rows(8), |page| if page.items.is_empty() {
                empty(unpaged(filter) != queue.map_or_else(TicketFilter::default, Queue::filter))
            } else {
                html! {
                    <>
                        <Rows
                            tickets={rows.clone()}
                            label={title.clone()}
                            {latest}
                            presence={presence.clone()}
                            selection={choosing.selection.clone()}
                            onselect={choosing.onselect.clone()}
                            sort={filter.sort.unwrap_or(Sort::NewestFirst)}
                            {onsort}
                        />
                        <Pager
                            shown={page.items.len()}
                            total={page.total}
                            first={filter.cursor.as_ref().map(|_| to_page(None))}
                            next={page.next_cursor.clone().map(|next| to_page(Some(next)))}
                        />
                    </>
                }
            }) }
            if !choosing.selection.is_empty() {
                <Late piece={Piece::Bulk(BulkBarProps { tickets: rows.clone(), selection: choosing.selection.clone(), onselect: choosing.onselect.clone(), asked: choosing.asked, onask: choosing.onask.clone(), ondone: choosing.ondone.clone() })} />
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct HeadProps {
    filter: TicketFilter,
    title: AttrValue,
    reload: Callback<()>,
}

/// What the list is called and what it is for; refreshing it, taking it away as a file, the help.
#[component]
fn Head(props: &HeadProps) -> Html {
    let (text, me) = (use_text(), use_me());
    let preferences = use_preferences();
    let open_help = use_help();
    let export = {
        let filter = props.filter.clone();
        use_submit(
            move |client, _key, ()| {
                let filter = filter.clone();
                async move {
                    let response = api::tickets::export(&client, &filter).await?;
                    api::attachments::save(response, "casos.csv").await
                }
            },
            Callback::noop(),
        )
    };
    let queue = Queue::of(&props.filter);
    // Another page begins where a list with a name is opened, not where one is narrowed.
    let page = use_mut_ref(String::new);
    let present = query(&props.filter);
    let named = Queue::ALL.into_iter().any(|queue| queue.filter() == props.filter)
        || preferences.filters.iter().any(|saved| saved.query == present);
    if named || page.borrow().is_empty() {
        *page.borrow_mut() = present;
    }
    let page = page.borrow().clone();
    html! {
        <>
            <div class="section-head">
                <div>
                    <PageTitle title={props.title.clone()} {page} />
                    if let Some(queue) = queue { <p class="muted queue-about">{ text.say(&format!("queue-{}-about", queue.as_str())) }</p> }
                </div>
                <div class="head-tools">
                    <Button look={Look::Quiet} icon={Icon::Refresh} name={text.say("queue-refresh")} onclick={props.reload.clone()} />
                    if reads_people(&me) { <Button look={Look::Quiet} icon={Icon::Download} name={text.say("queue-export")} busy={export.busy} onclick={export.run} /> }
                    if preferences.shortcuts { <Button look={Look::Quiet} icon={Icon::Keyboard} name={text.say("help-title")} onclick={open_help} class="head-keys" /> }
                </div>
            </div>
            if let Some(failure) = export.failure { <Failed {failure} small=true /> }
        </>
    }
}
