//! Giving a filter a name, so that it stands below the queues; and sharing it by its address.

use super::queues::{list_address, query, unpaged};
use crate::browser;
use crate::preferences::{MOST_FILTERS, Prefer, Saving, use_preferences};
use crate::text::use_text;
use crate::ui::{Button, Icon, Look, use_toast};
use contract::tickets::TicketFilter;
use web_sys::{HtmlInputElement, SubmitEvent};
use yew::prelude::*;

#[derive(Clone, Properties, PartialEq)]
pub(super) struct SaveFilterProps {
    pub(super) filter: TicketFilter,
}

/// What can be done with the present filter: name it, rename it, drop its name, share it.
#[component]
pub(super) fn SaveFilter(props: &SaveFilterProps) -> Html {
    let (text, toast, preferences) = (use_text(), use_toast(), use_preferences());
    let naming = use_state(|| false);
    let node = use_node_ref();
    let query = query(&unpaged(&props.filter));
    {
        let naming = naming.setter();
        use_effect_with(query.clone(), move |_| naming.set(false));
    }
    use_effect_with(*naming, |naming| {
        if *naming {
            browser::focus("#filter-name");
        }
    });
    let known = preferences.filters.iter().find(|saved| saved.query == query).map(|saved| saved.name.clone());
    let set_naming = |on: bool| {
        let naming = naming.setter();
        Callback::from(move |()| naming.set(on))
    };
    let share = {
        let (text, toast, address) = (text.clone(), toast.clone(), list_address(&query));
        Callback::from(move |()| {
            let (text, toast) = (text.clone(), toast.clone());
            let origin = browser::window().location().origin().unwrap_or_default();
            let told = move |done| {
                toast.emit(text.say(if done { "saved-copied" } else { "saved-copy-by-hand" }));
            };
            browser::copy(&format!("{origin}{address}"), Callback::from(told));
        })
    };
    let drop = {
        let (preferences, query) = (preferences.dispatcher(), query.clone());
        Callback::from(move |()| preferences.dispatch(Prefer::Filter(Saving::Drop { query: query.clone() })))
    };
    let onsubmit = {
        let (node, naming, preferences) = (node.clone(), naming.setter(), preferences.dispatcher());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let name = node.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            if !name.trim().is_empty() {
                preferences.dispatch(Prefer::Filter(Saving::Name { query: query.clone(), name }));
                naming.set(false);
            }
        })
    };
    let full = known.is_none() && preferences.filters.len() >= MOST_FILTERS;
    html! {
        <div class="saving">
            if *naming {
                <form class="saving-form" {onsubmit}>
                    <label class="visually-hidden" for="filter-name">{ text.say("saved-name") }</label>
                    <input ref={node} id="filter-name" class="form-control" maxlength="60" placeholder={text.say("saved-name")} value={known.clone()} autocomplete="off" />
                    <Button look={Look::Primary} small=true submit=true>{ text.say("ui-save") }</Button>
                    <Button small=true onclick={set_naming(false)}>{ text.say("ui-cancel") }</Button>
                </form>
            } else if known.is_some() {
                <Button look={Look::Quiet} small=true icon={Icon::Pencil} onclick={set_naming(true)}>{ text.say("saved-rename") }</Button>
                <Button look={Look::Quiet} small=true icon={Icon::Trash} onclick={drop}>{ text.say("saved-drop") }</Button>
            } else if full {
                <span class="muted small">{ text.fill("saved-full", &[("most", MOST_FILTERS.into())]) }</span>
            } else {
                <Button look={Look::Quiet} small=true icon={Icon::Star} onclick={set_naming(true)} action="save-filter">{ text.say("saved-save") }</Button>
            }
            if !*naming { <Button look={Look::Quiet} small=true icon={Icon::Link} onclick={share}>{ text.say("saved-share") }</Button> }
        </div>
    }
}
