//! The second factor: codes of an authenticator app (TOTP, RFC 6238).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// A second factor that is not in force until a code of it has been given.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SecondFactorEnrolment {
    /// To be typed into the app, in Base32.
    pub secret: String,
    /// The same as an address that apps open.
    pub otpauth_url: String,
    /// The address as a QR code, an SVG image.
    pub qr_svg: String,
}

/// Shows that the app has the secret.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"code": "492039"}))]
pub struct ConfirmSecondFactor {
    /// The code that the app shows now.
    #[validate(length(min = 1, max = 40))]
    #[schema(min_length = 1, max_length = 40)]
    pub code: String,
}

/// Codes for the day on which the app is lost, each good for one sign-in. This is the only time
/// that they are shown.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RecoveryCodes {
    /// Ten of them.
    pub codes: Vec<String>,
}

/// Takes the second factor off, by the password or by a code.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"password": "mesa-demo"}))]
pub struct RemoveSecondFactor {
    /// The account's password.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 1000))]
    #[schema(min_length = 1, max_length = 1000)]
    pub password: Option<String>,
    /// A code of the app, or a recovery code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 40))]
    #[schema(min_length = 1, max_length = 40)]
    pub code: Option<String>,
}
