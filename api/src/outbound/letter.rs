//! A letter from its template: the first line is the subject, the rest Markdown. The text of a letter
//! is the Markdown itself, its HTML is made from it in the one layout that mail programs agree on.
//!
//! Administrators write templates, so they are filled where they can do no harm: `sandbox.rs`.

mod sandbox;

pub use sandbox::Fault;

use minijinja::Value;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use sandbox::{NO_SUBJECT, NO_TEXT, filled};
use std::fmt::Write;

/// A letter, written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// One line.
    pub subject: String,
    /// For programs that show text.
    pub text: String,
    /// For programs that show HTML.
    pub html: String,
    /// What the HTML is made of.
    pub markdown: String,
}

/// Fills a template.
pub fn write(source: &str, language: &str, values: &Value) -> std::result::Result<Letter, Fault> {
    let (first, line) = begun(source, 1);
    let parts = first.split_once('\n').filter(|(_, body)| !body.trim().is_empty());
    let (subject, body) = parts.ok_or_else(|| Fault::new(NO_TEXT, line, first))?;
    let (body, body_line) = begun(body, line + 1);
    let written = filled(subject, line, values, false)?.split_whitespace().collect::<Vec<_>>().join(" ");
    if written.is_empty() {
        return Err(Fault::new(NO_SUBJECT, line, subject));
    }
    let plain = filled(body, body_line, values, false)?;
    let markdown = filled(body, body_line, values, true)?;
    let html = page(language, &content(&markdown));
    Ok(Letter { subject: written, text: plain_text(&plain), html, markdown })
}

/// A part of a template without the blank lines around it, and the line that it begins in.
fn begun(part: &str, line: usize) -> (&str, usize) {
    let text = part.trim_start();
    let blank = &part[..part.len() - text.len()];
    (text.trim_end(), line + blank.matches('\n').count())
}

/// Markdown, easier on the eye: links as "words: address".
fn plain_text(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut rest = markdown;
    while let Some(at) = rest.find('[') {
        let (before, link) = rest.split_at(at);
        text.push_str(before);
        let parts = link[1..].split_once("](").and_then(|(words, more)| {
            let (address, after) = more.split_once(')')?;
            (!words.contains(['[', '\n']) && address.starts_with("http")).then_some((words, address, after))
        });
        if let Some((words, address, after)) = parts {
            let _ = write!(text, "{words}: {address}");
            rest = after;
        } else {
            text.push('[');
            rest = &link[1..];
        }
    }
    text.push_str(rest);
    text.replace("**", "")
}

/// The letter's content as HTML: a link that is a paragraph of its own is drawn as a button.
fn content(markdown: &str) -> String {
    let events: Vec<Event<'_>> = Parser::new(markdown).collect();
    let mut out: Vec<Event<'_>> = Vec::with_capacity(events.len());
    let mut at = 0;
    while let Some(event) = events.get(at) {
        let alone = matches!(event, Event::Start(Tag::Paragraph))
            && matches!(events.get(at + 1), Some(Event::Start(Tag::Link { .. })));
        if alone
            && let Some(length) =
                events[at..].iter().position(|event| *event == Event::End(TagEnd::Paragraph))
            && events[at..at + length]
                .iter()
                .filter(|event| matches!(event, Event::End(TagEnd::Link)))
                .count()
                == 1
            && events[at + length - 1] == Event::End(TagEnd::Link)
            && let Some(Event::Start(Tag::Link { dest_url, .. })) = events.get(at + 1)
        {
            let words: String = events[at + 2..at + length - 1]
                .iter()
                .filter_map(|event| match event {
                    Event::Text(text) => Some(text.as_ref()),
                    _ => None,
                })
                .collect();
            out.push(Event::Html(button(dest_url, &words).into()));
            at += length + 1;
            continue;
        }
        // A template is no place for markup of one's own.
        match event {
            Event::Html(html) | Event::InlineHtml(html) => out.push(Event::Text(html.clone())),
            other => out.push(other.clone()),
        }
        at += 1;
    }
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, out.into_iter());
    html
}

/// A table cell is what Outlook draws as a button.
fn button(address: &str, words: &str) -> String {
    let (address, words) = (escape(address), escape(words));
    format!(
        "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"margin:16px 0\"><tr><td bgcolor=\"#1d4f91\" style=\"border-radius:6px\"><a href=\"{address}\" style=\"display:inline-block;padding:12px 20px;font-weight:bold;color:#ffffff;text-decoration:none\">{words}</a></td></tr></table>"
    )
}

fn page(language: &str, content: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\"></head>\n<body style=\"margin:0;padding:0;background:#f3f5f8\">\n<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr><td align=\"center\" style=\"padding:24px 12px\">\n<table role=\"presentation\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"width:100%;max-width:600px;background:#ffffff;border:1px solid #d5dbe3;border-radius:8px\"><tr><td style=\"padding:24px;font-family:Segoe UI,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;color:#1b2430\">\n{content}</td></tr></table>\n</td></tr></table>\n</body></html>\n"
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use minijinja::context;

    const SOURCE: &str = "Su caso {{ number }}: {{ subject }}\n\nHola, {{ name }}:\n\n> {{ note }}\n\n[Ver el caso]({{ link|safe }})\n\nGracias.";

    fn sample(note: &str) -> Letter {
        let values = context! {
            number => "TIC-7", subject => "Sin\r\nBcc: todos@example.org red", name => "Ana *Rojas*",
            note, link => "https://desk.example.org/t/TIC-7?a=1&b=2",
        };
        write(SOURCE, "es", &values).expect("a sound template")
    }

    #[test]
    fn a_letter_reads_well_in_both_forms() {
        let letter = sample("Se reinició el router.");
        assert!(
            letter.text.contains("Ver el caso: https://desk.example.org/t/TIC-7?a=1&b=2"),
            "{}",
            letter.text
        );
        assert!(letter.text.contains("Hola, Ana *Rojas*:"), "{}", letter.text);
        assert!(letter.html.contains("Hola, Ana *Rojas*:"), "{}", letter.html);
        assert!(
            letter.html.contains("href=\"https://desk.example.org/t/TIC-7?a=1&amp;b=2\""),
            "{}",
            letter.html
        );
        assert!(letter.html.contains("bgcolor"), "the link alone is a button");
    }

    #[test]
    fn what_people_type_is_no_markup_and_no_header() {
        let letter = sample("<script>alert(1)</script>\n\n[pulse](https://evil.example)\n# Título");
        assert!(!letter.subject.contains(['\r', '\n']), "{:?}", letter.subject);
        assert!(
            !letter.html.contains("<script") && !letter.html.contains("href=\"https://evil"),
            "{}",
            letter.html
        );
        assert!(!letter.html.contains("<h1>"), "{}", letter.html);
    }

    #[test]
    fn faults_of_a_template_are_told() {
        for source in ["one line", "Asunto\n{{ unknown }}", "Asunto\n{{ name"] {
            let outcome = write(source, "es", &context! { name => "Ana" });
            assert!(outcome.is_err(), "{source}: {outcome:?}");
        }
    }
}
