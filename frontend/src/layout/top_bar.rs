//! The bar on top of every page: brand, the parts of the application, the person.

use super::Brand;
use super::bell::Bell;
use crate::route::{AdminRoute, Route};
use crate::session::{administers, is_staff, reads_reports, use_account, use_me};
use crate::text::use_text;
use crate::ui::{Button, Icon, Link, Look, avatar, glyph, href};
use yew::prelude::*;
use yew_router::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct TopBarProps {
    /// What stands between the brand and the person.
    #[prop_or_default]
    pub(crate) children: Html,
}

/// The bar on top.
#[component]
pub(super) fn TopBar(props: &TopBarProps) -> Html {
    let (text, me, account) = (use_text(), use_me(), use_account());
    let route = use_route::<Route>();
    let sign_out = Callback::from(move |()| account.sign_out());
    html! {
        <header class="top">
            <a class="skip" href="#main">{ text.say("skip-to-content") }</a>
            <Link to={href(&Route::home(&me))} class="top-brand" name={text.say("nav-home-page")}><Brand /></Link>
            { props.children.clone() }
            <div class="top-person">
                // Whoever has a duty to do first is answered nothing else.
                if me.duties.is_empty() { <Bell /> }
                <Link to={href(&Route::Profile)} class="person-link" current={route == Some(Route::Profile)}>
                    { avatar(&me.display_name) }
                    <span class="person-name">{ &me.display_name }</span>
                </Link>
                <Button look={Look::Quiet} icon={Icon::Logout} name={text.say("sign-out")} onclick={sign_out} action="sign-out" />
            </div>
        </header>
    }
}

/// The links to console, supervision and portal, for those who have them.
#[component]
pub(super) fn Faces() -> Html {
    let (text, me) = (use_text(), use_me());
    let route = use_route::<Route>();
    let supervision = route == Some(Route::Supervision);
    let admin = route.as_ref().is_some_and(Route::is_admin);
    let console = !supervision && !admin && route.is_some_and(|route| route.is_console());
    if !is_staff(&me) {
        return Html::default();
    }
    html! {
        <nav class="faces" aria-label={text.say("nav-faces")}>
            <Link to={href(&Route::Queue)} class={classes!("face", console.then_some("face-on"))}>
                { glyph(Icon::Headset) }<span>{ text.say("nav-console") }</span>
            </Link>
            if reads_reports(&me) {
                <Link to={href(&Route::Supervision)} class={classes!("face", supervision.then_some("face-on"))}>
                    { glyph(Icon::ChartBar) }<span>{ text.say("supervision") }</span>
                </Link>
            }
            if administers(&me) {
                <Link to={href(&AdminRoute::People)} class={classes!("face", admin.then_some("face-on"))}>
                    { glyph(Icon::Settings) }<span>{ text.say("admin") }</span>
                </Link>
            }
            <Link to={href(&Route::Portal)} class={classes!("face", (!console && !supervision && !admin).then_some("face-on"))}>
                { glyph(Icon::Home) }<span>{ text.say("nav-portal") }</span>
            </Link>
        </nav>
    }
}
