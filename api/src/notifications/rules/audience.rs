//! Who is told of an entry of a timeline (TC-PD-15 activities 3, 5, 8, 12, 13 and §7.2): the
//! requester of what concerns them, whoever is in charge of what comes to them, whoever handed it on
//! or watches of each step, supervisors and administrators of broken promises, whoever is on call of
//! what cannot wait for service hours, and whoever has a stake in a service of its major incidents.

use contract::notifications::{NoticeKind, NoticeWays};
use contract::tickets::{Action, Visibility};

/// What happened.
#[derive(Debug, Clone, Copy)]
pub struct Happened {
    /// The step.
    pub action: Action,
    /// Who may read of it.
    pub visibility: Visibility,
    /// For a survey: whether the solution was accepted.
    pub satisfied: bool,
    /// For a merge: whether this is the case that goes on.
    pub survives: bool,
    /// Whether the case is of priority 1 or 2.
    pub urgent: bool,
}

/// Everybody who has to do with a ticket.
#[derive(Debug, Clone, Default)]
pub struct Circle<P> {
    /// Who did it; nobody when the desk did it by itself.
    pub actor: Option<P>,
    /// Whose ticket it is.
    pub requester: Option<P>,
    /// Who is in charge.
    pub assignee: Option<P>,
    /// Who works in the group in charge.
    pub group: Vec<P>,
    /// Who wants to know, the one who registered it and those who handed it on among them.
    pub watchers: Vec<P>,
    /// Supervisors and administrators of the project.
    pub stewards: Vec<P>,
    /// Outside service hours: who is on call for the group in charge.
    pub on_call: Vec<P>,
    /// Who has a stake in its service, and is to be told of this.
    pub stakeholders: Vec<P>,
}

/// Who is told, and what; each once, and nobody of their own doing but the confirmation.
#[must_use]
pub fn audience<P: Copy + PartialEq>(happened: Happened, circle: &Circle<P>) -> Vec<(P, NoticeKind)> {
    let mut told = Told { all: Vec::new(), actor: circle.actor };
    let public = happened.visibility == Visibility::Public;
    let in_charge: Vec<P> = match circle.assignee {
        Some(assignee) => vec![assignee],
        None => circle.group.clone(),
    };
    let requester: Vec<P> = circle.requester.into_iter().filter(|_| public).collect();
    match happened.action {
        Action::Register => {
            told.also_the_actor(&requester, NoticeKind::Registered);
            if happened.urgent {
                told.add(&circle.on_call, NoticeKind::Assigned);
            }
        }
        Action::Open => told.add_both(&requester, &circle.watchers, NoticeKind::Opened),
        Action::Reject => told.add_both(&requester, &circle.watchers, NoticeKind::Rejected),
        Action::Escalate => {
            told.add(&in_charge, NoticeKind::Assigned);
            if happened.urgent {
                told.add(&circle.on_call, NoticeKind::Assigned);
            }
            told.add_both(&requester, &circle.watchers, NoticeKind::Escalated);
        }
        Action::Assign => {
            told.add(&in_charge, NoticeKind::Assigned);
            told.add(&circle.watchers, NoticeKind::Progressed);
        }
        Action::Comment => {
            told.add(&requester, NoticeKind::Commented);
            let assignee: Vec<P> = circle.assignee.into_iter().collect();
            told.add_both(&assignee, &circle.watchers, NoticeKind::Commented);
        }
        Action::Pause => told.add_both(&requester, &circle.watchers, NoticeKind::Paused),
        Action::Resolve => told.add_both(&requester, &circle.watchers, NoticeKind::Resolved),
        Action::Survey if happened.satisfied => {
            told.add_both(&in_charge, &circle.watchers, NoticeKind::Accepted);
        }
        Action::Survey => told.add_both(&in_charge, &circle.watchers, NoticeKind::Reopened),
        Action::AutoAccept => told.add_both(&requester, &circle.watchers, NoticeKind::AutoAccepted),
        Action::Merge if happened.survives => {
            let assignee: Vec<P> = circle.assignee.into_iter().collect();
            told.add(&assignee, NoticeKind::Progressed);
            told.add(&circle.watchers, NoticeKind::Progressed);
        }
        Action::Close | Action::Cancel | Action::Merge => {
            told.add_both(&requester, &in_charge, NoticeKind::Closed);
            told.add(&circle.watchers, NoticeKind::Closed);
        }
        Action::Warn => {
            told.add(&in_charge, NoticeKind::Warned);
            told.add(&circle.group, NoticeKind::Warned);
        }
        Action::Breach => {
            told.add_both(&in_charge, &circle.stewards, NoticeKind::Breached);
            told.add(&circle.on_call, NoticeKind::Breached);
        }
        Action::Remind => told.add(&requester, NoticeKind::AcceptanceReminder),
        // Each step of the work, for whoever registered the case for somebody, handed it on, or watches it.
        Action::Accept
        | Action::Classify
        | Action::Diagnose
        | Action::Work
        | Action::Resume
        | Action::Verify => told.add(&circle.watchers, NoticeKind::Progressed),
        Action::Attach | Action::Confidential => {}
    }
    // Whoever has more to do with the case has been told more of it.
    told.add(&circle.stakeholders, NoticeKind::Major);
    told.all
}

struct Told<P> {
    all: Vec<(P, NoticeKind)>,
    actor: Option<P>,
}

impl<P: Copy + PartialEq> Told<P> {
    fn also_the_actor(&mut self, people: &[P], kind: NoticeKind) {
        for person in people {
            if !self.all.iter().any(|(known, _)| known == person) {
                self.all.push((*person, kind));
            }
        }
    }

    fn add(&mut self, people: &[P], kind: NoticeKind) {
        let others: Vec<P> = people.iter().copied().filter(|person| Some(*person) != self.actor).collect();
        self.also_the_actor(&others, kind);
    }

    fn add_both(&mut self, first: &[P], then: &[P], kind: NoticeKind) {
        self.add(first, kind);
        self.add(then, kind);
    }
}

/// Where people are told when they have not said otherwise: what happens all the time only in the bell.
#[must_use]
pub const fn usual_ways(kind: NoticeKind) -> NoticeWays {
    let by_mail = !matches!(kind, NoticeKind::Opened | NoticeKind::Accepted | NoticeKind::Progressed);
    NoticeWays { in_app: true, by_mail }
}

/// Whether a notice is work: then it waits for service hours (Ley 2191 de 2022, the right to
/// disconnect). Whoever asked is told at once.
#[must_use]
pub fn is_work<P: PartialEq>(person: &P, circle: &Circle<P>) -> bool {
    circle.requester.as_ref() != Some(person)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CIRCLE: fn(Option<u8>) -> Circle<u8> = |actor| Circle {
        actor,
        requester: Some(1),
        assignee: Some(2),
        group: vec![2, 3],
        watchers: vec![4, 2],
        stewards: vec![5, 6],
        on_call: Vec::new(),
        stakeholders: Vec::new(),
    };

    fn told(action: Action, actor: Option<u8>) -> Vec<(u8, NoticeKind)> {
        audience(plain(action), &CIRCLE(actor))
    }

    fn plain(action: Action) -> Happened {
        Happened { action, visibility: Visibility::Public, satisfied: false, survives: false, urgent: false }
    }

    #[test]
    fn the_confirmation_goes_also_to_whoever_registered_for_themselves() {
        assert_eq!(told(Action::Register, Some(1)), [(1, NoticeKind::Registered)]);
    }

    #[test]
    fn nobody_is_told_of_their_own_doing_and_nobody_twice() {
        for action in Action::ALL.iter().filter(|action| **action != Action::Register) {
            for actor in 1..=6 {
                let told = told(*action, Some(actor));
                assert!(told.iter().all(|(person, _)| *person != actor), "{action} by {actor}: {told:?}");
                for (at, (person, _)) in told.iter().enumerate() {
                    assert!(told[..at].iter().all(|(other, _)| other != person), "{action}: {told:?}");
                }
            }
        }
    }

    #[test]
    fn an_internal_note_does_not_reach_the_requester() {
        let happened = Happened { visibility: Visibility::Internal, ..plain(Action::Comment) };
        let told = audience(happened, &CIRCLE(Some(3)));
        assert_eq!(told, [(2, NoticeKind::Commented), (4, NoticeKind::Commented)]);
    }

    #[test]
    fn a_breach_reaches_those_who_answer_for_the_desk() {
        let kinds = told(Action::Breach, None);
        assert_eq!(kinds, [2, 5, 6].map(|person| (person, NoticeKind::Breached)));
        assert_eq!(told(Action::Warn, None), [2, 3].map(|person| (person, NoticeKind::Warned)));
    }

    #[test]
    fn a_refused_solution_goes_back_to_those_who_gave_it() {
        assert_eq!(told(Action::Survey, Some(1)), [(2, NoticeKind::Reopened), (4, NoticeKind::Reopened)]);
        let yes = Happened { satisfied: true, ..plain(Action::Survey) };
        assert_eq!(audience(yes, &CIRCLE(Some(1))), [(2, NoticeKind::Accepted), (4, NoticeKind::Accepted)]);
    }

    #[test]
    fn without_somebody_in_charge_the_group_is_told() {
        let circle = Circle { assignee: None, ..CIRCLE(Some(3)) };
        let told = audience(plain(Action::Assign), &circle);
        assert_eq!(told, [(2, NoticeKind::Assigned), (4, NoticeKind::Progressed)]);
    }

    /// TC-PD-15 activity 8: the agent who registered it keeps watching until it is closed.
    #[test]
    fn whoever_registered_it_for_somebody_is_told_of_each_step() {
        let untold = [Action::Register, Action::Attach, Action::Confidential];
        let alarms = [Action::Warn, Action::Breach, Action::Remind];
        for action in Action::ALL.iter().filter(|action| !untold.contains(action) && !alarms.contains(action))
        {
            let told = told(*action, Some(3));
            assert!(told.iter().any(|(person, _)| *person == 4), "{action}: {told:?}");
        }
    }

    #[test]
    fn only_the_requester_is_reminded() {
        assert_eq!(told(Action::Remind, None), [(1, NoticeKind::AcceptanceReminder)]);
    }

    #[test]
    fn whoever_is_on_call_is_told_of_what_is_urgent_and_of_breaches() {
        let circle = Circle { on_call: vec![3, 7], assignee: None, group: Vec::new(), ..CIRCLE(Some(1)) };
        let urgent = |action| Happened { urgent: true, ..plain(action) };
        let to_seven = |happened| {
            let told = audience(happened, &circle);
            told.into_iter().find(|(person, _)| *person == 7).map(|(_, kind)| kind)
        };
        assert_eq!(to_seven(urgent(Action::Register)), Some(NoticeKind::Assigned));
        assert_eq!(to_seven(urgent(Action::Escalate)), Some(NoticeKind::Assigned));
        assert_eq!(to_seven(plain(Action::Register)), None);
        assert_eq!(to_seven(plain(Action::Breach)), Some(NoticeKind::Breached));
        assert_eq!(to_seven(urgent(Action::Comment)), None);
    }

    #[test]
    fn whoever_has_a_stake_is_told_once_and_of_nothing_that_they_did() {
        let circle = Circle { stakeholders: vec![1, 5, 8, 9], ..CIRCLE(Some(9)) };
        let to = |action| {
            let told = audience(plain(action), &circle);
            told.into_iter().filter(|(_, kind)| *kind == NoticeKind::Major).collect::<Vec<_>>()
        };
        assert_eq!(to(Action::Register), [(5, NoticeKind::Major), (8, NoticeKind::Major)]);
        assert_eq!(to(Action::Breach), [(1, NoticeKind::Major), (8, NoticeKind::Major)]);
    }
}
