//! Data that comes from the API: loading, there, failed; and there but being asked for again. What
//! failed because the server was away is asked for again as soon as it is back.
//!
//! What does the work knows no types: it is compiled once, not once for each kind of data, because
//! everything here travels to every browser.

use crate::api::{Answer, Client, Failure};
use crate::connection::use_returns;
use crate::session::use_client;
use std::any::Any;
use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Data that comes from the API. While it is asked for again, the old value stays.
pub(crate) struct Remote<T> {
    pub(crate) value: Option<Rc<T>>,
    pub(crate) failure: Option<Failure>,
    /// Asks again.
    pub(crate) reload: Callback<()>,
    /// Puts in place what another answer has brought.
    pub(crate) put: Callback<T>,
}

impl<T> Clone for Remote<T> {
    fn clone(&self) -> Self {
        Self {
            value: self.value.clone(),
            failure: self.failure.clone(),
            reload: self.reload.clone(),
            put: self.put.clone(),
        }
    }
}

/// The same as long as the very same value is there: for components that are given it.
impl<T> PartialEq for Remote<T> {
    fn eq(&self, other: &Self) -> bool {
        let same = match (&self.value, &other.value) {
            (Some(one), Some(another)) => Rc::ptr_eq(one, another),
            (one, another) => one.is_none() && another.is_none(),
        };
        same && self.failure == other.failure && self.reload == other.reload
    }
}

impl<T> Remote<T> {
    /// Whether there is nothing to show yet, neither data nor a failure.
    pub(crate) const fn is_loading(&self) -> bool {
        self.value.is_none() && self.failure.is_none()
    }
}

/// Loads what `fetch` asks for, again whenever the key changes or `reload` is called. Answers that
/// come late, for a key of before, are dropped.
#[hook]
pub(crate) fn use_remote<K, T, F, Fut>(key: K, fetch: F) -> Remote<T>
where
    K: Clone + PartialEq + 'static,
    T: 'static,
    F: FnOnce(Client, K) -> Fut + 'static,
    Fut: Future<Output = Answer<T>> + 'static,
{
    let wanted = key.clone();
    let loaded = use_untyped(
        Key(Rc::new(key)),
        Box::new(move |client| {
            Box::pin(async move { Ok(Rc::new(fetch(client, wanted).await?) as Rc<dyn Any>) })
        }),
    );
    Remote {
        value: loaded.value.and_then(|value| value.downcast().ok()),
        failure: loaded.failure,
        reload: loaded.reload,
        put: loaded.put.reform(|value: T| Rc::new(value) as Rc<dyn Any>),
    }
}

type Fetch = Box<dyn FnOnce(Client) -> Pin<Box<dyn Future<Output = Answer<Rc<dyn Any>>>>>>;

/// A key of any type.
#[derive(Clone)]
struct Key(Rc<dyn Comparable>);

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.0.equals(other.0.as_any())
    }
}

trait Comparable {
    fn as_any(&self) -> &dyn Any;
    fn equals(&self, other: &dyn Any) -> bool;
}

impl<K: PartialEq + 'static> Comparable for K {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn equals(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<K>() == Some(self)
    }
}

struct Held {
    key: Key,
    value: Option<Rc<dyn Any>>,
    failure: Option<Failure>,
}

struct Loaded {
    value: Option<Rc<dyn Any>>,
    failure: Option<Failure>,
    reload: Callback<()>,
    put: Callback<Rc<dyn Any>>,
}

#[hook]
fn use_untyped(key: Key, fetch: Fetch) -> Loaded {
    let client = use_client();
    let held = use_mut_ref(|| None::<Held>);
    let generation = use_state(|| 0_u32);
    let returns = use_returns();
    let redraw = use_force_update();
    let reload = {
        let counter = use_mut_ref(|| 0_u32);
        let generation = generation.setter();
        use_callback((), move |(), ()| {
            *counter.borrow_mut() += 1;
            generation.set(*counter.borrow());
        })
    };
    let put = {
        let (held, key, redraw) = (held.clone(), key.clone(), redraw.clone());
        Callback::from(move |value| {
            *held.borrow_mut() = Some(Held { key: key.clone(), value: Some(value), failure: None });
            redraw.force_update();
        })
    };
    {
        let held = held.clone();
        use_effect_with((key.clone(), *generation), move |(key, _)| {
            let alive = Rc::new(Cell::new(true));
            let (wanted, key) = (alive.clone(), key.clone());
            spawn_local(async move {
                let answer = fetch(client).await;
                if !wanted.get() {
                    return;
                }
                let mut held = held.borrow_mut();
                let before = held.take().filter(|held| held.key == key).and_then(|held| held.value);
                *held = Some(match answer {
                    Ok(value) => Held { key, value: Some(value), failure: None },
                    Err(failure) => Held { key, value: before, failure: Some(failure) },
                });
                redraw.force_update();
            });
            move || alive.set(false)
        });
    }
    {
        let (held, reload) = (held.clone(), reload.clone());
        use_effect_with(returns, move |_| {
            let failure = held.borrow().as_ref().and_then(|held| held.failure.clone());
            if failure == Some(Failure::Offline) {
                reload.emit(());
            }
        });
    }
    let held = held.borrow();
    let current = held.as_ref().filter(|held| held.key == key);
    Loaded {
        value: current.and_then(|held| held.value.clone()),
        failure: current.and_then(|held| held.failure.clone()),
        reload,
        put,
    }
}
