//! A list of offers below a text field: what combobox and command palette have in common (ARIA
//! APG 1.2, "Combobox Pattern"). The focus stays in the field; the list says which offer is meant.

use super::icon::{Icon, glyph};
use crate::browser;
use crate::order::in_order;
use crate::text::{fold, matches};
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

/// How many offers a page of the list has, for the keys that go a page further.
const PAGE: usize = 8;

/// Something to choose while typing.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) struct Offer {
    pub(crate) value: AttrValue,
    pub(crate) label: AttrValue,
    /// What tells it apart from others, in a line.
    pub(crate) hint: Option<AttrValue>,
    pub(crate) icon: Option<Icon>,
    /// The heading it stands under; without one when empty.
    pub(crate) group: AttrValue,
    /// Other words by which people look for it.
    pub(crate) words: AttrValue,
    /// The keys that do the same, to be learned by the way.
    pub(crate) keys: Option<AttrValue>,
    /// Found for what was typed by someone else, a server say: not to be looked through again.
    pub(crate) found: bool,
}

impl Offer {
    pub(crate) fn new(value: impl Into<AttrValue>, label: impl Into<AttrValue>) -> Self {
        Self { value: value.into(), label: label.into(), ..Self::default() }
    }
}

/// The offers that suit what was typed: those that begin with it first, those with a word that does
/// next, then the others. Groups stay together, in the order of their first appearance.
pub(crate) fn suited(query: &str, offers: &[Offer]) -> Vec<Offer> {
    let query = query.trim();
    let folded = fold(query);
    let mut kept: Vec<(usize, u8, &Offer)> = Vec::new();
    let mut groups: Vec<&AttrValue> = Vec::new();
    for offer in offers {
        let hint = offer.hint.as_deref().unwrap_or_default();
        if offer.found || matches(query, &[&offer.label, hint, &offer.words]) {
            let group = groups.iter().position(|group| **group == offer.group).unwrap_or(groups.len());
            if group == groups.len() {
                groups.push(&offer.group);
            }
            kept.push((group, rank(&folded, offer), offer));
        }
    }
    let kept = in_order(kept, |one, other| (one.0, one.1).cmp(&(other.0, other.1)));
    kept.into_iter().map(|(.., offer)| offer.clone()).collect()
}

fn rank(query: &str, offer: &Offer) -> u8 {
    let label = fold(&offer.label);
    if offer.found || label.starts_with(query) {
        0
    } else if label.split_whitespace().any(|word| word.starts_with(query)) {
        1
    } else {
        2
    }
}

/// The offer that a key leads to, going round at the ends; none when it is no such key or there is
/// nothing to go to.
pub(super) fn moved(key: &str, active: Option<usize>, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    match key {
        "ArrowDown" => Some(active.filter(|at| *at < last).map_or(0, |at| at + 1)),
        "ArrowUp" => Some(active.filter(|at| *at > 0).map_or(last, |at| at - 1)),
        "PageDown" => Some(active.map_or(0, |at| at.saturating_add(PAGE).min(last))),
        "PageUp" => Some(active.map_or(0, |at| at.saturating_sub(PAGE))),
        _ => None,
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct OffersProps {
    /// The id of the list; its options are this and their place.
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    pub(super) offers: Vec<Offer>,
    /// The place of the one that is meant.
    pub(super) active: Option<usize>,
    pub(super) onchoose: Callback<Offer>,
}

/// The list.
#[component]
pub(super) fn Offers(props: &OffersProps) -> Html {
    use_effect_with((props.active, props.offers.len()), {
        let id = props.id.clone();
        move |(active, _)| {
            if let Some(active) = active {
                reveal(&format!("{id}-{active}"));
            }
        }
    });
    let mut start = 0;
    let runs = props.offers.chunk_by(|one, next| one.group == next.group).map(|run| {
        let first = start;
        start += run.len();
        let options = run.iter().enumerate().map(|(index, offer)| option(props, first + index, offer));
        match run.first().map(|offer| &offer.group) {
            Some(group) if !group.is_empty() => html! {
                <div role="group" aria-labelledby={format!("{}-group-{first}", props.id)} class="offer-group">
                    <div class="offer-heading" id={format!("{}-group-{first}", props.id)}>{ group }</div>
                    { for options }
                </div>
            },
            _ => html! { <>{ for options }</> },
        }
    });
    html! {
        <div class="offers" role="listbox" id={props.id.clone()} aria-label={props.label.clone()}>{ for runs }</div>
    }
}

fn option(props: &OffersProps, index: usize, offer: &Offer) -> Html {
    let active = props.active == Some(index);
    let onclick = {
        let (onchoose, offer) = (props.onchoose.clone(), offer.clone());
        Callback::from(move |_: MouseEvent| onchoose.emit(offer.clone()))
    };
    // The focus is to stay in the field.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <div
            role="option"
            id={format!("{}-{index}", props.id)}
            class={classes!("offer", active.then_some("offer-on"))}
            aria-selected={if active { "true" } else { "false" }}
            data-value={offer.value.clone()}
            {onmousedown}
            {onclick}
        >
            if let Some(icon) = offer.icon { { glyph(icon) } }
            <span class="offer-text">
                <span class="offer-label">{ &offer.label }</span>
                if let Some(hint) = &offer.hint { <span class="offer-hint">{ hint }</span> }
            </span>
            if let Some(keys) = &offer.keys { <kbd>{ keys }</kbd> }
        </div>
    }
}

/// Scrolls the list, and nothing more than it takes, until an option can be seen.
fn reveal(id: &str) {
    if let Some(element) = browser::document().get_element_by_id(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offer(group: &'static str, label: &'static str) -> Offer {
        Offer { group: group.into(), ..Offer::new(label, label) }
    }

    fn labels(offers: &[Offer]) -> Vec<&str> {
        offers.iter().map(|offer| offer.label.as_str()).collect()
    }

    #[test]
    fn what_begins_like_it_comes_first_and_groups_stay_together() {
        let offers = [
            offer("Ir a", "Todos los casos"),
            offer("Ir a", "Mis casos"),
            offer("Hacer", "Asignar el caso"),
            offer("Ir a", "Casos vencidos"),
        ];
        assert_eq!(
            labels(&suited("casos", &offers)),
            ["Casos vencidos", "Todos los casos", "Mis casos", "Asignar el caso"]
        );
        assert_eq!(labels(&suited("Ásig", &offers)), ["Asignar el caso"]);
        assert_eq!(suited("", &offers).len(), 4);
        assert!(suited("nada de eso", &offers).is_empty());
    }

    #[test]
    fn other_words_and_what_a_server_found_count_too() {
        let known = Offer { words: "oscuro claro".into(), ..offer("", "Cambiar la apariencia") };
        let found = Offer { found: true, ..offer("", "TIC-1042") };
        let offers = [known, found];
        assert_eq!(labels(&suited("oscuro", &offers)), ["TIC-1042", "Cambiar la apariencia"]);
        assert_eq!(labels(&suited("xyz", &offers)), ["TIC-1042"]);
    }

    #[test]
    fn keys_go_round() {
        assert_eq!(moved("ArrowDown", None, 3), Some(0));
        assert_eq!(moved("ArrowDown", Some(2), 3), Some(0));
        assert_eq!(moved("ArrowUp", None, 3), Some(2));
        assert_eq!(moved("ArrowUp", Some(0), 3), Some(2));
        assert_eq!(moved("PageDown", Some(1), 30), Some(9));
        assert_eq!(moved("PageUp", Some(3), 30), Some(0));
        assert_eq!(moved("ArrowDown", None, 0), None);
        assert_eq!(moved("a", None, 3), None);
        // The list may have grown shorter under what was meant.
        assert_eq!(moved("ArrowDown", Some(9), 3), Some(0));
    }
}
