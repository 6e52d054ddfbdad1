//! What fills a blank of a message: words, or a number, after which a plural goes.

use super::Text;
use std::borrow::Cow;

/// What fills a blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Blank<'a> {
    Words(Cow<'a, str>),
    Number(i64),
}

impl Blank<'_> {
    /// As people read it in a language.
    pub(super) fn written(&self, text: &Text) -> Cow<'_, str> {
        match self {
            Self::Words(words) => Cow::Borrowed(words),
            Self::Number(number) => Cow::Owned(text.count(*number)),
        }
    }

    /// Whether a choice with this key is meant: the very words or number, or the plural of it. In both
    /// our languages there is `one`, and there is every `other`, which is the choice by default.
    pub(super) fn is(&self, key: &str) -> bool {
        match self {
            Self::Words(words) => words == key,
            Self::Number(number) => (*number == 1 && key == "one") || number.to_string() == key,
        }
    }
}

impl<'a> From<&'a str> for Blank<'a> {
    fn from(words: &'a str) -> Self {
        Self::Words(Cow::Borrowed(words))
    }
}

impl<'a> From<&'a String> for Blank<'a> {
    fn from(words: &'a String) -> Self {
        Self::Words(Cow::Borrowed(words))
    }
}

impl From<String> for Blank<'_> {
    fn from(words: String) -> Self {
        Self::Words(Cow::Owned(words))
    }
}

/// Whole numbers of every size that we count with.
macro_rules! numbers {
    ($($number:ty),+) => {$(
        impl From<$number> for Blank<'_> {
            fn from(number: $number) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )+};
}

numbers!(u8, u16, u32, u64, usize, i32, i64);
