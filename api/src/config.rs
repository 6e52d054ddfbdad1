//! Configuration: a typed value, read once. This is the only file that reads the environment.

mod read;
mod settings;

pub use settings::{SETTINGS, Setting, file_of};

use crate::auth::directory::DirectoryConfig;
use crate::auth::oidc::{self, ProviderConfig};
use crate::db::DatabaseUrl;
use crate::outbound::imap::{self, MailboxConfig};
use crate::outbound::replies::ReplyAddress;
use crate::outbound::settings::MailConfig;
use contract::auth::Role;
use ipnet::IpNet;
use read::{flag, from_files, list, network, number, parse};
use secrecy::SecretString;
use settings::DEFAULT_LOG;
use std::net::SocketAddr;
use std::path::PathBuf;

/// The server's configuration.
#[derive(Clone, Debug)]
pub struct Config {
    /// `MESA_LISTEN`
    pub listen: SocketAddr,
    /// `DATABASE_URL`
    pub database: DatabaseUrl,
    /// `MESA_DATA_DIR`
    pub data_dir: PathBuf,
    /// `MESA_PUBLIC_URL`
    pub public_url: String,
    /// `MESA_DEMO`
    pub demo: bool,
    /// `MESA_SIGNING_KEY`
    pub signing_key: Option<SecretString>,
    /// `MESA_ACCESS_TOKEN_SECONDS`
    pub access_token_seconds: u32,
    /// `MESA_SESSION_HOURS`
    pub session_hours: u32,
    /// `MESA_PASSWORD_MIN_LENGTH`
    pub password_min_length: usize,
    /// `MESA_SECOND_FACTOR_ROLES`
    pub second_factor_roles: Vec<Role>,
    /// `MESA_DIRECTORY_LOCKOUT_FAILURES`
    pub directory_lockout_failures: i32,
    /// `MESA_DIRECTORY_LOCKOUT_MINUTES`
    pub directory_lockout_minutes: u32,
    /// `MESA_REQUESTS_PER_MINUTE`
    pub requests_per_minute: u32,
    /// `MESA_LINK_REQUESTS_PER_MINUTE`
    pub link_requests_per_minute: u32,
    /// `MESA_DATABASE_CONNECTIONS`
    pub database_connections: u32,
    /// `MESA_ATTACHMENT_MAX_BYTES`
    pub attachment_max_bytes: usize,
    /// `MESA_METRICS_TOKEN`
    pub metrics_token: Option<SecretString>,
    /// `MESA_TRUSTED_PROXIES`
    pub trusted_proxies: Vec<IpNet>,
    /// `MESA_SMTP_URL`, `MESA_MAIL_…`
    pub mail: Option<MailConfig>,
    /// `MESA_IMAP_…`
    pub mailboxes: Vec<MailboxConfig>,
    /// `MESA_MAIL_REPLY_TO`; none without a mailbox.
    pub reply_to: Option<ReplyAddress>,
    /// `MESA_MAIL_KEPT_BYTES`
    pub mail_kept_bytes: u64,
    /// `MESA_LDAP_…`
    pub directory: Option<DirectoryConfig>,
    /// `MESA_OIDC_PROVIDERS`
    pub providers: Vec<ProviderConfig>,
    /// `MESA_WEBHOOK_ALLOW_PRIVATE`
    pub webhook_allow_private: bool,
    /// `MESA_WEBHOOK_ALLOWED_NETWORKS`
    pub webhook_allowed_networks: Vec<IpNet>,
    /// `MESA_SCHEDULER`
    pub scheduler: bool,
    /// `MESA_LOG`
    pub log: String,
}

impl Config {
    /// Reads the environment. The error is a sentence for the operator.
    pub fn from_environment() -> Result<Self, String> {
        #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the environment")]
        Self::from_lookup(|name| std::env::var(name).ok())
    }

    /// Reads variables through `lookup`; an empty value counts as not set. A secret may be in a file,
    /// which a variable of its name with `_FILE` behind it names.
    pub fn from_lookup(lookup: impl Fn(&str) -> Option<String>) -> Result<Self, String> {
        let set = |name: &str| lookup(name).filter(|value| !value.is_empty());
        let filed = from_files(&set)?;
        let text = |name: &str| set(name).or_else(|| filed.get(name).cloned());
        let data_dir = PathBuf::from(text("MESA_DATA_DIR").unwrap_or_else(|| "./data".to_owned()));
        let database = match text("DATABASE_URL") {
            Some(url) => url.parse::<DatabaseUrl>()?,
            None => DatabaseUrl::Sqlite(data_dir.join("mesa.db")),
        };
        if database.is_remote()
            && !cfg!(feature = "pg-tls")
            && !flag(&text, "MESA_DATABASE_CLEARTEXT", false)?
        {
            return Err("DATABASE_URL names another machine and this build has no TLS: use the release image, or set MESA_DATABASE_CLEARTEXT=1 if the network between is private".to_owned());
        }
        let connections = match database {
            DatabaseUrl::Postgres(_) => 8,
            DatabaseUrl::Sqlite(_) => 4,
        };
        let signing_key = text("MESA_SIGNING_KEY");
        if signing_key.as_ref().is_some_and(|key| key.len() < 32) {
            return Err("MESA_SIGNING_KEY must have at least 32 characters".to_owned());
        }
        let public_url = text("MESA_PUBLIC_URL").unwrap_or_else(|| "http://127.0.0.1:8080".to_owned());
        if !public_url.starts_with("http://") && !public_url.starts_with("https://") {
            return Err("MESA_PUBLIC_URL must begin with http:// or https://".to_owned());
        }
        let directory_lockout_failures = number(&text, "MESA_DIRECTORY_LOCKOUT_FAILURES", 0, 0..=100)?;
        if (1..3).contains(&directory_lockout_failures) {
            return Err("MESA_DIRECTORY_LOCKOUT_FAILURES must be 0, or at least 3: with fewer nobody could be let through".to_owned());
        }
        let networks = |name: &str| list(&text, name, |part| network(name, part));
        let second_factor_roles =
            list(&text, "MESA_SECOND_FACTOR_ROLES", |role| parse("MESA_SECOND_FACTOR_ROLES", role))?;
        let mail = MailConfig::read(&text)?;
        let mailboxes = imap::settings::read(&text)?;
        let reply_to = reply_to(&text, mail.as_ref(), &mailboxes)?;
        Ok(Self {
            listen: parse(
                "MESA_LISTEN",
                &text("MESA_LISTEN").unwrap_or_else(|| "127.0.0.1:8080".to_owned()),
            )?,
            database,
            data_dir,
            public_url: public_url.trim_end_matches('/').to_owned(),
            demo: flag(&text, "MESA_DEMO", false)?,
            signing_key: signing_key.map(SecretString::from),
            access_token_seconds: number(&text, "MESA_ACCESS_TOKEN_SECONDS", 900, 60..=86_400)?,
            session_hours: number(&text, "MESA_SESSION_HOURS", 12, 1..=720)?,
            password_min_length: number(&text, "MESA_PASSWORD_MIN_LENGTH", 12, 8..=128)?,
            second_factor_roles,
            directory_lockout_failures,
            directory_lockout_minutes: number(&text, "MESA_DIRECTORY_LOCKOUT_MINUTES", 30, 1..=1_440)?,
            requests_per_minute: number(&text, "MESA_REQUESTS_PER_MINUTE", 1_200, 0..=1_000_000)?,
            link_requests_per_minute: number(&text, "MESA_LINK_REQUESTS_PER_MINUTE", 120, 0..=1_000_000)?,
            database_connections: number(&text, "MESA_DATABASE_CONNECTIONS", connections, 1..=100)?,
            attachment_max_bytes: number(&text, "MESA_ATTACHMENT_MAX_BYTES", 26_214_400, 1..=1 << 40)?,
            metrics_token: text("MESA_METRICS_TOKEN").map(SecretString::from),
            trusted_proxies: networks("MESA_TRUSTED_PROXIES")?,
            mail,
            mailboxes,
            reply_to,
            mail_kept_bytes: number(&text, "MESA_MAIL_KEPT_BYTES", 2_147_483_648, 0..=1 << 50)?,
            directory: DirectoryConfig::read(&text, flag(&text, "MESA_LDAP_STARTTLS", true)?)?,
            providers: oidc::read(&text)?,
            webhook_allow_private: flag(&text, "MESA_WEBHOOK_ALLOW_PRIVATE", false)?,
            webhook_allowed_networks: networks("MESA_WEBHOOK_ALLOWED_NETWORKS")?,
            scheduler: flag(&text, "MESA_SCHEDULER", true)?,
            log: text("MESA_LOG").unwrap_or_else(|| DEFAULT_LOG.to_owned()),
        })
    }
}

/// The address that letters are answered to, where answers are fetched.
fn reply_to(
    text: &impl Fn(&str) -> Option<String>,
    mail: Option<&MailConfig>,
    mailboxes: &[MailboxConfig],
) -> Result<Option<ReplyAddress>, String> {
    let said = match text("MESA_MAIL_REPLY_TO") {
        Some(address) => Some(address.parse::<lettre::Address>().map_err(|_| {
            "MESA_MAIL_REPLY_TO must be an address without a name, such as mesa@example.org".to_owned()
        })?),
        None => mail.map(|mail| mail.from.email.clone()),
    };
    Ok(said.filter(|_| !mailboxes.is_empty()).map(ReplyAddress::of))
}

#[cfg(test)]
mod tests;
