//! The design system: components that know nothing of the domain. What they look like is in
//! `frontend/styles`; what they say is given to them, or stands in the catalogues under `ui-`.

mod badge;
mod button;
mod choices;
mod dialog;
mod disclosure;
mod draw;
mod error_summary;
mod field;
mod files;
mod icon;
mod link;
mod markdown;
mod moment;
mod page;
mod pager;
mod select;
mod stepper;
mod text_area;
mod text_input;
mod timeline;
mod toast;

pub(crate) use badge::{Badge, Tone, avatar};
pub(crate) use button::{Button, Look};
pub(crate) use choices::{Choice, Choices};
pub(crate) use dialog::Dialog;
pub(crate) use disclosure::Disclosure;
pub(crate) use draw::{Empty, Failed, Shape, draw};
pub(crate) use error_summary::{ErrorSummary, FieldFault};
pub(crate) use files::{FileDrop, pasted, size_in_words};
pub(crate) use icon::{Icon, glyph};
pub(crate) use link::{Link, go, href};
pub(crate) use markdown::{Markdown, MarkdownInput};
pub(crate) use moment::Moment;
pub(crate) use page::{PageTitle, use_ready};
pub(crate) use pager::Pager;
pub(crate) use select::{Choosable, Select, Shelf};
pub(crate) use stepper::{Stage, StageState, Stepper};
pub(crate) use text_area::TextArea;
pub(crate) use text_input::TextInput;
pub(crate) use timeline::{Entry, Timeline};
pub(crate) use toast::{ToastProvider, use_toast};
