//! What others send is text, never Markdown of ours: its signs are escaped, and only addresses of the web
//! are links.

use url::Url;

/// Text without line breaks and other controls.
pub(super) fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The beginning of a text, of so many characters at most.
pub(super) fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let mut beginning: String = text.chars().take(most.saturating_sub(1)).collect();
    beginning.push('…');
    beginning
}

/// Text that Markdown takes for nothing but text, in one line.
pub(super) fn escaped(text: &str) -> String {
    let line = one_line(text);
    let mut escaped = String::with_capacity(line.len());
    let mut signs = line.chars().peekable();
    while let Some(sign) = signs.next() {
        // An address that stands by itself would be made a link.
        let address = sign == ':' && signs.peek() == Some(&'/');
        if address || "\\`*_[]<>#|~&".contains(sign) {
            escaped.push('\\');
        }
        escaped.push(sign);
    }
    escaped
}

/// A link under words of ours, if it leads into the web.
pub(super) fn link(words: &str, address: &str) -> Option<String> {
    let url = Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let plain = url.as_str().replace('(', "%28").replace(')', "%29");
    (plain.len() <= 2_000).then(|| format!("[{words}]({plain})"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_markdown_are_text() {
        assert_eq!(escaped("a\n*b*\u{7} <i>"), "a \\*b\\* \\<i\\>");
        assert_eq!(escaped("http://x [y](z)"), "http\\://x \\[y\\](z)");
        assert_eq!(escaped("srv:9100 100 %"), "srv:9100 100 %");
    }

    #[test]
    fn only_the_web_is_linked() {
        assert_eq!(link("Ver", "https://a.example/(x)").as_deref(), Some("[Ver](https://a.example/%28x%29)"));
        assert_eq!(link("Ver", "javascript:alert(1)"), None);
        assert_eq!(link("Ver", "a.example"), None);
    }

    #[test]
    fn what_is_cut_says_so() {
        assert_eq!(cut("áéí", 3), "áéí");
        assert_eq!(cut("áéíó", 3), "áé…");
    }
}
