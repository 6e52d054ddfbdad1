//! Data that loads, is there, is empty, or did not come: one way to draw each.

use super::button::Button;
use super::icon::{Icon, glyph};
use crate::api::Failure;
use crate::hooks::Remote;
use crate::text::use_text;
use std::rc::Rc;
use yew::prelude::*;

/// Draws what there is: the value, a failure with a way to try again, or the shape of what comes.
pub(crate) fn draw<T>(remote: &Remote<T>, shape: Shape, value: impl FnOnce(&Rc<T>) -> Html) -> Html {
    match (&remote.value, &remote.failure) {
        (Some(found), failure) => html! {
            <>
                // That the server is away is said once, for all of the page.
                if let Some(failure) = failure.as_ref().filter(|failure| **failure != Failure::Offline) {
                    <Failed failure={failure.clone()} retry={remote.reload.clone()} small=true />
                }
                { value(found) }
            </>
        },
        (None, Some(failure)) => html! { <Failed failure={failure.clone()} retry={remote.reload.clone()} /> },
        (None, None) => html! { <Skeleton {shape} /> },
    }
}

/// Draws a piece as soon as the part is there that knows how; until then its shape, if it has one.
pub(crate) fn draw_late<P>(part: &Remote<fn(&P) -> Html>, piece: &P, shape: Option<Shape>) -> Html {
    match (&part.value, &part.failure) {
        (Some(drawn), _) => drawn(piece),
        (None, Some(failure)) => {
            html! { <Failed small=true failure={failure.clone()} retry={part.reload.clone()} /> }
        }
        (None, None) => shape.map(|shape| html! { <Skeleton {shape} /> }).unwrap_or_default(),
    }
}

/// The shape of what is to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Rows(u8),
    Cards(u8),
    Text(u8),
}

#[derive(Properties, PartialEq)]
pub(crate) struct SkeletonProps {
    pub(crate) shape: Shape,
}

/// Grey shapes where data will be.
#[component]
pub(crate) fn Skeleton(props: &SkeletonProps) -> Html {
    let text = use_text();
    let (class, count) = match props.shape {
        Shape::Rows(count) => ("bones-rows", count),
        Shape::Cards(count) => ("bones-cards", count),
        Shape::Text(count) => ("bones-text", count),
    };
    html! {
        <div class={classes!("bones", class)} aria-busy="true">
            <span class="visually-hidden">{ text.say("ui-loading") }</span>
            { for (0..count).map(|_| html! { <span class="bone" aria-hidden="true"></span> }) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct FailedProps {
    pub(crate) failure: Failure,
    #[prop_or_default]
    pub(crate) retry: Option<Callback<()>>,
    /// A line above what is there from before.
    #[prop_or_default]
    pub(crate) small: bool,
}

/// What went wrong, what to do, and the button to do it.
#[component]
pub(crate) fn Failed(props: &FailedProps) -> Html {
    let text = use_text();
    let request = props.failure.problem().and_then(|problem| problem.request_id.clone());
    html! {
        <div class={classes!("failed", props.small.then_some("failed-small"))} role="alert">
            { glyph(if props.failure == Failure::Offline { Icon::CloudOff } else { Icon::AlertTriangle }) }
            <div class="failed-text">
                <strong>{ props.failure.title(&text) }</strong>
                <p>{ props.failure.sentence(&text) }</p>
                if let Some(id) = request { <p class="muted small">{ text.fill("failure-request", &[("id", id.into())]) }</p> }
            </div>
            if let Some(retry) = &props.retry {
                <Button icon={Icon::Refresh} onclick={retry.clone()}>{ text.say("ui-retry") }</Button>
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct EmptyProps {
    #[prop_or(Icon::Inbox)]
    pub(crate) icon: Icon,
    pub(crate) title: AttrValue,
    /// The next step, in words.
    #[prop_or_default]
    pub(crate) body: AttrValue,
    /// The next step, to press.
    #[prop_or_default]
    pub(crate) children: Html,
}

/// Nothing here: what that means and what to do next.
#[component]
pub(crate) fn Empty(props: &EmptyProps) -> Html {
    html! {
        <div class="blank-state">
            <span class="blank-icon">{ glyph(props.icon) }</span>
            <p class="blank-title">{ &props.title }</p>
            if !props.body.is_empty() { <p class="muted">{ &props.body }</p> }
            { props.children.clone() }
        </div>
    }
}
