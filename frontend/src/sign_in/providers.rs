//! Signing in somewhere that vouches for people (OpenID Connect): one way for each provider.

use crate::api;
use crate::browser;
use crate::hooks::use_remote;
use crate::text::use_text;
use crate::ui::use_ready;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ProvidersProps {
    /// Whether the page must stay as it is: then the way leads through another tab, from which this one
    /// hears who has signed in.
    #[prop_or_default]
    pub(super) apart: bool,
}

/// The ways to the providers; nothing where there is none, or none is known yet.
#[component]
pub(super) fn Providers(props: &ProvidersProps) -> Html {
    let text = use_text();
    let found = use_remote((), |client, ()| async move { api::auth::providers(&client).await });
    // The page under a dialog says for itself when it is.
    use_ready(props.apart || !found.is_loading());
    let Some(providers) = found.value.filter(|providers| !providers.is_empty()) else {
        return Html::default();
    };
    let here = browser::address();
    html! {
        <div class="providers" role="group" aria-label={text.say("sign-in-elsewhere")}>
            <p class="providers-or">{ text.say("sign-in-or") }</p>
            { for providers.iter().map(|provider| html! {
                <a
                    key={provider.id.clone()}
                    class="btn btn-plain btn-wide"
                    href={api::auth::way_to(provider, &here)}
                    target={props.apart.then_some("_blank")}
                    data-provider={provider.id.clone()}
                >
                    { text.fill("sign-in-with", &[("name", (&provider.name).into())]) }
                </a>
            }) }
            if props.apart { <p class="muted small">{ text.say("sign-in-apart") }</p> }
        </div>
    }
}
