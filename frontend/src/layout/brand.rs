//! The mark: a mesa, which is a table mountain as well as a table.

use crate::text::use_text;
use yew::prelude::*;

/// Mark and name.
#[component]
pub(crate) fn Brand() -> Html {
    let text = use_text();
    html! {
        <span class="brand">
            <svg class="brand-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
                <rect class="brand-sky" width="32" height="32" rx="9" />
                <circle class="brand-sun" cx="22.5" cy="10" r="3.5" />
                <path class="brand-far" d="M2 25l7-8h6l5 8z" />
                <path class="brand-near" d="M8 26l4.500-11.200a1.300 1.300 0 0 1 1.200-.8h8.600a1.300 1.300 0 0 1 1.200.8L28 26z" />
            </svg>
            <span class="brand-name">{ text.say("app-name") }</span>
        </span>
    }
}

/// Table mountains one behind the other, for the feet of coloured panels.
#[component]
pub(crate) fn Landscape() -> Html {
    html! {
        <svg class="landscape" viewBox="0 0 1200 220" preserveAspectRatio="xMidYMax slice" aria-hidden="true" focusable="false">
            <circle class="land-sun" cx="800" cy="100" r="40" />
            <path class="land-far" d="M0 140l70-8 38-60h150l34 58 128 12 60-16 30-50h118l26 46 150 14 60-10 34-70h170l40 66 92 14v84H0z" />
            <path class="land-mid" d="M0 176l150-10 44-56h116l36 52 180 16 90-6 30-34h96l34 36 196 6 70-40h158v80H0z" />
            <path class="land-near" d="M0 200l330-8 40-26h96l36 24 390 10 54-22h104l40 20 110 2v20H0z" />
        </svg>
    }
}
