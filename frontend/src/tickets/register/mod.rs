//! Registering a case (TC-PD-15 activity 3): the same form for whoever needs help and, with the
//! person and the channel, for an agent who writes down a call or a visit.

mod draft;
mod form;
mod questions;
mod service;
mod similar;

pub(crate) use form::{RegisterForm, Registered};
