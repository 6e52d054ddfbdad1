//! What is to be done with a mail. Nothing goes by its subject, which everybody may write; a case takes
//! what comes from those who may write in it, and an answer of a program is answered by none (RFC 3834).

use contract::inbound::QuarantineReason;

/// Mails of one address in an hour, from which on they wait for somebody to look at them.
pub const BUDGET: u32 = 20;

/// Who has written it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// A person.
    Written,
    /// A program, in answer to a letter: an absence, for one.
    AutomaticReply,
    /// Somebody to many.
    Bulk,
    /// A mail server, about a letter that came back; or somebody who says so.
    Returned,
}

/// How much of it there is to go by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wholeness {
    /// All.
    Whole,
    /// Its head: it is larger than what is fetched.
    TooLarge,
    /// Its head, or not even that: it cannot be fetched.
    Unfetched,
    /// Nothing.
    Unreadable,
}

/// The case that it answers, by the address that it came to or by the letters that it refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Answered<T> {
    /// The case.
    pub ticket: T,
    /// Whether it came to an address that was made for one person and this case.
    pub by_mark: bool,
    /// Whether the sender may see the case.
    pub visible: bool,
    /// Whether the sender has to do with it: requester, in charge, watching, or of the desk.
    pub concerned: bool,
    /// Whether it is closed, for good.
    pub closed: bool,
}

/// What is known of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Facts<T> {
    /// How much there is to go by.
    pub wholeness: Wholeness,
    /// Who has written it.
    pub nature: Nature,
    /// Whether it comes from the desk's own address.
    pub own: bool,
    /// Whether it is known to come from the sender's address, where that is asked.
    pub proven: bool,
    /// Whether it tells of a letter of the desk's, by the letter's own id, and to whom that went.
    pub of_a_letter: bool,
    /// Whether a person at the desk has the sender's address.
    pub known_sender: bool,
    /// Whether that person may register cases in the project that a new one would be of.
    pub may_register: bool,
    /// How many have come from the address within the hour.
    pub lately: u32,
    /// What it answers.
    pub answered: Option<Answered<T>>,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision<T> {
    /// It becomes a comment of the case, in the sender's name.
    Comment(T),
    /// It becomes a case of the sender's.
    Register,
    /// It becomes a case that takes up a closed one.
    FollowUp(T),
    /// It is noted at the case, for the desk.
    Note(T),
    /// It is kept, and nothing more.
    Ignore,
    /// It waits for somebody, who is told which case it seems to be about.
    Quarantine(QuarantineReason, Option<T>),
}

/// Decides.
#[must_use]
pub fn decide<T: Copy>(facts: &Facts<T>) -> Decision<T> {
    let Facts { wholeness, nature, own, proven, of_a_letter, known_sender, may_register, lately, answered } =
        *facts;
    let about = answered.map(|answered| answered.ticket);
    let quarantine = |reason| Decision::Quarantine(reason, about);
    // The desk talks to nobody but people.
    if own {
        return Decision::Ignore;
    }
    match wholeness {
        Wholeness::Whole => {}
        Wholeness::TooLarge => return quarantine(QuarantineReason::TooLarge),
        Wholeness::Unfetched => return quarantine(QuarantineReason::Unfetched),
        Wholeness::Unreadable => return quarantine(QuarantineReason::Unreadable),
    }
    let loops = lately >= BUDGET;
    match nature {
        Nature::Written if loops => return quarantine(QuarantineReason::TooMany),
        Nature::Written => {}
        Nature::Bulk => return quarantine(QuarantineReason::Bulk),
        // Mail servers come from nowhere. What they are believed by is what only they and the reader know.
        Nature::Returned => {
            return about.filter(|_| !loops && of_a_letter).map_or(Decision::Ignore, Decision::Note);
        }
        Nature::AutomaticReply => {
            let noted = answered.filter(|answered| !loops && proven && may_write(answered));
            return noted.map_or(Decision::Ignore, |answered| Decision::Note(answered.ticket));
        }
    }
    // Whose address it is says nothing of who has written.
    if !proven {
        return quarantine(QuarantineReason::Unproven);
    }
    if !known_sender {
        return quarantine(QuarantineReason::UnknownSender);
    }
    match answered {
        Some(answered) if !may_write(&answered) => quarantine(QuarantineReason::NotAllowed),
        Some(Answered { closed: false, ticket, .. }) => Decision::Comment(ticket),
        Some(Answered { ticket, .. }) if may_register => Decision::FollowUp(ticket),
        None if may_register => Decision::Register,
        _ => quarantine(QuarantineReason::NotAllowed),
    }
}

/// Whether the sender may write in the case: whoever has the mark and may see it; without one, only those
/// who have to do with it.
fn may_write<T>(answered: &Answered<T>) -> bool {
    answered.visible && (answered.by_mark || answered.concerned)
}
