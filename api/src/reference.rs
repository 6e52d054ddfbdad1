//! Pages that are written from the code, so that they cannot be wrong: the contract, the
//! procedure's table, the permissions, the configuration. `make gen` writes them; a test fails
//! when they differ from what is committed.

use crate::auth::permissions;
use crate::config::SETTINGS;
use crate::doors::{DOORS, Door, WITHOUT_A_DOOR, door};
use crate::http::{docs, problem_codes};
use crate::tickets::machine::{Refusal, Situation, Standing, check};
use contract::auth::Role;
use contract::tickets::{Action, ClosureReason, Kind, Status};
use std::fmt::Write;
use std::path::Path;
use std::{fs, io};

/// Every generated file by its path from the project's root.
#[must_use]
pub fn files() -> Vec<(&'static str, String)> {
    vec![
        ("openapi/openapi.json", docs::document().to_pretty_json().unwrap_or_default() + "\n"),
        ("docs/reference/procedure.md", procedure()),
        ("docs/reference/permissions.md", permissions_page()),
        ("docs/reference/configuration.md", configuration()),
        ("docs/reference/problems.md", problems()),
    ]
}

/// Writes the files under `root`, or with `check` only compares. Returns the paths that differed.
pub fn write(root: &Path, check: bool) -> io::Result<Vec<&'static str>> {
    let mut differing = Vec::new();
    for (path, content) in files() {
        let place = root.join(path);
        if fs::read_to_string(&place).is_ok_and(|known| known == content) {
            continue;
        }
        differing.push(path);
        if !check {
            fs::create_dir_all(place.parent().unwrap_or(root))?;
            fs::write(place, content)?;
        }
    }
    Ok(differing)
}

const MADE: &str = "<!-- Written by `make gen`; edit the code instead. -->\n\n";

fn procedure() -> String {
    let mut page = format!(
        "# The procedure's table\n\n{MADE}What each role may do in each status (`api/src/tickets/rules/machine.rs`). The requester's ticket is their own, the provider's is in their company's charge; the kind is an incident, nothing waits, the level is 1 (2 for specialists, 3 for providers).\n\n`yes`: done. `403`: not for them. `409`: not in this status. Actions that are nobody's are the scheduler's.\n"
    );
    for status in Status::ALL {
        let _ = write!(page, "\n## `{status}`\n\n| action |");
        for role in Role::ALL {
            let _ = write!(page, " {role} |");
        }
        page.push_str("\n|---|---|---|---|---|---|---|\n");
        for action in Action::ALL {
            let _ = write!(page, "| `{action}` |");
            for role in Role::ALL {
                let _ = write!(page, " {} |", answer(*status, *action, *role));
            }
            page.push('\n');
        }
    }
    page
}

fn answer(status: Status, action: Action, role: Role) -> &'static str {
    let level = match role {
        Role::Specialist => 2,
        Role::Provider => 3,
        _ => 1,
    };
    let closure = (status == Status::Closed).then_some(ClosureReason::Accepted);
    let situation = Situation {
        status,
        pending: false,
        kind: Kind::Incident,
        level,
        survey_open: false,
        closure,
        confidential: false,
    };
    let standing = Standing::Person {
        roles: vec![role],
        own: role == Role::Requester,
        theirs: role == Role::Provider,
        in_person: true,
    };
    match check(&situation, action, &standing) {
        Ok(()) => "yes",
        Err(Refusal::NotTheirs) => "403",
        Err(Refusal::NotNow) => "409",
    }
}

fn permissions_page() -> String {
    let mut page = format!(
        "# Permissions\n\n{MADE}Which role opens which door. What may be done to one ticket in its present state is finer: see [the procedure's table](procedure.md); who may know of a ticket at all is in [who may know what](../PRIVACY.md).\n\n## Role by permission\n\nThe table is `api/src/auth/permissions.rs`.\n\n| permission |"
    );
    role_columns(&mut page, "|---|");
    for (name, roles) in permissions::TABLE {
        let _ = write!(page, "| `{name}` |");
        role_cells(&mut page, |role| roles.contains(role));
    }
    page.push_str(
        "\n## Role by operation\n\nThe table is `api/src/doors.rs`; a test tries every operation as every role. The contract says the same by `x-permission`.\n\n| operation | permission |",
    );
    role_columns(&mut page, "|---|---|");
    for name in DOORS.iter().map(|(name, _)| name).chain(WITHOUT_A_DOOR.iter().map(|(name, _)| name)) {
        let (permission, roles) = match door(name) {
            Some(Door::Permission(permission, roles)) => (format!("`{permission}`"), roles),
            Some(Door::SignedIn) => ("whoever has signed in".to_owned(), Role::ALL),
            Some(Door::Open) => ("everybody".to_owned(), Role::ALL),
            None => ("unknown".to_owned(), &[][..]),
        };
        let _ = write!(page, "| `{name}` | {permission} |");
        role_cells(&mut page, |role| roles.contains(role));
    }
    page
}

/// The heading of a column for each role, and the line below it.
fn role_columns(page: &mut String, before: &str) {
    for role in Role::ALL {
        let _ = write!(page, " {role} |");
    }
    page.push('\n');
    page.push_str(before);
    for _ in Role::ALL {
        page.push_str("---|");
    }
    page.push('\n');
}

fn role_cells(page: &mut String, holds: impl Fn(&Role) -> bool) {
    for role in Role::ALL {
        page.push_str(if holds(role) { " yes |" } else { " – |" });
    }
    page.push('\n');
}

fn configuration() -> String {
    let mut page = format!(
        "# Configuration\n\n{MADE}All of it comes from the environment, read once at start. `mesa doctor` shows what applies.\n\nWhat is marked † is a secret. It may be in a file instead (as Docker and systemd hand secrets over): set the variable with `_FILE` behind its name, such as `DATABASE_URL_FILE`, to the file's path.\n\n| variable | default | what it is for |\n|---|---|---|\n"
    );
    for setting in SETTINGS {
        let default =
            if setting.default.is_empty() { "–".to_owned() } else { format!("`{}`", setting.default) };
        let mark = if setting.secret { " †" } else { "" };
        // A bar would end the cell.
        let (default, about) = (default.replace('|', "\\|"), setting.about.replace('|', "\\|"));
        let _ = writeln!(page, "| `{}`{mark} | {default} | {about} |", setting.name);
    }
    page
}

fn problems() -> String {
    let mut page = format!(
        "# Problems\n\n{MADE}Every refusal is `application/problem+json` (RFC 9457) with one of these codes. `/api/problems` shows them with their titles.\n\n| code | status |\n|---|---|\n"
    );
    for (code, status) in problem_codes() {
        let _ = writeln!(page, "| `{code}` | {status} |");
    }
    page
}
