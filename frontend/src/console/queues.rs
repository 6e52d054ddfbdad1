//! The queues: filters of `GET /tickets` that have a name.

use crate::preferences::SavedFilter;
use crate::route::Route;
use crate::text::Text;
use crate::ui::{Icon, href};
use contract::tickets::{SlaFilter, Sort, Status, TicketFilter};
use yew::AttrValue;

/// A queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Queue {
    Unattended,
    Mine,
    MyGroups,
    Escalated,
    Waiting,
    ToBeAccepted,
    Breached,
    All,
}

impl Queue {
    pub(crate) const ALL: [Self; 8] = [
        Self::Unattended,
        Self::Mine,
        Self::MyGroups,
        Self::Escalated,
        Self::Waiting,
        Self::ToBeAccepted,
        Self::Breached,
        Self::All,
    ];

    /// The word in the catalogue's keys.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Unattended => "unattended",
            Self::Mine => "mine",
            Self::MyGroups => "my-groups",
            Self::Escalated => "escalated",
            Self::Waiting => "waiting",
            Self::ToBeAccepted => "to-be-accepted",
            Self::Breached => "breached",
            Self::All => "all",
        }
    }

    pub(super) const fn icon(self) -> Icon {
        match self {
            Self::Unattended => Icon::Inbox,
            Self::Mine => Icon::UserCheck,
            Self::MyGroups => Icon::Users,
            Self::Escalated => Icon::StairsUp,
            Self::Waiting => Icon::PlayerPause,
            Self::ToBeAccepted => Icon::CircleCheck,
            Self::Breached => Icon::Alarm,
            Self::All => Icon::History,
        }
    }

    /// Which tickets are in it, and in which order.
    pub(crate) fn filter(self) -> TicketFilter {
        let sorted = |sort| TicketFilter { sort: Some(sort), ..TicketFilter::default() };
        let open = |sort| TicketFilter { open: Some(true), ..sorted(sort) };
        match self {
            Self::Unattended => {
                TicketFilter { status: vec![Status::Registered], ..sorted(Sort::SoonestDueFirst) }
            }
            Self::Mine => TicketFilter { assignee: vec!["me".to_owned()], ..open(Sort::MostImportantFirst) },
            Self::MyGroups => {
                TicketFilter { group: vec!["mine".to_owned()], ..open(Sort::MostImportantFirst) }
            }
            Self::Escalated => TicketFilter { level: vec![2, 3], ..open(Sort::MostImportantFirst) },
            Self::Waiting => TicketFilter { pending: Some(true), ..open(Sort::FirstChangedFirst) },
            Self::ToBeAccepted => {
                TicketFilter { status: vec![Status::Resolved], ..sorted(Sort::FirstChangedFirst) }
            }
            Self::Breached => {
                TicketFilter { sla: Some(SlaFilter::Breached), ..open(Sort::MostImportantFirst) }
            }
            Self::All => sorted(Sort::NewestFirst),
        }
    }

    /// The queue that a filter is a view of: the same conditions, whatever the order, the words
    /// searched for, the page, and conditions that the queue leaves open.
    pub(crate) fn of(filter: &TicketFilter) -> Option<Self> {
        let core = |filter: &TicketFilter| {
            (
                filter.status.clone(),
                filter.open,
                filter.pending,
                filter.level.clone(),
                filter.assignee.clone(),
                filter.group.clone(),
                filter.sla,
            )
        };
        Self::ALL.into_iter().find(|queue| core(&queue.filter()) == core(filter))
    }
}

/// The address of a filtered list.
pub(super) fn address(filter: &TicketFilter) -> AttrValue {
    list_address(&query(filter))
}

/// The address of the list of a query string.
pub(super) fn list_address(query: &str) -> AttrValue {
    format!("{}?{query}", href(&Route::Queue)).into()
}

/// A filter without where one is in its list: what has a name, and what is shared.
pub(super) fn unpaged(filter: &TicketFilter) -> TicketFilter {
    TicketFilter { limit: None, cursor: None, count: None, ..filter.clone() }
}

/// What the list of a query string is called: by the person, or by the queue it is a view of.
pub(super) fn list_name(query: &str, saved: &[SavedFilter], text: &Text) -> AttrValue {
    let filter = filter_of(query).map(|filter| unpaged(&filter)).unwrap_or_default();
    let known = self::query(&filter);
    match saved.iter().find(|saved| saved.query == known) {
        Some(saved) => saved.name.clone().into(),
        None => Queue::of(&filter)
            .map_or_else(|| text.say("queue-other"), |queue| text.say(&format!("queue-{}", queue.as_str()))),
    }
}

/// A filter as a query string.
pub(super) fn query(filter: &TicketFilter) -> String {
    serde_html_form::to_string(filter).unwrap_or_default()
}

/// The filter of a query string; none when it is empty or unreadable.
pub(super) fn filter_of(query: &str) -> Option<TicketFilter> {
    let query = query.trim_start_matches('?');
    if query.is_empty() { None } else { serde_html_form::from_str(query).ok() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::auth::Locale;

    #[test]
    fn every_queue_survives_its_address() {
        for queue in Queue::ALL {
            let filter = filter_of(&query(&queue.filter())).expect("a filter");
            assert_eq!(filter, queue.filter());
            assert_eq!(Queue::of(&filter), Some(queue));
        }
    }

    #[test]
    fn searching_in_a_queue_stays_in_it() {
        let filter =
            TicketFilter { q: Some("red".to_owned()), sort: None, priority: vec![1], ..Queue::Mine.filter() };
        assert_eq!(Queue::of(&filter), Some(Queue::Mine));
        let filter = TicketFilter { level: vec![3], ..Queue::Mine.filter() };
        assert_eq!(Queue::of(&filter), None);
    }

    #[test]
    fn a_list_is_called_as_the_person_calls_it_or_by_its_queue() {
        let text = Text::of(Locale::Es);
        let saved = [SavedFilter { name: "Redes".to_owned(), query: "level=2&q=red".to_owned() }];
        assert_eq!(list_name("level=2&q=red&cursor=x", &saved, &text), "Redes");
        assert_eq!(list_name(&query(&Queue::Mine.filter()), &saved, &text), text.say("queue-mine"));
        assert_eq!(list_name("level=3", &saved, &text), text.say("queue-other"));
    }

    #[test]
    fn an_empty_address_is_no_filter() {
        assert_eq!(filter_of(""), None);
        assert_eq!(filter_of("?q=a&level=2&level=3").map(|filter| filter.level), Some(vec![2, 3]));
        assert_eq!(filter_of("?nonsense=1"), None);
    }
}
