//! The application: what surrounds every page, and which page an address means.

use crate::console::{NewTicketPage, QueuePage, TicketPage};
use crate::hooks::NowProvider;
use crate::layout::{ConsoleShell, Gate, NotFoundPage, PortalShell};
use crate::portal::{HomePage, MyTicketPage, MyTicketsPage, RegisterPage, RegisteredPage};
use crate::preferences::PreferencesProvider;
use crate::profile::ProfilePage;
use crate::route::Route;
use crate::session::{AccountProvider, is_staff, use_me};
use crate::ui::ToastProvider;
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
                        <NowProvider>
                            <Gate>
                                <Pages />
                            </Gate>
                        </NowProvider>
                    </AccountProvider>
                </BrowserRouter>
            </ToastProvider>
        </PreferencesProvider>
    }
}

/// The page of the present address, in the shell it belongs to.
#[component]
fn Pages() -> Html {
    let me = use_me();
    let route = use_route::<Route>().unwrap_or(Route::NotFound);
    let page = match route.clone() {
        Route::Start => return html! { <Redirect<Route> to={Route::home(&me)} /> },
        Route::AnyTicket { number } => return html! { <Redirect<Route> to={Route::ticket(&me, number)} /> },
        // The console is for those who solve; the API would tell others nothing there.
        Route::Queue | Route::NewTicket if !is_staff(&me) => {
            return html! { <Redirect<Route> to={Route::Portal} /> };
        }
        Route::Ticket { number } if !is_staff(&me) => {
            return html! { <Redirect<Route> to={Route::MyTicket { number }} /> };
        }
        Route::Portal => html! { <HomePage /> },
        Route::Register => html! { <RegisterPage /> },
        Route::Registered { number } => {
            html! { <RegisteredPage key={number.clone()} number={number.clone()} /> }
        }
        Route::MyTickets => html! { <MyTicketsPage /> },
        Route::MyTicket { number } => html! { <MyTicketPage key={number.clone()} number={number.clone()} /> },
        Route::Queue => html! { <QueuePage /> },
        Route::NewTicket => html! { <NewTicketPage /> },
        Route::Ticket { number } => html! { <TicketPage key={number.clone()} number={number.clone()} /> },
        Route::Profile => html! { <ProfilePage /> },
        Route::NotFound => html! { <NotFoundPage /> },
    };
    if route.is_console() {
        html! { <ConsoleShell>{ page }</ConsoleShell> }
    } else {
        html! { <PortalShell>{ page }</PortalShell> }
    }
}
