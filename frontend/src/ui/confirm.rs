//! What is asked before something is done that cannot be undone.

use super::button::{Button, Look};
use super::dialog::Dialog;
use crate::text::use_text;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ConfirmProps {
    /// What is to be done. Here or in `about` it says to what.
    pub(crate) title: AttrValue,
    /// What that means.
    pub(crate) about: AttrValue,
    /// What the button says that does it.
    pub(crate) label: AttrValue,
    /// Called first in both cases; that it is under way, and whether it went well, the page says.
    pub(crate) onclose: Callback<()>,
    pub(crate) onconfirm: Callback<()>,
}

/// A dialog that names what would be lost, with a button to do it and one not to.
#[component]
pub(crate) fn Confirm(props: &ConfirmProps) -> Html {
    let text = use_text();
    let confirm = {
        let (onclose, onconfirm) = (props.onclose.clone(), props.onconfirm.clone());
        Callback::from(move |()| {
            onclose.emit(());
            onconfirm.emit(());
        })
    };
    html! {
        <Dialog title={props.title.clone()} onclose={props.onclose.clone()}>
            <p>{ &props.about }</p>
            <div class="form-actions">
                <Button look={Look::Danger} onclick={confirm} action="confirm">{ &props.label }</Button>
                <Button onclick={props.onclose.clone()}>{ text.say("ui-cancel") }</Button>
            </div>
        </Dialog>
    }
}
