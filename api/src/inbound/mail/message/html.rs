//! HTML as Markdown: sanitised first, then converted. Quotes and signatures that mail programs mark in
//! their HTML are marked in the Markdown too, by signs of [`marks`] on lines of their own.

use super::text::{cleaned, escaped, steers, without_tags};
use ammonia::{Builder, UrlRelative};
use htmd::element_handler::{HandlerResult, Handlers};
use htmd::options::{BulletListMarker, Options};
use htmd::{Element, HtmlToMarkdown};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::LazyLock;

/// Signs that stand alone on a line of the Markdown; no text can contain them.
pub mod marks {
    pub const QUOTE: &str = "\u{e000}";
    pub const QUOTE_ENDS: &str = "\u{e001}";
    /// From here on everything is quoted.
    pub const REST: &str = "\u{e002}";
    pub const SIGNATURE: &str = "\u{e003}";
    pub const SIGNATURE_ENDS: &str = "\u{e004}";
    pub const ALL: [char; 5] = ['\u{e000}', '\u{e001}', '\u{e002}', '\u{e003}', '\u{e004}'];
}

/// Beyond these a mail is no letter, and its tags are only taken off.
const MOST_BYTES: usize = 2 * 1024 * 1024;
const MOST_TAGS: usize = 40_000;
/// How deep elements may stand in one another: the converter goes into each.
const DEPTH: usize = 150;

const TAGS: [&str; 46] = [
    "a",
    "address",
    "article",
    "b",
    "blockquote",
    "br",
    "caption",
    "center",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "i",
    "ins",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "s",
    "section",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// What vanishes with all that is in it.
const GONE: [&str; 13] = [
    "script", "style", "title", "noscript", "template", "textarea", "select", "iframe", "object", "svg",
    "math", "noembed", "noframes",
];

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = Builder::default();
    let attributes = [("a", "href"), ("ol", "start"), ("blockquote", "type")];
    cleaner
        .tags(HashSet::from(TAGS))
        .clean_content_tags(HashSet::from(GONE))
        .generic_attributes(HashSet::from(["class", "id"]))
        .tag_attributes(
            attributes.into_iter().map(|(tag, name)| (tag, HashSet::from([name]))).collect::<HashMap<_, _>>(),
        )
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(UrlRelative::Deny)
        .link_rel(None)
        .attribute_filter(plain_attribute);
    cleaner
});

static CONVERTER: LazyLock<HtmlToMarkdown> = LazyLock::new(|| {
    let options = Options {
        bullet_list_marker: BulletListMarker::Dash,
        ul_bullet_spacing: 1,
        ol_number_spacing: 1,
        ..Options::default()
    };
    HtmlToMarkdown::builder()
        .options(options)
        .add_handler(vec!["div", "blockquote", "p", "section", "span"], block)
        .add_handler(vec!["pre"], |handlers: &dyn Handlers, element: Element| {
            Some(HandlerResult::from(preformatted(handlers, &element)))
        })
        .add_handler(vec!["hr"], |_: &dyn Handlers, _: Element| Some(HandlerResult::from("\n\n---\n\n")))
        .build()
});

/// Markdown with the marks in it.
pub fn markdown(source: &str) -> String {
    let followed = source.len() <= MOST_BYTES && source.matches('<').count() <= MOST_TAGS;
    followed
        .then(|| guarded(|| CLEANER.clean(source).to_string()))
        .flatten()
        .map(|clean| {
            let clean = clean.replace("&nbsp;", " ");
            clean
                .chars()
                .filter(|letter| matches!(letter, '\n' | '\t') || !steers(*letter))
                .collect::<String>()
        })
        .filter(|clean| depth(clean) <= DEPTH)
        .and_then(|clean| guarded(|| CONVERTER.convert(&clean).ok()).flatten())
        .map_or_else(|| escaped(&stripped(source)), |markdown| without_tags(&markdown))
}

/// What a reader sees.
pub fn visible(source: &str) -> String {
    markdown(source).replace(marks::ALL, "")
}

/// The libraries promise not to panic; nobody's mail shall be able to hold them to that.
fn guarded<T>(convert: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(convert)).ok()
}

/// Attributes without what could end a link in Markdown, or a tag.
#[expect(clippy::unnecessary_wraps, reason = "ammonia asks whether the attribute stays")]
fn plain_attribute<'u>(_: &str, name: &str, value: &'u str) -> Option<Cow<'u, str>> {
    if name != "href" {
        return Some(value.replace(['<', '>'], "").into());
    }
    let mut link = String::with_capacity(value.len());
    for letter in value.trim().chars() {
        match letter {
            ' ' => link.push_str("%20"),
            '<' => link.push_str("%3C"),
            '>' => link.push_str("%3E"),
            '(' => link.push_str("%28"),
            ')' => link.push_str("%29"),
            '[' => link.push_str("%5B"),
            ']' => link.push_str("%5D"),
            '\\' => link.push_str("%5C"),
            '"' => link.push_str("%22"),
            '`' => link.push_str("%60"),
            other if other.is_whitespace() || steers(other) => (),
            other => link.push(other),
        }
    }
    Some(link.into())
}

/// How deep the elements of sanitised HTML stand in one another. In it a `<` begins a tag.
fn depth(clean: &str) -> usize {
    let mut open: usize = 0;
    let mut deepest = 0;
    for tag in clean.split('<').skip(1) {
        if tag.starts_with('/') {
            open = open.saturating_sub(1);
        } else if !tag.starts_with("br") && !tag.starts_with("hr") {
            open += 1;
            deepest = deepest.max(open);
        }
    }
    deepest
}

/// The text between tags, crudely.
fn stripped(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    for (index, piece) in source.split('<').enumerate() {
        let text = if index == 0 { piece } else { piece.split_once('>').map_or("", |(_, text)| text) };
        if index > 0 && !out.ends_with(['\n', ' ']) {
            out.push(' ');
        }
        out.push_str(text);
    }
    let plain = out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&nbsp;", " ");
    cleaned(&plain.replace("&amp;", "&"))
}

/// What an element is to the letter.
enum Role {
    Plain,
    Quote,
    Rest,
    Signature,
}

fn role(element: &Element<'_>) -> Role {
    let attribute = |name: &str| {
        let found = element.attrs.iter().find(|attribute| &*attribute.name.local == name);
        found.map(|attribute| attribute.value.to_string()).unwrap_or_default()
    };
    let (id, classes) = (attribute("id"), attribute("class"));
    // Outlook puts `x_` before the names in what it quotes.
    let bare = |name: &str| name.trim_start_matches("x_").to_ascii_lowercase();
    let id = bare(&id);
    let is = |name: &str| id == name || classes.split_whitespace().any(|class| bare(class) == name);
    if ["divrplyfwdmsg", "appendonsend", "mail-editor-reference-message-container", "outlookmessageheader"]
        .into_iter()
        .any(is)
    {
        Role::Rest
    } else if ["gmail_signature", "moz-signature", "signature", "ms-outlook-mobile-signature", "zm-_id_-sgn"]
        .into_iter()
        .any(is)
    {
        Role::Signature
    } else if element.tag == "blockquote"
        && (is("gmail_quote") || is("protonmail_quote") || attribute("type") == "cite")
        || ["gmail_attr", "moz-cite-prefix", "yahoo_quoted", "zmail_extra"].into_iter().any(is)
    {
        Role::Quote
    } else {
        Role::Plain
    }
}

fn block(handlers: &dyn Handlers, element: Element<'_>) -> Option<HandlerResult> {
    let role = role(&element);
    let inside = handlers.fallback(element);
    let (before, after) = match role {
        Role::Plain => return inside,
        Role::Quote => (marks::QUOTE, marks::QUOTE_ENDS),
        Role::Rest => (marks::REST, ""),
        Role::Signature => (marks::SIGNATURE, marks::SIGNATURE_ENDS),
    };
    let content = inside.map(|inside| inside.content).unwrap_or_default();
    Some(format!("\n\n{before}\n\n{}\n\n{after}\n\n", content.trim_matches('\n')).into())
}

/// Lines that stay lines: what is in them is text, whatever it looks like.
fn preformatted(handlers: &dyn Handlers, element: &Element<'_>) -> String {
    let content = handlers.walk_children(element.node).content;
    let content = escaped(content.trim_matches('\n'));
    if matches!(role(element), Role::Signature) {
        format!("\n\n{}\n\n{content}\n\n{}\n\n", marks::SIGNATURE, marks::SIGNATURE_ENDS)
    } else {
        format!("\n\n{content}\n\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_runs_is_left() {
        let hostile = "<p onclick=x>Hola <b>Ana</b><script>alert(1)</script><img src=x onerror=alert(1)></p>\
                       <a href='javascript:alert(1)'>uno</a> <a href='https://example.org/a(b)'>dos</a>\
                       <pre>&lt;script&gt;x&lt;/script&gt;</pre>&lt;img src=x&gt;";
        let read = visible(hostile);
        assert!(read.starts_with("Hola **Ana**"), "{read}");
        assert!(read.contains("[dos](https://example.org/a%28b%29)"), "{read}");
        for bad in ["alert", "javascript", "onerror"] {
            assert!(!read.contains(bad), "{read}");
        }
        assert!(read.contains("\\<script>") && read.contains("\\<img"), "{read}");
        assert!(!read.replace("\\<", "").contains('<'), "{read}");
    }

    #[test]
    fn what_is_too_deep_or_too_much_is_still_read() {
        let deep = format!("{}hondo{}", "<div>".repeat(5_000), "</div>".repeat(5_000));
        assert_eq!(visible(&deep).trim(), "hondo");
        let many = format!("<p>a</p>{}", "<i>b</i>".repeat(MOST_TAGS));
        assert!(visible(&many).starts_with(" a") || visible(&many).trim().starts_with('a'));
    }

    #[test]
    fn quotes_are_marked() {
        let read = markdown("<div>Hola</div><blockquote type=\"cite\"><p>antes</p></blockquote>");
        let lines: Vec<&str> = read.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(lines, ["Hola", marks::QUOTE, "> antes", marks::QUOTE_ENDS]);
    }
}
