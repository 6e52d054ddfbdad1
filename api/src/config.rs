//! Configuration: a typed value, read once. This is the only file that reads the environment.

use crate::auth::directory::{DirectoryConfig, USER_FILTER};
use crate::auth::oidc::{self, ProviderConfig};
use crate::db::DatabaseUrl;
use crate::outbound::imap::{self, MailboxConfig};
use crate::outbound::replies::ReplyAddress;
use crate::outbound::settings::MailConfig;
use contract::auth::Role;
use ipnet::IpNet;
use secrecy::SecretString;
use std::collections::HashMap;
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
    setting("MESA_PASSWORD_MIN_LENGTH", "12", "Characters that a new password has at least (8 to 128)"),
    setting(
        "MESA_SECOND_FACTOR_ROLES",
        "",
        "Roles whose holders must have a second factor, if their password is kept here; with commas between them",
    ),
    setting(
        "MESA_DIRECTORY_LOCKOUT_FAILURES",
        "0",
        "Wrong passwords after which the directory locks an account: fewer are let through to it (3 to 100); 0 where none does",
    ),
    setting(
        "MESA_DIRECTORY_LOCKOUT_MINUTES",
        "30",
        "Minutes without a wrong password after which the directory forgets them (1 to 1440)",
    ),
    setting(
        "MESA_REQUESTS_PER_MINUTE",
        "1200",
        "Requests that each caller may send to a replica in a minute (1 to 1000000); 0 for no limit",
    ),
    setting(
        "MESA_LINK_REQUESTS_PER_MINUTE",
        "120",
        "How often the survey links of letters may be opened or answered at a replica in a minute from one address (1 to 1000000); 0 for no limit",
    ),
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
        "The mail server: smtp://user:password@host:587 (STARTTLS) or smtps://user:password@host (TLS); without it no letter is sent",
    ),
    setting(
        "MESA_MAIL_FROM",
        "Mesa de servicios <mesa@localhost>",
        "The sender of letters; to be said with MESA_SMTP_URL",
    ),
    setting(
        "MESA_MAIL_DIR",
        "",
        "For trials, instead of MESA_SMTP_URL: a folder into which letters are written",
    ),
    secret(
        "MESA_IMAP_URL",
        "",
        "Mailboxes whose mails become tickets and comments, with spaces between them: imaps://user:password@host/INBOX?project=TIC (TLS) or imap://… (STARTTLS); &kind=request for what they are taken for, incident if nothing is said",
    ),
    setting(
        "MESA_IMAP_CA_FILE",
        "those of this machine",
        "Certificate authorities to believe of the servers of MESA_IMAP_URL, as a PEM file",
    ),
    setting(
        "MESA_MAIL_AUTHSERV_ID",
        "",
        "The mail server whose Authentication-Results are believed: what it does not vouch for waits in quarantine; without it the sender's address is believed",
    ),
    setting(
        "MESA_MAIL_KEPT_BYTES",
        "2147483648",
        "Bytes of a project's mails that are kept as they came: beyond it the oldest that nobody has to decide on go first; 0 for no limit",
    ),
    setting(
        "MESA_MAIL_REPLY_TO",
        "the address of MESA_MAIL_FROM",
        "The address that letters are answered to, with +… behind its name; its mails come into a mailbox of MESA_IMAP_URL",
    ),
    setting(
        "MESA_LDAP_URL",
        "",
        "Servers of the directory (LDAP or Active Directory), asked in this order, with spaces or commas between them: ldaps://host:port or ldap://host:port",
    ),
    setting("MESA_LDAP_BASE_DN", "", "Below which people and groups are, such as dc=example,dc=org"),
    setting(
        "MESA_LDAP_BIND_DN",
        "",
        "Who looks people up; without it, whoever the directory takes nobody for",
    ),
    secret("MESA_LDAP_BIND_PASSWORD", "", "The password of MESA_LDAP_BIND_DN"),
    setting("MESA_LDAP_USER_FILTER", USER_FILTER, "Who is meant by what was typed, {login}"),
    setting(
        "MESA_LDAP_GROUP_ROLES",
        "",
        "What the members of a group are here, as JSON: {\"group's DN or CN\": {\"project\": \"TIC\", \"role\": \"agent\", \"group\": \"n1\"}}, or a list of such; the group * is everybody",
    ),
    setting(
        "MESA_LDAP_CA_FILE",
        "those of this machine",
        "Certificate authorities to believe, as a PEM file",
    ),
    setting("MESA_LDAP_STARTTLS", "1", "0 leaves ldap:// without TLS, which is taken only on this machine"),
    secret(
        "MESA_OIDC_PROVIDERS",
        "",
        "OpenID Connect providers that people may sign in at, as a JSON list: id, name, issuer, client_id, client_secret, scopes, username_claim, groups_claim, group_roles (as MESA_LDAP_GROUP_ROLES), trust_usernames, ca_file",
    ),
    setting(
        "MESA_WEBHOOK_ALLOW_PRIVATE",
        "0",
        "1 lets webhooks reach private addresses and this machine, also without TLS: for trials",
    ),
    setting(
        "MESA_WEBHOOK_ALLOWED_NETWORKS",
        "",
        "Private addresses or networks (CIDR) that webhooks may reach all the same, with commas between them",
    ),
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

/// The variable that names the file of a secret.
#[must_use]
pub fn file_of(setting: &Setting) -> Option<String> {
    setting.secret.then(|| format!("{}_FILE", setting.name))
}

/// The secrets that are in files, without the newline at the end that editors leave.
fn from_files(set: &impl Fn(&str) -> Option<String>) -> Result<HashMap<&'static str, String>, String> {
    let mut all = HashMap::new();
    for setting in SETTINGS {
        let Some(variable) = file_of(setting) else { continue };
        let Some(file) = set(&variable) else { continue };
        if set(setting.name).is_some() {
            return Err(format!("{} and {variable} are both set: one of them is enough", setting.name));
        }
        let content =
            std::fs::read_to_string(&file).map_err(|error| format!("{variable}: {file}: {error}"))?;
        let content = content.trim_end_matches(['\r', '\n']);
        if content.is_empty() {
            return Err(format!("{variable}: {file} is empty"));
        }
        all.insert(setting.name, content.to_owned());
    }
    Ok(all)
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

fn parse<T: FromStr>(name: &str, value: &str) -> Result<T, String> {
    value.parse().map_err(|_| format!("{name} is not understood: {value:?}"))
}

/// What stands between commas.
fn list<T>(
    text: &impl Fn(&str) -> Option<String>,
    name: &str,
    item: impl Fn(&str) -> Result<T, String>,
) -> Result<Vec<T>, String> {
    let all = text(name).unwrap_or_default();
    all.split(',').map(str::trim).filter(|part| !part.is_empty()).map(item).collect()
}

/// An address, or a network in CIDR form.
fn network(name: &str, text: &str) -> Result<IpNet, String> {
    text.parse::<IpAddr>().map(IpNet::from).or_else(|_| parse(name, text))
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
    use secrecy::ExposeSecret;

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
            ("MESA_PASSWORD_MIN_LENGTH", "7"),
            ("MESA_SECOND_FACTOR_ROLES", "admin,king"),
            ("MESA_DIRECTORY_LOCKOUT_FAILURES", "2"),
            ("MESA_REQUESTS_PER_MINUTE", "-1"),
            ("MESA_LINK_REQUESTS_PER_MINUTE", "many"),
            ("MESA_PUBLIC_URL", "desk.example.org"),
            ("MESA_TRUSTED_PROXIES", "proxy"),
            ("MESA_SMTP_URL", "mail.example.org"),
            ("MESA_SMTP_URL", "smtps://mail.example.org"),
            ("MESA_MAIL_FROM", "nobody"),
            ("MESA_IMAP_URL", "mail.example.org"),
            ("MESA_IMAP_URL", "imaps://mesa:pw@mail.example.org/INBOX"),
            ("MESA_MAIL_REPLY_TO", "nobody"),
            ("MESA_LDAP_URL", "https://directory.example.org"),
            ("MESA_LDAP_STARTTLS", "perhaps"),
            ("MESA_OIDC_PROVIDERS", "{}"),
            ("MESA_WEBHOOK_ALLOW_PRIVATE", "sometimes"),
            ("MESA_WEBHOOK_ALLOWED_NETWORKS", "10.0.0.0/33"),
            ("MESA_METRICS_TOKEN_FILE", "/nowhere/at/all"),
        ] {
            let outcome = read(&[(name, value)]);
            assert!(outcome.as_ref().is_err_and(|error| error.contains(name)), "{name}={value}: {outcome:?}");
        }
    }

    #[test]
    fn letters_are_answered_to_where_answers_are_fetched() {
        let from = ("MESA_MAIL_FROM", "Mesa <mesa@example.org>");
        let smtp = ("MESA_SMTP_URL", "smtps://mail.example.org");
        let imap = ("MESA_IMAP_URL", "imaps://mesa:pw@mail.example.org?project=TIC");
        assert_eq!(read(&[from, smtp]).expect("sound").reply_to, None);
        let address = |text: &str| Some(ReplyAddress::of(text.parse().expect("an address")));
        assert_eq!(read(&[from, smtp, imap]).expect("sound").reply_to, address("mesa@example.org"));
        let other = ("MESA_MAIL_REPLY_TO", "casos@example.org");
        assert_eq!(read(&[from, smtp, imap, other]).expect("sound").reply_to, address("casos@example.org"));
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
    fn every_secret_may_be_in_a_file() {
        let path = std::env::temp_dir().join(format!("mesa-secret-{}", std::process::id()));
        let file = path.to_string_lossy().into_owned();
        std::fs::write(&path, "0123456789012345678901234567890123\n").expect("a file");
        let config = read(&[("MESA_SIGNING_KEY_FILE", &file)]).expect("sound");
        assert_eq!(config.signing_key.expect("a key").expose_secret(), "0123456789012345678901234567890123");
        let key = "x".repeat(32);
        let both = [("MESA_SIGNING_KEY_FILE", file.as_str()), ("MESA_SIGNING_KEY", key.as_str())];
        assert!(read(&both).is_err_and(|error| error.contains("both")));
        // What is no secret has no file.
        assert_eq!(read(&[("MESA_LOG_FILE", &file)]).expect("sound").log, DEFAULT_LOG);
        std::fs::write(&path, "postgres://u:hush@localhost/x\n").expect("a file");
        let config = read(&[("DATABASE_URL_FILE", &file)]).expect("sound");
        assert_eq!(config.database, DatabaseUrl::Postgres("postgres://u:hush@localhost/x".to_owned()));
        std::fs::write(&path, "\n").expect("a file");
        assert!(read(&[("DATABASE_URL_FILE", &file)]).is_err_and(|error| error.contains("empty")));
        std::fs::remove_file(&path).expect("our file");
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
