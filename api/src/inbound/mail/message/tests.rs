use super::{Automatic, File, Incoming, MOST_BYTES, Report, Unreadable, read};
use proptest::prelude::*;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What a mail of `tests/data/mail` is expected to say.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Expected {
    gives_up: Option<String>,
    from: Option<String>,
    name: Option<String>,
    subject: Option<String>,
    automatic: Option<String>,
    message_id: Option<String>,
    references: Option<Vec<String>>,
    recipients: Option<Vec<String>>,
    date: Option<String>,
    /// What it says is no date.
    no_date: bool,
    body: Option<String>,
    contains: Vec<String>,
    lacks: Vec<String>,
    /// What was taken off; nothing may be where this is empty.
    folded: Vec<String>,
    files: Vec<ExpectedFile>,
    report: Option<ExpectedReport>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectedFile {
    name: String,
    #[serde(rename = "type")]
    content_type: String,
    size: Option<usize>,
    #[serde(default)]
    inline: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct ExpectedReport {
    recipient: Option<String>,
    action: Option<String>,
    status: Option<String>,
    what: Option<String>,
    message_id: Option<String>,
}

fn folder() -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/mail")).to_owned()
}

/// The mails, by their names.
fn corpus() -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder()).expect("tests/data/mail") {
        let path = entry.expect("readable").path();
        if path.extension().is_some_and(|ending| ending == "eml") {
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            found.insert(name, std::fs::read(&path).expect("readable"));
        }
    }
    assert!(found.len() >= 64, "the mails are where this test looks for them");
    found
}

#[test]
fn mails_say_what_they_were_sent_to_say() {
    let mut faults = Vec::new();
    for (name, raw) in corpus() {
        let json = std::fs::read_to_string(folder().join(format!("{name}.json"))).expect(&name);
        let expected: Expected =
            serde_json::from_str(&json).unwrap_or_else(|error| panic!("{name}: {error}"));
        let found = match (read(&raw), &expected.gives_up) {
            (Ok(mail), None) => differences(&expected, &mail),
            (Err(reason), Some(given)) if reason_word(reason) == given => Vec::new(),
            (Ok(_), Some(given)) => vec![format!("was read, and was to be given up as {given}")],
            (Err(reason), _) => vec![format!("was given up: {reason:?}")],
        };
        faults.extend(found.into_iter().map(|fault| format!("{name}: {fault}")));
    }
    assert!(faults.is_empty(), "{} differences:\n{}", faults.len(), faults.join("\n"));
}

fn reason_word(reason: Unreadable) -> &'static str {
    match reason {
        Unreadable::Empty => "empty",
        Unreadable::TooLarge => "too_large",
        Unreadable::NoSender => "no_sender",
    }
}

fn differences(expected: &Expected, mail: &Incoming) -> Vec<String> {
    let mut faults = Vec::new();
    let mut same = |what: &str, expected: &dyn std::fmt::Debug, found: &dyn std::fmt::Debug| {
        let (expected, found) = (format!("{expected:?}"), format!("{found:?}"));
        if expected != found {
            faults.push(format!("{what} is {found}\n        and was to be {expected}"));
        }
    };
    let from = mail.from.as_ref();
    same("from", &expected.from, &from.map(|from| from.address.clone()));
    if expected.name.is_some() {
        same("name", &expected.name, &from.and_then(|from| from.name.clone()));
    }
    if let Some(subject) = &expected.subject {
        same("subject", subject, &mail.subject);
    }
    same("automatic", &expected.automatic.as_deref().unwrap_or("no"), &kind(mail.automatic));
    if expected.message_id.is_some() {
        same("message_id", &expected.message_id, &mail.message_id);
    }
    if let Some(references) = &expected.references {
        same("references", references, &mail.references);
    }
    if let Some(recipients) = &expected.recipients {
        same("recipients", recipients, &mail.recipients);
    }
    if expected.date.is_some() || expected.no_date {
        same("date", &expected.date, &mail.date.map(|date| date.format("%Y-%m-%dT%H:%M:%SZ").to_string()));
    }
    if let Some(body) = &expected.body {
        same("body", body, &mail.body);
    }
    let files: Vec<_> =
        expected.files.iter().map(|file| (&file.name, &file.content_type, file.inline)).collect();
    let found: Vec<_> = mail.files.iter().map(|file| (&file.name, &file.content_type, file.inline)).collect();
    same("files", &files, &found);
    for (file, found) in expected.files.iter().zip(&mail.files) {
        if file.size.is_some() {
            same(&format!("size of {}", file.name), &file.size, &Some(found.content.len()));
        }
    }
    let report = expected.report.as_ref().map(|report| Report {
        recipient: report.recipient.clone(),
        action: report.action.clone(),
        status: report.status.clone(),
        what: report.what.clone(),
        message_id: report.message_id.clone(),
    });
    same("report", &report, &mail.report);
    for words in &expected.contains {
        if !mail.body.contains(words.as_str()) {
            faults.push(format!("the body lacks {words:?}; it is {:?}", mail.body));
        }
    }
    for words in &expected.lacks {
        if mail.body.contains(words.as_str()) {
            faults.push(format!("the body has {words:?}; it is {:?}", mail.body));
        }
    }
    let folded = mail.folded.as_deref().unwrap_or_default();
    if expected.folded.is_empty() && mail.folded.is_some() {
        faults.push(format!("something was taken off: {folded:?}; the body is {:?}", mail.body));
    }
    for words in &expected.folded {
        if !folded.contains(words.as_str()) {
            faults.push(format!("what was taken off lacks {words:?}; it is {folded:?}"));
        }
    }
    faults.extend(unsafe_in(mail));
    faults
}

fn kind(automatic: Automatic) -> &'static str {
    match automatic {
        Automatic::No => "no",
        Automatic::Reply => "reply",
        Automatic::Bulk => "bulk",
        Automatic::Report => "report",
    }
}

/// What no mail may lead to, whatever is in it.
fn unsafe_in(mail: &Incoming) -> Vec<String> {
    let mut faults = Vec::new();
    for text in [Some(&mail.body), mail.folded.as_ref()].into_iter().flatten() {
        // A bracket behind a backslash ends no link's text.
        let lower = text.to_ascii_lowercase().replace("\\]", "");
        if lower.contains("](javascript:") || lower.contains("](data:") || lower.contains("](vbscript:") {
            faults.push(format!("a link runs: {text:?}"));
        }
        let letters: Vec<char> = text.chars().collect();
        for (at, pair) in letters.windows(2).enumerate() {
            let escaped = letters[..at].iter().rev().take_while(|letter| **letter == '\\').count() % 2 == 1;
            if pair[0] == '<' && (pair[1].is_ascii_alphabetic() || "/!?".contains(pair[1])) && !escaped {
                faults.push(format!("a tag is left: {text:?}"));
                break;
            }
        }
        if text.contains(|letter: char| letter.is_control() && !matches!(letter, '\n' | '\t')) {
            faults.push(format!("a control character is left: {text:?}"));
        }
    }
    if mail.subject.contains(char::is_control) || mail.subject.chars().count() > 200 {
        faults.push(format!("the subject is no line: {:?}", mail.subject));
    }
    for File { name, .. } in &mail.files {
        if name.is_empty() || name.contains(['/', '\\', '\0', '\n', '\u{202e}']) || name.starts_with('.') {
            faults.push(format!("a file is named {name:?}"));
        }
    }
    faults
}

#[test]
fn what_is_cut_anywhere_is_read_as_far_as_it_goes() {
    for (name, raw) in corpus() {
        for end in (0..raw.len()).step_by((raw.len() / 60).max(1)) {
            if let Ok(mail) = read(&raw[..end]) {
                assert_eq!(unsafe_in(&mail), Vec::<String>::new(), "{name} up to {end}");
            }
        }
    }
}

#[test]
fn what_is_too_large_is_given_up() {
    assert_eq!(read(&vec![b'a'; MOST_BYTES + 1]), Err(Unreadable::TooLarge));
    assert_eq!(read(b" \r\n"), Err(Unreadable::Empty));
}

#[test]
fn mails_in_mails_without_end_are_not_followed() {
    let mut raw = b"From: ana@example.org\r\n".to_vec();
    raw.extend(b"Content-Type: message/rfc822\r\n\r\n".repeat(100_000));
    let mail = read(&raw).expect("read");
    assert_eq!((mail.files.len(), mail.files[0].content_type.as_str()), (1, "message/rfc822"));
}

#[test]
fn more_files_than_can_be_borne_are_named() {
    let mut raw = b"From: ana@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n".to_vec();
    raw.extend(b"--b\r\n\r\nHola\r\n");
    for number in 0..60 {
        raw.extend(format!("--b\r\nContent-Type: image/png; name={number}.png\r\n\r\nx\r\n").bytes());
    }
    raw.extend(b"--b--\r\n");
    let mail = read(&raw).expect("read");
    assert_eq!((mail.body.as_str(), mail.files.len()), ("Hola", 50));
    assert!(mail.folded.expect("folded").contains("59.png (1 B)"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn arbitrary_bytes_never_panic(raw in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        let _ = read(&raw);
    }

    #[test]
    fn arbitrary_text_below_a_head_never_panics(
        kind in "(text/(plain|html)|multipart/(mixed|report)|message/rfc822|application/ms-tnef)",
        encoding in "(7bit|base64|quoted-printable)",
        body in "[ -~\n<>áñ=\u{e000}-\u{e004}]{0,800}",
    ) {
        let raw = format!("From: a@b.co\nContent-Type: {kind}; boundary=x\nContent-Transfer-Encoding: {encoding}\n\n{body}");
        if let Ok(mail) = read(raw.as_bytes()) {
            prop_assert_eq!(unsafe_in(&mail), Vec::<String>::new());
        }
    }

    #[test]
    fn damaged_mails_never_panic(
        which in any::<prop::sample::Index>(),
        places in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        end in any::<prop::sample::Index>(),
    ) {
        let corpus = corpus();
        let mut raw = corpus.values().nth(which.index(corpus.len())).cloned().unwrap_or_default();
        for (place, byte) in &places {
            if !raw.is_empty() {
                let at = place.index(raw.len());
                raw[at] = *byte;
            }
        }
        raw.truncate(end.index(raw.len() + 1).max(raw.len() / 2));
        if let Ok(mail) = read(&raw) {
            prop_assert_eq!(unsafe_in(&mail), Vec::<String>::new());
        }
    }
}
