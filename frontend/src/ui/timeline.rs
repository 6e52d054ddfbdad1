//! What happened, in order.

use super::icon::{Icon, glyph};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct TimelineProps {
    pub(crate) label: AttrValue,
    pub(crate) children: Html,
}

/// A list of entries.
#[component]
pub(crate) fn Timeline(props: &TimelineProps) -> Html {
    html! { <ol class="timeline" aria-label={props.label.clone()}>{ props.children.clone() }</ol> }
}

#[derive(Properties, PartialEq)]
pub(crate) struct EntryProps {
    pub(crate) icon: Icon,
    /// How it is told apart from others: a class of `styles/`.
    #[prop_or_default]
    pub(crate) class: Classes,
    /// Who did what, when.
    pub(crate) head: Html,
    /// Whether there is something to read besides.
    #[prop_or(true)]
    pub(crate) has_content: bool,
    #[prop_or_default]
    pub(crate) children: Html,
}

/// One entry.
#[component]
pub(crate) fn Entry(props: &EntryProps) -> Html {
    html! {
        <li class={classes!("entry", props.class.clone())}>
            <span class="entry-dot">{ glyph(props.icon) }</span>
            <div class="entry-body">
                <div class="entry-head">{ props.head.clone() }</div>
                if props.has_content { <div class="entry-content">{ props.children.clone() }</div> }
            </div>
        </li>
    }
}
