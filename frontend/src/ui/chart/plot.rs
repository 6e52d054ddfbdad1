//! What columns and lines are drawn on: the scale at the side, lines across, labels below, and a
//! band for each place that shows its value when pointed at.

use super::Mark;
use super::geometry::{band, every, part, percent, short};
use crate::ui::Link;
use yew::prelude::*;

/// How high the drawing is, in pixels, and how much the labels below it take.
pub(super) const HEIGHT: f64 = 176.0;
const BELOW: f64 = 26.0;
/// Room above, for the value of what reaches the top.
const ABOVE: f64 = 18.0;
/// How many labels fit below a wide chart.
const LABELS: usize = 8;

/// The height of a value from the top of the drawing.
pub(super) fn from_top(value: f64, top: f64) -> f64 {
    ABOVE + HEIGHT * (1.0 - part(value, top))
}

/// The ground of a drawing. `ticks` are values of the scale with their words; `shapes` are drawn on
/// it. Screen readers have the table instead.
pub(super) fn plot(ticks: &[(f64, AttrValue)], labels: &[Mark], shapes: Html) -> Html {
    let top = ticks.last().map_or(1.0, |(top, _)| *top);
    let height = (ABOVE + HEIGHT + BELOW).to_string();
    let step = every(labels.len(), LABELS);
    let widest = ticks.iter().map(|(_, words)| words.chars().count()).max().unwrap_or(1);
    // Seven pixels a letter.
    let side = short(f64::from(u16::try_from(widest).unwrap_or(9)) * 7.0 + 8.0);
    html! {
        <div class="plot" aria-hidden="true">
            <svg class="plot-scale" width={side.clone()} height={height.clone()}>
                { for ticks.iter().map(|(value, words)| html! {
                    <text x={side.clone()} dx="-8" y={short(from_top(*value, top))} dy="0.32em" text-anchor="end">{ words }</text>
                }) }
            </svg>
            <svg class="plot-ground" {height}>
                { for ticks.iter().map(|(value, _)| {
                    let y = short(from_top(*value, top));
                    html! { <line class="plot-line" x1="0" x2="100%" y1={y.clone()} y2={y} /> }
                }) }
                { shapes }
                { for labels.iter().enumerate().filter(|(place, _)| place % step == 0).map(|(place, mark)| {
                    let (start, width) = band(place, labels.len());
                    html! {
                        <text class={classes!("plot-label", (place / step % 2 == 1).then_some("plot-label-odd"))}
                            x={percent(start + width / 2.0)} y={short(ABOVE + HEIGHT + BELOW - 8.0)} text-anchor="middle">{ &mark.label }</text>
                    }
                }) }
            </svg>
        </div>
    }
}

/// Everything at one place across: leads where its mark leads, and says its value when pointed at.
pub(super) fn place(marks: &[&Mark], place: usize, places: usize, top: f64, shape: Html) -> Html {
    let (start, width) = band(place, places);
    let highest = marks.iter().map(|mark| mark.value).fold(0.0, f64::max);
    let words: Vec<&str> = marks.iter().map(|mark| &*mark.words).collect();
    let words = words.join(" · ");
    let Some(mark) = marks.first() else { return Html::default() };
    let inside = html! {
        <>
            <title>{ format!("{}: {words}", mark.name()) }</title>
            <rect class="mark-band" x={percent(start)} width={percent(width)} y="0" height={short(ABOVE + HEIGHT)} />
            { shape }
            <text class="mark-words" x={percent(start + width / 2.0)} y={short(from_top(highest, top) - 7.0)} text-anchor="middle">{ words }</text>
        </>
    };
    match &mark.to {
        Some(to) => html! { <Link to={to.clone()} class="mark" pointer_only=true>{ inside }</Link> },
        None => html! { <g class="mark">{ inside }</g> },
    }
}
