//! What a stakeholder is told of.

use contract::stakeholders::Occasion;

/// The priority from which stakeholders are told, unless somebody says otherwise: 1, the major incidents.
pub const USUAL_PRIORITY: u8 = 1;

/// Whether somebody is told of an occasion who wants to know of `told_of` of incidents of a priority and of
/// all that are more urgent: 1 is the most urgent.
#[must_use]
pub fn is_told(told_of: &[Occasion], from_priority: u8, occasion: Occasion, priority: u8) -> bool {
    priority <= from_priority && told_of.contains(&occasion)
}

/// Occasions in their order, each once.
#[must_use]
pub fn tidy(occasions: &[Occasion]) -> Vec<Occasion> {
    Occasion::ALL.iter().copied().filter(|occasion| occasions.contains(occasion)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_what_is_as_urgent_or_more() {
        let both = [Occasion::Registered, Occasion::Resolved];
        for (from, priority, told) in [(1, 1, true), (1, 2, false), (3, 1, true), (3, 3, true), (3, 4, false)]
        {
            assert_eq!(is_told(&both, from, Occasion::Registered, priority), told, "{priority} from {from}");
        }
        assert!(!is_told(&both, 5, Occasion::Breached, 1), "not of what they do not want");
        assert!(!is_told(&[], 5, Occasion::Registered, 1));
    }

    #[test]
    fn each_occasion_once_and_in_order() {
        let said = [Occasion::Resolved, Occasion::Registered, Occasion::Resolved];
        assert_eq!(tidy(&said), [Occasion::Registered, Occasion::Resolved]);
        assert!(tidy(&[]).is_empty());
    }
}
