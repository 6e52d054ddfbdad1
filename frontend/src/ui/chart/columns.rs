//! Bars that stand: for a row of hours, days or ages, in their order.

use super::figure::{Figure, Figures};
use super::geometry::{band, percent, short, ticks};
use super::plot::{from_top, place, plot};
use super::{Mark, ink};
use crate::text::use_text;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ColumnsProps {
    pub(crate) id: AttrValue,
    pub(crate) title: AttrValue,
    #[prop_or_default]
    pub(crate) about: Option<AttrValue>,
    /// What stands side by side.
    pub(crate) rows: AttrValue,
    /// What is measured.
    pub(crate) measure: AttrValue,
    pub(crate) marks: Vec<Mark>,
    #[prop_or_default]
    pub(crate) class: Classes,
}

/// Bars that stand, from left to right.
#[component]
pub(crate) fn Columns(props: &ColumnsProps) -> Html {
    let text = use_text();
    let marks = &props.marks;
    let highest = marks.iter().map(|mark| mark.value).fold(0.0, f64::max);
    let whole = marks.iter().all(|mark| mark.value.fract() == 0.0);
    let scale: Vec<_> = ticks(highest, whole).into_iter().map(|tick| (tick, text.number(tick))).collect();
    let top = scale.last().map_or(1.0, |(top, _)| *top);
    let columns = marks.iter().enumerate().map(|(index, mark)| {
        let (start, width) = band(index, marks.len());
        let (y, ground) = (from_top(mark.value, top), from_top(0.0, top));
        let shape = html! {
            if mark.value > 0.0 {
                <rect
                    class={classes!("column", ink(mark.tone))}
                    x={percent(start + width * 0.16)}
                    width={percent(width * 0.68)}
                    y={short(y)}
                    height={short(ground - y)}
                    rx="2"
                />
            }
        };
        place(&[mark], index, marks.len(), top, shape)
    });
    let figures = vec![Figures { head: props.measure.clone(), marks: marks.clone() }];
    html! {
        <Figure id={props.id.clone()} title={props.title.clone()} about={props.about.clone()} rows={props.rows.clone()} {figures} class={props.class.clone()}>
            { plot(&scale, marks, html! { { for columns } }) }
        </Figure>
    }
}
