//! Short names for what the program and its JavaScript share. wasm-bindgen names each function by what
//! it does and a hash, in both files: bytes that nobody reads and that cannot be compressed.

use std::collections::BTreeMap;

use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

use crate::Result;

/// Whose names the two files agree on alone; those of the parts are known to others too.
const GLUE: &str = "./app_bg.js";

/// The same program and JavaScript, with short names.
pub(crate) fn shorten(program: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut names = BTreeMap::new();
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(program) {
        let payload = payload?;
        if let Payload::ImportSection(imports) = payload {
            let mut section = ImportSection::new();
            for import in imports.into_imports() {
                let import = import?;
                let ty = RoundtripReencoder.entity_type(import.ty)?;
                if import.module == GLUE {
                    let next = names.len();
                    let short = names.entry(import.name.to_owned()).or_insert_with(|| name(next));
                    section.import(GLUE, short, ty);
                } else {
                    section.import(import.module, import.name, ty);
                }
            }
            module.section(&section);
        } else if let Some((id, range)) = payload.as_section() {
            let data = &program[usize::try_from(range.start)?..usize::try_from(range.end)?];
            module.section(&RawSection { id, data });
        }
    }
    let script = renamed(glue, &names);
    if names.is_empty() || names.keys().any(|name| script.contains(name)) {
        return Err("the program and its JavaScript do not agree as they used to".into());
    }
    Ok((module.finish(), script))
}

/// A name for each number: `_a`, `_b` and so on.
fn name(number: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = number;
    loop {
        letters.push(char::from(b'a' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
        if rest == 0 {
            break;
        }
    }
    letters.push('_');
    letters.iter().rev().collect()
}

/// A script with other names for some of its words.
fn renamed(script: &str, names: &BTreeMap<String, String>) -> String {
    let inside = |sign: char| sign.is_ascii_alphanumeric() || sign == '_' || sign == '$';
    let mut written = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(start) = rest.find(inside) {
        let (between, word) = rest.split_at(start);
        let (word, after) = word.split_at(word.find(|sign| !inside(sign)).unwrap_or(word.len()));
        written.push_str(between);
        written.push_str(names.get(word).map_or(word, String::as_str));
        rest = after;
    }
    written.push_str(rest);
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, TypeSection};

    #[test]
    fn both_files_agree_on_the_short_names() {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import(GLUE, "__wbg_now_4af3", EntityType::Function(0));
        imports.import("./parts.js", "__wasm_split_load_home", EntityType::Function(0));
        let mut module = Module::new();
        module.section(&types).section(&imports);
        let glue = "const own = { __wbg_now_4af3: () => __wbg_now(), now: 'á' };";

        let (program, script) = shorten(&module.finish(), glue).unwrap();

        assert_eq!(script, "const own = { _a: () => __wbg_now(), now: 'á' };");
        let program = String::from_utf8_lossy(&program);
        assert!(program.contains("_a") && program.contains("__wasm_split_load_home"), "{program}");
        assert!(!program.contains("__wbg_now_4af3"), "{program}");
        assert!(shorten(&Module::new().finish(), glue).is_err(), "nothing to agree on");
    }

    #[test]
    fn no_two_names_are_equal() {
        let names: std::collections::BTreeSet<String> = (0..2_000).map(name).collect();
        assert_eq!(names.len(), 2_000);
        assert_eq!([name(0), name(25)], ["_a", "_z"]);
    }
}
