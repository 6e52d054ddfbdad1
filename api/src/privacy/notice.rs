//! The notice: which version is in force, and how it reads.

use chrono::{DateTime, Utc};
use contract::auth::Locale;
use contract::privacy::{FIRST_NOTICE, NoticeTexts, PrivacyNotice};

/// A version of the notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Notice {
    pub(super) version: i32,
    pub(super) entity: String,
    pub(super) contact: String,
    pub(super) texts: NoticeTexts,
    pub(super) published_at: Option<DateTime<Utc>>,
}

impl Notice {
    /// The one that the desk has from its beginning.
    pub(super) fn first() -> Self {
        Self {
            version: FIRST_NOTICE,
            entity: "La entidad a la que pertenece esta mesa".to_owned(),
            contact: "la mesa de servicios".to_owned(),
            texts: NoticeTexts {
                es: include_str!("notice.es.md").to_owned(),
                en: include_str!("notice.en.md").to_owned(),
            },
            published_at: None,
        }
    }

    /// As somebody of a language reads it.
    pub(super) fn read_in(self, locale: Locale) -> PrivacyNotice {
        let Self { version, entity, contact, texts, published_at } = self;
        let text = match locale {
            Locale::Es => &texts.es,
            Locale::En => &texts.en,
        };
        let text = text.replace("{entidad}", &entity).replace("{contacto}", &contact);
        PrivacyNotice { version, published_at, entity, contact, texts, text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_notice_says_what_the_law_asks_for_in_both_languages() {
        for (locale, words) in [
            (
                Locale::Es,
                ["conocer, actualizar y corregir", "revocar", "Superintendencia", "15", "sensibles"],
            ),
            (Locale::En, ["know, update and correct", "revoke", "Superintendencia", "15", "sensitive"]),
        ] {
            let notice = Notice::first().read_in(locale);
            for word in words {
                assert!(notice.text.contains(word), "{locale}: {word}");
            }
            assert!(notice.text.contains(&notice.entity) && notice.text.contains(&notice.contact));
            assert!(!notice.text.contains('{'), "a blank is left: {}", notice.text);
        }
    }
}
