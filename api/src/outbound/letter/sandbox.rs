//! Filling a template that somebody has written: it says what it is given, asks and repeats, and that is
//! all. It reaches no file, computes nothing, and neither runs on for long nor becomes large, whatever
//! stands in it. What is wrong with it is told with the line.

use crate::error::{Error, FieldFault};
use minijinja::tests::{is_defined, is_none, is_undefined};
use minijinja::value::ValueKind;
use minijinja::{Environment, ErrorKind, UndefinedBehavior, Value, filters};
use std::fmt;
use std::io::{self, Write};

/// Steps that filling may take: those of the desk take some dozens.
const FUEL: u64 = 20_000;

/// How deep what is in the template may be nested.
const DEPTH: usize = 50;

/// How large a part of a letter may become, in bytes.
const LONGEST: usize = 256 << 10;

/// How much of a faulty line is told, in characters.
const QUOTED: usize = 80;

/// The statements of a template. Whatever else the template language knows could gather and multiply
/// text, or nest without end, or is of no use to a letter.
const STATEMENTS: [&str; 5] = ["if", "else", "endif", "for", "endfor"];

/// How long a tag may be, in bytes: as deep as what is in it can be nested.
const LONGEST_TAG: usize = 200;

/// What may stand in a tag beside letters, figures, white space and quoted text: no signs to compute with.
const SIGNS: &str = "._|,()[]=!<>:-";

/// There is nothing below the first line.
pub(super) const NO_TEXT: &str = "template_text";
/// The first line says nothing, at least to some.
pub(super) const NO_SUBJECT: &str = "template_subject";
const NOT_ALLOWED: &str = "template_statement";
const SYNTAX: &str = "template_syntax";
const UNDEFINED: &str = "template_undefined";
const UNKNOWN: &str = "template_unknown";
const ENDLESS: &str = "template_endless";
const TOO_LONG: &str = "template_long";
const OTHER: &str = "template_fault";

/// What is wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    code: &'static str,
    line: usize,
    words: String,
}

impl Fault {
    pub(super) fn new(code: &'static str, line: usize, words: &str) -> Self {
        let words = words.lines().next().unwrap_or_default().trim().chars().take(QUOTED).collect();
        Self { code, line, words }
    }

    /// The same as the fault of a field that a client sent.
    #[must_use]
    pub fn of_field(&self, field: &str) -> FieldFault {
        FieldFault::new(field, self.code).with("line", self.line).with("what", &self.words)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} in line {}: {}", self.code, self.line, self.words)
    }
}

impl From<Fault> for Error {
    /// Of a template of ours.
    fn from(fault: Fault) -> Self {
        Self::internal(fault)
    }
}

/// Fills in the values of a part of a template that begins in line `first`; with `escaped`, so that what
/// people have typed is text, and no markup of ours.
pub(super) fn filled(
    part: &str,
    first: usize,
    values: &Value,
    escaped: bool,
) -> std::result::Result<String, Fault> {
    let fault = |code, line: usize| {
        let words = part.lines().nth(line.saturating_sub(1)).unwrap_or_default();
        Fault::new(code, first + line.saturating_sub(1), words)
    };
    examine(part).map_err(|at| fault(NOT_ALLOWED, 1 + part[..at].matches('\n').count()))?;
    let environment = environment(escaped);
    let mut page = Page::default();
    let outcome = environment
        .template_from_str(part)
        .and_then(|template| template.render_captured_to(values, &mut page).map(drop));
    outcome.map_err(|error| fault(code_of(&error), error.line().unwrap_or(1)))?;
    // Only whole characters are written.
    String::from_utf8(page.0).map_err(|_| fault(OTHER, 1))
}

/// What stands for `{{ … }}` and `{% … %}`.
fn environment<'source>(escaped: bool) -> Environment<'source> {
    // With nothing in it but what is put there.
    let mut environment = Environment::empty();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.set_recursion_limit(DEPTH);
    environment.add_filter("safe", address);
    environment.add_filter("upper", filters::upper);
    environment.add_filter("lower", filters::lower);
    environment.add_filter("capitalize", filters::capitalize);
    environment.add_filter("trim", filters::trim);
    environment.add_filter("default", filters::default);
    environment.add_test("defined", is_defined);
    environment.add_test("undefined", is_undefined);
    environment.add_test("none", is_none);
    environment.set_formatter(move |out, _, value| {
        let text = match value.kind() {
            // What a case does not have says nothing.
            ValueKind::None | ValueKind::Undefined => return Ok(()),
            ValueKind::String | ValueKind::Number | ValueKind::Bool => value.to_string(),
            _ => return Err(minijinja::Error::from(ErrorKind::NonPrimitive)),
        };
        let text = if escaped && !value.is_safe() { literal(&text) } else { text };
        out.write_str(&text).map_err(minijinja::Error::from)
    });
    environment
}

/// The filter `safe`: an address stays as it is, so that it can be linked to. Whatever else people have
/// typed is text, though a template says otherwise.
fn address(value: Value) -> Value {
    let is_one = |text: &str| {
        let sound = |sign: char| !sign.is_whitespace() && !"()<>[]\"'`\\".contains(sign);
        (text.starts_with("https://") || text.starts_with("http://")) && text.chars().all(sound)
    };
    match value.as_str() {
        Some(text) if is_one(text) => Value::from_safe_string(text.to_owned()),
        _ => value,
    }
}

/// Text that Markdown shows as it is. Line ends stay.
fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for sign in text.chars() {
        if sign.is_ascii_punctuation() {
            out.push('\\');
        }
        // A blank line would end the quotation that a text is in.
        if sign == '\n' {
            out.push_str("  \n> ");
        } else if sign != '\r' {
            out.push(sign);
        }
    }
    out
}

/// Looks through the tags for what no letter needs; where it stands, if it does.
fn examine(part: &str) -> std::result::Result<(), usize> {
    let mut at = 0;
    while let Some(open) = part[at..].find('{').map(|found| at + found) {
        let inside = open + 2;
        at = match part.as_bytes().get(open + 1) {
            Some(b'#') => part[inside..].find("#}").map_or(part.len(), |end| inside + end + 2),
            Some(b'{') => end_of(part, inside, "}}")?,
            Some(b'%') => {
                let end = end_of(part, inside, "%}")?;
                let tag = part[inside..end].trim_start_matches('-').trim_start();
                let of_word = |sign: &char| sign.is_alphanumeric() || *sign == '_';
                let word: String = tag.chars().take_while(of_word).collect();
                // A loop that calls itself gathers text as well.
                if !STATEMENTS.contains(&word.as_str()) || tag.contains("recursive") {
                    return Err(open);
                }
                end
            }
            _ => open + 1,
        };
    }
    Ok(())
}

/// Where the text behind a tag begins whose inside begins at `from`; or where the first sign stands that it
/// may not have.
fn end_of(part: &str, from: usize, end: &str) -> std::result::Result<usize, usize> {
    let (mut quote, mut escaped) = (None, false);
    for (offset, sign) in part[from..].char_indices() {
        let here = from + offset;
        if offset > LONGEST_TAG {
            return Err(from);
        }
        match quote {
            Some(_) if escaped => escaped = false,
            Some(_) if sign == '\\' => escaped = true,
            Some(mark) => quote = Some(mark).filter(|mark| *mark != sign),
            None if part[here..].starts_with(end) => return Ok(here + end.len()),
            None if sign == '"' || sign == '\'' => quote = Some(sign),
            None if sign.is_alphanumeric() || sign.is_whitespace() || SIGNS.contains(sign) => {}
            None => return Err(here),
        }
    }
    // It is never closed: the template language says so.
    Ok(part.len())
}

fn code_of(error: &minijinja::Error) -> &'static str {
    match error.kind() {
        ErrorKind::SyntaxError | ErrorKind::BadEscape => SYNTAX,
        ErrorKind::UndefinedError => UNDEFINED,
        ErrorKind::UnknownFilter
        | ErrorKind::UnknownTest
        | ErrorKind::UnknownFunction
        | ErrorKind::UnknownMethod => UNKNOWN,
        ErrorKind::OutOfFuel => ENDLESS,
        ErrorKind::WriteFailure => TOO_LONG,
        _ => OTHER,
    }
}

/// What has been written, as long as it fits.
#[derive(Default)]
struct Page(Vec<u8>);

impl Write for Page {
    fn write(&mut self, part: &[u8]) -> io::Result<usize> {
        if self.0.len() + part.len() > LONGEST {
            return Err(io::Error::other("the letter is too long"));
        }
        self.0.extend_from_slice(part);
        Ok(part.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use minijinja::context;

    fn fill(part: &str) -> std::result::Result<String, Fault> {
        let values = context! {
            name => "Ana", note => "a *b*", nothing => None::<String>, own => true, level => 2,
            link => "https://desk.example.org/t/TIC-7?a=1&b=2",
            trap => "https://x.example) [y](https://z.example",
        };
        filled(part, 3, &values, true)
    }

    #[test]
    fn it_says_asks_and_repeats() {
        for (part, said) in [
            ("Hola, {{ name }}.", "Hola, Ana."),
            ("{% if own and level == 2 %}sí{% else %}no{% endif %}", "sí"),
            ("{%- if nothing -%}sí{%- endif -%}", ""),
            ("[{{ nothing }}]", "[]"),
            ("{{ nothing|default(\"-\", true) }}", "\\-"),
            ("{{ name|upper }} {{ 'a%}b' }}", "ANA a\\%\\}b"),
            ("{# una nota: {{ 1 + 1 }} #}.", "."),
            ("{% for sign in [1, 2] %}{{ sign }}{% endfor %}", "12"),
            ("{ } % * + ~ **negrita**", "{ } % * + ~ **negrita**"),
        ] {
            assert_eq!(fill(part).as_deref(), Ok(said), "{part}");
        }
    }

    #[test]
    fn only_an_address_is_safe() {
        assert_eq!(fill("{{ link|safe }}").as_deref(), Ok("https://desk.example.org/t/TIC-7?a=1&b=2"));
        assert_eq!(fill("{{ note|safe }}").as_deref(), Ok("a \\*b\\*"));
        let trap = fill("{{ trap|safe }}").expect("text");
        assert!(trap.contains("\\[y\\]\\("), "{trap}");
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        for (part, code, line) in [
            ("a\n{{ nmae }}", UNDEFINED, 4),
            ("{{ name.first }}", UNDEFINED, 3),
            ("a\n\n{% if own %}b", SYNTAX, 5),
            ("{{ name", SYNTAX, 3),
            ("{{ name|reverse }}", UNKNOWN, 3),
            ("a\n{{ range(9) }}", UNKNOWN, 4),
            ("{{ [1, 2] }}", OTHER, 3),
        ] {
            let fault = fill(part).expect_err(part);
            assert_eq!((fault.code, fault.line), (code, line), "{part}: {fault}");
        }
    }

    #[test]
    fn it_reaches_nothing_and_computes_nothing() {
        for part in [
            "{% include \"/etc/passwd\" %}",
            "{% extends \"x\" %}",
            "{% import \"x\" as y %}",
            "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
            "{% set a = name %}",
            "{% set a %}x{% endset %}",
            "{% with a = 1 %}{% endwith %}",
            "{% filter upper %}x{% endfilter %}",
            "{% raw %}{{ name }}{% endraw %}",
            "{% autoescape true %}{% endautoescape %}",
            "{% for a in [1] recursive %}{{ loop([1, 1]) }}{% endfor %}",
            "{{ \"x\" * 1000000000 }}",
            "{{ name ~ name }}",
            "{{ 2 ** 2 }}",
            "{{ '}}' ~ name }}",
            "{{ '\\'}}' ~ name }}",
            "{{ {'a': 1} }}",
            "{% if own %}a{% elif own %}b{% endif %}",
        ] {
            assert_eq!(fill(part).expect_err(part).code, NOT_ALLOWED, "{part}");
        }
    }

    #[test]
    fn it_ends_soon_and_stays_small() {
        let ten = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]";
        let repeated = |times: usize, what: &str| {
            let begin = format!("{{% for a in {ten} %}}").repeat(times);
            format!("{begin}{what}{}", "{% endfor %}".repeat(times))
        };
        assert_eq!(fill(&repeated(6, "")).expect_err("too many steps").code, ENDLESS);
        assert_eq!(fill(&repeated(3, &"x".repeat(1_000))).expect_err("too large").code, TOO_LONG);
        assert!(fill(&repeated(2, "x")).is_ok());
        for nested in [
            format!("{{{{ {}1{} }}}}", "(".repeat(5_000), ")".repeat(5_000)),
            format!("{{{{ {}own }}}}", "not ".repeat(5_000)),
            format!("{{{{ name{} }}}}", ".a".repeat(5_000)),
        ] {
            assert_eq!(fill(&nested).expect_err("the stack holds").code, NOT_ALLOWED);
        }
        let nested = format!("{}{}", "{% if own %}".repeat(1_000), "{% endif %}".repeat(1_000));
        assert!(fill(&nested).is_err(), "and here too");
    }
}
