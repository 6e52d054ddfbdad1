//! Reading a ticket. The contract's `Ticket` flattens its summary; what serde makes of that is twice
//! the code of everything else read here, and all of it travels to every browser. So the two halves
//! are read from the same text one after the other.

use super::Answer;
use super::client::parse as read;
use contract::reference::{NamedRef, PersonRef};
use contract::tickets::{Link, Satisfaction, Ticket};
use serde::Deserialize;
use serde_json::{Map, Value};

/// What a ticket has beyond its summary.
#[derive(Deserialize)]
struct Rest {
    description: String,
    registered_by: PersonRef,
    information_system: Option<NamedRef>,
    component: Option<NamedRef>,
    asset: Option<NamedRef>,
    fields: Map<String, Value>,
    solution: Option<String>,
    satisfaction: Option<Satisfaction>,
    links: Vec<Link>,
    tags: Vec<String>,
    watching: bool,
    #[serde(default)]
    readers: Vec<PersonRef>,
}

/// Reads a ticket.
pub(super) fn parse(body: &str) -> Answer<Ticket> {
    let rest: Rest = read(body)?;
    Ok(Ticket {
        summary: read(body)?,
        description: rest.description,
        registered_by: rest.registered_by,
        information_system: rest.information_system,
        component: rest.component,
        asset: rest.asset,
        fields: rest.fields,
        solution: rest.solution,
        satisfaction: rest.satisfaction,
        links: rest.links,
        tags: rest.tags,
        watching: rest.watching,
        readers: rest.readers,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tickets::sample;

    #[test]
    fn both_halves_come_back() {
        let ticket = Ticket {
            summary: sample::ticket(),
            description: "Nada carga.".to_owned(),
            registered_by: sample::ticket().requester,
            information_system: None,
            component: None,
            asset: Some(sample::ticket().project),
            fields: Map::new(),
            solution: Some("Se cambió el cable.".to_owned()),
            satisfaction: Some(Satisfaction { satisfied: true, score: Some(5) }),
            links: Vec::new(),
            tags: vec!["red".to_owned()],
            watching: true,
            readers: Vec::new(),
        };
        assert_eq!(parse(&serde_json::to_string(&ticket).unwrap()), Ok(ticket));
    }
}
