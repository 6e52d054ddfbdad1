//! What is taken out of an entry of the timeline so that it no longer tells whose case it was. What
//! happened and when, and all that clocks and measures are derived from, stays.

use contract::tickets::{Action, Change};

/// The details that are words of people, or names that their files had.
const WORDS: [&str; 3] = ["cause", "planned_actions", "file_name"];

/// The fields whose values are names of people.
const PEOPLE: [&str; 2] = ["assignee", "readers"];

/// Whether what was said stays: the documented solution does, since it is about the fix.
#[must_use]
pub fn keeps_note(action: Action) -> bool {
    action == Action::Resolve
}

/// Whether a detail of this name is something that people wrote.
#[must_use]
pub fn is_written(detail: &str) -> bool {
    WORDS.contains(&detail)
}

/// Changes with another name in place of a person's, who was put in charge or named as a reader.
#[must_use]
pub fn renamed(changes: &[Change], name: &str, other: &str) -> Vec<Change> {
    let rename = |text: &Option<String>| {
        text.as_ref().map(|text| {
            let names = text.split(", ").map(|one| if one == name { other } else { one });
            names.collect::<Vec<_>>().join(", ")
        })
    };
    let change = |change: &Change| {
        if PEOPLE.contains(&change.field.as_str()) {
            let (before, after) = (rename(&change.before), rename(&change.after));
            Change { field: change.field.clone(), before, after }
        } else {
            change.clone()
        }
    };
    changes.iter().map(change).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_goes_and_what_is_measured_stays() {
        assert!(keeps_note(Action::Resolve) && !keeps_note(Action::Comment));
        for written in WORDS {
            assert!(is_written(written), "{written}");
        }
        // What clocks and measures are derived from.
        for measured in ["reason", "minutes", "satisfied", "reopened", "score", "effective", "clock"] {
            assert!(!is_written(measured), "{measured}");
        }
    }

    #[test]
    fn only_whole_names_of_people_are_replaced() {
        let change = |field: &str, before: Option<&str>, after: Option<&str>| Change {
            field: field.to_owned(),
            before: before.map(str::to_owned),
            after: after.map(str::to_owned),
        };
        let changes = [
            change("assignee", Some("Ana Rojas"), Some("Luis Moreno")),
            change("readers", None, Some("Ana María, Ana Rojas")),
            change("service", None, Some("Ana Rojas")),
        ];
        let expected = [
            change("assignee", Some("Persona anonimizada 1"), Some("Luis Moreno")),
            change("readers", None, Some("Ana María, Persona anonimizada 1")),
            change("service", None, Some("Ana Rojas")),
        ];
        assert_eq!(renamed(&changes, "Ana Rojas", "Persona anonimizada 1"), expected);
    }
}
