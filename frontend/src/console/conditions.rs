//! The conditions of a filter, one by one: what can be ticked, and what stands as a chip. A filter
//! is taken as the query string it is in the address, so that every combination the API knows can be
//! put together here.

use super::queues::{Queue, query};
use crate::text::{Text, at_bogota, in_bogota};
use chrono::{DateTime, NaiveDate, SecondsFormat, TimeDelta, Utc};
use contract::rfc3339::Rfc3339;
use contract::tickets::TicketFilter;

/// What a condition is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Facet {
    Words,
    Open,
    Status,
    Pending,
    Kind,
    Priority,
    Level,
    Assignee,
    Group,
    Requester,
    Service,
    Channel,
    Sla,
    Project,
    From,
    Until,
    Hour,
    Weekday,
}

impl Facet {
    const ALL: [Self; 18] = [
        Self::Words,
        Self::Open,
        Self::Status,
        Self::Pending,
        Self::Kind,
        Self::Priority,
        Self::Level,
        Self::Assignee,
        Self::Group,
        Self::Requester,
        Self::Service,
        Self::Channel,
        Self::Sla,
        Self::Project,
        Self::From,
        Self::Until,
        Self::Hour,
        Self::Weekday,
    ];

    /// The name of the query parameter.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Words => "q",
            Self::Open => "open",
            Self::Status => "status",
            Self::Pending => "pending",
            Self::Kind => "kind",
            Self::Priority => "priority",
            Self::Level => "level",
            Self::Assignee => "assignee",
            Self::Group => "group",
            Self::Requester => "requester",
            Self::Service => "service",
            Self::Channel => "channel",
            Self::Sla => "sla",
            Self::Project => "project",
            Self::From => "registered_from",
            Self::Until => "registered_to",
            Self::Hour => "registered_hour",
            Self::Weekday => "registered_weekday",
        }
    }

    /// The key of what it is called.
    pub(super) const fn label(self) -> &'static str {
        match self {
            Self::Words => "facet-words",
            Self::Open => "facet-open",
            Self::Status => "fact-status",
            Self::Pending => "facet-pending",
            Self::Kind => "fact-kind",
            Self::Priority => "fact-priority",
            Self::Level => "fact-level",
            Self::Assignee => "fact-assignee",
            Self::Group => "fact-group",
            Self::Requester => "fact-requester",
            Self::Service => "fact-service",
            Self::Channel => "fact-channel",
            Self::Sla => "facet-sla",
            Self::Project => "fact-project",
            Self::From => "facet-from",
            Self::Until => "facet-until",
            Self::Hour | Self::Weekday => "column-registered",
        }
    }

    /// Whether its values, in words, say by themselves what they are about.
    pub(super) const fn says_itself(self) -> bool {
        matches!(self, Self::Level | Self::Hour | Self::Weekday)
    }

    /// Whether it has one value at most; of the others, several are alternatives.
    const fn is_single(self) -> bool {
        matches!(
            self,
            Self::Words
                | Self::Open
                | Self::Pending
                | Self::Sla
                | Self::From
                | Self::Until
                | Self::Hour
                | Self::Weekday
        )
    }

    /// A value as people read it; what only the server can name stays as it is in the address.
    pub(super) fn value_in_words(self, value: &str, text: &Text) -> String {
        let key = match self {
            Self::Open | Self::Pending => format!("{}-{value}", self.label()),
            Self::Assignee | Self::Group | Self::Requester => format!("facet-{}-{value}", self.name()),
            Self::Level => {
                return text
                    .fill("level-title", &[("level", value.parse().unwrap_or(1_u8).into())])
                    .to_string();
            }
            Self::Hour => {
                let hour = value.parse().unwrap_or(0_u16);
                let blanks = [("from", hour.into()), ("to", hour.saturating_add(1).into())];
                return text.fill("facet-hour", &blanks).to_string();
            }
            Self::Weekday => {
                return text
                    .fill("facet-weekday", &[("day", value.parse().unwrap_or(1_u8).into())])
                    .to_string();
            }
            Self::From | Self::Until => {
                let day = self.day(value).and_then(|day| NaiveDate::read(&day).ok());
                return day.map_or_else(|| value.to_owned(), |day| text.day(day, DAY).to_string());
            }
            _ => format!("{}-{value}", self.name()),
        };
        if text.has(&key) { text.say(&key).to_string() } else { value.to_owned() }
    }

    /// The day in Bogotá of a bound. Until a day means until its end, which is the next one's beginning.
    pub(super) fn day(self, value: &str) -> Option<String> {
        let at = DateTime::<Utc>::read(value).ok()?;
        let within = if self == Self::Until { at - TimeDelta::seconds(1) } else { at };
        in_bogota(within).get(..10).map(str::to_owned)
    }
}

/// How a condition says a day: "20 nov 2026".
const DAY: &[(&str, &str)] = &[("day", "numeric"), ("month", "short"), ("year", "numeric")];

/// The value of a bound: the instant at which a day begins in Bogotá, or ends.
pub(super) fn bound(facet: Facet, day: &str) -> String {
    let days = i64::from(facet == Facet::Until);
    at_bogota(&format!("{day}T00:00"))
        .map(|at| (at + TimeDelta::days(days)).to_rfc3339_opts(SecondsFormat::Secs, true))
        .unwrap_or_default()
}

/// A condition: what it is about, and its value as it is in the address.
pub(super) type Condition = (Facet, String);

/// The conditions of a filter, without its order and its page.
pub(super) fn conditions(filter: &TicketFilter) -> Vec<Condition> {
    let facet = |name: &str| Facet::ALL.into_iter().find(|facet| facet.name() == name);
    pairs(filter).into_iter().filter_map(|(name, value)| Some((facet(&name)?, value))).collect()
}

/// The conditions beyond those of the queue that the filter is a view of.
pub(super) fn narrowing(filter: &TicketFilter) -> Vec<Condition> {
    let own = Queue::of(filter).map(|queue| conditions(&queue.filter())).unwrap_or_default();
    conditions(filter).into_iter().filter(|condition| !own.contains(condition)).collect()
}

/// The values of a facet in a filter.
pub(super) fn values(filter: &TicketFilter, facet: Facet) -> Vec<String> {
    conditions(filter).into_iter().filter(|(of, _)| *of == facet).map(|(_, value)| value).collect()
}

/// The filter with a condition more, or less when it had it. It begins at its first page.
pub(super) fn toggled(filter: &TicketFilter, facet: Facet, value: &str) -> TicketFilter {
    let mut pairs = pairs(filter);
    let condition = (facet.name().to_owned(), value.to_owned());
    if let Some(at) = pairs.iter().position(|pair| *pair == condition) {
        pairs.remove(at);
    } else {
        if facet.is_single() {
            pairs.retain(|(name, _)| name != facet.name());
        }
        if !value.is_empty() {
            pairs.push(condition);
        }
    }
    pairs.retain(|(name, _)| name != "cursor");
    let query = serde_html_form::to_string(&pairs).unwrap_or_default();
    serde_html_form::from_str(&query).unwrap_or_else(|_| filter.clone())
}

fn pairs(filter: &TicketFilter) -> Vec<(String, String)> {
    serde_html_form::from_str(&query(filter)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::auth::Locale;
    use contract::tickets::{SlaFilter, Sort, Status};

    #[test]
    fn alternatives_add_up_and_single_values_replace_each_other() {
        let filter = toggled(&TicketFilter::default(), Facet::Level, "2");
        let filter = toggled(&toggled(&filter, Facet::Level, "3"), Facet::Sla, "warning");
        assert_eq!((filter.level.as_slice(), filter.sla), ([2, 3].as_slice(), Some(SlaFilter::Warning)));
        let filter = toggled(&toggled(&filter, Facet::Sla, "breached"), Facet::Level, "2");
        assert_eq!((filter.level.as_slice(), filter.sla), ([3].as_slice(), Some(SlaFilter::Breached)));
        assert_eq!(toggled(&filter, Facet::Sla, "breached").sla, None);
    }

    #[test]
    fn the_order_stays_and_the_page_does_not() {
        let filter = TicketFilter {
            sort: Some(Sort::OldestFirst),
            cursor: Some("abc".to_owned()),
            ..TicketFilter::default()
        };
        let filter = toggled(&filter, Facet::Status, "resolved");
        assert_eq!((filter.sort, filter.cursor.as_deref()), (Some(Sort::OldestFirst), None));
        assert_eq!(filter.status, [Status::Resolved]);
    }

    #[test]
    fn words_with_signs_and_blanks_survive() {
        let filter = toggled(&TicketFilter::default(), Facet::Words, "correo & año +1");
        assert_eq!(filter.q.as_deref(), Some("correo & año +1"));
        assert_eq!(toggled(&filter, Facet::Words, "").q, None);
    }

    #[test]
    fn what_makes_a_queue_is_no_chip_in_it() {
        let filter = toggled(&Queue::Mine.filter(), Facet::Priority, "1");
        assert_eq!(narrowing(&filter), [(Facet::Priority, "1".to_owned())]);
        let other = toggled(&filter, Facet::Level, "3");
        assert_eq!(narrowing(&other).len(), 4);
    }

    #[test]
    fn an_hour_and_a_weekday_are_chips_that_can_be_taken_off() {
        let filter =
            TicketFilter { registered_hour: Some(9), registered_weekday: Some(1), ..TicketFilter::default() };
        assert_eq!(narrowing(&filter), [(Facet::Hour, "9".to_owned()), (Facet::Weekday, "1".to_owned())]);
        let filter = toggled(&filter, Facet::Hour, "9");
        assert_eq!((filter.registered_hour, filter.registered_weekday), (None, Some(1)));
        assert_eq!(toggled(&filter, Facet::Weekday, "1"), TicketFilter::default());
    }

    #[test]
    fn a_value_that_does_not_fit_changes_nothing() {
        let filter = TicketFilter::default();
        assert_eq!(toggled(&filter, Facet::Status, "nonsense"), filter);
    }

    #[test]
    fn a_day_is_whole() {
        assert_eq!(bound(Facet::From, "2026-11-20"), "2026-11-20T05:00:00Z");
        assert_eq!(bound(Facet::Until, "2026-11-20"), "2026-11-21T05:00:00Z");
        assert_eq!(bound(Facet::From, ""), "");
        for facet in [Facet::From, Facet::Until] {
            assert_eq!(facet.day(&bound(facet, "2026-11-20")).as_deref(), Some("2026-11-20"));
        }
    }

    #[test]
    fn values_are_said_in_words() {
        let text = Text::of(Locale::Es);
        assert_eq!(Facet::Status.value_in_words("in_progress", &text), "En ejecución");
        assert_eq!(Facet::Open.value_in_words("true", &text), "Abiertos");
        assert_eq!(Facet::Assignee.value_in_words("me", &text), "Yo");
        assert_eq!(Facet::Service.value_in_words("correo", &text), "correo");
        assert_eq!(Facet::Level.value_in_words("2", &text), "Nivel 2: especialistas");
        assert_eq!(Facet::Hour.value_in_words("0", &text), "Registrados entre las 0:00 y la 1:00");
        assert_eq!(Facet::Hour.value_in_words("9", &text), "Registrados entre las 9:00 y las 10:00");
        assert_eq!(Facet::Weekday.value_in_words("1", &text), "Registrados los lunes");
        assert_eq!(Facet::Weekday.value_in_words("7", &text), "Registrados los domingos");
        for locale in Locale::ALL {
            let text = Text::of(*locale);
            assert!(Facet::ALL.iter().all(|facet| text.has(facet.label())));
        }
    }
}
