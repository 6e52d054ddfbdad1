//! Short messages that something was done. They go away by themselves; nothing that must be read
//! is said here only.

use super::button::{Button, Look};
use super::icon::{Icon, glyph};
use crate::preferences::WrapperProps;
use crate::text::use_text;
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

const SECONDS: u32 = 8;

#[derive(Clone, Debug, PartialEq)]
struct Toast {
    id: u32,
    message: AttrValue,
}

#[derive(Clone, Debug, PartialEq, Default)]
struct Toasts {
    last: u32,
    shown: Vec<Toast>,
}

enum Change {
    Add(AttrValue),
    Remove(u32),
}

impl Reducible for Toasts {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut next = (*self).clone();
        match change {
            Change::Add(message) => {
                next.last += 1;
                next.shown.push(Toast { id: next.last, message });
            }
            Change::Remove(id) => next.shown.retain(|toast| toast.id != id),
        }
        Rc::new(next)
    }
}

#[derive(Clone, PartialEq)]
struct Announce(Callback<AttrValue>);

/// Provides the region in which messages appear.
#[component]
pub(crate) fn ToastProvider(props: &WrapperProps) -> Html {
    let toasts = use_reducer(Toasts::default);
    let announce = {
        let toasts = toasts.dispatcher();
        use_callback((), move |message: AttrValue, ()| toasts.dispatch(Change::Add(message)))
    };
    html! {
        <ContextProvider<Announce> context={Announce(announce)}>
            { props.children.clone() }
            <div class="toasts" role="status" aria-live="polite">
                { for toasts.shown.iter().map(|toast| {
                    let remove = { let toasts = toasts.dispatcher(); let id = toast.id; Callback::from(move |()| toasts.dispatch(Change::Remove(id))) };
                    html! { <Message key={toast.id} message={toast.message.clone()} {remove} /> }
                }) }
            </div>
        </ContextProvider<Announce>>
    }
}

#[derive(Properties, PartialEq)]
struct MessageProps {
    message: AttrValue,
    remove: Callback<()>,
}

#[component]
fn Message(props: &MessageProps) -> Html {
    let text = use_text();
    {
        let remove = props.remove.clone();
        use_effect_with((), move |()| {
            let timer = Timeout::new(SECONDS * 1_000, move || remove.emit(()));
            move || drop(timer)
        });
    }
    html! {
        <div class="toast-card">
            { glyph(Icon::CircleCheck) }
            <span>{ &props.message }</span>
            <Button look={Look::Quiet} small=true icon={Icon::X} name={text.say("ui-close")} onclick={props.remove.clone()} />
        </div>
    }
}

/// Says that something was done.
#[hook]
pub(crate) fn use_toast() -> Callback<AttrValue> {
    use_context::<Announce>().map_or_else(Callback::noop, |announce| announce.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_come_and_go_by_their_own_number() {
        let toasts =
            Rc::new(Toasts::default()).reduce(Change::Add("uno".into())).reduce(Change::Add("dos".into()));
        let toasts = toasts.reduce(Change::Remove(1)).reduce(Change::Add("tres".into()));
        let left: Vec<_> = toasts.shown.iter().map(|toast| (toast.id, toast.message.as_str())).collect();
        assert_eq!(left, [(2, "dos"), (3, "tres")]);
    }
}
