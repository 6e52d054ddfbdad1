//! Bytes of a mail into what it says.

use super::addresses::{message_id, recipients, references, sender};
use super::authentication::authentication;
use super::automatic::automatic;
use super::files::kept;
use super::parts::{Said, parsed, parts};
use super::quotes::{Cut, cut, is_forward};
use super::report::report;
use super::text::{escaped, one_line, without_tags};
use super::{Automatic, Incoming, MOST_BYTES, Unreadable, decode, html};
use chrono::{DateTime, Duration, NaiveDate, Utc};
use mail_parser::Message;

/// What a ticket's subject bears.
const MOST_SUBJECT: usize = 200;

/// Reads a mail as far as it can be read.
pub fn read(raw: &[u8]) -> Result<Incoming, Unreadable> {
    if raw.len() > MOST_BYTES {
        return Err(Unreadable::TooLarge);
    }
    if raw.trim_ascii().is_empty() {
        return Err(Unreadable::Empty);
    }
    let message = parsed(raw).ok_or(Unreadable::NoSender)?;
    let from = sender(&message);
    let subject = subject(&message, raw);
    let automatic = automatic(&message, from.as_ref().map(|from| from.address.as_str()), &subject);
    if from.is_none() && automatic != Automatic::Report {
        return Err(Unreadable::NoSender);
    }
    let parts = parts(&message);
    let Cut { body, folded } = said(&parts.said, is_forward(&subject));
    let report = (automatic == Automatic::Report)
        .then(|| report(&message, parts.status.as_deref(), parts.original.as_deref(), &body))
        .flatten();
    let (files, left) = kept(parts.files);
    Ok(Incoming {
        message_id: message_id(&message),
        from,
        recipients: recipients(&message),
        subject,
        references: references(&message),
        date: date(&message),
        automatic,
        body,
        folded: with_left_out(folded, &left),
        files,
        report,
        authentication: authentication(&message),
    })
}

/// The pieces of text one after the other, each without its quotes.
fn said(pieces: &[Said], forward: bool) -> Cut {
    let mut bodies = Vec::new();
    let mut foldeds = Vec::new();
    for piece in pieces {
        let Cut { body, folded } = match piece {
            Said::Text(text) => {
                let Cut { body, folded } = cut(text, forward);
                Cut { body: escaped(&body), folded: folded.map(|folded| escaped(&folded)) }
            }
            Said::Html(source) => {
                let Cut { body, folded } = cut(&html::markdown(source), forward);
                Cut { body: without_tags(&body), folded: folded.map(|folded| without_tags(&folded)) }
            }
        };
        bodies.extend(Some(body).filter(|body| !body.is_empty()));
        foldeds.extend(folded);
    }
    Cut { body: bodies.join("\n\n"), folded: Some(foldeds.join("\n\n")).filter(|folded| !folded.is_empty()) }
}

/// Names the files that were too many or too large, below what was folded.
fn with_left_out(folded: Option<String>, left: &[String]) -> Option<String> {
    if left.is_empty() {
        return folded;
    }
    let list = left.iter().map(|file| format!("- ✂ {}", escaped(file))).collect::<Vec<_>>().join("\n");
    Some(format!("{}\n\n{list}", folded.unwrap_or_default()).trim().to_owned())
}

fn subject(message: &Message<'_>, raw: &[u8]) -> String {
    let subject = message.subject().unwrap_or_default();
    // Letters that were sent as they are, and not in UTF-8.
    if subject.contains(char::REPLACEMENT_CHARACTER) && !subject.contains("=?") {
        let header =
            message.headers().iter().rev().find(|header| header.name().eq_ignore_ascii_case("subject"));
        let bytes = header.and_then(|header| {
            let start = usize::try_from(header.offset_start()).ok()?;
            let end = usize::try_from(header.offset_end()).ok()?;
            raw.get(start..end)
        });
        if let Some(bytes) = bytes.filter(|bytes| !bytes.windows(2).any(|pair| pair == b"=?")) {
            return one_line(&decode::text(bytes, None), MOST_SUBJECT);
        }
    }
    one_line(subject, MOST_SUBJECT)
}

/// When it says that it was written, if there was such a moment.
fn date(message: &Message<'_>) -> Option<DateTime<Utc>> {
    let said = message.date().filter(|date| date.is_valid() && (1990..=2100).contains(&date.year))?;
    let day = NaiveDate::from_ymd_opt(i32::from(said.year), u32::from(said.month), u32::from(said.day))?;
    let there = day.and_hms_opt(u32::from(said.hour), u32::from(said.minute), u32::from(said.second))?;
    let ahead = Duration::minutes(i64::from(said.tz_hour) * 60 + i64::from(said.tz_minute));
    let here =
        if said.tz_before_gmt { there.checked_add_signed(ahead) } else { there.checked_sub_signed(ahead) };
    here.map(|here| here.and_utc())
}
