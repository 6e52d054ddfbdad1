//! What can be done to a ticket: for each action its fields, its body, and its form in place.

mod command;
mod command_form;
mod form;
mod spec;

pub(crate) use command::Command;
#[cfg(test)]
pub(crate) use command::bodies;
pub(crate) use command_form::CommandForm;
pub(crate) use form::{ActionForm, ActionFormProps};
pub(crate) use spec::{fields_for_many, is_immediate};
