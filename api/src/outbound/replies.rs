//! The addresses that letters are answered to: the desk's own with a mark behind a `+` (RFC 5233), such as
//! `mesa+tic-1042-mbswy3dpeb3w64tm@example.org`. The mark is signed for one case and one person, so that
//! nobody gets into a case by writing its number.

use crate::auth::Keys;
use crate::ids::{TicketId, UserId};
use lettre::Address;

/// The address of the desk to which letters are answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplyAddress(Address);

/// What an address says that somebody has written to; whether it is true, [`Keys::is_reply_mark`] says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The number of a case, as it is written there.
    pub number: String,
    /// The mark.
    pub mark: String,
}

impl ReplyAddress {
    /// By the address without a mark.
    #[must_use]
    pub fn of(address: Address) -> Self {
        Self(address)
    }

    /// Whether it is this address, without a mark.
    #[must_use]
    pub fn is(&self, address: &str) -> bool {
        self.0.to_string().eq_ignore_ascii_case(address)
    }

    /// The address to which a person answers the letters about a case.
    #[must_use]
    pub fn of_letter(&self, keys: &Keys, number: &str, ticket: TicketId, person: UserId) -> String {
        let mark = keys.reply_mark(ticket, person);
        format!("{}+{}-{mark}@{}", self.0.user(), number.to_ascii_lowercase(), self.0.domain())
    }

    /// What the first of these addresses says that is one of ours with something behind a `+`.
    #[must_use]
    pub fn read(&self, recipients: &[String]) -> Option<Marked> {
        recipients.iter().find_map(|recipient| self.read_one(recipient))
    }

    fn read_one(&self, recipient: &str) -> Option<Marked> {
        let (user, domain) = recipient.trim().rsplit_once('@')?;
        if !domain.eq_ignore_ascii_case(self.0.domain()) {
            return None;
        }
        let (own, detail) = user.split_at_checked(self.0.user().len())?;
        let detail = detail.strip_prefix('+')?;
        if !own.eq_ignore_ascii_case(self.0.user()) {
            return None;
        }
        let (number, mark) = detail.rsplit_once('-')?;
        Some(Marked { number: number.to_owned(), mark: mark.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_however_the_case_has_changed_on_the_way() {
        let keys = Keys::of(&[7; 32]).expect("keys");
        let address = ReplyAddress::of("mesa@example.org".parse().expect("an address"));
        let (ticket, person) = (TicketId::fresh(), UserId::fresh());
        let written = address.of_letter(&keys, "TIC-1042", ticket, person);
        assert!(written.starts_with("mesa+tic-1042-") && written.ends_with("@example.org"), "{written}");
        let detail = written.split(['+', '@']).nth(1).expect("a detail");
        assert!(detail.len() < 40, "{detail}");
        for way in [written.clone(), written.to_uppercase()] {
            let others = ["ana@example.org".to_owned(), way];
            let marked = address.read(&others).expect("it is ours");
            assert!(marked.number.eq_ignore_ascii_case("TIC-1042"));
            assert!(keys.is_reply_mark(&marked.mark, ticket, person));
        }
    }

    #[test]
    fn other_addresses_say_nothing() {
        let address = ReplyAddress::of("mesa@example.org".parse().expect("an address"));
        for other in [
            "mesa@example.org",
            "mesa+tic@example.org",
            "mesa+tic-1-x@example.net",
            "mesas+tic-1-x@example.org",
            "ñ+tic-1-x@example.org",
            "nobody",
            "",
        ] {
            assert_eq!(address.read(&[other.to_owned()]), None, "{other}");
        }
    }
}
