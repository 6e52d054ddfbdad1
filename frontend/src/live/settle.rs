//! Two devices, one draft: what becomes of it. Nothing that somebody wrote is lost.

use serde_json::{Map, Value};

/// What the server has of a draft.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sent {
    pub(crate) version: i64,
    pub(crate) value: Value,
}

/// How it goes on.
#[derive(Debug, PartialEq)]
pub(super) struct Settled {
    /// What is kept in this browser, if anything is.
    pub(super) text: Option<Value>,
    /// What the server is known to have.
    pub(super) sent: Option<Sent>,
}

/// Given what is here, what of it was sent from here last, and what the server has now.
pub(super) fn settle(here: Option<&Value>, sent: Option<&Sent>, theirs: Option<&Sent>) -> Settled {
    let untouched = here.is_none() || here == sent.map(|sent| &sent.value);
    let text = match theirs {
        // It was sent, or dropped, on another device.
        None if untouched => None,
        None => here.cloned(),
        // Nobody has written since.
        Some(theirs) if sent.is_some_and(|sent| sent.version == theirs.version) => here.cloned(),
        Some(theirs) if untouched => Some(theirs.value.clone()),
        Some(theirs) => here.map(|here| merged(here, &theirs.value)),
    };
    Settled { text, sent: theirs.cloned() }
}

/// Both of two drafts, field by field. Prose comes one after the other, unless one is in the other; of
/// what is chosen, the choice made here stays, but what was a note for the desk stays one.
fn merged(here: &Value, theirs: &Value) -> Value {
    let (Some(here), Some(theirs)) = (here.as_object(), theirs.as_object()) else { return here.clone() };
    let mut both: Map<String, Value> = here.clone();
    for (name, value) in theirs {
        let (mine, other) =
            (here.get(name).and_then(Value::as_str).unwrap_or(""), value.as_str().unwrap_or(""));
        let taken = if name == "visibility" && other == "internal" || mine.trim().is_empty() {
            other.to_owned()
        } else if other.trim().is_empty() || mine.contains(other) || !other.contains(char::is_whitespace) {
            mine.to_owned()
        } else if other.contains(mine) {
            other.to_owned()
        } else {
            format!("{mine}\n\n{other}")
        };
        both.insert(name.clone(), taken.into());
    }
    Value::Object(both)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn sent(version: i64, value: &Value) -> Sent {
        Sent { version, value: value.clone() }
    }

    fn text(here: Option<&Value>, mine: Option<&Sent>, theirs: Option<&Sent>) -> Option<Value> {
        let settled = settle(here, mine, theirs);
        assert_eq!(settled.sent.as_ref(), theirs, "what the server has is known then");
        settled.text
    }

    #[test]
    fn the_newer_is_taken_and_nothing_is_lost() {
        let (old, new) = (json!({"body": "Voy"}), json!({"body": "Voy para allá"}));
        let (one, two) = (sent(1, &old), sent(2, &new));
        assert_eq!(text(None, None, None), None);
        assert_eq!(text(None, None, Some(&one)), Some(old.clone()), "from the other device");
        assert_eq!(text(Some(&old), Some(&one), Some(&two)), Some(new.clone()), "which went on");
        assert_eq!(text(Some(&new), Some(&one), Some(&one)), Some(new.clone()), "written here since");
        assert_eq!(text(Some(&old), Some(&one), None), None, "sent from there");
        assert_eq!(text(Some(&new), Some(&one), None), Some(new.clone()), "but written on here");
        assert_eq!(text(Some(&old), None, None), Some(old.clone()), "never sent");
        assert_eq!(text(None, Some(&one), Some(&one)), None, "sent from here, while the server was away");
        let other = json!({"body": "Espere un momento"});
        assert_eq!(
            text(Some(&other), Some(&one), Some(&two)),
            Some(json!({"body": "Espere un momento\n\nVoy para allá"})),
            "written on both"
        );
    }

    #[test]
    fn what_was_for_the_desk_stays_so() {
        let here = json!({"body": "Buenas tardes, señora", "visibility": "public"});
        let theirs = json!({"body": "Ojo: es VIP", "visibility": "internal"});
        let both = merged(&here, &theirs);
        assert_eq!(both["visibility"], "internal");
        assert_eq!(both["body"], "Buenas tardes, señora\n\nOjo: es VIP");
        assert_eq!(merged(&theirs, &here)["visibility"], "internal");
    }

    #[test]
    fn a_choice_is_not_joined_and_a_longer_text_holds_the_shorter() {
        let here = json!({"kind": "incident", "subject": "Sin red", "service": ""});
        let theirs = json!({"kind": "request", "subject": "Sin red en el piso 3", "service": "wifi"});
        let both = json!({"kind": "incident", "subject": "Sin red en el piso 3", "service": "wifi"});
        assert_eq!(merged(&here, &theirs), both);
    }
}
