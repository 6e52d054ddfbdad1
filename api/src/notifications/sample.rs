//! Cases made up to try templates on.

use super::compose::{asks, say_instant};
use super::said::Said;
use crate::error::{Error, Result};
use crate::outbound::letter::{self, Letter};
use crate::text::say;
use chrono::DateTime;
use contract::auth::Locale;
use contract::notifications::{LetterSample, NoticeKind};
use contract::stakeholders::Occasion;

/// The number of the case made up.
const NUMBER: &str = "TIC-1042";

/// An instant that all of them have: a Wednesday in the morning.
const MORNING: i64 = 1_794_405_600;

/// The facts of the letter that somebody chooses to see.
pub(super) fn one(kind: NoticeKind, locale: Locale, public_url: &str, sample: LetterSample) -> Said {
    let own = sample != LetterSample::Desk;
    said(kind, locale, public_url, own, sample == LetterSample::Confidential, true)
}

/// Writes it; what is wrong with the template is the fault of the field `source`.
pub(super) fn letter(source: &str, locale: Locale, said: &Said) -> Result<Letter> {
    letter::write(source, locale.as_str(), &said.value())
        .map_err(|fault| Error::Invalid(vec![fault.of_field("source")]))
}

/// Fills a template with everything that a letter of its kind can meet, one after the other: somebody's own
/// case or another's, confidential or not, with all that there can be or with as little.
pub(super) fn try_all(source: &str, kind: NoticeKind, locale: Locale, public_url: &str) -> Result<()> {
    for own in [true, false] {
        for discreet in [false, true] {
            for full in [true, false] {
                let known = said(kind, locale, public_url, own, discreet, full);
                letter(source, locale, &known)?;
                if kind == NoticeKind::Major {
                    // Those hear of it too who may not open it.
                    letter(source, locale, &Said { link: String::new(), ..known })?;
                }
            }
        }
    }
    Ok(())
}

fn said(kind: NoticeKind, locale: Locale, public_url: &str, own: bool, discreet: bool, full: bool) -> Said {
    let words = |es: &str, en: &str| if locale == Locale::Es { es.to_owned() } else { en.to_owned() };
    let open = |words: String| (full && !discreet).then_some(words);
    let asked = own && full && asks(kind);
    let place = if own { "portal" } else { "console" };
    let instant = || DateTime::from_timestamp(MORNING, 0).filter(|_| full).map(|at| say_instant(at, locale));
    Said {
        name: "Ana Rojas".to_owned(),
        own,
        actor: full.then(|| words("Mesa de servicios", "Service desk")),
        internal: !own && !full,
        note: open(words(
            "Se reinició el equipo de red del piso 3.\n\n¿Sigue igual?",
            "The network device of floor 3 was restarted.\n\nIs it still the same?",
        )),
        happened: (kind == NoticeKind::Major)
            .then(|| say(locale, &format!("occasion-{}", Occasion::Registered), &[])),
        link: format!("{public_url}/{place}/tickets/{NUMBER}"),
        survey: asked.then(|| format!("{public_url}/surveys/muestra")),
        number: NUMBER.to_owned(),
        subject: if discreet {
            say(locale, "confidential-case", &[])
        } else {
            words("Sin red en el piso 3", "No network on floor 3")
        },
        status: say(locale, "status-in_analysis", &[]),
        kind: say(locale, "kind-incident", &[]),
        service: open(words("Red de datos", "Data network")),
        priority: 2,
        level: 1,
        solution: open(words("Se cambió el cable del puesto.", "The cable of the desk was replaced.")),
        attention_due: instant(),
        acceptance_due: instant(),
        redirected_to: full.then(|| words("Gestión documental", "Records management")),
    }
}
