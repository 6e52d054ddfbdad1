//! Keys that mean something one after the other: `g` and then `i`.

/// For how long the second key is waited for, in milliseconds.
const PATIENCE: f64 = 1_500.0;

/// The key that waits for another.
const LEADER: &str = "g";

/// What was pressed before.
#[derive(Debug, Default)]
pub(super) struct Sequence {
    /// When the leader was pressed, if it was the last key.
    leader_at: Option<f64>,
    /// The last press, by its time, and what it meant.
    last: Option<(f64, Option<String>)>,
}

impl Sequence {
    /// What a key means together with the one before it; nothing while it waits for the next. Several
    /// parts of a page listen: whoever asks about the same press hears the same.
    pub(super) fn press(&mut self, key: &str, at: f64) -> Option<String> {
        if let Some((_, meant)) = self.last.as_ref().filter(|(last, _)| last.total_cmp(&at).is_eq()) {
            return meant.clone();
        }
        let led = self.leader_at.take().is_some_and(|since| at - since <= PATIENCE);
        let meant = if led {
            Some(format!("{LEADER} {key}"))
        } else if key == LEADER {
            self.leader_at = Some(at);
            None
        } else {
            Some(key.to_owned())
        };
        self.last = Some((at, meant.clone()));
        meant
    }
}

#[cfg(test)]
mod tests {
    use super::Sequence;

    #[test]
    fn a_leader_waits_for_the_next_key_but_not_for_long() {
        let mut sequence = Sequence::default();
        assert_eq!(sequence.press("j", 1.0).as_deref(), Some("j"));
        assert_eq!(sequence.press("g", 2.0), None);
        assert_eq!(sequence.press("i", 900.0).as_deref(), Some("g i"));
        assert_eq!(sequence.press("i", 1_000.0).as_deref(), Some("i"));
        assert_eq!(sequence.press("g", 2_000.0), None);
        assert_eq!(sequence.press("i", 4_000.0).as_deref(), Some("i"));
        assert_eq!(sequence.press("g", 5_000.0), None);
        assert_eq!(sequence.press("g", 5_100.0).as_deref(), Some("g g"));
    }

    #[test]
    fn all_who_ask_about_a_press_hear_the_same() {
        let mut sequence = Sequence::default();
        assert_eq!(sequence.press("g", 1.0), None);
        assert_eq!(sequence.press("g", 1.0), None);
        assert_eq!(sequence.press("m", 2.0).as_deref(), Some("g m"));
        assert_eq!(sequence.press("m", 2.0).as_deref(), Some("g m"));
    }
}
