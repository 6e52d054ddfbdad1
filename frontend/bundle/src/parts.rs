//! The parts of the program and what they have in common. The splitter makes a module of whatever the
//! same parts need: dozens, most of them too small to be worth a request of their own. Those that travel
//! together more often than apart are merged here: one request less, and what is compressed together
//! weighs less.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ExportKind, ExportSection, ImportSection, Module};
use wasmparser::{Parser, Payload, TypeRef};

use crate::{Result, run};

/// The parts that people begin with or come to every day: none of them is to bring along what it has no
/// need of, unless that is next to nothing.
const FIRST: [&str; 6] = ["case", "home", "queue", "register", "supervision", "ticket"];
/// What a byte matters to one of them, where it is one to any other part.
const MATTERS: usize = 16;

/// What a request costs, in bytes of a module as it is before it is optimized and compressed.
const REQUEST: usize = 2 * 1024;
/// The share of a module that is saved by compressing it with another: one in so many bytes.
const SAVED: usize = 8;

/// Where the splitter's modules import the program's memory, table and globals from.
const PROGRAM: &str = "__wasm_split";
/// Where merged modules do.
const MERGED: &str = "program";

/// What several parts need.
struct Shared {
    /// The number in `__chunk_<number>`.
    number: u32,
    parts: BTreeSet<String>,
}

/// Where the splitter puts the module of a number.
fn file(folder: &Path, number: u32) -> PathBuf {
    folder.join(format!("chunk_{number}.wasm"))
}

/// Merges the small modules in `folder` into larger ones, and has the module called `loader` fetch those.
pub(crate) fn merge(root: &Path, folder: &Path, loader: &str, features: &[&str]) -> Result<()> {
    let script = fs::read_to_string(folder.join(loader))?;
    let shared = shared(&script)?;
    let mut sizes = BTreeMap::new();
    for module in &shared {
        sizes.insert(module.number, usize::try_from(fs::metadata(file(folder, module.number))?.len())?);
    }
    let groups = groups(&shared, &sizes);
    let tools = root.join("frontend/node_modules/.bin");
    let (program, merged) = (folder.join("program.wasm"), folder.join("merged.wasm"));
    for (host, guests) in groups.iter().filter(|(_, guests)| !guests.is_empty()) {
        let files: Vec<_> = [host].into_iter().chain(guests).map(|number| file(folder, *number)).collect();
        fs::write(&program, hand_on(&files.iter().map(fs::read).collect::<std::io::Result<Vec<_>>>()?)?)?;
        let mut command = Command::new(tools.join("wasm-merge"));
        command.arg(&program).arg(PROGRAM);
        for (position, file) in files.iter().enumerate() {
            command.arg(file).arg(format!("shared{position}"));
        }
        // Every module imports the one memory; until they are merged, that looks like several.
        run(command.args(features).arg("--enable-multimemory").arg("-o").arg(&merged))?;
        for file in &files {
            fs::remove_file(file)?;
        }
        fs::remove_file(&program)?;
        fs::rename(&merged, &files[0])?;
    }
    fs::write(folder.join(loader), rewritten(&script, &groups)?)?;
    Ok(())
}

/// The modules that the loader fetches for more than one part: a comment that names the parts, then
/// the definition.
fn shared(loader: &str) -> Result<Vec<Shared>> {
    let mut found = Vec::new();
    let mut lines = loader.lines().peekable();
    while let Some(line) = lines.next() {
        let number = lines.peek().and_then(|next| next.strip_prefix("const __chunk_"));
        let names = line.strip_prefix("/* ").and_then(|line| line.strip_suffix(" */"));
        if let (Some(number), Some(names)) = (number, names) {
            let number = number.split(' ').next().unwrap_or_default().parse()?;
            found.push(Shared { number, parts: names.split(", ").map(str::to_owned).collect() });
        }
    }
    if found.is_empty() {
        Err("the loader of the parts is not written as it used to be".into())
    } else {
        Ok(found)
    }
}

/// By the number of each module that stays, the numbers of those merged into it: as long as there are two
/// that are worth it, those two of which it is worth most.
fn groups(shared: &[Shared], sizes: &BTreeMap<u32, usize>) -> BTreeMap<u32, Vec<u32>> {
    let mut groups: Vec<Group> = shared
        .iter()
        .map(|module| Group {
            numbers: vec![module.number],
            parts: module.parts.clone(),
            size: sizes.get(&module.number).copied().unwrap_or_default(),
        })
        .collect();
    let pairs =
        |count: usize| (0..count).flat_map(move |one| (one + 1..count).map(move |other| (one, other)));
    loop {
        let worth =
            |(one, other): (usize, usize)| Some((groups.get(one)?.worth(groups.get(other)?)?, one, other));
        let Some((_, one, other)) = pairs(groups.len()).filter_map(worth).max() else { break };
        let guest = groups.swap_remove(other);
        if let Some(host) = groups.get_mut(one) {
            host.take(guest);
        }
    }
    let named = groups.into_iter().filter_map(|mut group| {
        group.numbers.sort_unstable();
        let (host, guests) = group.numbers.split_first()?;
        Some((*host, guests.to_vec()))
    });
    named.collect()
}

/// Modules that are to be one.
struct Group {
    numbers: Vec<u32>,
    /// Which parts need something of it.
    parts: BTreeSet<String>,
    size: usize,
}

impl Group {
    /// What is gained by merging, in bytes that matter; nothing if more is lost. Parts that need both have
    /// one request less and something that is compressed together; those that need one get the other too.
    fn worth(&self, other: &Self) -> Option<usize> {
        let sum = |parts: &mut dyn Iterator<Item = &String>| -> usize {
            parts.map(|part| if FIRST.contains(&part.as_str()) { MATTERS } else { 1 }).sum()
        };
        let gained =
            sum(&mut self.parts.intersection(&other.parts)) * (self.size.min(other.size) / SAVED + REQUEST);
        let lost = sum(&mut self.parts.difference(&other.parts)) * other.size
            + sum(&mut other.parts.difference(&self.parts)) * self.size;
        gained.checked_sub(lost).filter(|worth| *worth > 0)
    }

    fn take(&mut self, guest: Self) {
        let Self { numbers, parts, size } = guest;
        self.numbers.extend(numbers);
        self.parts.extend(parts);
        self.size += size;
    }
}

/// A module that takes from the program what the others ask for, and hands it on to all of them.
fn hand_on(modules: &[Vec<u8>]) -> Result<Vec<u8>> {
    let mut wanted: BTreeMap<String, TypeRef> = BTreeMap::new();
    for module in modules {
        for payload in Parser::new(0).parse_all(module) {
            let Payload::ImportSection(imports) = payload? else { continue };
            for import in imports.into_imports() {
                let import = import?;
                if import.module != PROGRAM {
                    return Err(format!("a part imports from {}", import.module).into());
                }
                wanted.insert(import.name.to_owned(), import.ty);
            }
        }
    }
    let (mut imports, mut exports) = (ImportSection::new(), ExportSection::new());
    let (mut memories, mut tables, mut globals) = (0, 0, 0);
    for (name, ty) in wanted {
        let (kind, count) = match ty {
            TypeRef::Memory(_) => (ExportKind::Memory, &mut memories),
            TypeRef::Table(_) => (ExportKind::Table, &mut tables),
            TypeRef::Global(_) => (ExportKind::Global, &mut globals),
            other => return Err(format!("a part imports {name}, which is {other:?}").into()),
        };
        imports.import(MERGED, &name, RoundtripReencoder.entity_type(ty)?);
        exports.export(&name, kind, *count);
        *count += 1;
    }
    let mut module = Module::new();
    module.section(&imports).section(&exports);
    Ok(module.finish())
}

/// The loader that fetches the modules that are left.
fn rewritten(loader: &str, groups: &BTreeMap<u32, Vec<u32>>) -> Result<String> {
    let host = |number: u32| {
        groups
            .iter()
            .find(|(host, guests)| **host == number || guests.contains(&number))
            .map(|(host, _)| *host)
    };
    let imports = format!("sharedImports = {{ {PROGRAM}: {{  }} }};");
    if loader.matches(&imports).count() != 1 {
        return Err("the loader of the parts does not import as it used to".into());
    }
    let both = format!("{imports} sharedImports.{MERGED} = sharedImports.{PROGRAM};");
    let mut written = String::new();
    let mut dropping = false;
    for line in loader.replace(&imports, &both).lines() {
        if let Some(number) = line.strip_prefix("const __chunk_") {
            let number = number.split(' ').next().unwrap_or_default().parse()?;
            dropping = !groups.contains_key(&number);
        }
        // What a module waits for closes its definition: `, [__chunk_11, __chunk_12]);`
        let waits = line.strip_prefix(", [").and_then(|rest| rest.split_once(']'));
        if let (Some((names, end)), false) = (waits, dropping) {
            let numbers = names.split(", ").filter_map(|name| name.strip_prefix("__chunk_"));
            let mut hosts = BTreeSet::new();
            for number in numbers {
                hosts.insert(host(number.parse()?).ok_or("the loader waits for what is not there")?);
            }
            let names: Vec<String> = hosts.iter().map(|number| format!("__chunk_{number}")).collect();
            writeln!(written, ", [{}]{end}", names.join(", "))?;
        } else if !dropping {
            written.push_str(line);
            written.push('\n');
        }
        if line.starts_with(", [") {
            dropping = false;
        }
    }
    Ok(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOADER: &str = r#"sharedImports = { __wasm_split: {  } };
/* admin, home */
const __chunk_1 = makeLoad(() => {
    const src = fetch(new URL("./chunk_1.wasm", import.meta.url));
}
, []);
/* admin, home, queue */
const __chunk_2 = makeLoad(() => {
    const src = fetch(new URL("./chunk_2.wasm", import.meta.url));
}
, []);
/* admin, ticket */
const __chunk_3 = makeLoad(() => {
    const src = fetch(new URL("./chunk_3.wasm", import.meta.url));
}
, []);
export const __wasm_split_load_admin = wrapAsyncCb(makeLoad(() => {
    const src = fetch(new URL("./split_admin.wasm", import.meta.url));
}
, [__chunk_1, __chunk_2, __chunk_3]));
"#;

    #[test]
    fn what_travels_together_is_merged() {
        let shared = shared(LOADER).unwrap();
        let sizes = |one, two, three| BTreeMap::from([(1, one), (2, two), (3, three)]);
        let merged = groups(&shared, &sizes(100, 200, 100));
        assert_eq!(merged, BTreeMap::from([(1, vec![2]), (3, vec![])]), "next to nothing is no trouble");
        let large = groups(&shared, &sizes(REQUEST, 1000 * REQUEST, 1000 * REQUEST));
        assert_eq!(large, BTreeMap::from([(1, vec![2]), (3, vec![])]), "the home page needs nothing of 3");
        let apart = groups(&shared, &sizes(1000 * REQUEST, 1000 * REQUEST, 1000 * REQUEST));
        assert_eq!(apart.len(), 3, "the queue needs nothing of 1");
    }

    #[test]
    fn the_loader_fetches_what_is_left() {
        let loader = rewritten(LOADER, &BTreeMap::from([(2, vec![1]), (3, vec![])])).unwrap();
        assert!(!loader.contains("chunk_1.wasm") && loader.contains("chunk_3.wasm"), "{loader}");
        assert!(loader.contains(", [__chunk_2, __chunk_3]));"), "{loader}");
        assert!(loader.contains("sharedImports.program = sharedImports.__wasm_split;"), "{loader}");
    }

    #[test]
    fn a_loader_written_otherwise_is_refused() {
        assert!(shared("const chunk = 1;").is_err());
        assert!(rewritten("", &BTreeMap::new()).is_err());
    }

    #[test]
    fn what_is_imported_is_handed_on() {
        let ty = wasm_encoder::MemoryType {
            minimum: 3,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        };
        let importing = |from: &str| {
            let mut imports = ImportSection::new();
            imports.import(from, "memory", ty);
            let mut module = Module::new();
            module.section(&imports);
            module.finish()
        };
        let program = hand_on(&[importing(PROGRAM), importing(PROGRAM)]).unwrap();
        let text = String::from_utf8_lossy(&program);
        assert_eq!(text.matches("memory").count(), 2, "imported once, exported once");
        assert!(hand_on(&[importing("elsewhere")]).is_err());
    }
}
