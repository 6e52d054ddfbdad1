//! "¿En qué podemos ayudarle?": one search over the services, and how one's own cases stand.

use super::catalogue::Catalogue;
use super::mine::TicketCards;
use crate::api;
use crate::hooks::{use_poll, use_remote};
use crate::layout::Landscape;
use crate::route::Route;
use crate::text::use_text;
use crate::ui::{Empty, Icon, Link, PageTitle, Shape, draw, glyph, href, use_ready};
use contract::catalog::CatalogFilter;
use contract::tickets::{Sort, TicketFilter};
use web_sys::{HtmlInputElement, SubmitEvent};
use yew::prelude::*;

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
            limit: Some(6),
            ..TicketFilter::default()
        };
        api::tickets::list(&client, &filter).await
    });
    use_poll(60, true, tickets.reload.clone());
    use_ready(!services.is_loading() && !tickets.is_loading());
    let oninput = {
        let query = query.setter();
        Callback::from(move |event: InputEvent| {
            query.set(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
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
                <p class="visually-hidden" role="status">
                    if let (Some(count), false) = (found, query.trim().is_empty()) { { text.fill("home-found", &[("count", count.into())]) } }
                </p>
                <Landscape />
            </section>
            <div class="home-columns">
                <section aria-labelledby="catalogue-title">
                    <h2 id="catalogue-title" class="section-title">{ text.say("home-catalogue") }</h2>
                    { draw(&services, Shape::Cards(6), |services| html! { <Catalogue services={services.clone()} query={(*query).clone()} /> }) }
                </section>
                <section aria-labelledby="open-title" class="home-mine">
                    <div class="section-head">
                        <h2 id="open-title" class="section-title">{ text.say("home-open") }</h2>
                        <Link to={href(&Route::MyTickets)}>{ text.say("home-all-mine") }</Link>
                    </div>
                    { draw(&tickets, Shape::Cards(2), |page| if page.items.is_empty() {
                        html! { <Empty icon={Icon::MoodSmile} title={text.say("home-none")} body={text.say("home-none-body")} /> }
                    } else {
                        html! { <TicketCards tickets={page.items.clone()} /> }
                    }) }
                </section>
            </div>
        </>
    }
}
