//! "¿En qué podemos ayudarle?": one search over the services, and how one's own cases stand.

use super::catalogue::{Catalogue, described, straight_to};
use super::mine::TicketCards;
use super::waiting::{Waiting, sorted};
use crate::api;
use crate::browser;
use crate::hooks::{use_poll, use_remote};
use crate::layout::Landscape;
use crate::live::use_happenings;
use crate::route::Route;
use crate::text::use_text;
use crate::ui::{Empty, Icon, Link, PageTitle, Shape, draw, glyph, go, href, use_ready};
use contract::catalog::CatalogFilter;
use contract::tickets::{Sort, TicketFilter};
use web_sys::{HtmlInputElement, SubmitEvent};
use yew::prelude::*;
use yew_router::prelude::*;

/// How many open cases are read, so that what waits for the person is among them.
const READ: u16 = 50;

/// How many of the others are shown.
const SHOWN: usize = 5;

/// The portal's first page.
#[component]
pub(crate) fn HomePage() -> Html {
    let text = use_text();
    let query = use_state(String::new);
    let services = use_remote((), |client, ()| async move {
        Ok(api::catalog::services(&client, &CatalogFilter::default()).await?.items)
    });
    let tickets = use_remote((), |client, ()| async move {
        let filter = TicketFilter {
            requester: vec!["me".to_owned()],
            open: Some(true),
            sort: Some(Sort::LastChangedFirst),
            limit: Some(READ),
            ..TicketFilter::default()
        };
        api::tickets::list(&client, &filter).await
    });
    use_poll(60, true, tickets.reload.clone());
    use_happenings(Callback::from(|_: String| true), tickets.reload.clone());
    use_ready(!services.is_loading() && !tickets.is_loading());
    let oninput = {
        let query = query.setter();
        Callback::from(move |event: InputEvent| {
            query.set(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let onsubmit = {
        let (query, services, navigator) = (query.clone(), services.value.clone(), use_navigator());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let to = services.as_ref().and_then(|services| straight_to(services, &query));
            match (to, &navigator) {
                (Some(to), Some(navigator)) => go(navigator, &to),
                _ => {
                    browser::focus("#catalogue-title");
                }
            }
        })
    };
    let (waiting, others) = tickets.value.as_ref().map(|page| sorted(&page.items)).unwrap_or_default();
    let found = services.value.as_ref().map(|services| super::catalogue::found(services, &query).len());
    html! {
        <>
            <section class="hero">
                <PageTitle title={text.say("home-title")} />
                <p class="hero-line">{ text.say("home-line") }</p>
                <form class="hero-search" role="search" {onsubmit}>
                    <label class="visually-hidden" for="home-search">{ text.say("home-search") }</label>
                    { glyph(Icon::Search) }
                    <input id="home-search" name="q" type="search" class="hero-input" placeholder={text.say("home-search-example")} value={(*query).clone()} {oninput} autocomplete="off" />
                </form>
                <Link to={described(query.trim())} class="hero-describe">
                    { glyph(Icon::Message) }{ text.say("home-describe") }{ glyph(Icon::ArrowRight) }
                </Link>
                <p class="visually-hidden" role="status">
                    if let (Some(count), false) = (found, query.trim().is_empty()) { { text.fill("home-found", &[("count", count.into())]) } }
                </p>
                <Landscape />
            </section>
            <Waiting tickets={waiting.clone()} />
            <div class="home-columns">
                <section aria-labelledby="catalogue-title">
                    <h2 id="catalogue-title" class="section-title" tabindex="-1">{ text.say("home-catalogue") }</h2>
                    { draw(&services, Shape::Cards(6), |services| html! { <Catalogue services={services.clone()} query={(*query).clone()} /> }) }
                </section>
                <section aria-labelledby="open-title" class="home-mine">
                    <div class="section-head">
                        <h2 id="open-title" class="section-title">{ text.say("home-open") }</h2>
                        <Link to={href(&Route::MyTickets)}>{ text.say("home-all-mine") }</Link>
                    </div>
                    { draw(&tickets, Shape::Cards(2), |_| if !others.is_empty() {
                        html! { <TicketCards tickets={others.iter().take(SHOWN).cloned().collect::<Vec<_>>()} /> }
                    } else if waiting.is_empty() {
                        html! { <Empty icon={Icon::MoodSmile} title={text.say("home-none")} body={text.say("home-none-body")} /> }
                    } else {
                        html! { <p class="muted">{ text.say("home-no-others") }</p> }
                    }) }
                </section>
            </div>
        </>
    }
}
