//! From the severity that a monitoring system gives to the desk's impact and urgency.

use contract::inbound::SeverityRule;
use contract::tickets::{Impact, Urgency};

/// How much an alert of a severity affects and how soon it hurts: medium when nobody has said.
#[must_use]
pub(crate) fn measure(rules: &[SeverityRule], severity: Option<&str>) -> (Impact, Urgency) {
    let wanted = severity.unwrap_or_default().trim().to_lowercase();
    let rule = rules.iter().find(|rule| rule.severity.trim().to_lowercase() == wanted);
    rule.map_or((Impact::Medium, Urgency::Medium), |rule| (rule.impact, rule.urgency))
}

/// The most that any of them affects, and the soonest that any hurts.
#[must_use]
pub(crate) fn worst(measures: impl IntoIterator<Item = (Impact, Urgency)>) -> (Impact, Urgency) {
    // The vocabularies go from high to low.
    let worse = |one: (Impact, Urgency), other: (Impact, Urgency)| (one.0.min(other.0), one.1.min(other.1));
    measures.into_iter().reduce(worse).unwrap_or((Impact::Medium, Urgency::Medium))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_severity_is_found_without_regard_to_case_and_what_is_unknown_is_medium() {
        let usual = SeverityRule::usual();
        assert_eq!(measure(&usual, Some("Disaster")), (Impact::High, Urgency::High));
        assert_eq!(measure(&usual, Some(" WARNING ")), (Impact::Medium, Urgency::Low));
        assert_eq!(measure(&usual, Some("Not classified")), (Impact::Low, Urgency::Low));
        assert_eq!(measure(&usual, Some("page")), (Impact::Medium, Urgency::Medium));
        assert_eq!(measure(&usual, None), (Impact::Medium, Urgency::Medium));
        assert_eq!(measure(&[], Some("critical")), (Impact::Medium, Urgency::Medium));
    }

    #[test]
    fn of_many_the_worst_counts() {
        let of = [(Impact::Low, Urgency::High), (Impact::Medium, Urgency::Low)];
        assert_eq!(worst(of), (Impact::Medium, Urgency::High));
        assert_eq!(worst([(Impact::Low, Urgency::Low)]), (Impact::Low, Urgency::Low));
        assert_eq!(worst([]), (Impact::Medium, Urgency::Medium));
    }
}
