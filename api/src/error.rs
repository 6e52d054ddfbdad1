//! One error type, two audiences: the client gets a problem (RFC 9457) with a stable code and a
//! plain sentence in their language, the log gets the cause.
//!
//! [`Error::code`] and [`Error::status`] are the table. `http/problem.rs` turns an error into
//! the answer; the sentences are in `text/es.ftl` and `text/en.ftl`.

use actix_web::http::StatusCode;
use contract::auth::Duty;
use contract::tickets::{Action, Status};
use std::fmt;

/// What every use case returns.
pub type Result<T> = std::result::Result<T, Error>;

/// Everything that can go wrong with a request.
#[derive(Debug)]
pub enum Error {
    /// The body is no JSON, or the request is otherwise not understood.
    Malformed(String),
    /// Nobody has signed in, or the token has expired.
    Unauthenticated,
    /// Wrong user name or password; which of them is not said.
    InvalidCredentials,
    /// The password is right, and a code of the second factor is wanted.
    SecondFactorRequired,
    /// The code is wrong, or has been used.
    InvalidCode,
    /// They are who they say they are, but may not come in.
    Barred(Barred),
    /// The refresh token has been used before: somebody else may have it, so the session ends.
    SessionRevoked,
    /// The caller's role does not allow it.
    Forbidden,
    /// The caller must do something else first.
    DutyFirst(Duty),
    /// The API key does not allow it, or no API key does.
    InsufficientScope,
    /// Whoever acts in somebody's place may not do it: only the person may.
    OnlyInPerson,
    /// The source by which it comes takes nothing at present.
    SourceInactive,
    /// It is not there, or the caller may not know that it is.
    NotFound,
    /// What was asked for is no longer kept: whoever follows the changes starts anew.
    Gone,
    /// The path is known, but not with this method; the allowed ones.
    MethodNotAllowed(Vec<String>),
    /// The ticket's state does not allow the action.
    WrongState(Box<WrongState>),
    /// It exists already, or something else still needs it.
    Conflict(Conflict),
    /// Somebody else has changed it meanwhile.
    Stale,
    /// The write needs `If-Match`.
    PreconditionRequired,
    /// The body is larger than allowed; the most, in bytes.
    TooLarge(usize),
    /// The body is not of a type that this operation takes.
    UnsupportedMediaType,
    /// The body is understood, but some fields are wrong.
    Invalid(Vec<FieldFault>),
    /// The idempotency key has been used for another request.
    KeyReused,
    /// Too many tries; wait this many seconds.
    TooMany(u32),
    /// No server of the directory answers, or none as it should.
    DirectoryUnavailable(String),
    /// The database is away.
    Unavailable(String),
    /// Our fault.
    Internal(String),
}

/// A ticket's state does not allow an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongState {
    /// The ticket's number.
    pub number: String,
    /// Where it is.
    pub status: Status,
    /// Whether it waits.
    pub pending: bool,
    /// What was tried.
    pub action: Action,
    /// What the caller may do now.
    pub allowed: Vec<Action>,
}

/// Why something cannot be, given what else there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conflict {
    /// A row with the same key is there.
    Exists,
    /// The ticket cannot go into itself, a closed one, or one of another project.
    CannotMerge,
    /// The level above does not exist or is not a single step away.
    WrongLevel,
    /// The account has no password here: the organisation's directory has it, or nobody.
    NoLocalPassword,
    /// The account is a person's, who makes their own API keys.
    NotService,
    /// A retry of what was answered with something that is shown only once.
    ShownOnce,
    /// A project would be left without an administrator.
    LastAdmin,
    /// This many open tickets are in its charge.
    InCharge(i64),
    /// The person has open tickets.
    OpenTickets,
    /// The person is anonymous already.
    Anonymised,
    /// The ticket was merged: it is read through the survivor.
    Merged,
    /// The desk has no way to a mail server.
    NoMailServer,
    /// The person has no mail address.
    NoAddress,
    /// Somebody has decided already what becomes of the mail.
    Decided,
    /// The delivery has been taken before.
    Replayed,
    /// The project has as many of them as it may have: so many.
    LimitReached(i64),
}

/// Why somebody who proved who they are may not come in. `docs/operate/sign-in.md` says when each is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Barred {
    /// The account has been switched off.
    AccountDisabled,
    /// The account had an end, and that has passed.
    AccountExpired,
    /// The directory takes no password for it at present.
    AccountLocked,
    /// The account may not be used at this hour, or not from here.
    AccountRestricted,
    /// The name is that of another account, which this person cannot take over.
    AccountConflict,
    /// The password has expired, or must be changed before anything else.
    PasswordExpired,
    /// Nobody has given them a role in any project.
    NoRole,
}

impl Barred {
    /// Every reason.
    pub const ALL: [Self; 7] = [
        Self::AccountDisabled,
        Self::AccountExpired,
        Self::AccountLocked,
        Self::AccountRestricted,
        Self::AccountConflict,
        Self::PasswordExpired,
        Self::NoRole,
    ];

    /// The code of the problem.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::AccountDisabled => "account_disabled",
            Self::AccountExpired => "account_expired",
            Self::AccountLocked => "account_locked",
            Self::AccountRestricted => "account_restricted",
            Self::AccountConflict => "account_conflict",
            Self::PasswordExpired => "password_expired",
            Self::NoRole => "no_role",
        }
    }
}

/// One field that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldFault {
    /// Its path; empty for the body as a whole.
    pub field: String,
    /// What is wrong: the key of the sentence and the contract's `errors[].code`.
    pub code: String,
    /// Values for the sentence, such as `min` and `max`.
    pub params: Vec<(String, String)>,
}

impl FieldFault {
    /// A fault whose sentence needs no values.
    #[must_use]
    pub fn new(field: &str, code: &str) -> Self {
        Self { field: field.to_owned(), code: code.to_owned(), params: Vec::new() }
    }

    /// The same fault of a field inside of another.
    #[must_use]
    pub fn below(self, parent: &str) -> Self {
        let field =
            if self.field.is_empty() { parent.to_owned() } else { format!("{parent}.{}", self.field) };
        Self { field, ..self }
    }

    /// Adds a value for the sentence.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.params.push((name.to_owned(), value.to_string()));
        self
    }
}

impl Error {
    /// The stable code of the problem.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Malformed(_) => "malformed",
            Self::Unauthenticated => "unauthenticated",
            Self::InvalidCredentials => "invalid_credentials",
            Self::SecondFactorRequired => "second_factor_required",
            Self::InvalidCode => "invalid_code",
            Self::Barred(why) => why.code(),
            Self::SessionRevoked => "session_revoked",
            Self::Forbidden => "forbidden",
            Self::DutyFirst(Duty::ChangePassword) => "password_change_required",
            Self::DutyFirst(Duty::EnrolSecondFactor) => "second_factor_enrolment_required",
            Self::DutyFirst(Duty::AcceptNotice) => "privacy_notice_required",
            Self::InsufficientScope => "insufficient_scope",
            Self::OnlyInPerson => "only_in_person",
            Self::SourceInactive => "source_inactive",
            Self::NotFound => "not_found",
            Self::Gone => "gone",
            Self::MethodNotAllowed(_) => "method_not_allowed",
            Self::WrongState(_) => "wrong_state",
            Self::Conflict(Conflict::Exists) => "exists",
            Self::Conflict(Conflict::CannotMerge) => "cannot_merge",
            Self::Conflict(Conflict::WrongLevel) => "wrong_level",
            Self::Conflict(Conflict::NoLocalPassword) => "no_local_password",
            Self::Conflict(Conflict::NotService) => "not_a_service_account",
            Self::Conflict(Conflict::ShownOnce) => "shown_once",
            Self::Conflict(Conflict::LastAdmin) => "last_admin",
            Self::Conflict(Conflict::InCharge(_)) => "in_charge",
            Self::Conflict(Conflict::Merged) => "merged",
            Self::Conflict(Conflict::Decided) => "already_decided",
            Self::Conflict(Conflict::Replayed) => "replayed",
            Self::Conflict(Conflict::OpenTickets) => "open_tickets",
            Self::Conflict(Conflict::Anonymised) => "anonymised",
            Self::Conflict(Conflict::NoMailServer) => "no_mail_server",
            Self::Conflict(Conflict::NoAddress) => "no_address",
            Self::Conflict(Conflict::LimitReached(_)) => "limit_reached",
            Self::Stale => "stale",
            Self::PreconditionRequired => "precondition_required",
            Self::TooLarge(_) => "too_large",
            Self::UnsupportedMediaType => "unsupported_media_type",
            Self::Invalid(_) => "invalid",
            Self::KeyReused => "key_reused",
            Self::TooMany(_) => "too_many",
            Self::DirectoryUnavailable(_) => "directory_unavailable",
            Self::Unavailable(_) => "unavailable",
            Self::Internal(_) => "internal",
        }
    }

    /// The HTTP status of the answer.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Malformed(_) => StatusCode::BAD_REQUEST,
            Self::Unauthenticated
            | Self::InvalidCredentials
            | Self::SecondFactorRequired
            | Self::InvalidCode
            | Self::SessionRevoked => StatusCode::UNAUTHORIZED,
            Self::Forbidden
            | Self::Barred(_)
            | Self::DutyFirst(_)
            | Self::InsufficientScope
            | Self::OnlyInPerson
            | Self::SourceInactive => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Gone => StatusCode::GONE,
            Self::MethodNotAllowed(_) => StatusCode::METHOD_NOT_ALLOWED,
            Self::WrongState(_) | Self::Conflict(_) => StatusCode::CONFLICT,
            Self::Stale => StatusCode::PRECONDITION_FAILED,
            Self::PreconditionRequired => StatusCode::PRECONDITION_REQUIRED,
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Invalid(_) | Self::KeyReused => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::DirectoryUnavailable(_) | Self::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Our fault, with its cause for the log.
    #[must_use]
    pub fn internal(cause: impl fmt::Display) -> Self {
        Self::Internal(cause.to_string())
    }

    /// One wrong field.
    #[must_use]
    pub fn field(field: &str, code: &str) -> Self {
        Self::Invalid(vec![FieldFault::new(field, code)])
    }

    /// What only the log may know.
    #[must_use]
    pub fn cause(&self) -> Option<&str> {
        match self {
            Self::Malformed(cause)
            | Self::DirectoryUnavailable(cause)
            | Self::Unavailable(cause)
            | Self::Internal(cause) => Some(cause),
            _ => None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.cause() {
            Some(cause) => write!(f, "{}: {cause}", self.code()),
            None => f.write_str(self.code()),
        }
    }
}

impl std::error::Error for Error {}

/// What PostgreSQL says when a statement has waited for others too long, or each for the other: again, it
/// may well do.
const PASSING: [&str; 3] = ["deadlock detected", "due to lock timeout", "due to statement timeout"];

impl From<diesel::result::Error> for Error {
    fn from(error: diesel::result::Error) -> Self {
        use diesel::result::{DatabaseErrorKind, Error as Database};
        match error {
            Database::NotFound => Self::NotFound,
            Database::DatabaseError(DatabaseErrorKind::UniqueViolation, _) => {
                Self::Conflict(Conflict::Exists)
            }
            Database::DatabaseError(
                DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::SerializationFailure,
                _,
            )
            | Database::BrokenTransactionManager => Self::Unavailable(error.to_string()),
            // Diesel does not hand on PostgreSQL's codes, so its words have to do.
            Database::DatabaseError(DatabaseErrorKind::Unknown, ref said)
                if PASSING.iter().any(|passing| said.message().contains(passing)) =>
            {
                Self::Unavailable(error.to_string())
            }
            other => Self::internal(other),
        }
    }
}
