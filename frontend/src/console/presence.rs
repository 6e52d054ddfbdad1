//! Who else has this ticket open, and who is writing; and telling colleagues that one is here oneself.

use crate::api;
use crate::browser;
use crate::live::{Colleague, use_presence};
use crate::session::use_client;
use crate::text::use_text;
use crate::ui::avatar;
use gloo_events::EventListener;
use gloo_timers::callback::Interval;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// How often it is looked whether somebody still writes, in milliseconds, and for how long after the last
/// letter they do.
const LOOK: u32 = 5_000;
const WRITES: f64 = 10_000.0;

/// After so many looks it is said again that one is here: the server believes it for 45 seconds.
const AGAIN: u32 = 4;

#[derive(Clone, Properties, PartialEq)]
pub(super) struct HereProps {
    pub(super) number: AttrValue,
}

/// The colleagues, in words.
#[component]
pub(super) fn Here(props: &HereProps) -> Html {
    let (text, client) = (use_text(), use_client());
    let presence = use_presence();
    use_effect_with(props.number.clone(), move |number| {
        let stay = (!client.stands_in()).then(|| stay(client, number.clone()));
        move || drop(stay)
    });
    let colleague = |one: &Colleague| {
        let key = if one.writing { "presence-writing" } else { "presence-viewing" };
        html! {
            <span class={classes!("presence-one", one.writing.then_some("presence-writing"))}>
                { avatar(&one.name) }{ text.fill(key, &[("name", one.name.as_str().into())]) }
            </span>
        }
    };
    html! {
        <p class="presence" role="status">
            { for presence.get(props.number.as_str()).into_iter().flat_map(|all| all.iter()).map(colleague) }
        </p>
    }
}

/// Says that one is here, until it is dropped.
struct Stay {
    client: api::Client,
    number: AttrValue,
    tab: Rc<String>,
    _typing: EventListener,
    _tick: Interval,
}

impl Drop for Stay {
    fn drop(&mut self) {
        let (client, number, tab) = (self.client.clone(), self.number.clone(), self.tab.clone());
        spawn_local(async move {
            // If it does not arrive, the server finds out by itself.
            let _ = api::live::leave(&client, &number, &tab).await;
        });
    }
}

fn stay(client: api::Client, number: AttrValue) -> Stay {
    let tab = Rc::new(browser::random_key());
    let refused = Rc::new(Cell::new(false));
    let say = {
        let (client, number, tab) = (client.clone(), number.clone(), tab.clone());
        Callback::from(move |writing: bool| {
            if refused.get() || browser::is_hidden() {
                return;
            }
            let (client, number, tab, refused) =
                (client.clone(), number.clone(), tab.clone(), refused.clone());
            spawn_local(async move {
                let said = api::live::mark_presence(&client, &number, &tab, writing).await;
                // Whose case it is themselves is nobody's colleague at it.
                refused.set(said.is_err_and(|failure| failure.is_refusal()));
            });
        })
    };
    say.emit(false);
    // When the last letter was written, while somebody writes.
    let wrote_at = Rc::new(Cell::new(None::<f64>));
    let typing = {
        let (wrote_at, say) = (wrote_at.clone(), say.clone());
        EventListener::new(&browser::document(), "input", move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            let in_form = target.and_then(|field| field.closest("main form").ok().flatten()).is_some();
            if in_form && wrote_at.replace(Some(js_sys::Date::now())).is_none() {
                say.emit(true);
            }
        })
    };
    let looks = Cell::new(0_u32);
    let tick = Interval::new(LOOK, move || {
        looks.set(looks.get() + 1);
        let rests = wrote_at.get().is_some_and(|at| js_sys::Date::now() - at > WRITES);
        if rests {
            wrote_at.set(None);
        }
        if rests || looks.get().is_multiple_of(AGAIN) {
            say.emit(wrote_at.get().is_some());
        }
    });
    Stay { client, number, tab, _typing: typing, _tick: tick }
}
