//! Tabs: one panel of several in sight (ARIA APG, "Tabs"). Arrow keys go from tab to tab; the
//! whole row is one stop of the tabulator.

use super::icon::{Icon, glyph};
use crate::browser;
use yew::prelude::*;

/// A tab and what it shows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tab {
    pub(crate) key: AttrValue,
    pub(crate) label: AttrValue,
    pub(crate) icon: Option<Icon>,
    pub(crate) panel: Html,
}

#[derive(Properties, PartialEq)]
pub(crate) struct TabsProps {
    /// Of the row; its tabs' ids begin with it.
    pub(crate) id: AttrValue,
    pub(crate) label: AttrValue,
    pub(crate) tabs: Vec<Tab>,
    /// The key of the tab in sight; the first when there is no such key.
    pub(crate) selected: AttrValue,
    pub(crate) onselect: Callback<AttrValue>,
}

/// Tabs.
#[component]
pub(crate) fn Tabs(props: &TabsProps) -> Html {
    let place = props.tabs.iter().position(|tab| tab.key == props.selected).unwrap_or(0);
    let Some(shown) = props.tabs.get(place) else { return Html::default() };
    let tab_id = |tab: &Tab| format!("{}-{}", props.id, tab.key);
    let panel_id = format!("{}-panel", props.id);
    let onkeydown = {
        let ids: Vec<(AttrValue, String)> =
            props.tabs.iter().map(|tab| (tab.key.clone(), tab_id(tab))).collect();
        let onselect = props.onselect.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let Some((key, id)) = moved(&event.key(), place, ids.len()).and_then(|next| ids.get(next)) {
                event.prevent_default();
                onselect.emit(key.clone());
                browser::focus(&format!("[id=\"{id}\"]"));
            }
        })
    };
    html! {
        <div class="tabbed">
            <div class="tablist" role="tablist" aria-label={props.label.clone()} {onkeydown}>
                { for props.tabs.iter().enumerate().map(|(index, tab)| {
                    let selected = index == place;
                    let onclick = { let key = tab.key.clone(); props.onselect.reform(move |_: MouseEvent| key.clone()) };
                    html! {
                        <button
                            type="button"
                            role="tab"
                            id={tab_id(tab)}
                            class="tablist-tab"
                            aria-selected={if selected { "true" } else { "false" }}
                            aria-controls={selected.then(|| panel_id.clone())}
                            tabindex={if selected { "0" } else { "-1" }}
                            {onclick}
                        >
                            if let Some(icon) = tab.icon { { glyph(icon) } }
                            { &tab.label }
                        </button>
                    }
                }) }
            </div>
            <div class="tabpanel" role="tabpanel" key={shown.key.to_string()} id={panel_id.clone()} aria-labelledby={tab_id(shown)} tabindex="0">
                { shown.panel.clone() }
            </div>
        </div>
    }
}

/// The tab that a key leads to, going round at the ends.
fn moved(key: &str, place: usize, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    match key {
        "ArrowRight" => Some(if place >= last { 0 } else { place + 1 }),
        "ArrowLeft" => Some(place.checked_sub(1).unwrap_or(last)),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn arrows_go_round() {
        assert_eq!(moved("ArrowRight", 2, 3), Some(0));
        assert_eq!(moved("ArrowLeft", 0, 3), Some(2));
        assert_eq!(moved("Home", 2, 3), Some(0));
        assert_eq!(moved("End", 0, 3), Some(2));
        assert_eq!(moved("Tab", 0, 3), None);
        assert_eq!(moved("End", 0, 0), None);
    }
}
