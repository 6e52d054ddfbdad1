//! The files of a mail: names that are safe, and no more of them than can be borne.

use super::File;
use super::text::{one_line, steers};

/// How many files of one mail are kept.
const MOST_FILES: usize = 50;

/// How many bytes they may have together.
const MOST_BYTES: usize = 30 * 1024 * 1024;

/// A file under a name that is safe to show, to store and to send.
pub fn file(name: Option<&str>, content_type: &str, content: Vec<u8>, inline: bool) -> File {
    let content_type = kind(content_type);
    let name = name.map(safe).filter(|name| !name.is_empty()).unwrap_or_else(|| nameless(&content_type));
    File { name, content_type, content, inline }
}

/// The files that are kept, and of the others what they were called.
pub fn kept(all: Vec<File>) -> (Vec<File>, Vec<String>) {
    let mut kept = Vec::new();
    let mut left = Vec::new();
    let mut bytes = 0;
    for file in all {
        if kept.len() < MOST_FILES && bytes + file.content.len() <= MOST_BYTES {
            bytes += file.content.len();
            kept.push(file);
        } else {
            left.push(format!("{} ({} B)", file.name, file.content.len()));
        }
    }
    (kept, left)
}

/// The last part of a name, without what a file system, a header or an eye could take amiss.
fn safe(sent: &str) -> String {
    let last = sent.trim().trim_end_matches(['/', '\\']).rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String =
        last.chars().filter(|letter| !steers(*letter) && !"\"<>:|?*".contains(*letter)).collect();
    let line = one_line(&plain, 1000);
    let line = line.trim_matches(['.', ' ']);
    // The ending says what it is: a long name loses its middle.
    if line.chars().count() <= 150 {
        return line.to_owned();
    }
    let (stem, ending) = line.rsplit_once('.').unwrap_or((line, ""));
    let ending: String = ending.chars().take(20).collect();
    let stem: String = stem.chars().take(149 - ending.chars().count()).collect();
    if ending.is_empty() { stem } else { format!("{stem}.{ending}") }
}

fn kind(declared: &str) -> String {
    let declared = declared.trim().to_ascii_lowercase();
    let word = |part: &str| {
        !part.is_empty()
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&byte))
    };
    let fits = declared.split_once('/').is_some_and(|(main, sub)| word(main) && word(sub));
    if fits && declared.len() <= 127 { declared } else { "application/octet-stream".to_owned() }
}

fn nameless(content_type: &str) -> String {
    match content_type {
        "message/rfc822" => "mensaje.eml".to_owned(),
        "text/calendar" => "invitacion.ics".to_owned(),
        "text/plain" | "text/rfc822-headers" => "texto.txt".to_owned(),
        "text/html" => "texto.html".to_owned(),
        "application/pgp-signature" => "firma.asc".to_owned(),
        "application/pdf" => "archivo.pdf".to_owned(),
        "image/jpeg" => "imagen.jpg".to_owned(),
        "image/svg+xml" => "imagen.svg".to_owned(),
        other => match other.strip_prefix("image/").filter(|ending| ending.len() <= 5) {
            Some(ending) => format!("imagen.{ending}"),
            None => "archivo".to_owned(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_safe() {
        for (sent, expected) in [
            ("informe.pdf", "informe.pdf"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\ana\\error de red.png", "error de red.png"),
            ("factura\u{202e}fdp.exe", "facturafdp.exe"),
            ("a\0b\r\n.txt", "ab.txt"),
            ("..", ""),
        ] {
            assert_eq!(safe(sent), expected);
        }
        assert!(safe(&format!("{}.docx", "x".repeat(400))).ends_with("x.docx"));
        assert_eq!(safe(&format!("{}.docx", "x".repeat(400))).chars().count(), 150);
    }

    #[test]
    fn what_is_too_much_is_named() {
        let many =
            (0..60).map(|number| file(Some(&format!("{number}.txt")), "text/plain", vec![0; 3], false));
        let (kept, left) = kept(many.collect());
        assert_eq!((kept.len(), left.len(), left[0].as_str()), (50, 10, "50.txt (3 B)"));
    }

    #[test]
    fn kinds_are_declared_or_unknown() {
        assert_eq!(kind("Image/PNG"), "image/png");
        assert_eq!(kind("text/html\r\nX: y"), "application/octet-stream");
        assert_eq!(nameless("image/png"), "imagen.png");
        assert_eq!(nameless("application/zip"), "archivo");
    }
}
