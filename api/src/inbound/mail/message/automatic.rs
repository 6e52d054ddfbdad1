//! Whether a program wrote a mail: RFC 3834, and what mail programs did before and beside it.

use super::Automatic;
use super::addresses::{field, fields};
use mail_parser::{Message, MimeHeaders};

/// What the subjects of answers in absence begin with, where the program says nothing better.
const ABSENT: [&str; 10] = [
    "respuesta automática",
    "automatic reply",
    "automatische antwort",
    "réponse automatique",
    "resposta automática",
    "fuera de la oficina",
    "fuera de oficina",
    "out of office",
    "ausente de la oficina",
    "autoreply",
];

/// Who wrote it. `sender` is the address that it names, `subject` its subject.
pub fn automatic(message: &Message<'_>, sender: Option<&str>, subject: &str) -> Automatic {
    let nobody = has_no_return(message);
    if is_report(message, sender, nobody) {
        return Automatic::Report;
    }
    let says = |name: &str| field(message, name).map(|value| value.to_ascii_lowercase()).unwrap_or_default();
    let has = |name: &str| fields(message, name).next().is_some();
    let submitted = says("Auto-Submitted");
    let submitted = submitted.split([';', ' ', '(']).next().unwrap_or_default().to_owned();
    let generated = !submitted.is_empty() && submitted != "no";
    let suppresses = has("X-Auto-Response-Suppress");
    let absent = ABSENT.iter().any(|start| subject.to_lowercase().starts_with(start));
    let precedence = says("Precedence");
    let answers = submitted == "auto-replied"
        || precedence == "auto_reply"
        || ["X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply"]
            .iter()
            .any(|name| has(name) && says(name) != "no")
        || is_receipt(message)
        || absent && (generated || suppresses || nobody)
        || nobody && !generated;
    let to_many = ["bulk", "junk", "list"].contains(&precedence.as_str())
        || ["List-Id", "List-Post", "List-Unsubscribe"].iter().any(|name| has(name));
    if answers {
        Automatic::Reply
    } else if generated || suppresses || to_many {
        Automatic::Bulk
    } else {
        Automatic::No
    }
}

/// Whether answers to it would reach nobody: `Return-Path: <>`.
fn has_no_return(message: &Message<'_>) -> bool {
    fields(message, "Return-Path").next().is_some_and(|header| {
        header.value().as_text().is_none_or(|path| path.trim_matches(['<', '>', ' ']).is_empty())
            && header.value().as_text_list().is_none_or(|all| all.iter().all(|one| one.trim().is_empty()))
    })
}

fn is_report(message: &Message<'_>, sender: Option<&str>, nobody: bool) -> bool {
    let declared = message.content_type().is_some_and(|kind| {
        kind.ctype() == "multipart"
            && kind.subtype() == Some("report")
            && kind.attribute("report-type").is_some_and(|of| of.eq_ignore_ascii_case("delivery-status"))
    });
    let inside = message.parts.iter().any(|part| part.is_content_type("message", "delivery-status"));
    let from = sender.and_then(|address| address.split('@').next()).unwrap_or_default();
    declared
        || inside
        || from == "mailer-daemon"
        || nobody && matches!(from, "" | "postmaster")
        || fields(message, "X-Failed-Recipients").next().is_some()
}

/// A receipt for a mail that was read (RFC 8098).
fn is_receipt(message: &Message<'_>) -> bool {
    message.content_type().is_some_and(|kind| {
        kind.subtype() == Some("report")
            && kind
                .attribute("report-type")
                .is_some_and(|of| of.eq_ignore_ascii_case("disposition-notification"))
    })
}
