//! What a person prefers in this browser: language, theme, one-key shortcuts, filters they have
//! named. Kept in local storage. The language and the filters are a person's: at a shared computer the
//! next one finds neither.

mod saved;

pub(crate) use saved::{MOST as MOST_FILTERS, SavedFilter, Saving};

use crate::browser;
use crate::text::Text;
use contract::auth::{Locale, Me};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Where the language is kept that was chosen by hand.
const LOCALE: &str = "mesa.locale";

/// Light, dark, or as the system says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Theme {
    Auto,
    Light,
    Dark,
}

impl Theme {
    pub(crate) const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The word kept in storage and used in the catalogue's keys.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of a word; `Auto` for anything unknown.
    pub(crate) fn of(word: &str) -> Self {
        Self::ALL.into_iter().find(|theme| theme.as_str() == word).unwrap_or(Self::Auto)
    }

    fn show(self) {
        let dark = self == Self::Dark || (self == Self::Auto && browser::prefers_dark());
        browser::mark_root("data-bs-theme", if dark { "dark" } else { "light" });
    }
}

/// The preferences of this browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Preferences {
    pub(crate) locale: Locale,
    pub(crate) theme: Theme,
    /// Whether single letters act as shortcuts (WCAG 2.1.4 wants a way to turn them off).
    pub(crate) shortcuts: bool,
    /// Filters of the console's lists, in the order in which they were named.
    pub(crate) filters: Vec<SavedFilter>,
    /// User name of whoever named them; empty until somebody has signed in.
    username: String,
}

impl Preferences {
    /// What this browser kept, or Spanish, the system's theme, and shortcuts on.
    pub(crate) fn stored() -> Self {
        Self {
            locale: Self::chosen_locale().unwrap_or(Locale::Es),
            theme: browser::kept("mesa.theme").map_or(Theme::Auto, |word| Theme::of(&word)),
            shortcuts: browser::kept("mesa.shortcuts").is_none_or(|word| word != "off"),
            filters: Vec::new(),
            username: String::new(),
        }
    }

    /// The language that was chosen by hand, if one was since the last session ended.
    fn chosen_locale() -> Option<Locale> {
        browser::kept(LOCALE)?.parse().ok()
    }

    /// A session has ended: whoever comes next has a language of their own.
    pub(crate) fn forget_locale() {
        browser::forget(LOCALE);
    }
}

/// What can change.
pub(crate) enum Prefer {
    /// A language, chosen by hand: kept.
    Locale(Locale),
    /// Somebody has signed in: their filters, and their language unless another was chosen by hand.
    Person(Rc<Me>),
    Theme(Theme),
    Shortcuts(bool),
    Filter(Saving),
}

impl Reducible for Preferences {
    type Action = Prefer;

    fn reduce(self: Rc<Self>, action: Prefer) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            Prefer::Locale(locale) => {
                browser::keep(LOCALE, locale.as_str());
                next.locale = locale;
            }
            Prefer::Person(me) => {
                next.locale = Self::chosen_locale().unwrap_or(me.locale);
                next.filters = saved::kept(&me.username);
                next.username.clone_from(&me.username);
            }
            Prefer::Theme(theme) => {
                browser::keep("mesa.theme", theme.as_str());
                next.theme = theme;
            }
            Prefer::Shortcuts(on) => {
                browser::keep("mesa.shortcuts", if on { "on" } else { "off" });
                next.shortcuts = on;
            }
            Prefer::Filter(saving) => {
                next.filters = saved::after(&self.filters, saving);
                saved::keep(&self.username, &next.filters);
            }
        }
        Rc::new(next)
    }
}

/// The preferences and the means to change them.
pub(crate) type PreferencesHandle = UseReducerHandle<Preferences>;

/// Properties of components that only wrap others.
#[derive(Properties, PartialEq)]
pub(crate) struct WrapperProps {
    #[prop_or_default]
    pub(crate) children: Html,
}

/// Provides the preferences and the texts of the language they name, and shows the theme.
#[component]
pub(crate) fn PreferencesProvider(props: &WrapperProps) -> Html {
    let preferences = use_reducer(Preferences::stored);
    // While a language is on its way, and when it cannot be had, the one before stays.
    let text = use_state(|| Text::at_hand(preferences.locale));
    {
        let (before, text) = ((*text).clone(), text.setter());
        use_effect_with(preferences.locale, move |locale| {
            let locale = *locale;
            spawn_local(async move {
                let fetched = Text::fetch(locale).await;
                text.set(Some(fetched.or(before).unwrap_or_else(|| Text::of(Locale::Es))));
            });
        });
    }
    use_effect_with(text.as_ref().map(|text| text.locale), |locale| {
        if let Some(locale) = locale {
            browser::mark_root("lang", locale.as_str());
        }
    });
    use_effect_with(preferences.theme, |theme| {
        let theme = *theme;
        theme.show();
        let query = browser::window().match_media("(prefers-color-scheme: dark)").ok().flatten();
        let listener =
            query.map(|query| gloo_events::EventListener::new(&query, "change", move |_| theme.show()));
        move || drop(listener)
    });
    html! {
        <ContextProvider<PreferencesHandle> context={preferences.clone()}>
            if let Some(text) = (*text).clone() {
                <ContextProvider<Text> context={text}>{ props.children.clone() }</ContextProvider<Text>>
            }
        </ContextProvider<PreferencesHandle>>
    }
}

/// The preferences of this browser.
#[hook]
pub(crate) fn use_preferences() -> PreferencesHandle {
    use_context().expect("PreferencesProvider wraps the application")
}
