//! The shell of the console: queues on the left, the page beside them.

use super::top_bar::{Faces, TopBar};
use crate::console::{CommandProvider, PaletteButton, QueueNav};
use crate::route::Route;
use crate::session::{may_register_for_others, use_me};
use crate::text::use_text;
use crate::ui::{Icon, Link, glyph, href};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ConsoleShellProps {
    /// What stands beside the page instead of the queues.
    #[prop_or_default]
    pub(crate) nav: Option<Html>,
    pub(crate) children: Html,
}

/// Bar, queues, page.
#[component]
pub(crate) fn ConsoleShell(props: &ConsoleShellProps) -> Html {
    let (text, me) = (use_text(), use_me());
    html! {
        <CommandProvider>
        <div class="shell shell-console">
            <TopBar>
                <Faces />
                <PaletteButton />
                if may_register_for_others(&me) {
                    <Link to={href(&Route::NewTicket)} class="btn btn-accent top-new">
                        { glyph(Icon::Plus) }<span>{ text.say("nav-new-ticket") }</span>
                    </Link>
                }
            </TopBar>
            <div class="desk">
                if let Some(nav) = &props.nav { { nav.clone() } } else { <QueueNav /> }
                <main id="main" tabindex="-1" class="page page-wide">{ props.children.clone() }</main>
            </div>
        </div>
        </CommandProvider>
    }
}
