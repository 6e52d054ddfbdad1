//! The application: what surrounds every page, and which page an address means.

use crate::connection::ConnectionProvider;
use crate::hooks::NowProvider;
use crate::layout::Gate;
use crate::live::LiveProvider;
use crate::parts::{Notice, Page};
use crate::preferences::PreferencesProvider;
use crate::route::{AdminRoute, Route};
use crate::session::{AccountProvider, administers, is_staff, reads_reports, use_me};
use crate::ui::ToastProvider;
use contract::auth::Duty;
use yew::prelude::*;
use yew_router::prelude::*;

/// The whole application. The order matters: texts before whoever speaks, the account before
/// whoever asks the API, the gate before every page.
#[component]
pub(crate) fn App() -> Html {
    html! {
        <PreferencesProvider>
            <ToastProvider>
                <BrowserRouter>
                    <AccountProvider>
                        <ConnectionProvider>
                            <NowProvider>
                                <Doors />
                            </NowProvider>
                        </ConnectionProvider>
                    </AccountProvider>
                </BrowserRouter>
            </ToastProvider>
        </PreferencesProvider>
    }
}

/// A letter's link opens its page to anybody; the rest is behind the gate.
#[component]
fn Doors() -> Html {
    match use_route::<Route>() {
        Some(route @ Route::Invitation { .. }) => html! { <Page {route} /> },
        _ => html! { <Gate><LiveProvider><Pages /></LiveProvider></Gate> },
    }
}

/// The page of the present address, unless the person belongs elsewhere, or has yet to read how their
/// data are used.
#[component]
fn Pages() -> Html {
    let me = use_me();
    let route = use_route::<Route>().unwrap_or(Route::NotFound);
    if me.duties.iter().any(|duty| *duty != Duty::AcceptNotice) {
        // Nothing else is to be had before; the address stays, so that they get there afterwards.
        return html! { <Page route={Route::Profile} /> };
    }
    if me.duties.contains(&Duty::AcceptNotice) {
        return html! { <Notice /> };
    }
    match route {
        Route::Start => html! { <Redirect<Route> to={Route::home(&me)} /> },
        Route::AnyTicket { number } => html! { <Redirect<Route> to={Route::ticket(&me, number)} /> },
        // The console is for those who solve; the API would tell others nothing there.
        Route::Queue | Route::NewTicket if !is_staff(&me) => html! { <Redirect<Route> to={Route::Portal} /> },
        Route::Supervision if !reads_reports(&me) => html! { <Redirect<Route> to={Route::home(&me)} /> },
        Route::Admin | Route::Administration if !administers(&me) => {
            html! { <Redirect<Route> to={Route::home(&me)} /> }
        }
        Route::Admin => html! { <Redirect<AdminRoute> to={AdminRoute::People} /> },
        Route::Ticket { number } if !is_staff(&me) => {
            html! { <Redirect<Route> to={Route::MyTicket { number }} /> }
        }
        route => html! { <Page {route} /> },
    }
}
