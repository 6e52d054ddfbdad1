//! What is done to a ticket: one operation for each action of the procedure. Each answers with
//! the whole ticket as it is then, or with a problem that says what could be done instead.

use crate::auth::Require;
use crate::auth::permissions::{AnswerTickets, CloseTickets, WorkTickets};
use crate::error::Result;
use crate::http::{Answer, Json, UseCase};
use crate::tickets::service;
use actix_web::{post, web};
use contract::reference::Reference;
use contract::tickets::{
    AcceptTicket, AnswerSurvey, AssignTicket, CancelTicket, ClassifyTicket, CloseTicket, DiagnoseTicket,
    EscalateTicket, MergeTicket, OpenTicket, PauseTicket, RecordWork, RejectTicket, ResolveTicket,
    ResumeTicket, SetConfidential, Ticket, VerifyTicket,
};

/// Open it: attention begins and its clock stops.
///
/// TC-PD-15 activity 4. Whoever opens it is in charge.
#[utoipa::path(tag = "actions", params(("ticket" = String, Path, description = "Id or number")), request_body = OpenTicket, responses((status = 200, body = Ticket)))]
#[post("/tickets/{ticket}/open")]
async fn open_ticket(
    _: Require<WorkTickets>,
    ticket: web::Path<Reference>,
    _: Json<OpenTicket>,
    use_case: UseCase,
) -> Result<Answer<Ticket>> {
    use_case.run(move |work| service::open(work, &ticket)).await
}

/// Accept it: it is the desk's to solve.
///
/// TC-PD-15 activity 5, yes.
#[utoipa::path(tag = "actions", params(("ticket" = String, Path, description = "Id or number")), request_body = AcceptTicket, responses((status = 200, body = Ticket)))]
#[post("/tickets/{ticket}/accept")]
async fn accept_ticket(
    _: Require<WorkTickets>,
    ticket: web::Path<Reference>,
    body: Json<AcceptTicket>,
    use_case: UseCase,
) -> Result<Answer<Ticket>> {
    use_case.run(move |work| service::accept(work, &ticket, body.into_inner())).await
}

/// Reject it, or hand it over to the competent area.
///
/// TC-PD-15 activity 5, no. It is closed, and the requester is told why.
#[utoipa::path(tag = "actions", params(("ticket" = String, Path, description = "Id or number")), request_body = RejectTicket, responses((status = 200, body = Ticket)))]
#[post("/tickets/{ticket}/reject")]
async fn reject_ticket(
    _: Require<WorkTickets>,
    ticket: web::Path<Reference>,
    body: Json<RejectTicket>,
    use_case: UseCase,
) -> Result<Answer<Ticket>> {
    use_case.run(move |work| service::reject(work, &ticket, body.into_inner())).await
}

/// Say what it is and whom it hurts.
///
/// TC-PD-15 activity 6. Priority follows from impact and urgency.
#[utoipa::path(tag = "actions", params(("ticket" = String, Path, description = "Id or number")), request_body = ClassifyTicket, responses((status = 200, body = Ticket)))]
#[post("/tickets/{ticket}/classify")]
async fn classify_ticket(
    _: Require<WorkTickets>,
    ticket: web::Path<Reference>,
    body: Json<ClassifyTicket>,
    use_case: UseCase,
) -> Result<Answer<Ticket>> {
    use_case.run(move |work| service::classify(work, &ticket, body.into_inner())).await
}

/// Hand it exactly one level up.
///
/// TC-PD-15 activities 7 and 8. Agents from level 1, specialists from level 2.
#[utoipa::path(tag = "actions", params(("ticket" = String, Path, description = "Id or number")), request_body = EscalateTicket, responses((status = 200, body = Ticket)))]
#[post("/tickets/{ticket}/escalate")]
async fn escalate_ticket(
    _: Require<WorkTickets>,
    ticket: web::Path<Reference>,
    body: Json<EscalateTicket>,
    use_case: UseCase,
) -> Result<Answer<Ticket>> {
    use_case.run(move |work| service::escalate(work, &ticket, body.into_inner())).await
}

/// Put somebody else of its level in charge.
///
/// TC-PD-15 activity 9.
#[utoipa::path(tag = "actions", params(("ticket" = String, Path, description = "Id or number")), request_body = AssignTicket, responses((status = 200, body = Ticket)))]
#[post("/tickets/{ticket}/assign")]
async fn assign_ticket(
    _: Require<WorkTickets>,
    ticket: web::Path<Reference>,
    body: Json<AssignTicket>,
    use_case: UseCase,
) -> Result<Answer<Ticket>> {
    use_case.run(move |work| service::assign(work, &ticket, body.into_inner())).await
}

/// Record cause, analysis and planned work.
///
/// TC-PD-15 activity 9. May be repeated.
#[utoipa::path(tag = "actions", params(("ticket" = String, Path, description = "Id or number")), request_body = DiagnoseTicket, responses((status = 200, body = Ticket)))]
#[post("/tickets/{ticket}/diagnose")]
async fn diagnose_ticket(
    _: Require<WorkTickets>,
    ticket: web::Path<Reference>,
    body: Json<DiagnoseTicket>,
    use_case: UseCase,
) -> Result<Answer<Ticket>> {
    use_case.run(move |work| service::diagnose(work, &ticket, body.into_inner())).await
}

/// Record an action carried out.
///
/// TC-PD-15 activity 10.
#[utoipa::path(tag = "actions", params(("ticket" = String, Path, description = "Id or number")), request_body = RecordWork, responses((status = 200, body = Ticket)))]
#[post("/tickets/{ticket}/work")]
async fn record_work(
    _: Require<WorkTickets>,
    ticket: web::Path<Reference>,
    body: Json<RecordWork>,
    use_case: UseCase,
) -> Result<Answer<Ticket>> {
    use_case.run(move |work| service::work(work, &ticket, body.into_inner())).await
}

/// Make it wait for somebody.
///
/// TC-PD-15 activity 9.
#[utoipa::path(tag = "actions", params(("ticket" = String, Path, description = "Id or number")), request_body = PauseTicket, responses((status = 200, body = Ticket)))]
#[post("/tickets/{ticket}/pause")]
async fn pause_ticket(
    _: Require<WorkTickets>,
    ticket: web::Path<Reference>,
    body: Json<PauseTicket>,
    use_case: UseCase,
) -> Result<Answer<Ticket>> {
    use_case.run(move |work| service::pause(work, &ticket, body.into_inner())).await
}

/// End the wait.
///
/// It goes on where it was.
#[utoipa::path(tag = "actions", params(("ticket" = String, Path, description = "Id or number")), request_body = ResumeTicket, responses((status = 200, body = Ticket)))]
#[post("/tickets/{ticket}/resume")]
async fn resume_ticket(
    _: Require<WorkTickets>,
    ticket: web::Path<Reference>,
    _: Json<ResumeTicket>,
    use_case: UseCase,
) -> Result<Answer<Ticket>> {
    use_case.run(move |work| service::resume(work, &ticket)).await
}

/// Say whether the solution was effective.
///
/// TC-PD-15 activity 11. If not, analysis begins again.
#[utoipa::path(tag = "actions", params(("ticket" = String, Path, description = "Id or number")), request_body = VerifyTicket, responses((status = 200, body = Ticket)))]
#[post("/tickets/{ticket}/verify")]
async fn verify_ticket(
    _: Require<WorkTickets>,
    ticket: web::Path<Reference>,
    body: Json<VerifyTicket>,
    use_case: UseCase,
) -> Result<Answer<Ticket>> {
    use_case.run(move |work| service::verify(work, &ticket, body.into_inner())).await
}

/// Document the solution and ask the requester.
///
/// TC-PD-15 activity 12. Silence for 48 hours counts as acceptance.
#[utoipa::path(tag = "actions", params(("ticket" = String, Path, description = "Id or number")), request_body = ResolveTicket, responses((status = 200, body = Ticket)))]
#[post("/tickets/{ticket}/resolve")]
async fn resolve_ticket(
    _: Require<WorkTickets>,
    ticket: web::Path<Reference>,
    body: Json<ResolveTicket>,
    use_case: UseCase,
) -> Result<Answer<Ticket>> {
    use_case.run(move |work| service::resolve(work, &ticket, body.into_inner())).await
}

/// Accept the solution, or say that it is none.
///
/// TC-PD-15 activity 13. Yes closes the case; no, with a comment, reopens it. Each resolution is answered once.
#[utoipa::path(tag = "actions", params(("ticket" = String, Path, description = "Id or number")), request_body = AnswerSurvey, responses((status = 200, body = Ticket)))]
#[post("/tickets/{ticket}/survey")]
async fn answer_survey(
    _: Require<AnswerTickets>,
    ticket: web::Path<Reference>,
    body: Json<AnswerSurvey>,
    use_case: UseCase,
) -> Result<Answer<Ticket>> {
    use_case.run(move |work| service::survey(work, &ticket, &body.into_inner())).await
}

/// Close it without a solution.
///
/// TC-PD-15 activity 14, for administrators.
#[utoipa::path(tag = "actions", params(("ticket" = String, Path, description = "Id or number")), request_body = CloseTicket, responses((status = 200, body = Ticket)))]
#[post("/tickets/{ticket}/close")]
async fn close_ticket(
    _: Require<CloseTickets>,
    ticket: web::Path<Reference>,
    body: Json<CloseTicket>,
    use_case: UseCase,
) -> Result<Answer<Ticket>> {
    use_case.run(move |work| service::close(work, &ticket, body.into_inner())).await
}

/// Take it back before the desk has accepted it.
///
/// For its requester.
#[utoipa::path(tag = "actions", params(("ticket" = String, Path, description = "Id or number")), request_body = CancelTicket, responses((status = 200, body = Ticket)))]
#[post("/tickets/{ticket}/cancel")]
async fn cancel_ticket(
    _: Require<AnswerTickets>,
    ticket: web::Path<Reference>,
    body: Json<CancelTicket>,
    use_case: UseCase,
) -> Result<Answer<Ticket>> {
    use_case.run(move |work| service::cancel(work, &ticket, body.into_inner())).await
}

/// Merge it into another case.
///
/// It is closed as a duplicate; its timeline, files and watchers are reachable from the survivor.
#[utoipa::path(tag = "actions", params(("ticket" = String, Path, description = "Id or number")), request_body = MergeTicket, responses((status = 200, body = Ticket)))]
#[post("/tickets/{ticket}/merge")]
async fn merge_ticket(
    _: Require<WorkTickets>,
    ticket: web::Path<Reference>,
    body: Json<MergeTicket>,
    use_case: UseCase,
) -> Result<Answer<Ticket>> {
    use_case.run(move |work| service::merge(work, &ticket, &body.into_inner())).await
}

/// Say who may know of it.
///
/// Of a confidential case only its requester, whoever registered it, whoever is in charge, those named
/// as readers and the project's administrators know that it exists. For the desk; also once it is closed.
#[utoipa::path(tag = "actions", params(("ticket" = String, Path, description = "Id or number")), request_body = SetConfidential, responses((status = 200, body = Ticket)))]
#[post("/tickets/{ticket}/confidential")]
async fn set_confidential(
    _: Require<WorkTickets>,
    ticket: web::Path<Reference>,
    body: Json<SetConfidential>,
    use_case: UseCase,
) -> Result<Answer<Ticket>> {
    use_case.run(move |work| service::set_confidential(work, &ticket, body.into_inner())).await
}

/// The operations of this file.
pub(super) fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config
        .service(open_ticket)
        .service(accept_ticket)
        .service(reject_ticket)
        .service(classify_ticket)
        .service(escalate_ticket)
        .service(assign_ticket)
        .service(diagnose_ticket)
        .service(record_work)
        .service(pause_ticket)
        .service(resume_ticket)
        .service(verify_ticket)
        .service(resolve_ticket)
        .service(answer_survey)
        .service(close_ticket)
        .service(cancel_ticket)
        .service(merge_ticket)
        .service(set_confidential);
}
