//! Registering one's own case.

use crate::route::Route;
use crate::text::use_text;
use crate::tickets::{RegisterForm, Registered};
use crate::ui::{Icon, PageTitle, glyph, go, href, use_ready};
use yew::prelude::*;
use yew_router::prelude::*;

/// The form; afterwards the page that says what happens next.
#[component]
pub(crate) fn RegisterPage() -> Html {
    let text = use_text();
    let navigator = use_navigator();
    let query = use_location()
        .map(|location| location.query_str().trim_start_matches('?').to_owned())
        .unwrap_or_default();
    let given: Vec<(String, String)> = serde_html_form::from_str(&query).unwrap_or_default();
    use_ready(true);
    let done = Callback::from(move |registered: Registered| {
        let Some(navigator) = &navigator else { return };
        let page = href(&Route::Registered { number: registered.ticket.summary.number });
        let to = if registered.files_lost { format!("{page}?files=lost") } else { page.to_string() };
        go(navigator, &to);
    });
    html! {
        <div class="register-page">
            <div class="stack">
                <PageTitle title={text.say("register-title")} />
                <p class="lead">{ text.say("register-about") }</p>
                <div class="panel"><RegisterForm key={query} {given} {done} /></div>
            </div>
            <Afterwards />
        </div>
    }
}

/// What will happen, for whoever has never done this.
#[component]
fn Afterwards() -> Html {
    let text = use_text();
    let step = |icon: Icon, key: &str| {
        html! { <li><span class="shelf-icon">{ glyph(icon) }</span><p>{ text.say(key) }</p></li> }
    };
    html! {
        <aside class="afterwards" aria-labelledby="afterwards-title">
            <h2 id="afterwards-title" class="section-title">{ text.say("afterwards-title") }</h2>
            <ol>
                { step(Icon::Ticket, "afterwards-number") }
                { step(Icon::MailOpened, "afterwards-open") }
                { step(Icon::Messages, "afterwards-talk") }
                { step(Icon::CircleCheck, "afterwards-word") }
            </ol>
        </aside>
    }
}
