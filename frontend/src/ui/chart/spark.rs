//! The smallest charts: a line without words, and a measure against a goal. What they say stands in
//! words beside them.

use super::geometry::{area, part, path, percent, spread};
use yew::prelude::*;

/// How something went, without words.
pub(in crate::ui) fn spark(values: &[f64]) -> Html {
    let top = values.iter().copied().fold(0.0, f64::max);
    let points = spread(values, top);
    html! {
        <svg class="spark" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            <path class="area" d={area(&points)} />
            <path class="line" d={path(&points)} vector-effect="non-scaling-stroke" />
        </svg>
    }
}

/// How much of a whole is reached, and where the goal is: both between 0 and 1.
pub(in crate::ui) fn meter(reached: f64, goal: Option<f64>) -> Html {
    html! {
        <svg class="meter" height="8" aria-hidden="true">
            <rect class="bar-track" y="1" width="100%" height="6" rx="3" />
            <rect class="bar-fill" y="1" width={percent(100.0 * part(reached, 1.0))} height="6" rx="3" />
            if let Some(goal) = goal {
                <rect class="meter-goal" x={percent(100.0 * part(goal, 1.0))} y="0" width="2" height="8" />
            }
        </svg>
    }
}
