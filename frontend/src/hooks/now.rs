//! The time, by the server's clock, twice a minute: countdowns are drawn from it.

use crate::preferences::WrapperProps;
use crate::session::use_client;
use chrono::{DateTime, Utc};
use gloo_timers::callback::Interval;
use yew::prelude::*;

#[derive(Clone, Copy, PartialEq)]
struct Now(DateTime<Utc>);

/// Provides the time.
#[component]
pub(crate) fn NowProvider(props: &WrapperProps) -> Html {
    let client = use_client();
    let now = use_state(|| client.now());
    {
        let now = now.setter();
        use_effect_with((), move |()| {
            let tick = Interval::new(30_000, move || now.set(client.now()));
            move || drop(tick)
        });
    }
    html! { <ContextProvider<Now> context={Now(*now)}>{ props.children.clone() }</ContextProvider<Now>> }
}

/// The time, at most half a minute old.
#[hook]
pub(crate) fn use_now() -> DateTime<Utc> {
    use_context::<Now>().map_or_else(|| crate::browser::now(0.0), |now| now.0)
}
