//! `winmail.dat`: what Outlook packs a mail and its files into when it believes that another Outlook will
//! read them. Transport Neutral Encapsulation Format, as in MS-OXTNEF, with the properties of
//! MS-OXPROPS in it.

use super::decode;

/// What was packed.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Packed {
    pub text: Option<String>,
    pub html: Option<String>,
    pub files: Vec<PackedFile>,
}

/// A packed file.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct PackedFile {
    pub name: Option<String>,
    pub content_type: Option<String>,
    pub content: Vec<u8>,
    pub inline: bool,
}

const SIGNATURE: u32 = 0x223e_9f78;

// Attributes, MS-OXTNEF §2.1.3.
const ATT_BODY: u32 = 0x0002_800c;
const ATT_MESSAGE_PROPERTIES: u32 = 0x0006_9003;
const ATT_CODE_PAGE: u32 = 0x0006_9007;
const ATT_RENDER_DATA: u32 = 0x0006_9002;
const ATT_FILE_TITLE: u32 = 0x0001_8010;
const ATT_FILE_DATA: u32 = 0x0006_800f;
const ATT_FILE_PROPERTIES: u32 = 0x0006_9005;

// Properties, MS-OXPROPS.
const BODY: u16 = 0x1000;
const BODY_HTML: u16 = 0x1013;
const FILE_DATA: u16 = 0x3701;
const FILE_NAME: u16 = 0x3704;
const FILE_LONG_NAME: u16 = 0x3707;
const FILE_KIND: u16 = 0x370e;
const FILE_CONTENT_ID: u16 = 0x3712;

const STRING: u16 = 0x001e;
const WIDE_STRING: u16 = 0x001f;
const OBJECT: u16 = 0x000d;
const BINARY: u16 = 0x0102;
const MANY: u16 = 0x1000;

/// Unpacks; nothing when it is no such file. One that is cut gives what is whole of it.
pub fn unpack(bytes: &[u8]) -> Option<Packed> {
    let mut rest = Reader { bytes };
    if rest.number()? != SIGNATURE {
        return None;
    }
    rest.short()?;
    let mut packed = Packed::default();
    let mut charset = "windows-1252".to_owned();
    while let Some((id, data)) = attribute(&mut rest) {
        match id {
            ATT_CODE_PAGE => {
                if let Some(page) = (Reader { bytes: data }).number() {
                    charset = if page == 65_001 { "utf-8".to_owned() } else { format!("windows-{page}") };
                }
            }
            ATT_BODY => packed.text = Some(words(data, &charset)),
            ATT_MESSAGE_PROPERTIES => {
                for (id, kind, value) in properties(data) {
                    match id {
                        BODY => packed.text = Some(string(kind, value, &charset)),
                        BODY_HTML => packed.html = Some(string(kind, value, &charset)),
                        _ => (),
                    }
                }
            }
            ATT_RENDER_DATA => packed.files.push(PackedFile::default()),
            ATT_FILE_TITLE | ATT_FILE_DATA | ATT_FILE_PROPERTIES => {
                if packed.files.is_empty() {
                    packed.files.push(PackedFile::default());
                }
                if let Some(file) = packed.files.last_mut() {
                    fill(file, id, data, &charset);
                }
            }
            _ => (),
        }
    }
    packed.files.retain(|file| !file.content.is_empty());
    Some(packed)
}

fn fill(file: &mut PackedFile, attribute: u32, data: &[u8], charset: &str) {
    match attribute {
        ATT_FILE_TITLE => {
            file.name.get_or_insert_with(|| words(data, charset));
        }
        ATT_FILE_DATA => file.content = data.to_vec(),
        _ => {
            for (id, kind, value) in properties(data) {
                match id {
                    FILE_LONG_NAME => file.name = Some(string(kind, value, charset)),
                    FILE_NAME => {
                        file.name.get_or_insert_with(|| string(kind, value, charset));
                    }
                    FILE_KIND => file.content_type = Some(string(kind, value, charset)),
                    FILE_CONTENT_ID => file.inline = true,
                    // An object begins with the id of its interface.
                    FILE_DATA if file.content.is_empty() => {
                        let skipped = if kind == OBJECT { 16 } else { 0 };
                        file.content = value.get(skipped..).unwrap_or_default().to_vec();
                    }
                    _ => (),
                }
            }
        }
    }
}

/// The next attribute: level, id, length, data and a sum that is not checked, since some writers do not
/// compute it.
fn attribute<'a>(rest: &mut Reader<'a>) -> Option<(u32, &'a [u8])> {
    rest.take(1)?;
    let id = rest.number()?;
    let length = rest.length()?;
    let data = rest.take(length)?;
    // The sum of the last one may have been cut off.
    rest.take(2);
    Some((id, data))
}

/// The properties in a list: id, type, and the first value. What cannot be read ends it.
fn properties(data: &[u8]) -> Vec<(u16, u16, &[u8])> {
    let mut rest = Reader { bytes: data };
    let mut found = Vec::new();
    let Some(count) = rest.number() else { return found };
    for _ in 0..count {
        let Some(property) = property(&mut rest) else { break };
        found.push(property);
    }
    found
}

fn property<'a>(rest: &mut Reader<'a>) -> Option<(u16, u16, &'a [u8])> {
    let kind = rest.short()?;
    let id = rest.short()?;
    if id >= 0x8000 {
        rest.take(16)?;
        if rest.number()? == 0 {
            rest.take(4)?;
        } else {
            let length = rest.length()?;
            rest.padded(length)?;
        }
    }
    let single = kind & !MANY;
    let varies = [STRING, WIDE_STRING, OBJECT, BINARY].contains(&single);
    // Values of one length say how many there are only where there may be many.
    let count = if varies || kind & MANY != 0 { rest.number()? } else { 1 };
    let mut first = None;
    for _ in 0..count {
        let value = if varies {
            let length = rest.length()?;
            rest.padded(length)?
        } else {
            rest.padded(width(single)?)?
        };
        first.get_or_insert(value);
    }
    Some((id, single, first.unwrap_or_default()))
}

/// How many bytes a value of a type takes (MS-OXCDATA §2.11.1).
fn width(kind: u16) -> Option<usize> {
    match kind {
        0x0002 | 0x000b => Some(2),
        0x0003 | 0x0004 | 0x000a => Some(4),
        0x0005 | 0x0006 | 0x0007 | 0x0014 | 0x0040 => Some(8),
        0x0048 => Some(16),
        _ => None,
    }
}

fn string(kind: u16, value: &[u8], charset: &str) -> String {
    if kind == WIDE_STRING {
        let units = value.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        let text: String =
            char::decode_utf16(units).map(|sign| sign.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        text.trim_end_matches('\0').to_owned()
    } else {
        words(value, charset)
    }
}

fn words(data: &[u8], charset: &str) -> String {
    let end = data.iter().position(|byte| *byte == 0).unwrap_or(data.len());
    decode::text(&data[..end], Some(charset))
}

/// Little-endian numbers and stretches of bytes, one after the other.
struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let taken = self.bytes.get(..count)?;
        self.bytes = &self.bytes[count..];
        Some(taken)
    }

    /// So many bytes, and what fills them up to a multiple of four.
    fn padded(&mut self, count: usize) -> Option<&'a [u8]> {
        let taken = self.take(count)?;
        let filling = (4 - count % 4) % 4;
        self.take(filling.min(self.bytes.len()))?;
        Some(taken)
    }

    fn short(&mut self) -> Option<u16> {
        self.take(2).and_then(|bytes| bytes.try_into().ok()).map(u16::from_le_bytes)
    }

    fn number(&mut self) -> Option<u32> {
        self.take(4).and_then(|bytes| bytes.try_into().ok()).map(u32::from_le_bytes)
    }

    fn length(&mut self) -> Option<usize> {
        self.number().and_then(|number| usize::try_from(number).ok())
    }
}
