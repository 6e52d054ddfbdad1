//! Which webhook is told of an entry.

use contract::tickets::{Action, Visibility};
use contract::webhooks::EventType;

/// What a webhook wants to know, and may.
#[derive(Clone, Copy, Debug)]
pub struct Subscription<'a> {
    /// Of what.
    pub events: &'a [EventType],
    /// Whether also of what is for the desk only.
    pub internal: bool,
    /// Whether also of confidential tickets.
    pub confidential: bool,
}

/// What has happened.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// What.
    pub action: Action,
    /// Who may read it.
    pub visibility: Visibility,
    /// Whether the ticket is confidential by now.
    pub confidential: bool,
}

impl Subscription<'_> {
    /// As what the webhook is told of an entry; nothing when it is not.
    #[must_use]
    pub fn of(&self, entry: Entry) -> Option<EventType> {
        let Self { events, internal, confidential } = *self;
        let what = EventType::of(entry.action);
        let wanted = events.contains(&EventType::Any) || events.contains(&what);
        let may =
            (internal || entry.visibility == Visibility::Public) && (confidential || !entry.confidential);
        (wanted && may).then_some(what)
    }
}

/// What is wanted, each once: everything leaves nothing else to be wanted.
#[must_use]
pub fn tidy(mut events: Vec<EventType>) -> Vec<EventType> {
    events.sort_unstable();
    events.dedup();
    if events.contains(&EventType::Any) { vec![EventType::Any] } else { events }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PUBLIC: Entry =
        Entry { action: Action::Resolve, visibility: Visibility::Public, confidential: false };

    #[test]
    fn a_webhook_is_told_of_what_it_wants_and_may_know() {
        let events = [EventType::Resolved, EventType::Commented];
        let plain = Subscription { events: &events, internal: false, confidential: false };
        assert_eq!(plain.of(PUBLIC), Some(EventType::Resolved));
        assert_eq!(plain.of(Entry { action: Action::Open, ..PUBLIC }), None);
        let internal = Entry { action: Action::Comment, visibility: Visibility::Internal, ..PUBLIC };
        let discreet = Entry { confidential: true, ..PUBLIC };
        assert_eq!(plain.of(internal), None);
        assert_eq!(plain.of(discreet), None);
        assert_eq!(Subscription { internal: true, ..plain }.of(internal), Some(EventType::Commented));
        assert_eq!(Subscription { internal: true, ..plain }.of(discreet), None);
        assert_eq!(Subscription { confidential: true, ..plain }.of(discreet), Some(EventType::Resolved));
        assert_eq!(Subscription { confidential: true, ..plain }.of(internal), None);
    }

    #[test]
    fn everything_is_every_action_under_its_own_name() {
        let all = Subscription { events: &[EventType::Any], internal: false, confidential: false };
        let mut told: Vec<EventType> =
            Action::ALL.iter().filter_map(|action| all.of(Entry { action: *action, ..PUBLIC })).collect();
        told.sort_unstable();
        told.dedup();
        assert_eq!(told.len(), Action::ALL.len());
        assert_eq!(told, EventType::ALL[1..], "each type is some action's");
    }

    #[test]
    fn what_is_wanted_is_said_once() {
        use EventType::{Any, Closed, Registered};
        assert_eq!(tidy(vec![Closed, Registered, Closed]), [Registered, Closed]);
        assert_eq!(tidy(vec![Closed, Any]), [Any]);
    }
}
