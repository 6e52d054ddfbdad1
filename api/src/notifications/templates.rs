//! The templates of letters: those that the desk has, and filling one of a project's own.

use super::said::Said;
use super::store;
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::ids::ProjectId;
use crate::outbound::letter::{self, Letter};
use contract::auth::Locale;
use contract::notifications::NoticeKind;

/// Writes a letter by the project's own template, or else by the one that the desk has. By that too when
/// the project's cannot be filled: everybody gets their letter.
pub(super) fn fill(
    connection: &mut DbConnection,
    project: ProjectId,
    kind: NoticeKind,
    locale: Locale,
    said: &Said,
) -> Result<Letter> {
    let values = said.value();
    if let Some(source) = store::template_source(connection, project, kind, locale)? {
        match letter::write(&source, locale.as_str(), &values) {
            Ok(letter) => return Ok(letter),
            Err(fault) => log::error!("the template {kind} in {locale} of project {project}: {fault}"),
        }
    }
    letter::write(built_in(kind, locale), locale.as_str(), &values).map_err(Error::from)
}

/// The template of a kind of notice: its first line is the subject, the rest Markdown.
pub(super) const fn built_in(kind: NoticeKind, locale: Locale) -> &'static str {
    match locale {
        Locale::Es => match kind {
            NoticeKind::Registered => include_str!("../../templates/mail/es/registered.md"),
            NoticeKind::Opened => include_str!("../../templates/mail/es/opened.md"),
            NoticeKind::Rejected => include_str!("../../templates/mail/es/rejected.md"),
            NoticeKind::Escalated => include_str!("../../templates/mail/es/escalated.md"),
            NoticeKind::Assigned => include_str!("../../templates/mail/es/assigned.md"),
            NoticeKind::Commented => include_str!("../../templates/mail/es/commented.md"),
            NoticeKind::Paused => include_str!("../../templates/mail/es/paused.md"),
            NoticeKind::Resolved => include_str!("../../templates/mail/es/resolved.md"),
            NoticeKind::Reopened => include_str!("../../templates/mail/es/reopened.md"),
            NoticeKind::Accepted => include_str!("../../templates/mail/es/accepted.md"),
            NoticeKind::AutoAccepted => include_str!("../../templates/mail/es/auto_accepted.md"),
            NoticeKind::Closed => include_str!("../../templates/mail/es/closed.md"),
            NoticeKind::Warned => include_str!("../../templates/mail/es/warned.md"),
            NoticeKind::Breached => include_str!("../../templates/mail/es/breached.md"),
            NoticeKind::AcceptanceReminder => {
                include_str!("../../templates/mail/es/acceptance_reminder.md")
            }
            NoticeKind::Progressed => include_str!("../../templates/mail/es/progressed.md"),
            NoticeKind::Major => include_str!("../../templates/mail/es/major.md"),
        },
        Locale::En => match kind {
            NoticeKind::Registered => include_str!("../../templates/mail/en/registered.md"),
            NoticeKind::Opened => include_str!("../../templates/mail/en/opened.md"),
            NoticeKind::Rejected => include_str!("../../templates/mail/en/rejected.md"),
            NoticeKind::Escalated => include_str!("../../templates/mail/en/escalated.md"),
            NoticeKind::Assigned => include_str!("../../templates/mail/en/assigned.md"),
            NoticeKind::Commented => include_str!("../../templates/mail/en/commented.md"),
            NoticeKind::Paused => include_str!("../../templates/mail/en/paused.md"),
            NoticeKind::Resolved => include_str!("../../templates/mail/en/resolved.md"),
            NoticeKind::Reopened => include_str!("../../templates/mail/en/reopened.md"),
            NoticeKind::Accepted => include_str!("../../templates/mail/en/accepted.md"),
            NoticeKind::AutoAccepted => include_str!("../../templates/mail/en/auto_accepted.md"),
            NoticeKind::Closed => include_str!("../../templates/mail/en/closed.md"),
            NoticeKind::Warned => include_str!("../../templates/mail/en/warned.md"),
            NoticeKind::Breached => include_str!("../../templates/mail/en/breached.md"),
            NoticeKind::AcceptanceReminder => {
                include_str!("../../templates/mail/en/acceptance_reminder.md")
            }
            NoticeKind::Progressed => include_str!("../../templates/mail/en/progressed.md"),
            NoticeKind::Major => include_str!("../../templates/mail/en/major.md"),
        },
    }
}

/// The template of many notices in one letter.
pub(super) const fn digest(locale: Locale) -> &'static str {
    match locale {
        Locale::Es => include_str!("../../templates/mail/es/digest.md"),
        Locale::En => include_str!("../../templates/mail/en/digest.md"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{compose, sample};
    use super::*;
    use contract::notifications::LetterSample;

    const DESK: &str = "https://desk.example.org";

    #[test]
    fn a_digest_is_one_letter_in_each_language() {
        for locale in Locale::ALL {
            let letter = compose::sample_digest(digest(*locale), *locale, "https://desk.example.org");
            let letter = letter.unwrap_or_else(|error| panic!("{locale}: {error}"));
            assert!(letter.subject.contains('2'), "{}", letter.subject);
            for number in ["TIC-1042", "TIC-1043"] {
                assert!(letter.text.contains(&format!("/portal/tickets/{number}")), "{}", letter.text);
            }
            assert!(!letter.html.contains("{{"), "{}", letter.html);
        }
    }

    #[test]
    fn every_template_can_be_filled() {
        for kind in NoticeKind::ALL {
            for locale in Locale::ALL {
                let source = built_in(*kind, *locale);
                sample::try_all(source, *kind, *locale, DESK)
                    .unwrap_or_else(|error| panic!("{kind} in {locale}: {error:?}"));
                let said = sample::one(*kind, *locale, DESK, LetterSample::Requester);
                let letter = sample::letter(source, *locale, &said).expect("it was just filled");
                assert!(letter.subject.contains("TIC-1042"), "{kind} in {locale}: {}", letter.subject);
                assert!(
                    letter.text.contains("https://desk.example.org/portal/tickets/TIC-1042"),
                    "{}",
                    letter.text
                );
                assert!(!letter.html.contains("{{"), "{}", letter.html);
            }
        }
    }

    #[test]
    fn of_a_confidential_case_no_template_says_more_than_its_number() {
        let all = "Caso {{ ticket.number }}\n\n{{ ticket.subject }} {{ note }} {{ ticket.solution }}";
        let said = sample::one(NoticeKind::Resolved, Locale::Es, DESK, LetterSample::Confidential);
        let letter = sample::letter(all, Locale::Es, &said).expect("a sound template");
        assert_eq!(letter.text.trim(), "Caso confidencial");
    }
}
