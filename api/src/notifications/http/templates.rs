//! `/templates`.

use crate::app::App;
use crate::auth::Require;
use crate::auth::permissions::ManageMail;
use crate::db::page;
use crate::error::{Error, Result};
use crate::http::{Answer, IfMatch, Json, Query, UseCase};
use crate::notifications::compose::Desk;
use crate::notifications::service::templates::{self, Place};
use actix_web::{delete, get, post, put, web};
use contract::catalog::CatalogFilter;
use contract::notifications::{
    LetterPreview, LetterTemplate, PreviewTemplate, SaveTemplate, TemplateSummary, TestLetter, TestTemplate,
};
use contract::page::Page;
use contract::reference::Reference;
use serde::Deserialize;
use utoipa::IntoParams;

/// The letter that a path names.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct LetterPath {
    /// What the letter tells, such as `resolved`
    kind: String,
    /// `es` or `en`
    locale: String,
}

impl LetterPath {
    /// Its place, if there is such a kind and such a language.
    fn place(&self) -> Result<Place> {
        let kind = self.kind.parse().map_err(|_| Error::NotFound)?;
        let locale = self.locale.parse().map_err(|_| Error::NotFound)?;
        Ok((kind, locale))
    }
}

/// The templates of a project's letters.
///
/// Of each kind in each language: the project's own, or the one that the desk has.
#[utoipa::path(tag = "mail", params(CatalogFilter), responses((status = 200, body = Page<TemplateSummary>)))]
#[get("/templates")]
async fn list_templates(
    app: web::Data<App>,
    caller: Require<ManageMail>,
    filter: Query<CatalogFilter>,
) -> Result<Answer<Page<TemplateSummary>>> {
    let (caller, wanted) = (caller.caller(), filter.into_inner().project.map(Reference));
    let list = app.db.read(move |connection| templates::list(connection, &caller, wanted.as_ref())).await?;
    Answer::page(&page::whole(list))
}

/// The template of a letter, and what it may say.
#[utoipa::path(
    tag = "mail",
    params(LetterPath, CatalogFilter),
    responses((status = 200, body = LetterTemplate))
)]
#[get("/templates/{kind}/{locale}")]
async fn read_template(
    app: web::Data<App>,
    caller: Require<ManageMail>,
    letter: web::Path<LetterPath>,
    filter: Query<CatalogFilter>,
) -> Result<Answer<LetterTemplate>> {
    let (caller, place) = (caller.caller(), letter.place()?);
    let wanted = filter.into_inner().project.map(Reference);
    let template =
        app.db.read(move |connection| templates::read(connection, &caller, place, wanted.as_ref())).await?;
    Answer::versioned(template.version, &template)
}

/// Word a letter anew.
///
/// The first line is the subject, the rest Markdown with `{{ … }}` and `{% if … %}` (`MiniJinja`). What
/// cannot be filled for every case is refused, with the line. The version of one that was never changed is 0.
#[utoipa::path(
    tag = "mail",
    params(LetterPath, CatalogFilter),
    request_body = SaveTemplate,
    responses((status = 200, body = LetterTemplate))
)]
#[put("/templates/{kind}/{locale}")]
async fn save_template(
    app: web::Data<App>,
    _: Require<ManageMail>,
    letter: web::Path<LetterPath>,
    filter: Query<CatalogFilter>,
    version: IfMatch,
    body: Json<SaveTemplate>,
    use_case: UseCase,
) -> Result<Answer<LetterTemplate>> {
    let (place, version) = (letter.place()?, version.required()?);
    let wanted = filter.into_inner().project.map(Reference);
    let (source, address) = (body.into_inner().source, app.config.public_url.clone());
    use_case.run(move |work| templates::save(work, place, wanted.as_ref(), version, &source, &address)).await
}

/// Go back to the template that the desk has.
#[utoipa::path(tag = "mail", params(LetterPath, CatalogFilter), responses((status = 204)))]
#[delete("/templates/{kind}/{locale}")]
async fn restore_template(
    _: Require<ManageMail>,
    letter: web::Path<LetterPath>,
    filter: Query<CatalogFilter>,
    version: IfMatch,
    use_case: UseCase,
) -> Result<Answer<()>> {
    let (place, version) = (letter.place()?, version.required()?);
    let wanted = filter.into_inner().project.map(Reference);
    use_case.run(move |work| templates::restore(work, place, wanted.as_ref(), version)).await
}

/// How would it read?
///
/// A template filled with a case made up for it. Nothing is kept.
#[utoipa::path(
    tag = "mail",
    params(LetterPath),
    request_body = PreviewTemplate,
    responses((status = 200, body = LetterPreview))
)]
#[post("/templates/{kind}/{locale}/preview")]
async fn preview_template(
    app: web::Data<App>,
    caller: Require<ManageMail>,
    letter: web::Path<LetterPath>,
    body: Json<PreviewTemplate>,
) -> Result<Answer<LetterPreview>> {
    let (caller, place, body) = (caller.caller(), letter.place()?, body.into_inner());
    let address = app.config.public_url.clone();
    let preview = app
        .db
        .read(move |connection| templates::preview(connection, &caller, place, &body, &address))
        .await?;
    Answer::ok(&preview)
}

/// Send it to me.
///
/// A letter of a case made up, to the caller's own address, by the way that all letters take.
#[utoipa::path(
    tag = "mail",
    params(LetterPath),
    request_body = TestTemplate,
    responses((status = 200, body = TestLetter))
)]
#[post("/templates/{kind}/{locale}/test")]
async fn send_test_letter(
    app: web::Data<App>,
    _: Require<ManageMail>,
    letter: web::Path<LetterPath>,
    body: Json<TestTemplate>,
    use_case: UseCase,
) -> Result<Answer<TestLetter>> {
    let (desk, place, body) = (Desk::of(&app), letter.place()?, body.into_inner());
    use_case.run(move |work| templates::send_test(work, &desk, place, body)).await
}

/// The operations of this file.
pub(super) fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config
        .service(list_templates)
        .service(read_template)
        .service(save_template)
        .service(restore_template)
        .service(preview_template)
        .service(send_test_letter);
}
