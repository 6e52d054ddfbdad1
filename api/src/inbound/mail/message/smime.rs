//! What is inside a mail signed so that only the signature can be seen (S/MIME, `smime.p7m`): the content
//! of a CMS `SignedData` (RFC 5652 §5). The signature is not checked here.

/// An element of BER: its tag, what is inside, and what follows.
struct Element<'a> {
    tag: u8,
    inside: &'a [u8],
    rest: &'a [u8],
}

const SEQUENCE: u8 = 0x30;
const CONTEXT_0: u8 = 0xa0;
const OCTETS: u8 = 0x04;
const OCTETS_IN_PIECES: u8 = 0x24;
const OBJECT: u8 = 0x06;

/// 1.2.840.113549.1.7.2
const SIGNED_DATA: [u8; 9] = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];

/// How deep elements without a length may stand in one another.
const DEPTH: u8 = 16;

/// The signed content; nothing when it is encrypted, detached or no CMS.
pub fn content(bytes: &[u8]) -> Option<Vec<u8>> {
    let info = element(bytes).filter(|outer| outer.tag == SEQUENCE)?;
    let kind = element(info.inside).filter(|kind| kind.tag == OBJECT && kind.inside == SIGNED_DATA)?;
    let wrapped = element(kind.rest).filter(|wrapped| wrapped.tag == CONTEXT_0)?;
    let signed = element(wrapped.inside).filter(|signed| signed.tag == SEQUENCE)?;
    let version = element(signed.inside)?;
    let digests = element(version.rest)?;
    let encapsulated = element(digests.rest).filter(|one| one.tag == SEQUENCE)?;
    let content_type = element(encapsulated.inside)?;
    let explicit = element(content_type.rest).filter(|one| one.tag == CONTEXT_0)?;
    let octets = element(explicit.inside)?;
    match octets.tag {
        OCTETS => Some(octets.inside.to_vec()),
        OCTETS_IN_PIECES => {
            let mut whole = Vec::new();
            let mut rest = octets.inside;
            while let Some(piece) = element(rest).filter(|piece| piece.tag == OCTETS) {
                whole.extend_from_slice(piece.inside);
                rest = piece.rest;
            }
            Some(whole)
        }
        _ => None,
    }
}

fn element(bytes: &[u8]) -> Option<Element<'_>> {
    nested(bytes, DEPTH)
}

fn nested(bytes: &[u8], depth: u8) -> Option<Element<'_>> {
    let (tag, after) = bytes.split_first()?;
    let (first, after) = after.split_first()?;
    if *first == 0x80 {
        // No length: elements until one of two zeros.
        let depth = depth.checked_sub(1)?;
        let mut end = after;
        while !end.starts_with(&[0, 0]) {
            end = nested(end, depth)?.rest;
        }
        let inside = &after[..after.len() - end.len()];
        return Some(Element { tag: *tag, inside, rest: &end[2..] });
    }
    let (length, after) = if *first < 0x80 {
        (usize::from(*first), after)
    } else {
        let count = usize::from(*first & 0x7f);
        let digits = after.get(..count).filter(|_| count <= 4)?;
        let length = digits.iter().fold(0_usize, |length, digit| (length << 8) | usize::from(*digit));
        (length, &after[count..])
    };
    Some(Element { tag: *tag, inside: after.get(..length)?, rest: &after[length..] })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrap(tag: u8, inside: &[u8]) -> Vec<u8> {
        let length = u8::try_from(inside.len()).expect("short");
        let mut all = if length < 0x80 { vec![tag, length] } else { vec![tag, 0x81, length] };
        all.extend_from_slice(inside);
        all
    }

    #[test]
    fn the_content_of_signed_data_is_found() {
        let octets = wrap(CONTEXT_0, &wrap(OCTETS, b"Content-Type: text/plain\r\n\r\nHola"));
        let inner = [wrap(OBJECT, &[0x2a]), octets].concat();
        let signed = [wrap(0x02, &[1]), wrap(0x31, &[]), wrap(SEQUENCE, &inner)].concat();
        let wrapped = wrap(CONTEXT_0, &wrap(SEQUENCE, &signed));
        let whole = wrap(SEQUENCE, &[wrap(OBJECT, &SIGNED_DATA), wrapped].concat());
        assert_eq!(content(&whole).as_deref(), Some(&b"Content-Type: text/plain\r\n\r\nHola"[..]));
        for end in 0..whole.len() {
            assert_eq!(content(&whole[..end]), None);
        }
    }

    #[test]
    fn elements_without_a_length_end_with_zeros() {
        let pieces =
            [&[OCTETS_IN_PIECES, 0x80][..], &wrap(OCTETS, b"ho")[..], &wrap(OCTETS, b"la")[..], &[0, 0][..]]
                .concat();
        let found = element(&pieces).expect("an element");
        assert_eq!((found.tag, found.rest.len(), found.inside.len()), (OCTETS_IN_PIECES, 0, 8));
        assert!(element(&[0x24, 0x80].repeat(1000)).is_none());
    }
}
