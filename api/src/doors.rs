//! Which permission opens which operation's door. A handler says so itself, by `Require<…>`; this table
//! says it where everybody can read it: in the contract (`x-permission`) and in
//! `docs/reference/permissions.md`. A test tries every operation as every role, so that the two agree.

use crate::auth::permissions::TABLE;
use contract::auth::Role;

/// The permission that opens each operation's door.
pub const DOORS: &[(&str, &str)] = &[
    ("GET /api/v1/projects", "ReadCatalogs"),
    ("GET /api/v1/users", "ReadPeople"),
    ("GET /api/v1/groups", "ReadPeople"),
    ("GET /api/v1/providers", "ReadPeople"),
    ("GET /api/v1/services", "ReadCatalogs"),
    ("GET /api/v1/information-systems", "ReadCatalogs"),
    ("GET /api/v1/components", "ReadCatalogs"),
    ("GET /api/v1/assets", "ReadCatalogs"),
    ("GET /api/v1/tickets", "ReadTickets"),
    ("POST /api/v1/tickets", "RegisterTickets"),
    ("GET /api/v1/tickets/export.csv", "ExportTickets"),
    // Whose turn it is, the machine says of each ticket.
    ("POST /api/v1/tickets/bulk", "AnswerTickets"),
    ("GET /api/v1/reports/summary", "ReadReports"),
    ("GET /api/v1/tickets/{ticket}", "ReadTickets"),
    ("GET /api/v1/tickets/{ticket}/attachments", "ReadTickets"),
    ("POST /api/v1/tickets/{ticket}/attachments", "CommentTickets"),
    ("GET /api/v1/tickets/{ticket}/attachments/{attachment}", "ReadTickets"),
    ("GET /api/v1/tickets/{ticket}/clocks", "ReadTickets"),
    ("POST /api/v1/tickets/{ticket}/comments", "CommentTickets"),
    ("GET /api/v1/tickets/{ticket}/events", "ReadTickets"),
    ("GET /api/v1/tickets/{ticket}/events/{event}", "ReadTickets"),
    ("GET /api/v1/tickets/{ticket}/surveys", "ReadTickets"),
    ("GET /api/v1/events", "ReadTickets"),
    ("GET /api/v1/presence", "SharePresence"),
    ("GET /api/v1/tickets/{ticket}/presence", "SharePresence"),
    ("PUT /api/v1/tickets/{ticket}/presence", "SharePresence"),
    ("DELETE /api/v1/tickets/{ticket}/presence", "SharePresence"),
    ("PUT /api/v1/tickets/{ticket}/watchers/me", "ReadTickets"),
    ("DELETE /api/v1/tickets/{ticket}/watchers/me", "ReadTickets"),
    ("POST /api/v1/tickets/{ticket}/open", "WorkTickets"),
    ("POST /api/v1/tickets/{ticket}/accept", "WorkTickets"),
    ("POST /api/v1/tickets/{ticket}/reject", "WorkTickets"),
    ("POST /api/v1/tickets/{ticket}/classify", "WorkTickets"),
    ("POST /api/v1/tickets/{ticket}/escalate", "WorkTickets"),
    ("POST /api/v1/tickets/{ticket}/assign", "WorkTickets"),
    ("POST /api/v1/tickets/{ticket}/diagnose", "WorkTickets"),
    ("POST /api/v1/tickets/{ticket}/work", "WorkTickets"),
    ("POST /api/v1/tickets/{ticket}/pause", "WorkTickets"),
    ("POST /api/v1/tickets/{ticket}/resume", "WorkTickets"),
    ("POST /api/v1/tickets/{ticket}/verify", "WorkTickets"),
    ("POST /api/v1/tickets/{ticket}/resolve", "WorkTickets"),
    ("POST /api/v1/tickets/{ticket}/survey", "AnswerTickets"),
    ("POST /api/v1/tickets/{ticket}/close", "CloseTickets"),
    ("POST /api/v1/tickets/{ticket}/cancel", "AnswerTickets"),
    ("POST /api/v1/tickets/{ticket}/merge", "WorkTickets"),
    ("POST /api/v1/tickets/{ticket}/confidential", "WorkTickets"),
    ("POST /api/v1/service-hours/due", "ReadAgreements"),
    ("POST /api/v1/service-hours/elapsed", "ReadAgreements"),
    ("GET /api/v1/agreements", "ReadAgreements"),
    ("POST /api/v1/agreements", "WriteAgreements"),
    ("GET /api/v1/agreements/{agreement}", "ReadAgreements"),
    ("GET /api/v1/calendars", "ReadAgreements"),
    ("GET /api/v1/holidays", "ReadAgreements"),
    ("POST /api/v1/holidays", "WriteAgreements"),
    ("DELETE /api/v1/holidays/{date}", "WriteAgreements"),
    ("PUT /api/v1/privacy/notice", "ManagePrivacy"),
    ("GET /api/v1/privacy/notices", "ManagePrivacy"),
    ("GET /api/v1/users/{user}/data", "ManagePrivacy"),
    ("POST /api/v1/users/{user}/anonymise", "ManagePrivacy"),
    ("GET /api/v1/privacy/retention", "ManagePrivacy"),
    ("PATCH /api/v1/privacy/retention", "ManagePrivacy"),
    ("GET /api/v1/privacy/retention/reports", "ManagePrivacy"),
    ("POST /api/v1/projects", "ManageProjects"),
    ("GET /api/v1/projects/{project}", "ReadCatalogs"),
    ("PATCH /api/v1/projects/{project}", "ManageProjects"),
    ("POST /api/v1/users", "ManageUsers"),
    ("POST /api/v1/users/import", "ManageUsers"),
    ("GET /api/v1/users/{user}", "ManageUsers"),
    ("PATCH /api/v1/users/{user}", "ManageUsers"),
    ("PUT /api/v1/users/{user}/roles", "ManageUsers"),
    ("POST /api/v1/users/{user}/deactivate", "ManageUsers"),
    ("POST /api/v1/users/{user}/activate", "ManageUsers"),
    ("POST /api/v1/users/{user}/password", "ManageUsers"),
    ("POST /api/v1/users/{user}/impersonate", "ManageUsers"),
    ("POST /api/v1/groups", "ManageUsers"),
    ("GET /api/v1/groups/{group}", "ReadPeople"),
    ("PATCH /api/v1/groups/{group}", "ManageUsers"),
    ("PUT /api/v1/groups/{group}/members", "ManageUsers"),
    ("POST /api/v1/providers", "ManageUsers"),
    ("GET /api/v1/providers/{provider}", "ReadPeople"),
    ("PATCH /api/v1/providers/{provider}", "ManageUsers"),
    ("GET /api/v1/users/{user}/api-keys", "ManageUsers"),
    ("POST /api/v1/users/{user}/api-keys", "ManageUsers"),
    ("DELETE /api/v1/users/{user}/api-keys/{api_key}", "ManageUsers"),
    ("DELETE /api/v1/users/{user}/second-factor", "ManageUsers"),
    ("GET /api/v1/mails", "ManageMail"),
    ("POST /api/v1/mails/{mail}/resend", "ManageMail"),
    ("GET /api/v1/audit", "ReadAudit"),
    ("GET /api/v1/audit/export.csv", "ReadAudit"),
    ("GET /api/v1/audit/verify", "ReadAudit"),
];

/// Operations without a permission, and whether one must have signed in. This list may only shrink.
pub const WITHOUT_A_DOOR: &[(&str, bool)] = &[
    ("POST /api/v1/auth/login", false),
    ("POST /api/v1/auth/refresh", false),
    ("POST /api/v1/auth/logout", false),
    ("GET /api/v1/privacy/notice", false),
    ("POST /api/v1/me/privacy-acceptance", true),
    ("GET /api/v1/me/data", true),
    ("GET /api/v1/me/sessions", true),
    ("DELETE /api/v1/me/sessions", true),
    ("DELETE /api/v1/me/sessions/{session}", true),
    ("GET /api/v1/me/api-keys", true),
    ("POST /api/v1/me/api-keys", true),
    ("DELETE /api/v1/me/api-keys/{api_key}", true),
    ("PUT /api/v1/me/password", true),
    ("POST /api/v1/me/second-factor", true),
    ("POST /api/v1/me/second-factor/confirm", true),
    ("DELETE /api/v1/me/second-factor", true),
    ("GET /api/v1/auth/providers", false),
    ("GET /api/v1/auth/oidc/login", false),
    ("GET /api/v1/auth/oidc/callback", false),
    ("GET /api/v1/me", true),
    ("PATCH /api/v1/me", true),
    ("GET /api/v1/me/notifications", true),
    ("POST /api/v1/me/notifications/read", true),
    ("GET /api/v1/me/notification-preferences", true),
    ("PATCH /api/v1/me/notification-preferences", true),
    ("GET /api/v1/me/drafts", true),
    ("GET /api/v1/me/drafts/{key}", true),
    ("PUT /api/v1/me/drafts/{key}", true),
    ("DELETE /api/v1/me/drafts/{key}", true),
    // The signed link is what opens the door.
    ("GET /api/v1/surveys/{token}", false),
    ("POST /api/v1/surveys/{token}", false),
];

/// Who may ask for an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// Whoever has one of the roles, by the permission of this name.
    Permission(&'static str, &'static [Role]),
    /// Whoever has signed in.
    SignedIn,
    /// Everybody.
    Open,
}

/// The door of an operation such as `POST /api/v1/tickets`; none when the table does not name it.
#[must_use]
pub fn door(operation: &str) -> Option<Door> {
    if let Some((_, permission)) = DOORS.iter().find(|(name, _)| *name == operation) {
        let (name, roles) = *TABLE.iter().find(|(name, _)| name == permission)?;
        return Some(Door::Permission(name, roles));
    }
    let (_, signed_in) = WITHOUT_A_DOOR.iter().find(|(name, _)| *name == operation)?;
    Some(if *signed_in { Door::SignedIn } else { Door::Open })
}
