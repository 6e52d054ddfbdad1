//! Plain text: line ends, characters that are no text, Markdown's signs, and flowed paragraphs.

/// Whether a character only steers how others are shown: controls, marks that turn the writing around,
/// signs without width that no writing needs.
pub fn steers(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
            | '\u{e000}'..='\u{e004}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// One line of at most so many characters, with single spaces.
pub fn one_line(text: &str, most: usize) -> String {
    let spaced: String =
        text.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter }).collect();
    let plain: String = spaced.chars().filter(|letter| !steers(*letter)).collect();
    let line = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().take(most).collect::<String>().trim_end().to_owned()
}

/// Text with `\n` as its only control character beside the tabulator.
pub fn cleaned(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .map(|letter| match letter {
            '\r' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => '\n',
            '\u{a0}' => ' ',
            other => other,
        })
        .filter(|letter| matches!(letter, '\n' | '\t') || !steers(*letter))
        .collect()
}

/// No spaces at the ends of lines, no two blank lines in a row, none at the ends.
pub fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = 0;
    for line in text.lines().map(str::trim_end) {
        if line.is_empty() {
            blank += 1;
            continue;
        }
        if !out.is_empty() {
            out.push_str(if blank > 0 { "\n\n" } else { "\n" });
        }
        blank = 0;
        out.push_str(line);
    }
    out
}

/// How many words there are, to compare two versions of one text.
pub fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// Joins the lines that a program broke for the wire (RFC 3676, `format=flowed`).
pub fn unflowed(text: &str, delete_space: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before: Option<usize> = None;
    for line in text.lines() {
        let depth = line.bytes().take_while(|byte| *byte == b'>').count();
        let words = &line[depth..];
        let words = words.strip_prefix(' ').unwrap_or(words);
        let signature = words == "-- ";
        if before == Some(depth) && !signature {
            if delete_space {
                out.pop();
            }
        } else {
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(&">".repeat(depth));
            if depth > 0 {
                out.push(' ');
            }
        }
        out.push_str(words);
        before = (words.ends_with(' ') && !signature).then_some(depth);
    }
    out
}

/// Plain text as Markdown that shows it, with as few signs added as will do: what would be a heading, a
/// tag or a link, and backslashes that would vanish. Lines that begin with `>` stay quotes.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push('\n');
        }
        if is_heading(line.trim_start()) {
            out.push('\\');
            out.push_str(&guarded(line.trim_start()));
        } else {
            out.push_str(&guarded(line));
        }
    }
    out
}

fn is_heading(line: &str) -> bool {
    let signs = line.bytes().take_while(|byte| *byte == b'#').count();
    (1..=6).contains(&signs) && line[signs..].starts_with([' ', '\t'])
}

fn guarded(line: &str) -> String {
    let defines = line.trim_start().starts_with('[');
    let mut out = String::with_capacity(line.len() + 8);
    let mut rest = line.chars().peekable();
    while let Some(letter) = rest.next() {
        let next = rest.peek().copied().unwrap_or(' ');
        let vanishes = letter == '\\' && next.is_ascii_punctuation();
        let links = letter == ']' && (next == '(' || defines && next == ':');
        if vanishes || links || letter == '<' && opens_tag(next) {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

fn opens_tag(next: char) -> bool {
    next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')
}

/// Markdown in which no tag is left that a reader could take for one.
pub fn without_tags(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len() + 8);
    let mut backslashes = 0;
    let mut rest = markdown.chars().peekable();
    while let Some(letter) = rest.next() {
        if letter == '<' && backslashes % 2 == 0 && rest.peek().is_some_and(|next| opens_tag(*next)) {
            out.push('\\');
        }
        backslashes = if letter == '\\' { backslashes + 1 } else { 0 };
        out.push(letter);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_shown_as_it_was_written() {
        for (text, markdown) in [
            ("hola", "hola"),
            (r"\\srv\c$", r"\\\srv\c$"),
            ("<b>no</b> 3 < 4", r"\<b>no\</b> 3 < 4"),
            ("# uno", r"\# uno"),
            ("#123", "#123"),
            ("[ver](javascript:x)", r"[ver\](javascript:x)"),
            ("[a]: javascript:x", r"[a\]: javascript:x"),
            ("> cita", "> cita"),
        ] {
            assert_eq!(escaped(text), markdown);
        }
    }

    #[test]
    fn flowed_lines_are_joined() {
        assert_eq!(unflowed("uno \ndos\n>a \n>b\n-- \nAna", false), "uno dos\n> a b\n-- \nAna");
        assert_eq!(unflowed("uni \nda", true), "unida");
    }

    #[test]
    fn tags_are_escaped_once() {
        assert_eq!(without_tags(r"\<a> <b> 1<2"), r"\<a> \<b> 1<2");
    }

    #[test]
    fn one_line_is_one_line() {
        assert_eq!(one_line("a\r\n\tb\u{202e}c\0", 10), "a bc");
        assert_eq!(one_line("áéíóú", 3), "áéí");
    }
}
