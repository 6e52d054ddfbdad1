//! Signing in (TC-PD-15 activity 2): the page, and the dialog over a page whose session ran out.

mod dialog;
mod form;
mod page;
mod providers;

pub(crate) use dialog::SignInDialog;
pub(crate) use page::SignInPage;
