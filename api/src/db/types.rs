//! The column types whose physical form differs by engine, each declared once.
//!
//! | SQL type   | Rust type        | PostgreSQL    | SQLite                          |
//! |------------|------------------|---------------|---------------------------------|
//! | `Id`       | `TicketId`, …    | `uuid`        | `BLOB`, 16 bytes                |
//! | `Instant`  | `Instant`        | `timestamptz` | `INTEGER`, microseconds, UTC    |
//! | `Document` | `Document<T>`    | `jsonb`       | `TEXT`                          |
//! | `Text`     | `Word<Status>`, … | `text`       | `TEXT`                          |

use super::connection::MultiBackend;
use chrono::{DateTime, SubsecRound, Utc};
use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::pg::{Pg, PgValue};
use diesel::serialize::{self, IsNull, Output, ToSql};
use diesel::sql_types::{BigInt, Text, Timestamptz};
use diesel::sqlite::{Sqlite, SqliteValue};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt;
use std::io::Write;
use std::str::FromStr;

/// The SQL types themselves, for `schema.rs`.
pub mod sql {
    use diesel::query_builder::QueryId;
    use diesel::sql_types::{SqlOrd, SqlType};

    /// A UUID.
    #[derive(Debug, Clone, Copy, Default, QueryId, SqlType)]
    #[diesel(postgres_type(oid = 2950, array_oid = 2951))]
    #[diesel(sqlite_type(name = "Binary"))]
    pub struct Id;

    /// An instant in UTC, to the microsecond.
    #[derive(Debug, Clone, Copy, Default, QueryId, SqlType)]
    #[diesel(postgres_type(oid = 1184, array_oid = 1185))]
    #[diesel(sqlite_type(name = "Long"))]
    pub struct Instant;

    /// A JSON document.
    #[derive(Debug, Clone, Copy, Default, QueryId, SqlType)]
    #[diesel(postgres_type(oid = 3802, array_oid = 3807))]
    #[diesel(sqlite_type(name = "Text"))]
    pub struct Document;

    impl SqlOrd for Id {}
    impl SqlOrd for Instant {}
}

/// Lets the multi-engine backend look an SQL type up in whichever engine is in use.
macro_rules! multi_sql_type {
    ($($sql:ty),+) => {$(
        impl diesel::sql_types::HasSqlType<$sql> for MultiBackend {
            fn metadata(lookup: &mut Self::MetadataLookup) -> Self::TypeMetadata {
                MultiBackend::lookup_sql_type::<$sql>(lookup)
            }
        }
    )+};
}
multi_sql_type!(sql::Id, sql::Instant, sql::Document);

/// Given `ToSql` and `FromSql` for both engines, adds them for the multi-engine backend.
macro_rules! multi_value {
    ($rust:ty, $sql:ty $(, [$($generics:tt)*])?) => {
        impl $(<$($generics)*>)? diesel::deserialize::FromSql<$sql, $crate::db::MultiBackend> for $rust {
            fn from_sql(
                value: <$crate::db::MultiBackend as diesel::backend::Backend>::RawValue<'_>,
            ) -> diesel::deserialize::Result<Self> {
                value.from_sql::<Self, $sql>()
            }
        }
        impl $(<$($generics)*>)? diesel::serialize::ToSql<$sql, $crate::db::MultiBackend> for $rust {
            fn to_sql<'b>(
                &'b self,
                out: &mut diesel::serialize::Output<'b, '_, $crate::db::MultiBackend>,
            ) -> diesel::serialize::Result {
                out.set_value((<$sql>::default(), self));
                Ok(diesel::serialize::IsNull::No)
            }
        }
    };
}
pub(crate) use multi_value;

/// An instant in UTC, cut to the microseconds that both engines keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow)]
#[diesel(sql_type = sql::Instant)]
pub struct Instant(DateTime<Utc>);

impl Instant {
    /// The instant as chrono knows it.
    #[must_use]
    pub fn utc(self) -> DateTime<Utc> {
        self.0
    }
}

impl From<DateTime<Utc>> for Instant {
    fn from(instant: DateTime<Utc>) -> Self {
        Self(instant.trunc_subsecs(6))
    }
}

impl From<Instant> for DateTime<Utc> {
    fn from(instant: Instant) -> Self {
        instant.0
    }
}

impl ToSql<sql::Instant, Pg> for Instant {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        ToSql::<Timestamptz, Pg>::to_sql(&self.0, out)
    }
}

impl FromSql<sql::Instant, Pg> for Instant {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        <DateTime<Utc> as FromSql<Timestamptz, Pg>>::from_sql(value).map(Self)
    }
}

impl ToSql<sql::Instant, Sqlite> for Instant {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(self.0.timestamp_micros());
        Ok(IsNull::No)
    }
}

impl FromSql<sql::Instant, Sqlite> for Instant {
    fn from_sql(value: SqliteValue<'_, '_, '_>) -> deserialize::Result<Self> {
        let micros = <i64 as FromSql<BigInt, Sqlite>>::from_sql(value)?;
        DateTime::from_timestamp_micros(micros).map(Self).ok_or_else(|| "instant out of range".into())
    }
}
multi_value!(Instant, sql::Instant);

/// A typed JSON column.
#[derive(Debug, Clone, PartialEq, AsExpression, FromSqlRow)]
#[diesel(sql_type = sql::Document)]
pub struct Document<T: fmt::Debug>(pub T);

impl<T: Serialize + fmt::Debug> ToSql<sql::Document, Pg> for Document<T> {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        const JSONB_VERSION: u8 = 1;
        out.write_all(&[JSONB_VERSION])?;
        serde_json::to_writer(out, &self.0)?;
        Ok(IsNull::No)
    }
}

impl<T: DeserializeOwned + fmt::Debug> FromSql<sql::Document, Pg> for Document<T> {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        match value.as_bytes().split_first() {
            Some((1, json)) => Ok(Self(serde_json::from_slice(json)?)),
            _ => Err("unknown version of jsonb".into()),
        }
    }
}

impl<T: Serialize + fmt::Debug> ToSql<sql::Document, Sqlite> for Document<T> {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(serde_json::to_string(&self.0)?);
        Ok(IsNull::No)
    }
}

impl<T: DeserializeOwned + fmt::Debug> FromSql<sql::Document, Sqlite> for Document<T> {
    fn from_sql(mut value: SqliteValue<'_, '_, '_>) -> deserialize::Result<Self> {
        Ok(Self(serde_json::from_str(value.read_text())?))
    }
}
multi_value!(Document<T>, sql::Document, [T: Serialize + DeserializeOwned + fmt::Debug + Send + Sync + 'static]);

/// A word of one of the contract's closed vocabularies, kept as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub struct Word<T: fmt::Debug>(pub T);

impl<T: fmt::Debug, DB: Backend> ToSql<Text, DB> for Word<T>
where
    str: ToSql<Text, DB>,
    Self: AsWord,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.as_word().to_sql(out)
    }
}

impl<T: fmt::Debug + FromStr, DB: Backend> FromSql<Text, DB> for Word<T>
where
    T::Err: fmt::Display,
    String: FromSql<Text, DB>,
{
    fn from_sql(value: DB::RawValue<'_>) -> deserialize::Result<Self> {
        let word = String::from_sql(value)?;
        word.parse().map(Self).map_err(|error: T::Err| format!("{error}: {word:?}").into())
    }
}

/// The word a [`Word`] stores. Implemented for each vocabulary below.
pub trait AsWord {
    /// The word in the database.
    fn as_word(&self) -> &'static str;
}

macro_rules! stored_words {
    ($($vocabulary:ty),+ $(,)?) => {$(
        impl AsWord for Word<$vocabulary> {
            fn as_word(&self) -> &'static str {
                self.0.as_str()
            }
        }
    )+};
}
stored_words!(
    contract::auth::AccountSource,
    contract::auth::Locale,
    contract::auth::Role,
    contract::auth::UserKind,
    contract::notifications::Digest,
    contract::inbound::InboundMailState,
    contract::inbound::QuarantineReason,
    contract::inbound::AlertState,
    contract::inbound::InboundChannel,
    contract::notifications::DeskNoticeKind,
    contract::notifications::MailState,
    contract::notifications::NoticeKind,
    contract::projects::AcceptanceWindow,
    contract::stakeholders::Degree,
    contract::tickets::Action,
    contract::tickets::Channel,
    contract::tickets::ClosureReason,
    contract::tickets::Impact,
    contract::tickets::Kind,
    contract::tickets::PauseReason,
    contract::tickets::Relation,
    contract::tickets::Status,
    contract::tickets::Urgency,
    contract::tickets::Visibility,
    contract::webhooks::DeliveryFault,
    contract::webhooks::DeliveryState,
    contract::webhooks::DisabledReason,
    contract::webhooks::EventType,
    crate::tickets::Announced,
);
