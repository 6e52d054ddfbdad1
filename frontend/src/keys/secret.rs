//! What is shown only once, to be copied.

use crate::browser;
use crate::text::use_text;
use crate::ui::{Button, Icon, use_toast};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct SecretProps {
    pub(crate) words: AttrValue,
    /// What it is.
    pub(crate) label: AttrValue,
}

/// A text of even letters, with a button to copy it.
#[component]
pub(crate) fn Secret(props: &SecretProps) -> Html {
    let (text, toast) = (use_text(), use_toast());
    let copy = {
        let (text, words) = (text.clone(), props.words.clone());
        Callback::from(move |()| {
            let done = browser::copy(&words);
            toast.emit(text.say(if done { "secret-copied" } else { "secret-by-hand" }));
        })
    };
    html! {
        <div class="secret" role="group" aria-label={props.label.clone()}>
            <pre class="secret-words" tabindex="0" data-part="secret">{ &props.words }</pre>
            <Button small=true icon={Icon::Paperclip} onclick={copy}>{ text.say("secret-copy") }</Button>
        </div>
    }
}
