//! A request that changes something: sent once, however often the button is pressed.
//!
//! As in `remote.rs`, what does the work knows no types, so that it is compiled once.

use crate::api::{Answer, Client, Failure};
use crate::browser;
use crate::session::use_client;
use std::any::Any;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// A request that changes something.
pub(crate) struct Submit<I> {
    /// It is on its way.
    pub(crate) busy: bool,
    /// What went wrong the last time.
    pub(crate) failure: Option<Failure>,
    /// Sends it, unless it is on its way already.
    pub(crate) run: Callback<I>,
}

impl<I> Submit<I> {
    /// What is wrong with a field, says the server.
    pub(crate) fn of_field(&self, field: &str) -> Option<String> {
        self.failure.as_ref()?.of_field(field)
    }
}

/// Sends with `send`, which is given an idempotency key; calls `done` with the answer. The key stays
/// the same until the server has answered, so that trying again after a lost connection never does
/// the thing twice. When something else was sent meanwhile, that is said; the next try has another key.
#[hook]
pub(crate) fn use_submit<I, T, F, Fut>(send: F, done: Callback<T>) -> Submit<I>
where
    I: 'static,
    T: 'static,
    F: Fn(Client, String, I) -> Fut + 'static,
    Fut: Future<Output = Answer<T>> + 'static,
{
    let send = Rc::new(send);
    let untyped = use_untyped(
        Rc::new(move |client, key, input: Box<dyn Any>| {
            let send = send.clone();
            Box::pin(async move {
                let input = input.downcast::<I>().map_err(|_| Failure::SignedOut)?;
                Ok(Box::new(send(client, key, *input).await?) as Box<dyn Any>)
            })
        }),
        Callback::from(move |value: Box<dyn Any>| {
            if let Ok(value) = value.downcast::<T>() {
                done.emit(*value);
            }
        }),
    );
    Submit {
        busy: untyped.busy,
        failure: untyped.failure,
        run: untyped.run.reform(|input: I| Box::new(input) as Box<dyn Any>),
    }
}

type Send = Rc<dyn Fn(Client, String, Box<dyn Any>) -> Pin<Box<dyn Future<Output = Answer<Box<dyn Any>>>>>>;

#[hook]
fn use_untyped(send: Send, done: Callback<Box<dyn Any>>) -> Submit<Box<dyn Any>> {
    let client = use_client();
    let busy = use_state(|| false);
    let running = use_mut_ref(|| false);
    let failure = use_state(|| None::<Failure>);
    let key = use_mut_ref(String::new);
    let run = {
        let (busy, failure) = (busy.setter(), failure.setter());
        Callback::from(move |input: Box<dyn Any>| {
            if std::mem::replace(&mut *running.borrow_mut(), true) {
                return;
            }
            if key.borrow().is_empty() {
                *key.borrow_mut() = browser::random_key();
            }
            busy.set(true);
            // A fault that comes again is said again.
            failure.set(None);
            let (client, send, done) = (client.clone(), send.clone(), done.clone());
            let (busy, failure, running, key) = (busy.clone(), failure.clone(), running.clone(), key.clone());
            spawn_local(async move {
                let current = key.borrow().clone();
                let answer = send(client, current, input).await;
                *running.borrow_mut() = false;
                busy.set(false);
                match answer {
                    Ok(value) => {
                        key.borrow_mut().clear();
                        failure.set(None);
                        done.emit(value);
                    }
                    Err(reason) => {
                        if reason.is_refusal() {
                            key.borrow_mut().clear();
                        }
                        failure.set(Some(reason));
                    }
                }
            });
        })
    };
    Submit { busy: *busy, failure: (*failure).clone(), run }
}
