//! Lines into blocks.

use super::inline::inline;
use super::{Block, DEPTH};

/// Reads a text in Markdown.
pub(crate) fn parse(text: &str) -> Vec<Block> {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    blocks(&lines, 0)
}

fn blocks(lines: &[&str], depth: u8) -> Vec<Block> {
    let mut found = Vec::new();
    let mut rest = lines;
    while let Some(line) = rest.first() {
        let (block, taken) = if line.is_empty() { (None, 1) } else { block(rest, depth) };
        found.extend(block);
        rest = &rest[taken..];
    }
    found
}

/// The block that begins with the first line, and how many lines it takes: at least one.
fn block(lines: &[&str], depth: u8) -> (Option<Block>, usize) {
    let line = lines[0];
    if let Some(fence) = fence(line) {
        let inside = lines[1..].iter().take_while(|line| !line.trim_start().starts_with(fence)).count();
        return (Some(Block::Code(lines[1..=inside].join("\n"))), (inside + 2).min(lines.len()));
    }
    if let Some((level, title)) = heading(line) {
        return (Some(Block::Heading(level, inline(title))), 1);
    }
    if is_rule(line) {
        return (Some(Block::Rule), 1);
    }
    if depth < DEPTH && quoted(line).is_some() {
        let inside: Vec<&str> = lines.iter().map_while(|line| quoted(line)).collect();
        return (Some(Block::Quote(blocks(&inside, depth + 1))), inside.len());
    }
    if depth < DEPTH
        && let Some(marker) = marker(line)
    {
        return list(lines, marker.ordered, depth);
    }
    let more = lines[1..].iter().take_while(|line| !line.is_empty() && !interrupts(line, depth)).count();
    let text = lines[..=more].iter().map(|line| line.trim_start()).collect::<Vec<_>>().join("\n");
    (Some(Block::Paragraph(inline(&text))), more + 1)
}

/// Whether a line ends the paragraph before it.
fn interrupts(line: &str, depth: u8) -> bool {
    let container = depth < DEPTH && (quoted(line).is_some() || marker(line).is_some());
    container || fence(line).is_some() || heading(line).is_some() || is_rule(line)
}

fn list(lines: &[&str], ordered: bool, depth: u8) -> (Option<Block>, usize) {
    let mut items: Vec<Vec<&str>> = Vec::new();
    let mut taken = 0;
    let mut width = 0;
    for (index, line) in lines.iter().enumerate() {
        let indent = line.len() - line.trim_start().len();
        let start = marker(line).filter(|marker| items.is_empty() || marker.indent < width);
        match (start, items.last_mut()) {
            (Some(start), _) if start.ordered == ordered => {
                width = start.width;
                items.push(vec![&line[start.width.min(line.len())..]]);
            }
            (Some(_), _) | (None, None) => break,
            // A blank line belongs to the list when the list goes on behind it.
            (None, Some(item)) if line.is_empty() => {
                let next = lines[index + 1..].iter().find(|line| !line.is_empty());
                let goes_on = next.is_some_and(|next| {
                    next.starts_with(' ') && next.len() - next.trim_start().len() >= width
                        || marker(next).is_some_and(|marker| marker.ordered == ordered)
                });
                if !goes_on {
                    break;
                }
                item.push("");
            }
            (None, Some(item)) => {
                let after_blank = item.last().is_some_and(|last| last.is_empty());
                if indent < width && (after_blank || interrupts(line, depth)) {
                    break;
                }
                item.push(&line[indent.min(width)..]);
            }
        }
        taken = index + 1;
    }
    let items = items.iter().map(|item| blocks(item, depth + 1)).collect();
    (Some(Block::List { ordered, items }), taken.max(1))
}

/// The bullet or number that begins an item of a list.
struct Marker {
    indent: usize,
    /// Where the text begins.
    width: usize,
    ordered: bool,
}

fn marker(line: &str) -> Option<Marker> {
    let text = line.trim_start();
    let indent = line.len() - text.len();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (length, ordered) = match digits {
        0 if text.starts_with(['-', '*', '+']) => (1, false),
        1..=3 if text[digits..].starts_with(['.', ')']) => (digits + 1, true),
        _ => return None,
    };
    text[length..].starts_with(' ').then_some(Marker { indent, width: indent + length + 1, ordered })
}

fn fence(line: &str) -> Option<&'static str> {
    ["```", "~~~"].into_iter().find(|fence| line.trim_start().starts_with(fence))
}

fn heading(line: &str) -> Option<(u8, &str)> {
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    let title = line.get(level..)?.strip_prefix(' ')?;
    let level = u8::try_from(level).ok().filter(|level| (1..=6).contains(level))?;
    Some((level, title.trim().trim_end_matches('#').trim_end()))
}

fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 3 && ['-', '*', '_'].into_iter().any(|mark| line.chars().all(|letter| letter == mark))
}

fn quoted(line: &str) -> Option<&str> {
    let inside = line.trim_start().strip_prefix('>')?;
    Some(inside.strip_prefix(' ').unwrap_or(inside))
}

#[cfg(test)]
mod tests {
    use super::super::Inline;
    use super::*;

    fn text(words: &str) -> Vec<Inline> {
        vec![Inline::Text(words.to_owned())]
    }

    fn paragraph(words: &str) -> Block {
        Block::Paragraph(text(words))
    }

    #[test]
    fn blank_lines_part_paragraphs_and_single_ones_break() {
        let expected =
            Block::Paragraph(vec![Inline::Text("uno".into()), Inline::Break, Inline::Text("dos".into())]);
        assert_eq!(parse("uno\ndos\n\n\ntres"), [expected, paragraph("tres")]);
        assert_eq!(parse(""), []);
    }

    #[test]
    fn lists_nest_and_follow_paragraphs() {
        let inner = Block::List { ordered: true, items: vec![vec![paragraph("c")]] };
        let list =
            Block::List { ordered: false, items: vec![vec![paragraph("a")], vec![paragraph("b"), inner]] };
        assert_eq!(parse("hay:\n- a\n- b\n  1. c"), [paragraph("hay:"), list]);
    }

    #[test]
    fn a_list_ends_where_other_text_begins() {
        let list = |ordered, item| Block::List { ordered, items: vec![vec![paragraph(item)]] };
        assert_eq!(parse("- a\n\notra cosa"), [list(false, "a"), paragraph("otra cosa")]);
        assert_eq!(parse("- a\n1. b"), [list(false, "a"), list(true, "b")]);
        let two = Block::List { ordered: true, items: vec![vec![paragraph("a")], vec![paragraph("b")]] };
        assert_eq!(parse("1. a\n\n2. b"), [two]);
    }

    #[test]
    fn numbers_and_dashes_in_sentences_are_no_lists() {
        assert_eq!(parse("2026 fue"), [paragraph("2026 fue")]);
        assert_eq!(parse("-no"), [paragraph("-no")]);
        assert_eq!(parse("#no"), [paragraph("#no")]);
    }

    #[test]
    fn quotes_code_headings_and_rules() {
        assert_eq!(
            parse("> a\n> > b"),
            [Block::Quote(vec![paragraph("a"), Block::Quote(vec![paragraph("b")])])]
        );
        assert_eq!(parse("```\n- a <b>\n```\nfin"), [Block::Code("- a <b>".into()), paragraph("fin")]);
        assert_eq!(parse("```\nabierto"), [Block::Code("abierto".into())]);
        assert_eq!(parse("## Dos ##\n---"), [Block::Heading(2, text("Dos")), Block::Rule]);
    }

    #[test]
    fn hostile_texts_are_read_in_time() {
        for hostile in [">", "- ", "**", "[", "`", "![](", "*a_", "1. "] {
            parse(&hostile.repeat(20_000));
        }
    }
}
