//! Bytes of a part into bytes and text. The parser's own decoders give up at the first fault; where they
//! do, what can be saved is.

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::charsets::map::charset_decoder;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;

/// Undoes a `Content-Transfer-Encoding`.
pub fn bytes(raw: &[u8], encoding: &str) -> Vec<u8> {
    if encoding.eq_ignore_ascii_case("base64") {
        base64_decode(raw).unwrap_or_else(|| lenient_base64(raw))
    } else if encoding.eq_ignore_ascii_case("quoted-printable") {
        quoted_printable_decode(raw).unwrap_or_else(|| lenient_quoted_printable(raw))
    } else {
        raw.to_vec()
    }
}

/// Text in the charset that it says to be in, unless it plainly is not: UTF-8 is known by its form, and
/// what is in none is taken for what most programs of this side of the world mean.
pub fn text(bytes: &[u8], charset: Option<&str>) -> String {
    let declared = charset.unwrap_or_default().trim().trim_matches(['"', '\'']).to_ascii_lowercase();
    let coded_in_ascii = ["utf-7", "utf7", "iso-2022", "hz-gb", "utf-16", "utf16"];
    if !coded_in_ascii.iter().any(|name| declared.contains(name))
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return text.to_owned();
    }
    let unicode = matches!(declared.as_str(), "" | "utf-8" | "utf8" | "us-ascii" | "ascii");
    let decoder = Some(declared.as_bytes())
        .filter(|_| !unicode)
        .and_then(charset_decoder)
        .or_else(|| charset_decoder(b"windows-1252"));
    match decoder {
        Some(decoder) => decoder(bytes),
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// What is left of base64 that was cut or written over.
fn lenient_base64(raw: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(raw.len() / 4 * 3);
    let mut held: u32 = 0;
    let mut bits = 0;
    for byte in raw {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => {
                bits = 0;
                continue;
            }
            _ => continue,
        };
        held = (held << 6) | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.push((held >> bits).to_le_bytes()[0]);
        }
    }
    out
}

fn lenient_quoted_printable(raw: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        if *byte != b'=' {
            out.push(*byte);
            continue;
        }
        match after {
            [b'\r', b'\n', more @ ..] | [b'\n', more @ ..] => rest = more,
            [high, low, more @ ..] => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => {
                    out.push((high << 4) | low);
                    rest = more;
                }
                _ => out.push(b'='),
            },
            _ => out.push(b'='),
        }
    }
    out
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_saved_is() {
        assert_eq!(bytes(b"aG9sYQ==", "BASE64"), b"hola");
        assert_eq!(bytes(b"aG9s*YSBh", "base64"), b"hola a");
        assert_eq!(bytes(b"aG9sY", "base64"), b"hol");
        assert_eq!(lenient_base64(b"aG9sYQ==\r\n--x"), b"hola");
        assert_eq!(lenient_quoted_printable(b"a=C3=B1o=\r\ns =ZZ="), "años =ZZ=".as_bytes());
    }

    #[test]
    fn charsets_are_what_they_are_not_what_they_say() {
        assert_eq!(text("año".as_bytes(), Some("iso-8859-1")), "año");
        assert_eq!(text(b"a\xf1o", Some("utf-8")), "año");
        assert_eq!(text(b"a\xf1o \x80", Some("no-such")), "año €");
        assert_eq!(text(b"\xa4", Some("iso-8859-15")), "€");
        assert_eq!(text(b"a+APE-o", Some("utf-7")), "año");
    }
}
