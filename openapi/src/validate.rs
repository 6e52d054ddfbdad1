//! Rules that several bodies share. Their codes are what a problem's `errors[].code` says.

use crate::auth::Role;
use crate::inbound::SeverityRule;
use crate::reference::Reference;
use std::borrow::Cow;
use std::collections::BTreeSet;
use validator::ValidationError;

/// Refuses text of nothing but white space: code `blank`.
pub(crate) fn not_blank(text: &str) -> Result<(), ValidationError> {
    if text.trim().is_empty() {
        return Err(ValidationError::new("blank"));
    }
    Ok(())
}

/// Whether a character shows nothing of itself, or turns round what stands beside it: control characters,
/// those of no width, and those that set a direction of writing (Unicode Standard Annex #9). In a name they
/// let one thing look like another.
#[must_use]
pub fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'..='\u{1160}'
                | '\u{17b4}'..='\u{17b5}'
                | '\u{180b}'..='\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{3164}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// Refuses characters that cannot be seen: code `invisible`.
pub(crate) fn visible(text: &str) -> Result<(), ValidationError> {
    if text.contains(is_invisible) {
        return Err(ValidationError::new("invisible"));
    }
    Ok(())
}

/// The rule of all names and of whatever else is one line: more than white space, code `blank`, and no
/// character that cannot be seen, code `invisible`.
pub(crate) fn name(text: &str) -> Result<(), ValidationError> {
    not_blank(text)?;
    visible(text)
}

/// The same for a name that may be absent.
#[expect(clippy::ref_option, reason = "validator's derive passes a reference to the field")]
pub(crate) fn name_if_given(text: &Option<String>) -> Result<(), ValidationError> {
    text.as_deref().map_or(Ok(()), name)
}

/// 1 to 100 resources, code `count`; each by a name of at most 100 characters, code
/// `unknown_reference`; none of them twice, without regard to case, code `duplicate`.
pub(crate) fn batch(references: &[Reference]) -> Result<(), ValidationError> {
    if !(1..=100).contains(&references.len()) {
        return Err(ValidationError::new("count"));
    }
    if references.iter().any(|reference| reference.as_str().chars().count() > 100) {
        return Err(ValidationError::new("unknown_reference"));
    }
    let mut seen = BTreeSet::new();
    if references.iter().all(|reference| seen.insert(reference.as_str().to_uppercase())) {
        return Ok(());
    }
    Err(ValidationError::new("duplicate"))
}

/// At most 50 people, if given, code `readers`; each by a name of at most 100 characters, code
/// `unknown_reference`.
#[expect(clippy::ref_option, reason = "validator's derive passes a reference to the field")]
pub(crate) fn readers(people: &Option<Vec<Reference>>) -> Result<(), ValidationError> {
    let people = people.as_deref().unwrap_or_default();
    if people.len() > 50 {
        return Err(ValidationError::new("readers"));
    }
    if people.iter().any(|person| person.as_str().chars().count() > 100) {
        return Err(ValidationError::new("unknown_reference"));
    }
    Ok(())
}

/// Each answer is a score from 1 to 5 under a key of at most 60 characters, twenty at most: code `score`.
pub(crate) fn scores(answers: &std::collections::BTreeMap<String, u8>) -> Result<(), ValidationError> {
    let fits = |(key, score): (&String, &u8)| key.len() <= 60 && (1..=5).contains(score);
    if answers.len() > 20 || !answers.iter().all(fits) {
        return Err(ValidationError::new("score"));
    }
    Ok(())
}

/// At most 20 tags of 1 to 40 characters each, code `tags`; none with characters that cannot be seen, code
/// `invisible`.
pub(crate) fn tags(tags: &[String]) -> Result<(), ValidationError> {
    let fits = |tag: &String| !tag.trim().is_empty() && tag.chars().count() <= 40;
    if tags.len() > 20 || !tags.iter().all(fits) {
        return Err(ValidationError::new("tags"));
    }
    tags.iter().try_for_each(|tag| visible(tag))
}

/// A form's answers: at most 50 fields and 20,000 characters as JSON: code `fields`.
pub(crate) fn fields(fields: &serde_json::Map<String, serde_json::Value>) -> Result<(), ValidationError> {
    let size = serde_json::to_string(fields).map_or(usize::MAX, |text| text.len());
    if fields.len() > 50 || size > 20_000 {
        let error = ValidationError::new("fields");
        return Err(error.with_message(Cow::Borrowed("at most 50 fields and 20,000 characters")));
    }
    Ok(())
}

/// Any JSON of at most 64 KiB: code `draft`.
pub(crate) fn draft(value: &serde_json::Value) -> Result<(), ValidationError> {
    let size = serde_json::to_string(value).map_or(usize::MAX, |text| text.len());
    if size > 64 << 10 { Err(ValidationError::new("draft")) } else { Ok(()) }
}

/// The prefix of ticket numbers, 2 to 10 capital letters and figures: code `project_key`.
pub(crate) fn project_key(key: &str) -> Result<(), ValidationError> {
    let plain = key.bytes().all(|sign| sign.is_ascii_uppercase() || sign.is_ascii_digit());
    let fits = (2..=10).contains(&key.len()) && key.starts_with(|first: char| first.is_ascii_uppercase());
    if plain && fits { Ok(()) } else { Err(ValidationError::new("project_key")) }
}

/// The short name of a group or provider, 1 to 60 small letters, figures and `.`, `_`, `-`: code `key`.
pub(crate) fn key(key: &str) -> Result<(), ValidationError> {
    let plain = |sign: u8| sign.is_ascii_lowercase() || sign.is_ascii_digit() || b"._-".contains(&sign);
    let fits = (1..=60).contains(&key.len()) && key.starts_with(|first: char| first.is_ascii_alphanumeric());
    if fits && key.bytes().all(plain) { Ok(()) } else { Err(ValidationError::new("key")) }
}

/// A question of a survey by its key, with a score or without one: code `key`.
pub(crate) fn answer(answer: &str) -> Result<(), ValidationError> {
    let (question, score) = answer.split_once(':').unwrap_or((answer, "1"));
    key(question)?;
    if ["1", "2", "3", "4", "5"].contains(&score) { Ok(()) } else { Err(ValidationError::new("key")) }
}

/// The name somebody signs in with, 2 to 60 letters, figures and `.`, `_`, `-`, `@`: code `username`.
pub(crate) fn username(name: &str) -> Result<(), ValidationError> {
    let plain = |sign: char| sign.is_alphanumeric() || "._-@".contains(sign);
    let fits = (2..=60).contains(&name.chars().count()) && name.starts_with(char::is_alphanumeric);
    if fits && name.chars().all(plain) { Ok(()) } else { Err(ValidationError::new("username")) }
}

/// Priorities from 1 to 5: code `priority_matrix`.
pub(crate) fn priority_matrix(matrix: &[[u8; 3]; 3]) -> Result<(), ValidationError> {
    let fits = matrix.iter().flatten().all(|priority| (1..=5).contains(priority));
    if fits { Ok(()) } else { Err(ValidationError::new("priority_matrix")) }
}

/// At most five different numbers of hours from 1 to 720, each once: code `reminder_hours`.
pub(crate) fn reminder_hours(hours: &[u32]) -> Result<(), ValidationError> {
    let different: BTreeSet<u32> = hours.iter().copied().collect();
    let fits = hours.len() <= 5 && different.len() == hours.len();
    if fits && hours.iter().all(|hours| (1..=720).contains(hours)) {
        Ok(())
    } else {
        Err(ValidationError::new("reminder_hours"))
    }
}

/// Roles, none of them twice: code `duplicate_role`.
pub(crate) fn roles(roles: &[Role]) -> Result<(), ValidationError> {
    let different: BTreeSet<Role> = roles.iter().copied().collect();
    if different.len() == roles.len() { Ok(()) } else { Err(ValidationError::new("duplicate_role")) }
}

/// At most 50 severities, each of 1 to 60 characters and none twice: code `severities`.
pub(crate) fn severity_rules(rules: &[SeverityRule]) -> Result<(), ValidationError> {
    let fits = |name: &str| !name.trim().is_empty() && name.chars().count() <= 60;
    let mut seen = BTreeSet::new();
    let sound =
        |rule: &SeverityRule| fits(&rule.severity) && seen.insert(rule.severity.trim().to_lowercase());
    if rules.len() <= 50 && rules.iter().all(sound) {
        return Ok(());
    }
    Err(ValidationError::new("severities"))
}

/// At most 10 addresses of the web, of at most 2,000 characters each: code `attachments`.
pub(crate) fn chat_attachments(addresses: &[String]) -> Result<(), ValidationError> {
    let web = |address: &str| address.starts_with("https://") || address.starts_with("http://");
    let plain = |address: &str| !address.contains(|sign: char| sign.is_whitespace() || sign.is_control());
    let fits = |address: &String| address.len() <= 2_000 && web(address) && plain(address);
    if addresses.len() <= 10 && addresses.iter().all(fits) {
        return Ok(());
    }
    Err(ValidationError::new("attachments"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(outcome: Result<(), ValidationError>) -> Option<String> {
        outcome.err().map(|error| error.code.into_owned())
    }

    #[test]
    fn names_are_what_they_look_like() {
        for good in ["José Peña", "O’Neill-Díaz", "Ñandú №5", "日本 太郎", "محمد", "Sin red 🛜 en el piso 3"]
        {
            assert_eq!(code(name(good)), None, "{good}");
        }
        for blank in ["", "  ", "\t", "\u{a0}"] {
            assert_eq!(code(name(blank)).as_deref(), Some("blank"), "{blank:?}");
        }
        let signs = (0..=0x1f).chain(0x7f..=0x9f).chain(0x200b..=0x200f).chain(0x2028..=0x202e);
        let signs = signs.chain(0x2060..=0x206f).chain([0xad, 0x61c, 0x180e, 0x3164, 0xfeff, 0xe0041]);
        for sign in signs.filter_map(char::from_u32) {
            let spoofed = format!("Ana{sign}Rojas");
            assert_eq!(code(name(&spoofed)).as_deref(), Some("invisible"), "{spoofed:?}");
            assert_eq!(
                code(tags(std::slice::from_ref(&spoofed))).as_deref(),
                Some("invisible"),
                "{spoofed:?}"
            );
        }
    }
}
