//! Every page and its address.

use crate::session::is_staff;
use contract::auth::Me;
use yew_router::Routable;

/// The pages.
#[derive(Clone, Debug, PartialEq, Eq, Routable)]
pub(crate) enum Route {
    /// Wherever the person's work begins: the portal, or the console.
    #[at("/")]
    Start,
    #[at("/portal")]
    Portal,
    /// Register a case; `?service=` and `?q=` fill in what is known.
    #[at("/portal/new")]
    Register,
    #[at("/portal/registered/:number")]
    Registered { number: String },
    #[at("/portal/tickets")]
    MyTickets,
    #[at("/portal/tickets/:number")]
    MyTicket { number: String },
    /// A queue: the query string is the filter of `GET /tickets`.
    #[at("/console")]
    Queue,
    #[at("/console/new")]
    NewTicket,
    /// How the desk is doing; the query string is the period.
    #[at("/console/supervision")]
    Supervision,
    /// Mails that came to the desk; the query string says which.
    #[at("/console/mails")]
    Mails,
    /// Where administrators keep the desk in order: see [`AdminRoute`].
    #[at("/console/admin")]
    Admin,
    #[at("/console/admin/*")]
    Administration,
    #[at("/console/tickets/:number")]
    Ticket { number: String },
    /// What mails and people write: leads to the portal's or the console's page of the ticket.
    #[at("/tickets/:number")]
    AnyTicket { number: String },
    /// What the link of a letter leads to: the one page for whoever has not signed in.
    #[at("/surveys/:token")]
    Invitation { token: String },
    #[at("/profile")]
    Profile,
    /// Every component in every state, for whoever changes them.
    #[cfg(debug_assertions)]
    #[at("/_ui")]
    Gallery,
    #[not_found]
    #[at("/404")]
    NotFound,
}

impl Route {
    /// Where a person's work begins.
    pub(crate) fn home(me: &Me) -> Self {
        if is_staff(me) { Self::Queue } else { Self::Portal }
    }

    /// The page of a ticket for a person: the console's for those who solve, the portal's for others.
    pub(crate) fn ticket(me: &Me, number: String) -> Self {
        if is_staff(me) { Self::Ticket { number } } else { Self::MyTicket { number } }
    }

    /// Whether the page belongs to the console.
    pub(crate) const fn is_console(&self) -> bool {
        matches!(self, Self::Queue | Self::NewTicket | Self::Supervision | Self::Mails | Self::Ticket { .. })
            || self.is_admin()
    }

    /// Whether the page is for administrators.
    pub(crate) const fn is_admin(&self) -> bool {
        matches!(self, Self::Admin | Self::Administration)
    }
}

/// The pages of the administration.
#[derive(Clone, Debug, PartialEq, Eq, Routable)]
pub(crate) enum AdminRoute {
    /// The accounts; the query string is the filter of `GET /users`.
    #[at("/console/admin/people")]
    People,
    #[at("/console/admin/people/new")]
    NewPerson,
    #[at("/console/admin/people/import")]
    Import,
    #[at("/console/admin/people/:user")]
    Person { user: String },
    #[at("/console/admin/groups")]
    Groups,
    #[at("/console/admin/groups/new")]
    NewGroup,
    #[at("/console/admin/groups/:group")]
    Group { group: String },
    #[at("/console/admin/providers")]
    Providers,
    #[at("/console/admin/projects")]
    Projects,
    #[at("/console/admin/projects/new")]
    NewProject,
    #[at("/console/admin/projects/:project")]
    Project { project: String },
    /// Who has a stake in which service; the query string names the project.
    #[at("/console/admin/stakeholders")]
    Stakeholders,
    /// By which sources alerts and chats come in.
    #[at("/console/admin/sources")]
    Sources,
    #[at("/console/admin/sources/new")]
    NewSource,
    #[at("/console/admin/sources/:source")]
    Source { source: String },
    /// The notice, and for how long records are kept; the query string names the project.
    #[at("/console/admin/privacy")]
    Privacy,
    /// How letters are worded; the query string names the project.
    #[at("/console/admin/templates")]
    Templates,
    #[at("/console/admin/templates/:kind/:locale")]
    Template { kind: String, locale: String },
    /// The letters that were written; the query string is the filter of `GET /mails`.
    #[at("/console/admin/letters")]
    Letters,
    #[at("/console/admin/webhooks")]
    Webhooks,
    #[at("/console/admin/webhooks/new")]
    NewWebhook,
    #[at("/console/admin/webhooks/:webhook")]
    Webhook { webhook: String },
    /// The audit log; the query string is the filter of `GET /audit`.
    #[at("/console/admin/audit")]
    Audit,
    #[not_found]
    #[at("/console/admin/404")]
    NotFound,
}
