//! What belonging to a group elsewhere makes a person here: the operator's table of groups and roles.

use contract::auth::Role;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A role in a project, and with it perhaps a group of the desk.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// The project's key.
    pub project: String,
    /// What the person is there.
    pub role: Role,
    /// The key of the group of the desk in which they work.
    #[serde(default)]
    pub group: Option<String>,
}

/// The table: by the name of a group elsewhere what its members are here. The group `*` is everybody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "BTreeMap<String, OneOrMore>")]
pub struct GroupRoles(Vec<(String, Vec<Grant>)>);

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(Grant),
    More(Vec<Grant>),
}

impl TryFrom<BTreeMap<String, OneOrMore>> for GroupRoles {
    type Error = String;

    fn try_from(table: BTreeMap<String, OneOrMore>) -> Result<Self, String> {
        let mut rows = Vec::new();
        for (group, grants) in table {
            let grants = match grants {
                OneOrMore::One(grant) => vec![grant],
                OneOrMore::More(grants) => grants,
            };
            // A provider is fenced to the tickets of a company, which a group elsewhere does not name.
            if grants.iter().any(|grant| grant.role == Role::Provider) {
                return Err(format!("{group}: the role `provider` is given in Mesa, with its company"));
            }
            rows.push((group, grants));
        }
        Ok(Self(rows))
    }
}

impl GroupRoles {
    /// What somebody is who belongs to the groups of which `belongs` is true.
    #[must_use]
    pub fn of_member(&self, belongs: impl Fn(&str) -> bool) -> Vec<Grant> {
        let mut all: Vec<Grant> = Vec::new();
        let theirs = self.0.iter().filter(|(group, _)| group == "*" || belongs(group));
        for grant in theirs.flat_map(|(_, grants)| grants) {
            if !all.contains(grant) {
                all.push(grant.clone());
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Result<GroupRoles, serde_json::Error> {
        serde_json::from_str(text)
    }

    #[test]
    fn a_member_gets_what_their_groups_give_each_once() {
        let table = table(
            r#"{"*": {"project": "TIC", "role": "requester"},
                "desk": [{"project": "TIC", "role": "agent", "group": "n1"}, {"project": "TIC", "role": "requester"}],
                "chiefs": {"project": "TIC", "role": "supervisor"}}"#,
        )
        .expect("sound");
        let roles = |groups: &[&str]| {
            let grants = table.of_member(|group| groups.contains(&group));
            grants.iter().map(|grant| grant.role.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(roles(&[]), ["requester"]);
        assert_eq!(roles(&["desk"]), ["requester", "agent"]);
        assert_eq!(roles(&["chiefs", "elsewhere"]), ["requester", "supervisor"]);
    }

    #[test]
    fn what_is_no_table_is_refused() {
        for unsound in [
            "[]",
            r#"{"g": {"project": "TIC"}}"#,
            r#"{"g": {"project": "TIC", "role": "boss"}}"#,
            r#"{"g": {"project": "TIC", "role": "agent", "team": "n1"}}"#,
            r#"{"g": {"project": "TIC", "role": "provider"}}"#,
        ] {
            assert!(table(unsound).is_err(), "{unsound}");
        }
    }
}
