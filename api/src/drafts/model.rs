//! What a draft is found by.

use crate::error::{Error, Result};

/// The longest key.
const LONGEST: usize = 120;

/// What a draft is of, such as `ticket:TIC-1042:comment`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DraftKey(String);

impl DraftKey {
    /// Of what a client calls it: 1 to 120 letters, figures, and `:`, `.`, `_`, `-`.
    pub(super) fn of(name: &str) -> Result<Self> {
        let plain = |sign: u8| sign.is_ascii_alphanumeric() || b":._-".contains(&sign);
        if (1..=LONGEST).contains(&name.len()) && name.bytes().all(plain) {
            Ok(Self(name.to_owned()))
        } else {
            Err(Error::field("key", "draft_key"))
        }
    }

    /// As it is written.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::DraftKey;

    #[test]
    fn a_key_is_plain_and_short() {
        for good in ["ticket:TIC-1:comment", "a", &"x".repeat(120)] {
            assert!(DraftKey::of(good).is_ok(), "{good}");
        }
        for bad in ["", "a b", "a/b", "ñ", &"x".repeat(121)] {
            assert!(DraftKey::of(bad).is_err(), "{bad}");
        }
    }
}
