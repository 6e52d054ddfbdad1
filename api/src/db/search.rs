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

/// What a text asks for, stemmed and folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    /// These words.
    pub words: Vec<String>,
    /// And a word that begins so: the last one, which may not be written to its end yet, if it has
    /// three letters or more. Shorter beginnings would fit nearly everything.
    pub beginning: Option<String>,
}

impl Sought {
    /// The engine's query for all of it; `None` when that is nothing. `few`: the words there are that
    /// begin as the last one does, if they are known.
    #[must_use]
    pub fn query(&self, engine: Engine, few: Option<&[String]>) -> Option<String> {
        let (and, or) = match engine {
            Engine::Postgres => (" & ", " | "),
            Engine::Sqlite => (" AND ", " OR "),
        };
        let word = |stem: &String| match engine {
            Engine::Postgres => stem.clone(),
            Engine::Sqlite => format!("\"{stem}\""),
        };
        let begins = |stem: &String| match (few, engine) {
            (Some(few), _) => format!("({})", few.iter().map(word).collect::<Vec<_>>().join(or)),
            (None, Engine::Postgres) => format!("{stem}:*"),
            (None, Engine::Sqlite) => format!("\"{stem}\"*"),
        };
        if self.beginning.is_some() && few.is_some_and(<[_]>::is_empty) {
            return None;
        }
        let all: Vec<String> = self.words.iter().map(word).chain(self.beginning.iter().map(begins)).collect();
        (!all.is_empty()).then(|| all.join(and))
    }
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
        let query = |text: &str| sought(text).query(Engine::Postgres, None).unwrap();
        assert_eq!(query("monitor red monitor"), "monitor & red");
        assert_eq!(query("impresoras monitor impresor"), "impresor & monitor");
        assert_eq!(query("red monitor redes"), "red & monitor");
        assert_eq!(query("red monitor redil"), "red & monitor & redil:*");
    }

    #[test]
    fn a_beginning_is_spelled_out_by_the_words_that_are_known() {
        let few = ["impresion".to_owned(), "impresor".to_owned()];
        let sought = Sought { words: vec!["red".to_owned()], beginning: Some("impre".to_owned()) };
        let query = |engine, few| sought.query(engine, few);
        assert_eq!(query(Engine::Postgres, Some(&few)).as_deref(), Some("red & (impresion | impresor)"));
        assert_eq!(
            query(Engine::Sqlite, Some(&few)).as_deref(),
            Some("\"red\" AND (\"impresion\" OR \"impresor\")")
        );
        assert_eq!(query(Engine::Sqlite, None).as_deref(), Some("\"red\" AND \"impre\"*"));
        assert_eq!(query(Engine::Postgres, Some(&[])), None, "nothing begins so");
    }

    #[test]
    fn query_syntax_of_the_engines_cannot_be_smuggled_in() {
        let query = |text: &str, engine| sought(text).query(engine, None);
        assert_eq!(query("\"; DROP & | ! :* NEAR(", Engine::Postgres).as_deref(), Some("drop & near:*"));
        assert_eq!(query("a\" OR \"b", Engine::Sqlite).as_deref(), Some("\"a\" AND \"or\" AND \"b\""));
        assert_eq!(query(" --- ", Engine::Sqlite), None);
    }
}
