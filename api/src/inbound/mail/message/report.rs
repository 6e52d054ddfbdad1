//! What a mail server reports on a mail that was sent (RFC 3464), and what can be told from reports that
//! keep to no form.

use super::Report;
use super::addresses::{field, id, valid};
use super::text::one_line;
use mail_parser::Message;

/// Reads a report. `status` is the part for programs, `original` the returned mail or its head, `body` what
/// it says to people.
pub fn report(
    message: &Message<'_>,
    status: Option<&str>,
    original: Option<&str>,
    body: &str,
) -> Option<Report> {
    let mut found = status.map(formal).unwrap_or_default();
    if found.recipient.is_none() {
        found.recipient = field(message, "X-Failed-Recipients").as_deref().and_then(first_address);
    }
    if found.status.is_none() {
        found.status = body.split_whitespace().find_map(code);
    }
    if found.recipient.is_none() && found.status.is_some() {
        found.recipient =
            body.split_whitespace().find_map(|word| valid(word.trim_matches(['<', '>', ':', ',', '\\'])));
    }
    if found.action.is_none() {
        found.action = found.status.as_deref().and_then(|status| match status.chars().next() {
            Some('5') => Some("failed".to_owned()),
            Some('4') => Some("delayed".to_owned()),
            _ => None,
        });
    }
    found.message_id = original.and_then(|head| value(head, "message-id")).as_deref().and_then(id);
    (found != Report::default()).then_some(found)
}

/// The groups of fields of a `message/delivery-status`: the first is on the mail, the others each on one
/// recipient.
fn formal(status: &str) -> Report {
    let status = status.replace("\r\n", "\n");
    let group = status.split("\n\n").find(|group| {
        value(group, "final-recipient").is_some()
            || value(group, "original-recipient").is_some()
            || value(group, "action").is_some()
    });
    let group = group.unwrap_or(&status);
    // `rfc822; ana@example.org`: what is before the semicolon says what kind of address it is.
    let typed = |name: &str| {
        value(group, name).map(|all| match all.split_once(';') {
            Some((_, value)) => value.trim().to_owned(),
            None => all,
        })
    };
    Report {
        recipient: typed("final-recipient")
            .as_deref()
            .and_then(first_address)
            .or_else(|| typed("original-recipient").as_deref().and_then(first_address)),
        action: value(group, "action").map(|action| first_word(&action)).filter(|action| {
            ["failed", "delayed", "delivered", "relayed", "expanded"].contains(&action.as_str())
        }),
        status: value(group, "status").as_deref().and_then(|status| status.split_whitespace().find_map(code)),
        what: typed("diagnostic-code").map(|what| one_line(&what, 1000)).filter(|what| !what.is_empty()),
        message_id: None,
    }
}

/// A field's value, its folded lines joined.
fn value(head: &str, name: &str) -> Option<String> {
    let mut lines = head.lines();
    let first = lines.by_ref().find_map(|line| {
        let (field, value) = line.split_once(':')?;
        field.trim().eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
    })?;
    let more = lines.take_while(|line| line.starts_with([' ', '\t'])).map(str::trim);
    let whole = std::iter::once(first.as_str()).chain(more).collect::<Vec<_>>().join(" ");
    Some(whole.trim().to_owned()).filter(|whole| !whole.is_empty())
}

fn first_word(text: &str) -> String {
    text.split_whitespace().next().unwrap_or_default().to_ascii_lowercase()
}

fn first_address(text: &str) -> Option<String> {
    text.split([',', ' ']).find_map(valid)
}

/// A status code (RFC 3463) in a word: `(5.1.1)`, `#5.1.1`.
fn code(word: &str) -> Option<String> {
    let word = word.trim_matches(|letter: char| !letter.is_ascii_digit());
    let parts: Vec<&str> = word.split('.').collect();
    let [class, subject, detail] = parts.as_slice() else { return None };
    let short = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    (matches!(*class, "2" | "4" | "5") && short(subject) && short(detail)).then(|| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn status_codes_are_told_from_other_numbers() {
        assert_eq!(code("(5.1.1)").as_deref(), Some("5.1.1"));
        assert_eq!(code("#4.4.7").as_deref(), Some("4.4.7"));
        for other in ["550", "10.0.0", "5.1", "5.1.1.1", "2026.11.3", "5..1"] {
            assert_eq!(code(other), None, "{other}");
        }
    }

    #[test]
    fn the_group_on_a_recipient_is_read() {
        let status = "Reporting-MTA: dns; mx.example.org\n\nFinal-Recipient: rfc822;Ana@Example.org\n\
                      Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 no such\n user here\n";
        let read = formal(status);
        assert_eq!(read.recipient.as_deref(), Some("ana@example.org"));
        assert_eq!(read.what.as_deref(), Some("550 5.1.1 no such user here"));
    }
}
