//! `/me/password`.

use crate::app::App;
use crate::auth::{InPerson, password_change};
use crate::error::Result;
use crate::http::{Answer, Json, Origin, UseCase};
use actix_web::{put, web};
use contract::auth::ChangePassword;

/// Change my password.
///
/// Ends all other sessions. Tries with a wrong present one are limited like sign-ins.
#[utoipa::path(tag = "me", request_body = ChangePassword, responses((status = 204)))]
#[put("/me/password")]
pub(super) async fn change_password(
    app: web::Data<App>,
    InPerson(caller): InPerson,
    origin: Origin,
    body: Json<ChangePassword>,
    use_case: UseCase,
) -> Result<Answer<()>> {
    let new = password_change::prepare_own(&app, &caller, body.into_inner(), &origin).await?;
    use_case
        .unkeyed()
        .run(move |work| {
            let (user, kept) = (work.caller.id, work.caller.session);
            password_change::set(work.connection, user, &new, false, kept, work.now)?;
            Ok(Answer::nothing())
        })
        .await
}
