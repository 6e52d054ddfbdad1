//! `/tickets/{ticket}/surveys`, the questions of a project, `/projects/{project}/survey-questions`, and the
//! links of letters, `/surveys/{token}`. Answering is an action on the ticket: see `tickets/http.rs`.

use super::invitation::{self, Invitation};
use super::{service, store};
use crate::app::App;
use crate::auth::permissions::{ManageProjects, ReadCatalogs, ReadTickets};
use crate::auth::{self, Require, Visitor};
use crate::db::{DbConnection, page};
use crate::error::{Error, Result};
use crate::http::{Answer, IfMatch, Json, Origin, UseCase};
use crate::text::say;
use crate::{people, tickets};
use actix_web::{delete, get, patch, post, web};
use chrono::{DateTime, Utc};
use contract::page::Page;
use contract::reference::Reference;
use contract::surveys::{
    CreateSurveyQuestion, InvitationState, Survey, SurveyInvitation, SurveyQuestion, UpdateSurveyQuestion,
};
use contract::tickets::AnswerSurvey;

/// The requester's word on each resolution.
#[utoipa::path(tag = "tickets", params(("ticket" = String, Path, description = "Id or number")), responses((status = 200, body = Page<Survey>)))]
#[get("/tickets/{ticket}/surveys")]
async fn list_surveys(
    app: web::Data<App>,
    caller: Require<ReadTickets>,
    ticket: web::Path<Reference>,
    origin: Origin,
) -> Result<Answer<Page<Survey>>> {
    let surveys =
        tickets::read(&app, caller.caller(), origin, ticket.into_inner(), |connection, _, ticket| {
            store::of_ticket(connection, ticket.id)
        })
        .await?;
    Answer::ok(&page::whole(surveys))
}

/// What a project's survey asks, besides whether the problem is solved.
#[utoipa::path(tag = "surveys", params(("project" = String, Path, description = "Id or key")), responses((status = 200, body = Page<SurveyQuestion>)))]
#[get("/projects/{project}/survey-questions")]
async fn list_questions(
    app: web::Data<App>,
    caller: Require<ReadCatalogs>,
    project: web::Path<Reference>,
) -> Result<Answer<Page<SurveyQuestion>>> {
    let caller = caller.caller();
    let questions = app.db.read(move |connection| service::questions(connection, &caller, &project)).await?;
    Answer::ok(&page::whole(questions))
}

/// Add a question to a project's survey.
#[utoipa::path(
    tag = "surveys",
    params(("project" = String, Path, description = "Id or key")),
    request_body = CreateSurveyQuestion,
    responses((status = 201, body = SurveyQuestion))
)]
#[post("/projects/{project}/survey-questions")]
async fn create_question(
    _: Require<ManageProjects>,
    project: web::Path<Reference>,
    body: Json<CreateSurveyQuestion>,
    use_case: UseCase,
) -> Result<Answer<SurveyQuestion>> {
    use_case.run(move |work| service::create(work, &project, body.into_inner())).await
}

/// Change a question, or no longer ask it.
#[utoipa::path(
    tag = "surveys",
    params(("project" = String, Path, description = "Id or key"), ("question" = String, Path, description = "Key")),
    request_body = UpdateSurveyQuestion,
    responses((status = 200, body = SurveyQuestion))
)]
#[patch("/projects/{project}/survey-questions/{question}")]
async fn update_question(
    _: Require<ManageProjects>,
    path: web::Path<(Reference, String)>,
    version: IfMatch,
    body: Json<UpdateSurveyQuestion>,
    use_case: UseCase,
) -> Result<Answer<SurveyQuestion>> {
    let version = version.required()?;
    use_case.run(move |work| service::update(work, &path, version, body.into_inner())).await
}

/// Remove a question; what was answered stays.
#[utoipa::path(
    tag = "surveys",
    params(("project" = String, Path, description = "Id or key"), ("question" = String, Path, description = "Key")),
    responses((status = 204))
)]
#[delete("/projects/{project}/survey-questions/{question}")]
async fn delete_question(
    _: Require<ManageProjects>,
    path: web::Path<(Reference, String)>,
    use_case: UseCase,
) -> Result<Answer<()>> {
    use_case.run(move |work| service::remove(work, &path)).await
}

/// What a letter's link leads to.
///
/// Nothing changes by looking: mail scanners open links too. No sign-in: the link is signed, names
/// one resolution of one case, and is good for thirty days.
#[utoipa::path(tag = "surveys", params(("token" = String, Path, description = "The link's token")), responses((status = 200, body = SurveyInvitation)))]
#[get("/surveys/{token}")]
async fn read_invitation(
    _: Visitor,
    app: web::Data<App>,
    token: web::Path<String>,
) -> Result<Answer<SurveyInvitation>> {
    let now = app.clock.now();
    let invitation = invitation::read(&app.tokens, &token, now).ok_or(Error::NotFound)?;
    let shown = app.db.read(move |connection| shown(connection, invitation, now)).await?;
    Answer::ok(&shown)
}

/// Answer by a letter's link.
///
/// As `POST /tickets/{ticket}/survey` by the requester; once for each resolution.
#[utoipa::path(tag = "surveys", params(("token" = String, Path, description = "The link's token")), request_body = AnswerSurvey, responses((status = 200, body = SurveyInvitation)))]
#[post("/surveys/{token}")]
async fn answer_invitation(
    _: Visitor,
    app: web::Data<App>,
    token: web::Path<String>,
    body: Json<AnswerSurvey>,
    use_case: UseCase,
) -> Result<Answer<SurveyInvitation>> {
    let invitation = invitation::read(&app.tokens, &token, app.clock.now()).ok_or(Error::NotFound)?;
    let requester = app
        .db
        .read(move |connection| {
            let ticket = tickets::load(connection, invitation.ticket())?;
            auth::active_caller(connection, ticket.requester)
        })
        .await?
        .ok_or(Error::NotFound)?;
    use_case
        .on_behalf_of(requester)
        .run(move |work| {
            let ticket = tickets::load(work.connection, invitation.ticket())?;
            work.on(format!("/api/v1/tickets/{}/survey", ticket.number));
            let standing = shown(work.connection, invitation, work.now)?;
            match standing.state {
                InvitationState::Open => {}
                InvitationState::Answered | InvitationState::Over => return Answer::ok(&standing),
            }
            tickets::answer_survey(work, &Reference(ticket.id.to_string()), &body.into_inner())?;
            Answer::ok(&shown(work.connection, invitation, work.now)?)
        })
        .await
}

fn shown(
    connection: &mut DbConnection,
    invitation: Invitation,
    now: DateTime<Utc>,
) -> Result<SurveyInvitation> {
    let ticket = tickets::load(connection, invitation.ticket())?;
    let person = people::contact(connection, ticket.requester)?;
    let answered = store::is_answered(connection, ticket.id, invitation.resolution)?;
    let open = invitation.resolution == ticket.resolution_count && ticket.situation(now).takes_survey();
    // Whoever has the letter has the link: of a confidential case it says no more than the letter.
    let (subject, solution) = if ticket.confidential {
        (say(person.locale, "confidential-case", &[]), None)
    } else {
        (ticket.subject, ticket.details.solution)
    };
    Ok(SurveyInvitation {
        ticket: ticket.number,
        subject,
        solution,
        person: person.display_name,
        resolution: invitation.resolution,
        state: match (answered, open) {
            (true, _) => InvitationState::Answered,
            (false, true) => InvitationState::Open,
            (false, false) => InvitationState::Over,
        },
        acceptance_due_at: ticket.acceptance_due_at,
        questions: service::asked(connection, ticket.project, person.locale)?,
    })
}

/// The operations of this capability.
pub fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config
        .service(list_surveys)
        .service(list_questions)
        .service(create_question)
        .service(update_question)
        .service(delete_question)
        .service(read_invitation)
        .service(answer_invitation);
}
