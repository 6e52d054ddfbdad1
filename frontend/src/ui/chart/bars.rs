//! Bars that lie: for few things with names of any length.

use super::figure::{Figure, Figures};
use super::geometry::{part, percent};
use super::{Mark, ink};
use crate::ui::Link;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct BarsProps {
    pub(crate) id: AttrValue,
    pub(crate) title: AttrValue,
    #[prop_or_default]
    pub(crate) about: Option<AttrValue>,
    /// What the rows are.
    pub(crate) rows: AttrValue,
    /// What is measured.
    pub(crate) measure: AttrValue,
    pub(crate) marks: Vec<Mark>,
    #[prop_or_default]
    pub(crate) class: Classes,
}

/// Bars that lie, one below the other; the longest fills the width.
#[component]
pub(crate) fn Bars(props: &BarsProps) -> Html {
    let longest = props.marks.iter().map(|mark| mark.value).fold(0.0, f64::max);
    let figures = vec![Figures { head: props.measure.clone(), marks: props.marks.clone() }];
    html! {
        <Figure id={props.id.clone()} title={props.title.clone()} about={props.about.clone()} rows={props.rows.clone()} {figures} class={props.class.clone()}>
            <ul class="bars">{ for props.marks.iter().map(|mark| bar(mark, longest)) }</ul>
        </Figure>
    }
}

fn bar(mark: &Mark, longest: f64) -> Html {
    let inside = html! {
        <>
            <span class="bar-label">{ mark.name() }</span>
            <span class="bar-words">{ &mark.words }</span>
            <svg class={classes!("bar", ink(mark.tone))} height="10" aria-hidden="true">
                <rect class="bar-track" width="100%" height="10" rx="5" />
                if mark.value > 0.0 {
                    <rect class="bar-fill" width={percent(100.0 * part(mark.value, longest))} height="10" rx="5" />
                }
            </svg>
        </>
    };
    html! {
        <li>
            if let Some(to) = &mark.to {
                <Link to={to.clone()} class="bar-row">{ inside }</Link>
            } else {
                <span class="bar-row">{ inside }</span>
            }
        </li>
    }
}
