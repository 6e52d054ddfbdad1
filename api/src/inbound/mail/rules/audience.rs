//! For whom an answer is, by the letter that it answers. What is for the desk stays with the desk: where it
//! cannot be known that a letter was for everybody, the answer of somebody who gets others too is not.

use contract::tickets::Visibility;

/// Which letters about a case somebody gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// All of them, and they write for the desk as well.
    Desk,
    /// Some that are for the desk and their company, and what they write is for everybody.
    Company,
    /// What everybody may read.
    Everybody,
}

/// Which letter a mail answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answering {
    /// One about what everybody may read, of this case.
    Public,
    /// One that told of what is for the desk, or several of which one did.
    Internal,
    /// One that the desk does not know, or none.
    Unknown,
}

/// For whom the answer is; none when somebody of the desk has to say it.
#[must_use]
pub fn audience(reader: Reader, answering: Answering) -> Option<Visibility> {
    match (reader, answering) {
        (_, Answering::Public) | (Reader::Everybody, Answering::Unknown) => Some(Visibility::Public),
        (Reader::Desk, Answering::Internal | Answering::Unknown) => Some(Visibility::Internal),
        (Reader::Company, Answering::Internal | Answering::Unknown)
        | (Reader::Everybody, Answering::Internal) => None,
    }
}
