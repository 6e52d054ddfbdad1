//! How the values of variables are read: numbers, flags, lists, and secrets that are in files.

use super::settings::{SETTINGS, file_of};
use ipnet::IpNet;
use std::collections::HashMap;
use std::net::IpAddr;
use std::ops::RangeInclusive;
use std::str::FromStr;

/// The secrets that are in files, without the newline at the end that editors leave.
pub(super) fn from_files(
    set: &impl Fn(&str) -> Option<String>,
) -> Result<HashMap<&'static str, String>, String> {
    let mut all = HashMap::new();
    for setting in SETTINGS {
        let Some(variable) = file_of(setting) else { continue };
        let Some(file) = set(&variable) else { continue };
        if set(setting.name).is_some() {
            return Err(format!("{} and {variable} are both set: one of them is enough", setting.name));
        }
        let content =
            std::fs::read_to_string(&file).map_err(|error| format!("{variable}: {file}: {error}"))?;
        let content = content.trim_end_matches(['\r', '\n']);
        if content.is_empty() {
            return Err(format!("{variable}: {file} is empty"));
        }
        all.insert(setting.name, content.to_owned());
    }
    Ok(all)
}

/// A value of any kind that is written as text.
pub(super) fn parse<T: FromStr>(name: &str, value: &str) -> Result<T, String> {
    value.parse().map_err(|_| format!("{name} is not understood: {value:?}"))
}

/// What stands between commas.
pub(super) fn list<T>(
    text: &impl Fn(&str) -> Option<String>,
    name: &str,
    item: impl Fn(&str) -> Result<T, String>,
) -> Result<Vec<T>, String> {
    let all = text(name).unwrap_or_default();
    all.split(',').map(str::trim).filter(|part| !part.is_empty()).map(item).collect()
}

/// An address, or a network in CIDR form.
pub(super) fn network(name: &str, text: &str) -> Result<IpNet, String> {
    text.parse::<IpAddr>().map(IpNet::from).or_else(|_| parse(name, text))
}

/// A number within a range.
pub(super) fn number<T: FromStr + PartialOrd + std::fmt::Display>(
    text: &impl Fn(&str) -> Option<String>,
    name: &str,
    default: T,
    range: RangeInclusive<T>,
) -> Result<T, String> {
    let Some(value) = text(name) else { return Ok(default) };
    let number: T = parse(name, &value)?;
    if !range.contains(&number) {
        return Err(format!("{name} must be between {} and {}, not {number}", range.start(), range.end()));
    }
    Ok(number)
}

/// Yes or no.
pub(super) fn flag(
    text: &impl Fn(&str) -> Option<String>,
    name: &str,
    default: bool,
) -> Result<bool, String> {
    match text(name).as_deref() {
        None => Ok(default),
        Some("1" | "true" | "yes") => Ok(true),
        Some("0" | "false" | "no") => Ok(false),
        Some(other) => Err(format!("{name} must be 1 or 0, not {other:?}")),
    }
}
