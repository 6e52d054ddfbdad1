//! Going through a list page by page.

use super::button::Button;
use super::icon::Icon;
use crate::browser;
use crate::text::use_text;
use web_sys::Element;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct PagerProps {
    /// How many rows this page shows.
    pub(crate) shown: usize,
    /// How many there are in all, when known.
    #[prop_or_default]
    pub(crate) total: Option<i64>,
    /// Back to the first page; none when this is it.
    #[prop_or_default]
    pub(crate) first: Option<Callback<()>>,
    /// On to the next page; none when this is the last.
    #[prop_or_default]
    pub(crate) next: Option<Callback<()>>,
}

/// How much is shown, and the buttons to see more.
#[component]
pub(crate) fn Pager(props: &PagerProps) -> Html {
    let text = use_text();
    html! {
        <nav class="pager" onclick={Callback::from(|event: MouseEvent| hand_on(&event))} aria-label={text.say("ui-pages")}>
            <span class="muted">
                { match props.total {
                    Some(total) => text.fill("ui-shown-of", &[("shown", props.shown.into()), ("total", total.into())]),
                    None => text.fill("ui-shown", &[("shown", props.shown.into())]),
                } }
            </span>
            if let Some(first) = &props.first {
                <Button small=true icon={Icon::ArrowLeft} onclick={first.clone()}>{ text.say("ui-first-page") }</Button>
            }
            if let Some(next) = &props.next {
                <Button small=true onclick={next.clone()}>{ text.say("ui-next-page") }</Button>
            }
        </nav>
    }
}

/// The button that was pressed goes with its page: the focus goes to the heading of the list.
fn hand_on(event: &MouseEvent) {
    let button =
        event.target_dyn_into::<Element>().and_then(|target| target.closest("button").ok().flatten());
    let around = button.and_then(|button| button.closest("section, main").ok().flatten());
    browser::focus_on(around.and_then(|around| around.query_selector("h1, h2").ok().flatten()));
}
