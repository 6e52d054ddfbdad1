//! The parts of the application. A browser fetches a part when it needs the first of its pages, so
//! that nobody waits for screens they may never see. What two parts have in common travels apart from
//! both; what every page needs is in the program that starts.
#![expect(clippy::unnecessary_wraps, reason = "fetching the part may fail, and is said to by the same type")]

use crate::admin::{AdminNav, AdminPages};
use crate::api::{Answer, Failure};
use crate::browser;
use crate::console::{NewTicketPage, QueuePage, TicketPage};
use crate::hooks::use_remote;
use crate::layout::{ConsoleShell, NotFoundPage, PortalShell, Splash};
use crate::mails::MailsPage;
use crate::portal::{HomePage, MyTicketPage, MyTicketsPage, RegisterPage, RegisteredPage};
use crate::privacy::NoticePage;
use crate::profile::ProfilePage;
use crate::route::Route;
use crate::sheets;
use crate::supervision::SupervisionPage;
use crate::surveys::InvitationPage;
use crate::text::{self, bring_texts};
use crate::ui::Failed;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::pin::Pin;
use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::prelude::*;
use yew_router::Routable;

/// How a part draws the pages that belong to it, in their shell.
type Draw = fn(Route) -> Html;

/// Under which a tab remembers that it was loaded anew for want of a part.
const RELOADED: &str = "mesa.reloaded";

thread_local! {
    /// The parts that are there, so that going back to one waits for nothing.
    static FETCHED: RefCell<BTreeMap<Part, Draw>> = const { RefCell::new(BTreeMap::new()) };
}

/// What is fetched at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// Where whoever asks begins.
    Home,
    /// Where whoever solves begins.
    Queue,
    /// A ticket as its requester sees it.
    Case,
    /// How one's own case is registered.
    Register,
    /// How somebody else's is.
    New,
    /// A ticket as those see it who solve it.
    Ticket,
    Supervision,
    /// Mails that came to the desk.
    Mails,
    /// What people say of themselves and prove themselves by.
    Profile,
    /// What only administrators see.
    Admin,
    /// What is accepted before anything else, and what a letter's link leads to.
    Apart,
}

impl Part {
    const fn of(route: &Route) -> Self {
        match route {
            Route::Queue => Self::Queue,
            Route::MyTicket { .. } => Self::Case,
            Route::Register => Self::Register,
            Route::NewTicket => Self::New,
            Route::Ticket { .. } => Self::Ticket,
            Route::Supervision => Self::Supervision,
            Route::Mails => Self::Mails,
            Route::Profile => Self::Profile,
            Route::Admin | Route::Administration => Self::Admin,
            Route::Invitation { .. } => Self::Apart,
            _ => Self::Home,
        }
    }

    /// The part, if it has been fetched.
    fn at_hand(self) -> Option<Draw> {
        FETCHED.with_borrow(|parts| parts.get(&self).copied())
    }

    /// The style sheets of its pages, besides the one of every page.
    const fn sheets(self) -> &'static [&'static str] {
        match self {
            // The gallery, which only a bundle for development has, shows everything.
            Self::Home if cfg!(debug_assertions) => &["portal", "console", "supervision", "admin"],
            Self::Home | Self::Case | Self::Register => &["portal"],
            Self::Queue | Self::New | Self::Ticket => &["console"],
            Self::Supervision => &["console", "supervision"],
            Self::Mails | Self::Admin => &["console", "admin"],
            Self::Profile | Self::Apart => &[],
        }
    }

    /// Fetches the part, unless it is there.
    async fn fetch(self) -> Answer<Draw> {
        // They travel beside the program.
        let sheets = sheets::bring(self.sheets());
        let part: Pin<Box<dyn Future<Output = Result<Draw, SplitLoaderError>>>> = match self {
            Self::Home => Box::pin(home()),
            Self::Queue => Box::pin(queue()),
            Self::Case => Box::pin(case()),
            Self::Register => Box::pin(register()),
            Self::New => Box::pin(new()),
            Self::Ticket => Box::pin(ticket()),
            Self::Supervision => Box::pin(supervision()),
            Self::Mails => Box::pin(mails()),
            Self::Profile => Box::pin(profile()),
            Self::Admin => Box::pin(admin()),
            Self::Apart => Box::pin(apart()),
        };
        let fetched = part.await;
        let complete = sheets.all().await && text::complete().await;
        let fetched = if complete { fetched.ok() } else { None };
        if let Some(draw) = fetched {
            FETCHED.with_borrow_mut(|parts| parts.insert(self, draw));
            browser::forget_in_tab(RELOADED);
        } else if browser::is_online() && browser::kept_in_tab(RELOADED).is_none() {
            // After an update the server has other parts: those of the program that it has now.
            browser::keep_in_tab(RELOADED, "1");
            browser::reload();
        }
        fetched.ok_or(Failure::Offline)
    }
}

/// Begins to fetch the part of the present address, without waiting for who the person is.
pub(crate) fn foresee() {
    if let Some(route) = Route::recognize(&browser::path()).filter(|route| !matches!(route, Route::Start)) {
        spawn_local(async move {
            // Whoever draws the page asks again, and says what went wrong.
            let _ = Part::of(&route).fetch().await;
        });
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct PageProps {
    pub(crate) route: Route,
}

/// A page, as soon as its part is there.
#[component]
pub(crate) fn Page(props: &PageProps) -> Html {
    use_page(Part::of(&props.route), &props.route)
}

/// The notice on personal data, in place of every page until it is accepted.
#[component]
pub(crate) fn Notice() -> Html {
    use_page(Part::Apart, &Route::Start)
}

#[hook]
fn use_page(part: Part, route: &Route) -> Html {
    let fetched = use_remote(part, |_, part| part.fetch());
    match (part.at_hand(), &fetched.failure) {
        (Some(draw), _) => draw(route.clone()),
        (None, Some(failure)) => html! {
            <main class="narrow"><Failed failure={failure.clone()} retry={fetched.reload.clone()} /></main>
        },
        (None, None) => html! { <Splash /> },
    }
}

fn in_portal(page: Html) -> Html {
    html! { <PortalShell>{ page }</PortalShell> }
}

fn in_console(page: Html) -> Html {
    html! { <ConsoleShell>{ page }</ConsoleShell> }
}

#[wasm_split(home, fallible)]
fn home() -> Result<Draw, SplitLoaderError> {
    bring_texts!("portal");
    Ok(|route| {
        in_portal(match route {
            Route::Portal => html! { <HomePage /> },
            Route::MyTickets => html! { <MyTicketsPage /> },
            Route::Registered { number } => {
                html! { <RegisteredPage key={number.clone()} number={number.clone()} /> }
            }
            #[cfg(debug_assertions)]
            Route::Gallery => html! { <crate::gallery::GalleryPage /> },
            _ => html! { <NotFoundPage /> },
        })
    })
}

#[wasm_split(queue, fallible)]
fn queue() -> Result<Draw, SplitLoaderError> {
    bring_texts!("console");
    Ok(|_| in_console(html! { <QueuePage /> }))
}

#[wasm_split(case, fallible)]
fn case() -> Result<Draw, SplitLoaderError> {
    bring_texts!("portal", "case");
    Ok(|route| match route {
        Route::MyTicket { number } => {
            in_portal(html! { <MyTicketPage key={number.clone()} number={number.clone()} /> })
        }
        _ => Html::default(),
    })
}

#[wasm_split(register, fallible)]
fn register() -> Result<Draw, SplitLoaderError> {
    bring_texts!("portal", "register");
    Ok(|_| in_portal(html! { <RegisterPage /> }))
}

#[wasm_split(new, fallible)]
fn new() -> Result<Draw, SplitLoaderError> {
    bring_texts!("console", "register");
    Ok(|_| in_console(html! { <NewTicketPage /> }))
}

#[wasm_split(ticket, fallible)]
fn ticket() -> Result<Draw, SplitLoaderError> {
    bring_texts!("console", "case", "ticket");
    Ok(|route| match route {
        Route::Ticket { number } => {
            in_console(html! { <TicketPage key={number.clone()} number={number.clone()} /> })
        }
        _ => Html::default(),
    })
}

#[wasm_split(supervision, fallible)]
fn supervision() -> Result<Draw, SplitLoaderError> {
    bring_texts!("console", "supervision");
    Ok(|_| in_console(html! { <SupervisionPage /> }))
}

#[wasm_split(mails, fallible)]
fn mails() -> Result<Draw, SplitLoaderError> {
    bring_texts!("console", "mails");
    Ok(|_| in_console(html! { <MailsPage /> }))
}

#[wasm_split(profile, fallible)]
fn profile() -> Result<Draw, SplitLoaderError> {
    bring_texts!("profile", "keys");
    Ok(|_| in_portal(html! { <ProfilePage /> }))
}

#[wasm_split(admin, fallible)]
fn admin() -> Result<Draw, SplitLoaderError> {
    bring_texts!("console", "administration", "keys");
    Ok(|_| html! { <ConsoleShell nav={html! { <AdminNav /> }}><AdminPages /></ConsoleShell> })
}

#[wasm_split(apart, fallible)]
fn apart() -> Result<Draw, SplitLoaderError> {
    bring_texts!("apart", "survey");
    Ok(|route| match route {
        Route::Invitation { token } => html! { <InvitationPage key={token.clone()} token={token.clone()} /> },
        _ => html! { <NoticePage /> },
    })
}
