//! The service somebody wants: chosen from the list, and shown as a card once it is.

use crate::text::use_text;
use crate::tickets::category_icon;
use crate::ui::{Button, Choosable, Select, Shelf, glyph};
use contract::catalog::Service;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ServiceQuestionProps {
    pub(super) services: Rc<Vec<Service>>,
    /// Key of the one that is chosen; empty for none.
    pub(super) value: AttrValue,
    pub(super) error: Option<String>,
    pub(super) onchange: Callback<String>,
    /// An agent sees the list all the time: they change it more often than they read it.
    pub(super) desk: bool,
}

/// Which service it is, if the person knows.
#[component]
pub(super) fn ServiceQuestion(props: &ServiceQuestionProps) -> Html {
    let text = use_text();
    let chosen = props.services.iter().find(|service| props.value == service.key.as_str());
    let shelves = Shelf::sorted(props.services.iter().map(|service| {
        (service.category.clone(), Choosable::new(service.key.clone(), service.name.clone()))
    }));
    let change = props.onchange.reform(|()| String::new());
    let note = |service: &Service| {
        html! {
            <>
                <p>{ &service.description }</p>
                if service.needs_authorisation { <p class="muted">{ text.say("service-needs-authorisation") }</p> }
            </>
        }
    };
    match chosen.filter(|_| !props.desk) {
        Some(service) => html! {
            <div class="field" role="group" aria-label={text.say("register-service")}>
                <div class="service-chosen">
                    <span class="shelf-icon">{ glyph(category_icon(&service.category)) }</span>
                    <div class="service-chosen-words">
                        <p class="service-chosen-name">{ &service.name }</p>
                        { note(service) }
                    </div>
                    <Button small=true onclick={change} action="change-service">{ text.say("register-service-change") }</Button>
                </div>
            </div>
        },
        None => html! {
            <>
                <Select name="service" label={text.say("register-service")} hint={text.say("register-service-hint")} error={props.error.clone()} value={props.value.clone()} onchange={props.onchange.clone()} none={text.say("register-service-none")} {shelves} />
                if let Some(service) = chosen { <div class="service-note">{ note(service) }</div> }
            </>
        },
    }
}
