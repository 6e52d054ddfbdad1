//! Many accounts from one table: all of its rows, or none.

use super::users::make;
use crate::error::{Error, FieldFault, Result};
use crate::http::{Answer, Work, faults_of};
use crate::people::store;
use crate::projects::{self, Project};
use contract::auth::Role;
use contract::people::{CreateUser, GrantRoles, ImportFilter, ImportOutcome};
use contract::reference::Reference;
use std::collections::HashSet;

/// The columns that a table may have.
const COLUMNS: [&str; 9] =
    ["username", "display_name", "email", "phone", "area", "locale", "provider", "roles", "groups"];

/// Those it must have.
const NEEDED: [&str; 2] = ["username", "display_name"];

/// Most rows of a table.
const MOST_ROWS: usize = 2_000;

/// A table whose columns are known.
#[derive(Debug)]
pub(in crate::people) struct Table {
    columns: Vec<usize>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// Reads CSV with a comma or, as spreadsheets write it in Spanish, a semicolon.
    pub(in crate::people) fn read(text: &str) -> Result<Self> {
        let head = text.lines().next().unwrap_or_default();
        let delimiter = if head.contains(';') { b';' } else { b',' };
        let mut reader =
            csv::ReaderBuilder::new().delimiter(delimiter).trim(csv::Trim::All).from_reader(text.as_bytes());
        let unreadable = |_| Error::field("", "csv");
        let mut columns = Vec::new();
        for name in reader.headers().map_err(unreadable)? {
            let known = COLUMNS.iter().position(|column| column.eq_ignore_ascii_case(name));
            match known.filter(|column| !columns.contains(column)) {
                Some(column) => columns.push(column),
                None => return Err(Error::field(name, "column")),
            }
        }
        for needed in NEEDED {
            if !columns.iter().any(|column| COLUMNS[*column] == needed) {
                return Err(Error::field(needed, "required"));
            }
        }
        let rows =
            reader.records().map(|row| Ok(row.map_err(unreadable)?.iter().map(str::to_owned).collect()));
        let rows = rows.collect::<Result<Vec<Vec<String>>>>()?;
        if rows.is_empty() || rows.len() > MOST_ROWS {
            return Err(Error::field("rows", "rows"));
        }
        Ok(Self { columns, rows })
    }

    /// A row as the body that makes one account.
    fn account(&self, row: &[String], project: &Project) -> Result<CreateUser> {
        let cell = |name: &str| {
            let at = self.columns.iter().position(|column| COLUMNS[*column] == name)?;
            row.get(at).filter(|cell| !cell.is_empty()).cloned()
        };
        let words = |name: &str| cell(name).unwrap_or_default();
        let word = |field: &str| Error::field(field, "word");
        let roles = words("roles");
        let roles: Vec<Role> = roles
            .split_whitespace()
            .map(|role| role.to_lowercase().parse().map_err(|_| word("roles")))
            .collect::<Result<_>>()?;
        let locale = cell("locale").map(|locale| locale.to_lowercase().parse().map_err(|_| word("locale")));
        let membership = GrantRoles { project: project.id.0.into(), roles };
        Ok(CreateUser {
            kind: None,
            username: words("username"),
            display_name: words("display_name"),
            email: cell("email"),
            phone: cell("phone"),
            area: cell("area"),
            locale: locale.transpose()?,
            password: None,
            provider: cell("provider").map(Reference),
            memberships: Some(membership).filter(|given| !given.roles.is_empty()).into_iter().collect(),
            groups: words("groups").split_whitespace().map(Reference::from).collect(),
        })
    }
}

/// Makes the accounts of a table, or only checks it. What is wrong is told of every row.
pub(in crate::people) fn import(
    work: &mut Work<'_>,
    table: &Table,
    filter: &ImportFilter,
) -> Result<Answer<ImportOutcome>> {
    let project = administered(work, filter.project.clone().map(Reference))?;
    work.in_project(project.id);
    store::mark(work.connection)?;
    let (mut faults, mut seen) = (Vec::new(), HashSet::new());
    let mut made = Vec::new();
    for (index, row) in table.rows.iter().enumerate() {
        let fresh = |name: &str| seen.insert(crate::db::search::fold(name));
        match one(work, table, row, &project, fresh) {
            Ok(username) => made.push(username),
            Err(Error::Invalid(found)) => {
                // As a spreadsheet counts, whose first row has the names of the columns.
                let place = format!("rows.{}", index + 2);
                faults.extend(found.into_iter().map(|fault| of_column(fault).below(&place)));
            }
            Err(other) => return Err(other),
        }
    }
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    let dry_run = filter.dry_run.unwrap_or_default();
    let created = made.len();
    if dry_run {
        store::undo(work.connection)?;
    } else {
        work.changed(&None::<()>, &made);
    }
    Answer::ok(&ImportOutcome { created, dry_run })
}

fn one(
    work: &mut Work<'_>,
    table: &Table,
    row: &[String],
    project: &Project,
    fresh: impl FnOnce(&str) -> bool,
) -> Result<String> {
    let body = table.account(row, project)?;
    faults_of(&body)?;
    if !fresh(&body.username)
        || store::find_anybody(work.connection, &body.username.as_str().into())?.is_some()
    {
        return Err(Error::field("username", "taken"));
    }
    Ok(make(work, body, None)?.username)
}

/// A fault of the column that the field was written in.
fn of_column(fault: FieldFault) -> FieldFault {
    let column = fault.field.split('.').next().unwrap_or_default();
    let column = if column == "memberships" { "roles" } else { column }.to_owned();
    FieldFault { field: column, ..fault }
}

fn administered(work: &mut Work<'_>, wanted: Option<Reference>) -> Result<Project> {
    let own = work.caller.projects_as(&[Role::Admin]);
    let wanted = wanted.or_else(|| own.first().map(|project| project.0.into()));
    let project = projects::for_caller(work.connection, &work.caller, wanted.as_ref())?;
    if own.contains(&project.id) { Ok(project) } else { Err(Error::Forbidden) }
}
