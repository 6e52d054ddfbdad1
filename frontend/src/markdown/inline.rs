//! The text of a block into stretches.

use super::{DEPTH, Inline};

/// Reads the text of a block.
pub(super) fn inline(text: &str) -> Vec<Inline> {
    Reader {
        rest: text,
        before: None,
        plain: String::new(),
        found: Vec::new(),
        hopeless: Vec::new(),
        depth: 0,
    }
    .read()
}

/// Reads a text from left to right. What opens something that is never closed stays as written, and
/// is remembered, so that nobody looks for its end a second time.
struct Reader<'a> {
    rest: &'a str,
    before: Option<char>,
    plain: String,
    found: Vec<Inline>,
    hopeless: Vec<&'static str>,
    depth: u8,
}

impl<'a> Reader<'a> {
    fn read(mut self) -> Vec<Inline> {
        while let Some(first) = self.rest.chars().next() {
            let read = match first {
                '\\' => self.escaped(),
                '\n' => self.push(Inline::Break, 1),
                '`' => self.code(),
                '!' if self.rest.starts_with("![") => self.link(1),
                '[' => self.link(0),
                '*' => self.marked("**", Inline::Strong) || self.marked("*", Inline::Emphasis),
                '_' => self.marked("__", Inline::Strong) || self.marked("_", Inline::Emphasis),
                '~' => self.marked("~~", Inline::Strike),
                'h' => self.address(),
                _ => false,
            };
            if !read {
                self.keep(first.len_utf8());
            }
        }
        self.flush();
        self.found
    }

    /// Takes so many bytes as they are.
    fn keep(&mut self, length: usize) {
        self.plain.push_str(&self.rest[..length]);
        self.advance(length);
    }

    fn advance(&mut self, length: usize) {
        self.before = self.rest[..length].chars().next_back();
        self.rest = &self.rest[length..];
    }

    fn flush(&mut self) {
        if !self.plain.is_empty() {
            self.found.push(Inline::Text(std::mem::take(&mut self.plain)));
        }
    }

    fn push(&mut self, stretch: Inline, length: usize) -> bool {
        self.flush();
        self.found.push(stretch);
        self.advance(length);
        true
    }

    fn inside(&self, text: &'a str) -> Vec<Inline> {
        let depth = self.depth + 1;
        Reader {
            rest: text,
            before: None,
            plain: String::new(),
            found: Vec::new(),
            hopeless: Vec::new(),
            depth,
        }
        .read()
    }

    fn escaped(&mut self) -> bool {
        match self.rest.chars().nth(1) {
            Some(next) if next.is_ascii_punctuation() => {
                self.plain.push(next);
                self.advance(2);
                true
            }
            _ => false,
        }
    }

    fn code(&mut self) -> bool {
        let ticks = self.rest.bytes().take_while(|byte| *byte == b'`').count();
        let fence = if ticks == 1 { "`" } else { "``" };
        match self.end_of(fence, fence.len()) {
            Some(end) => {
                let code = self.rest[fence.len()..end].trim().to_owned();
                self.push(Inline::Code(code), end + fence.len())
            }
            None => false,
        }
    }

    /// Where a mark stands again, from an offset on, with something in between.
    fn end_of(&mut self, mark: &'static str, from: usize) -> Option<usize> {
        if self.hopeless.contains(&mark) {
            return None;
        }
        let text = self.rest;
        let mut ends = text.get(from..)?.match_indices(mark).map(|(at, _)| at + from);
        let end = match mark {
            // One star is not one of two.
            "*" | "_" => ends.find(|end| !text[..*end].ends_with(mark) && !text[end + 1..].starts_with(mark)),
            // Of three, the last two.
            "**" | "__" => ends.next().map(|end| end + usize::from(text[end + 2..].starts_with(&mark[1..]))),
            _ => ends.next(),
        };
        if end.is_none() {
            self.hopeless.push(mark);
        }
        end.filter(|end| *end > from)
    }

    fn marked(&mut self, mark: &'static str, make: fn(Vec<Inline>) -> Inline) -> bool {
        let word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        let underscore = mark.starts_with('_');
        // snake_case and 2 * 3 are no emphasis.
        if self.depth >= DEPTH || !self.rest.starts_with(mark) || (underscore && word(self.before)) {
            return false;
        }
        let from = mark.len();
        if self.rest[from..].starts_with(char::is_whitespace) {
            return false;
        }
        let Some(end) = self.end_of(mark, from) else { return false };
        let inside = &self.rest[from..end];
        let after = self.rest[end + from..].chars().next();
        if inside.ends_with(char::is_whitespace) || (underscore && word(after)) {
            return false;
        }
        let stretch = make(self.inside(inside));
        self.push(stretch, end + from)
    }

    /// `[label](address)`, or a picture, which becomes a link: pages draw no pictures of strangers.
    fn link(&mut self, skip: usize) -> bool {
        if self.depth >= DEPTH {
            return false;
        }
        let Some(middle) = self.end_of("](", skip + 1) else { return false };
        let Some(length) = self.rest[middle + 2..].find(')') else { return false };
        let label = &self.rest[skip + 1..middle];
        let to = self.rest[middle + 2..middle + 2 + length].trim();
        if label.contains('[') || to.contains(char::is_whitespace) || !is_harmless(to) {
            return false;
        }
        let stretch = Inline::Link { to: to.to_owned(), label: self.inside(label) };
        self.push(stretch, middle + 3 + length)
    }

    /// An address written as such.
    fn address(&mut self) -> bool {
        let word = self.before.is_some_and(char::is_alphanumeric);
        if word || !(self.rest.starts_with("https://") || self.rest.starts_with("http://")) {
            return false;
        }
        let end = self.rest.find(|letter: char| letter.is_whitespace() || "<>\"«»".contains(letter));
        let address = &self.rest[..end.unwrap_or(self.rest.len())];
        let address = address.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '*', '_', '\'']);
        if address.ends_with("//") {
            return false;
        }
        let stretch = Inline::Link { to: address.to_owned(), label: vec![Inline::Text(address.to_owned())] };
        self.push(stretch, address.len())
    }
}

/// Whether a link leads to the web, to mail, to a telephone, or into the application.
fn is_harmless(to: &str) -> bool {
    let to = to.to_ascii_lowercase();
    let own = to.starts_with('/') && !to.starts_with("//") && !to.contains('\\');
    own || ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| to.starts_with(scheme))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Inline {
        Inline::Text(words.to_owned())
    }

    fn link(to: &str, label: &str) -> Inline {
        Inline::Link { to: to.to_owned(), label: vec![text(label)] }
    }

    #[test]
    fn emphasis_and_code() {
        assert_eq!(inline("a **b** c"), [text("a "), Inline::Strong(vec![text("b")]), text(" c")]);
        assert_eq!(inline("*á*_é_"), [Inline::Emphasis(vec![text("á")]), Inline::Emphasis(vec![text("é")])]);
        assert_eq!(
            inline("**a *b***"),
            [Inline::Strong(vec![text("a "), Inline::Emphasis(vec![text("b")])]),]
        );
        assert_eq!(inline("`a*b*`"), [Inline::Code("a*b*".into())]);
        assert_eq!(inline("~~no~~"), [Inline::Strike(vec![text("no")])]);
        assert_eq!(inline("dos\\*tres\\*"), [text("dos*tres*")]);
    }

    #[test]
    fn what_is_never_closed_stays_as_written() {
        for words in ["2 * 3 * 4", "snake_case_word", "**abierto", "a ` b", "[a] (b)", "****", "\\a"] {
            assert_eq!(inline(words), [text(words)]);
        }
    }

    #[test]
    fn links_lead_where_they_do_no_harm() {
        assert_eq!(inline("[a](/tickets/TIC-1)"), [link("/tickets/TIC-1", "a")]);
        assert_eq!(inline("[a](mailto:a@b.co)"), [link("mailto:a@b.co", "a")]);
        assert_eq!(inline("![foto](https://b.co/x.png)"), [link("https://b.co/x.png", "foto")]);
        for words in
            ["[a](javascript:alert\\(1))", "[a](//evil.example)", "[a](data:text/html,x)", "[a](/\\evil)"]
        {
            assert!(inline(words).iter().all(|stretch| !matches!(stretch, Inline::Link { .. })), "{words}");
        }
    }

    #[test]
    fn addresses_become_links_without_the_full_stop() {
        assert_eq!(
            inline("Vea https://a.co/x?y=1, y ya."),
            [text("Vea "), link("https://a.co/x?y=1", "https://a.co/x?y=1"), text(", y ya."),]
        );
        assert_eq!(inline("xhttps://a.co"), [text("xhttps://a.co")]);
    }

    #[test]
    fn html_is_text() {
        assert_eq!(inline("<script>alert(1)</script>"), [text("<script>alert(1)</script>")]);
    }
}
