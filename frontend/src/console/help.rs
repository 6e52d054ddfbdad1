//! The shortcuts, in a dialog.

use super::keymap::{BINDINGS, Binding, Scope};
use crate::text::use_text;
use crate::ui::Dialog;
use yew::prelude::*;

#[derive(Clone, Properties, PartialEq)]
pub(super) struct HelpProps {
    pub(super) onclose: Callback<()>,
}

/// Which key does what.
#[component]
pub(super) fn Help(props: &HelpProps) -> Html {
    let text = use_text();
    let line = |binding: &Binding| {
        html! {
            <>
                <dt>{ for binding.keys.split(' ').map(|key| html! { <kbd>{ if key == "Escape" { "Esc" } else { key } }</kbd> }) }</dt>
                <dd>{ text.say(binding.text) }</dd>
            </>
        }
    };
    let section = |scope: Scope| {
        html! {
            <section class="keys-section">
                <h3>{ text.say(scope.heading()) }</h3>
                <dl class="keys">{ for BINDINGS.iter().filter(|binding| binding.scope == scope).map(line) }</dl>
            </section>
        }
    };
    html! {
        <Dialog title={text.say("help-title")} onclose={props.onclose.clone()}>
            <div class="keys-columns">{ for Scope::ALL.into_iter().map(section) }</div>
            <p class="muted small">{ text.say("help-off") }</p>
        </Dialog>
    }
}
