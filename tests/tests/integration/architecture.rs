//! The invariants of docs/ARCHITECTURE.md that can be read off the sources.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The capabilities. A new folder of `api/src` is one of these or of the kernel.
const SLICES: [&str; 15] = [
    "catalog",
    "drafts",
    "events",
    "inbound",
    "notifications",
    "people",
    "presence",
    "privacy",
    "projects",
    "reports",
    "sla",
    "stakeholders",
    "surveys",
    "tickets",
    "webhooks",
];

/// What every slice stands on.
const KERNEL: [&str; 8] = ["audit", "auth", "config", "db", "http", "jobs", "live", "outbound"];

/// Fills an empty database on behalf of all slices.
const ASIDE: [&str; 1] = ["demo"];

/// Files outside `http` that stream bodies and need the framework's types. May only shrink.
const STREAMING: [&str; 2] = ["tickets/export.rs", "tickets/files.rs"];

/// Where the kernel lists the slices. May only shrink.
const LISTING: [&str; 2] = [
    "jobs/schedule.rs",
    // The words that columns hold.
    "db/types.rs",
];

#[test]
fn every_folder_has_its_place() {
    let folders: BTreeSet<String> = fs::read_dir(sources())
        .expect("api/src")
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.is_dir())
        .map(|path| path.file_name().expect("a name").to_string_lossy().into_owned())
        .collect();
    let known: BTreeSet<String> =
        SLICES.iter().chain(&KERNEL).chain(&ASIDE).map(|name| (*name).to_owned()).collect();
    assert_eq!(folders, known, "say in this test whether the folder is a slice or the kernel's");
}

#[test]
fn rules_are_pure() {
    const MAY: [&str; 6] = ["std", "chrono", "chrono_tz", "contract", "serde", "super"];
    for file in files().iter().filter(|file| file.contains("/rules/") && !is_test(file)) {
        let slice = file.split('/').next().expect("a folder");
        for import in imports(&read(file)) {
            let first = import.split("::").next().expect("a name");
            let own = import.starts_with(&format!("crate::{slice}::rules"));
            let source = read(file);
            let local = first == "self"
                || ["enum", "mod"].iter().any(|word| source.contains(&format!("{word} {first}")));
            assert!(
                MAY.contains(&first) || own || local,
                "api/src/{file} uses {import}: rules know no clock, database, HTTP or other slice; pass what \
                 they need as an argument"
            );
        }
    }
}

#[test]
fn in_a_slice_the_store_alone_knows_the_database_and_http_alone_the_framework() {
    for file in in_slices() {
        let source = code(&read(&file));
        // A slice may have slices of its own, as `inbound` has one for each way.
        let is_in = |part: &str| file.split('/').skip(1).any(|name| name.trim_end_matches(".rs") == part);
        assert!(
            is_in("store") || !source.contains("diesel::"),
            "api/src/{file} uses diesel: queries belong in the slice's store"
        );
        assert!(
            is_in("http") || STREAMING.contains(&file.as_str()) || !source.contains("actix_"),
            "api/src/{file} uses actix: requests and responses belong in the slice's http"
        );
    }
    for file in STREAMING {
        assert!(
            code(&read(file)).contains("actix_"),
            "{file} needs no exception any more: take it off the list"
        );
    }
}

#[test]
fn a_slice_uses_of_another_only_what_its_front_door_offers() {
    const ROOMS: [&str; 7] = ["http", "service", "store", "model", "rules", "present", "filter"];
    for file in in_slices() {
        let own = file.split('/').next().expect("a folder").to_owned();
        for other in SLICES.iter().filter(|slice| **slice != own) {
            for room in ROOMS {
                let inside = format!("{other}::{room}");
                assert!(
                    !names(&code(&read(&file)), &inside),
                    "api/src/{file} reaches into {inside}: let {other}/mod.rs re-export what it needs"
                );
            }
        }
    }
}

#[test]
fn the_kernel_knows_no_slice() {
    let kernel = files().into_iter().filter(|file| {
        KERNEL.iter().any(|folder| file.starts_with(&format!("{folder}/")) || *file == format!("{folder}.rs"))
            || ["error.rs", "clock.rs", "ids.rs", "text.rs", "signature.rs"].contains(&file.as_str())
    });
    for file in kernel.filter(|file| !LISTING.contains(&file.as_str())) {
        for slice in SLICES {
            let named = imports(&read(&file)).iter().any(|import| {
                *import == format!("crate::{slice}") || import.starts_with(&format!("crate::{slice}::"))
            });
            assert!(
                !named,
                "api/src/{file} knows of {slice}: only routes.rs and jobs/schedule.rs list slices"
            );
        }
    }
    for file in LISTING {
        let names_one = SLICES.iter().any(|slice| code(&read(file)).contains(slice));
        assert!(names_one, "{file} needs no exception any more: take it off the list");
    }
}

#[test]
fn both_engines_have_the_same_migrations() {
    let names = |engine: &str| -> BTreeSet<String> {
        let folder = sources().join("../../migrations").join(engine);
        let entries = fs::read_dir(folder).expect("there are migrations");
        entries.map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned()).collect()
    };
    assert_eq!(names("sqlite"), names("postgres"), "a migration is written for both engines");
    assert!(!names("sqlite").is_empty());
}

#[test]
fn every_module_opens_by_saying_what_it_is_for() {
    for file in files() {
        assert!(read(&file).starts_with("//!") || is_test(&file), "api/src/{file} does not open with `//!`");
    }
}

fn sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../api/src")
}

/// Every source file of the server, by its path below `api/src`.
fn files() -> Vec<String> {
    fn walk(folder: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).expect("readable") {
            let path = entry.expect("readable").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let below = path.strip_prefix(sources()).expect("below").to_string_lossy().into_owned();
                found.push(below);
            }
        }
    }
    let mut found = Vec::new();
    walk(&sources(), &mut found);
    assert!(found.len() > 50, "the sources are where this test looks for them");
    found.sort();
    found
}

fn in_slices() -> impl Iterator<Item = String> {
    files().into_iter().filter(|file| {
        file.split('/').next().is_some_and(|folder| SLICES.contains(&folder)) && !is_test(file)
    })
}

fn is_test(file: &str) -> bool {
    file.ends_with("tests.rs") || file.contains("/tests/") || file.ends_with("/examples.rs")
}

fn read(file: &str) -> String {
    fs::read_to_string(sources().join(file)).expect("a source file")
}

/// Whether code names a path, and not one that only begins alike.
fn names(code: &str, path: &str) -> bool {
    let is_whole = |rest: &str| !rest.starts_with(|letter: char| letter.is_alphanumeric() || letter == '_');
    code.split(path).skip(1).any(is_whole)
}

/// A file without comments and without its tests.
fn code(source: &str) -> String {
    let before_tests = source.split("#[cfg(test)]").next().unwrap_or_default();
    before_tests.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// What a file's `use` declarations begin with, braces opened at the first level.
fn imports(source: &str) -> Vec<String> {
    let code = code(source);
    let mut all = Vec::new();
    for declaration in code.split('\n').collect::<Vec<_>>().join(" ").split(';') {
        let declaration = declaration.trim();
        let Some((_, path)) = declaration
            .rsplit_once("use ")
            .filter(|(before, _)| !before.ends_with(|letter: char| letter.is_alphanumeric()))
        else {
            continue;
        };
        match path.split_once("::{") {
            Some((stem, rest)) => {
                let mut depth = 0;
                let mut name = String::new();
                for letter in rest.chars() {
                    match letter {
                        '{' => depth += 1,
                        '}' => depth -= 1,
                        ',' if depth == 0 => {
                            all.push(format!("{stem}::{}", name.trim()));
                            name.clear();
                            continue;
                        }
                        _ => {}
                    }
                    if depth >= 0 {
                        name.push(letter);
                    }
                }
                all.push(format!("{stem}::{}", name.trim()));
            }
            None => all.push(path.trim().to_owned()),
        }
    }
    all
}
