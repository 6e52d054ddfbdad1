//! Buttons.

use super::icon::{Icon, glyph};
use yew::prelude::*;

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Look {
    Primary,
    #[default]
    Plain,
    Quiet,
    Danger,
}

impl Look {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "btn btn-primary",
            Self::Plain => "btn btn-plain",
            Self::Quiet => "btn btn-quiet",
            Self::Danger => "btn btn-danger",
        }
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct ButtonProps {
    #[prop_or_default]
    pub(crate) look: Look,
    #[prop_or_default]
    pub(crate) icon: Option<Icon>,
    /// What a button of nothing but an icon is called.
    #[prop_or_default]
    pub(crate) name: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) submit: bool,
    /// Its work is under way: it stays in place, says so, and does nothing more.
    #[prop_or_default]
    pub(crate) busy: bool,
    #[prop_or_default]
    pub(crate) small: bool,
    #[prop_or_default]
    pub(crate) class: Classes,
    #[prop_or_default]
    pub(crate) pressed: Option<bool>,
    #[prop_or_default]
    pub(crate) expanded: Option<bool>,
    /// For tests and shortcuts: `data-action`.
    #[prop_or_default]
    pub(crate) action: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) onclick: Callback<()>,
    #[prop_or_default]
    pub(crate) children: Html,
}

/// A button.
#[component]
pub(crate) fn Button(props: &ButtonProps) -> Html {
    let onclick = {
        let (busy, onclick) = (props.busy, props.onclick.clone());
        Callback::from(move |event: MouseEvent| {
            if busy {
                event.prevent_default();
            } else {
                onclick.emit(());
            }
        })
    };
    let word = |state: Option<bool>| state.map(|on| if on { "true" } else { "false" });
    html! {
        <button
            type={if props.submit { "submit" } else { "button" }}
            class={classes!(props.look.class(), props.small.then_some("btn-sm"), props.class.clone())}
            aria-label={props.name.clone()}
            title={props.name.clone()}
            aria-pressed={word(props.pressed)}
            aria-expanded={word(props.expanded)}
            aria-disabled={props.busy.then_some("true")}
            data-busy={props.busy.then_some("true")}
            data-action={props.action.clone()}
            {onclick}
        >
            if let Some(icon) = props.icon { { glyph(icon) } }
            { props.children.clone() }
        </button>
    }
}
