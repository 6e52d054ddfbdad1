//! What mail servers say of a mail's sender in `Authentication-Results` (RFC 8601). Everybody may write such a
//! field; whose word counts, the operator says ([`Authentication::vouches_for`]).
//!
//! Servers put theirs above what came, so of those in one server's name only the first counts: what stands
//! below it may be the sender's own. Names are compared with their subdomains, as DMARC does it where it is
//! relaxed (RFC 7489 §3.1), but without a list of public suffixes.

use super::addresses::fields;
use mail_parser::Message;
use url::Host;

/// How many of the fields are read: the first ones, above which no sender gets.
const MOST: usize = 20;

/// How much of one is read, in bytes.
const LONGEST: usize = 8_000;

/// What is said, field by field from the top.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Authentication(Vec<Field>);

/// What one server says.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Field {
    /// In whose name.
    server: String,
    findings: Vec<Finding>,
}

/// What one method has found.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Finding {
    /// In small letters: `dmarc`.
    method: String,
    /// In small letters: `pass`.
    result: String,
    /// What it was found of: `header.from` in small letters, and its value.
    properties: Vec<(String, String)>,
}

impl Authentication {
    /// Whether a server vouches for the sender's address: DMARC has passed for its domain, or says nothing of
    /// it and DKIM, SPF or the server's own sign-in has passed for it.
    #[must_use]
    pub fn vouches_for(&self, server: &str, sender: &str) -> bool {
        let Some(domain) = domain_of(sender) else { return false };
        let Some(said) = self.0.iter().find(|field| field.server.eq_ignore_ascii_case(server)) else {
            return false;
        };
        let about = |method: &'static str| said.findings.iter().filter(move |found| found.method == method);
        if about("dmarc").any(|found| found.result == "fail") {
            return false;
        }
        let passed = |method: &'static str| about(method).filter(|found| found.result == "pass");
        let aligned = |other: &str| domain_of(other).is_some_and(|other| is_aligned(&domain, &other));
        let dmarc = passed("dmarc")
            // Of several senders that a mail names, it may be about another.
            .any(|found| found.property("header.from").is_none_or(|from| domain_of(from) == Some(domain.clone())));
        let dkim = passed("dkim")
            .any(|found| found.property("header.d").or(found.property("header.i")).is_some_and(aligned));
        let spf = passed("spf").any(|found| found.property("smtp.mailfrom").is_some_and(aligned));
        let signed_in =
            passed("auth").any(|found| found.property("smtp.auth").is_some_and(|who| is_same(who, sender)));
        dmarc || dkim || spf || signed_in
    }
}

impl Finding {
    fn property(&self, name: &str) -> Option<&str> {
        self.properties.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// What servers say of a mail.
pub fn authentication(message: &Message<'_>) -> Authentication {
    let raw: &[u8] = &message.raw_message;
    let texts = fields(message, "Authentication-Results").take(MOST).filter_map(|header| {
        let start = usize::try_from(header.offset_start()).ok()?;
        let end = usize::try_from(header.offset_end()).ok()?;
        // As it was sent: nothing in it is in another alphabet.
        let bytes = raw.get(start..end.min(start.saturating_add(LONGEST)))?;
        Some(String::from_utf8_lossy(bytes).into_owned())
    });
    Authentication(texts.filter_map(|text| field(&text)).collect())
}

/// A piece of a field, between its comments.
#[derive(Debug, PartialEq, Eq)]
enum Token {
    Word(String),
    Equals,
    Semicolon,
}

/// What a field says; nothing if no server stands at its head.
fn field(text: &str) -> Option<Field> {
    let tokens = tokens(text);
    let mut parts = tokens.split(|token| *token == Token::Semicolon);
    // Behind the name there may be a version.
    let server = match parts.next()? {
        [Token::Word(server)] | [Token::Word(server), Token::Word(_)] => server.clone(),
        _ => return None,
    };
    Some(Field { server, findings: parts.filter_map(finding).collect() })
}

/// `method=result reason="…" ptype.property=value …`
fn finding(tokens: &[Token]) -> Option<Finding> {
    let [Token::Word(method), Token::Equals, Token::Word(result), rest @ ..] = tokens else { return None };
    let mut properties = Vec::new();
    let mut rest = rest;
    while let [first, behind @ ..] = rest {
        rest = behind;
        if let (Token::Word(name), [Token::Equals, Token::Word(value), behind @ ..]) = (first, rest) {
            properties.push((name.to_ascii_lowercase(), value.clone()));
            rest = behind;
        }
    }
    // There may be a version behind the method: `dkim/1`.
    let method = method.split('/').next().unwrap_or_default().to_ascii_lowercase();
    Some(Finding { method, result: result.to_ascii_lowercase(), properties })
}

fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut word = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        if letter == '"' {
            quoted(&mut letters, &mut word);
            continue;
        }
        let ends = matches!(letter, '(' | ';' | '=') || letter.is_whitespace();
        if !ends || letter == '=' && is_value(&found, &word) {
            word.push(letter);
            continue;
        }
        if !word.is_empty() {
            found.push(Token::Word(std::mem::take(&mut word)));
        }
        match letter {
            '(' => skip_comment(&mut letters),
            ';' => found.push(Token::Semicolon),
            '=' => found.push(Token::Equals),
            _ => {}
        }
    }
    if !word.is_empty() {
        found.push(Token::Word(word));
    }
    found
}

/// Whether a word is one behind a `=`, in which another is a letter: addresses of lists have it.
fn is_value(before: &[Token], word: &str) -> bool {
    !word.is_empty() && before.last() == Some(&Token::Equals)
}

/// What stands between quotes, whatever it is.
fn quoted(letters: &mut std::str::Chars<'_>, word: &mut String) {
    while let Some(letter) = letters.next() {
        match letter {
            '"' => return,
            '\\' => word.extend(letters.next()),
            _ => word.push(letter),
        }
    }
}

/// Comments may have others in them; one without end takes all of the rest.
fn skip_comment(letters: &mut std::str::Chars<'_>) {
    let mut depth = 1_usize;
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => {
                letters.next();
            }
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return;
        }
    }
}

/// The domain of an address, or a domain itself, as it is compared.
fn domain_of(address: &str) -> Option<String> {
    let domain = address.rsplit('@').next()?.trim_end_matches('.');
    match Host::parse(domain) {
        Ok(Host::Domain(name)) => Some(name),
        _ => None,
    }
}

/// Whether they are one, or one is below the other.
fn is_aligned(domain: &str, other: &str) -> bool {
    let (long, short) = if domain.len() >= other.len() { (domain, other) } else { (other, domain) };
    let below = || long.strip_suffix(short).is_some_and(|front| front.ends_with('.'));
    long == short || short.contains('.') && below()
}

fn is_same(address: &str, other: &str) -> bool {
    address.contains('@') && address.eq_ignore_ascii_case(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inbound::mail::message::parts::parsed;

    const OURS: &str = "mx.example.org";
    const ANA: &str = "ana@example.org";

    fn vouched(head: &str) -> bool {
        let raw = format!("{head}\r\nFrom: {ANA}\r\nSubject: s\r\n\r\nHola\r\n");
        let message = parsed(raw.as_bytes()).expect("a mail");
        authentication(&message).vouches_for(OURS, ANA)
    }

    fn said(results: &str) -> bool {
        vouched(&format!("Authentication-Results: {OURS}{results}"))
    }

    #[test]
    fn what_has_passed_for_the_senders_domain_is_believed() {
        for results in [
            "; dmarc=pass (p=REJECT sp=NONE) header.from=example.org",
            "; dmarc=pass",
            " 1; spf=pass smtp.mailfrom=x@other.example; DMARC = Pass header.from=Example.ORG",
            ";\r\n\tdkim=pass header.d=example.org header.s=a header.b=\"a=b;c\";\r\n\tspf=fail",
            "; dmarc=none header.from=example.org; dkim=fail header.d=example.org; dkim=pass header.d=mail.example.org",
            "; dkim/1=pass (1024-bit key) header.i=@example.org",
            "; spf=pass reason=\"it is (one of) them\" smtp.mailfrom=bounces+ana=other.org@example.org",
            "; dmarc=none; spf=pass smtp.mailfrom=example.org smtp.helo=mail.other.example",
            "; auth=pass smtp.auth=Ana@example.org",
        ] {
            assert!(said(results), "{results}");
        }
    }

    #[test]
    fn what_has_not_is_not() {
        for results in [
            "; none",
            "",
            "; dmarc=fail (p=NONE) header.from=example.org",
            "; dmarc=fail header.from=example.org; dkim=pass header.d=example.org; dmarc=pass",
            "; dmarc=pass header.from=other.example",
            "; dmarc=temperror; spf=softfail smtp.mailfrom=example.org",
            "; dkim=pass header.d=other.example",
            "; dkim=pass header.d=notexample.org",
            "; dkim=pass header.d=org",
            "; dkim=pass",
            "; spf=pass smtp.helo=example.org",
            "; spf=pass smtp.mailfrom=ana@example.org.other.example",
            "; auth=pass smtp.auth=luis@example.org",
            "; arc=pass",
            // What stands in a comment or between quotes is said by nobody.
            "; spf=fail (; dmarc=pass ) smtp.mailfrom=example.org",
            "; spf=fail (a (b) ; dmarc=pass header.from=example.org",
            "; spf=fail (\\) ; dmarc=pass) smtp.mailfrom=x",
            "; spf=fail smtp.mailfrom=\"; dmarc=pass ;\"@other.example",
            "; spf=fail reason=\"\\\"; dmarc=pass\"",
        ] {
            assert!(!said(results), "{results}");
        }
    }

    #[test]
    fn of_whom_the_operator_names_the_first_word_counts() {
        let (pass, fail) = ("dmarc=pass header.from=example.org", "dmarc=fail header.from=example.org");
        let from = |server: &str, results: &str| format!("Authentication-Results: {server}; {results}\r\n");
        let received = "Received: from a by b; Wed, 11 Nov 2026 09:00:00 -0500";
        assert!(vouched(&format!("{}{received}", from("MX.example.org", pass))));
        let forged = from(OURS, pass);
        assert!(!vouched(&format!("{}{forged}{received}", from(OURS, fail))), "the sender's own below it");
        assert!(!vouched(&format!("{}{received}\r\n{forged}X-Other: x", from(OURS, "none"))));
        assert!(!vouched(&format!("{}{received}", from("mx.other.example", pass))), "another server's");
        assert!(vouched(&format!("{}{forged}{received}", from("mx.other.example", fail))));
        assert!(!vouched(&format!("Authentication-Results: {pass}\r\n{received}")), "nobody's");
        assert!(!vouched(&format!("ARC-Authentication-Results: i=1; {OURS}; {pass}\r\n{received}")));
        assert!(!vouched(received));
    }

    #[test]
    fn who_has_no_address_is_vouched_for_by_nobody() {
        let raw = format!("Authentication-Results: {OURS}; dmarc=pass\r\nFrom: {ANA}\r\n\r\nHola\r\n");
        let message = parsed(raw.as_bytes()).expect("a mail");
        let said = authentication(&message);
        assert!(!said.vouches_for(OURS, ""));
        assert!(!said.vouches_for("", ANA));
    }

    #[test]
    fn names_beyond_ascii_are_compared_as_they_are_sent() {
        let raw =
            format!("Authentication-Results: {OURS}; dkim=pass header.d=xn--maana-pta.example\r\n\r\nHola");
        let said = authentication(&parsed(raw.as_bytes()).expect("a mail"));
        assert!(said.vouches_for(OURS, "ana@mañana.example"));
    }
}
