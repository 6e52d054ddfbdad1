//! An instant: how long ago in words, the date in full for whoever asks.

use crate::hooks::use_now;
use crate::text::use_text;
use chrono::{DateTime, SecondsFormat, Utc};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct MomentProps {
    pub(crate) at: DateTime<Utc>,
    /// The date rather than the distance.
    #[prop_or_default]
    pub(crate) absolute: bool,
}

/// An instant.
#[component]
pub(crate) fn Moment(props: &MomentProps) -> Html {
    let (text, now) = (use_text(), use_now());
    let words = if props.absolute { text.date(props.at, now) } else { text.relative(props.at, now) };
    html! {
        <time datetime={props.at.to_rfc3339_opts(SecondsFormat::Secs, true)} title={text.date_in_full(props.at)}>{ words }</time>
    }
}
