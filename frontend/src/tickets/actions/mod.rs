//! What can be done to a ticket: for each action its fields, its body, and its form in place.

mod command;
mod form;
mod spec;

pub(crate) use command::Command;
#[cfg(test)]
pub(crate) use command::bodies;
pub(crate) use form::ActionForm;
pub(crate) use spec::is_immediate;
