//! The catalogues say everything the code asks for, in both languages, and nothing else.

use super::blank::Blank;
use super::catalogue::{self, Catalogue};
use super::words::every_key;
use crate::console::queue_words;
use crate::tickets::bodies;
use contract::auth::Locale;
use contract::tickets::Status;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn source(locale: Locale) -> &'static str {
    catalogue::source(locale)
}

fn keys(locale: Locale) -> BTreeSet<String> {
    keys_of(source(locale)).map(str::to_owned).collect()
}

/// Keys of a catalogue: what stands before ` =` at the beginning of a line.
fn keys_of(source: &str) -> impl Iterator<Item = &str> {
    let starts = |line: &&str| line.starts_with(|first: char| first.is_ascii_lowercase());
    source.lines().filter(starts).filter_map(|line| Some(line.split_once(" =")?.0))
}

/// The program without its tests.
fn program() -> String {
    code_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
}

/// A file of the program, or every one below a folder, up to its `mod tests`.
fn code_in(place: &Path) -> String {
    if place.is_dir() {
        fs::read_dir(place).unwrap().map(|entry| code_in(&entry.unwrap().path())).collect()
    } else if place.extension().is_some_and(|extension| extension == "rs")
        && !place.ends_with("text/tests.rs")
    {
        let code = fs::read_to_string(place).unwrap();
        code.split("#[cfg(test)]\nmod tests {").next().unwrap().to_owned()
    } else {
        String::new()
    }
}

/// Keys that the code puts together.
fn composed() -> BTreeSet<String> {
    let mut keys: BTreeSet<String> = every_key().into_iter().collect();
    let mut add = |prefix: &str, words: &[&str], suffixes: &[&str]| {
        for word in words {
            keys.extend(suffixes.iter().map(|suffix| format!("{prefix}-{word}{suffix}")));
        }
    };
    let numbers: Vec<String> = (1..=14).map(|number: u8| number.to_string()).collect();
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let statuses: Vec<&str> = Status::ALL.iter().map(|status| status.as_str()).collect();
    let actions: Vec<&str> = bodies::ACTIONS.iter().map(|action| action.as_str()).collect();
    let all_actions: Vec<&str> =
        contract::tickets::Action::ALL.iter().map(|action| action.as_str()).collect();
    let closures: Vec<&str> =
        contract::tickets::ClosureReason::ALL.iter().map(|reason| reason.as_str()).collect();
    add("queue", &queue_words(), &["", "-about"]);
    add("activity", &numbers[2..], &[""]);
    add("priority", &numbers[..5], &[""]);
    add("score", &numbers[..5], &[""]);
    add("stage", &statuses, &[""]);
    add("closed", &closures, &[""]);
    add("form", &actions, &["", "-about", "-submit"]);
    add("event", &all_actions, &[""]);
    add("webhook-event", &all_actions, &[""]);
    add("theme", &["auto", "light", "dark"], &[""]);
    add("comment-as", &["public", "internal"], &[""]);
    add("facet", &["open", "pending"], &["-true", "-false"]);
    add("facet", &["assignee", "requester"], &["-me"]);
    add("facet", &["assignee", "group"], &["-none"]);
    add("facet", &["group"], &["-mine"]);
    add("fact", &["cause", "planned_actions"], &[""]);
    add("register", &["requester", "kind", "subject", "description"], &["-missing"]);
    add("register-kind", &["incident", "request"], &["", "-hint"]);
    add("register-impact", &["low", "medium", "high"], &[""]);
    add("register-urgency", &["low", "medium", "high"], &[""]);
    add("sign-in", &["username", "password", "code"], &["-missing"]);
    let roles: Vec<&str> = contract::auth::Role::ALL.iter().map(|role| role.as_str()).collect();
    let windows: Vec<&str> =
        contract::projects::AcceptanceWindow::ALL.iter().map(|window| window.as_str()).collect();
    let kinds: Vec<&str> =
        contract::notifications::NoticeKind::ALL.iter().map(|kind| kind.as_str()).collect();
    let digests: Vec<&str> =
        contract::notifications::Digest::ALL.iter().map(|digest| digest.as_str()).collect();
    add("wish", &kinds, &[""]);
    add("digest", &digests, &[""]);
    add("admin-role", &roles, &[""]);
    add("admin-level", &numbers[..3], &[""]);
    add("admin-heir", &["group", "person", "other"], &["", "-hint"]);
    add("acceptance-window", &windows, &["-hint"]);
    add("survey", &["satisfied", "comment"], &["-missing"]);
    add("survey-satisfied", &["true", "false"], &["", "-hint"]);
    keys
}

/// Families of which any member may be asked for, if it is there.
fn is_of_open_family(key: &str) -> bool {
    key.starts_with("field-")
        || key.starts_with("audit-word-")
        || (key.starts_with("form-") && key.matches('-').count() >= 2)
        || ((key.starts_with("impact-") || key.starts_with("urgency-")) && key.ends_with("-hint"))
}

#[test]
fn both_catalogues_can_be_read_and_have_the_same_keys() {
    for locale in Locale::ALL {
        let faults = FluentResource::try_new(source(*locale).to_owned()).err().map(|(_, faults)| faults);
        assert!(faults.is_none(), "{locale}.ftl: {faults:?}");
        let written = source(*locale)
            .lines()
            .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
            .count();
        assert_eq!(written, keys(*locale).len(), "{locale}.ftl has a key twice");
    }
    assert_eq!(keys(Locale::Es), keys(Locale::En));
}

#[test]
fn every_key_in_the_code_has_a_text() {
    let code = program();
    let known = keys(Locale::Es);
    let literals =
        code.split(".say(\"").chain(code.split(".fill(\"")).skip(1).filter_map(|rest| rest.split('"').next());
    let asked: BTreeSet<String> =
        literals.filter(|key| key.len() < 60 && !key.contains([' ', '{', '\n'])).map(str::to_owned).collect();
    assert!(asked.len() > 100, "the scan found only {}", asked.len());
    let missing: Vec<_> = asked.union(&composed()).filter(|key| !known.contains(*key)).cloned().collect();
    assert!(missing.is_empty(), "no text for {missing:?}");
}

#[test]
fn every_text_is_used() {
    let code = program();
    let composed = composed();
    let used = |key: &String| {
        code.contains(&format!("\"{key}\"")) || composed.contains(key) || is_of_open_family(key)
    };
    let idle: Vec<_> = keys(Locale::Es).into_iter().filter(|key| !used(key)).collect();
    assert!(idle.is_empty(), "nobody says {idle:?}");
}

/// A page can say what is in `common.ftl` and what the parts it belongs to have brought along.
#[test]
fn what_travels_with_a_part_is_said_in_its_pages_alone() {
    const CASE: [&str; 5] = ["attachments", "changed", "composer", "explained", "timeline"];
    const TICKET: [&str; 8] =
        ["activities", "facts", "procedure", "related", "requester", "steps", "ticket", "way"];
    const PIECES: [&str; 7] = ["bulk", "bulk_result", "help", "keymap", "offers", "palette", "saved"];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = |folder: &str, names: &[&str]| -> Vec<String> {
        names.iter().map(|name| format!("{folder}/{name}.rs")).collect()
    };
    let owned = |places: &[&str]| places.iter().map(|place| (*place).to_owned()).collect::<Vec<_>>();
    for (file, places) in [
        ("actions", owned(&["tickets/actions", "portal"])),
        ("administration", owned(&["admin"])),
        ("apart", owned(&["privacy", "surveys"])),
        ("case", [files("tickets", &CASE), files("console", &TICKET)].concat()),
        ("console", owned(&["console"])),
        ("keys", owned(&["keys"])),
        ("mails", owned(&["mails"])),
        ("pieces", files("console", &PIECES)),
        ("portal", owned(&["portal"])),
        ("profile", owned(&["profile", "privacy"])),
        ("register", owned(&["tickets/register", "console/new_ticket.rs"])),
        ("supervision", owned(&["supervision"])),
        ("survey", owned(&["tickets/survey.rs"])),
        ("ticket", files("console", &TICKET)),
    ] {
        let texts = fs::read_to_string(root.join(format!("text/es/{file}.ftl"))).unwrap();
        let mut elsewhere = program();
        for place in &places {
            elsewhere = elsewhere.replace(&code_in(&root.join("src").join(place)), "");
        }
        let said = |key: &&str| elsewhere.contains(&format!("\"{key}\""));
        let astray: Vec<&str> = keys_of(&texts).filter(said).collect();
        assert!(astray.is_empty(), "others than {places:?} say {astray:?} of {file}.ftl");
    }
}

#[test]
fn both_languages_have_the_same_blanks() {
    let blanks = |locale: Locale| -> Vec<(String, BTreeSet<String>)> {
        let mut found = Vec::<(String, BTreeSet<String>)>::new();
        for line in source(locale).lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with(|first: char| first.is_ascii_lowercase()) {
                found.push((line.split(" =").next().unwrap().to_owned(), BTreeSet::new()));
            }
            for rest in line.split('$').skip(1) {
                let name = rest.split(|next: char| !next.is_alphanumeric()).next().unwrap();
                found.last_mut().unwrap().1.insert(name.to_owned());
            }
        }
        found.sort();
        found
    };
    assert_eq!(blanks(Locale::Es), blanks(Locale::En));
}

/// Every message, with numbers in its blanks, as Fluent itself writes it.
#[test]
fn fluent_reads_the_same() {
    for locale in Locale::ALL {
        let mut fluent = FluentBundle::new(vec![locale.as_str().parse().unwrap()]);
        fluent.set_use_isolating(false);
        fluent.add_resource(FluentResource::try_new(source(*locale).to_owned()).unwrap()).unwrap();
        let ours = Catalogue::read(source(*locale));
        let names: BTreeSet<&str> = source(*locale)
            .split("{ $")
            .skip(1)
            .filter_map(|rest| rest.split(|next: char| !next.is_alphanumeric()).next())
            .collect();
        for number in [0, 1, 2, 3, 21] {
            let blanks: Vec<(&str, Blank<'_>)> = names.iter().map(|name| (*name, number.into())).collect();
            let same: FluentArgs<'_> = names.iter().map(|name| (*name, FluentValue::from(number))).collect();
            for key in ours.keys() {
                let pattern = fluent.get_message(key).unwrap().value().unwrap();
                let theirs = fluent.format_pattern(pattern, Some(&same), &mut Vec::new());
                assert_eq!(
                    catalogue::write(*locale, key, &blanks),
                    theirs,
                    "{key} in {locale} with {number}"
                );
            }
        }
        assert_eq!(keys(*locale), ours.keys().map(str::to_owned).collect());
    }
}

#[test]
fn plurals_follow_the_language() {
    let said = |locale, count: i64| catalogue::write(locale, "ui-faults", &[("count", count.into())]);
    assert_eq!(said(Locale::Es, 1), "Hay un dato por corregir");
    assert_eq!(said(Locale::Es, 3), "Hay 3 datos por corregir");
    assert_eq!(said(Locale::En, 1), "There is one thing to correct");
    assert_eq!(said(Locale::Es, 1_001), "Hay 1.001 datos por corregir");
    assert_eq!(said(Locale::En, 1_001), "There are 1,001 things to correct");
}
