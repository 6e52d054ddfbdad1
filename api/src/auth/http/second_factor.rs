//! `/me/second-factor`.

use crate::app::App;
use crate::auth::permissions::ManageUsers;
use crate::auth::{InPerson, Require, second_factor, store};
use crate::error::{Error, Result};
use crate::http::{Answer, Json, Origin, UseCase, Work};
use crate::ids::UserId;
use actix_web::{delete, post, web};
use contract::auth::{ConfirmSecondFactor, RecoveryCodes, RemoveSecondFactor, SecondFactorEnrolment};
use contract::reference::Reference;

/// Begin to add a second factor.
///
/// It is not in force until it is confirmed; beginning anew gives another secret.
#[utoipa::path(tag = "me", responses((status = 200, body = SecondFactorEnrolment)))]
#[post("/me/second-factor")]
pub(super) async fn start_second_factor(
    app: web::Data<App>,
    _: InPerson,
    use_case: UseCase,
) -> Result<Answer<SecondFactorEnrolment>> {
    let keys = app.keys.clone();
    use_case.unkeyed().run(move |work| second_factor::start(work, &keys)).await
}

/// Confirm my second factor.
///
/// By a code of the app. Answers the recovery codes, which are never shown again.
#[utoipa::path(tag = "me", request_body = ConfirmSecondFactor, responses((status = 200, body = RecoveryCodes)))]
#[post("/me/second-factor/confirm")]
pub(super) async fn confirm_second_factor(
    app: web::Data<App>,
    InPerson(caller): InPerson,
    origin: Origin,
    body: Json<ConfirmSecondFactor>,
    use_case: UseCase,
) -> Result<Answer<RecoveryCodes>> {
    let code = body.into_inner().code;
    let step = second_factor::prove_enrolment(&app, caller.id, &code, &origin).await?;
    use_case.unkeyed().run(move |work| second_factor::confirm(work, step)).await
}

/// Take my second factor off.
///
/// By the password or a code. The recovery codes cease to be good.
#[utoipa::path(tag = "me", request_body = RemoveSecondFactor, responses((status = 204)))]
#[delete("/me/second-factor")]
pub(super) async fn remove_second_factor(
    app: web::Data<App>,
    InPerson(caller): InPerson,
    origin: Origin,
    body: Json<RemoveSecondFactor>,
    use_case: UseCase,
) -> Result<Answer<()>> {
    second_factor::prove_owner(&app, caller.id, body.into_inner(), &origin).await?;
    use_case.unkeyed().run(move |work| take_off(work, work.caller.id)).await
}

/// Take somebody's second factor off.
///
/// For whoever has lost both the app and the recovery codes. Not of those who administer a project
/// that the caller does not.
#[utoipa::path(tag = "people", params(("user" = String, Path, description = "Id or user name")), responses((status = 204)))]
#[delete("/users/{user}/second-factor")]
pub(super) async fn reset_second_factor(
    _: Require<ManageUsers>,
    _: InPerson,
    user: web::Path<Reference>,
    use_case: UseCase,
) -> Result<Answer<()>> {
    use_case
        .run(move |work| {
            let account = store::governed(work.connection, &work.caller, &user)?;
            if account.beyond {
                return Err(Error::Forbidden);
            }
            take_off(work, account.id)
        })
        .await
}

fn take_off(work: &mut Work<'_>, user: UserId) -> Result<Answer<()>> {
    if second_factor::remove(work.connection, user)? { Ok(Answer::nothing()) } else { Err(Error::NotFound) }
}
