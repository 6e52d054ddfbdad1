//! The design system: components that know nothing of the domain. What they look like is in
//! `frontend/styles`; what they say is given to them, or stands in the catalogues under `ui-`.

mod badge;
mod button;
mod chart;
mod chip;
mod choices;
mod combobox;
mod date_time;
mod dialog;
mod disclosure;
mod draw;
mod drawer;
mod error_summary;
mod field;
mod files;
mod icon;
mod link;
mod listbox;
mod markdown;
mod moment;
mod page;
mod pager;
mod palette;
mod select;
mod selection;
mod stat;
mod stepper;
// In the gallery only, until a page has a table that is not a list of tickets.
#[cfg(debug_assertions)]
mod table;
mod tabs;
mod text_area;
mod text_input;
mod thumbnail;
mod timeline;
mod toast;

pub(crate) use badge::{Badge, Tone, avatar};
pub(crate) use button::{Button, Look};
pub(crate) use chart::{Bars, Columns, Line, Mark, Ring, Series};
pub(crate) use chip::Chip;
pub(crate) use choices::{Choice, Choices};
pub(crate) use combobox::Combobox;
pub(crate) use date_time::DateTimeInput;
pub(crate) use dialog::Dialog;
pub(crate) use disclosure::Disclosure;
pub(crate) use draw::{Empty, Failed, Shape, draw};
pub(crate) use drawer::Drawer;
pub(crate) use error_summary::{ErrorSummary, FieldFault};
pub(crate) use files::{FileDrop, pasted, size_in_words};
pub(crate) use icon::{Icon, glyph};
pub(crate) use link::{Link, go, href};
pub(crate) use listbox::Offer;
pub(crate) use markdown::{Markdown, MarkdownInput};
pub(crate) use moment::Moment;
pub(crate) use page::{PageTitle, use_ready};
pub(crate) use pager::Pager;
pub(crate) use palette::Palette;
pub(crate) use select::{Choosable, Select, Shelf};
pub(crate) use selection::{SelectAll, SelectRow, Selection};
pub(crate) use stat::{Change, Stat};
pub(crate) use stepper::{Stage, StageState, Stepper};
#[cfg(debug_assertions)]
pub(crate) use table::{Column, DataRow, DataTable, Sorting};
pub(crate) use tabs::{Tab, Tabs};
pub(crate) use text_area::TextArea;
pub(crate) use text_input::TextInput;
pub(crate) use timeline::{Entry, Timeline};
pub(crate) use toast::{ToastProvider, use_toast};
