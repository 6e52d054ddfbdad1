//! Who sees whom.

use super::model::Present;
use crate::auth::Caller;
use crate::tickets::{self, Eyes, Ticket};
use contract::presence::{PresentPerson, TicketPresence};

/// Who else is at a case, as far as it is for the caller's eyes; none where nobody is.
#[must_use]
pub fn shown(caller: &Caller, ticket: &Ticket, people: &[Present]) -> Option<TicketPresence> {
    let eyes = tickets::eyes(caller, ticket);
    let seen = |there: &&Present| match eyes {
        Eyes::Desk => true,
        Eyes::Provider(company) => there.company == Some(company),
        Eyes::Public => false,
    };
    let others = people.iter().filter(|there| there.person != caller.id).filter(seen);
    let person = |there: &Present| PresentPerson {
        id: there.person.0,
        display_name: there.name.clone(),
        writing: there.writing,
    };
    (eyes != Eyes::Public).then(|| TicketPresence {
        id: ticket.id.0,
        number: ticket.number.clone(),
        people: others.map(person).collect(),
    })
}
