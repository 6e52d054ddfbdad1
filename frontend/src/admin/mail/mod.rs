//! Letters: how each is worded, and where those are that were written.

mod editor;
mod letters;
mod page;
mod preview;
mod templates;
mod variables;

pub(super) use letters::LettersPage;
pub(super) use page::TemplatePage;
pub(super) use templates::TemplatesPage;
