//! Full text behind one function. Words are folded ("impresión" → "impresion") and stemmed by
//! the rules of Spanish ("contraseñas" → "contrasen") here, so that both engines find the same
//! rows: SQLite by FTS5, PostgreSQL by a `tsvector` of the configuration `simple`.

use super::connection::Engine;
use rust_stemmers::{Algorithm, Stemmer};
use std::borrow::Cow;
use std::collections::HashSet;

/// Lower case without accents.
#[must_use]
pub fn fold(text: &str) -> String {
    text.to_lowercase().chars().map(fold_letter).collect()
}

/// What is indexed: every word of the texts, stemmed and folded, and words with digits as they
/// are, so that numbers and codes are found.
#[must_use]
pub fn indexed(texts: &[&str]) -> String {
    texts.iter().flat_map(|text| stems(text)).collect::<Vec<_>>().join(" ")
}

/// The engine's query for all the words of `text`; `None` when there is no word in it.
#[must_use]
pub fn query(text: &str, engine: Engine) -> Option<String> {
    let Sought { words, beginning } = sought(text);
    let word = |stem: String| match engine {
        Engine::Postgres => stem,
        Engine::Sqlite => format!("\"{stem}\""),
    };
    let begins = |stem: String| match engine {
        Engine::Postgres => format!("{stem}:*"),
        Engine::Sqlite => format!("\"{stem}\"*"),
    };
    let and = match engine {
        Engine::Postgres => " & ",
        Engine::Sqlite => " ",
    };
    let all: Vec<String> = words.into_iter().map(word).chain(beginning.map(begins)).collect();
    (!all.is_empty()).then(|| all.join(and))
}

/// What a text asks for, stemmed and folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    /// These words.
    pub words: Vec<String>,
    /// And a word that begins so: the last one, which may not be written to its end yet, if it has
    /// three letters or more. Shorter beginnings would fit nearly everything.
    pub beginning: Option<String>,
}

/// What a text asks for.
#[must_use]
pub fn sought(text: &str) -> Sought {
    let mut words: Vec<String> = stems(text).collect();
    let beginning = words.pop_if(|last| last.chars().count() >= 3);
    let mut seen = HashSet::new();
    words.retain(|word| seen.insert(word.clone()));
    // A whole word that begins so is one already.
    let beginning = beginning.filter(|beginning| !words.iter().any(|word| word.starts_with(beginning)));
    Sought { words, beginning }
}

fn stems(text: &str) -> impl Iterator<Item = String> {
    let stemmer = Stemmer::create(Algorithm::Spanish);
    let lower = text.to_lowercase();
    let words: Vec<String> = lower
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| stemmer.stem(&accented(word)).chars().map(fold_letter).collect())
        .collect();
    words.into_iter()
}

/// Words in "-ion" have an accent that people leave out, and without it the stemmer would not
/// know their ending: "aplicacion" is "aplicación".
fn accented(word: &str) -> Cow<'_, str> {
    match word.strip_suffix("ion") {
        Some(beginning) => Cow::Owned(format!("{beginning}ión")),
        None => Cow::Borrowed(word),
    }
}

fn fold_letter(letter: char) -> char {
    match letter {
        'á' | 'à' | 'ä' | 'â' | 'ã' => 'a',
        'é' | 'è' | 'ë' | 'ê' => 'e',
        'í' | 'ì' | 'ï' | 'î' => 'i',
        'ó' | 'ò' | 'ö' | 'ô' | 'õ' => 'o',
        'ú' | 'ù' | 'ü' | 'û' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_endings_do_not_matter() {
        for (written, sought) in [
            ("la impresión falla", "impresion"),
            ("olvidé mi contraseña", "contraseñas"),
            ("Computadores", "computador"),
        ] {
            let stored = indexed(&[written]);
            let wanted = indexed(&[sought]);
            assert!(
                stored.split(' ').any(|stem| stem.starts_with(&wanted)),
                "{written:?} must be found by {sought:?}: {stored:?} has no {wanted:?}"
            );
        }
    }

    #[test]
    fn an_accent_left_out_finds_the_accented_word() {
        for word in ["impresión", "conexión", "aplicación", "teléfono", "página"] {
            assert_eq!(indexed(&[word]), indexed(&[&fold(word)]), "{word}");
        }
    }

    #[test]
    fn a_word_said_twice_is_sought_once() {
        let sought = |text: &str| query(text, Engine::Postgres).unwrap();
        assert_eq!(sought("monitor red monitor"), "monitor & red");
        assert_eq!(sought("impresoras monitor impresor"), "impresor & monitor");
        assert_eq!(sought("red monitor redes"), "red & monitor");
        assert_eq!(sought("red monitor redil"), "red & monitor & redil:*");
    }

    #[test]
    fn query_syntax_of_the_engines_cannot_be_smuggled_in() {
        assert_eq!(query("\"; DROP & | ! :* NEAR(", Engine::Postgres).as_deref(), Some("drop & near:*"));
        assert_eq!(query("a\" OR \"b", Engine::Sqlite).as_deref(), Some("\"a\" \"or\" \"b\""));
        assert_eq!(query(" --- ", Engine::Sqlite), None);
    }
}
