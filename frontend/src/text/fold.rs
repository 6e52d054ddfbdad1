//! Finding words without regard to accents and case.

/// Lower case, accents off: of the letters of western Europe. The tables for all others would weigh
/// more than everything here that looks at letters.
pub(crate) fn fold(text: &str) -> String {
    let plain = |letter: char| match lower(letter) {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        other => other,
    };
    text.chars().map(plain).collect()
}

const fn lower(letter: char) -> char {
    match letter {
        'À'..='Ö' | 'Ø'..='Þ' => (letter as u8 + 0x20) as char,
        other => other.to_ascii_lowercase(),
    }
}

/// The capital of a letter of western Europe.
pub(crate) const fn capital(letter: char) -> char {
    match letter {
        'à'..='ö' | 'ø'..='þ' => (letter as u8 - 0x20) as char,
        other => other.to_ascii_uppercase(),
    }
}

/// Whether every word of the query occurs in one of the texts. Words of one or two letters need not.
pub(crate) fn matches(query: &str, texts: &[&str]) -> bool {
    let folded: Vec<String> = texts.iter().map(|text| fold(text)).collect();
    let query = fold(query);
    let mut words = query.split_whitespace().filter(|word| word.chars().count() > 2 || !query.contains(' '));
    words.all(|word| folded.iter().any(|text| text.contains(word.trim_end_matches('s'))))
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn accents_case_and_plurals_do_not_matter() {
        assert!(matches("impresion", &["Impresión y escáner"]));
        assert!(matches("CONTRASEÑAS", &["Cambio de contraseña"]));
        assert!(matches("el correo", &["Correo institucional", "Buzones"]));
        assert!(!matches("correo vpn", &["Correo institucional"]));
        assert!(matches("", &["Cualquiera"]));
        assert_eq!(super::fold("ÁÑÜ y×"), "anu y×");
        assert_eq!("añÿ3".chars().map(super::capital).collect::<String>(), "AÑÿ3");
    }
}
