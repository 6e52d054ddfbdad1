//! The languages, to choose from, for whoever has no profile to say theirs in.

use crate::preferences::{Prefer, PreferencesHandle};
use crate::text::Text;
use crate::ui::{Button, Look};
use contract::auth::Locale;
use yew::prelude::*;

/// A button for each language; the one in use is pressed.
pub(crate) fn languages(preferences: &PreferencesHandle, text: &Text) -> Html {
    html! {
        <div class="languages" role="group" aria-label={text.say("language")}>
            { for Locale::ALL.iter().map(|locale| {
                let (locale, preferences) = (*locale, preferences.clone());
                let pressed = preferences.locale == locale;
                let onclick = Callback::from(move |()| preferences.dispatch(Prefer::Locale(locale)));
                html! { <Button look={Look::Quiet} small=true {pressed} {onclick} action={format!("language-{locale}")}>{ text.word(locale) }</Button> }
            }) }
        </div>
    }
}
