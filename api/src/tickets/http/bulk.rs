//! One action done to many tickets.

use crate::auth::Require;
use crate::auth::permissions::AnswerTickets;
use crate::error::Result;
use crate::http::{Answer, Json, Outcome, Part, UseCase};
use crate::tickets::service::{self, Command};
use actix_web::post;
use contract::reference::Reference;
use contract::tickets::{ActOnTickets, BulkItem, BulkOutcome, Ticket};

/// Do one action to many cases.
///
/// To each by itself, as its own operation would: one that is refused stops none of the others, and
/// the answer says of each what became of it. The action's own rules say who may do it to which case.
#[utoipa::path(tag = "actions", request_body = ActOnTickets, responses((status = 200, body = BulkOutcome)))]
#[post("/tickets/bulk")]
async fn act_on_tickets(
    _: Require<AnswerTickets>,
    body: Json<ActOnTickets>,
    use_case: UseCase,
) -> Result<Answer<BulkOutcome>> {
    let ActOnTickets { ids, action, body } = body.into_inner();
    let command = Command::parse(action, &body)?;
    let part = |id: &Reference| Part { object: format!("/api/v1/tickets/{id}/{action}"), input: id.clone() };
    let (parts, named) = (ids.iter().map(part).collect(), ids.clone());
    use_case
        .run_each(
            parts,
            move |work| service::each_once(work, &named),
            move |work, ticket| command.clone().perform(work, &ticket),
            |outcomes| gather(ids, outcomes),
        )
        .await
}

fn gather(ids: Vec<Reference>, outcomes: Vec<Outcome<Ticket>>) -> Result<Answer<BulkOutcome>> {
    let item = |(id, outcome): (Reference, Outcome<Ticket>)| match outcome {
        Ok(answer) => {
            Ok(BulkItem { id, status: answer.status(), ticket: Some(answer.read()?), problem: None })
        }
        Err(problem) => Ok(BulkItem { id, status: problem.status, ticket: None, problem: Some(problem) }),
    };
    let items = ids.into_iter().zip(outcomes).map(item).collect::<Result<Vec<_>>>()?;
    let done = items.iter().filter(|item| item.ticket.is_some()).count();
    Answer::ok(&BulkOutcome { done, refused: items.len() - done, items })
}

/// The operations of this file.
pub(super) fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config.service(act_on_tickets);
}
