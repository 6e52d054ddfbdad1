//! The command palette: everything the console can do or go to, by typing a few letters of it; and
//! any ticket, by its number or its words.

use super::commands::Shown;
use super::offers::{Command, of_ticket, places, settings, tickets};
use crate::api;
use crate::browser;
use crate::hooks::{use_debounced, use_remote};
use crate::preferences::{Prefer, use_preferences};
use crate::session::use_me;
use crate::text::use_text;
use crate::ui::{Offer, Palette, go};
use contract::tickets::{Sort, TicketFilter};
use yew::prelude::*;
use yew_router::prelude::*;

/// How many tickets are offered for what is typed.
const FOUND: u16 = 8;

#[derive(Clone, Properties)]
pub(super) struct CommandPaletteProps {
    /// The ticket on the screen.
    pub(super) shown: Option<Shown>,
    pub(super) onclose: Callback<()>,
    pub(super) open_help: Callback<()>,
}

impl PartialEq for CommandPaletteProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// The palette, open for as long as it is drawn.
#[component]
pub(super) fn CommandPalette(props: &CommandPaletteProps) -> Html {
    let (text, me, preferences) = (use_text(), use_me(), use_preferences());
    let navigator = use_navigator().expect("the console is drawn inside the router");
    let typed = use_state(String::new);
    let rested = use_debounced((*typed).clone());
    let found = use_remote(rested.clone(), |client, words| async move {
        if words.trim().chars().count() < 3 {
            return Ok(Vec::new());
        }
        let filter = TicketFilter {
            q: Some(words.trim().to_owned()),
            sort: Some(Sort::LastChangedFirst),
            limit: Some(FOUND),
            ..TicketFilter::default()
        };
        Ok(api::tickets::list(&client, &filter).await?.items)
    });
    let projects: Vec<&str> =
        me.memberships.iter().map(|membership| membership.project.key.as_str()).collect();
    let mut offers = props.shown.as_ref().map(|shown| of_ticket(shown, &text)).unwrap_or_default();
    offers.extend(places(&me, &preferences.filters, &text));
    offers.extend(settings(preferences.theme, preferences.locale, &text));
    let known = found.value.as_ref().map(|found| found.as_slice()).unwrap_or_default();
    offers.extend(tickets(&typed, known, &projects, &text));
    let onchoose = {
        let (shown, open_help) = (props.shown.clone(), props.open_help.clone());
        Callback::from(move |offer: Offer| match Command::read(&offer.value) {
            Some(Command::Go(to)) => go(&navigator, &to),
            Some(Command::Act(action)) => {
                if let Some(shown) = &shown {
                    shown.choose.emit(action);
                }
            }
            Some(Command::Write { internal }) => {
                let wanted = if internal { "internal" } else { "public" };
                if let Some(form) = browser::document().query_selector("[data-form=comment]").ok().flatten() {
                    browser::press_within(&form, &format!("[name=visibility][value={wanted}]"));
                }
                browser::focus("#body");
            }
            Some(Command::Theme(theme)) => preferences.dispatch(Prefer::Theme(theme)),
            Some(Command::Locale(locale)) => preferences.dispatch(Prefer::Locale(locale)),
            Some(Command::Help) => open_help.emit(()),
            None => {}
        })
    };
    let ontype = {
        let typed = typed.setter();
        Callback::from(move |words: String| typed.set(words))
    };
    html! {
        <Palette
            label={text.say("palette")}
            placeholder={text.say("palette-placeholder")}
            {offers}
            {onchoose}
            onclose={props.onclose.clone()}
            {ontype}
            busy={found.is_loading() || *typed != rested}
        />
    }
}
