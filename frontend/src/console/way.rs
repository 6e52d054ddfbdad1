//! The way through a list, on the page of one of its tickets: back to it, on to the next.

use super::keymap::{Deed, Scope, deed};
use super::queues::{Queue, list_address, list_name, query};
use super::trail::{Standing, Trail};
use crate::hooks::use_shortcuts;
use crate::preferences::use_preferences;
use crate::route::Route;
use crate::text::use_text;
use crate::ui::{Icon, Link, glyph, go, href, use_toast};
use yew::prelude::*;
use yew_router::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct WayProps {
    pub(super) number: AttrValue,
}

/// Back to the list, and to the ticket's neighbours in it.
#[component]
pub(super) fn Way(props: &WayProps) -> Html {
    let (text, toast, preferences) = (use_text(), use_toast(), use_preferences());
    let navigator = use_navigator().expect("the console is drawn inside the router");
    let trail = use_memo((), |()| {
        Trail::kept().unwrap_or_else(|| Trail::new(query(&Queue::Unattended.filter()), Vec::new()))
    });
    let standing = trail.standing(&props.number);
    let back = list_address(&trail.query);
    {
        let (standing, back, text) = (standing.clone(), back.clone(), text.clone());
        use_shortcuts(Callback::from(move |keys: String| {
            let wanted = deed(Scope::Ticket, &keys);
            let to = match (wanted, &standing) {
                (Some(Deed::Back), _) => back.clone(),
                (Some(Deed::NextTicket), Some(Standing { next: Some(number), .. }))
                | (Some(Deed::PreviousTicket), Some(Standing { previous: Some(number), .. })) => {
                    ticket(number)
                }
                // Beyond the end of the list there is the list, which may have grown meanwhile.
                (Some(Deed::NextTicket | Deed::PreviousTicket), _) => {
                    toast.emit(text.say("way-end"));
                    back.clone()
                }
                _ => return false,
            };
            go(&navigator, &to);
            true
        }));
    }
    let neighbour = |number: &Option<String>, icon: Icon, key: &str| match number {
        Some(number) => html! {
            <Link to={ticket(number)} class="btn btn-plain btn-sm way-step" name={text.fill(key, &[("number", number.into())])}>{ glyph(icon) }</Link>
        },
        None => {
            html! { <span class="btn btn-plain btn-sm way-step way-none" aria-hidden="true">{ glyph(icon) }</span> }
        }
    };
    html! {
        <nav class="way" aria-label={text.say("way")}>
            <Link to={back} class="back">{ glyph(Icon::ArrowLeft) }{ list_name(&trail.query, &preferences.filters, &text) }</Link>
            if let Some(standing) = &standing {
                <span class="way-place muted small">{ text.fill("way-place", &[("place", standing.place.into()), ("total", standing.total.into())]) }</span>
                { neighbour(&standing.previous, Icon::ChevronUp, "way-previous") }
                { neighbour(&standing.next, Icon::ChevronDown, "way-next") }
            }
        </nav>
    }
}

fn ticket(number: &str) -> AttrValue {
    href(&Route::Ticket { number: number.to_owned() })
}
