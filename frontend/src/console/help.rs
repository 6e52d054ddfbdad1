//! The shortcuts, in a dialog.

use crate::text::use_text;
use crate::ui::Dialog;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct HelpProps {
    pub(super) onclose: Callback<()>,
}

/// Which key does what.
#[component]
pub(super) fn Help(props: &HelpProps) -> Html {
    let text = use_text();
    let keys = [
        ("j", "help-next"),
        ("k", "help-previous"),
        ("Enter", "help-open"),
        ("/", "help-search"),
        ("c", "help-comment"),
        ("e", "help-escalate"),
        ("r", "help-resolve"),
        ("?", "help-this"),
    ];
    html! {
        <Dialog title={text.say("help-title")} onclose={props.onclose.clone()}>
            <dl class="keys">
                { for keys.into_iter().map(|(key, what)| html! { <><dt><kbd>{ key }</kbd></dt><dd>{ text.say(what) }</dd></> }) }
            </dl>
            <p class="muted small">{ text.say("help-off") }</p>
        </Dialog>
    }
}
