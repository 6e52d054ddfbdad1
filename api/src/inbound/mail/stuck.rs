//! Mails of a folder that could not be fetched. They wait behind the others, so that none is in the way of
//! those that came after it; what has failed some times is given up for a while.

use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeMap;

/// How often a mail is tried before it is given up.
pub(super) const TRIES: u32 = 3;

/// How long one that was given up is left alone, before it is tried once more.
const REST: TimeDelta = TimeDelta::hours(1);

/// What is known of them, as long as this replica listens to the mailbox.
#[derive(Debug, Default)]
pub(super) struct Stuck {
    /// As long as this stays what it is, a number means the same mail (RFC 3501 §2.3.1.1).
    validity: Option<u32>,
    mails: BTreeMap<u32, Trouble>,
    failures: usize,
}

#[derive(Clone, Copy, Debug)]
struct Trouble {
    tries: u32,
    /// Not before then.
    until: Option<DateTime<Utc>>,
}

impl Stuck {
    /// Which of the unseen are tried, in which order: those that never failed first.
    pub(super) fn in_order(
        &mut self,
        validity: Option<u32>,
        unseen: Vec<u32>,
        now: DateTime<Utc>,
    ) -> Vec<u32> {
        if self.validity != validity {
            self.validity = validity;
            self.mails.clear();
        }
        // What somebody has read or moved meanwhile is no trouble any more.
        self.mails.retain(|uid, _| unseen.contains(uid));
        let rests = |uid: &u32| {
            let until = self.mails.get(uid).and_then(|trouble| trouble.until);
            until.is_some_and(|until| until > now)
        };
        let mut due: Vec<u32> = unseen.into_iter().filter(|uid| !rests(uid)).collect();
        due.sort_by_key(|uid| self.mails.get(uid).map_or(0, |trouble| trouble.tries));
        due
    }

    /// One could not be fetched; whether it is given up.
    pub(super) fn failed(&mut self, uid: u32, now: DateTime<Utc>) -> bool {
        self.failures += 1;
        let trouble = self.mails.entry(uid).or_insert(Trouble { tries: 0, until: None });
        trouble.tries = trouble.tries.saturating_add(1);
        let given_up = trouble.tries >= TRIES;
        trouble.until = given_up.then(|| now + REST);
        given_up
    }

    /// One was fetched.
    pub(super) fn fetched(&mut self, uid: u32) {
        self.mails.remove(&uid);
    }

    /// How often one could not be fetched.
    pub(super) fn failures(&self) -> usize {
        self.failures
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> DateTime<Utc> {
        DateTime::<Utc>::UNIX_EPOCH + TimeDelta::days(20_000)
    }

    #[test]
    fn what_fails_waits_behind_the_others_and_is_given_up() {
        let mut stuck = Stuck::default();
        let all = || vec![3, 4, 7];
        assert_eq!(stuck.in_order(Some(1), all(), now()), [3, 4, 7]);
        assert!(!stuck.failed(3, now()));
        assert_eq!(stuck.in_order(Some(1), all(), now()), [4, 7, 3]);
        assert!(!stuck.failed(3, now()));
        assert!(!stuck.failed(4, now()));
        assert_eq!(stuck.in_order(Some(1), all(), now()), [7, 4, 3]);
        assert!(stuck.failed(3, now()), "three times");
        assert_eq!(stuck.in_order(Some(1), all(), now()), [7, 4]);
        let later = now() + REST;
        assert_eq!(stuck.in_order(Some(1), all(), later), [7, 4, 3]);
        assert!(stuck.failed(3, later), "and once more");
        assert_eq!(stuck.in_order(Some(1), all(), later), [7, 4]);
        assert_eq!(stuck.failures(), 5);
        stuck.fetched(4);
        assert_eq!(stuck.in_order(Some(1), all(), later), [4, 7]);
    }

    #[test]
    fn a_number_of_another_time_is_another_mail() {
        let mut stuck = Stuck::default();
        assert_eq!(stuck.in_order(Some(1), vec![3], now()), [3]);
        for _ in 0..TRIES {
            stuck.failed(3, now());
        }
        assert_eq!(stuck.in_order(Some(1), vec![3], now()), [0_u32; 0]);
        assert_eq!(stuck.in_order(Some(2), vec![3], now()), [3]);
        stuck.failed(3, now());
        // Somebody has read it.
        assert_eq!(stuck.in_order(Some(2), vec![5], now()), [5]);
        assert_eq!(stuck.in_order(Some(2), vec![3, 5], now()), [3, 5]);
    }
}
