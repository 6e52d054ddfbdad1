//! The role × permission table, as data. A handler asks for one by `Require<ReadTickets>`.
//!
//! A permission opens the door of an operation. What may be done to one ticket in its present
//! state is finer, and is said by `tickets/rules/machine.rs`.

use contract::auth::Role;

/// Something that some roles may do.
pub trait Permission: 'static {
    /// Its name, as in the table.
    const NAME: &'static str;
    /// Who may.
    const ROLES: &'static [Role];
}

/// The table: each permission with the roles that hold it.
macro_rules! permissions {
    ($($(#[$about:meta])* $name:ident: $($role:ident)+;)+) => {
        $(
            $(#[$about])*
            #[derive(Debug)]
            pub struct $name;

            impl Permission for $name {
                const NAME: &'static str = stringify!($name);
                const ROLES: &'static [Role] = &[$(Role::$role),+];
            }
        )+

        /// Every permission with the roles that hold it.
        pub const TABLE: &[(&str, &[Role])] = &[$((<$name as Permission>::NAME, <$name as Permission>::ROLES)),+];
    };
}

permissions! {
    /// See tickets: which ones depends on the role and the person.
    ReadTickets: Requester Agent Specialist Provider Supervisor Admin;
    /// Register a ticket.
    RegisterTickets: Requester Agent Specialist Supervisor Admin;
    /// Do the desk's part of the procedure.
    WorkTickets: Agent Specialist Provider Admin;
    /// Do the requester's part: cancel, accept or refuse the solution.
    AnswerTickets: Requester Agent Specialist Provider Supervisor Admin;
    /// Add to the conversation.
    CommentTickets: Requester Agent Specialist Provider Supervisor Admin;
    /// Close without a solution.
    CloseTickets: Admin;
    /// Take a list away as a file.
    ExportTickets: Agent Specialist Supervisor Admin;
    /// See how the desk is doing, in the projects where one has such a role.
    ReadReports: Agent Supervisor Admin;
    /// Say that one has a case open, and see which colleagues have.
    SharePresence: Agent Specialist Provider Supervisor Admin;
    /// See the projects one belongs to, and their catalogues.
    ReadCatalogs: Requester Agent Specialist Provider Supervisor Admin;
    /// Look people, groups and providers up.
    ReadPeople: Agent Specialist Supervisor Admin;
    /// See agreements, calendars and holidays, and count service time.
    ReadAgreements: Requester Agent Specialist Provider Supervisor Admin;
    /// Sign agreements and grant days off.
    WriteAgreements: Admin;
    /// See which letters left, send them again, and word them.
    ManageMail: Admin;
    /// Decide what becomes of mails that wait in quarantine.
    HandleInboundMail: Agent Admin;
    /// Say which programs are told what happens to tickets, and see what they were sent.
    ManageWebhooks: Admin;
    /// Make projects, and change the settings of those one administers.
    ManageProjects: Admin;
    /// Publish the notice on personal data, answer for people's data, and say how long records are kept.
    ManagePrivacy: Admin;
    /// Read and verify the audit log of one's projects and of the desk as a whole.
    ReadAudit: Admin;
    /// Look after accounts, and the API keys of service accounts.
    ManageUsers: Admin;
    /// See who has a stake in which service, in the projects where one has such a role.
    ReadStakeholders: Supervisor Admin;
    /// Say who has a stake in which service, and of what they are told.
    ManageStakeholders: Admin;
    /// Say by which sources alerts and chats come in.
    ManageInbound: Admin;
}
