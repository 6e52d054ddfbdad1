//! The parts of a mail: what is text, what is a file, and which of several versions of a text is read.

use super::File;
use super::files::file;
use super::{decode, html, smime, text, tnef};
use mail_parser::{ContentType, Encoding, Message, MessageParser, MessagePart, MimeHeaders, PartType};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// How many parts a mail may have before its form is no longer followed. The parser's own structures stand
/// in one another as parts do, and must not grow without bounds.
const MOST_PARTS: usize = 400;

/// How often a mail inside another (signed, or found behind a broken head) is opened.
const DEPTH: u8 = 3;

/// In how many texts that have several versions one may be in which they are still compared.
const COMPARED: u8 = 3;

/// A stretch of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    Text(String),
    Html(String),
}

/// What a mail consists of.
#[derive(Debug, Default)]
pub struct Parts {
    /// To be read one after the other.
    pub said: Vec<Said>,
    pub files: Vec<File>,
    /// Of a report, the part for programs.
    pub status: Option<String>,
    /// Of a report, the head of the mail it is about.
    pub original: Option<String>,
}

/// Where a part stands.
#[derive(Clone, Copy)]
struct Place {
    related: bool,
    reported: bool,
    depth: u8,
    compared: u8,
}

/// Takes a mail apart, the fields of its head only where there are too many parts to follow.
pub fn parsed(raw: &[u8]) -> Option<Message<'_>> {
    let whole = (heads(raw) <= MOST_PARTS).then(|| guarded(|| MessageParser::default().parse(raw))).flatten();
    whole
        .or_else(|| guarded(|| MessageParser::default().parse_headers(raw)))
        .filter(|message| !message.parts.is_empty())
}

/// The parser promises not to panic; nobody's mail shall be able to hold it to that.
fn guarded<T>(parse: impl FnOnce() -> Option<T>) -> Option<T> {
    catch_unwind(AssertUnwindSafe(parse)).ok().flatten()
}

/// How many fields say what kind a part is of, counted as the parser finds them.
fn heads(raw: &[u8]) -> usize {
    const NAME: &[u8] = b"content-type";
    raw.split(|byte| *byte == b'\n')
        .filter(|line| {
            let mut letters = line.iter().filter(|byte| !byte.is_ascii_whitespace());
            let mut at = letters.by_ref().skip_while(|byte| **byte == b':');
            NAME.iter().all(|letter| at.next().is_some_and(|byte| byte.eq_ignore_ascii_case(letter)))
                && at.next() == Some(&b':')
        })
        .count()
}

/// What a mail consists of.
pub fn parts(message: &Message<'_>) -> Parts {
    let mut found = Parts::default();
    if is_head_alone(message) && has_body(&message.raw_message) {
        // Its form could not be followed: it is handed on as it came.
        found.files.push(file(None, "message/rfc822", message.raw_message.to_vec(), false));
        return found;
    }
    let place = Place { related: false, reported: false, depth: DEPTH, compared: COMPARED };
    walk(message, 0, place, &mut found);
    found
}

fn is_head_alone(message: &Message<'_>) -> bool {
    let body = usize::try_from(message.parts[0].offset_body).unwrap_or(usize::MAX);
    message.parts.len() == 1 && body >= message.raw_message.len()
}

/// Whether there is anything below the head.
fn has_body(raw: &[u8]) -> bool {
    let mut lines = raw.trim_ascii_start().split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    lines.by_ref().any(<[u8]>::is_empty) && lines.any(|line| !line.is_empty())
}

fn walk(message: &Message<'_>, id: u32, place: Place, found: &mut Parts) {
    let Some(part) = message.part(id) else { return };
    match &part.body {
        PartType::Multipart(children) if is_multipart(part, "alternative") => {
            alternative(message, children, place, found);
        }
        PartType::Multipart(children) => {
            let place = Place {
                related: place.related || is_multipart(part, "related"),
                reported: place.reported || is_multipart(part, "report"),
                ..place
            };
            for child in children {
                walk(message, *child, place, found);
            }
        }
        PartType::Message(inside) => {
            let raw = if part.encoding == Encoding::None {
                slice(message, part)
            } else {
                inside.raw_message.as_ref()
            };
            mail(part, raw, place, found);
        }
        PartType::Text(_) | PartType::Html(_) | PartType::Binary(_) | PartType::InlineBinary(_) => {
            leaf(message, part, place, found);
        }
    }
}

/// Versions of one text, the plainest first: that one is read if it says as much as the last.
fn alternative(message: &Message<'_>, children: &[u32], place: Place, found: &mut Parts) {
    // To compare takes time for all that is inside, each time anew.
    let compares = place.compared > 0;
    let place = Place { compared: place.compared.saturating_sub(1), ..place };
    let mut plain = None;
    let mut rich = None;
    for child in children {
        let mut version = Parts::default();
        walk(message, *child, place, &mut version);
        found.files.append(&mut version.files);
        found.status = found.status.take().or(version.status);
        found.original = found.original.take().or(version.original);
        let said = version.said;
        if said.iter().any(|piece| matches!(piece, Said::Html(_))) {
            rich = Some(said);
        } else if plain.is_none() && said.iter().any(says_something) {
            plain = Some(said);
        }
    }
    let chosen = match (plain, rich) {
        (Some(plain), Some(rich)) if compares && count(&plain) * 10 < count(&rich) * 6 => rich,
        (Some(plain), _) => plain,
        (None, rich) => rich.unwrap_or_default(),
    };
    found.said.extend(chosen);
}

fn says_something(piece: &Said) -> bool {
    matches!(piece, Said::Text(text) if !text.trim().is_empty())
}

fn count(said: &[Said]) -> usize {
    said.iter()
        .map(|piece| match piece {
            Said::Text(text) => text::words(text),
            Said::Html(source) => text::words(&html::visible(source)),
        })
        .sum()
}

fn is_multipart(part: &MessagePart<'_>, kind: &str) -> bool {
    part.is_content_type("multipart", kind)
}

/// The bytes of a part as they were sent.
fn slice<'m>(message: &'m Message<'_>, part: &MessagePart<'_>) -> &'m [u8] {
    let end = usize::try_from(part.offset_end).unwrap_or(usize::MAX).min(message.raw_message.len());
    let start = usize::try_from(part.offset_body).unwrap_or(usize::MAX);
    message.raw_message.get(start..end).unwrap_or_default()
}

fn leaf(message: &Message<'_>, part: &MessagePart<'_>, place: Place, found: &mut Parts) {
    let declared = part.content_type();
    let main = declared.map_or("text", ContentType::ctype).to_ascii_lowercase();
    let sub = match declared {
        Some(kind) => kind.subtype().unwrap_or_default().to_ascii_lowercase(),
        None => "plain".to_owned(),
    };
    let raw = slice(message, part);
    let bytes = decode::bytes(raw, part.content_transfer_encoding().unwrap_or_default().trim());
    let charset = declared.and_then(|kind| kind.attribute("charset"));
    let attached = part.content_disposition().is_some_and(ContentType::is_attachment)
        || part.attachment_name().is_some();
    match (main.as_str(), sub.as_str()) {
        ("multipart", _) => broken(raw, place, found),
        // What says nothing sensible about itself is text (RFC 2045 §5.2).
        ("text", "plain") | (_, "") if !attached => {
            let said = decode::text(&bytes, charset);
            let has = |name: &str, value: &str| {
                declared
                    .and_then(|kind| kind.attribute(name))
                    .is_some_and(|given| given.eq_ignore_ascii_case(value))
            };
            let said = text::cleaned(&said);
            found.said.push(Said::Text(if has("format", "flowed") {
                text::unflowed(&said, has("delsp", "yes"))
            } else {
                said
            }));
        }
        ("text", "html") if !attached => found.said.push(Said::Html(decode::text(&bytes, charset))),
        // A version for programs that run mails; the others say the same.
        ("text", "x-amp-html") => (),
        ("message", "delivery-status") if found.status.is_none() => {
            found.status = Some(decode::text(&bytes, charset));
        }
        ("message", "rfc822" | "global") => mail(part, &bytes, place, found),
        _ => {
            if place.reported && sub == "rfc822-headers" {
                found.original = Some(decode::text(&bytes, charset));
            }
            attachment(part, &format!("{main}/{sub}"), bytes, place, found);
        }
    }
}

/// A mail inside a mail: kept as a file.
fn mail(part: &MessagePart<'_>, raw: &[u8], place: Place, found: &mut Parts) {
    if place.reported && found.original.is_none() {
        let head = raw.get(..raw.len().min(64 * 1024)).unwrap_or_default();
        found.original = Some(decode::text(head, None));
    }
    let subject = parsed(raw).and_then(|inside| inside.subject().map(str::to_owned));
    let name = part.attachment_name().map(str::to_owned).or(subject).map(|name| text::one_line(&name, 120));
    let name = name.filter(|name| !name.is_empty()).map(|name| {
        if name.to_lowercase().ends_with(".eml") {
            name
        } else {
            format!("{}.eml", name.replace(['/', '\\'], "-"))
        }
    });
    found.files.push(file(name.as_deref(), "message/rfc822", raw.to_vec(), false));
}

fn attachment(part: &MessagePart<'_>, kind: &str, bytes: Vec<u8>, place: Place, found: &mut Parts) {
    let name = part.attachment_name();
    let attached = part.content_disposition().is_some_and(ContentType::is_attachment);
    let shown = part.content_disposition().is_some_and(ContentType::is_inline)
        || place.related && part.content_id().is_some();
    let is_packed = matches!(kind, "application/ms-tnef" | "application/vnd.ms-tnef")
        || name.is_some_and(|name| name.eq_ignore_ascii_case("winmail.dat"));
    if is_packed && let Some(packed) = tnef::unpack(&bytes) {
        unpacked(packed, found);
        return;
    }
    if matches!(kind, "application/pkcs7-mime" | "application/x-pkcs7-mime")
        && place.depth > 0
        && let Some(inside) = smime::content(&bytes)
        && let Some(message) = parsed(&inside)
    {
        walk(&message, 0, Place { depth: place.depth - 1, ..place }, found);
    }
    found.files.push(file(name, kind, bytes, shown && !attached && kind.starts_with("image/")));
}

fn unpacked(packed: tnef::Packed, found: &mut Parts) {
    let silent = !found.said.iter().any(|piece| match piece {
        Said::Text(text) | Said::Html(text) => !text.trim().is_empty(),
    });
    if silent {
        let text =
            packed.text.filter(|text| !text.trim().is_empty()).map(|text| Said::Text(text::cleaned(&text)));
        found.said.extend(text.or(packed.html.map(Said::Html)));
    }
    for one in packed.files {
        let kind = one.content_type.unwrap_or_else(|| "application/octet-stream".to_owned());
        found.files.push(file(one.name.as_deref(), &kind, one.content, one.inline));
    }
}

/// Several parts whose boundary is not the one that was said: the first line that could be one is tried.
fn broken(raw: &[u8], place: Place, found: &mut Parts) {
    let text = decode::text(raw, None);
    let mut lines = text.lines().peekable();
    let mut boundary = None;
    while let Some(line) = lines.next() {
        let next = lines.peek().map(|next| next.to_ascii_lowercase()).unwrap_or_default();
        if line.len() > 2 && line.starts_with("--") && next.starts_with("content-") {
            boundary = Some(line[2..].trim_end().to_owned());
            break;
        }
    }
    if place.depth > 0
        && let Some(boundary) = boundary.filter(|boundary| !boundary.contains(['"', '\\']))
    {
        let head = format!("Content-Type: multipart/mixed; boundary=\"{boundary}\"\r\n\r\n");
        let again = [head.as_bytes(), raw].concat();
        if let Some(message) = parsed(&again).filter(|message| message.parts.len() > 1) {
            walk(&message, 0, Place { depth: place.depth - 1, ..place }, found);
            return;
        }
    }
    found.said.push(Said::Text(text::cleaned(&text)));
}
