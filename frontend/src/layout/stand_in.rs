//! The bar that says in whose place an administrator acts, and how to stop.

use crate::browser;
use crate::route::AdminRoute;
use crate::session::use_me;
use crate::text::use_text;
use crate::ui::{Button, Icon, glyph, href};
use yew::prelude::*;

/// The bar, for as long as somebody acts in the person's place.
#[component]
pub(super) fn StandIn() -> Html {
    let (text, me) = (use_text(), use_me());
    let Some(impersonator) = &me.impersonator else { return Html::default() };
    let stop = {
        let page = href(&AdminRoute::Person { user: me.username.clone() });
        Callback::from(move |()| browser::visit(&page))
    };
    let blanks = [("admin", (&impersonator.display_name).into()), ("person", (&me.display_name).into())];
    html! {
        <aside class="stand-in" aria-label={text.say("stand-in")} data-part="stand-in">
            { glyph(Icon::UserCheck) }
            <p>{ text.fill("stand-in-about", &blanks) }</p>
            <Button small=true onclick={stop} action="stand-in-stop">{ text.say("stand-in-stop") }</Button>
        </aside>
    }
}
