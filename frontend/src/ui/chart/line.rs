//! Lines over time: how one or a few things went, day by day. The first has its area filled.

use super::figure::{Figure, Figures};
use super::geometry::{area, band, path, percent, points, short, ticks};
use super::plot::{HEIGHT, from_top, place, plot};
use super::{Mark, series};
use crate::text::use_text;
use yew::prelude::*;

/// One line: a mark for each place across, the same places as in the others.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Series {
    pub(crate) label: AttrValue,
    pub(crate) marks: Vec<Mark>,
}

#[derive(Properties, PartialEq)]
pub(crate) struct LineProps {
    pub(crate) id: AttrValue,
    pub(crate) title: AttrValue,
    #[prop_or_default]
    pub(crate) about: Option<AttrValue>,
    /// What the places across are.
    pub(crate) rows: AttrValue,
    pub(crate) series: Vec<Series>,
    #[prop_or_default]
    pub(crate) class: Classes,
}

/// Lines over time.
#[component]
pub(crate) fn Line(props: &LineProps) -> Html {
    let text = use_text();
    let values: Vec<Vec<f64>> =
        props.series.iter().map(|line| line.marks.iter().map(|mark| mark.value).collect()).collect();
    let highest = values.iter().flatten().copied().fold(0.0, f64::max);
    let whole = values.iter().flatten().all(|value| value.fract() == 0.0);
    let scale: Vec<_> = ticks(highest, whole).into_iter().map(|tick| (tick, text.number(tick))).collect();
    let top = scale.last().map_or(1.0, |(top, _)| *top);
    let labels = props.series.first().map(|line| line.marks.as_slice()).unwrap_or_default();
    let lines = values.iter().enumerate().rev().map(|(index, values)| {
        let points = points(values, top);
        html! {
            <g class={series(index)}>
                if index == 0 { <path class="area" d={area(&points)} /> }
                <path class="line" d={path(&points)} vector-effect="non-scaling-stroke" />
            </g>
        }
    });
    let places = (0..labels.len()).map(|index| {
        let marks: Vec<&Mark> = props.series.iter().filter_map(|line| line.marks.get(index)).collect();
        let (start, width) = band(index, labels.len());
        let dots = marks.iter().enumerate().map(|(line, mark)| html! {
            <circle class={classes!("dot", series(line), (labels.len() == 1).then_some("dot-alone"))} cx={percent(start + width / 2.0)} cy={short(from_top(mark.value, top))} r="4" />
        });
        place(&marks, index, labels.len(), top, html! { { for dots } })
    });
    let shapes = html! {
        <>
            <svg y={short(from_top(top, top))} width="100%" height={short(HEIGHT)} viewBox="0 0 100 100" preserveAspectRatio="none" class="lines">
                { for lines }
            </svg>
            { for places }
        </>
    };
    let figures =
        props.series.iter().map(|line| Figures { head: line.label.clone(), marks: line.marks.clone() });
    html! {
        <Figure id={props.id.clone()} title={props.title.clone()} about={props.about.clone()} rows={props.rows.clone()} figures={figures.collect::<Vec<_>>()} class={props.class.clone()}>
            if props.series.len() > 1 {
                <ul class="legend legend-row">
                    { for props.series.iter().enumerate().map(|(index, line)| html! {
                        <li><span class={classes!("swatch", series(index))} aria-hidden="true"></span>{ &line.label }</li>
                    }) }
                </ul>
            }
            { plot(&scale, labels, shapes) }
        </Figure>
    }
}
