//! Links within the application: real addresses, followed without a reload.

use yew::prelude::*;
use yew_router::prelude::*;
use yew_router::query::Raw;
use yew_router::{AnyRoute, Routable};

#[derive(Properties, PartialEq)]
pub(crate) struct LinkProps {
    /// Path, with query if any.
    pub(crate) to: AttrValue,
    #[prop_or_default]
    pub(crate) class: Classes,
    /// Whether it leads to where one is: says so to screen readers.
    #[prop_or_default]
    pub(crate) current: bool,
    #[prop_or_default]
    pub(crate) name: Option<AttrValue>,
    /// For scripts: `data-row`.
    #[prop_or_default]
    pub(crate) row: Option<AttrValue>,
    /// Not a stop of the tabulator: for what has another link, in reach of the keyboard, beside it.
    #[prop_or_default]
    pub(crate) pointer_only: bool,
    #[prop_or_default]
    pub(crate) children: Html,
}

/// A link within the application.
#[component]
pub(crate) fn Link(props: &LinkProps) -> Html {
    let navigator = use_navigator().expect("links are drawn inside the router");
    let onclick = {
        let to = props.to.clone();
        Callback::from(move |event: MouseEvent| {
            let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key() || event.button() != 0;
            if !elsewhere {
                event.prevent_default();
                go(&navigator, &to);
            }
        })
    };
    html! {
        <a
            href={props.to.clone()}
            class={props.class.clone()}
            aria-current={props.current.then_some("page")}
            aria-label={props.name.clone()}
            data-row={props.row.clone()}
            tabindex={props.pointer_only.then_some("-1")}
            {onclick}
        >
            { props.children.clone() }
        </a>
    }
}

/// Goes to a path, with its query if it has one.
pub(crate) fn go(navigator: &Navigator, to: &str) {
    let (path, query) = to.split_once('?').unwrap_or((to, ""));
    let route = AnyRoute::new(path);
    if query.is_empty() {
        navigator.push(&route);
    } else {
        // The error type has no values.
        let _ = navigator.push_with_query(&route, Raw(query));
    }
}

/// The address of a page.
pub(crate) fn href(route: &impl Routable) -> AttrValue {
    route.to_path().into()
}
