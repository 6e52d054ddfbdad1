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
            <circle class="land-sun" cx="985" cy="70" r="46" />
            <path class="land-far" d="M0 150l60-14 90-62h170l70 58 120 18 110-74h230l84 70 150 8 116-40 0 136H0z" />
            <path class="land-mid" d="M0 182l120-22 70-50h130l64 48 196 14 96-44h150l70 40 180-10 60-30h64v92H0z" />
            <path class="land-near" d="M0 206l210-18 60-34h120l52 34 330 12 74-26h126l58 26 170-2v22H0z" />
        </svg>
    }
}
