//! Distinguished names (RFC 4514), as far as it takes to tell whether two are the same.

/// A name as its parts, each a type and a value in lower case, the most specific first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dn(Vec<(String, String)>);

impl Dn {
    /// Reads a name; none when the text is no name.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let parts: Option<Vec<_>> = split(text, ',').into_iter().map(part).collect();
        parts.filter(|parts| !parts.is_empty()).map(Self)
    }

    /// The value of the first part if that is a common name.
    pub(super) fn common_name(&self) -> Option<&str> {
        self.0.first().filter(|(kind, _)| kind == "cn").map(|(_, value)| value.as_str())
    }
}

/// Whether a group is the one that a table names: by its whole name, or by its common name alone.
pub(super) fn is_named(group: &Dn, by: &str) -> bool {
    match Dn::parse(by) {
        Some(whole) => whole == *group,
        None => group.common_name() == Some(by.trim().to_lowercase().as_str()),
    }
}

fn part(text: &str) -> Option<(String, String)> {
    let mut halves = split(text, '=').into_iter();
    let kind = halves.next()?.trim().to_lowercase();
    let value = halves.collect::<Vec<_>>().join("=");
    (!kind.is_empty() && text.contains('=')).then(|| (kind, unescaped(value.trim()).to_lowercase()))
}

/// Cuts at a letter where no backslash precedes it.
fn split(text: &str, at: char) -> Vec<&str> {
    let (mut pieces, mut begin, mut escaped) = (Vec::new(), 0, false);
    for (index, letter) in text.char_indices() {
        if letter == at && !escaped {
            pieces.push(&text[begin..index]);
            begin = index + letter.len_utf8();
        }
        escaped = letter == '\\' && !escaped;
    }
    pieces.push(&text[begin..]);
    pieces
}

/// Takes the backslashes out: before a letter, or before two hexadecimal digits of a byte.
fn unescaped(text: &str) -> String {
    let bytes = text.as_bytes();
    let (mut plain, mut index) = (Vec::with_capacity(bytes.len()), 0);
    while index < bytes.len() {
        let hex = text.get(index + 1..index + 3).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match (bytes[index], hex, bytes.get(index + 1)) {
            (b'\\', Some(byte), _) => {
                plain.push(byte);
                index += 3;
            }
            (b'\\', None, Some(letter)) => {
                plain.push(*letter);
                index += 2;
            }
            (byte, ..) => {
                plain.push(byte);
                index += 1;
            }
        }
    }
    String::from_utf8_lossy(&plain).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_the_same_however_they_are_written() {
        let one = Dn::parse("CN=Mesa\\, nivel 1,OU=Grupos,DC=ad,DC=test").expect("a name");
        let other = Dn::parse("cn = mesa\\2C NIVEL 1, ou=grupos , dc=AD,dc=test").expect("a name");
        assert_eq!(one, other);
        assert_eq!(one.common_name(), Some("mesa, nivel 1"));
        assert_ne!(one, Dn::parse("CN=Mesa,OU=Grupos,DC=ad,DC=test").expect("a name"));
        assert_eq!(Dn::parse("ou=Grupos,dc=test").expect("a name").common_name(), None);
        let accents = Dn::parse("cn=Peñ\\C3\\B1a,dc=test").expect("a name");
        assert_eq!(accents.common_name(), Some("peñña"));
    }

    #[test]
    fn a_table_names_a_group_wholly_or_by_its_common_name() {
        let group = Dn::parse("CN=Mesa N1,OU=Grupos,DC=ad,DC=test").expect("a name");
        for by in ["mesa n1", " Mesa N1 ", "cn=mesa n1,ou=grupos,dc=ad,dc=test"] {
            assert!(is_named(&group, by), "{by}");
        }
        for by in ["mesa", "Grupos", "cn=mesa n1", "cn=mesa n1,ou=otros,dc=ad,dc=test"] {
            assert!(!is_named(&group, by), "{by}");
        }
    }

    #[test]
    fn what_is_no_name_is_none() {
        for text in ["", "mesa", "=x,dc=test", "cn=a,", ",", "cn"] {
            assert_eq!(Dn::parse(text), None, "{text}");
        }
        assert!(Dn::parse("cn=\\").is_some());
    }
}
