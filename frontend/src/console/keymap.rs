//! Which key does what: the one table that the pages obey and the help is drawn from.

use super::queues::Queue;
use contract::tickets::Action;

/// Where a key means something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    Everywhere,
    List,
    Ticket,
}

impl Scope {
    pub(super) const ALL: [Self; 3] = [Self::Everywhere, Self::List, Self::Ticket];

    /// The key of its heading in the catalogues.
    pub(super) const fn heading(self) -> &'static str {
        match self {
            Self::Everywhere => "help-everywhere",
            Self::List => "help-list",
            Self::Ticket => "help-ticket",
        }
    }
}

/// What a key brings about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    Help,
    Search,
    Queue(Queue),
    Supervision,
    NewTicket,
    NextRow,
    PreviousRow,
    SelectRow,
    SelectRange,
    SelectNothing,
    Refresh,
    Act(Action),
    Back,
    NextTicket,
    PreviousTicket,
}

/// A key, or two one after the other, and what it brings about.
#[derive(Clone, Copy, Debug)]
pub(super) struct Binding {
    pub(super) keys: &'static str,
    pub(super) scope: Scope,
    /// None where the browser or another part of the page sees to it.
    deed: Option<Deed>,
    /// The key of what the help says of it.
    pub(super) text: &'static str,
}

const fn bind(scope: Scope, keys: &'static str, deed: Deed, text: &'static str) -> Binding {
    Binding { keys, scope, deed: Some(deed), text }
}

const fn told(scope: Scope, keys: &'static str, text: &'static str) -> Binding {
    Binding { keys, scope, deed: None, text }
}

/// Every key.
pub(super) const BINDINGS: &[Binding] = &[
    told(Scope::Everywhere, "Ctrl K", "help-palette"),
    bind(Scope::Everywhere, "/", Deed::Search, "help-search"),
    bind(Scope::Everywhere, "n", Deed::NewTicket, "help-new"),
    bind(Scope::Everywhere, "g i", Deed::Queue(Queue::Unattended), "help-inbox"),
    bind(Scope::Everywhere, "g m", Deed::Queue(Queue::Mine), "help-mine"),
    bind(Scope::Everywhere, "g a", Deed::Queue(Queue::All), "help-all"),
    bind(Scope::Everywhere, "g s", Deed::Supervision, "help-supervision"),
    bind(Scope::Everywhere, "?", Deed::Help, "help-this"),
    bind(Scope::List, "j", Deed::NextRow, "help-next"),
    bind(Scope::List, "k", Deed::PreviousRow, "help-previous"),
    told(Scope::List, "Enter", "help-open"),
    bind(Scope::List, "x", Deed::SelectRow, "help-select"),
    bind(Scope::List, "X", Deed::SelectRange, "help-select-range"),
    bind(Scope::List, "Escape", Deed::SelectNothing, "help-select-nothing"),
    bind(Scope::List, "u", Deed::Refresh, "help-refresh"),
    bind(Scope::Ticket, "o", Deed::Act(Action::Open), "help-take"),
    bind(Scope::Ticket, "a", Deed::Act(Action::Accept), "help-accept"),
    told(Scope::Ticket, "c", "help-comment"),
    told(Scope::Ticket, "i", "help-note"),
    bind(Scope::Ticket, "e", Deed::Act(Action::Escalate), "help-escalate"),
    bind(Scope::Ticket, "d", Deed::Act(Action::Diagnose), "help-diagnose"),
    bind(Scope::Ticket, "w", Deed::Act(Action::Work), "help-work"),
    bind(Scope::Ticket, "r", Deed::Act(Action::Resolve), "help-resolve"),
    bind(Scope::Ticket, "]", Deed::NextTicket, "help-next-ticket"),
    bind(Scope::Ticket, "[", Deed::PreviousTicket, "help-previous-ticket"),
    bind(Scope::Ticket, "u", Deed::Back, "help-back"),
    told(Scope::Ticket, "Ctrl Enter", "help-send"),
    told(Scope::Ticket, "Escape", "help-leave"),
];

/// What a key brings about in a scope.
pub(super) fn deed(scope: Scope, keys: &str) -> Option<Deed> {
    BINDINGS.iter().find(|binding| binding.scope == scope && binding.keys == keys)?.deed
}

/// The key that brings something about, to be learned by the way.
pub(super) fn keys_of(deed: Deed) -> Option<&'static str> {
    BINDINGS.iter().find(|binding| binding.deed == Some(deed)).map(|binding| binding.keys)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;
    use contract::auth::Locale;

    #[test]
    fn no_key_means_two_things_on_a_page() {
        for (index, one) in BINDINGS.iter().enumerate() {
            for other in &BINDINGS[index + 1..] {
                let together =
                    one.scope == other.scope || [one.scope, other.scope].contains(&Scope::Everywhere);
                assert!(!together || one.keys != other.keys, "{} twice", one.keys);
            }
        }
    }

    #[test]
    fn the_leader_of_two_keys_means_nothing_alone() {
        let leaders = BINDINGS
            .iter()
            .filter_map(|binding| binding.keys.strip_suffix(|_: char| true)?.strip_suffix(' '));
        for leader in leaders.filter(|leader| leader.len() == 1) {
            assert!(BINDINGS.iter().all(|binding| binding.keys != leader), "{leader}");
        }
    }

    #[test]
    fn every_key_is_explained_in_both_languages() {
        for locale in Locale::ALL {
            let text = Text::of(*locale);
            let headings = Scope::ALL.into_iter().map(Scope::heading);
            for key in BINDINGS.iter().map(|binding| binding.text).chain(headings) {
                assert!(text.has(key), "{locale}: {key}");
            }
        }
    }

    #[test]
    fn keys_are_found_by_what_they_do() {
        assert_eq!(deed(Scope::Everywhere, "g m"), Some(Deed::Queue(Queue::Mine)));
        assert_eq!(deed(Scope::Ticket, "u"), Some(Deed::Back));
        assert_eq!(deed(Scope::List, "r"), None);
        assert_eq!(keys_of(Deed::Act(Action::Resolve)), Some("r"));
        assert_eq!(keys_of(Deed::Act(Action::Merge)), None);
    }
}
