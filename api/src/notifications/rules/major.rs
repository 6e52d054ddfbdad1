//! What of a case those are told who have a stake in its service: of incidents alone, since what somebody
//! asks for is nobody else's business (Matriz de interesados).

use contract::stakeholders::Occasion;
use contract::tickets::{Action, Kind};

/// What an entry of the timeline is to them, if anything. A case that is classified may only now be an
/// incident, or as urgent as this: to whoever has not been told of it, it is as good as registered.
#[must_use]
pub const fn occasion(action: Action, kind: Kind) -> Option<Occasion> {
    if !matches!(kind, Kind::Incident) {
        return None;
    }
    match action {
        Action::Register | Action::Classify => Some(Occasion::Registered),
        Action::Breach => Some(Occasion::Breached),
        Action::Resolve => Some(Occasion::Resolved),
        Action::Open
        | Action::Accept
        | Action::Reject
        | Action::Escalate
        | Action::Assign
        | Action::Diagnose
        | Action::Work
        | Action::Pause
        | Action::Resume
        | Action::Verify
        | Action::Survey
        | Action::Close
        | Action::Cancel
        | Action::Merge
        | Action::Comment
        | Action::Attach
        | Action::Confidential
        | Action::AutoAccept
        | Action::Remind
        | Action::Warn => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_incidents_when_they_begin_run_late_and_are_solved() {
        let told: Vec<(Action, Occasion)> = Action::ALL
            .iter()
            .filter_map(|action| Some((*action, occasion(*action, Kind::Incident)?)))
            .collect();
        let expected = [
            (Action::Register, Occasion::Registered),
            (Action::Classify, Occasion::Registered),
            (Action::Resolve, Occasion::Resolved),
            (Action::Breach, Occasion::Breached),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn of_nothing_else() {
        for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Incident) {
            for action in Action::ALL {
                assert_eq!(occasion(*action, *kind), None, "{action} of a {kind}");
            }
        }
    }
}
