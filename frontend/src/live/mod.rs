//! What happens, as it happens: one stream for each tab, shared by all that is on the screen. Whatever
//! the stream brings is told to whoever asked to be told; when there is none, pages ask from time to
//! time as they do anyway.
//!
//! Only what every page needs is here. What reads the stream (`stream.rs`), and what keeps drafts on the
//! server too (`drafts.rs`, `settle.rs`), is fetched once the page is there: nobody waits for it.
#![expect(clippy::unnecessary_wraps, reason = "fetching the part may fail, and is said to by the same type")]

mod drafts;
mod settle;
mod stream;

pub(crate) use settle::Sent;

use crate::api::Client;
use crate::preferences::WrapperProps;
use crate::session::{is_staff, use_client, use_me};
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::AbortController;
use yew::prelude::*;

/// How long a page has for itself before the stream begins, in milliseconds.
const FIRST: u32 = 2_000;

/// After how long, in milliseconds, it is tried again to fetch what reads the stream.
const AGAIN: u32 = 30_000;

/// For how long it is waited whether more happens before anything is asked for again, in milliseconds.
const TOGETHER: u32 = 800;

/// And for how long when it has been asked for within the last few seconds.
const APART: u32 = 5_000;

/// As much as is put aside for what has not been fetched yet.
const ASIDE: usize = 100;

/// What the stream tells.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum News {
    /// Something happened to the ticket of this number.
    Ticket(String),
    /// So many notices are unread.
    Unread(i64),
    /// Somebody came to a ticket, left it, began or ceased to write: see [`use_presence`].
    Presence,
    /// Something was missed.
    Reset,
}

/// A colleague at a ticket.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Colleague {
    pub(crate) name: AttrValue,
    pub(crate) writing: bool,
}

/// Who is at which ticket, by its number.
pub(crate) type Presence = BTreeMap<String, Rc<[Colleague]>>;

/// What is done by the part that is fetched later.
pub(crate) enum Errand {
    /// Read the stream until it is aborted.
    Follow { client: Client, staff: bool, until: AbortController },
    /// A form with something to be kept is open: `put` gives it what was written elsewhere.
    Open { client: Client, place: String, key: String, put: Callback<String> },
    /// What is kept in this browser under a place is another now.
    Touch(String),
    /// The form is closed.
    Shut(String),
}

thread_local! {
    static LISTENERS: RefCell<BTreeMap<u32, Callback<News>>> = const { RefCell::new(BTreeMap::new()) };
    static NEXT: Cell<u32> = const { Cell::new(0) };
    static HERE: RefCell<Rc<Presence>> = RefCell::default();
    static ENGINE: Cell<Option<fn(Errand)>> = const { Cell::new(None) };
    static WAITING: RefCell<Vec<Errand>> = const { RefCell::new(Vec::new()) };
}

/// Does an errand, as soon as whoever does it is there.
pub(crate) fn send(errand: Errand) {
    match ENGINE.get() {
        Some(engine) => engine(errand),
        None => WAITING.with_borrow_mut(|waiting| {
            if waiting.len() < ASIDE {
                waiting.push(errand);
            }
        }),
    }
}

#[wasm_split(live, fallible)]
fn engine() -> Result<fn(Errand), SplitLoaderError> {
    Ok(|errand| match errand {
        Errand::Follow { client, staff, until } => stream::follow(client, staff, until),
        Errand::Open { client, place, key, put } => drafts::open(client, place, key, put),
        Errand::Touch(place) => drafts::touch(&place),
        Errand::Shut(place) => drafts::shut(&place),
    })
}

/// Tells all who asked to be told.
fn tell(news: &News) {
    let listeners = LISTENERS.with_borrow(|listeners| listeners.values().cloned().collect::<Vec<_>>());
    for listener in listeners {
        listener.emit(news.clone());
    }
}

/// Keeps who is where, and tells it.
fn tell_presence(change: impl FnOnce(&mut Presence)) {
    HERE.with_borrow_mut(|here| change(Rc::make_mut(here)));
    tell(&News::Presence);
}

/// Follows what happens for as long as somebody is signed in, with nothing left to be done first.
#[component]
pub(crate) fn LiveProvider(props: &WrapperProps) -> Html {
    let (client, me) = (use_client(), use_me());
    let staff = is_staff(&me) && !client.stands_in();
    use_effect_with((me.id, me.duties.is_empty(), staff), move |(_, free, staff)| {
        let until = AbortController::new().ok().filter(|_| *free);
        let start = until.clone().map(|until| {
            let staff = *staff;
            Timeout::new(FIRST, move || {
                send(Errand::Follow { client, staff, until });
                spawn_local(fetch());
            })
        });
        move || {
            drop(start);
            if let Some(until) = until {
                until.abort();
            }
        }
    });
    props.children.clone()
}

/// Fetches whoever does the errands, and lets them do what has come up. When the network is gone just then,
/// it is tried again.
async fn fetch() {
    if ENGINE.get().is_some() {
        return;
    }
    match engine().await {
        Ok(engine) => {
            ENGINE.set(Some(engine));
            WAITING.take().into_iter().for_each(engine);
        }
        Err(_) => {
            Timeout::new(AGAIN, || spawn_local(fetch())).forget();
        }
    }
}

/// Calls back with what the stream tells.
#[hook]
pub(crate) fn use_news(callback: Callback<News>) {
    let latest = use_mut_ref(Callback::<News>::noop);
    *latest.borrow_mut() = callback;
    use_effect_with((), move |()| {
        let id = NEXT.get();
        NEXT.set(id + 1);
        let listener = Callback::from(move |news: News| {
            let callback = latest.borrow().clone();
            callback.emit(news);
        });
        LISTENERS.with_borrow_mut(|listeners| listeners.insert(id, listener));
        move || {
            LISTENERS.with_borrow_mut(|listeners| listeners.remove(&id));
        }
    });
}

/// Asks again when something has happened to a ticket that is `wanted`, once for all that happens within
/// a moment.
#[hook]
pub(crate) fn use_happenings(wanted: Callback<String, bool>, reload: Callback<()>) {
    let pause = use_mut_ref(|| None::<Timeout>);
    let asked_at = use_mut_ref(|| 0.0_f64);
    use_news(Callback::from(move |news: News| {
        let meant = match news {
            News::Ticket(number) => wanted.emit(number),
            News::Reset => true,
            News::Unread(_) | News::Presence => false,
        };
        if meant && pause.borrow().is_none() {
            let (reload, done, asked_at) = (reload.clone(), pause.clone(), asked_at.clone());
            let lately = js_sys::Date::now() - *asked_at.borrow() < f64::from(APART);
            *pause.borrow_mut() = Some(Timeout::new(if lately { APART } else { TOGETHER }, move || {
                // It is running: there is nothing to be dropped that has not run.
                if let Some(pause) = done.borrow_mut().take() {
                    pause.forget();
                }
                *asked_at.borrow_mut() = js_sys::Date::now();
                reload.emit(());
            }));
        }
    }));
}

/// Who is at which ticket, but for this person.
#[hook]
pub(crate) fn use_presence() -> Rc<Presence> {
    let here = use_state(|| HERE.with_borrow(Rc::clone));
    {
        let here = here.setter();
        use_news(Callback::from(move |news| {
            if news == News::Presence {
                here.set(HERE.with_borrow(Rc::clone));
            }
        }));
    }
    (*here).clone()
}
