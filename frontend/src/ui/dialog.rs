//! A dialog: the browser's own, which keeps the focus inside and gives it back.

use super::button::{Button, Look};
use super::icon::Icon;
use crate::text::use_text;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement};
use yew::prelude::*;

/// A `<dialog>` that is open, over everything else, for as long as it is drawn.
#[hook]
pub(super) fn use_modal() -> NodeRef {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            let dialog = node.cast::<HtmlDialogElement>();
            if let Some(dialog) = &dialog {
                let _ = dialog.show_modal();
            }
            move || {
                if let Some(dialog) = dialog {
                    dialog.close();
                }
            }
        });
    }
    node
}

/// Closes on a press beside the dialog: for what holds nothing that could be lost.
pub(super) fn backdrop(onclose: Callback<()>) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.is_some_and(|target| target.tag_name().eq_ignore_ascii_case("dialog")) {
            onclose.emit(());
        }
    })
}

#[derive(Properties, PartialEq)]
pub(crate) struct DialogProps {
    pub(crate) title: AttrValue,
    /// Without it the dialog cannot be put aside.
    #[prop_or_default]
    pub(crate) onclose: Option<Callback<()>>,
    pub(crate) children: Html,
}

/// A dialog over the page, open for as long as it is drawn.
#[component]
pub(crate) fn Dialog(props: &DialogProps) -> Html {
    let text = use_text();
    let node = use_modal();
    let oncancel = {
        let onclose = props.onclose.clone();
        Callback::from(move |event: Event| {
            event.prevent_default();
            if let Some(onclose) = &onclose {
                onclose.emit(());
            }
        })
    };
    html! {
        <dialog ref={node} class="sheet" aria-labelledby="dialog-title" {oncancel}>
            <div class="sheet-head">
                <h2 id="dialog-title">{ &props.title }</h2>
                if let Some(onclose) = &props.onclose {
                    <Button look={Look::Quiet} icon={Icon::X} name={text.say("ui-close")} onclick={onclose.clone()} />
                }
            </div>
            { props.children.clone() }
        </dialog>
    }
}
