//! Language, theme and shortcuts.

use crate::api;
use crate::hooks::use_submit;
use crate::preferences::{Prefer, Theme, use_preferences};
use crate::session::{use_account, use_me};
use crate::text::use_text;
use crate::ui::{Choice, Choices, Failed};
use contract::auth::{Locale, UpdateMe};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// How the application looks to this person. The language is theirs everywhere, the rest is this
/// browser's.
#[component]
pub(super) fn Looks() -> Html {
    let (text, me, account, preferences) = (use_text(), use_me(), use_account(), use_preferences());
    let submit = {
        let (version, account) = (me.version, account.clone());
        use_submit(
            move |client, _key, locale: Locale| async move {
                let body = UpdateMe { locale: Some(locale), ..UpdateMe::default() };
                let answer = api::auth::update_me(&client, &body, version).await;
                if !answer.as_ref().is_err_and(|failure| failure.is("stale")) {
                    return answer;
                }
                // Whatever else has changed meanwhile, the choice of a language still holds.
                let now = api::auth::me(&client).await?;
                api::auth::update_me(&client, &body, now.version).await
            },
            Callback::from(move |me| account.update(me)),
        )
    };
    let choose_language = {
        let (preferences, run) = (preferences.clone(), submit.run.clone());
        Callback::from(move |word: String| {
            if let Ok(locale) = word.parse::<Locale>() {
                preferences.dispatch(Prefer::Locale(locale));
                run.emit(locale);
            }
        })
    };
    let choose_theme = {
        let preferences = preferences.clone();
        Callback::from(move |word: String| preferences.dispatch(Prefer::Theme(Theme::of(&word))))
    };
    let choose_shortcuts = {
        let preferences = preferences.clone();
        Callback::from(move |event: Event| {
            let on = event.target_unchecked_into::<HtmlInputElement>().checked();
            preferences.dispatch(Prefer::Shortcuts(on));
        })
    };
    let choice = |value: &'static str, label: AttrValue| Choice { value: value.into(), label, hint: None };
    let languages: Vec<Choice> =
        Locale::ALL.iter().map(|locale| choice(locale.as_str(), text.word(*locale))).collect();
    let themes: Vec<Choice> = Theme::ALL
        .iter()
        .map(|theme| choice(theme.as_str(), text.say(&format!("theme-{}", theme.as_str()))))
        .collect();
    html! {
        <section class="panel" aria-labelledby="looks-title">
            <h2 id="looks-title" class="section-title">{ text.say("profile-looks") }</h2>
            if let Some(failure) = &submit.failure { <Failed failure={failure.clone()} small=true /> }
            <Choices name="locale" label={text.say("language")} value={preferences.locale.as_str()} onchange={choose_language} choices={languages} />
            <Choices name="theme" label={text.say("theme")} value={preferences.theme.as_str()} onchange={choose_theme} choices={themes} />
            <div class="field">
                <label class="choice choice-bare">
                    <input type="checkbox" class="form-check-input" name="shortcuts" checked={preferences.shortcuts} onchange={choose_shortcuts} />
                    <span class="choice-text">
                        <span class="choice-label">{ text.say("shortcuts") }</span>
                        <span class="choice-hint">{ text.say("shortcuts-hint") }</span>
                    </span>
                </label>
            </div>
        </section>
    }
}
