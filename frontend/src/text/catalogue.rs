//! A catalogue of fluent messages, compiled into the bundle.

use contract::auth::Locale;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

/// The messages of one language.
pub(crate) struct Catalogue(FluentBundle<FluentResource>);

impl Catalogue {
    /// Reads the catalogue of a language. A line that cannot be read is left out; a test sees to it
    /// that there is none.
    pub(crate) fn of(locale: Locale) -> Self {
        let language = locale.as_str().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![language]);
        bundle.set_use_isolating(false);
        let resource =
            FluentResource::try_new(source(locale).to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        Self(bundle)
    }

    /// The message of a key with its blanks filled in; the key itself when there is none.
    pub(crate) fn write(&self, key: &str, blanks: &[(&str, FluentValue<'_>)]) -> String {
        let Some(pattern) = self.0.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let blanks: FluentArgs<'_> = blanks.iter().map(|(name, value)| (*name, value.clone())).collect();
        self.0.format_pattern(pattern, Some(&blanks), &mut Vec::new()).into_owned()
    }

    /// Whether there is a message for a key.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.0.has_message(key)
    }
}

/// The catalogue as it is written.
pub(crate) const fn source(locale: Locale) -> &'static str {
    match locale {
        Locale::Es => include_str!("../../text/es.ftl"),
        Locale::En => include_str!("../../text/en.ftl"),
    }
}
