//! The templates of a project's letters: read, changed, tried, and given back to what the desk has.

use crate::auth::Caller;
use crate::db::DbConnection;
use crate::error::{Conflict, Error, Result};
use crate::http::{Answer, Work};
use crate::notifications::compose::Desk;
use crate::notifications::said::{self, VARIABLES};
use crate::notifications::sample;
use crate::notifications::store::{self, Custom, NewMail, TemplateKey};
use crate::notifications::templates::built_in;
use crate::people;
use crate::projects::{self, Project};
use crate::text::say;
use contract::auth::{Locale, Role};
use contract::notifications::{
    LetterPreview, LetterSample, LetterTemplate, NoticeKind, PreviewTemplate, TemplateSummary,
    TemplateVariable, TestLetter, TestTemplate,
};
use contract::reference::{NamedRef, Reference};
use serde::Serialize;

/// Which letter, in which language.
pub(in crate::notifications) type Place = (NoticeKind, Locale);

/// What the audit log says of a template.
#[derive(Serialize)]
struct Worded<'a> {
    customised: bool,
    source: &'a str,
}

/// Every template of a project, in short.
pub(in crate::notifications) fn list(
    connection: &mut DbConnection,
    caller: &Caller,
    wanted: Option<&Reference>,
) -> Result<Vec<TemplateSummary>> {
    let project = administered(connection, caller, wanted)?;
    let customs = store::templates_of(connection, project.id)?;
    let authors: Vec<_> = customs.iter().map(|custom| custom.changed_by).collect();
    let names = people::names(connection, &authors)?;
    let summary = |kind: NoticeKind, locale: Locale| {
        let custom = customs.iter().find(|custom| (custom.kind, custom.locale) == (kind, locale));
        let source = source_of(custom, (kind, locale));
        TemplateSummary {
            kind,
            locale,
            subject: source.trim_start().lines().next().unwrap_or_default().trim_end().to_owned(),
            customised: custom.is_some_and(|custom| custom.source.is_some()),
            changed_at: custom.map(|custom| custom.changed_at),
            changed_by: custom.and_then(|custom| names.get(&custom.changed_by).cloned()),
        }
    };
    let places =
        NoticeKind::ALL.iter().flat_map(|kind| Locale::ALL.iter().map(move |locale| (*kind, *locale)));
    Ok(places.map(|(kind, locale)| summary(kind, locale)).collect())
}

/// A template of a project.
pub(in crate::notifications) fn read(
    connection: &mut DbConnection,
    caller: &Caller,
    place: Place,
    wanted: Option<&Reference>,
) -> Result<LetterTemplate> {
    let project = own(connection, caller, wanted)?;
    shown(connection, &project, place, caller.locale)
}

/// Words a letter anew, if it can be filled whatever it is about.
pub(in crate::notifications) fn save(
    work: &mut Work<'_>,
    place: Place,
    wanted: Option<&Reference>,
    version: i64,
    source: &str,
    public_url: &str,
) -> Result<Answer<LetterTemplate>> {
    let project = own(work.connection, &work.caller, wanted)?;
    let source = source.replace("\r\n", "\n");
    let (kind, locale) = place;
    sample::try_all(&source, kind, locale, public_url)?;
    change(work, &project, place, version, Some(&source))?;
    let shown = shown(work.connection, &project, place, work.caller.locale)?;
    Answer::versioned(shown.version, &shown)
}

/// Goes back to the template that the desk has.
pub(in crate::notifications) fn restore(
    work: &mut Work<'_>,
    place: Place,
    wanted: Option<&Reference>,
    version: i64,
) -> Result<Answer<()>> {
    let project = own(work.connection, &work.caller, wanted)?;
    let custom = store::template(work.connection, key(&project, place))?;
    if custom.is_none_or(|custom| custom.source.is_none()) {
        return Err(Error::NotFound);
    }
    change(work, &project, place, version, None)?;
    Ok(Answer::nothing())
}

/// How a template would read.
pub(in crate::notifications) fn preview(
    connection: &mut DbConnection,
    caller: &Caller,
    (kind, locale): Place,
    body: &PreviewTemplate,
    public_url: &str,
) -> Result<LetterPreview> {
    let PreviewTemplate { project, source, sample } = body;
    administered(connection, caller, Some(project))?;
    let said = sample::one(kind, locale, public_url, sample.unwrap_or(LetterSample::Requester));
    let letter = sample::letter(source, locale, &said)?;
    let crate::outbound::letter::Letter { subject, text, html, markdown } = letter;
    Ok(LetterPreview { subject, text, html, markdown })
}

/// Sends whoever asks a letter of a case made up, by the way that all letters take.
pub(in crate::notifications) fn send_test(
    work: &mut Work<'_>,
    desk: &Desk,
    place: Place,
    body: TestTemplate,
) -> Result<Answer<TestLetter>> {
    let TestTemplate { project, source, sample } = body;
    let project = administered(work.connection, &work.caller, Some(&project))?;
    work.in_project(project.id);
    let domain = desk.domain().ok_or(Error::Conflict(Conflict::NoMailServer))?;
    let me = people::contact(work.connection, work.caller.id)?;
    let recipient = me.email.ok_or(Error::Conflict(Conflict::NoAddress))?;
    let (kind, locale) = place;
    let source = match source {
        Some(source) => source,
        None => source_of(store::template(work.connection, key(&project, place))?.as_ref(), place).to_owned(),
    };
    let said = sample::one(kind, locale, desk.public_url(), sample.unwrap_or(LetterSample::Requester));
    let mut letter = sample::letter(&source, locale, &said)?;
    letter.subject = say(locale, "template-test-subject", &[("subject", letter.subject)]);
    let mail = NewMail::apart(Some(project.id), (work.caller.id, &recipient), domain, &letter, work.now);
    store::insert_mail(work.connection, &mail)?;
    Answer::ok(&TestLetter { recipient })
}

/// Stores what a project makes of a template, and says so in the audit log.
fn change(
    work: &mut Work<'_>,
    project: &Project,
    place: Place,
    version: i64,
    source: Option<&str>,
) -> Result<()> {
    let key = key(project, place);
    let before = store::template(work.connection, key)?;
    store::change_template(work.connection, key, version, source, work.caller.id, work.now)?;
    let was = Worded {
        customised: before.as_ref().is_some_and(|custom| custom.source.is_some()),
        source: source_of(before.as_ref(), place),
    };
    let is =
        Worded { customised: source.is_some(), source: source.unwrap_or_else(|| built_in(place.0, place.1)) };
    work.in_project(project.id);
    work.changed(&was, &is);
    Ok(())
}

fn key(project: &Project, (kind, locale): Place) -> TemplateKey {
    TemplateKey { project: project.id, kind, locale }
}

/// The source in force.
fn source_of(custom: Option<&Custom>, (kind, locale): Place) -> &str {
    custom.and_then(|custom| custom.source.as_deref()).unwrap_or_else(|| built_in(kind, locale))
}

/// A template as clients see it, its variables described in the language of the request.
fn shown(
    connection: &mut DbConnection,
    project: &Project,
    place: Place,
    language: Locale,
) -> Result<LetterTemplate> {
    let custom = store::template(connection, key(project, place))?;
    let changed_by = match &custom {
        Some(custom) => people::names(connection, &[custom.changed_by])?.remove(&custom.changed_by),
        None => None,
    };
    let (kind, locale) = place;
    let variable = |(name, form): &(&str, said::Form)| TemplateVariable {
        name: (*name).to_owned(),
        description: say(language, &said::description_key(name), &[]),
        insert: said::insert(name, said::form_in(kind, name, *form)),
    };
    Ok(LetterTemplate {
        kind,
        locale,
        project: NamedRef { id: project.id.0, key: project.key.clone(), name: project.name.clone() },
        source: source_of(custom.as_ref(), place).to_owned(),
        built_in: built_in(kind, locale).to_owned(),
        customised: custom.as_ref().is_some_and(|custom| custom.source.is_some()),
        changed_at: custom.as_ref().map(|custom| custom.changed_at),
        changed_by,
        variables: VARIABLES.iter().map(variable).collect(),
        version: custom.map_or(0, |custom| custom.version),
    })
}

/// The project that an administrator names, or the first that they administer.
fn administered(
    connection: &mut DbConnection,
    caller: &Caller,
    wanted: Option<&Reference>,
) -> Result<Project> {
    let administered = caller.projects_as(&[Role::Admin]);
    let wanted = wanted.cloned().or_else(|| administered.first().map(|first| first.0.into()));
    let project = projects::for_caller(connection, caller, wanted.as_ref())?;
    if administered.contains(&project.id) { Ok(project) } else { Err(Error::Forbidden) }
}

/// The same, where the project is part of what is asked for: another's is not there.
fn own(connection: &mut DbConnection, caller: &Caller, wanted: Option<&Reference>) -> Result<Project> {
    administered(connection, caller, wanted).map_err(|error| match error {
        Error::Invalid(_) => Error::NotFound,
        other => other,
    })
}
