//! Charts: SVG drawn here, for the eye and the pointer; beside each the figures as a table, for
//! everybody. Each mark leads to what it counts.
//!
//! A chart is as wide as its place: positions across are percentages, heights are pixels, so that
//! letters keep their size and nothing has to be measured.

mod bars;
mod columns;
mod figure;
mod geometry;
mod line;
mod plot;
mod ring;
mod spark;

pub(crate) use bars::Bars;
pub(crate) use columns::Columns;
pub(crate) use line::{Line, Series};
pub(crate) use ring::Ring;
pub(super) use spark::{meter, spark};

use super::badge::Tone;
use yew::prelude::*;

/// One figure of a chart.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) struct Mark {
    /// What it is of, in short: "12 nov".
    pub(crate) label: AttrValue,
    /// The same in full, for the table; the label when absent.
    pub(crate) full: Option<AttrValue>,
    pub(crate) value: f64,
    /// The value as people read it: "1.234", "94,2 %".
    pub(crate) words: AttrValue,
    /// Where it leads.
    pub(crate) to: Option<AttrValue>,
    /// Whether it is good or bad news.
    pub(crate) tone: Tone,
}

impl Mark {
    /// The label in full.
    pub(crate) fn name(&self) -> AttrValue {
        self.full.clone().unwrap_or_else(|| self.label.clone())
    }
}

/// The colour of a tone, for shapes and large letters.
pub(super) const fn ink(tone: Tone) -> &'static str {
    match tone {
        Tone::Neutral => "ink-neutral",
        Tone::Brand => "ink-brand",
        Tone::Good => "ink-good",
        Tone::Warn => "ink-warn",
        Tone::Bad => "ink-bad",
        Tone::Calm => "ink-calm",
    }
}

/// The colour of the nth of several things that are told apart; the last for all that are too many.
const fn series(place: usize) -> &'static str {
    match place {
        0 => "series-a",
        1 => "series-b",
        2 => "series-c",
        3 => "series-d",
        4 => "series-e",
        _ => "series-f",
    }
}
