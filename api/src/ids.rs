//! Identifiers: UUIDs of version 7, one type for each kind of thing, so that none is taken for another.

use crate::db::types::{multi_value, sql};
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::pg::{Pg, PgValue};
use diesel::serialize::{self, IsNull, Output, ToSql};
use diesel::sqlite::{Sqlite, SqliteValue};
use std::fmt;
use uuid::Uuid;

/// A fresh UUID that sorts after all earlier ones of this process.
#[expect(clippy::disallowed_methods, reason = "this is the one place that makes ids")]
#[must_use]
pub fn fresh() -> Uuid {
    Uuid::now_v7()
}

macro_rules! id_types {
    ($($(#[$about:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow)]
        #[diesel(sql_type = sql::Id)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A fresh one.
            #[must_use]
            pub fn fresh() -> Self {
                Self(fresh())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl ToSql<sql::Id, Pg> for $name {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
                ToSql::<diesel::sql_types::Uuid, Pg>::to_sql(&self.0, out)
            }
        }

        impl FromSql<sql::Id, Pg> for $name {
            fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
                <Uuid as FromSql<diesel::sql_types::Uuid, Pg>>::from_sql(value).map(Self)
            }
        }

        impl ToSql<sql::Id, Sqlite> for $name {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
                out.set_value(&self.0.as_bytes()[..]);
                Ok(IsNull::No)
            }
        }

        impl FromSql<sql::Id, Sqlite> for $name {
            fn from_sql(mut value: SqliteValue<'_, '_, '_>) -> deserialize::Result<Self> {
                Ok(Self(Uuid::from_slice(value.read_blob())?))
            }
        }

        multi_value!($name, sql::Id);
    )+};
}

id_types!(
    /// Of anything that has a name to be shown by.
    NamedId,
    /// Of a project.
    ProjectId,
    /// Of a person.
    UserId,
    /// Of a group of people.
    GroupId,
    /// Of a provider company.
    ProviderId,
    /// Of a service of the catalogue.
    ServiceId,
    /// Of an information system.
    InformationSystemId,
    /// Of a component.
    ComponentId,
    /// Of a piece of equipment.
    AssetId,
    /// Of an agreement.
    AgreementId,
    /// Of a calendar's revision.
    CalendarId,
    /// Of a ticket.
    TicketId,
    /// Of an entry of a ticket's timeline.
    EventId,
    /// Of an attached file.
    AttachmentId,
    /// Of a notice.
    NoticeId,
    /// Of a letter.
    MailId,
    /// Of a mail that came to the desk.
    InboundMailId,
    /// Of a webhook.
    WebhookId,
    /// Of what a webhook is sent.
    DeliveryId,
    /// Of an answered survey.
    SurveyId,
    /// Of a signed-in session.
    SessionId,
    /// Of an API key.
    ApiKeyId,
    /// Of an entry of the audit log.
    AuditId,
    /// Of a report of a night's retention.
    ReportId,
    /// Of a time that somebody is on call.
    OnCallId,
    /// Of somebody who has a stake in a service.
    StakeholderId,
    /// Of a source of cases.
    InboundSourceId,
    /// Of the alerts that are one incident.
    AlertGroupId,
    /// Of an alert.
    AlertId,
    /// Of a running server process.
    ReplicaId,
    /// Of an open page of a browser.
    TabId,
);
