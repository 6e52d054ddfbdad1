//! Something that unfolds: the browser's own `<details>`.

use super::icon::{Icon, glyph};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct DisclosureProps {
    pub(crate) summary: AttrValue,
    #[prop_or_default]
    pub(crate) open: bool,
    #[prop_or_default]
    pub(crate) class: Classes,
    /// Called when it unfolds.
    #[prop_or_default]
    pub(crate) onopen: Callback<()>,
    pub(crate) children: Html,
}

/// Something that unfolds.
#[component]
pub(crate) fn Disclosure(props: &DisclosureProps) -> Html {
    let ontoggle = props.onopen.reform(|_: Event| ());
    html! {
        <details class={classes!("unfold", props.class.clone())} open={props.open} {ontoggle}>
            <summary>{ &props.summary }{ glyph(Icon::ChevronDown) }</summary>
            { props.children.clone() }
        </details>
    }
}
