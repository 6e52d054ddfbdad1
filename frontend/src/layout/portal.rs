//! The shell of the portal.

use super::top_bar::{Faces, TopBar};
use crate::preferences::WrapperProps;
use crate::route::Route;
use crate::text::use_text;
use crate::ui::{Icon, Link, glyph, href};
use yew::prelude::*;
use yew_router::prelude::*;

/// Bar, page, foot.
#[component]
pub(crate) fn PortalShell(props: &WrapperProps) -> Html {
    let text = use_text();
    let route = use_route::<Route>();
    let item = |to: Route, icon: Icon, key: &str| {
        let current = route.as_ref() == Some(&to);
        html! {
            <li>
                <Link to={href(&to)} class={classes!("tab", current.then_some("tab-on"))} {current}>
                    { glyph(icon) }<span>{ text.say(key) }</span>
                </Link>
            </li>
        }
    };
    html! {
        <div class="shell shell-portal">
            <TopBar>
                <nav class="tabs" aria-label={text.say("nav-main")}>
                    <ul>
                        { item(Route::Portal, Icon::Home, "nav-home") }
                        { item(Route::MyTickets, Icon::Messages, "nav-my-tickets") }
                        { item(Route::Register, Icon::Plus, "nav-register") }
                    </ul>
                </nav>
                <Faces />
            </TopBar>
            <main id="main" tabindex="-1" class="page">{ props.children.clone() }</main>
            <footer class="foot"><p>{ text.say("foot-hours") }</p></footer>
        </div>
    }
}
