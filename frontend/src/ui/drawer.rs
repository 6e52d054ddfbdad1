//! A drawer: a dialog that comes in from the side, for what one looks up and puts aside again.

use super::button::{Button, Look};
use super::dialog::{backdrop, use_modal};
use super::icon::Icon;
use crate::text::use_text;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct DrawerProps {
    pub(crate) title: AttrValue,
    pub(crate) onclose: Callback<()>,
    /// From the side at which lines begin rather than from the other.
    #[prop_or_default]
    pub(crate) start: bool,
    pub(crate) children: Html,
}

/// A drawer, open for as long as it is drawn. A press beside it closes it.
#[component]
pub(crate) fn Drawer(props: &DrawerProps) -> Html {
    let text = use_text();
    let node = use_modal();
    let oncancel = props.onclose.reform(|event: Event| event.prevent_default());
    html! {
        <dialog
            ref={node}
            class={classes!("sheet", "drawer", props.start.then_some("drawer-start"))}
            aria-labelledby="drawer-title"
            onclick={backdrop(props.onclose.clone())}
            {oncancel}
        >
            <div class="sheet-head">
                <h2 id="drawer-title">{ &props.title }</h2>
                <Button look={Look::Quiet} icon={Icon::X} name={text.say("ui-close")} onclick={props.onclose.clone()} />
            </div>
            { props.children.clone() }
        </dialog>
    }
}
