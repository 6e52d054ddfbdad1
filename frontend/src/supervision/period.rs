//! Which days are looked at: the address says so, in days back from today or from one day to another.

use chrono::{Days, NaiveDate};
use contract::reports::ReportFilter;
use serde::{Deserialize, Serialize};

/// The longest period of a report, in days.
const LONGEST: u64 = 366;

/// The query of the page's address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Shown {
    /// So many days, today being the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) days: Option<u16>,
    #[serde(with = "contract::rfc3339::optional", skip_serializing_if = "Option::is_none")]
    pub(super) from: Option<NaiveDate>,
    #[serde(with = "contract::rfc3339::optional", skip_serializing_if = "Option::is_none")]
    pub(super) to: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) project: Vec<String>,
}

impl Shown {
    /// The periods that are one press away, in days.
    pub(super) const LENGTHS: [u16; 3] = [7, 30, 90];
    const USUAL: u16 = 30;

    /// What an address says; the usual period when it says nothing that can be read.
    pub(super) fn of(query: &str) -> Self {
        serde_html_form::from_str(query.trim_start_matches('?')).unwrap_or_default()
    }

    /// As the query of an address.
    pub(super) fn query(&self) -> String {
        serde_html_form::to_string(self).unwrap_or_default()
    }

    /// The same for another number of days.
    pub(super) fn back(&self, days: u16) -> Self {
        Self { days: Some(days), from: None, to: None, project: self.project.clone() }
    }

    /// The same from one day to another.
    pub(super) fn between(&self, from: NaiveDate, to: NaiveDate) -> Self {
        Self { days: None, from: Some(from), to: Some(to), project: self.project.clone() }
    }

    /// How many days back it goes; none when the days were chosen one by one.
    pub(super) fn length(&self) -> Option<u16> {
        match (self.from, self.to) {
            (None, None) => Some(self.days.unwrap_or(Self::USUAL).clamp(1, 366)),
            _ => None,
        }
    }

    /// The first and the last day.
    pub(super) fn bounds(&self, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        let to = self.to.unwrap_or(today);
        let days = self.length().unwrap_or(Self::USUAL);
        (self.from.unwrap_or_else(|| earlier(to, u64::from(days) - 1)), to)
    }

    /// What to ask the server for.
    pub(super) fn filter(&self, today: NaiveDate) -> ReportFilter {
        let (from, to) = self.bounds(today);
        ReportFilter { project: self.project.clone(), from: Some(from), to: Some(to) }
    }

    /// The same for as many days before, to compare with.
    pub(super) fn filter_before(&self, today: NaiveDate) -> ReportFilter {
        let (from, to) = self.bounds(today);
        let days = u64::try_from((to - from).num_days()).unwrap_or_default() + 1;
        let (from, to) = (Some(earlier(from, days)), Some(earlier(from, 1)));
        ReportFilter { project: self.project.clone(), from, to }
    }
}

/// Whether a report can be made of these days.
pub(super) fn is_possible(from: NaiveDate, to: NaiveDate) -> bool {
    from <= to && (to - from).num_days() < i64::try_from(LONGEST).unwrap_or(i64::MAX)
}

fn earlier(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn days(filter: &ReportFilter) -> (String, String) {
        (filter.from.unwrap().to_string(), filter.to.unwrap().to_string())
    }

    #[test]
    fn without_a_word_it_is_the_last_thirty_days() {
        let today = day("2026-11-24");
        let shown = Shown::of("");
        assert_eq!(days(&shown.filter(today)), ("2026-10-26".into(), "2026-11-24".into()));
        assert_eq!(days(&shown.filter_before(today)), ("2026-09-26".into(), "2026-10-25".into()));
        assert_eq!(Shown::of("?nonsense=%"), shown);
    }

    #[test]
    fn a_period_survives_its_address() {
        let project = vec!["TIC".to_owned(), "RH".to_owned()];
        let shown = Shown { project, ..Shown::default() };
        for shown in [shown.back(7), shown.between(day("2026-01-01"), day("2026-01-31")), shown] {
            assert_eq!(Shown::of(&shown.query()), shown);
        }
    }

    #[test]
    fn chosen_days_are_compared_with_as_many_before() {
        let shown = Shown::of("from=2026-03-01&to=2026-03-31");
        let today = day("2026-11-24");
        assert_eq!(shown.length(), None);
        assert_eq!(days(&shown.filter_before(today)), ("2026-01-29".into(), "2026-02-28".into()));
        assert_eq!(Shown::of("days=7").length(), Some(7));
        assert_eq!(Shown::of("days=0").length(), Some(1));
        assert_eq!(Shown::of("days=9999").length(), Some(366));
    }

    #[test]
    fn a_report_is_of_a_year_at_most() {
        assert!(is_possible(day("2026-01-01"), day("2026-01-01")));
        assert!(!is_possible(day("2026-01-02"), day("2026-01-01")));
        assert!(is_possible(day("2024-01-01"), day("2024-12-31")));
        assert!(!is_possible(day("2024-01-01"), day("2025-01-01")));
    }
}
