//! Every (status, action, role) triple has an expected answer, written out by hand from the
//! table of the procedure rather than from the code.

use super::machine::{Refusal, Situation, Standing, Step, activity, after, allowed, check};
use super::priority::{DEFAULT, priority};
use super::timers::{Announced, Running, Timers, next_reminder};
use chrono::{DateTime, TimeDelta, Utc};
use contract::auth::Role;
use contract::tickets::{Action, ClosureReason, Impact, Kind, Status, Urgency};

fn situation(status: Status) -> Situation {
    let closure = (status == Status::Closed).then_some(ClosureReason::Accepted);
    Situation {
        status,
        pending: false,
        kind: Kind::Incident,
        level: 1,
        survey_open: false,
        closure,
        confidential: false,
    }
}

/// A person with one role; the requester's is their own ticket, the provider's their company's.
fn person(role: Role) -> Standing {
    Standing::Person {
        roles: vec![role],
        own: role == Role::Requester,
        theirs: role == Role::Provider,
        in_person: true,
    }
}

/// The table of the procedure: action, the statuses it fits, and who may do it.
fn table() -> Vec<(Action, &'static [Status], &'static [Role])> {
    use Action as A;
    use Role::{Admin, Agent, Provider, Requester, Specialist, Supervisor};
    use Status::{Closed, InAnalysis, InAttention, InProgress, Registered, Resolved};
    const SOLVERS: &[Role] = &[Agent, Specialist, Provider, Admin];
    const OPEN: &[Status] = &[Registered, InAttention, InAnalysis, InProgress, Resolved];
    vec![
        (A::Register, &[], &[]),
        (A::Open, &[Registered], &[Agent, Admin]),
        (A::Accept, &[InAttention], &[Agent, Admin]),
        (A::Reject, &[InAttention], &[Agent, Admin]),
        (A::Classify, &[InAttention, InAnalysis], &[Agent, Specialist, Admin]),
        // At level 1; the level has a test of its own.
        (A::Escalate, &[InAnalysis, InProgress], &[Agent, Admin]),
        (A::Assign, &[InAttention, InAnalysis, InProgress], SOLVERS),
        (A::Diagnose, &[InAnalysis, InProgress], SOLVERS),
        (A::Work, &[InProgress], SOLVERS),
        (A::Pause, &[InAnalysis, InProgress], SOLVERS),
        // Only what waits can be resumed.
        (A::Resume, &[], &[]),
        (A::Verify, &[InProgress], SOLVERS),
        (A::Resolve, &[InProgress], SOLVERS),
        (A::Survey, &[Resolved], &[Requester]),
        (A::Close, OPEN, &[Admin]),
        (A::Cancel, &[Registered, InAttention], &[Requester]),
        (A::Merge, OPEN, &[Agent, Admin]),
        (A::Comment, OPEN, &[Requester, Agent, Specialist, Provider, Supervisor, Admin]),
        (A::Attach, OPEN, &[Requester, Agent, Specialist, Provider, Supervisor, Admin]),
        (A::Confidential, OPEN, &[Agent, Specialist, Admin]),
        (A::AutoAccept, &[], &[]),
        (A::Remind, &[], &[]),
        (A::Warn, &[], &[]),
        (A::Breach, &[], &[]),
        (A::Comment, &[Closed], &[]),
    ]
}

#[test]
fn every_status_action_and_role_answers_as_the_procedure_says() {
    for status in Status::ALL {
        for action in Action::ALL {
            for role in Role::ALL {
                let expected = table().iter().any(|(named, statuses, roles)| {
                    named == action && statuses.contains(status) && roles.contains(role)
                });
                let answer = check(&situation(*status), *action, &person(*role));
                assert_eq!(answer.is_ok(), expected, "{role} {action} on {status}: {answer:?}");
            }
        }
    }
}

#[test]
fn what_is_offered_is_what_is_enforced() {
    for status in Status::ALL {
        for role in Role::ALL {
            let offered = allowed(&situation(*status), &person(*role));
            for action in Action::ALL {
                assert_eq!(
                    offered.contains(action),
                    check(&situation(*status), *action, &person(*role)).is_ok()
                );
            }
        }
    }
}

#[test]
fn a_refusal_tells_whose_it_is_from_when_it_is() {
    let registered = situation(Status::Registered);
    assert_eq!(check(&registered, Action::Open, &person(Role::Requester)), Err(Refusal::NotTheirs));
    assert_eq!(check(&registered, Action::Resolve, &person(Role::Agent)), Err(Refusal::NotNow));
}

#[test]
fn escalation_goes_one_level_up_by_who_is_at_that_level() {
    let at = |level| Situation { level, ..situation(Status::InAnalysis) };
    let may = |level, role| check(&at(level), Action::Escalate, &person(role)).is_ok();
    assert!(may(1, Role::Agent) && !may(1, Role::Specialist) && may(1, Role::Admin));
    assert!(!may(2, Role::Agent) && may(2, Role::Specialist) && may(2, Role::Admin));
    assert!(Role::ALL.iter().all(|role| !may(3, *role)));
}

#[test]
fn what_waits_is_resumed_before_it_is_worked_on() {
    let waiting = Situation { pending: true, ..situation(Status::InProgress) };
    let agent = person(Role::Agent);
    assert!(check(&waiting, Action::Resume, &agent).is_ok());
    for action in
        [Action::Pause, Action::Diagnose, Action::Work, Action::Verify, Action::Resolve, Action::Escalate]
    {
        assert_eq!(check(&waiting, action, &agent), Err(Refusal::NotNow), "{action}");
    }
    assert!(check(&waiting, Action::Comment, &agent).is_ok());
}

#[test]
fn what_is_confidential_is_not_merged() {
    for status in Status::ALL {
        let confidential = Situation { confidential: true, ..situation(*status) };
        for role in Role::ALL {
            let mut expected = allowed(&situation(*status), &person(*role));
            expected.retain(|action| *action != Action::Merge);
            assert_eq!(allowed(&confidential, &person(*role)), expected, "{role} on {status}");
        }
    }
}

#[test]
fn petitions_may_be_answered_from_analysis() {
    for kind in Kind::ALL {
        let analysed = Situation { kind: *kind, ..situation(Status::InAnalysis) };
        let simple = matches!(kind, Kind::Request | Kind::Requirement);
        assert_eq!(check(&analysed, Action::Resolve, &person(Role::Agent)).is_ok(), simple, "{kind}");
    }
}

#[test]
fn a_stranger_provider_or_requester_may_do_nothing() {
    for status in Status::ALL {
        for role in [Role::Requester, Role::Provider] {
            let stranger = Standing::Person { roles: vec![role], own: false, theirs: false, in_person: true };
            assert_eq!(allowed(&situation(*status), &stranger), []);
        }
    }
}

#[test]
fn nobody_answers_a_survey_in_somebodys_place() {
    let own = Standing::Person { roles: vec![Role::Requester], own: true, theirs: false, in_person: false };
    assert_eq!(check(&situation(Status::Resolved), Action::Survey, &own), Err(Refusal::NotTheirs));
    assert_eq!(check(&situation(Status::Registered), Action::Cancel, &own), Ok(()));
}

#[test]
fn a_survey_may_follow_a_tacit_acceptance_without_reopening() {
    let tacit = Situation {
        closure: Some(ClosureReason::AutoAccepted),
        survey_open: true,
        ..situation(Status::Closed)
    };
    assert!(check(&tacit, Action::Survey, &person(Role::Requester)).is_ok());
    assert_eq!(after(Status::Closed, Step::Survey { satisfied: false }), Status::Closed);
    let late = Situation { survey_open: false, ..tacit };
    assert_eq!(check(&late, Action::Survey, &person(Role::Requester)), Err(Refusal::NotNow));
    let rejected = Situation { closure: Some(ClosureReason::Rejected), ..tacit };
    assert_eq!(check(&rejected, Action::Survey, &person(Role::Requester)), Err(Refusal::NotNow));
}

#[test]
fn the_scheduler_closes_only_what_is_still_resolved() {
    for status in Status::ALL {
        assert_eq!(
            check(&situation(*status), Action::AutoAccept, &Standing::System).is_ok(),
            *status == Status::Resolved
        );
    }
    assert_eq!(
        check(&situation(Status::InProgress), Action::Resolve, &Standing::System),
        Err(Refusal::NotTheirs)
    );
}

#[test]
fn steps_lead_where_the_procedure_says() {
    let plain = Step::Plain;
    let walk = [
        (plain(Action::Register), Status::Registered, 3),
        (plain(Action::Open), Status::InAttention, 4),
        (plain(Action::Accept), Status::InAnalysis, 5),
        (plain(Action::Classify), Status::InAnalysis, 6),
        (plain(Action::Escalate), Status::InAnalysis, 8),
        (plain(Action::Diagnose), Status::InProgress, 9),
        (plain(Action::Work), Status::InProgress, 10),
        (Step::Verify { effective: false }, Status::InAnalysis, 11),
        (plain(Action::Diagnose), Status::InProgress, 9),
        (Step::Verify { effective: true }, Status::InProgress, 11),
        (plain(Action::Resolve), Status::Resolved, 12),
        (Step::Survey { satisfied: false }, Status::InAnalysis, 13),
        (plain(Action::Diagnose), Status::InProgress, 9),
        (plain(Action::Resolve), Status::Resolved, 12),
        (Step::Survey { satisfied: true }, Status::Closed, 13),
    ];
    let mut status = Status::Registered;
    for (step, leads_to, number) in walk {
        status = after(status, step);
        assert_eq!((status, activity(step)), (leads_to, Some(number)), "{step:?}");
    }
    for action in [Action::Reject, Action::Close, Action::Cancel, Action::Merge, Action::AutoAccept] {
        assert_eq!(after(Status::Registered, plain(action)), Status::Closed);
    }
}

#[test]
fn the_priority_matrix_is_the_procedures() {
    use Impact as I;
    use Urgency as U;
    let row = |impact| [U::High, U::Medium, U::Low].map(|urgency| priority(&DEFAULT, impact, urgency));
    assert_eq!([row(I::High), row(I::Medium), row(I::Low)], [[1, 2, 3], [2, 3, 4], [3, 4, 5]]);
}

fn at(minutes: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes)
}

#[test]
fn a_clock_tells_each_piece_of_news_once() {
    let clock = |announced| Running { warn_at: Some(at(45)), due_at: Some(at(60)), announced };
    let fresh = clock(Announced::Nothing);
    assert_eq!(fresh.news(at(45)), None);
    assert_eq!(fresh.news(at(46)), Some(Announced::Warning));
    assert_eq!(fresh.news(at(61)), Some(Announced::Breach));
    assert_eq!(clock(Announced::Warning).news(at(59)), None);
    assert_eq!(clock(Announced::Warning).news(at(61)), Some(Announced::Breach));
    assert_eq!(clock(Announced::Breach).news(at(999)), None);
    let paused = Running { warn_at: None, due_at: None, announced: Announced::Nothing };
    assert_eq!(paused.news(at(999)), None);
}

#[test]
fn the_scheduler_is_woken_for_the_first_thing_due() {
    let clock = Running { warn_at: Some(at(45)), due_at: Some(at(60)), announced: Announced::Nothing };
    let timers = Timers {
        status: Status::Registered,
        attention: Some(clock),
        resolution: None,
        acceptance_due_at: None,
        reminder_at: None,
        pending_until: None,
    };
    assert_eq!(timers.next(), Some(at(45)));
    let warned = Timers { attention: Some(Running { announced: Announced::Warning, ..clock }), ..timers };
    assert_eq!(warned.next(), Some(at(60)));
    let told = Timers { attention: Some(Running { announced: Announced::Breach, ..clock }), ..timers };
    assert_eq!(told.next(), None);
    let waiting =
        Timers { attention: None, pending_until: Some(at(30)), acceptance_due_at: Some(at(40)), ..timers };
    assert_eq!(waiting.next(), Some(at(30)));
    let reminded = Timers { reminder_at: Some(at(20)), ..waiting };
    assert_eq!(reminded.next(), Some(at(20)));
    assert_eq!(Timers { status: Status::Closed, ..timers }.next(), None);
}

#[test]
fn a_reminder_comes_at_each_of_its_hours_that_is_still_to_come() {
    let due_at = at(48 * 60);
    let hour = |hour: i64| Some(at(hour * 60));
    assert_eq!(next_reminder(due_at, &[24, 4], at(0)), hour(24));
    assert_eq!(next_reminder(due_at, &[24, 4], at(24 * 60)), hour(44), "each once");
    assert_eq!(next_reminder(due_at, &[24, 4], at(44 * 60 + 1)), None);
    assert_eq!(next_reminder(due_at, &[48], at(0)), None, "not together with the solution");
    assert_eq!(next_reminder(due_at, &[], at(0)), None);
}
