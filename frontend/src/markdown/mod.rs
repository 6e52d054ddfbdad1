//! Markdown as people write it in descriptions and comments: paragraphs, line breaks, lists, quotes,
//! headings, code, emphasis, links. It becomes a tree that the screen draws node by node, so that no
//! text of anybody is ever taken for HTML; what is not understood is shown as it was written.
//!
//! A parser of the whole language would weigh an eighth of everything a browser loads here.

mod blocks;
mod inline;

pub(crate) use blocks::parse;

/// How deep quotes, lists and emphasis may stand in one another; deeper ones stay as written.
const DEPTH: u8 = 6;

/// A block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Block {
    Paragraph(Vec<Inline>),
    Heading(u8, Vec<Inline>),
    List { ordered: bool, items: Vec<Vec<Block>> },
    Quote(Vec<Block>),
    Code(String),
    Rule,
}

/// A stretch of text within a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Inline {
    Text(String),
    Strong(Vec<Inline>),
    Emphasis(Vec<Inline>),
    Strike(Vec<Inline>),
    Code(String),
    Link { to: String, label: Vec<Inline> },
    Break,
}
