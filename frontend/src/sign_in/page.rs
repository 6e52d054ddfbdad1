//! The page for whoever has not signed in. The address stays, so that they arrive where they wanted.

use super::form::SignInForm;
use crate::layout::{Brand, Landscape};
use crate::preferences::{Prefer, use_preferences};
use crate::text::use_text;
use crate::ui::{Button, Look, PageTitle, use_ready};
use contract::auth::Locale;
use yew::prelude::*;

/// Brand on one side, form on the other.
#[component]
pub(crate) fn SignInPage() -> Html {
    let (text, preferences) = (use_text(), use_preferences());
    use_ready(true);
    html! {
        <div class="welcome">
            <header class="welcome-panel">
                <Brand />
                <p class="welcome-line">{ text.say("welcome-line") }</p>
                <p class="welcome-more">{ text.say("welcome-more") }</p>
                <Landscape />
            </header>
            <main id="main" class="welcome-form">
                <div class="languages" role="group" aria-label={text.say("language")}>
                    { for Locale::ALL.iter().map(|locale| {
                        let (locale, preferences) = (*locale, preferences.clone());
                        let pressed = preferences.locale == locale;
                        let onclick = Callback::from(move |()| preferences.dispatch(Prefer::Locale(locale)));
                        html! { <Button look={Look::Quiet} small=true {pressed} {onclick} action={format!("language-{locale}")}>{ text.word(locale) }</Button> }
                    }) }
                </div>
                <PageTitle title={text.say("sign-in-title")} />
                <p class="muted">{ text.say("sign-in-about") }</p>
                <SignInForm />
                <p class="muted small">{ text.say("sign-in-help") }</p>
            </main>
        </div>
    }
}
