//! Templates that are a project's own. A project that goes back to the desk's keeps its row, without a
//! source, so that no version comes twice.

use crate::db::DbConnection;
use crate::db::dialect::{Both, for_update};
use crate::db::schema::templates;
use crate::db::types::{Instant, Word};
use crate::error::{Error, Result};
use crate::ids::{ProjectId, UserId};
use chrono::{DateTime, Utc};
use contract::auth::Locale;
use contract::notifications::NoticeKind;
use diesel::prelude::*;

/// Which template of which project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::notifications) struct TemplateKey {
    pub(in crate::notifications) project: ProjectId,
    pub(in crate::notifications) kind: NoticeKind,
    pub(in crate::notifications) locale: Locale,
}

/// What a project has made of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::notifications) struct Custom {
    pub(in crate::notifications) kind: NoticeKind,
    pub(in crate::notifications) locale: Locale,
    /// Its own; none when it has gone back to the desk's.
    pub(in crate::notifications) source: Option<String>,
    pub(in crate::notifications) version: i64,
    pub(in crate::notifications) changed_by: UserId,
    pub(in crate::notifications) changed_at: DateTime<Utc>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = templates)]
struct Row {
    kind: Word<NoticeKind>,
    locale: Word<Locale>,
    source: Option<String>,
    version: i64,
    changed_by_id: UserId,
    changed_at: Instant,
}

impl From<Row> for Custom {
    fn from(row: Row) -> Self {
        let Row { kind, locale, source, version, changed_by_id, changed_at } = row;
        Self {
            kind: kind.0,
            locale: locale.0,
            source,
            version,
            changed_by: changed_by_id,
            changed_at: changed_at.utc(),
        }
    }
}

/// The source of a template that is a project's own, if it is.
pub(in crate::notifications) fn template_source(
    connection: &mut DbConnection,
    project: ProjectId,
    kind: NoticeKind,
    locale: Locale,
) -> Result<Option<String>> {
    let source = templates::table
        .find((project, Word(kind), Word(locale)))
        .select(templates::source)
        .first::<Option<String>>(connection)
        .optional()?;
    Ok(source.flatten())
}

/// What a project has made of a template, if it ever has.
pub(in crate::notifications) fn template(
    connection: &mut DbConnection,
    key: TemplateKey,
) -> Result<Option<Custom>> {
    let TemplateKey { project, kind, locale } = key;
    let row = templates::table
        .find((project, Word(kind), Word(locale)))
        .select(Row::as_select())
        .first(connection)
        .optional()?;
    Ok(row.map(Custom::from))
}

/// What a project has made of its templates.
pub(in crate::notifications) fn templates_of(
    connection: &mut DbConnection,
    project: ProjectId,
) -> Result<Vec<Custom>> {
    let rows = templates::table
        .filter(templates::project_id.eq(project))
        .order((templates::kind, templates::locale))
        .select(Row::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(Custom::from).collect())
}

/// Changes a template if it is still at `version`, 0 when it never was changed; none for the source goes
/// back to the desk's.
pub(in crate::notifications) fn change_template(
    connection: &mut DbConnection,
    key: TemplateKey,
    version: i64,
    source: Option<&str>,
    by: UserId,
    now: DateTime<Utc>,
) -> Result<()> {
    let TemplateKey { project, kind, locale } = key;
    let start = (
        templates::project_id.eq(project),
        templates::kind.eq(Word(kind)),
        templates::locale.eq(Word(locale)),
        templates::version.eq(0_i64),
        templates::changed_by_id.eq(by),
        templates::changed_at.eq(Instant::from(now)),
    );
    Both(diesel::insert_into(templates::table).values(start).on_conflict_do_nothing()).execute(connection)?;
    let row = || templates::table.find((project, Word(kind), Word(locale)));
    let current: i64 = for_update!(row().select(templates::version)).get_result(connection)?;
    if current != version {
        return Err(Error::Stale);
    }
    diesel::update(row())
        .set((
            templates::source.eq(source),
            templates::version.eq(version + 1),
            templates::changed_by_id.eq(by),
            templates::changed_at.eq(Instant::from(now)),
        ))
        .execute(connection)?;
    Ok(())
}
