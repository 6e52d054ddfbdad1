//! Rules that several bodies share. Their codes are what a problem's `errors[].code` says.

use crate::auth::Role;
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

/// The same for text that may be absent.
#[expect(clippy::ref_option, reason = "validator's derive passes a reference to the field")]
pub(crate) fn not_blank_if_given(text: &Option<String>) -> Result<(), ValidationError> {
    text.as_deref().map_or(Ok(()), not_blank)
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

/// At most 20 tags of 1 to 40 characters each: code `tags`.
pub(crate) fn tags(tags: &[String]) -> Result<(), ValidationError> {
    let fits = |tag: &String| !tag.trim().is_empty() && tag.chars().count() <= 40;
    if tags.len() > 20 || !tags.iter().all(fits) {
        return Err(ValidationError::new("tags"));
    }
    Ok(())
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

/// Roles, none of them twice: code `duplicate_role`.
pub(crate) fn roles(roles: &[Role]) -> Result<(), ValidationError> {
    let different: BTreeSet<Role> = roles.iter().copied().collect();
    if different.len() == roles.len() { Ok(()) } else { Err(ValidationError::new("duplicate_role")) }
}
