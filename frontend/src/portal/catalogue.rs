//! The catalogue of services as cards, by category.

use crate::route::Route;
use crate::text::{matches, use_text};
use crate::ui::{Icon, Link, glyph, href};
use contract::catalog::Service;
use std::rc::Rc;
use yew::prelude::*;

/// The services that fit what was typed.
pub(super) fn found<'a>(services: &'a [Service], query: &str) -> Vec<&'a Service> {
    let fits = |service: &&Service| matches(query, &[&service.name, &service.description, &service.category]);
    services.iter().filter(fits).collect()
}

#[derive(Properties, PartialEq)]
pub(super) struct CatalogueProps {
    pub(super) services: Rc<Vec<Service>>,
    pub(super) query: AttrValue,
}

/// Cards under the name of their category, and the way out for whoever finds none.
#[component]
pub(super) fn Catalogue(props: &CatalogueProps) -> Html {
    let text = use_text();
    let found = found(&props.services, &props.query);
    let mut categories: Vec<&str> = Vec::new();
    for service in &found {
        if !categories.contains(&service.category.as_str()) {
            categories.push(&service.category);
        }
    }
    html! {
        <>
            <Describe query={props.query.clone()} nothing={found.is_empty()} />
            <div class="shelves">
                { for categories.into_iter().map(|category| html! {
                    <div class="panel shelf" key={category.to_owned()}>
                        <h3 class="shelf-title">{ glyph(icon(category)) }{ category.to_owned() }</h3>
                        <ul class="services">
                            { for found.iter().filter(|service| service.category == category).map(|service| card(service)) }
                        </ul>
                    </div>
                }) }
            </div>
            if found.is_empty() { <p class="muted">{ text.say("home-nothing") }</p> }
        </>
    }
}

fn card(service: &Service) -> Html {
    let to = with_query(&[("service", &service.key)]);
    html! {
        <li key={service.key.clone()}>
            <Link {to} class="service">
                <span class="service-name">{ &service.name }</span>
                <span class="service-about">{ &service.description }</span>
            </Link>
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct DescribeProps {
    query: AttrValue,
    nothing: bool,
}

/// "Just describe it": what was typed becomes the subject.
#[component]
fn Describe(props: &DescribeProps) -> Html {
    let text = use_text();
    let query = props.query.trim();
    let to = if query.is_empty() { href(&Route::Register) } else { with_query(&[("subject", query)]) };
    html! {
        <Link {to} class={classes!("describe", props.nothing.then_some("describe-strong"))}>
            <span class="describe-icon">{ glyph(Icon::Message) }</span>
            <span>
                <span class="service-name">{ text.say("home-describe") }</span>
                <span class="service-about">{ text.say("home-describe-about") }</span>
            </span>
            { glyph(Icon::ArrowRight) }
        </Link>
    }
}

fn with_query(query: &[(&str, &str)]) -> AttrValue {
    let query = serde_html_form::to_string(query).unwrap_or_default();
    format!("{}?{query}", href(&Route::Register)).into()
}

/// An icon that suits a category, by the words in its name: categories are data of the project.
fn icon(category: &str) -> Icon {
    let known = [
        ("correo", Icon::Mail),
        ("colabora", Icon::Messages),
        ("red", Icon::Network),
        ("internet", Icon::World),
        ("impres", Icon::Printer),
        ("cuenta", Icon::Key),
        ("acceso", Icon::Key),
        ("segur", Icon::Lock),
        ("equipo", Icon::DeviceDesktop),
        ("puesto", Icon::DeviceDesktop),
        ("software", Icon::Apps),
        ("sistema", Icon::Database),
        ("informacion", Icon::Database),
        ("telefon", Icon::Phone),
    ];
    let category = crate::text::fold(category);
    known.into_iter().find(|(word, _)| category.contains(word)).map_or(Icon::Category, |(_, icon)| icon)
}
