//! The message catalogue: every sentence the server says, in Spanish and English.

use contract::auth::Locale;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::LazyLock;
use unic_langid::langid;

const SPANISH: &str = include_str!("../text/es.ftl");
const ENGLISH: &str = include_str!("../text/en.ftl");

static BUNDLES: LazyLock<[FluentBundle<FluentResource>; 2]> =
    LazyLock::new(|| [bundle(langid!("es-CO"), SPANISH), bundle(langid!("en"), ENGLISH)]);

/// The sentence under `key`, with its values filled in; the key itself when there is none (a
/// test sees to it that there is).
#[must_use]
pub fn say(locale: Locale, key: &str, values: &[(&str, String)]) -> String {
    try_say(locale, key, values).unwrap_or_else(|| key.to_owned())
}

/// The sentence under `key`, if the catalogue has one.
#[must_use]
pub fn try_say(locale: Locale, key: &str, values: &[(&str, String)]) -> Option<String> {
    let bundle = match locale {
        Locale::Es => &BUNDLES[0],
        Locale::En => &BUNDLES[1],
    };
    let pattern = bundle.get_message(key)?.value()?;
    let mut args = FluentArgs::new();
    for (name, value) in values {
        // Numbers as numbers, so that plurals are chosen.
        args.set(*name, FluentValue::try_number(value));
    }
    Some(bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned())
}

/// The language of an `Accept-Language` header (RFC 9110 §12.5.4): the best of ours, Spanish
/// unless English is preferred.
#[must_use]
pub fn preferred(accept_language: Option<&str>) -> Locale {
    let quality = |wanted: &str| {
        accept_language
            .unwrap_or("")
            .split(',')
            .filter_map(|range| language_range(range, wanted))
            .fold(0.0, f32::max)
    };
    if quality("en") > quality("es") { Locale::En } else { Locale::Es }
}

fn language_range(range: &str, wanted: &str) -> Option<f32> {
    let (tag, parameters) = range.split_once(';').unwrap_or((range, ""));
    let primary = tag.trim().split('-').next()?;
    let quality = parameters.trim().strip_prefix("q=").map_or(Some(1.0), |quality| quality.parse().ok())?;
    primary.eq_ignore_ascii_case(wanted).then_some(quality)
}

fn bundle(language: unic_langid::LanguageIdentifier, source: &str) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    // A fault in the catalogue leaves out the faulty sentence only; the test below names it.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn keys(source: &str) -> BTreeSet<&str> {
        source
            .lines()
            .filter(|line| !line.starts_with([' ', '#', '}']))
            .filter_map(|line| line.split_once(" = "))
            .map(|(key, _)| key)
            .collect()
    }

    #[test]
    fn both_catalogues_are_sound_and_say_the_same_things() {
        for source in [SPANISH, ENGLISH] {
            assert!(FluentResource::try_new(source.to_owned()).is_ok());
        }
        assert_eq!(keys(SPANISH), keys(ENGLISH));
    }

    #[test]
    fn every_word_of_the_problems_has_a_sentence() {
        use contract::tickets::{Action, Status};
        for key in Status::ALL
            .iter()
            .map(|status| format!("status-{status}"))
            .chain(Action::ALL.iter().map(|action| format!("action-{action}")))
        {
            assert!(try_say(Locale::Es, &key, &[]).is_some(), "{key} is missing");
        }
    }

    #[test]
    fn spanish_unless_english_is_preferred() {
        assert_eq!(preferred(None), Locale::Es);
        assert_eq!(preferred(Some("fr, *;q=0.1")), Locale::Es);
        assert_eq!(preferred(Some("en-US,en;q=0.9,es;q=0.8")), Locale::En);
        assert_eq!(preferred(Some("es-CO,es;q=0.9,en;q=0.8")), Locale::Es);
        assert_eq!(preferred(Some("en;q=zero")), Locale::Es);
    }
}
