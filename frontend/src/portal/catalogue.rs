//! The catalogue of services as cards, by category.

use crate::route::Route;
use crate::text::{matches, use_text};
use crate::tickets::category_icon;
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
            if !props.query.trim().is_empty() { <Describe query={props.query.clone()} nothing={found.is_empty()} /> }
            <div class="shelves">
                { for categories.into_iter().map(|category| html! {
                    <div class="panel shelf" key={category.to_owned()}>
                        <h3 class="shelf-title"><span class="shelf-icon">{ glyph(category_icon(category)) }</span>{ category.to_owned() }</h3>
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
    let to = register_with(&[("service", &service.key)]);
    html! {
        <li key={service.key.clone()}>
            <Link {to} class="service">
                <span class="service-words">
                    <span class="service-name">{ &service.name }</span>
                    <span class="service-about">{ &service.description }</span>
                </span>
                { glyph(Icon::ChevronRight) }
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
    let to = described(props.query.trim());
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

/// Where Enter leads: to the only service that fits, or to describing it when none does.
pub(super) fn straight_to(services: &[Service], query: &str) -> Option<AttrValue> {
    match (query.trim(), found(services, query).as_slice()) {
        ("", _) => None,
        (query, []) => Some(described(query)),
        (_, [only]) => Some(register_with(&[("service", &only.key)])),
        _ => None,
    }
}

/// The form, with what was typed as its subject.
pub(super) fn described(query: &str) -> AttrValue {
    if query.is_empty() { href(&Route::Register) } else { register_with(&[("subject", query)]) }
}

/// The form, with some of it filled in.
pub(super) fn register_with(query: &[(&str, &str)]) -> AttrValue {
    let query = serde_html_form::to_string(query).unwrap_or_default();
    format!("{}?{query}", href(&Route::Register)).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::tickets::Kind;

    fn service(key: &str, name: &str) -> Service {
        Service {
            id: uuid::Uuid::nil(),
            key: key.to_owned(),
            name: name.to_owned(),
            category: "Correo".to_owned(),
            description: String::new(),
            kind: Kind::Request,
            needs_authorisation: false,
        }
    }

    #[test]
    fn enter_goes_where_there_is_only_one_way() {
        let services = [service("mailbox", "Buzón nuevo"), service("share", "Buzón compartido")];
        assert_eq!(straight_to(&services, " "), None);
        assert_eq!(straight_to(&services, "buzon"), None);
        assert_eq!(straight_to(&services, "buzon nuevo").as_deref(), Some("/portal/new?service=mailbox"));
        let described = straight_to(&services, "se cayó").unwrap();
        assert!(described.starts_with("/portal/new?subject=se+cay"), "{described}");
    }
}
