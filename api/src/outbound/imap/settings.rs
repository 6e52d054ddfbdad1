//! The mailboxes that mails are fetched from, as the operator has said it.

use contract::tickets::Kind;
use percent_encoding::percent_decode_str;
use secrecy::SecretString;
use std::net::IpAddr;
use std::path::PathBuf;
use url::{Host, Url};

/// What a sound address of a mailbox looks like.
const FORM: &str =
    "MESA_IMAP_URL must be like imaps://user:password@host/INBOX?project=TIC, with spaces between several";

/// A mailbox, and the project whose mails come into it.
#[derive(Clone, Debug)]
pub struct MailboxConfig {
    /// What it is called in the log and in the database: `user@host/folder`.
    pub name: String,
    /// The server's name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How what is said is kept from others.
    pub security: Security,
    /// Who signs in.
    pub user: String,
    /// By what.
    pub password: SecretString,
    /// The folder.
    pub folder: String,
    /// The key of the project.
    pub project: String,
    /// What a mail is taken for until somebody classifies it.
    pub kind: Kind,
    /// The mail server whose word counts on where mails come from (RFC 8601); nobody's, if nothing is said.
    pub authserv_id: Option<String>,
    /// Whose certificates are believed; those of this machine, if nothing is said.
    pub authorities: Option<PathBuf>,
}

/// How a connection is kept from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// TLS from the first byte.
    Tls,
    /// TLS before anything is said.
    StartTls,
    /// Nothing: only to this machine.
    Clear,
}

/// Reads `MESA_IMAP_URL`, `MESA_IMAP_CA_FILE` and `MESA_MAIL_AUTHSERV_ID`. The error is a sentence for the
/// operator.
pub fn read(text: &impl Fn(&str) -> Option<String>) -> Result<Vec<MailboxConfig>, String> {
    let authorities = text("MESA_IMAP_CA_FILE").map(PathBuf::from);
    let authserv_id = text("MESA_MAIL_AUTHSERV_ID");
    let all = text("MESA_IMAP_URL").unwrap_or_default();
    let mut mailboxes: Vec<MailboxConfig> = Vec::new();
    for url in all.split_whitespace() {
        let mut mailbox = MailboxConfig { authorities: authorities.clone(), ..mailbox(url)? };
        mailbox.authserv_id = mailbox.authserv_id.or_else(|| authserv_id.clone());
        if mailboxes.iter().any(|known| known.name == mailbox.name) {
            return Err(format!("MESA_IMAP_URL names {} twice", mailbox.name));
        }
        mailboxes.push(mailbox);
    }
    Ok(mailboxes)
}

fn mailbox(text: &str) -> Result<MailboxConfig, String> {
    let form = || FORM.to_owned();
    let url = Url::parse(text).map_err(|_| form())?;
    let host = url.host().ok_or_else(form)?;
    let host = match host {
        Host::Domain(name) => name.to_owned(),
        Host::Ipv4(address) => address.to_string(),
        Host::Ipv6(address) => address.to_string(),
    };
    // Addresses of schemes that the parser does not know are names to it.
    let here = host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    let (mut project, mut kind, mut clear, mut authserv_id) = (None, Kind::Incident, false, None);
    for (name, value) in url.query_pairs() {
        match (name.as_ref(), value.as_ref()) {
            ("project", key) if !key.is_empty() => project = Some(key.to_owned()),
            ("kind", word) => kind = word.parse().map_err(|_| form())?,
            ("authserv", server) if !server.is_empty() => authserv_id = Some(server.to_owned()),
            ("tls", "none") => clear = true,
            ("tls", "required") => clear = false,
            _ => return Err(form()),
        }
    }
    let (security, port) = match (url.scheme(), clear) {
        ("imaps", false) => (Security::Tls, 993),
        ("imap", false) => (Security::StartTls, 143),
        ("imap", true) if here => (Security::Clear, 143),
        ("imap", true) => {
            return Err("MESA_IMAP_URL: a password does not go to another machine without TLS".to_owned());
        }
        _ => return Err(form()),
    };
    let user = decoded(url.username()).filter(|user| !user.is_empty()).ok_or_else(form)?;
    let password = url.password().and_then(decoded).ok_or_else(form)?;
    let folder = decoded(url.path().trim_start_matches('/')).ok_or_else(form)?;
    let folder = if folder.is_empty() { "INBOX".to_owned() } else { folder };
    if !folder.is_ascii() {
        return Err("MESA_IMAP_URL: the folder's name has letters beyond ASCII".to_owned());
    }
    Ok(MailboxConfig {
        name: format!("{user}@{host}/{folder}"),
        host,
        port: url.port().unwrap_or(port),
        security,
        user,
        password: SecretString::from(password),
        folder,
        project: project.ok_or("MESA_IMAP_URL needs the project whose mails they are: ?project=TIC")?,
        kind,
        authserv_id,
        authorities: None,
    })
}

fn decoded(part: &str) -> Option<String> {
    percent_decode_str(part).decode_utf8().ok().map(std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use secrecy::ExposeSecret;

    fn read(urls: &str) -> Result<Vec<MailboxConfig>, String> {
        super::read(&|name: &str| (name == "MESA_IMAP_URL").then(|| urls.to_owned()))
    }

    #[test]
    fn each_mailbox_is_of_a_project() {
        let all = read(
            "imaps://mesa%40example.org:p%20w@mail.example.org?project=TIC\n \
             imap://otra:pw@mail.example.org:1143/Mesa/Casos?project=OTR&kind=request",
        )
        .expect("sound");
        let [one, other] = all.as_slice() else { panic!("two: {all:?}") };
        assert_eq!((one.host.as_str(), one.port, one.security), ("mail.example.org", 993, Security::Tls));
        assert_eq!((one.user.as_str(), one.password.expose_secret()), ("mesa@example.org", "p w"));
        assert_eq!((one.folder.as_str(), one.project.as_str(), one.kind), ("INBOX", "TIC", Kind::Incident));
        assert_eq!((other.port, other.security), (1143, Security::StartTls));
        assert_eq!((other.folder.as_str(), other.kind), ("Mesa/Casos", Kind::Request));
        assert_eq!(other.name, "otra@mail.example.org/Mesa/Casos");
    }

    #[test]
    fn whose_word_counts_is_said_for_all_or_for_one() {
        let urls =
            "imaps://a:p@mail.example.org?project=TIC imaps://b:p@mail.example.org?project=TIC&authserv=mx2";
        let said = |name: &str| match name {
            "MESA_IMAP_URL" => Some(urls.to_owned()),
            "MESA_MAIL_AUTHSERV_ID" => Some("mx1".to_owned()),
            _ => None,
        };
        let all = super::read(&said).expect("sound");
        let servers: Vec<Option<&str>> = all.iter().map(|mailbox| mailbox.authserv_id.as_deref()).collect();
        assert_eq!(servers, [Some("mx1"), Some("mx2")]);
        assert_eq!(read("imaps://a:p@mail.example.org?project=TIC").expect("sound")[0].authserv_id, None);
    }

    #[test]
    fn clear_text_stays_on_this_machine() {
        for host in ["127.0.0.1:143", "localhost", "[::1]"] {
            let all = read(&format!("imap://u:p@{host}?project=TIC&tls=none")).expect("sound");
            assert_eq!(all[0].security, Security::Clear, "{host}");
        }
        assert!(read("imap://u:p@mail.example.org?project=TIC&tls=none").is_err());
    }

    #[test]
    fn each_mistake_is_named() {
        for wrong in [
            "mail.example.org",
            "https://u:p@mail.example.org?project=TIC",
            "imaps://mail.example.org?project=TIC",
            "imaps://u@mail.example.org?project=TIC",
            "imaps://u:p@mail.example.org",
            "imaps://u:p@mail.example.org?project=",
            "imaps://u:p@mail.example.org?project=TIC&kind=wish",
            "imaps://u:p@mail.example.org?project=TIC&tls=none",
            "imaps://u:p@mail.example.org?project=TIC imaps://u:q@mail.example.org?project=OTR",
        ] {
            let outcome = read(wrong);
            assert!(outcome.as_ref().is_err_and(|error| error.contains("MESA_IMAP_URL")), "{wrong}");
        }
    }

    #[test]
    fn the_password_does_not_print() {
        let all = read("imaps://u:hush@mail.example.org?project=TIC").expect("sound");
        assert!(!format!("{all:?}").contains("hush"));
    }
}
