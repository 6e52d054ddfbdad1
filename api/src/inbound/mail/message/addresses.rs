//! Whom a mail names: its sender, whom it was sent to, and the mails it answers.

use super::text::one_line;
use super::{Address, MOST_REFERENCES};
use mail_parser::{Addr, Header, HeaderName, HeaderValue, Message};

/// The longest address there can be (RFC 5321 §4.5.3.1).
const MOST_LETTERS: usize = 254;

/// The header fields of one name, in their order.
pub fn fields<'m, 'x>(message: &'m Message<'x>, name: &'m str) -> impl Iterator<Item = &'m Header<'x>> {
    message.headers().iter().filter(move |header| header.name().eq_ignore_ascii_case(name))
}

/// What a field says that the parser has left as text.
pub fn field(message: &Message<'_>, name: &str) -> Option<String> {
    fields(message, name).find_map(|header| header.value().as_text()).map(|text| text.trim().to_owned())
}

/// Who says to have sent it.
pub fn sender(message: &Message<'_>) -> Option<Address> {
    [HeaderName::From, HeaderName::Sender].iter().find_map(|name| {
        let named = message.headers().iter().filter(|header| header.name == *name);
        named
            .filter_map(|header| header.value().as_address())
            .flat_map(mail_parser::Address::iter)
            .find_map(known)
    })
}

/// To whom it was sent, each once.
pub fn recipients(message: &Message<'_>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for name in ["To", "Cc"] {
        let lists = fields(message, name).filter_map(|header| header.value().as_address());
        found.extend(lists.flat_map(mail_parser::Address::iter).filter_map(known).map(|one| one.address));
    }
    for name in ["Delivered-To", "X-Original-To"] {
        found.extend(fields(message, name).filter_map(|header| header.value().as_text()).filter_map(valid));
    }
    each_once(found)
}

/// The mail's own id, without angle brackets.
pub fn message_id(message: &Message<'_>) -> Option<String> {
    fields(message, "Message-ID").find_map(|header| ids(header.value()).into_iter().next())
}

/// What it answers, the nearest first.
pub fn references(message: &Message<'_>) -> Vec<String> {
    let of = |name: &str| -> Vec<String> {
        fields(message, name).flat_map(|header| ids(header.value())).collect()
    };
    let mut found = of("In-Reply-To");
    found.extend(of("References").into_iter().rev());
    let mut found = each_once(found);
    found.truncate(MOST_REFERENCES);
    found
}

/// An address as it can be compared, if it is one.
pub fn valid(address: &str) -> Option<String> {
    let address = address.trim().trim_start_matches('<').trim_end_matches('>').trim();
    let (name, host) = address.rsplit_once('@')?;
    let odd = |letter: char| letter.is_whitespace() || letter.is_control() || "<>,;\"".contains(letter);
    let fits = !name.is_empty() && !host.is_empty() && address.chars().count() <= MOST_LETTERS;
    (fits && !address.contains(odd)).then(|| address.to_lowercase())
}

fn known(one: &Addr<'_>) -> Option<Address> {
    let address = valid(one.address()?)?;
    let name = one.name().map(|name| one_line(name, 200).trim_matches(['"', '\'']).to_owned());
    let name = name.filter(|name| !name.is_empty() && !name.eq_ignore_ascii_case(&address));
    Some(Address { address, name })
}

/// The ids in a field, whether one or many.
fn ids(value: &HeaderValue<'_>) -> Vec<String> {
    let texts: Vec<&str> = match value {
        HeaderValue::Text(text) => vec![text.as_ref()],
        HeaderValue::TextList(texts) => texts.iter().map(AsRef::as_ref).collect(),
        _ => Vec::new(),
    };
    texts.into_iter().flat_map(str::split_whitespace).filter_map(id).collect()
}

/// An id without its brackets, if it can be one.
pub fn id(text: &str) -> Option<String> {
    let id: String = text.chars().filter(|letter| !letter.is_control() && !"<>".contains(*letter)).collect();
    (!id.is_empty() && id.len() <= 900).then_some(id)
}

fn each_once(all: Vec<String>) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    all.into_iter().filter(|one| seen.insert(one.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_compared_in_one_form() {
        assert_eq!(valid(" <Ana.Ruiz@EXAMPLE.org> ").as_deref(), Some("ana.ruiz@example.org"));
        for odd in ["", "<>", "ana", "@example.org", "ana@", "a na@example.org", "a@b,c@d"] {
            assert_eq!(valid(odd), None, "{odd}");
        }
    }
}
