//! What is wanted of a new password (NIST SP 800-63B §3.1.1): length, and that nobody guesses it.
//! Nothing is wanted of those that exist, and no letters of this or that kind.

use crate::db::search::fold;
use crate::error::FieldFault;
use zxcvbn::feedback::Warning;
use zxcvbn::{Score, zxcvbn};

/// The longest password, in characters, as the contract says.
const LONGEST: usize = 1000;

/// Words that are near at hand here.
const NEAR: [&str; 12] = [
    "mesa",
    "servicio",
    "servicios",
    "soporte",
    "clave",
    "contrasena",
    "usuario",
    "colombia",
    "bogota",
    "bienvenido",
    "temporal",
    "demo",
];

/// Whose password it is to be: nobody's own names are good ones.
#[derive(Clone, Debug)]
pub struct Owner {
    /// The name they sign in with.
    pub username: String,
    /// The name people read.
    pub display_name: String,
    /// Where notices go.
    pub email: Option<String>,
}

/// What is wrong with a password, if anything is; the fault is of `field`.
pub(super) fn judge(field: &str, password: &str, least: usize, owner: &Owner) -> Option<FieldFault> {
    let length = password.chars().count();
    if !(least..=LONGEST).contains(&length) {
        return Some(FieldFault::new(field, "length").with("min", least).with("max", LONGEST));
    }
    let (folded, username) = (fold(password), fold(&owner.username));
    if username.chars().count() > 2 && folded.contains(&username) {
        return Some(FieldFault::new(field, "password_own_name"));
    }
    let names = fold(&format!("{} {}", owner.display_name, owner.email.as_deref().unwrap_or("")));
    let own = names.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.len() > 2);
    let known: Vec<&str> = own.chain(NEAR).chain([username.as_str()]).collect();
    let estimate = zxcvbn(&folded_if_ascii(password, &folded), &known);
    if estimate.score() >= Score::Three {
        return None;
    }
    let warning = estimate.feedback().and_then(zxcvbn::feedback::Feedback::warning);
    Some(FieldFault::new(field, warning.map_or("password_weak", code)))
}

/// The estimate knows words without accents: `contraseña` is as easy to guess as `contrasena`.
fn folded_if_ascii(password: &str, folded: &str) -> String {
    if password.is_ascii() { password.to_owned() } else { folded.to_owned() }
}

const fn code(warning: Warning) -> &'static str {
    match warning {
        Warning::ThisIsATop10Password
        | Warning::ThisIsATop100Password
        | Warning::ThisIsACommonPassword
        | Warning::ThisIsSimilarToACommonlyUsedPassword => "password_common",
        Warning::StraightRowsOfKeysAreEasyToGuess
        | Warning::ShortKeyboardPatternsAreEasyToGuess
        | Warning::RepeatsLikeAaaAreEasyToGuess
        | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess
        | Warning::SequencesLikeAbcAreEasyToGuess => "password_pattern",
        Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess => "password_date",
        Warning::NamesAndSurnamesByThemselvesAreEasyToGuess
        | Warning::CommonNamesAndSurnamesAreEasyToGuess => "password_name",
        Warning::AWordByItselfIsEasyToGuess => "password_word",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(password: &str) -> Option<String> {
        let owner = Owner {
            username: "ana.rojas".to_owned(),
            display_name: "Ana Rojas Quintero".to_owned(),
            email: Some("ana.rojas@example.org".to_owned()),
        };
        judge("new", password, 12, &owner).map(|fault| fault.code)
    }

    #[test]
    fn what_anybody_would_try_first_is_refused_and_why_is_said() {
        for (password, code) in [
            ("corta-9Xq!", "length"),
            ("mi-ANA.ROJAS-secreta-77", "password_own_name"),
            ("password1234", "password_common"),
            ("qwertyuiop[]", "password_pattern"),
            ("aaaaaaaaaaaaaaaa", "password_pattern"),
            ("abcdefghijklmnop", "password_pattern"),
        ] {
            assert_eq!(fault(password).as_deref(), Some(code), "{password}");
        }
        // What is near at hand: the organisation's words, one's own names, a place and a date.
        for password in ["contraseña123", "Quintero2026", "servicios2026", "bogota202611"] {
            assert!(fault(password).is_some(), "{password}");
        }
    }

    #[test]
    fn what_is_long_and_not_at_hand_is_taken() {
        for password in [
            "cordillera-tinto-relampago",
            "v9#Kq2!mZx7wP",
            "tres tristes tigres tragaban trigo",
            "ñandú árbol cigüeña",
        ] {
            assert_eq!(fault(password), None, "{password}");
        }
        assert_eq!(fault(&"x".repeat(1001)).as_deref(), Some("length"));
    }
}
