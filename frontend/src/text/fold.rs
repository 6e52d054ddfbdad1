//! Finding words without regard to accents and case.

/// Lower case, accents off.
pub(crate) fn fold(text: &str) -> String {
    let plain = |letter: char| match letter {
        'á' | 'à' | 'ä' | 'â' => 'a',
        'é' | 'è' | 'ë' | 'ê' => 'e',
        'í' | 'ì' | 'ï' | 'î' => 'i',
        'ó' | 'ò' | 'ö' | 'ô' => 'o',
        'ú' | 'ù' | 'ü' | 'û' => 'u',
        'ñ' => 'n',
        other => other,
    };
    text.to_lowercase().chars().map(plain).collect()
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
    }
}
