//! Choosing the days: a week, a month, a quarter, or from one day to another.

use super::period::{Shown, is_possible};
use crate::route::Route;
use crate::session::use_me;
use crate::text::use_text;
use crate::ui::{Button, Choosable, Link, Select, Shelf, TextInput, go, href};
use chrono::NaiveDate;
use contract::rfc3339::Rfc3339;
use web_sys::SubmitEvent;
use yew::prelude::*;
use yew_router::prelude::*;

/// The address of the page for a period.
fn address(shown: &Shown) -> AttrValue {
    format!("{}?{}", href(&Route::Supervision), shown.query()).into()
}

#[derive(Properties, PartialEq)]
pub(super) struct PickerProps {
    pub(super) shown: Shown,
    pub(super) today: NaiveDate,
}

/// The bar above the figures.
#[component]
pub(super) fn Picker(props: &PickerProps) -> Html {
    let (text, me) = (use_text(), use_me());
    let navigator = use_navigator().expect("the console is drawn inside the router");
    let shown = &props.shown;
    let length = shown.length();
    let unfolded = use_state(|| length.is_none());
    let toggle = {
        let unfolded = unfolded.clone();
        Callback::from(move |_: MouseEvent| unfolded.set(!*unfolded))
    };
    let choose_project = {
        let shown = shown.clone();
        Callback::from(move |project: String| {
            let project = Some(project).filter(|project| !project.is_empty());
            go(&navigator, &address(&Shown { project: project.into_iter().collect(), ..shown.clone() }));
        })
    };
    html! {
        <div class="period">
            <div class="period-main">
                <nav aria-label={text.say("supervision-period")}>
                    <ul class="segments period-lengths">
                        { for Shown::LENGTHS.into_iter().map(|days| {
                            let here = length == Some(days);
                            html! {
                                <li>
                                    <Link to={address(&shown.back(days))} current={here} class={classes!("segment", here.then_some("segment-on"))}>
                                        { text.fill("supervision-days", &[("days", days.into())]) }
                                    </Link>
                                </li>
                            }
                        }) }
                        <li>
                            <button type="button" class={classes!("segment", length.is_none().then_some("segment-on"))} aria-expanded={if *unfolded { "true" } else { "false" }} onclick={toggle}>
                                { text.say("supervision-custom") }
                            </button>
                        </li>
                    </ul>
                </nav>
                if me.memberships.len() > 1 {
                    <Select name="project" id="supervision-project" label={text.say("fact-project")} required=true none={text.say("supervision-all-projects")}
                        shelves={Shelf::plain(me.memberships.iter().map(|membership| Choosable::new(membership.project.key.clone(), membership.project.name.clone())).collect())}
                        value={shown.project.first().cloned().unwrap_or_default()}
                        onchange={choose_project} />
                }
            </div>
            if *unfolded { <Between key={shown.query()} shown={shown.clone()} today={props.today} /> }
        </div>
    }
}

/// The form of the first and the last day.
#[component]
fn Between(props: &PickerProps) -> Html {
    let text = use_text();
    let navigator = use_navigator().expect("the console is drawn inside the router");
    let (first, last) = props.shown.bounds(props.today);
    let from = use_state(|| first.to_string());
    let to = use_state(|| last.to_string());
    let wrong = use_state(|| false);
    let onsubmit = {
        let (from, to, wrong, shown) = (from.clone(), to.clone(), wrong.setter(), props.shown.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match (NaiveDate::read(&from), NaiveDate::read(&to)) {
                (Ok(from), Ok(to)) if is_possible(from, to) => {
                    go(&navigator, &address(&shown.between(from, to)));
                }
                _ => wrong.set(true),
            }
        })
    };
    let write = |state: &UseStateHandle<String>| {
        let state = state.setter();
        Callback::from(move |value| state.set(value))
    };
    let error = wrong.then(|| text.say("supervision-days-wrong").to_string());
    html! {
        <form class="period-between" data-form="period" {onsubmit} novalidate=true>
            <TextInput kind="date" name="from" id="period-from" label={text.say("supervision-from")} required=true value={(*from).clone()} oninput={write(&from)} max={props.today.to_string()} {error} />
            <TextInput kind="date" name="to" id="period-to" label={text.say("supervision-to")} required=true value={(*to).clone()} oninput={write(&to)} max={props.today.to_string()} />
            <Button submit=true>{ text.say("supervision-show") }</Button>
        </form>
    }
}
