//! What is shown only once, to be copied.

use crate::browser;
use crate::text::use_text;
use crate::ui::{Button, Icon};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct SecretProps {
    pub(crate) words: AttrValue,
    /// What it is.
    pub(crate) label: AttrValue,
}

/// A text of even letters, with a button to copy it, which says beside itself what came of it: it may stand
/// in a dialog, over everything else.
#[component]
pub(crate) fn Secret(props: &SecretProps) -> Html {
    let text = use_text();
    let said = use_state(AttrValue::default);
    let copy = {
        let (text, words, said) = (text.clone(), props.words.clone(), said.setter());
        Callback::from(move |()| {
            let (text, said) = (text.clone(), said.clone());
            let told = move |done| said.set(text.say(if done { "secret-copied" } else { "secret-by-hand" }));
            browser::copy(&words, Callback::from(told));
        })
    };
    html! {
        <div class="secret" role="group" aria-label={props.label.clone()}>
            <pre class="secret-words" tabindex="0" data-part="secret">{ &props.words }</pre>
            <Button small=true icon={Icon::Paperclip} onclick={copy}>{ text.say("secret-copy") }</Button>
            <span class="small" role="status">{ &*said }</span>
        </div>
    }
}
