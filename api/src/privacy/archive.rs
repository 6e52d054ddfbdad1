//! A copy of all that the desk keeps of a person, as a ZIP archive of JSON files and of the files of
//! their cases. It is written to disk as the database gives it: memory does not grow with it.

use super::store;
use crate::audit;
use crate::auth;
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::ids::{ProjectId, TicketId, UserId};
use crate::text::say;
use crate::tickets::{Files, personal};
use crate::{drafts, inbound, notifications, stakeholders, surveys};
use chrono::{DateTime, Utc};
use contract::auth::Locale;
use serde::Serialize;
use serde_json::json;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Cases read at a time.
const CASES: i64 = 20;

/// Acts read at a time.
const ACTS: i64 = 1_000;

/// Whose data are copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) person: UserId,
    /// Of which projects: all for the person themselves, those they have in common for an administrator.
    pub(super) projects: Option<Vec<ProjectId>>,
    /// In which language the archive explains itself.
    pub(super) locale: Locale,
    pub(super) now: DateTime<Utc>,
}

/// Writes the archive to a new file.
pub(super) fn write(
    connection: &mut DbConnection,
    files: &Files,
    wanted: &Wanted,
    path: &Path,
) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(Error::internal)?;
    }
    let file = File::create_new(path).map_err(Error::internal)?;
    let mut archive = Archive(ZipWriter::new(BufWriter::new(file)));
    let outcome = fill(&mut archive, connection, files, wanted).and_then(|()| archive.finish());
    if outcome.is_err() {
        // Nothing of it stays; that it may not even be there is no other failure.
        let _ = std::fs::remove_file(path);
    }
    outcome
}

fn fill(archive: &mut Archive, connection: &mut DbConnection, files: &Files, wanted: &Wanted) -> Result<()> {
    let Wanted { person, projects, locale, now } = wanted;
    let (person, projects) = (*person, projects.as_deref());
    archive.text(&say(*locale, "archive-readme-name", &[]), &say(*locale, "archive-readme", &[]))?;
    let mut me = auth::me(connection, person, &[])?;
    if let Some(projects) = projects {
        me.memberships.retain(|membership| projects.contains(&ProjectId(membership.project.id)));
    }
    archive.json("perfil.json", &me)?;
    cases(archive, connection, files, wanted)?;
    archive.json("encuestas.json", &surveys::answered_by(connection, person, projects)?)?;
    archive.json("sesiones.json", &auth::sessions_of(connection, person)?)?;
    let acceptances: Vec<_> = store::acceptances(connection, person)?
        .into_iter()
        .map(|(version, at, address)| json!({ "version": version, "accepted_at": at, "address": address }))
        .collect();
    archive.json("aceptaciones.json", &acceptances)?;
    if projects.is_none() {
        // What they have not said yet is for themselves only.
        archive.json("borradores.json", &drafts::of_person(connection, person)?)?;
    }
    archive.json("avisos.json", &notifications::kept_of(connection, person, projects)?)?;
    archive.json("correos.json", &inbound::mail::kept_of(connection, person, projects)?)?;
    archive.json("interesados.json", &stakeholders::of_person(connection, person, projects)?)?;
    let mut before = None;
    let mut acts = archive.list("actos.json")?;
    loop {
        let page = audit::acts_of(connection, person, projects, before, ACTS)?;
        let Some(last) = page.last() else { break };
        before = Some(last.id);
        for act in &page {
            acts.item(act)?;
        }
    }
    acts.end()?;
    log::debug!("a copy of the data of {person} at {now}");
    Ok(())
}

/// The cases, and behind them their files.
fn cases(archive: &mut Archive, connection: &mut DbConnection, files: &Files, wanted: &Wanted) -> Result<()> {
    let (mut after, mut attached) = (None, Vec::new());
    let mut out = archive.list("casos.json")?;
    loop {
        let projects = wanted.projects.as_deref();
        let page = personal::copied(connection, wanted.person, projects, after, CASES, wanted.now)?;
        let Some(last) = page.last() else { break };
        after = Some(TicketId(last.ticket.summary.id));
        for case in &page {
            out.item(case)?;
            let number = &case.ticket.summary.number;
            attached.extend(case.files.iter().map(|file| (number.clone(), file.clone())));
        }
    }
    out.end()?;
    for (number, file) in attached {
        let short = file.id.simple().to_string();
        let name = format!("archivos/{number}/{}-{}", &short[24..], file.file_name);
        archive.copy(&name, &personal::bytes_of(files, &file))?;
    }
    Ok(())
}

struct Archive(ZipWriter<BufWriter<File>>);

impl Archive {
    fn begin(&mut self, name: &str) -> Result<()> {
        let options = SimpleFileOptions::default().large_file(true);
        self.0.start_file(name, options).map_err(Error::internal)
    }

    fn text(&mut self, name: &str, text: &str) -> Result<()> {
        self.begin(name)?;
        self.0.write_all(text.as_bytes()).map_err(Error::internal)
    }

    fn json(&mut self, name: &str, content: &impl Serialize) -> Result<()> {
        self.begin(name)?;
        serde_json::to_writer_pretty(&mut self.0, content).map_err(Error::internal)
    }

    fn list(&mut self, name: &str) -> Result<Items<'_>> {
        self.begin(name)?;
        self.0.write_all(b"[").map_err(Error::internal)?;
        Ok(Items { archive: self, first: true })
    }

    /// A file that cannot be read leaves the rest of the archive as it is.
    fn copy(&mut self, name: &str, path: &Path) -> Result<()> {
        let mut source = match File::open(path) {
            Ok(source) => source,
            Err(error) => {
                log::error!("{}: {error}", path.display());
                return Ok(());
            }
        };
        self.begin(name)?;
        std::io::copy(&mut source, &mut self.0).map(drop).map_err(Error::internal)
    }

    fn finish(self) -> Result<()> {
        let mut file = self.0.finish().map_err(Error::internal)?;
        file.flush().map_err(Error::internal)
    }
}

/// A list that is written item by item.
struct Items<'a> {
    archive: &'a mut Archive,
    first: bool,
}

impl Items<'_> {
    fn item(&mut self, item: &impl Serialize) -> Result<()> {
        let between: &[u8] = if std::mem::take(&mut self.first) { b"\n" } else { b",\n" };
        self.archive.0.write_all(between).map_err(Error::internal)?;
        serde_json::to_writer(&mut self.archive.0, item).map_err(Error::internal)
    }

    fn end(self) -> Result<()> {
        self.archive.0.write_all(b"\n]\n").map_err(Error::internal)
    }
}
