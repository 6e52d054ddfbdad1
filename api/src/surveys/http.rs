//! `/tickets/{ticket}/surveys`, and the links of letters, `/surveys/{token}`. Answering is an action on
//! the ticket: see `tickets/http.rs`.

use super::invitation::{self, Invitation};
use super::store;
use crate::app::App;
use crate::auth::permissions::ReadTickets;
use crate::auth::{self, Require};
use crate::db::{DbConnection, page};
use crate::error::{Error, Result};
use crate::http::{Answer, Json, Origin, UseCase};
use crate::text::say;
use crate::{people, tickets};
use actix_web::{get, post, web};
use chrono::{DateTime, Utc};
use contract::page::Page;
use contract::reference::Reference;
use contract::surveys::{InvitationState, Survey, SurveyInvitation};
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

/// What a letter's link leads to.
///
/// Nothing changes by looking: mail scanners open links too. No sign-in: the link is signed, names
/// one resolution of one case, and is good for thirty days.
#[utoipa::path(tag = "surveys", params(("token" = String, Path, description = "The link's token")), responses((status = 200, body = SurveyInvitation)))]
#[get("/surveys/{token}")]
async fn read_invitation(app: web::Data<App>, token: web::Path<String>) -> Result<Answer<SurveyInvitation>> {
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
    let open = invitation.resolution == ticket.resolution_count && ticket.situation(now).survey_open;
    // Whoever has the letter has the link: of a confidential case it says no more than the letter.
    let (subject, solution) = if ticket.confidential {
        (say(person.locale, "confidential-case", &[]), None)
    } else {
        (ticket.subject, ticket.solution)
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
    })
}

/// The operations of this capability.
pub fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config.service(list_surveys).service(read_invitation).service(answer_invitation);
}
