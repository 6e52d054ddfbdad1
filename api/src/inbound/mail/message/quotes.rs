//! What the person wrote, apart from what was quoted and from the signature. Mail programs quote in many
//! ways; where it is not certain, the text stays whole. What is taken off is kept.

use super::html::marks;
use super::text::tidy;

/// A text without its quotes, and those.
#[derive(Debug, PartialEq, Eq)]
pub struct Cut {
    pub body: String,
    pub folded: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Own,
    Blank,
    Quote,
    Signature,
    /// One of the marks: no text.
    Mark,
}

/// How the line before a quote begins and ends.
const INTRO_BEGINS: [&str; 8] = ["el ", "on ", "le ", "am ", "em ", "il ", "a la", "op "];
const INTRO_ENDS: [&str; 7] =
    ["escribió", "escribio", "wrote", "a écrit", "schrieb", "escreveu", "ha scritto"];

/// What stands above a mail that follows whole.
const ORIGINAL: [&str; 6] = [
    "mensaje original",
    "original message",
    "mensagem original",
    "message d'origine",
    "ursprüngliche nachricht",
    "messaggio originale",
];

/// What mobile programs sign with.
const MOBILE: [&str; 16] = [
    "enviado desde mi ",
    "enviado desde un ",
    "enviado desde outlook",
    "enviado desde correo para windows",
    "enviado desde yahoo",
    "enviado desde el móvil",
    "enviado con proton",
    "obtener outlook para ",
    "obtenga outlook para ",
    "descargar outlook para ",
    "sent from my ",
    "sent from mail for windows",
    "sent from outlook",
    "sent from yahoo",
    "sent with proton",
    "get outlook for ",
];

/// What begins the subject of a forwarded mail.
const FORWARD: [&str; 8] = ["fwd:", "fw:", "rv:", "reenviado:", "reenv:", "enc:", "tr:", "wg:"];

/// What stands above a forwarded mail.
const FORWARDED: [&str; 4] =
    ["forwarded message", "mensaje reenviado", "begin forwarded message", "inicio del mensaje reenviado"];

/// Whether a mail passes another one on: what is in it is what it is about.
pub fn is_forward(subject: &str) -> bool {
    let subject = subject.trim_start().to_lowercase();
    FORWARD.iter().any(|start| subject.starts_with(start))
}

/// Takes off what was quoted at the end, and the signature. What is passed on stays.
pub fn cut(text: &str, forward: bool) -> Cut {
    let lines: Vec<&str> = text.lines().collect();
    let kinds = kinds(&lines);
    let first_quote = kinds.iter().position(|kind| *kind == Kind::Quote).unwrap_or(lines.len());
    let passed_on = lines.iter().take(first_quote.saturating_add(1)).any(|line| is_forwarded(line));
    let last_own = kinds.iter().rposition(|kind| *kind == Kind::Own);
    let Some(last_own) = last_own.filter(|_| !forward && !passed_on) else {
        return Cut { body: finished(&lines), folded: None };
    };
    // Somebody who answers between the quotes, or below them, is read with the quotes.
    let between = last_own > first_quote;
    let mut body = Vec::new();
    let mut folded = Vec::new();
    for (index, (line, kind)) in lines.iter().zip(&kinds).enumerate() {
        let own = matches!(kind, Kind::Own | Kind::Blank) && index < first_quote;
        let stays = if between { index <= last_own } else { own };
        if stays { body.push(*line) } else { folded.push(*line) }
    }
    let folded = finished(&folded);
    Cut { body: finished(&body), folded: Some(folded).filter(|folded| !folded.is_empty()) }
}

fn is_forwarded(line: &str) -> bool {
    let words = words(line);
    let framed = words.starts_with("--") || words.ends_with(':');
    let inside = words.trim_matches(['-', ' ', ':']);
    framed && words.len() <= 120 && FORWARDED.iter().any(|start| inside.starts_with(start))
}

fn finished(lines: &[&str]) -> String {
    tidy(&lines.join("\n").replace(marks::ALL, ""))
}

fn kinds(lines: &[&str]) -> Vec<Kind> {
    let mut kinds = Vec::with_capacity(lines.len());
    let mut quoting: u32 = 0;
    let mut signing: u32 = 0;
    let mut signed = false;
    while let Some(line) = lines.get(kinds.len()) {
        let at = kinds.len();
        let bare = line.trim();
        match bare {
            marks::QUOTE => quoting += 1,
            marks::QUOTE_ENDS => quoting = quoting.saturating_sub(1),
            marks::SIGNATURE => signing += 1,
            marks::SIGNATURE_ENDS => signing = signing.saturating_sub(1),
            _ => (),
        }
        if quoting == 0 && (bare == marks::REST || is_original(lines, at)) {
            from_here(lines, &mut kinds);
            break;
        }
        if quoting == 0
            && signing == 0
            && let Some(count) = intro(lines, at)
        {
            if is_quoted_below(lines, at + count) || !kinds.contains(&Kind::Own) {
                kinds.extend(std::iter::repeat_n(Kind::Quote, count));
                signed = false;
                continue;
            }
            from_here(lines, &mut kinds);
            break;
        }
        signed = signed || line.trim_end() == "--" && !line.starts_with(' ');
        let kind = if bare.starts_with(marks::ALL) && bare.chars().count() == 1 {
            Kind::Mark
        } else if bare.is_empty() {
            Kind::Blank
        } else if quoting > 0 || bare.starts_with('>') {
            signed = false;
            Kind::Quote
        } else if signed || signing > 0 || is_mobile(bare) {
            Kind::Signature
        } else {
            Kind::Own
        };
        kinds.push(kind);
    }
    kinds
}

/// From here to the end everything is quoted, with the line that parts it from what was written.
fn from_here(lines: &[&str], kinds: &mut Vec<Kind>) {
    for (line, kind) in lines.iter().zip(kinds.iter_mut()).rev() {
        match kind {
            Kind::Blank | Kind::Mark => (),
            Kind::Own if is_separator(line) => *kind = Kind::Quote,
            _ => break,
        }
    }
    kinds.resize(lines.len(), Kind::Quote);
}

fn is_separator(line: &str) -> bool {
    let bare = line.replace('\\', "");
    let bare = bare.trim();
    bare == "---" || bare.len() >= 10 && bare.chars().all(|letter| matches!(letter, '_' | '-' | '='))
}

/// A line in lower case without the signs of Markdown.
fn words(line: &str) -> String {
    let plain: String =
        line.chars().filter(|letter| !matches!(letter, '*' | '_' | '\\' | '[' | ']')).collect();
    plain.trim().to_lowercase()
}

/// Whether a mail that follows whole begins here.
fn is_original(lines: &[&str], at: usize) -> bool {
    let line = lines[at];
    if line.len() > 400 {
        return false;
    }
    let first = words(line);
    if first.starts_with('-') {
        let inside = first.trim_matches(['-', ' ']);
        return ORIGINAL.contains(&inside);
    }
    if !["de:", "from:", "von:", "de :", "da:"].iter().any(|start| first.starts_with(start)) {
        return false;
    }
    // A head: it must say when and about what, or anybody's list of places would be one.
    let below: Vec<String> = lines[at + 1..].iter().take(12).map(|line| words(line)).collect();
    let any = |starts: &[&str]| below.iter().any(|line| starts.iter().any(|start| line.starts_with(start)));
    any(&["enviado", "enviada", "sent:", "date:", "fecha:", "envoyé", "gesendet", "inviato"])
        && any(&["asunto:", "subject:", "assunto:", "objet", "betreff:", "oggetto:"])
}

/// How many lines here introduce a quote: "El lun, 3 nov 2026 a las 9:14, Ana (<ana@example.org>) escribió:"
fn intro(lines: &[&str], at: usize) -> Option<usize> {
    let mut joined = String::new();
    for count in 1..=3 {
        let line = lines.get(at + count - 1).filter(|line| !line.trim().is_empty() && line.len() <= 400)?;
        if count > 1 {
            joined.push(' ');
        }
        joined.push_str(&words(line));
        let dashed = joined.starts_with('-') && joined.ends_with('-');
        let inside = joined.trim_matches(['-', ' ', ':']);
        let ends = (joined.ends_with(':') || dashed) && INTRO_ENDS.iter().any(|end| inside.ends_with(end));
        let dated = inside.contains('@') || inside.contains(|letter: char| letter.is_ascii_digit());
        let begins = INTRO_BEGINS.iter().any(|start| inside.starts_with(start));
        if ends && dated && (begins || count == 1 && inside.contains('@')) {
            return Some(count);
        }
        if !begins {
            return None;
        }
    }
    None
}

/// Whether the next line with anything on it is quoted.
fn is_quoted_below(lines: &[&str], from: usize) -> bool {
    let next = lines.iter().skip(from).map(|line| line.trim()).find(|line| !line.is_empty());
    next.is_some_and(|line| line.starts_with('>') || line == marks::QUOTE || line == marks::QUOTE_ENDS)
}

fn is_mobile(line: &str) -> bool {
    let line = words(line);
    line.chars().count() <= 120 && MOBILE.iter().any(|start| line.starts_with(start))
}
