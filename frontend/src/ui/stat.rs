//! A tile with one figure: large, with what it means, how it went, and where it leads.

use super::badge::Tone;
use super::chart::{ink, meter, spark};
use super::icon::{Icon, glyph};
use super::link::Link;
use crate::text::use_text;
use yew::prelude::*;

/// How a figure stands beside the one before it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Change {
    /// "+3,1 puntos"
    pub(crate) words: AttrValue,
    pub(crate) up: bool,
    /// Whether that is good news; neither when it is just news.
    pub(crate) good: Option<bool>,
}

#[derive(Properties, PartialEq)]
pub(crate) struct StatProps {
    pub(crate) label: AttrValue,
    /// The figure, as people read it.
    pub(crate) value: AttrValue,
    /// What comes behind it in small letters: "%", "de 5".
    #[prop_or_default]
    pub(crate) unit: Option<AttrValue>,
    /// What it is made of: "128 de 136", with links of its own if need be.
    #[prop_or_default]
    pub(crate) detail: Html,
    #[prop_or_default]
    pub(crate) tone: Tone,
    /// Which part of the whole is reached, between 0 and 1.
    #[prop_or_default]
    pub(crate) reached: Option<f64>,
    /// Which part is the goal.
    #[prop_or_default]
    pub(crate) goal: Option<f64>,
    #[prop_or_default]
    pub(crate) change: Option<Change>,
    /// How it went.
    #[prop_or_default]
    pub(crate) trend: Vec<f64>,
    #[prop_or_default]
    pub(crate) to: Option<AttrValue>,
}

/// A tile with one figure. Several of them are the entries of a list of the class `stats`.
#[component]
pub(crate) fn Stat(props: &StatProps) -> Html {
    let text = use_text();
    let label = match &props.to {
        Some(to) => html! { <Link to={to.clone()} class="stat-link">{ &props.label }</Link> },
        None => html! { { &props.label } },
    };
    html! {
        <li class={classes!("panel", "stat", ink(props.tone))}>
            <span class="stat-label">{ label }</span>
            <span class="stat-line">
                <span class="stat-value">
                    { &props.value }
                    if let Some(unit) = &props.unit { <span class="stat-unit">{ " " }{ unit }</span> }
                </span>
                if let Some(change) = &props.change {
                    <span title={text.say("ui-than-before")} class={classes!("stat-change", change.good.map(|good| if good { "ink-good" } else { "ink-bad" }))}>
                        <span class={classes!((!change.up).then_some("stat-down"))}>{ glyph(Icon::ArrowUp) }</span>
                        { &change.words }<span class="visually-hidden">{ " " }{ text.say("ui-than-before") }</span>
                    </span>
                }
            </span>
            if let Some(reached) = props.reached { { meter(reached, props.goal) } }
            <span class="stat-more">{ props.detail.clone() }</span>
            if props.trend.len() > 1 { { spark(&props.trend) } }
        </li>
    }
}
