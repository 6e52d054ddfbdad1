//! Configuration: a typed value, read once. This is the only file that reads the environment.

use crate::db::DatabaseUrl;
use ipnet::IpNet;
use secrecy::SecretString;
use std::net::{IpAddr, SocketAddr};
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::str::FromStr;

/// One variable of the environment, for `mesa doctor` and the reference page.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// Its name.
    pub name: &'static str,
    /// What applies when it is not set.
    pub default: &'static str,
    /// What it is for, with its unit.
    pub about: &'static str,
    /// Whether its value must not be shown.
    pub secret: bool,
}

const fn setting(name: &'static str, default: &'static str, about: &'static str) -> Setting {
    Setting { name, default, about, secret: false }
}

const fn secret(name: &'static str, default: &'static str, about: &'static str) -> Setting {
    Setting { name, default, about, secret: true }
}

/// The libraries' own news is seldom news.
const DEFAULT_LOG: &str = "info,actix_server=warn,tokio_cron_scheduler=warn";

/// Every variable that the server reads.
pub const SETTINGS: &[Setting] = &[
    secret(
        "DATABASE_URL",
        "sqlite://<MESA_DATA_DIR>/mesa.db",
        "The database: sqlite://path or postgres://user:password@host/name",
    ),
    setting("MESA_LISTEN", "127.0.0.1:8080", "Address and port to listen on; port 0 takes a free one"),
    setting("MESA_DATA_DIR", "./data", "Folder of the SQLite database and of attached files"),
    setting(
        "MESA_PUBLIC_URL",
        "http://127.0.0.1:8080",
        "The address people use; with https the session cookie is Secure",
    ),
    setting("MESA_DEMO", "0", "1 fills an empty database with demo people and tickets"),
    secret(
        "MESA_SIGNING_KEY",
        "made at first start and kept in the database",
        "Key that signs access tokens: at least 32 characters, the same on all replicas",
    ),
    setting("MESA_ACCESS_TOKEN_SECONDS", "900", "Life of an access token, in seconds (60 to 86400)"),
    setting("MESA_SESSION_HOURS", "12", "Hours without use after which a session ends (1 to 720)"),
    setting(
        "MESA_DATABASE_CONNECTIONS",
        "8; 4 on SQLite, where each keeps a processor busy",
        "Connections of this replica to the database (1 to 100)",
    ),
    setting(
        "MESA_DATABASE_CLEARTEXT",
        "0",
        "1 allows a connection without TLS to a PostgreSQL that is not on this machine",
    ),
    setting("MESA_ATTACHMENT_MAX_BYTES", "26214400", "Largest attached file, in bytes"),
    secret("MESA_METRICS_TOKEN", "", "Bearer token for /metrics; without it only this machine may read them"),
    setting(
        "MESA_TRUSTED_PROXIES",
        "",
        "Addresses or networks (CIDR) of proxies whose X-Forwarded-For is believed, with commas between them",
    ),
    secret(
        "MESA_SMTP_URL",
        "",
        "The mail server, such as smtps://user:password@host or smtp://host:587?tls=required; file:///folder writes letters there; without it none are sent",
    ),
    setting("MESA_MAIL_FROM", "Mesa de servicios <mesa@localhost>", "The sender of letters"),
    setting("MESA_SCHEDULER", "1", "0 leaves the scheduled jobs to other replicas"),
    setting("MESA_LOG", DEFAULT_LOG, "What is logged, in the syntax of env_logger"),
];

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
    /// `MESA_DATABASE_CONNECTIONS`
    pub database_connections: u32,
    /// `MESA_ATTACHMENT_MAX_BYTES`
    pub attachment_max_bytes: usize,
    /// `MESA_METRICS_TOKEN`
    pub metrics_token: Option<SecretString>,
    /// `MESA_TRUSTED_PROXIES`
    pub trusted_proxies: Vec<IpNet>,
    /// `MESA_SMTP_URL`
    pub smtp_url: Option<SecretString>,
    /// `MESA_MAIL_FROM`
    pub mail_from: String,
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

    /// Reads variables through `lookup`; an empty value counts as not set.
    pub fn from_lookup(lookup: impl Fn(&str) -> Option<String>) -> Result<Self, String> {
        let text = |name: &str| lookup(name).filter(|value| !value.is_empty());
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
        let proxies = text("MESA_TRUSTED_PROXIES").unwrap_or_default();
        let trusted_proxies = proxies
            .split(',')
            .map(str::trim)
            .filter(|address| !address.is_empty())
            .map(network)
            .collect::<Result<_, _>>()?;
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
            database_connections: number(&text, "MESA_DATABASE_CONNECTIONS", connections, 1..=100)?,
            attachment_max_bytes: number(&text, "MESA_ATTACHMENT_MAX_BYTES", 26_214_400, 1..=1 << 40)?,
            metrics_token: text("MESA_METRICS_TOKEN").map(SecretString::from),
            trusted_proxies,
            smtp_url: mail_server(&text)?,
            mail_from: mail_from(&text)?,
            scheduler: flag(&text, "MESA_SCHEDULER", true)?,
            log: text("MESA_LOG").unwrap_or_else(|| DEFAULT_LOG.to_owned()),
        })
    }
}

fn parse<T: FromStr>(name: &str, value: &str) -> Result<T, String> {
    value.parse().map_err(|_| format!("{name} is not understood: {value:?}"))
}

fn mail_server(text: &impl Fn(&str) -> Option<String>) -> Result<Option<SecretString>, String> {
    let Some(url) = text("MESA_SMTP_URL") else { return Ok(None) };
    if ["smtp://", "smtps://", "file://"].iter().any(|scheme| url.starts_with(scheme)) {
        return Ok(Some(SecretString::from(url)));
    }
    Err("MESA_SMTP_URL must begin with smtp://, smtps:// or file://".to_owned())
}

fn mail_from(text: &impl Fn(&str) -> Option<String>) -> Result<String, String> {
    let from = text("MESA_MAIL_FROM").unwrap_or_else(|| "Mesa de servicios <mesa@localhost>".to_owned());
    parse::<lettre::message::Mailbox>("MESA_MAIL_FROM", &from).map(|_| from)
}

/// An address, or a network in CIDR form.
fn network(text: &str) -> Result<IpNet, String> {
    text.parse::<IpAddr>().map(IpNet::from).or_else(|_| parse("MESA_TRUSTED_PROXIES", text))
}

fn number<T: FromStr + PartialOrd + std::fmt::Display>(
    text: &impl Fn(&str) -> Option<String>,
    name: &str,
    default: T,
    range: RangeInclusive<T>,
) -> Result<T, String> {
    let Some(value) = text(name) else { return Ok(default) };
    let number: T = parse(name, &value)?;
    if !range.contains(&number) {
        return Err(format!("{name} must be between {} and {}, not {number}", range.start(), range.end()));
    }
    Ok(number)
}

fn flag(text: &impl Fn(&str) -> Option<String>, name: &str, default: bool) -> Result<bool, String> {
    match text(name).as_deref() {
        None => Ok(default),
        Some("1" | "true" | "yes") => Ok(true),
        Some("0" | "false" | "no") => Ok(false),
        Some(other) => Err(format!("{name} must be 1 or 0, not {other:?}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<Config, String> {
        Config::from_lookup(|name| {
            pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn nothing_set_is_the_embedded_default() {
        let config = read(&[]).expect("defaults are sound");
        assert_eq!(config.listen.to_string(), "127.0.0.1:8080");
        assert_eq!(config.database, DatabaseUrl::Sqlite("./data/mesa.db".into()));
        assert!(!config.demo && config.scheduler);
    }

    #[test]
    fn each_mistake_is_named() {
        for (name, value) in [
            ("MESA_LISTEN", "8080"),
            ("DATABASE_URL", "mysql://x"),
            ("MESA_DEMO", "maybe"),
            ("MESA_SESSION_HOURS", "0"),
            ("MESA_SIGNING_KEY", "short"),
            ("MESA_PUBLIC_URL", "desk.example.org"),
            ("MESA_TRUSTED_PROXIES", "proxy"),
            ("MESA_SMTP_URL", "mail.example.org"),
            ("MESA_MAIL_FROM", "nobody"),
        ] {
            let outcome = read(&[(name, value)]);
            assert!(outcome.as_ref().is_err_and(|error| error.contains(name)), "{name}={value}: {outcome:?}");
        }
    }

    #[test]
    fn clear_text_to_another_machine_needs_a_word_of_consent() {
        let url = ("DATABASE_URL", "postgres://mesa:pw@db.example.org/mesa");
        if !cfg!(feature = "pg-tls") {
            assert!(read(&[url]).is_err());
        }
        assert!(read(&[url, ("MESA_DATABASE_CLEARTEXT", "1")]).is_ok());
        for local in [
            "postgres://u@127.0.0.1:5432/x",
            "postgres://u@localhost/x",
            "postgres:///x",
            "postgres://u@%2Fvar%2Frun/x",
        ] {
            assert!(read(&[("DATABASE_URL", local)]).is_ok(), "{local}");
        }
    }

    #[test]
    fn secrets_do_not_print() {
        let config = read(&[
            ("MESA_SIGNING_KEY", "0123456789012345678901234567890123"),
            ("DATABASE_URL", "postgres://u:hush@localhost/x"),
        ])
        .expect("sound");
        let printed = format!("{config:?}");
        assert!(!printed.contains("0123456789") && !printed.contains("hush"), "{printed}");
    }
}
