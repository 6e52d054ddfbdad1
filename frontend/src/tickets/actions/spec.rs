//! The fields of each action's form, and how what was typed becomes a body. Names are those of the
//! JSON fields; labels stand in the catalogues under `form-<action>-<name>`.

use crate::tickets::people_control::{read, written};
use crate::tickets::sources::Source;
use contract::auth::Role;
use contract::tickets::{Action, CloseReason, Impact, Kind, PauseReason, Ticket, Urgency};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What was typed, by field.
pub(crate) type Typed = BTreeMap<&'static str, String>;

/// How a field is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Control {
    Line {
        max: u32,
    },
    Lines {
        max: u32,
    },
    Markdown {
        max: u32,
    },
    Minutes,
    /// A date and time, kept as the instant in UTC.
    Instant,
    YesNo,
    /// Any number of people, as `people_control.rs` writes them.
    People,
    /// Words of a vocabulary: each with the key of its text.
    Words(Vec<(&'static str, &'static str)>),
    /// From a list of the API.
    From(Source),
    /// Another open ticket.
    Ticket,
}

/// One field of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FieldSpec {
    pub(crate) name: &'static str,
    pub(crate) control: Control,
    pub(crate) required: bool,
}

/// Whether an action needs nothing said, so that its button does it at once.
pub(crate) const fn is_immediate(action: Action) -> bool {
    matches!(action, Action::Open | Action::Resume)
}

macro_rules! words_of {
    ($name:ident, $prefix:literal) => {
        Control::Words($name::ALL.iter().map(|word| ($prefix, word.as_str())).collect())
    };
}

/// The fields of an action's form for a ticket at a level.
pub(crate) fn fields(action: Action, level: u8) -> Vec<FieldSpec> {
    let must = |name, control| FieldSpec { name, control, required: true };
    let may = |name, control| FieldSpec { name, control, required: false };
    let note = || may("note", Control::Lines { max: 4_000 });
    match action {
        Action::Accept | Action::Cancel => vec![note()],
        Action::Reject => vec![
            must("reason", Control::Lines { max: 4_000 }),
            may("redirect_to", Control::Line { max: 200 }),
        ],
        Action::Classify => vec![
            must("kind", words_of!(Kind, "kind")),
            must("impact", words_of!(Impact, "impact")),
            must("urgency", words_of!(Urgency, "urgency")),
            may("service", Control::From(Source::Services)),
            may("information_system", Control::From(Source::InformationSystems)),
            may("component", Control::From(Source::Components)),
            may("asset", Control::From(Source::Assets)),
        ],
        Action::Escalate => {
            let mut fields = vec![must("reason", Control::Lines { max: 4_000 })];
            fields.extend(
                in_charge(level + 1).into_iter().map(|(name, source)| may(name, Control::From(source))),
            );
            fields
        }
        Action::Assign => {
            let targets = in_charge(level).into_iter().filter(|(name, _)| *name != "provider");
            targets.map(|(name, source)| may(name, Control::From(source))).chain([note()]).collect()
        }
        Action::Diagnose => vec![
            must("cause", Control::Lines { max: 4_000 }),
            must("analysis", Control::Markdown { max: 20_000 }),
            may("planned_actions", Control::Lines { max: 20_000 }),
        ],
        Action::Work => {
            vec![must("description", Control::Markdown { max: 20_000 }), must("minutes", Control::Minutes)]
        }
        Action::Pause => {
            vec![must("reason", words_of!(PauseReason, "pause")), note(), may("until", Control::Instant)]
        }
        Action::Verify => vec![must("effective", Control::YesNo), note()],
        Action::Resolve => vec![must("solution", Control::Markdown { max: 20_000 })],
        Action::Close => vec![
            must("reason", words_of!(CloseReason, "close-reason")),
            must("note", Control::Lines { max: 4_000 }),
        ],
        Action::Merge => vec![must("into", Control::Ticket)],
        Action::Confidential => {
            vec![must("confidential", Control::YesNo), may("readers", Control::People), note()]
        }
        _ => Vec::new(),
    }
}

/// The fields of an action on several tickets at once. Where they are of different levels, nobody
/// fits them all: the group of each one's next level takes it. Of a classification, only what is
/// filled in changes.
pub(crate) fn fields_for_many(action: Action, level: Option<u8>) -> Vec<FieldSpec> {
    let mut fields = fields(action, level.unwrap_or(1));
    if action == Action::Escalate && level.is_none() {
        fields.retain(|spec| spec.name == "reason");
    }
    if action == Action::Classify {
        for spec in &mut fields {
            spec.required = false;
        }
    }
    fields
}

/// Who can be put in charge at a level.
fn in_charge(level: u8) -> Vec<(&'static str, Source)> {
    let role = match level {
        0 | 1 => Role::Agent,
        2 => Role::Specialist,
        _ => Role::Provider,
    };
    let mut targets = vec![("group", Source::Groups { level }), ("assignee", Source::People { role })];
    if level >= 3 {
        targets.push(("provider", Source::Providers));
    }
    targets
}

/// What the form holds when it opens.
pub(crate) fn initial(action: Action, ticket: &Ticket) -> Typed {
    let summary = &ticket.summary;
    if action == Action::Confidential {
        // Whoever opens the form of an ordinary case wants to change that.
        let readers =
            ticket.readers.iter().map(|person| (person.id.to_string(), person.display_name.clone()));
        return [("confidential", "true".to_owned()), ("readers", written(readers))].into();
    }
    if action != Action::Classify {
        return Typed::new();
    }
    let key = |named: &Option<contract::reference::NamedRef>| named.as_ref().map(|named| named.key.clone());
    [
        ("kind", Some(summary.kind.as_str().to_owned())),
        ("impact", Some(summary.impact.as_str().to_owned())),
        ("urgency", Some(summary.urgency.as_str().to_owned())),
        ("service", key(&summary.service)),
        ("information_system", key(&ticket.information_system)),
        ("component", key(&ticket.component)),
        ("asset", key(&ticket.asset)),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name, value?)))
    .collect()
}

/// What was kept of a form, as far as the form still has those fields.
pub(crate) fn restored(specs: &[FieldSpec], mut kept: BTreeMap<String, String>) -> Typed {
    specs.iter().filter_map(|spec| Some((spec.name, kept.remove(spec.name)?))).collect()
}

/// The required fields that were left blank.
pub(crate) fn missing(specs: &[FieldSpec], typed: &Typed) -> Vec<&'static str> {
    let blank = |name| typed.get(name).is_none_or(|value| value.trim().is_empty());
    specs.iter().filter(|spec| spec.required && blank(spec.name)).map(|spec| spec.name).collect()
}

/// The body: what was left blank is left out. People replace those named before, so that none is said
/// too; but a case that is no longer confidential has none.
pub(crate) fn body(specs: &[FieldSpec], typed: &Typed) -> Value {
    let mut body = Map::new();
    for spec in specs {
        if spec.control == Control::People {
            if typed.get("confidential").is_some_and(|word| word == "true") {
                let people = read(typed.get(spec.name).map_or("", String::as_str));
                let people: Vec<Value> = people.into_iter().map(|(id, _)| id.into()).collect();
                body.insert(spec.name.to_owned(), people.into());
            }
            continue;
        }
        let Some(value) = typed.get(spec.name).filter(|value| !value.trim().is_empty()) else { continue };
        body.insert(spec.name.to_owned(), json(&spec.control, value));
    }
    Value::Object(body)
}

fn json(control: &Control, value: &str) -> Value {
    match control {
        Control::Minutes => value.trim().parse::<u32>().map_or_else(|_| value.into(), Value::from),
        Control::YesNo => Value::Bool(value == "true"),
        Control::Line { .. } => value.trim().into(),
        _ => value.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;
    use crate::tickets::{Command, bodies};
    use contract::auth::Locale;

    /// Something valid to type into every field of a form.
    fn filled(specs: &[FieldSpec]) -> Typed {
        let value = |control: &Control| match control {
            Control::Minutes => "25".to_owned(),
            Control::YesNo => "true".to_owned(),
            Control::Instant => "2030-01-15T13:00:00Z".to_owned(),
            Control::Words(words) => words[0].1.to_owned(),
            _ => "texto".to_owned(),
        };
        specs.iter().map(|spec| (spec.name, value(&spec.control))).collect()
    }

    #[test]
    fn every_form_makes_the_body_of_its_action() {
        for action in bodies::ACTIONS.iter().copied().filter(|action| *action != Action::Survey) {
            for level in 1..=3 {
                let specs = fields(action, level);
                for typed in [
                    filled(&specs),
                    filled(&specs)
                        .into_iter()
                        .filter(|(name, _)| specs.iter().any(|spec| spec.name == *name && spec.required))
                        .collect(),
                ] {
                    assert!(missing(&specs, &typed).is_empty());
                    let command = Command::new(action, body(&specs, &typed));
                    assert!(bodies::check(&command).is_ok(), "{command:?}");
                }
            }
        }
    }

    #[test]
    fn every_field_has_a_label_in_both_languages() {
        for locale in Locale::ALL {
            let text = Text::of(*locale);
            for action in bodies::ACTIONS {
                for spec in (1..=3).flat_map(|level| fields(*action, level)) {
                    let key = format!("form-{action}-{}", spec.name);
                    assert!(text.has(&key), "{locale}: {key}");
                }
            }
        }
    }

    #[test]
    fn blanks_are_left_out_and_missed_when_required() {
        let specs = fields(Action::Reject, 1);
        let typed = Typed::from([("reason", "  ".to_owned())]);
        assert_eq!(missing(&specs, &typed), ["reason"]);
        assert_eq!(body(&specs, &typed), serde_json::json!({}));
    }

    #[test]
    fn what_was_kept_fills_the_fields_that_are_still_there() {
        let kept = [("reason", "No es de la mesa."), ("gone", "x")];
        let kept = kept.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
        assert_eq!(
            restored(&fields(Action::Reject, 1), kept),
            Typed::from([("reason", "No es de la mesa.".to_owned())])
        );
    }

    #[test]
    fn many_tickets_are_asked_only_what_suits_them_all() {
        let names = |action, level| -> Vec<&str> {
            fields_for_many(action, level).iter().map(|spec| spec.name).collect()
        };
        assert_eq!(names(Action::Escalate, None), ["reason"]);
        assert_eq!(names(Action::Escalate, Some(1)), ["reason", "group", "assignee"]);
        assert!(fields_for_many(Action::Classify, None).iter().all(|spec| !spec.required));
    }

    #[test]
    fn readers_are_said_also_when_there_are_none_any_more() {
        let specs = fields(Action::Confidential, 1);
        let readers = written([("ana".to_owned(), "Ana Rojas".to_owned())]);
        let typed = Typed::from([("confidential", "true".to_owned()), ("readers", readers.clone())]);
        assert_eq!(body(&specs, &typed), serde_json::json!({"confidential": true, "readers": ["ana"]}));
        let typed = Typed::from([("confidential", "true".to_owned()), ("readers", String::new())]);
        assert_eq!(body(&specs, &typed), serde_json::json!({"confidential": true, "readers": []}));
        let typed = Typed::from([("confidential", "false".to_owned()), ("readers", readers)]);
        assert_eq!(body(&specs, &typed), serde_json::json!({"confidential": false}));
    }

    #[test]
    fn escalation_goes_one_level_up() {
        let sources: Vec<_> = fields(Action::Escalate, 1).into_iter().map(|spec| spec.control).collect();
        assert!(sources.contains(&Control::From(Source::Groups { level: 2 })));
        assert!(!sources.contains(&Control::From(Source::Providers)));
        let sources: Vec<_> = fields(Action::Escalate, 2).into_iter().map(|spec| spec.control).collect();
        assert!(sources.contains(&Control::From(Source::Providers)));
    }
}
