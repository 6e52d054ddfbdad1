//! Sending on to another address without leaving a step in the history.

use crate::route::Route;
use crate::ui::href;
use yew::prelude::*;
use yew_router::AnyRoute;
use yew_router::prelude::*;
use yew_router::query::Raw;

#[derive(Properties, PartialEq)]
pub(crate) struct ForwardProps {
    pub(crate) to: Route,
    #[prop_or_default]
    pub(crate) query: Option<AttrValue>,
}

/// Sends on to another address.
#[component]
pub(crate) fn Forward(props: &ForwardProps) -> Html {
    let navigator = use_navigator();
    use_effect_with((href(&props.to), props.query.clone()), move |(path, query)| {
        let Some(navigator) = navigator else { return };
        let route = AnyRoute::new(path.to_string());
        match query {
            // The error type has no values.
            Some(query) => drop(navigator.replace_with_query(&route, Raw(query.to_string()))),
            None => navigator.replace(&route),
        }
    });
    Html::default()
}
