//! The table of variables: what each is called, what applies without it, and what it is for.

use crate::auth::directory::USER_FILTER;

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
pub(super) const DEFAULT_LOG: &str = "info,actix_server=warn,tokio_cron_scheduler=warn";

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

/// The variable that names the file of a secret.
#[must_use]
pub fn file_of(setting: &Setting) -> Option<String> {
    setting.secret.then(|| format!("{}_FILE", setting.name))
}
