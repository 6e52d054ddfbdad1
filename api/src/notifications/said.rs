//! What a template may say: the facts of a letter, in words, and the names by which it asks for them.

use contract::notifications::NoticeKind;
use minijinja::{Value, context};

/// The facts of a letter.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    /// Who reads it.
    pub(super) name: String,
    /// Whether it is their own case.
    pub(super) own: bool,
    /// Who did it; none for the desk itself.
    pub(super) actor: Option<String>,
    /// Whether it is for the desk alone.
    pub(super) internal: bool,
    /// What was said.
    pub(super) note: Option<String>,
    /// Of a major incident: what happened.
    pub(super) happened: Option<String>,
    /// Where the case is; empty for whoever may not open it.
    pub(super) link: String,
    /// Where the survey is answered, without its answer.
    pub(super) survey: Option<String>,
    /// The number of the case, and the rest of it.
    pub(super) number: String,
    pub(super) subject: String,
    pub(super) status: String,
    pub(super) kind: String,
    pub(super) service: Option<String>,
    pub(super) priority: u8,
    pub(super) level: u8,
    pub(super) solution: Option<String>,
    pub(super) attention_due: Option<String>,
    pub(super) acceptance_due: Option<String>,
    pub(super) redirected_to: Option<String>,
}

impl Said {
    /// As templates ask for them.
    pub(super) fn value(&self) -> Value {
        let Self {
            name,
            own,
            actor,
            internal,
            note,
            happened,
            link,
            survey,
            number,
            subject,
            status,
            kind,
            service,
            priority,
            level,
            solution,
            attention_due,
            acceptance_due,
            redirected_to,
        } = self;
        let answer = |answer: &str| survey.as_ref().map(|link| format!("{link}?answer={answer}"));
        context! {
            name,
            own,
            actor,
            internal,
            note,
            happened,
            link,
            survey_yes => answer("yes"),
            survey_no => answer("no"),
            ticket => context! {
                number,
                subject,
                status,
                kind,
                service,
                priority,
                level,
                solution,
                attention_due,
                acceptance_due,
                redirected_to,
            },
        }
    }
}

/// How something is written in a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// It is always there.
    Always,
    /// It may be missing.
    Perhaps,
    /// People have typed it, over several lines perhaps, if they have: it is quoted.
    Quote,
    /// It is so or not.
    Choice,
    /// It is an address.
    Address,
    /// It is an address that may be missing.
    AddressPerhaps,
}

/// Everything that a template may say, by name.
pub(super) const VARIABLES: [(&str, Form); 20] = [
    ("name", Form::Always),
    ("ticket.number", Form::Always),
    ("ticket.subject", Form::Always),
    ("ticket.status", Form::Always),
    ("ticket.kind", Form::Always),
    ("ticket.service", Form::Perhaps),
    ("ticket.priority", Form::Always),
    ("ticket.level", Form::Always),
    ("actor", Form::Perhaps),
    ("happened", Form::Perhaps),
    ("note", Form::Quote),
    ("ticket.solution", Form::Quote),
    ("ticket.attention_due", Form::Perhaps),
    ("ticket.acceptance_due", Form::Perhaps),
    ("ticket.redirected_to", Form::Perhaps),
    ("link", Form::Address),
    ("survey_yes", Form::AddressPerhaps),
    ("survey_no", Form::AddressPerhaps),
    ("own", Form::Choice),
    ("internal", Form::Choice),
];

/// The key of the sentence that says what a name stands for.
pub(super) fn description_key(name: &str) -> String {
    format!("template-{}", name.replace('.', "-"))
}

/// How something is written in the letters of a kind: of a major incident those hear too who may not open
/// it, and get no link.
pub(super) fn form_in(kind: NoticeKind, name: &str, form: Form) -> Form {
    if kind == NoticeKind::Major && form == Form::Address && name == "link" {
        Form::AddressPerhaps
    } else {
        form
    }
}

/// What to write in a template to say it.
pub(super) fn insert(name: &str, form: Form) -> String {
    match form {
        Form::Always => format!("{{{{ {name} }}}}"),
        Form::Perhaps => format!("{{% if {name} %}}{{{{ {name} }}}}{{% endif %}}"),
        Form::Quote => format!("{{% if {name} %}}\n> {{{{ {name} }}}}\n{{% endif %}}"),
        Form::Choice => format!("{{% if {name} %}}…{{% else %}}…{{% endif %}}"),
        Form::Address => format!("[…]({{{{ {name}|safe }}}})"),
        Form::AddressPerhaps => format!("{{% if {name} %}}[…]({{{{ {name}|safe }}}}){{% endif %}}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outbound::letter;
    use crate::text::try_say;
    use contract::auth::Locale;
    use std::collections::BTreeSet;

    fn names_in(value: &Value) -> BTreeSet<String> {
        value.try_iter().expect("a map").map(|name| name.to_string()).collect()
    }

    #[test]
    fn the_list_names_everything_and_nothing_else() {
        let all = Said::default().value();
        let mut names = names_in(&all);
        assert!(names.remove("ticket"));
        let ticket = all.get_attr("ticket").expect("a map");
        names.extend(names_in(&ticket).into_iter().map(|name| format!("ticket.{name}")));
        let listed: BTreeSet<String> = VARIABLES.iter().map(|(name, _)| (*name).to_owned()).collect();
        assert_eq!(names, listed);
    }

    #[test]
    fn each_is_described_and_can_be_written_whether_it_is_there_or_not() {
        let full = Said {
            link: "https://desk.example.org/portal/tickets/TIC-7".to_owned(),
            note: Some("Hola.\n\nAdiós.".to_owned()),
            survey: Some("https://desk.example.org/surveys/x".to_owned()),
            ..Said::default()
        };
        for (name, form) in VARIABLES {
            for locale in Locale::ALL {
                assert!(try_say(*locale, &description_key(name), &[]).is_some(), "{name}");
            }
            let source = format!("Asunto\n\nHola:\n\n{}\n", insert(name, form));
            for said in [&full, &Said::default()] {
                let letter = letter::write(&source, "es", &said.value());
                assert!(letter.is_ok(), "{source}: {letter:?}");
            }
        }
    }
}
