//! The single-page application: the portal of those who ask and the console of those who solve.
//!
//! Read `app.rs` first, then `route.rs` and `session.rs`. Each capability has a folder; `ui/` holds
//! the design system, which knows no word of the domain; `api/` has one function per operation of
//! the API; `text/` and the catalogues in `frontend/text` hold every sentence in both languages.
//! The screen decides nothing: what a person may do is what `allowed_actions` says.

mod admin;
mod api;
mod app;
mod browser;
mod connection;
mod console;
#[cfg(debug_assertions)]
mod gallery;
mod hooks;
mod keys;
mod layout;
mod live;
mod mails;
mod markdown;
mod order;
mod panic;
mod parts;
mod portal;
mod preferences;
mod privacy;
mod profile;
mod route;
mod session;
mod sheets;
mod sign_in;
mod supervision;
mod surveys;
mod text;
mod tickets;
mod ui;

fn main() {
    panic::install();
    parts::foresee();
    yew::Renderer::<app::App>::new().render();
}
