//! The queues: filters of `GET /tickets` that have a name, with how many tickets each holds.

use crate::api;
use crate::hooks::{use_poll, use_remote};
use crate::route::Route;
use crate::text::use_text;
use crate::ui::{Icon, Link, glyph, href};
use contract::tickets::{SlaFilter, Sort, Status, TicketFilter};
use yew::prelude::*;
use yew_router::prelude::*;

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

    const fn icon(self) -> Icon {
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
    format!("{}?{}", href(&Route::Queue), query(filter)).into()
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

/// The queues as navigation.
#[component]
pub(crate) fn QueueNav() -> Html {
    let text = use_text();
    let counts = use_remote((), |client, ()| async move {
        let mut counts = Vec::new();
        for queue in Queue::ALL {
            counts.push(api::tickets::count(&client, &queue.filter()).await?);
        }
        Ok(counts)
    });
    use_poll(30, true, counts.reload.clone());
    let location = use_location();
    let on_list = use_route::<Route>() == Some(Route::Queue);
    let current = location
        .filter(|_| on_list)
        .and_then(|location| filter_of(location.query_str()))
        .and_then(|filter| Queue::of(&filter));
    html! {
        <nav class="queues" aria-label={text.say("queues")}>
            <ul>
                { for Queue::ALL.into_iter().enumerate().map(|(index, queue)| {
                    let count = counts.value.as_ref().and_then(|counts| counts.get(index)).copied();
                    let here = current == Some(queue);
                    let alarming = queue == Queue::Breached && count.is_some_and(|count| count > 0);
                    html! {
                        <li>
                            <Link to={address(&queue.filter())} current={here} class={classes!("queue", here.then_some("queue-on"), alarming.then_some("queue-alarm"))}>
                                { glyph(queue.icon()) }
                                <span class="queue-name">{ text.say(&format!("queue-{}", queue.as_str())) }</span>
                                if let Some(count) = count {
                                    <span class="count" data-queue={queue.as_str()}>{ count }</span>
                                }
                            </Link>
                        </li>
                    }
                }) }
            </ul>
        </nav>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn an_empty_address_is_no_filter() {
        assert_eq!(filter_of(""), None);
        assert_eq!(filter_of("?q=a&level=2&level=3").map(|filter| filter.level), Some(vec![2, 3]));
        assert_eq!(filter_of("?nonsense=1"), None);
    }
}
