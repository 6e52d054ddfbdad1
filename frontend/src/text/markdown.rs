//! Markdown as people write it in descriptions and comments, made into HTML that cannot do harm:
//! HTML inside it is shown as text, links lead only to the web, mail or telephone, pictures become
//! links, headings begin below the page's own.

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};

/// The HTML of a text in Markdown.
pub(crate) fn to_html(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut out = String::new();
    html::push_html(&mut out, Parser::new_ext(markdown, options).map(harmless));
    out
}

fn harmless(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        // People press Enter once and mean a new line.
        Event::SoftBreak => Event::HardBreak,
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Link { link_type, dest_url: safe(dest_url), title, id })
        }
        Event::Start(Tag::Image { dest_url, title, id, .. }) => {
            Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url: safe(dest_url), title, id })
        }
        Event::End(TagEnd::Image) => Event::End(TagEnd::Link),
        Event::Start(Tag::Heading { level, .. }) => Event::Start(Tag::Heading {
            level: lower(level),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        }),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level))),
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        // Footnotes and check boxes would bring identifiers and controls without a name.
        Event::TaskListMarker(done) => Event::Text(CowStr::Borrowed(if done { "☑ " } else { "☐ " })),
        other => other,
    }
}

fn safe(url: CowStr<'_>) -> CowStr<'_> {
    let start = url.trim_start().to_ascii_lowercase();
    let known =
        ["https:", "http:", "mailto:", "tel:", "/", "#"].iter().any(|scheme| start.starts_with(scheme));
    if known && !start.starts_with("//") { url } else { CowStr::Borrowed("#") }
}

const fn lower(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H3,
        HeadingLevel::H2 => HeadingLevel::H4,
        HeadingLevel::H3 => HeadingLevel::H5,
        _ => HeadingLevel::H6,
    }
}

#[cfg(test)]
mod tests {
    use super::to_html;

    #[test]
    fn html_scripts_and_pictures_do_no_harm() {
        assert_eq!(to_html("<script>alert(1)</script>"), "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n");
        assert_eq!(to_html("a <img src=x onerror=y>"), "<p>a &lt;img src=x onerror=y&gt;</p>\n");
        assert_eq!(to_html("[a](javascript:alert(1))"), "<p><a href=\"#\">a</a></p>\n");
        assert_eq!(to_html("[a](//evil.example)"), "<p><a href=\"#\">a</a></p>\n");
        assert_eq!(
            to_html("![foto](https://example.org/x.png)"),
            "<p><a href=\"https://example.org/x.png\">foto</a></p>\n"
        );
        assert_eq!(to_html("[a](/tickets/TIC-1)"), "<p><a href=\"/tickets/TIC-1\">a</a></p>\n");
    }

    #[test]
    fn headings_start_below_the_page() {
        assert_eq!(to_html("# Uno"), "<h3>Uno</h3>\n");
    }

    #[test]
    fn one_line_break_is_one() {
        assert_eq!(to_html("uno\ndos"), "<p>uno<br />\ndos</p>\n");
    }
}
