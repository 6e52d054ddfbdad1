//! A ring of shares: how a whole is made up, of six parts at most.

use super::figure::{Figure, Figures};
use super::geometry::{shares, short};
use super::{Mark, series};
use crate::text::use_text;
use crate::ui::Link;
use yew::prelude::*;

/// What is left free between two shares, in hundredths of the ring.
const GAP: f64 = 0.8;

#[derive(Properties, PartialEq)]
pub(crate) struct RingProps {
    pub(crate) id: AttrValue,
    pub(crate) title: AttrValue,
    #[prop_or_default]
    pub(crate) about: Option<AttrValue>,
    /// What the shares are of.
    pub(crate) rows: AttrValue,
    /// What is measured.
    pub(crate) measure: AttrValue,
    pub(crate) marks: Vec<Mark>,
    /// The whole, in words, for the middle.
    pub(crate) whole: AttrValue,
    #[prop_or_default]
    pub(crate) class: Classes,
}

/// A ring of shares, with the names beside it.
#[component]
pub(crate) fn Ring(props: &RingProps) -> Html {
    let text = use_text();
    let values: Vec<f64> = props.marks.iter().map(|mark| mark.value).collect();
    let shares = shares(&values);
    let arcs =
        shares.iter().enumerate().filter(|(_, (_, length))| *length > 0.0).map(|(index, (start, length))| {
            let drawn = if *length < 100.0 { (length - GAP).max(0.2) } else { 100.0 };
            html! {
                <circle
                    class={classes!("share", series(index))}
                    cx="60" cy="60" r="50"
                    pathLength="100"
                    stroke-dasharray={format!("{} {}", short(drawn), short(100.0 - drawn))}
                    stroke-dashoffset={short(-start)}
                />
            }
        });
    let names = props.marks.iter().zip(&shares).enumerate().map(|(index, (mark, (_, length)))| {
        let inside = html! {
            <>
                <span class={classes!("swatch", series(index))} aria-hidden="true"></span>
                <span class="legend-label">{ mark.name() }</span>
                <span class="legend-words">{ &mark.words }</span>
                <span class="legend-share muted">{ text.percent(length / 100.0, 0) }</span>
            </>
        };
        html! {
            <li>
                if let Some(to) = &mark.to {
                    <Link to={to.clone()} class="legend-entry">{ inside }</Link>
                } else {
                    <span class="legend-entry">{ inside }</span>
                }
            </li>
        }
    });
    let figures = vec![Figures { head: props.measure.clone(), marks: props.marks.clone() }];
    html! {
        <Figure id={props.id.clone()} title={props.title.clone()} about={props.about.clone()} rows={props.rows.clone()} {figures} class={props.class.clone()}>
            <div class="ring">
                <svg class="ring-drawing" viewBox="0 0 120 120" width="148" height="148" aria-hidden="true">
                    <g transform="rotate(-90 60 60)">{ for arcs }</g>
                    <text class="ring-whole" x="60" y="60" dy="0.34em" text-anchor="middle">{ &props.whole }</text>
                </svg>
                <ul class="legend">{ for names }</ul>
            </div>
        </Figure>
    }
}
