//! The way in: nobody passes who has not signed in, and the address stays where they wanted to go.

use super::StandIn;
use crate::preferences::WrapperProps;
use crate::session::{Session, use_account};
use crate::sign_in::{SignInDialog, SignInPage};
use crate::text::use_text;
use crate::ui::{Failed, use_ready};
use yew::prelude::*;

/// Draws the application for whoever is signed in, and the sign-in page for others. When a session
/// runs out the page stays as it is, with the sign-in over it: no text is lost.
#[component]
pub(crate) fn Gate(props: &WrapperProps) -> Html {
    let account = use_account();
    match &*account.session {
        Session::Starting => html! { <Splash /> },
        Session::Unreachable(failure) => {
            let retry = {
                let account = account.clone();
                Callback::from(move |()| account.start())
            };
            html! { <main class="narrow"><Failed failure={failure.clone()} {retry} /></main> }
        }
        Session::SignedOut => html! { <SignInPage /> },
        Session::SignedIn(_) | Session::Expired(_) => {
            let expired = matches!(&*account.session, Session::Expired(_));
            html! {
                <>
                    <StandIn />
                    { props.children.clone() }
                    if expired { <SignInDialog /> }
                </>
            }
        }
    }
}

/// What is seen before there is a page.
#[component]
pub(crate) fn Splash() -> Html {
    let text = use_text();
    use_ready(false);
    html! { <main class="splash" aria-busy="true"><super::Brand /><p class="visually-hidden">{ text.say("ui-loading") }</p></main> }
}
