//! Every kind of mail and what is done with it, by hand.

use super::decision::{Answered, BUDGET, Decision, Facts, Nature, Wholeness, decide};
use contract::inbound::QuarantineReason;
use contract::tickets::Visibility;

/// A new mail of somebody whom the desk knows.
const NEW: Facts<u8> = Facts {
    wholeness: Wholeness::Whole,
    nature: Nature::Written,
    own: false,
    proven: true,
    of_a_letter: false,
    known_sender: true,
    may_register: true,
    lately: 0,
    answered: None,
};

/// What the requester's answer to a letter of theirs is about.
const OWN: Answered<u8> =
    Answered { ticket: 7, by_mark: true, visible: true, concerned: true, closed: false };

fn answer(answered: Answered<u8>) -> Facts<u8> {
    Facts { answered: Some(answered), ..NEW }
}

#[test]
fn people_are_heard() {
    assert_eq!(decide(&NEW), Decision::Register);
    assert_eq!(decide(&answer(OWN)), Decision::Comment(7));
    assert_eq!(decide(&answer(Answered { by_mark: false, ..OWN })), Decision::Comment(7), "by References");
    assert_eq!(
        decide(&answer(Answered { concerned: false, ..OWN })),
        Decision::Comment(7),
        "a colleague who was given the letter and may see the case"
    );
    assert_eq!(decide(&answer(Answered { closed: true, ..OWN })), Decision::FollowUp(7));
}

#[test]
fn nobody_gets_into_a_case_that_is_not_theirs() {
    let refused = Decision::Quarantine(QuarantineReason::NotAllowed, Some(7));
    for answered in [
        Answered { by_mark: false, concerned: false, ..OWN },
        Answered { visible: false, ..OWN },
        Answered { visible: false, by_mark: false, ..OWN },
        Answered { visible: false, closed: true, ..OWN },
    ] {
        assert_eq!(decide(&answer(answered)), refused, "{answered:?}");
    }
    let unknown = Facts { known_sender: false, may_register: false, ..answer(OWN) };
    assert_eq!(decide(&unknown), Decision::Quarantine(QuarantineReason::UnknownSender, Some(7)));
    let stranger = Facts { known_sender: false, may_register: false, ..NEW };
    assert_eq!(decide(&stranger), Decision::Quarantine(QuarantineReason::UnknownSender, None));
    let elsewhere = Facts { may_register: false, ..NEW };
    assert_eq!(decide(&elsewhere), Decision::Quarantine(QuarantineReason::NotAllowed, None));
    let late = Facts { may_register: false, ..answer(Answered { closed: true, ..OWN }) };
    assert_eq!(decide(&late), refused);
}

#[test]
fn nobody_speaks_in_the_name_of_another() {
    let forged = Facts { proven: false, ..answer(OWN) };
    assert_eq!(decide(&forged), Decision::Quarantine(QuarantineReason::Unproven, Some(7)));
    let new = Facts { answered: None, ..forged };
    assert_eq!(decide(&new), Decision::Quarantine(QuarantineReason::Unproven, None));
    let stranger = Facts { known_sender: false, ..new };
    assert_eq!(decide(&stranger), Decision::Quarantine(QuarantineReason::Unproven, None));
    let absent = Facts { nature: Nature::AutomaticReply, ..forged };
    assert_eq!(decide(&absent), Decision::Ignore);
    // A mail server that tells of a letter that came back needs nobody's word, but it has to know the letter.
    let returned = Facts { nature: Nature::Returned, of_a_letter: true, known_sender: false, ..forged };
    assert_eq!(decide(&returned), Decision::Note(7));
    assert_eq!(decide(&Facts { of_a_letter: false, ..returned }), Decision::Ignore);
    let proven = Facts { of_a_letter: false, proven: true, known_sender: true, ..returned };
    assert_eq!(decide(&proven), Decision::Ignore, "whoever it is");
}

#[test]
fn what_is_for_the_desk_stays_there() {
    use super::audience::{Answering, Reader, audience};
    let (all, desk) = (Some(Visibility::Public), Some(Visibility::Internal));
    for (reader, answering, expected) in [
        (Reader::Desk, Answering::Public, all),
        (Reader::Desk, Answering::Internal, desk),
        (Reader::Desk, Answering::Unknown, desk),
        (Reader::Company, Answering::Public, all),
        (Reader::Company, Answering::Internal, None),
        (Reader::Company, Answering::Unknown, None),
        (Reader::Everybody, Answering::Public, all),
        (Reader::Everybody, Answering::Internal, None),
        (Reader::Everybody, Answering::Unknown, all),
    ] {
        assert_eq!(audience(reader, answering), expected, "{reader:?} {answering:?}");
    }
}

#[test]
fn programs_get_no_answer_and_no_case() {
    let absent = Facts { nature: Nature::AutomaticReply, ..NEW };
    assert_eq!(decide(&absent), Decision::Ignore);
    let about = Facts { nature: Nature::AutomaticReply, ..answer(OWN) };
    assert_eq!(decide(&about), Decision::Note(7));
    let stranger = Facts { known_sender: false, ..about };
    let hidden = Some(Answered { visible: false, concerned: false, ..OWN });
    assert_eq!(decide(&Facts { answered: hidden, ..stranger }), Decision::Ignore);
    let returned = Facts { nature: Nature::Returned, known_sender: false, ..NEW };
    assert_eq!(decide(&returned), Decision::Ignore);
    let hidden = Some(Answered { visible: false, ..OWN });
    assert_eq!(decide(&Facts { answered: hidden, of_a_letter: true, ..returned }), Decision::Note(7));
    let bulk = Facts { nature: Nature::Bulk, ..NEW };
    assert_eq!(decide(&bulk), Decision::Quarantine(QuarantineReason::Bulk, None));
    for nature in [Nature::Written, Nature::AutomaticReply, Nature::Bulk, Nature::Returned] {
        assert_eq!(decide(&Facts { nature, own: true, ..answer(OWN) }), Decision::Ignore, "{nature:?}");
    }
}

#[test]
fn a_loop_ends() {
    let last = Facts { lately: BUDGET - 1, ..NEW };
    assert_eq!(decide(&last), Decision::Register);
    let more = Facts { lately: BUDGET, ..answer(OWN) };
    assert_eq!(decide(&more), Decision::Quarantine(QuarantineReason::TooMany, Some(7)));
    for nature in [Nature::AutomaticReply, Nature::Returned] {
        assert_eq!(decide(&Facts { nature, of_a_letter: true, ..more }), Decision::Ignore, "{nature:?}");
    }
}

#[test]
fn what_cannot_be_read_waits() {
    for (wholeness, reason) in [
        (Wholeness::TooLarge, QuarantineReason::TooLarge),
        (Wholeness::Unfetched, QuarantineReason::Unfetched),
        (Wholeness::Unreadable, QuarantineReason::Unreadable),
    ] {
        let facts = Facts { wholeness, ..answer(OWN) };
        assert_eq!(decide(&facts), Decision::Quarantine(reason, Some(7)));
    }
}
