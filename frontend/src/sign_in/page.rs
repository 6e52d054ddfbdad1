//! The page for whoever has not signed in. The address stays, so that they arrive where they wanted.

use super::form::SignInForm;
use super::providers::Providers;
use crate::browser;
use crate::layout::{Brand, Landscape, languages};
use crate::preferences::use_preferences;
use crate::text::use_text;
use crate::ui::PageTitle;
use yew::prelude::*;

/// Brand on one side, form on the other.
#[component]
pub(crate) fn SignInPage() -> Html {
    let (text, preferences) = (use_text(), use_preferences());
    // Why a sign-in at a provider came to nothing.
    let problem = use_memo((), |()| browser::take_fragment("sign-in-problem="));
    let notice = (*problem).as_ref().map(|word| text.say(why(word)));
    html! {
        <div class="welcome">
            <header class="welcome-panel">
                <Brand />
                <p class="welcome-line">{ text.say("welcome-line") }</p>
                <p class="welcome-more">{ text.say("welcome-more") }</p>
                <Landscape />
            </header>
            <main id="main" class="welcome-form">
                { languages(&preferences, &text) }
                <PageTitle title={text.say("sign-in-title")} />
                <p class="muted">{ text.say("sign-in-about") }</p>
                <SignInForm {notice} />
                <Providers />
                <p class="muted small">{ text.say("sign-in-help") }</p>
            </main>
        </div>
    }
}

/// The sentence for a word of `GET /auth/oidc/callback`.
fn why(word: &str) -> &'static str {
    match word {
        "account_conflict" => "sign-in-why-conflict",
        "account_disabled" => "sign-in-why-disabled",
        "no_role" => "sign-in-why-no-role",
        "oidc_denied" => "sign-in-why-denied",
        "oidc_expired" => "sign-in-why-expired",
        "oidc_unreachable" => "sign-in-why-unreachable",
        _ => "sign-in-why-failed",
    }
}
